import { describe, expect, it } from 'vitest';
import { placesInOrder } from '../../src/base/order.ts';
import { rankCorrelation, ranksInOrder, ranksOf, stratifiedRankSum } from '../../src/base/ranks.ts';
import { fc, test as property } from './property.ts';

const counts = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 });

describe('ranks', () => {
  it('share their mean where values are equal', () => {
    expect(ranksOf([20, 10, 30, 20])).toEqual({ ranks: Float64Array.of(2.5, 1, 4, 2.5), ties: 6 });
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
