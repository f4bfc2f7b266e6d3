import { describe, expect, it } from 'vitest';
import { type Check, fromPairs, isObject, listOf, mapOf, number, oneOf, shapeOf, text } from '../../src/audit/shape.ts';

/** What is said of a value: each problem in one line. */
const problemsOf = (check: Check, value: unknown, path = 'a') =>
  check(value, path).map((problem) => `${problem.path}: ${problem.got}, not ${problem.expected.en}`);

const size = oneOf(['small', 'large']);
const order = shapeOf({ name: text, count: number(0) }, { sizes: listOf(size) });

describe('what is accepted', () => {
  const accepted: readonly (readonly [string, Check, unknown])[] = [
    ['a text', text, ''],
    ['a number', number(), -1.5],
    ['the least number', number(0), 0],
    ['one of the choices', size, 'large'],
    ['an empty list', listOf(text), []],
    ['a list', listOf(number()), [1, 2]],
    ['an empty map', mapOf(text), {}],
    ['a map of any keys', mapOf(number()), { one: 1, constructor: 2 }],
    ['an object with its required keys', order, { name: 'x', count: 1 }],
    ['an object with all keys', order, { name: 'x', count: 0, sizes: ['small'] }],
    ['an object of which nothing is required', shapeOf({}, { name: text }), {}],
  ];
  it.each(accepted)('%s', (_, check, value) => {
    expect(check(value, 'a')).toEqual([]);
  });
});

describe('what is wrong is named with its path, what is there, and what would be accepted', () => {
  const refused: readonly (readonly [Check, unknown, readonly string[]])[] = [
    [text, 5, ['a: 5, not a text']],
    [text, undefined, ['a: undefined, not a text']],
    [number(), '5', ['a: "5", not a number']],
    [number(), Number.POSITIVE_INFINITY, ['a: null, not a number']],
    [number(), Number.NaN, ['a: null, not a number']],
    [number(0), -0.1, ['a: -0.1, not a number from 0 up']],
    [number(1), 0.5, ['a: 0.5, not a number']],
    [size, 'huge', ['a: "huge", not one of "small", "large"']],
    [size, 0, ['a: 0, not one of "small", "large"']],
    [listOf(text), { length: 0 }, ['a: {"length":0}, not a list']],
    [listOf(text), ['x', 1, 'y', null], ['a[1]: 1, not a text', 'a[3]: null, not a text']],
    [mapOf(text), ['x'], ['a: ["x"], not an object']],
    [mapOf(text), null, ['a: null, not an object']],
    [mapOf(text), { one: 1, two: 'x', three: 3 }, ['a.one: 1, not a text', 'a.three: 3, not a text']],
    [order, 'x', ['a: "x", not an object']],
    [order, [], ['a: [], not an object']],
    [order, { sizes: 7 }, ['a: {"sizes":7}, not the keys name, count']],
    [order, { name: 'x' }, ['a: {"name":"x"}, not the keys count']],
    [
      order,
      { name: 1, count: -1, sizes: ['small', 'huge'] },
      ['a.name: 1, not a text', 'a.count: -1, not a number from 0 up', 'a.sizes[1]: "huge", not one of "small", "large"'],
    ],
    [order, { name: 'x', count: 1, price: 2 }, ['a.price: "price", not a known key: name, count, sizes']],
  ];
  it.each(refused)('%#: %j', (check, value, problems) => {
    expect(problemsOf(check, value)).toEqual(problems);
  });

  it('at the top too, where there is no path yet', () => {
    expect(problemsOf(text, 5, '')).toEqual(['value: 5, not a text']);
    expect(problemsOf(order, { name: 1, count: 1 }, '')).toEqual(['name: 1, not a text']);
    expect(problemsOf(mapOf(text), { one: 1 }, '')).toEqual(['one: 1, not a text']);
  });

  it('keys that every object inherits are neither known nor there', () => {
    expect(problemsOf(shapeOf({}, { name: text }), { constructor: 'x' })).toEqual(['a.constructor: "constructor", not a known key: name']);
    expect(problemsOf(shapeOf({ toString: text }), {})).toEqual(['a: {}, not the keys toString']);
  });

  it('long values are cut', () => {
    // With its quotes the first is 60 long, the second 61.
    expect(problemsOf(number(), 'x'.repeat(58))).toEqual([`a: "${'x'.repeat(58)}", not a number`]);
    expect(problemsOf(number(), 'x'.repeat(59))).toEqual([`a: "${'x'.repeat(58)}…, not a number`]);
  });
});

it.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  ['x', false],
  [undefined, false],
])('%#: a map of keys to values? %j', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});

it('a shape is made of pairs, later ones first', () => {
  const check = shapeOf(
    {},
    fromPairs<unknown>([
      ['name', number()],
      ['name', text],
      ['count', number()],
    ]),
  );
  expect(problemsOf(check, { name: 'x', count: 'y' })).toEqual(['a.count: "y", not a number']);
});
