import { describe, expect, it } from 'vitest';
import { placesInOrder } from '../../src/base/order.ts';
import { fc, test as property } from './property.ts';

/** The slow way: by the numbers, and by the places of equal ones. */
const expected = (numbers: readonly number[]) =>
  numbers.map((_, place) => place).sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0) || one - other);

describe('places in order', () => {
  it.each([
    ['equal values stay as they stand', [3, 1, 2, 1], [1, 3, 2, 0]],
    ['nothing', [], []],
    ['in order already', [1, 1, 2], [0, 1, 2]],
  ])('%s', (_, numbers, places) => {
    expect([...placesInOrder(numbers)]).toEqual(places);
  });

  // Few numbers are sorted by comparing, many by their digits.
  const some = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 });
  property([some, fc.constantFrom(1, 300, 7000)], 60)('are those of a sort by the numbers, however many they are', (values, count) => {
    const numbers = Array.from({ length: count }, (__, place) => (values[place % values.length] ?? 0) * (1 + (place % 7)));
    expect([...placesInOrder(numbers)]).toEqual(expected(numbers));
  });

  it.each([3, 7000])('of %d numbers 0 and -0 are equal, endless ones at the ends', (count) => {
    const given = [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1e-300, 1e300, -5];
    const numbers = Array.from({ length: count }, (_, place) => given[place % given.length] ?? 0);
    expect([...placesInOrder(numbers)]).toEqual(
      numbers
        .map((__, place) => place)
        .sort((one, other) => {
          const [a = 0, b = 0] = [numbers[one], numbers[other]];
          return a < b ? -1 : a > b ? 1 : one - other;
        }),
    );
  });
});
