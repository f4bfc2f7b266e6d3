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

/**
 * Thirty days of a thousand followers; jumps come on the days given and stay. What of them nothing pays for. On other days nobody comes, so
 * the price is the least: a like brings 0.2 followers, a person reached 0.01. Units stand for 3.5 likes and 3 people: 0.7 and 0.03.
 */
function unpaidOf(jumps: Readonly<Record<number, number>>, { activity = [], reach, ...given }: Partial<CleanSeries>): readonly number[] {
  let followers = 1000;
  const counts = Array.from({ length: 30 }, (_, day) => {
    followers += jumps[day] ?? 0;
    return followers;
  });
  const series = cleanOf(counts, {
    activity: activity.map(({ kind, values }) => ({ kind, values: values.map((units) => 3.5 * units) })),
    reach: reach?.map((units) => 3 * units),
    ...given,
  });
  return [...explainGrowth(series, steady(30)).unpaid];
}
/** Ten likes a day, more on the days given. */
const liked = (replaced: Readonly<Record<number, number>>) => [acts(repeated(30, 10, replaced))];
/** A thousand reached a day, more on the days given. */
const reaching = (replaced: Readonly<Record<number, number>>) => Float64Array.from(repeated(30, 1000, replaced));

describe('a jump is paid for', () => {
  it.each([
    // Beyond twice the usual ten: a hundred likes, which bring seventy at most.
    ['by likes beyond twice the usual', { activity: liked({ 15: 120 }) }, 30],
    ['by no likes up to twice the usual', { activity: liked({ 15: 20 }) }, 100],
    ['by comments as by likes', { activity: [...liked({ 15: 70 }), acts(repeated(30, 10, { 15: 70 }), 'comments')] }, 30],
    // Beyond one and a half of the usual: a thousand reached, of whom thirty come.
    ['by reach beyond one and a half of the usual', { reach: reaching({ 15: 2500 }) }, 70],
    ['by no reach up to one and a half of the usual', { reach: reaching({ 15: 1500 }) }, 100],
    ['by the more of both, since they are the same people', { activity: liked({ 15: 120 }), reach: reaching({ 15: 2500 }) }, 30],
    ['by the more of both, be it reach', { activity: liked({ 15: 30 }), reach: reaching({ 15: 4500 }) }, 10],
    ['by nothing where nothing is known', {}, 100],
    ['by nothing where nothing is known of the day', { activity: liked({ 15: unknown }) }, 100],
    ['by nothing where nothing was ever known', { activity: [acts(repeated(30, unknown))] }, 100],
    ['altogether by the sheet itself', { explained: Uint8Array.from(repeated(30, 0, { 15: 1 })) }, 0],
    ['by no explanation of another day', { explained: Uint8Array.from(repeated(30, 0, { 14: 1 })) }, 100],
  ])('%s', (_, given, expected) => {
    const unpaid = unpaidOf({ 15: 100 }, given);
    expect(unpaid[15]).toBeCloseTo(expected, 9);
    expect(unpaid.filter((rest, day) => day !== 15 && rest !== 0)).toEqual([]);
  });

  it('altogether as soon as the rest is less than half of what is tolerated', () => {
    // Tolerated are 4.008.
    const rest = (jump: number) => unpaidOf({ 15: jump }, { activity: liked({ 15: 120 }) })[15] ?? 0;
    expect(rest(60)).toBe(0);
    expect(rest(72)).toBe(0);
    expect(rest(73)).toBeCloseTo(3, 9);
  });

  it.each([
    [10, false],
    [11, true],
    [14, true],
    [16, true],
    [17, false],
  ])('by activity from three days before its first day to a day and a half after: day %d, %j', (day, isPaid) => {
    expect(unpaidOf({ 15: 60 }, { activity: liked({ [day]: 120 }) })[15]).toBe(isPaid ? 0 : 60);
    // A day may lie anywhere before the jump was counted.
    const times = Float64Array.from(repeated(30, 0), (_, entry) => (entry < 15 ? entry : entry + 20));
    expect(unpaidOf({ 15: 60 }, { activity: liked({ [day]: 120 }), times })[15]).toBe(isPaid ? 0 : 60);
  });

  it.each([
    [16.6, 0],
    [16.7, 60],
  ])('by activity of the next row if that is day %d: %d stay', (next, expected) => {
    const times = Float64Array.from(repeated(30, 0), (_, entry) => (entry < 16 ? entry : next + entry - 16));
    expect(unpaidOf({ 15: 60 }, { activity: liked({ 16: 120 }), times })[15]).toBe(expected);
  });

  it('though hardly more than usual came: that is no jump', () => {
    // Tolerated are 4.008.
    expect(unpaidOf({ 14: 3, 15: 70 }, { activity: liked({ 15: 120 }) })).toEqual(repeated(30, 0));
    expect(unpaidOf({ 15: 3 }, {})).toEqual(repeated(30, 0));
  });

  it('by several rows together', () => {
    expect(unpaidOf({ 15: 100 }, { activity: liked({ 12: 60, 16: 60 }) })[15]).toBeCloseTo(100 - 2 * 28, 9);
  });

  it('once by each like, the older jump first', () => {
    const unpaid = unpaidOf({ 14: 50, 15: 50 }, { activity: liked({ 14: 120 }) });
    expect([unpaid[14], unpaid[15]]).toEqual([0, expect.closeTo(30, 9)]);
  });

  it('by what older jumps could not use', () => {
    const unpaid = unpaidOf({ 5: 50, 15: 50 }, { activity: liked({ 5: 60, 15: 60 }) });
    expect([unpaid[5], unpaid[15]]).toEqual([expect.closeTo(22, 9), expect.closeTo(22, 9)]);
  });
});

describe('what a metric often does is nothing special', () => {
  // On five days of thirty it stands higher: so do a tenth of the rows.
  const often = (usual: number, value: number, own: number) =>
    repeated(30, usual, { 0: value, 1: value, 2: value, 3: value, 4: value, 15: own });
  it.each([
    ['one and a half of the usual: two count', 15, 120 - 20],
    ['three times the usual', 30, 120 - 30],
    ['ten times the usual: three and a half count', 100, 120 - 35],
  ])('likes are often %s', (_, value, extra) => {
    expect(unpaidOf({ 15: 100 }, { activity: [acts(often(10, value, 120))] })[15]).toBeCloseTo(100 - 0.7 * extra, 9);
  });
  it.each([
    ['as usual: one and a half count', 1000, 4000 - 1500],
    ['twice the usual', 2000, 4000 - 2000],
    ['nine times the usual: two and a half count', 9000, 4000 - 2500],
  ])('reach is often %s', (_, value, extra) => {
    expect(unpaidOf({ 15: 100 }, { reach: Float64Array.from(often(1000, value, 4000)) })[15]).toBeCloseTo(100 - 0.03 * extra, 9);
  });
});

describe('silent days', () => {
  it('do not make an ordinary post a sensation', () => {
    const posts = Array.from({ length: 30 }, (_, day) => (day % 5 === 0 ? 100 : 0));
    expect(unpaidOf({ 15: 100 }, { activity: [acts(posts)] })[15]).toBe(100);
    // Beyond twice the usual hundred of a post.
    const special = posts.map((value, day) => (day === 15 ? 300 : value));
    expect(unpaidOf({ 15: 100 }, { activity: [acts(special)] })[15]).toBeCloseTo(30, 9);
  });

  it.each([
    ['of a few nothing is usual: all of their reach pays', [1, 2, 3, 4, 5, 6], 100],
    ['of eight the usual does not', [0, 1, 2, 3, 4, 5, 6], 400],
  ])('%s', (_, others, expected) => {
    // The day of the jump and the others have no likes and ten thousand reached.
    const silent = Object.fromEntries([15, ...others].map((day) => [day, 0]));
    const loud = Object.fromEntries([15, ...others].map((day) => [day, 10_000]));
    expect(unpaidOf({ 15: 400 }, { activity: liked(silent), reach: reaching(loud) })[15]).toBeCloseTo(expected, 9);
  });
});

describe('the price of a follower', () => {
  /** Forty days on which ten likes bring so many followers; a jump of a thousand with two hundred likes beyond twice the usual. */
  const priced = (quiet: number, kind: 'likes' | 'reach') => {
    const counts = Array.from({ length: 40 }, (_, day) => 10_000 + quiet * day + (day >= 20 ? 1000 : 0));
    const values = Float64Array.from(repeated(40, 10, { 20: 220 }));
    const series = cleanOf(counts, kind === 'likes' ? { activity: [acts([...values])] } : { reach: values.map((value) => 10 * value) });
    return 1000 - (explainGrowth(series, steady(40, quiet / 10_500)).unpaid[20] ?? 0) - quiet;
  };
  it.each([
    // 25 times what ten likes bring on a quiet day, of 200 likes.
    ['of a like is at least 0.2', 'likes', 0, 200 * 0.2],
    ['of a like follows the account', 'likes', 0.2, 200 * 0.5],
    ['of a like is at most 0.7', 'likes', 1, 200 * 0.7],
    // Of 100 people reached; 2,050 are beyond one and a half of the usual.
    ['of a person reached is at least 0.01', 'reach', 0, 2050 * 0.01],
    ['of a person reached follows the account', 'reach', 0.2, 2050 * 0.05],
    ['of a person reached is at most 0.1', 'reach', 1, 2050 * 0.1],
  ] as const)('%s', (_, kind, quiet, paid) => {
    expect(Math.abs(priced(quiet, kind) - paid)).toBeLessThan(1.5);
  });
});
