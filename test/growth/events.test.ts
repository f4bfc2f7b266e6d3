import { describe, expect, it } from 'vitest';
import type { CleanSeries } from '../../src/growth/clean.ts';
import { type Candidate, findEvents } from '../../src/growth/events.ts';
import { cleanOf, repeated } from './clean-series.ts';

/** What each jump gained, and what of it nothing paid for; all of it where that is not said. */
type Jumps = Readonly<Record<number, number | readonly [gained: number, unpaid: number]>>;

interface Account extends Partial<CleanSeries> {
  readonly count?: number;
  /** Followers of every row: gains are given apart. */
  readonly base?: number;
  readonly mean?: number;
  readonly deviation?: number;
  /** Followers beyond the expected on days that are no jumps. */
  readonly after?: Readonly<Record<number, number>>;
}

/** The events of an account whose jumps are given. */
function eventsOf(jumps: Jumps, account: Account = {}): readonly Candidate[] {
  const { count = 60, base = 1000, mean = 0, deviation = 0, after = {}, ...given } = account;
  const excess = Float64Array.from(repeated(count, 0, after));
  const unpaid = new Float64Array(count);
  const isJump = new Uint8Array(count);
  for (const [entry, jump] of Object.entries(jumps)) {
    const [gained, rest] = typeof jump === 'number' ? [jump, jump] : jump;
    excess[Number(entry)] = gained;
    unpaid[Number(entry)] = rest;
    isJump[Number(entry)] = 1;
  }
  const pace = { mean: new Float64Array(count).fill(mean), deviation: new Float64Array(count).fill(deviation) };
  const none = new Float64Array(count);
  return findEvents(cleanOf(repeated(count, base), given), pace, { excess, unpaid, isJump, tolerance: none, drop: none });
}

function eventOf(jumps: Jumps, account: Account = {}): Candidate {
  const [event, ...others] = eventsOf(jumps, account);
  if (!event || others.length > 0) throw new Error(`${others.length} other events`);
  return event;
}

describe('an event', () => {
  const entriesOf = (days: readonly number[], times?: readonly number[]) =>
    eventsOf(Object.fromEntries(days.map((day) => [day, 100])), times ? { count: times.length, times: Float64Array.from(times) } : {}).map(
      ({ entries }) => entries,
    );
  const apart = Array.from({ length: 12 }, (_, row) => 10 * row);
  const often = Array.from({ length: 12 }, (_, row) => row / 2);
  it.each([
    ['one row', [5], undefined, [[5]]],
    ['no row', [], undefined, []],
    ['rows one after another', [5, 6, 7], undefined, [[5, 6, 7]]],
    ['rows with one between, however far apart', [5, 7], apart, [[5, 7]]],
    ['two rows with two between, far apart', [5, 8], apart, [[5], [8]]],
    ['rows three days apart', [5, 8], undefined, [[5, 8]]],
    ['two rows four days apart', [5, 9], undefined, [[5], [9]]],
    ['rows three days apart, with posts between', [2, 8], often, [[2, 8]]],
    ['two rows three and a half days apart, with posts between', [2, 9], often, [[2], [9]]],
    ['rows just 3.1 days apart', [1, 4], [-1, 0, 1, 2, 3.1], [[1, 4]]],
    ['two rows a little more than 3.1 days apart', [1, 4], [-1, 0, 1, 2, 3.11], [[1], [4]]],
    ['a chain, each link near the one before', [2, 5, 8, 11, 20], undefined, [[2, 5, 8, 11], [20]]],
    ['the last row', [59], undefined, [[59]]],
  ])('is %s', (_, days, times, expected) => {
    expect(entriesOf(days, times)).toEqual(expected);
  });

  it('gains what its rows gain, from the audience before them', () => {
    const followers = Float64Array.from(repeated(60, 5000, { 9: 2000, 11: 7000 }));
    expect(eventOf({ 10: [300, 100], 12: [100, 50] }, { followers })).toMatchObject({
      gained: 400,
      unexplained: 150,
      base: 2000,
      paid: 0.625,
    });
  });

  it('is explained if all of its rows are', () => {
    const explained = (...days: readonly number[]) => ({
      explained: Uint8Array.from(repeated(60, 0), (_, day) => (days.includes(day) ? 1 : 0)),
    });
    const isExplained = (...days: readonly number[]) => eventOf({ 10: 100, 11: 100 }, explained(...days)).isExplained;
    expect([isExplained(10, 11), isExplained(10), isExplained(11), isExplained()]).toEqual([true, false, false, false]);
  });
});

describe('how many times the usual pace: growth in logs over', () => {
  // A gain of a tenth. Half a follower, and half the chance variation of those expected, are always usual.
  it.each([
    ['0.0003 of a day', {}, 0.0003 + 0.5 / 1000],
    ['0.0003 of each day', { times: Float64Array.from(repeated(60, 0), (_, row) => 7 * row), usualGap: 7 }, 0.0021 + 0.5 / 1000],
    ['the usual growth', { mean: 0.01 }, 0.01 + (0.5 * (1 + Math.sqrt(10))) / 1000],
    [
      'the usual growth of a longer time',
      { mean: 0.01, times: Float64Array.from(repeated(60, 0), (_, row) => 4 * row) },
      0.04 + (0.5 * (1 + Math.sqrt(40))) / 1000,
    ],
    ['no negative growth', { mean: -0.01 }, 0.0003 + 0.5 / 1000],
    ['the usual variation', { deviation: 0.02 }, 0.02 + 0.5 / 1000],
    ['the usual growth and its variation', { mean: 0.01, deviation: 0.02 }, 0.03 + (0.5 * (1 + Math.sqrt(10))) / 1000],
    // 0.02 √(4 · 4)
    [
      'the variation of a longer time',
      { deviation: 0.02, times: Float64Array.from(repeated(60, 0), (_, row) => 4 * row), usualGap: 4 },
      0.08 + 0.5 / 1000,
    ],
    ['the rounding of the counts', { rounding: new Float64Array(60).fill(100) }, 0.0003 + (0.5 + 40) / 1000],
  ])('%s', (_, account, normal) => {
    expect(eventOf({ 10: 100 }, account).timesUsual).toBeCloseTo(Math.log(1.1) / normal, 6);
  });

  it('all days from the first jump to the last', () => {
    // Three days, the one between included, though it did not jump.
    const normal = 0.03 + Math.sqrt(3) * 0.02 + (0.5 * (1 + Math.sqrt(1000 * 0.03))) / 1000;
    expect(eventOf({ 10: 60, 12: 40 }, { mean: 0.01, deviation: 0.02 }).timesUsual).toBeCloseTo(Math.log(1.1) / normal, 6);
    expect(eventOf({ 10: 60, 12: 40 }).timesUsual).toBeCloseTo(Math.log(1.1) / (0.0009 + 0.5 / 1000), 6);
  });

  it('counts the whole gain, paid for or not', () => {
    expect(eventOf({ 10: [100, 0] }).timesUsual).toBe(eventOf({ 10: 100 }).timesUsual);
  });

  describe('what is usual of an account that grows in bursts', () => {
    const sixth = (gains: readonly Jumps[number][], account: Account = {}) =>
      eventsOf(Object.fromEntries(gains.map((gain, index) => [5 + 8 * index, gain])), account);
    const paid = (gain: number) => [gain, 0] as const;

    it.each([
      ['paid bursts of a tenth', [100, 100, 100, 100, 100, 100].map(paid), {}, 0.1],
      ['the middle one of all but the three largest', [400, 20, 500, 10, 30, 300].map(paid), {}, 0.02],
      ['the middle between two of seven', [400, 20, 500, 10, 30, 300, 40].map(paid), {}, 0.025],
      ['of unpaid bursts eight times the growth that was due', [100, 100, 100, 100, 100, 100], { mean: 0.001 }, 0.008],
      ['of small unpaid bursts all', [6, 6, 6, 6, 6, 6], { mean: 0.001 }, 0.006],
      ['nothing of unpaid bursts where no growth was due', [100, 100, 100, 100, 100, 100], {}, 0],
      ['the paid part and a little of the rest', repeated(6, 0).map(() => [100, 50] as const), { mean: 0.001 }, 0.058],
    ])('%s', (_, gains, account, middle) => {
      const { mean = 0 } = account as Account;
      // Beyond half of a follower, half of the chance variation of those due.
      const normal = Math.max(0.0003, mean + 1.5 * middle) + (0.5 * (1 + Math.sqrt(1000 * mean))) / 1000;
      for (const { gained, timesUsual } of sixth(gains, account)) {
        expect(timesUsual).toBeCloseTo(Math.log(1 + gained / 1000) / normal, 6);
      }
    });

    it('is not known of five', () => {
      expect(sixth([100, 100, 100, 100, 100].map(paid))[0]?.timesUsual).toBeCloseTo(Math.log(1.1) / 0.0008, 6);
    });

    it('is measured by the audience before each', () => {
      // Bursts of a tenth each, the last three of an account ten times as large; other rows say nothing.
      const followers = Float64Array.from(repeated(60, 77), (other, entry) => (entry % 8 !== 4 ? other : entry < 28 ? 1000 : 10_000));
      const [first] = sixth([100, 100, 100, 1000, 1000, 1000].map(paid), { followers });
      expect(first?.timesUsual).toBeCloseTo(Math.log(1.1) / (0.15 + 0.0005), 6);
    });
  });
});

describe('the log-odds of an event', () => {
  // A gain at the end of the sheet, of which no tail is known; the usual pace is such that it is so many times as much.
  const gain = ({ rarity = 10, size = 0.1, base = 1000, part = 1, rows = 1 }) => {
    const normal = Math.log(1 + size) / rarity;
    const jumps = Array.from({ length: rows }, (_, row) => [20 - rows + row, [(size * base) / part / rows, (size * base) / rows]] as const);
    return eventOf(Object.fromEntries(jumps), { count: 20, base, deviation: (normal - 0.5 / base) / Math.sqrt(rows) });
  };
  const odds = (given: Parameters<typeof gain>[0]) => gain(given).odds;
  it('are even for a gain of 6.5 % at 16 times the usual pace in one row', () => {
    expect(odds({ size: 0.065, rarity: 16 })).toBeCloseTo(0, 6);
  });
  it.each([
    ['rise with its size', { size: 0.2 }, 1.3 * Math.log(2)],
    ['rise with its rarity', { rarity: 20 }, 0.6 * Math.log(2)],
    ['lose half of what it lacks of seven times the usual', { rarity: 5 }, -0.6 * Math.log(2) - 0.5 * Math.log(7 / 5)],
    ['lose what it lacks of forty followers', { base: 350, size: 20 / 350 }, 1.3 * Math.log(20 / 35) - Math.log(2)],
    ['lose what the account lacks of three hundred followers', { base: 200, size: 0.2 }, 1.3 * Math.log(2) - Math.log(1.5)],
    ['lose nothing from forty on', { base: 400 }, 0],
    ['lose what is paid for beyond a fifth', { part: 0.5 }, -2 * 0.3],
    ['lose nothing for what is paid for up to a fifth', { part: 0.8 }, 0],
    ['lose where it takes four rows', { rows: 4 }, -0.3 * Math.log(4)],
    ['lose no more than for eight', { rows: 12 }, -0.3 * Math.log(8)],
  ])('%s', (_, given, expected) => {
    expect(odds(given) - odds({})).toBeCloseTo(expected, 6);
  });
  it.each([
    ['evenly', [40, 40, 40], 0],
    ['fewer towards the end', [50, 50, 20], -30 / 120],
    ['more and more', [20, 40, 60], 40 / 120],
    ['in two rows, the first the larger', [90, 30], -60 / 120],
  ])('follow from how it came: %s', (_, gains, course) => {
    const of = (each: readonly number[]) =>
      eventOf(Object.fromEntries(each.map((gained, row) => [20 - each.length + row, gained])), { count: 20, deviation: 0.004 }).odds;
    expect(of(gains) - of(gains.map(() => 120 / gains.length))).toBeCloseTo(course, 6);
  });
  it('end at four and at minus five', () => {
    expect([odds({ size: 2, rarity: 1000 }), odds({ size: 0.001, base: 10, part: 0.1 })]).toEqual([4, -5]);
  });

  it('are the least where all is paid for', () => {
    expect(eventOf({ 10: [100, 0] })).toMatchObject({ odds: -5, paid: 1, unexplained: 0 });
    expect(eventOf({ 10: 0 })).toMatchObject({ odds: -5, paid: 1 });
  });

  it('fall where people still come in the two weeks after, and rise where some are lost', () => {
    const after = (days: Readonly<Record<number, number>>) => eventOf({ 10: 100 }, { deviation: 0.001, after: days }).odds;
    expect(after({ 13: 20 })).toBeLessThan(after({}) - 1);
    expect(after({ 13: -20 })).toBeGreaterThan(after({}) + 1);
    expect(after({ 26: 20 })).toBe(after({}));
  });
  it('fall where growth fades', () => {
    const after = (days: Readonly<Record<number, number>>) => eventOf({ 10: 100 }, { deviation: 0.001, after: days }).odds;
    expect(after({ 11: 50, 12: 25 })).toBeLessThan(after({ 11: 75 }) - 1.9);
  });
});

describe('the tail', () => {
  /** A gain of a hundred on the tenth day, and what came on the next. */
  const tailOf = (after: readonly number[], account: Account = {}, jumps: Jumps = { 10: 100 }) => {
    const last = Math.max(...Object.keys(jumps).map(Number));
    return eventOf(jumps, { ...account, after: Object.fromEntries(after.map((gain, day) => [last + 1 + day, gain])) }).tail;
  };
  const paced = (gap: number) => ({ times: Float64Array.from(repeated(60, 0), (_, row) => gap * row), usualGap: gap });
  /** Daily rows, but the next one comes so many days later. */
  const next = (gap: number) => ({ times: Float64Array.from(repeated(60, 0), (_, row) => (row <= 10 ? row : row - 1 + gap)) });

  it.each([
    ['nothing', [], 'stopped'],
    ['a loss', [-50], 'stopped'],
    ['7 %', [7], 'stopped'],
    ['8 %', [8], 'unknown'],
    ['14 %', [14], 'unknown'],
    ['15 %', [15], 'decayed'],
    ['90 %', [90], 'decayed'],
    ['91 %', [91], 'unknown'],
    ['half each day, down to a quarter', [50, 25], 'faded'],
    ['a fifth, and half of it', [20, 10], 'faded'],
    ['a little less each day, until below a third', [80, 60, 45, 34], 'faded'],
    ['a little less each day, but not down to a third', [80, 60, 45, 36], 'decayed'],
    ['just 35 %', [50, 35], 'decayed'],
    ['a third at once', [34], 'decayed'],
    ['half, a day as good as the one before', [50, 48, 20], 'decayed'],
    ['a tenth, and half of it', [10, 5], 'unknown'],
    ['nine tenths, and half of it', [90, 30], 'decayed'],
    ['half, and a tenth of it', [50, 5], 'decayed'],
  ])('with %s the next days is "%s"', (_, after, expected) => {
    expect(tailOf(after)).toBe(expected);
  });

  it.each([
    ['in a daily sheet', paced(1), 'stopped'],
    ['with a row in less than 17 hours', paced(0.7), 'unknown'],
    ['with a row in 19 hours', paced(0.8), 'stopped'],
    ['with a row in 29 hours', paced(1.2), 'stopped'],
    ['with a row in more than 31 hours', paced(1.3), 'unknown'],
    ['with a row a week', paced(7), 'unknown'],
    ['with mostly longer gaps', { usualGap: 1.3 }, 'unknown'],
    ['with gaps mostly hardly longer than a day', { usualGap: 1.29 }, 'stopped'],
    ['with gaps mostly hardly shorter than a day', { usualGap: 0.71 }, 'stopped'],
    ['with mostly shorter gaps', { usualGap: 0.7 }, 'unknown'],
    ['where the next day is missing', next(2), 'unknown'],
    ['where the next row is 29 hours later', next(1.2), 'stopped'],
    ['where the next row is 34 hours later', next(1.4), 'unknown'],
    ['where the next row is 14 hours later', next(0.6), 'unknown'],
    ['at the end of the sheet', { count: 11 }, 'unknown'],
  ])('%s is "%s"', (_, account, expected) => {
    expect(tailOf([], account)).toBe(expected);
  });

  it('is told by the last day, and by the largest', () => {
    expect(tailOf([5], {}, { 9: 200, 10: 50 })).toBe('unknown');
    expect(tailOf([20], {}, { 9: 200, 10: 100 })).toBe('faded');
    expect(tailOf([50, 25], {}, { 9: 40, 10: 100 })).toBe('faded');
    expect(tailOf([50, 25], {}, { 9: 100, 10: 100 })).toBe('decayed');
    expect(tailOf([25], {}, { 8: 100, 9: 50, 10: 40 })).toBe('faded');
  });

  it('is its own, whatever came before', () => {
    expect(eventsOf({ 3: 500, 10: 100 }, { after: { 11: 50, 12: 25 } }).map(({ tail }) => tail)).toEqual(['stopped', 'faded']);
  });

  it('is none of more than eight days', () => {
    const run = (rows: number) => Object.fromEntries(repeated(rows, 100).map((gain, row) => [10 + row, gain]));
    expect([tailOf([], {}, run(8)), tailOf([], {}, run(9))]).toEqual(['stopped', 'unknown']);
  });

  it('is none where the sheet ends while growth fades', () => {
    expect(tailOf([50, 25], { count: 13 })).toBe('faded');
    expect(tailOf([50], { count: 12 })).toBe('decayed');
  });
});
