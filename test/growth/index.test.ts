import { describe, expect, it } from 'vitest';
import { estimateInertGrowth } from '../../src/growth/index.ts';
import type { AccountSeries } from '../../src/growth/series.ts';
import { acts, repeated } from './clean-series.ts';

const unknown = Number.NaN;
const sigmoid = (odds: number) => 1 / (1 + Math.exp(-odds));

/** Not a round number: counts are exact. */
const BASE = 1001;

/** Forty days of as many followers; what comes or goes on the days given stays so. */
function followersOf(changes: Readonly<Record<number, number>>): readonly number[] {
  let followers = BASE;
  return Array.from({ length: 40 }, (_, day) => {
    followers += changes[day] ?? 0;
    return followers;
  });
}

function estimated(changes: Readonly<Record<number, number>>, more: Partial<AccountSeries> = {}) {
  const growth = estimateInertGrowth({ followers: followersOf(changes), activity: [], ...more });
  if (growth.status !== 'estimated') throw new Error(growth.status);
  return growth;
}
const flagged = ({ flags }: { readonly flags: Float64Array }) => [...flags].flatMap((flag, row) => (flag === 1 ? [row] : []));

describe('what can be estimated', () => {
  it('takes four rows with followers', () => {
    expect(estimateInertGrowth({ followers: [100, unknown, 101, 102, 0], activity: [] })).toEqual({
      status: 'too-few-rows',
      usableRows: 3,
    });
    expect(estimateInertGrowth({ followers: [100, unknown, 101, 102, 103], activity: [] })).toMatchObject({
      status: 'estimated',
      usableRows: 4,
    });
  });

  it('is one account, but few rows are named first', () => {
    expect(estimateInertGrowth({ followers: [100, 900, 100, 900], activity: [] })).toEqual({ status: 'several-accounts' });
    expect(estimateInertGrowth({ followers: [100, 900, 100], activity: [] }).status).toBe('too-few-rows');
  });

  it('is said of each row but the oldest and those that cannot be used', () => {
    expect([...estimated({}, { followers: [unknown, 1000, 1001, 0, 1002, 1003] }).flags]).toEqual([unknown, unknown, 0, unknown, 0, 0]);
    expect([...estimated({}, { followers: [103, 102, 101, 100], days: [4, 3, 2, 1] }).flags]).toEqual([0, 0, 0, unknown]);
  });
});

describe('the risk', () => {
  // A third of the audience comes in a day, hundreds of times the usual pace: an event of three log-odds, the most there are.
  const jump = { 20: 330 };
  const likes = acts(repeated(40, 10));

  it('is high where nothing accompanies a jump, lower where only one sum is kept, and ends at 0.6 without any activity', () => {
    const risk = (kind: 'likes' | 'total') => estimated(jump, { activity: [{ ...likes, kind }] }).risk;
    expect(risk('likes')).toBeGreaterThan(0.9);
    expect(risk('total')).toBeLessThan(risk('likes'));
    expect(estimated(jump).risk).toBeGreaterThan(0.5);
    expect(estimated(jump).risk).toBeLessThan(0.6);
  });

  it('is hardly any where nothing happened, or all is explained', () => {
    const explained = repeated(40, 0).map((_, day) => day === 20);
    for (const growth of [estimated({}), estimated(jump, { explained })]) {
      expect(growth.risk).toBeCloseTo(0.04 + 0.96 * sigmoid(-5), 9);
      expect([growth.share, growth.low, growth.high, flagged(growth)]).toEqual([0, 0, 0, []]);
    }
    expect(estimated(jump, { explained }).events).toMatchObject([{ gained: 330, unexplained: 0, isExplained: true, isFlagged: false }]);
  });

  it('is at most 0.45 where followers grow day by day and activity does not: no row can be shown', () => {
    const followers = Array.from({ length: 40 }, (_, day) => 1000 * 20 ** (day / 39));
    const { risk, events, share } = estimated({}, { followers, activity: [likes] });
    expect(risk).toBe(0.45);
    expect([events, share]).toEqual([[], 0]);
  });
});

describe('followers who vanish later', () => {
  it.each([
    ['a third of the gain', { 20: 330, 30: -100 }, 100],
    ['a third, in two days', { 20: 330, 30: -50, 35: -50 }, 100],
    ['on the very next day', { 20: 330, 21: -100 }, 100],
    ['on the last day', { 20: 330, 39: -100 }, 100],
    ['less than a fifth', { 20: 330, 30: -65 }, 0],
    ['a fifth', { 20: 330, 30: -66 }, 66],
    ['one and a half of it', { 20: 330, 30: -495 }, 495],
    ['more than that: no longer only those', { 20: 330, 30: -496 }, 0],
    ['before the gain', { 10: -100, 20: 330 }, 0],
    ['on the day before', { 19: -100, 20: 330 }, 0],
    ['nothing beyond the usual', { 20: 330, 30: -4, 31: -4, 32: -4 }, 0],
    ['half of a larger one', { 20: 60, 30: -30 }, 30],
    ['after the second gain', { 10: 60, 20: 600, 30: -200 }, 200],
  ])('%s', (_, changes, expected) => {
    expect(estimated(changes).vanished).toBeCloseTo(expected, 9);
  });

  it('add to the risk, and are no longer part of the share', () => {
    const { risk, share } = estimated({ 20: 330, 30: -100 });
    expect(risk).toBeGreaterThan(estimated({ 20: 330 }).risk);
    expect(share).toBeCloseTo((0.9 * risk * 230) / (BASE + 230), 9);
  });
});

describe('the share', () => {
  it('is nine tenths of the unexplained followers, as likely as they are inert', () => {
    const { risk, share, low, high } = estimated({ 20: 330 });
    expect(share).toBeCloseTo((0.9 * risk * 330) / (BASE + 330), 9);
    expect([low, high]).toEqual([expect.closeTo((0.5 * 330) / (BASE + 330), 9), expect.closeTo((1.1 * 330) / (BASE + 330), 9)]);
  });

  it('may be none while the risk is low', () => {
    const { risk, share, low, high } = estimated({ 20: 20 });
    expect(risk).toBeLessThan(0.5);
    expect([low, high]).toEqual([0, expect.closeTo((1.1 * 20) / (BASE + 20), 9)]);
    expect(share).toBeCloseTo((0.9 * risk * 20) / (BASE + 20), 9);
  });

  it('is never more than all', () => {
    expect(estimated({ 20: 99_000 }).high).toBe(1);
  });
});

describe('flagged rows', () => {
  it('are those of events, with their unexplained followers, in the order of the sheet', () => {
    const growth = estimated({ 20: 330 });
    expect([flagged(growth), growth.unexplained[20], growth.unexplained[21]]).toEqual([[20], 330, 0]);
    const upside = estimated({}, { followers: [...followersOf({ 20: 330 })].reverse(), days: repeated(40, 0).map((_, row) => 40 - row) });
    expect([flagged(upside), upside.unexplained[19], upside.events[0]?.rows]).toEqual([[19], 330, [19]]);
  });

  it.each([
    ['the first', [20]],
    ['the second', [21]],
    ['both', [20, 21]],
  ])('are none of a day on which %s of two posts is explained, whichever had more likes', (_, marked) => {
    // The day of the jump has two posts, which count the same followers.
    const days = repeated(42, 0).map((_, row) => (row <= 20 ? row : row - 1));
    const followers = days.map((day) => (day < 20 ? BASE : BASE + 330));
    const explained = days.map((_, row) => marked.includes(row));
    for (const likes of [
      [10, 11],
      [11, 10],
      [10, 10],
    ]) {
      const values = days.map((_, row) => likes[row - 20] ?? 10);
      const growth = estimated({}, { followers, days, explained, activity: [acts(values)] });
      expect([growth.risk < 0.3, flagged(growth)]).toEqual([true, []]);
    }
  });

  it('are none that the sheet explains, though others be flagged', () => {
    const growth = estimated({ 10: 330, 30: 440 }, { explained: repeated(40, 0).map((_, day) => day === 10) });
    expect([flagged(growth), growth.events.map(({ isExplained }) => isExplained)]).toEqual([[30], [true, false]]);
  });

  it('are no crumbs of their event', () => {
    // Less than half of what its rows usually have.
    expect(flagged(estimated({ 20: 1000, 21: 300 }))).toEqual([20]);
    expect(flagged(estimated({ 20: 1000, 21: 400 }))).toEqual([20, 21]);
  });
});
