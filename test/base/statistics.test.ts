import { describe, expect, it } from 'vitest';
import {
  firstPlace,
  knownOf,
  largestOf,
  medianOf,
  normalBelow,
  numbersFrom,
  placesInOrder,
  quantileOf,
  rankCorrelation,
  ranksInOrder,
  ranksOf,
  regress,
  robustDeviation,
  smallestOf,
  stratifiedRankSum,
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

describe('ranks', () => {
  it('share their mean where values are equal', () => {
    expect(ranksOf([20, 10, 30, 20])).toEqual({ ranks: numbers(2.5, 1, 4, 2.5), ties: 6 });
  });

  property([counts])('are one more than the smaller values and half of the other equal ones', (values) => {
    const { ranks } = ranksOf(values);
    const expected = values.map(
      (own) => values.filter((value) => value < own).length + (values.filter((value) => value === own).length + 1) / 2,
    );
    expect([...ranks]).toEqual(expected);
  });

  property([counts])('are the same where the order is known', (values) => {
    expect(ranksInOrder(values, placesInOrder(values))).toEqual(ranksOf(values));
  });
});

describe('places in order', () => {
  it('leave equal values as they stand', () => {
    expect(placesInOrder([3, 1, 2, 1])).toEqual([1, 3, 2, 0]);
  });
});

describe('the stratified rank-sum test', () => {
  const stratum = (own: readonly number[], others: readonly number[]) => ({
    ranking: ranksOf([...own, ...others]),
    own: own.map((_, place) => place),
  });
  // Worked out by hand: (W - E) / (n + 1), each with its variance.
  it.each([
    ['one group', [stratum([1, 2], [3, 4, 5])], -Math.sqrt(3)],
    ['the other way round', [stratum([4, 5], [1, 2, 3])], Math.sqrt(3)],
    ['two groups of another level', [stratum([1, 2], [3, 4, 5]), stratum([101, 102], [103, 104, 105])], -Math.sqrt(6)],
    ['ties', [stratum([1, 1], [1, 2])], -1],
    ['a group of one side only says nothing', [stratum([1, 2], [3, 4, 5]), stratum([9], []), stratum([], [9])], -Math.sqrt(3)],
    ['nothing', [], 0],
    ['only ties', [stratum([5], [5, 5])], 0],
  ])('%s', (_, strata, z) => {
    expect(stratifiedRankSum(strata)).toBeCloseTo(z, 12);
  });
});

describe('Spearman’s correlation', () => {
  it('is that of a textbook example', () => {
    const quotients = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    const { correlation, p } = rankCorrelation(quotients, hours);
    expect(correlation).toBeCloseTo(-29 / 165, 12);
    // Two-sided, z = 0.1758 · √9.
    expect(p).toBeCloseTo(0.598, 2);
  });

  it.each([
    ['rising', [1, 2, 3], [10, 20, 400], 1],
    ['falling', [1, 2, 3], [3, 2, 1], -1],
    ['two points', [1, 2], [1, 2], 0],
    ['one side constant', [1, 2, 3], [5, 5, 5], 0],
    ['the other side constant', [5, 5, 5], [1, 2, 3], 0],
  ])('%s', (_, x, y, expected) => {
    expect(rankCorrelation(x, y).correlation).toBeCloseTo(expected, 12);
  });

  it('has no chance of coincidence to offer where it cannot be told', () => {
    expect(rankCorrelation([1, 2], [1, 2]).p).toBe(1);
  });
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
