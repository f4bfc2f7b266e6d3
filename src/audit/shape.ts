import { ownValue } from '../base/records.ts';
import type { Text } from '../i18n/language.ts';

/** Checks of JSON of unknown origin: settings files, and what a page sends to the server. */

/** One thing wrong, named by its path: what is there, and what would be accepted. */
export interface ShapeProblem {
  readonly path: string;
  readonly got: string;
  readonly expected: Text;
}

/** Everything wrong with a value; nothing wrong is an empty list. */
export type Check = (value: unknown, path: string) => readonly ShapeProblem[];

const show = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
export const problem = (value: unknown, path: string, expected: Text) => [{ path: path || 'value', got: show(value), expected }];

const anObject: Text = { en: 'an object', ru: 'объект' };
const oneOfThese = (choices: string): Text => ({ en: `one of ${choices}`, ru: `одно из ${choices}` });

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value, path) => (typeof value === 'string' ? [] : problem(value, path, { en: 'a text', ru: 'текст' }));
export const number =
  (least = Number.NEGATIVE_INFINITY): Check =>
  (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? []
      : problem(value, path, least === 0 ? { en: 'a number from 0 up', ru: 'число от 0' } : { en: 'a number', ru: 'число' });
export const oneOf =
  (choices: readonly string[]): Check =>
  (value, path) =>
    typeof value === 'string' && choices.indexOf(value) >= 0
      ? []
      : problem(value, path, oneOfThese(choices.map((choice) => `"${choice}"`).join(', ')));
export const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : problem(value, path, { en: 'a list', ru: 'список' });
export const mapOf =
  (check: Check): Check =>
  (value, path) =>
    isObject(value) ? Object.keys(value).flatMap((key) => check(value[key], join(path, key))) : problem(value, path, anObject);
/** An object with these keys only; those listed must be there. */
export const shapeOf =
  (shape: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path) => {
    if (!isObject(value)) return problem(value, path, anObject);
    const known = Object.keys(shape);
    const missing = required.filter((key) => ownValue(value, key) === undefined);
    if (missing.length > 0) return problem(value, path, { en: `the keys ${missing.join(', ')}`, ru: `ключи ${missing.join(', ')}` });
    return Object.keys(value).flatMap((key) => {
      const check = ownValue(shape, key);
      return check
        ? check(value[key], join(path, key))
        : problem(key, join(path, key), { en: `a known key: ${known.join(', ')}`, ru: `известный ключ: ${known.join(', ')}` });
    });
  };
/** `Object.fromEntries` of plain checks. */
export const fromPairs = (pairs: readonly (readonly [string, Check])[]): Readonly<Record<string, Check>> => {
  const shape: Record<string, Check> = {};
  for (const [key, check] of pairs) shape[key] = check;
  return shape;
};
const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
