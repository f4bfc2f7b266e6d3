import { describe, expect, it } from 'vitest';
import { cleanSeries, onlyFalls } from '../../src/growth/clean.ts';
import type { AccountSeries } from '../../src/growth/series.ts';
import { fc, test as property } from '../base/property.ts';
import { repeated } from './clean-series.ts';

const unknown = Number.NaN;
const clean = (followers: readonly number[], more: Partial<AccountSeries> = {}) => cleanSeries({ followers, activity: [], ...more });
const likes = (...values: readonly number[]) => [{ kind: 'likes' as const, values }];
/** So many counts, each larger than the one before by a step. */
const rising = (count: number, first = 1000, step = 1) => Array.from({ length: count }, (_, row) => first + step * row);

describe('rows', () => {
  it('without a plausible number of followers are left out', () => {
    const { rows, followers, times } = clean([100, unknown, 0, -5, 110, 1e11 + 1e5, Number.POSITIVE_INFINITY, 120]);
    expect([[...rows], [...followers], [...times]]).toEqual([
      [0, 4, 7],
      [100, 110, 120],
      [0, 1, 2],
    ]);
  });

  it('may hold up to a hundred billion', () => {
    expect([...clean([1e11]).followers]).toEqual([1e11]);
  });

  it('may be none at all, or one', () => {
    expect(clean([])).toMatchObject({ usualGap: 1, isAlternating: false, isNewestFirst: false, mistyped: [] });
    expect(clean([50])).toMatchObject({ usualGap: 1, isAlternating: false, isNewestFirst: false, mistyped: [] });
  });

  it('are put in the order of their days, those without a day left out', () => {
    const { rows, followers, times, activity, reach, explained } = clean([30, 10, 99, 20], {
      days: [3, 1, unknown, 2],
      activity: likes(3, 1, 9, unknown),
      reach: [300, 100, 900, 1e12],
      explained: [true, false, true, false],
    });
    expect([[...rows], [...followers], [...times]]).toEqual([
      [1, 3, 0],
      [10, 20, 30],
      [1, 2, 3],
    ]);
    expect([...(activity[0]?.values ?? [])]).toEqual([1, unknown, 3]);
    expect([...(reach ?? [])]).toEqual([100, unknown, 300]);
    expect([...explained]).toEqual([0, 0, 1]);
  });

  it('of one day come in the order of their followers, then of all that was done, wherever they stand', () => {
    const activity = [
      { kind: 'likes' as const, values: [1, 9, 5, unknown, 1] },
      { kind: 'comments' as const, values: [1, 1, 2, 8, 1e12] },
    ];
    // Sums of the four with ten followers: 10, 7, 8, and 1, since nobody has a trillion comments.
    expect([...clean([20, 10, 10, 10, 10], { days: [1, 1, 1, 1, 1], activity }).rows]).toEqual([4, 2, 3, 1, 0]);
  });

  it('of one day share it evenly', () => {
    const { times, usualGap } = clean([10, 11, 12, 13, 14, 15], { days: [5, 5, 6, 6, 6, 6] });
    expect([...times]).toEqual([5, 5.5, 6, 6.25, 6.5, 6.75]);
    expect(usualGap).toBe(0.25);
  });

  it('are usually as far apart as the median says', () => {
    expect(clean([10, 11, 12, 13], { days: [0, 1, 3, 10] }).usualGap).toBe(2);
    expect(clean([10, 11, 12, 13]).usualGap).toBe(1);
  });

  it('say themselves whether they are explained', () => {
    expect([...clean([1, 2, 3], { explained: [false, true] }).explained]).toEqual([0, 1, 0]);
    expect([...clean([1, 2, 3]).explained]).toEqual([0, 0, 0]);
    expect(clean([1, 2, 3]).reach).toBeUndefined();
  });

  const few = fc.constantFrom(0, 1, 2, unknown);
  const row = fc.record({
    followers: fc.integer({ min: 1, max: 9 }),
    day: fc.integer({ min: 0, max: 4 }),
    likes: few,
    comments: few,
    reach: few,
    explained: fc.boolean(),
  });
  property([fc.array(row, { maxLength: 12 }), fc.array(fc.nat(), { minLength: 12, maxLength: 12 })], 1000)(
    'give the same series in any order of the sheet',
    (rows, keys) => {
      const seriesOf = (table: typeof rows) => {
        const {
          rows: _,
          mistyped,
          ...series
        } = cleanSeries({
          followers: table.map(({ followers }) => followers),
          days: table.map(({ day }) => day),
          activity: [
            { kind: 'likes', values: table.map(({ likes }) => likes) },
            { kind: 'comments', values: table.map(({ comments }) => comments) },
          ],
          reach: table.map(({ reach }) => reach),
          explained: table.map(({ explained }) => explained),
        });
        return { ...series, mistyped: mistyped.length };
      };
      const shuffled = rows.map((own, at) => ({ own, key: keys[at] ?? 0 })).sort((one, other) => one.key - other.key);
      expect(seriesOf(shuffled.map(({ own }) => own))).toEqual(seriesOf(rows));
    },
  );
});

describe('a table upside down', () => {
  const falling = [120, 117, 114, 111, 108, 105, 102, 99];
  it.each([
    ['seven falls, a fifth in sum', falling, true],
    ['six falls', falling.slice(0, 7), false],
    ['equal counts between them', [120, ...falling, 99, 99], true],
    ['nine falls to one rise', [120, 115, 116, 113, 110, 108, 106, 104, 102, 100, 98], true],
    ['eight falls to one rise', [120, 115, 116, 113, 110, 108, 106, 104, 102, 100], false],
    ['a tenth in sum', [11, 10.9, 10.8, 10.7, 10.6, 10.5, 10.4, 10], false],
    ['a little more than a tenth', [11.01, 10.9, 10.8, 10.7, 10.6, 10.5, 10.4, 10], true],
    ['growth', [...falling].reverse(), false],
    ['nothing', [], false],
  ])('only falls: %s', (_, followers, expected) => {
    expect(onlyFalls(followers)).toBe(expected);
  });

  it('is read from below where there are no dates', () => {
    const { isNewestFirst, rows, followers } = clean([120, unknown, ...falling.slice(1)]);
    expect(isNewestFirst).toBe(true);
    expect([...rows]).toEqual([8, 7, 6, 5, 4, 3, 2, 0]);
    expect([...followers]).toEqual([...falling].reverse());
  });

  it('is none where dates say that followers were lost', () => {
    const { isNewestFirst, followers } = clean(falling, { days: rising(8) });
    expect([isNewestFirst, [...followers]]).toEqual([false, falling]);
  });
});

describe('a mistyped count', () => {
  it.each([
    ['a digit too many', [100, 1000, 102], [100, Math.sqrt(100 * 102), 102]],
    ['a digit too few', [1000, 101, 1020], [1000, Math.sqrt(1000 * 1020), 1020]],
    // ln 1.29 = 0.255
    ['a little more than a quarter above', [100, 129, 100], [100, 100, 100]],
    // The lower neighbour is a ninth above: ln 1.12 = 0.113, a quarter of ln(200/112) = 0.145.
    ['between neighbours that nearly agree', [100, 200, 112], [100, Math.sqrt(100 * 112), 112]],
  ])('%s is read as its neighbours', (_, given, expected) => {
    const { followers, mistyped } = clean(given);
    expect(mistyped).toEqual([1]);
    for (const [entry, count] of expected.entries()) expect(followers[entry]).toBeCloseTo(count, 9);
  });

  it.each([
    // ln 1.28 = 0.247
    ['a little less than a quarter above', [100, 128, 100]],
    // ln 1.18 = 0.166, a quarter of ln(200/118) = 0.132.
    ['a jump of which most stays', [100, 200, 118]],
    ['fast growth', [100, 200, 400]],
    ['a jump that stays', [100, 1000, 1000]],
    ['the first row', [1000, 100, 100]],
    ['the last row', [100, 100, 1000]],
  ])('is not: %s', (_, given) => {
    const { followers, mistyped } = clean(given);
    expect([mistyped, [...followers]]).toEqual([[], given]);
  });

  it('is named by its row of the sheet', () => {
    expect(clean([103, 102, 1000, 100], { days: [4, 3, 2, 1] }).mistyped).toEqual([2]);
  });
});

describe('several accounts in one table', () => {
  const steady = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100];
  /** Ten rows at most, some of them with another account's count. */
  const table = (count: number, ...others: readonly number[]) =>
    steady.slice(0, count).map((own, row) => (others.includes(row) ? 900 : own));
  it.each([
    ['rows take turns', [100, 200, 100, 200], true],
    // ln 1.35 = 0.3001
    ['a third apart', [100, 135, 100, 135], true],
    ['less than a third apart', [100, 134, 100, 134], false],
    ['the way up is short', [100, 134, 90, 120, 80], false],
    ['three rows', [100, 200, 100], false],
    ['one turn in four rows', [100, 900, 100, 100], false],
    ['one turn, and a jump at the end', [100, 900, 100, 100, 100, 100, 200], false],
    ['one row of another', table(8, 3), false],
    ['two rows of another among nine: more than a quarter of seven turns', table(9, 2, 6), true],
    ['two rows of another among ten: just a quarter of eight turns', table(10, 2, 6), false],
    ['growth in leaps', [100, 200, 400, 800], false],
    ['a fall in leaps', [800, 400, 200, 100], false],
  ])('%s', (_, followers, expected) => {
    expect(clean(followers).isAlternating).toBe(expected);
  });
});

describe('a running total', () => {
  it.each([
    ['seven rises', rising(8, 1), [unknown, 1, 1, 1, 1, 1, 1, 1]],
    ['steps of any size', [0, 5, 5, 6, 10, 20, 20, 90], [unknown, 5, 0, 1, 4, 10, 0, 70]],
    ['six of ten rise', [1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7], [unknown, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]],
    [
      'unknown cells leave their gain to the next',
      [unknown, 1, 2, unknown, 9, 10, 11, 12, 13, 14],
      [unknown, unknown, 1, unknown, 7, 1, 1, 1, 1, 1],
    ],
  ])('%s: what each row brought', (_, values, expected) => {
    const { activity, cumulative } = clean(rising(values.length), { activity: likes(...values) });
    expect(cumulative).toEqual(['likes']);
    expect(activity).toEqual([{ kind: 'likes', values: Float64Array.from(expected) }]);
  });

  it.each([
    ['six rises', rising(7, 1)],
    ['one fall', [1, 2, 3, 4, 5, 6, 7, 8, 7.9, 10]],
    ['one fall over an unknown cell', [1, 2, 3, 4, 5, 6, 7, 8, unknown, 7.9, 10]],
    ['four of seven rise', [1, 1, 1, 1, 2, 3, 4, 5]],
    ['always the same', [5, 5, 5, 5, 5, 5, 5, 5]],
    ['mostly unknown', [1, unknown, unknown, unknown, unknown, unknown, unknown, 2, 3]],
  ])('is not: %s', (_, values) => {
    const { activity, cumulative } = clean(rising(values.length), { activity: likes(...values) });
    expect([cumulative, [...(activity[0]?.values ?? [])]]).toEqual([[], values]);
  });

  it('is found in the order of time, in each column by itself', () => {
    const { activity, cumulative } = clean(rising(8).reverse(), {
      days: rising(8).reverse(),
      activity: [
        { kind: 'likes', values: [80, 70, 60, 50, 40, 30, 20, 10] },
        { kind: 'comments', values: [8, 7, 6, 5, 5, 6, 7, 8] },
      ],
    });
    expect(cumulative).toEqual(['likes']);
    expect(activity.map(({ kind }) => kind)).toEqual(['likes', 'comments']);
    expect([...(activity[0]?.values ?? [])]).toEqual([unknown, 10, 10, 10, 10, 10, 10, 10]);
  });
});

it.each([
  [rising(10, 1000, 100), 100],
  [[1000, 2000, 3000], 1000],
  [[1010, 1020, 1030], 10],
  [[1001, 1002, 1003], 0],
  [[10_000_000, 20_000_000], 1_000_000],
])('counts %j are rounded to %d', (followers, expected) => {
  expect([...clean(followers).rounding]).toEqual(followers.map(() => expected));
});

it.each([
  ['from the row on at which eight follow', [...rising(8, 991), ...rising(8, 1100, 100)], [...repeated(8, 0), ...repeated(8, 100)]],
  ['up to the row at which they end, and one further', [...rising(8, 1100, 100), 1905, 1917], [...repeated(9, 100), 0]],
  ['not by seven', [...rising(8, 991), ...rising(7, 1100, 100)], repeated(15, 0)],
  ['by the coarser grid of two ends', [...rising(8, 1010, 10), ...rising(8, 1100, 100)], [...repeated(8, 10), ...repeated(8, 100)]],
] as const)('counts are rounded %s', (_, followers, expected) => {
  expect([...clean(followers).rounding]).toEqual(expected);
});

describe('followers that come back', () => {
  const before = rising(20, 10_000, 5);
  const after = rising(20, 10_120, 5);
  it.each([
    ['an outage of three rows', [6000, 6010, 6020]],
    ['a mistyped row', [1009]],
    ['a shallow dip', [9500, 9498]],
  ])('after %s are no growth', (_, dip) => {
    const { followers } = clean([...before, ...dip, ...after]);
    const steps = [...followers].slice(1).map((count, entry) => count - (followers[entry] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(30);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  });
  it('are growth where they rise above what was', () => {
    expect([...clean([...before, 9000, 9000, ...rising(20, 13_000, 5)]).followers].slice(20, 23)).toEqual([9000, 9000, 13_000]);
  });
  it('are growth where they stayed away for long', () => {
    expect(clean([...before, ...rising(20, 9000, 1), ...after]).followers[25]).toBe(9005);
  });
});
