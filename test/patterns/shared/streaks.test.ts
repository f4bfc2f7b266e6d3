import { describe, expect, it } from 'vitest';
import { streakInflation } from '../../../src/patterns/shared/streaks.ts';
import { createRandom } from '../../simulation/random.ts';

/** Each value shares this part of itself with the one before. */
function series(shared: number, seed: number, length = 4000): readonly number[] {
  const random = createRandom(seed);
  let last = random.normal();
  return Array.from({ length }, () => {
    last = shared * last + Math.sqrt(1 - shared ** 2) * random.normal();
    return last;
  });
}
const paired = (one: readonly number[], other: readonly number[]) => ({ times: one.map((_, place) => place), one, other });
/** So many neighbours hide nothing. */
const MANY = 1e9;

describe('what streaks make of chance', () => {
  // Bartlett 1935: (1 + shared × shared) / (1 - shared × shared)
  it.each([
    [0, 0, 1],
    [0.8, 0, 1],
    [0, 0.8, 1],
    [0.5, 0.5, 1.25 / 0.75],
    [0.8, 0.6, 1.48 / 0.52],
  ])('sharing %s and %s with the post before: %s times the variance', (one, other, expected) => {
    expect(streakInflation(paired(series(one, 1), series(other, 2)), MANY)).toBeCloseTo(expected, 0);
    expect(streakInflation(paired(series(one, 3), series(other, 4)), MANY) / expected).toBeCloseTo(1, 0.8);
  });

  it('is a matter of time, not of the order in the sheet', () => {
    const posts = paired(series(0.7, 1, 60), series(0.7, 2, 60));
    const reversed = { times: [...posts.times].reverse(), one: [...posts.one].reverse(), other: [...posts.other].reverse() };
    expect(streakInflation(reversed, 12)).toBeCloseTo(streakInflation(posts, 12), 9);
  });

  it('counts what the comparison with few neighbours has hidden', () => {
    const posts = paired(series(0.5, 1, 200), series(0.5, 2, 200));
    expect(streakInflation(posts, 12)).toBeGreaterThan(streakInflation(posts, MANY));
  });

  it('is 1 for nothing, for posts that are all alike, and where neighbours alternate', () => {
    const alternating = Array.from({ length: 40 }, (_, place) => (place % 2 === 0 ? 1 : -1));
    const flat = alternating.map(() => 0);
    for (const posts of [paired([], []), paired(flat, flat), paired(alternating, series(0.9, 1, 40))])
      expect(streakInflation(posts, MANY)).toBe(1);
  });
});
