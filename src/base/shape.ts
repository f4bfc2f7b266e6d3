import { ownValue } from './records.ts';

/** Checks of JSON of unknown origin: settings files, and what a page sends to the server. */

/** One thing wrong, named by its path: what is there, and what would be accepted. */
export interface ShapeProblem {
  readonly path: string;
  readonly got: string;
  readonly expected: string;
}

/** Everything wrong with a value; nothing wrong is an empty list. */
export type Check = (value: unknown, path: string) => readonly ShapeProblem[];

const show = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
export const problem = (value: unknown, path: string, expected: string) => [{ path: path || 'value', got: show(value), expected }];

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value, path) => (typeof value === 'string' ? [] : problem(value, path, 'a text'));
export const number =
  (least = Number.NEGATIVE_INFINITY): Check =>
  (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? []
      : problem(value, path, least === 0 ? 'a number from 0 up' : 'a number');
export const oneOf =
  (choices: readonly string[]): Check =>
  (value, path) =>
    typeof value === 'string' && choices.indexOf(value) >= 0
      ? []
      : problem(value, path, `one of ${choices.map((choice) => `"${choice}"`).join(', ')}`);
export const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => check(item, `${path}[${index}]`)) : problem(value, path, 'a list');
export const mapOf =
  (check: Check): Check =>
  (value, path) =>
    isObject(value) ? Object.keys(value).flatMap((key) => check(value[key], join(path, key))) : problem(value, path, 'an object');
/** An object with these keys only; those listed must be there. */
export const shapeOf =
  (shape: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path) => {
    if (!isObject(value)) return problem(value, path, 'an object');
    const known = Object.keys(shape);
    const missing = required.filter((key) => ownValue(value, key) === undefined);
    if (missing.length > 0) return problem(value, path, `the keys ${missing.join(', ')}`);
    return Object.keys(value).flatMap((key) => {
      const check = ownValue(shape, key);
      return check ? check(value[key], join(path, key)) : problem(key, join(path, key), `a known key: ${known.join(', ')}`);
    });
  };
/** `Object.fromEntries` of plain checks. */
export const fromPairs = (pairs: readonly (readonly [string, Check])[]): Readonly<Record<string, Check>> => {
  const shape: Record<string, Check> = {};
  for (const [key, check] of pairs) shape[key] = check;
  return shape;
};
const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
