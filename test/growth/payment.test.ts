import { describe, expect, it } from 'vitest';
import type { CleanSeries } from '../../src/growth/clean.ts';
import { explainGrowth } from '../../src/growth/payment.ts';
import { acts, cleanOf, repeated } from './clean-series.ts';

const unknown = Number.NaN;
const steady = (count: number, mean = 0, deviation = 0) => ({
  mean: new Float64Array(count).fill(mean),
  deviation: new Float64Array(count).fill(deviation),
});

describe('a jump is more than', () => {
  interface Step {
    readonly before?: number;
    readonly mean?: number;
    readonly deviation?: number;
    readonly gap?: number;
    readonly usualGap?: number;
    readonly rounding?: number;
  }
  const step = (growth: number, { before = 1000, mean = 0, deviation = 0, gap = 1, usualGap = 1, rounding = 0 }: Step) => {
    const series = cleanOf([before, before + growth], {
      times: Float64Array.from([5, 5 + gap]),
      usualGap,
      rounding: Float64Array.of(0, rounding),
    });
    const { excess, tolerance, isJump, drop } = explainGrowth(series, steady(2, mean, deviation));
    return { excess: excess[1] ?? 0, tolerance: tolerance[1] ?? 0, isJump: isJump[1] === 1, drop: drop[1] ?? 0 };
  };

  // The most that is no jump, and the most that is no drop, with the excess over the expected growth.
  it.each([
    // 1000 (e^0.004 - 1) = 4.008
    ['0.4 %', {}, 4, -4],
    // 100 (e^0.02 - 1) = 2.02
    ['two followers and what belongs to them', { before: 100 }, 2, -2],
    // 1000 (e^0.011 - 1) = 11.06
    ['the rounding of the counts', { rounding: 10 }, 11, -11],
    // 1000 (e^0.03 - 1) = 30.45
    ['three deviations', { deviation: 0.01 }, 30, -30],
    // 1000 (e^0.06 - 1) = 61.84
    ['three deviations of four days', { deviation: 0.01, gap: 4 }, 61, -61],
    ['three deviations of a day, in a sheet with a row in four days', { deviation: 0.01, usualGap: 4 }, 61, -61],
    // Expected 20.2, and as much again.
    ['twice the usual growth', { mean: 0.02 }, 40, 0],
    // Expected -19.8; 1000 (e^0.02 - 1) = 20.2.
    ['what is due where followers usually leave', { mean: -0.02 }, 0, -40],
    // Expected 30.45, and as much again.
    ['twice the usual growth of three days', { mean: 0.01, gap: 3 }, 60, 0],
    // Expected 1.005, tolerated 100 (e^0.05008 - 1) = 5.135 by (2 + 3 √1.005) / 100.
    ['what chance brings a small account', { before: 100, mean: 0.01 }, 6, -4],
  ])('%s', (_, given, most, least) => {
    expect([step(most, given).isJump, step(most + 1, given).isJump]).toEqual([false, true]);
    expect([step(least, given).drop > 0, step(least - 1, given).drop > 0]).toEqual([false, true]);
    expect([step(most, given).drop, step(most + 1, given).drop, step(least - 1, given).isJump]).toEqual([0, 0, false]);
  });

  it('counts from the growth that was due', () => {
    expect(step(100, { mean: 0.02 }).excess).toBeCloseTo(100 - 1000 * (Math.exp(0.02) - 1), 9);
    expect(step(-100, { mean: 0.02 }).drop).toBeCloseTo(100 + 1000 * (Math.exp(0.02) - 1), 9);
    expect(step(100, { mean: 0.01, gap: 3 }).excess).toBeCloseTo(100 - 1000 * (Math.exp(0.03) - 1), 9);
  });

  it('stays a number in an account that does anything', () => {
    expect(step(100, { deviation: 1000 }).tolerance).toBeCloseTo(1000 * (Math.exp(20) - 1), 0);
  });

  it('cannot be said of the oldest row', () => {
    const { excess, tolerance, isJump, drop, unpaid } = explainGrowth(cleanOf([1000, 1000]), steady(2));
    expect([excess[0], tolerance[0], isJump[0], drop[0], unpaid[0]]).toEqual([0, 0, 0, 0, 0]);
  });
});

/** Thirty days of a thousand followers; jumps come on the days given and stay. What of them nothing pays for. */
function unpaidOf(jumps: Readonly<Record<number, number>>, given: Partial<CleanSeries>): readonly number[] {
  let followers = 1000;
  const counts = Array.from({ length: 30 }, (_, day) => {
    followers += jumps[day] ?? 0;
    return followers;
  });
  return [...explainGrowth(cleanOf(counts, given), steady(30)).unpaid];
}
/** Ten likes a day, more on the days given. */
const liked = (replaced: Readonly<Record<number, number>>) => [acts(repeated(30, 10, replaced))];

describe('a jump is paid for', () => {
  // On other days nobody comes, so a like brings the least, 0.2 followers, and a person reached 0.02; what counts begins at 1.5 times the usual.
  it.each([
    ['by likes beyond one and a half of the usual', { activity: liked({ 15: 265 }) }, 100 - 0.2 * 250],
    ['by no likes up to that', { activity: liked({ 15: 15 }) }, 100],
    ['by reach beyond one and a half of the usual', { reach: Float64Array.from(repeated(30, 1000, { 15: 4000 })) }, 100 - 0.02 * 2500],
    ['by nothing where nothing is known', {}, 100],
    ['by nothing where nothing is known of the day', { activity: liked({ 15: unknown }) }, 100],
    ['altogether by the sheet itself', { explained: Uint8Array.from(repeated(30, 0, { 15: 1 })) }, 0],
    ['by no explanation of another day', { explained: Uint8Array.from(repeated(30, 0, { 14: 1 })) }, 100],
  ])('%s', (_, given, expected) => {
    expect(unpaidOf({ 15: 100 }, given)[15]).toBeCloseTo(expected, 9);
  });

  it.each([
    [10, false],
    [14, true],
    [15, true],
    [16, true],
    [18, false],
  ])('by activity of the days around: day %d, %j', (day, isPaid) => {
    expect(unpaidOf({ 15: 60 }, { activity: liked({ [day]: 1000 }) })[15] === 0).toBe(isPaid);
  });

  it('once by each like, the older jump first', () => {
    const unpaid = unpaidOf({ 14: 50, 15: 50 }, { activity: liked({ 14: 365 }) });
    expect([unpaid[14], unpaid[15]]).toEqual([0, expect.closeTo(30, 9)]);
  });

  it('by less where the same attention brought nobody on the days around', () => {
    const alone = unpaidOf({ 15: 100 }, { activity: liked({ 15: 265 }) })[15] ?? 0;
    const amid = unpaidOf({ 15: 100 }, { activity: liked({ 9: 265, 10: 265, 15: 265, 20: 265, 21: 265 }) })[15] ?? 0;
    expect(amid).toBeGreaterThan(alone + 20);
  });
});

it('a run of five rows each raised by half a jump is a change of level; of four it is not', () => {
  const jumps = (rows: number) => {
    const counts = Array.from({ length: 30 }, (_, day) => 1000 + 3 * Math.min(rows, Math.max(0, day - 9)));
    return explainGrowth(cleanOf(counts), steady(30)).isJump.reduce((sum, jump) => sum + jump, 0);
  };
  expect([jumps(4), jumps(5)]).toEqual([0, 5]);
});
