import { ownValue } from '../base/records.ts';
import type { Text } from '../i18n/language.ts';

/** Checks of JSON of unknown origin: settings files, and what a page sends to the server. */

/** One thing wrong, named by its path: what is there, and what would be accepted. */
export interface ShapeProblem {
  readonly path: string;
  readonly got: string;
  readonly expected: Text;
}

/** Everything wrong with a value; nothing wrong is an empty list, and then the value is a `Value`. */
export interface Check<Value = unknown> {
  (value: unknown, path: string): readonly ShapeProblem[];
  /** For the compiler only: never there. */
  readonly accepts?: Value;
}

/** What a check accepts. */
export type Checked<C> = C extends Check<infer Value> ? Value : never;

/** Whether there is nothing wrong with a value. */
export const isAccepted = <Value>(check: Check<Value>, value: unknown): value is Value => check(value, '').length === 0;

const show = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
export const problem = (value: unknown, path: string, expected: Text) => [{ path: path || 'value', got: show(value), expected }];

const anObject: Text = { en: 'an object', ru: 'объект' };
const oneOfThese = (choices: string): Text => ({ en: `one of ${choices}`, ru: `одно из ${choices}` });

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check<string> = (value, path) => (typeof value === 'string' ? [] : problem(value, path, { en: 'a text', ru: 'текст' }));
export const flag: Check<boolean> = (value, path) =>
  typeof value === 'boolean' ? [] : problem(value, path, { en: 'true or false', ru: 'true или false' });
export const number =
  (least = Number.NEGATIVE_INFINITY): Check<number> =>
  (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? []
      : problem(value, path, least === 0 ? { en: 'a number from 0 up', ru: 'число от 0' } : { en: 'a number', ru: 'число' });
export const oneOf =
  <const Choice extends string>(choices: readonly Choice[]): Check<Choice> =>
  (value, path) =>
    typeof value === 'string' && choices.some((choice) => choice === value)
      ? []
      : problem(value, path, oneOfThese(choices.map((choice) => `"${choice}"`).join(', ')));
export const listOf =
  <Item>(check: Check<Item>): Check<readonly Item[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : problem(value, path, { en: 'a list', ru: 'список' });
export const mapOf =
  <Item>(check: Check<Item>): Check<Readonly<Record<string, Item>>> =>
  (value, path) =>
    isObject(value) ? Object.keys(value).flatMap((key) => check(value[key], join(path, key))) : problem(value, path, anObject);

export type Shape = Readonly<Record<string, Check>>;
type Values<S extends Shape> = { readonly [Key in keyof S]: Checked<S[Key]> };
type Flat<T> = { readonly [Key in keyof T]: T[Key] };

/** An object with these keys only: all of the first, any of the second. */
export const shapeOf =
  <Required extends Shape, Optional extends Shape = Record<never, Check>>(
    required: Required,
    optional?: Optional,
  ): Check<Flat<Values<Required> & Partial<Values<Optional>>>> =>
  (value, path) => {
    if (!isObject(value)) return problem(value, path, anObject);
    const shape: Shape = { ...required, ...optional };
    const missing = Object.keys(required).filter((key) => ownValue(value, key) === undefined);
    if (missing.length > 0) return problem(value, path, { en: `the keys ${missing.join(', ')}`, ru: `ключи ${missing.join(', ')}` });
    return Object.keys(value).flatMap((key) => {
      const check = ownValue(shape, key);
      return check
        ? check(value[key], join(path, key))
        : problem(key, join(path, key), {
            en: `a known key: ${Object.keys(shape).join(', ')}`,
            ru: `известный ключ: ${Object.keys(shape).join(', ')}`,
          });
    });
  };
/** An object of one of several shapes, told apart by the text under this key. */
export const unionOf =
  <Key extends string, Shapes extends Readonly<Record<string, Check>>>(
    key: Key,
    shapes: Shapes,
  ): Check<{ [Name in keyof Shapes & string]: Flat<{ readonly [K in Key]: Name } & Checked<Shapes[Name]>> }[keyof Shapes & string]> =>
  (value, path) => {
    if (!isObject(value)) return problem(value, path, anObject);
    const { [key]: name, ...rest } = value;
    const wrong = oneOf(Object.keys(shapes))(name, join(path, key));
    return wrong.length > 0 ? wrong : (ownValue(shapes, String(name))?.(rest, path) ?? []);
  };
/** `Object.fromEntries` of plain checks. */
export const fromPairs = <Item>(pairs: readonly (readonly [string, Check<Item>])[]): Readonly<Record<string, Check<Item>>> => {
  const shape: Record<string, Check<Item>> = {};
  for (const [key, check] of pairs) shape[key] = check;
  return shape;
};
const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
