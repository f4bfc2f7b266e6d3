import { describe, expect, it } from 'vitest';
import {
  firstPlace,
  knownOf,
  largestOf,
  medianOf,
  normalBelow,
  numbersFrom,
  quantileOf,
  regress,
  robustDeviation,
  smallestOf,
  weightedQuantiles,
} from '../../src/base/statistics.ts';
import { fc, test as property } from './property.ts';

const numbers = (...values: readonly number[]) => Float64Array.from(values);
const counts = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 });

describe('quantiles', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[5, 4, 3, 2, 1], 0.25, 2],
    [[7], 0.9, 7],
    [[], 0.5, Number.NaN],
  ])('%j at %d is %d', (values, share, expected) => {
    expect(quantileOf(values, share)).toBe(expected);
  });

  property([counts])('leave the numbers as they were', (values) => {
    const given = Float64Array.from(values);
    medianOf(given);
    expect([...given]).toEqual(values);
  });

  it('by weight: the value at which a share of the weight is reached', () => {
    expect(weightedQuantiles(numbers(3, 1, 2), numbers(1, 1, 2), [0.25, 0.26, 0.75, 0.8])).toEqual([1, 2, 2, 3]);
    expect(weightedQuantiles(numbers(), numbers(), [0.5])).toEqual([Number.NaN]);
  });
});

it('robustDeviation is that of a normal sample, whatever one number does', () => {
  expect(robustDeviation([1, 2, 3, 4, 100])).toBeCloseTo(1.4826, 10);
  expect(robustDeviation([1, 2, 3, 4, 1e9])).toBeCloseTo(1.4826, 10);
});

it('numbersFrom asks for each place once, in their order', () => {
  const asked: number[] = [];
  expect([...numbersFrom(3, (place) => asked.push(place) * 10)]).toEqual([10, 20, 30]);
  expect(asked).toEqual([0, 1, 2]);
});

it('largest, smallest, known and made numbers are found in lists of any length', () => {
  const many = numbersFrom(500_000, (index) => (index * 7919) % 500_009);
  expect([largestOf(many), smallestOf(many)]).toEqual([many.reduce((one, other) => Math.max(one, other)), 0]);
  expect([largestOf(numbers(2, 9, 4)), smallestOf(numbers(2, 9, 4))]).toEqual([9, 2]);
  expect([largestOf([]), smallestOf([])]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect([...knownOf(numbers(Number.NaN, 3, Number.NaN, 0, 4))]).toEqual([3, 0, 4]);
});

it.each([0, 1, 4, 9])('firstPlace finds place %d', (wanted) => {
  expect(firstPlace(10, (place) => place >= wanted)).toBe(wanted);
});
it('firstPlace is the last place where nothing is reached', () => {
  expect(firstPlace(10, () => false)).toBe(9);
});

it.each([
  [0, 0.5],
  [1.959964, 0.975],
  [-1.959964, 0.025],
])('normalBelow(%d) is %d', (z, expected) => {
  expect(normalBelow(z)).toBeCloseTo(expected, 3);
});

describe('a straight line', () => {
  const x = numbersFrom(10, (index) => index);

  it('has the slope of its points, and a variance from their successive differences', () => {
    const { slope, variance } = regress(
      x,
      x.map((value) => 2 * value + 1),
    );
    expect(slope).toBeCloseTo(2, 12);
    // Nine steps of 2: 36 / 18, over the squares 82.5.
    expect(variance).toBeCloseTo(2 / 82.5, 12);
  });

  it('hardly moves for one wild point', () => {
    const y = x.map((value) => (value === 9 ? 1e6 : 2 * value + 1));
    expect(regress(x, y).slope).toBeLessThan(4);
  });

  it('says nothing where all points lie above each other', () => {
    expect(regress(numbers(1, 1, 1), numbers(1, 2, 3))).toEqual({ slope: 0, variance: Number.POSITIVE_INFINITY });
  });
});
