import { expect, it } from 'vitest';
import { eachWindow, middleOf } from '../../src/base/windows.ts';
import { fc, test as property } from './property.ts';

const ascending = (values: readonly number[]) => [...values].filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);

property([
  fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }), fc.constant(Number.NaN)), { maxLength: 60 }),
  fc.integer({ min: 0, max: 9 }),
])('a window holds the known values around each entry, in ascending order', (values, halfWindow) => {
  const seen: number[][] = [];
  eachWindow(values, halfWindow, (sorted, size, entry) => {
    // One after another, none before the first.
    expect(entry === seen.length).toBe(true);
    seen.push([...sorted.subarray(0, size)]);
  });
  const expected = values.map((_, entry) => ascending(values.slice(Math.max(0, entry - halfWindow), entry + halfWindow + 1)));
  // Zero and minus zero are the same number.
  expect(seen.map((window) => window.map((value) => value + 0))).toEqual(expected.map((window) => window.map((value) => value + 0)));
});

it.each([
  [[1, 2, 9], 3, -1, 2],
  [[1, 2, 3, 9], 4, -1, 2.5],
  [[1, 2, 3, 9], 3, -1, 2],
  [[1, 2, 9], 3, 0, 5.5],
  [[1, 2, 9], 3, 1, 5],
  [[1, 2, 9], 3, 2, 1.5],
  [[1, 2, 3, 9], 4, 1, 3],
  [[], 0, -1, Number.NaN],
])('the middle of %j, the first %d, without place %d, is %d', (sorted, size, without, expected) => {
  expect(middleOf(sorted, size, without)).toBe(expected);
});

it('the middle is that of all places unless one is left out', () => {
  expect(middleOf([1, 2, 9], 3)).toBe(2);
});
