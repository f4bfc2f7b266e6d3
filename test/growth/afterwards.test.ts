import { describe, expect, it } from 'vitest';
import { allActivity, dilutionEvidence, levelEvidence, survivors } from '../../src/growth/afterwards.ts';
import { fc, test as property } from '../base/property.ts';
import { acts, cleanOf, repeated } from './clean-series.ts';

const unknown = Number.NaN;
const none = new Float64Array(0);

/** Log of the density of a normal distribution. */
const logDensity = (value: number, mean: number, variance: number) =>
  Math.log(Math.exp(-((value - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance));

describe('unexplained followers still there', () => {
  const survive = (unpaid: readonly number[], drop: readonly number[]) => [
    ...survivors({
      unpaid: Float64Array.from(unpaid),
      drop: Float64Array.from(drop),
      excess: none,
      tolerance: none,
      isJump: new Uint8Array(0),
    }),
  ];
  it.each([
    ['come with jumps and stay', [0, 100, 0, 50], [0, 0, 0, 0], [0, 100, 100, 150]],
    ['leave with drops', [0, 100, 0, 0], [0, 0, 30, 20], [0, 100, 70, 50]],
    ['are never fewer than none', [0, 100, 0, 40], [0, 0, 300, 0], [0, 100, 0, 40]],
    ['may come and leave on one day', [0, 100], [0, 60], [0, 40]],
    ['are none without a row', [], [], []],
  ])('%s', (_, unpaid, drop, expected) => {
    expect(survive(unpaid, drop)).toEqual(expected);
  });
});

describe('all activity', () => {
  const activityOf = (...columns: readonly (readonly number[])[]) => {
    const activity = allActivity(cleanOf(repeated(columns[0]?.length ?? 3, 1000), { activity: columns.map((values) => acts(values)) }));
    return { entries: [...activity.entries], acts: [...activity.acts].map((log) => Math.round(Math.exp(log))) };
  };
  it.each([
    [
      'is the sum of what is known',
      [
        [1, unknown, unknown, 4],
        [2, 3, unknown, unknown],
      ],
      { entries: [0, 1, 3], acts: [3, 3, 4] },
    ],
    [
      'may be known to be nothing',
      [
        [0, 5],
        [unknown, 0],
      ],
      { entries: [1], acts: [5] },
    ],
    ['is unknown where no column is', [], { entries: [], acts: [] }],
  ])('%s', (_, columns, expected) => {
    expect(activityOf(...columns)).toEqual(expected);
  });

  it.each([
    // The median of those above nothing is 100: two are hardly anything.
    ['without nearly silent ones', [100, 100, 100, 2, 3, 0, unknown], [0, 1, 2, 4]],
    ['none where all are silent', [0, 0, unknown], []],
    ['all of them where they are alike', [7, 7, 7], [0, 1, 2]],
  ])('has rows that say something: %s', (_, values, entries) => {
    expect(activityOf(values).entries).toEqual(entries);
  });
});

describe('whether the newcomers act', () => {
  /** A thousand followers grow many times over halfway, by inert ones or by others; activity follows by this power. */
  const levelOf = ({ count = 40, times = 2, power = 0, isInert = true, scale = 100, activity = [] as readonly number[] }) => {
    const followers = Array.from({ length: count }, (_, entry) => (entry < count / 2 ? 1000 : 1000 * times));
    const own = activity.length > 0 ? activity : followers.map((value) => scale * (value / 1000) ** power);
    const series = cleanOf(followers, { activity: [acts(own)] });
    return levelEvidence(
      series,
      allActivity(series),
      Float64Array.from(followers, (value) => (isInert ? value - 1000 : 0)),
    );
  };
  /** What the project says: log-odds of a part near 0.9 being inert against one near 0.2, drift and scatter in the error. */
  const expected = (part: number, far: number, scatter: number) => {
    const error = scatter + (2 * 0.2 ** 2) / far ** 2;
    return logDensity(part, 0.9, error + 0.2 ** 2) - logDensity(part, 0.2, error + 0.25 ** 2);
  };
  // Activity falls short by ln 2^0.85: one step of that size, over the squares of forty points on two sides.
  const far = 0.85 * Math.log(2);
  const scatter = far ** 2 / (2 * 39) / (40 * (far / 2) ** 2);

  it.each([
    ['they never do: activity stays as it was', { power: 0 }, expected(1, far, scatter)],
    ['they do as everybody: activity grows as it should', { power: 0.85 }, expected(0, far, 0)],
    ['half of them do', { power: 0.425 }, expected(0.5, far, scatter / 4)],
    ['twentyfold growth without any leaves no doubt', { times: 20, power: 0 }, 3],
    ['twentyfold growth with all of it leaves none either', { times: 20, power: 0.85 }, -3],
    ['nobody came', { isInert: false }, 0],
    ['hardly anybody came', { times: 1 + 1e-7 }, 0],
  ])('%s', (_, given, level) => {
    expect(levelOf(given)).toBeCloseTo(level, 6);
    // In hundreds or in millions: activity is measured by itself.
    expect(levelOf({ ...given, scale: 1e6 })).toBeCloseTo(level, 6);
  });

  it('is not said of three rows, but of four', () => {
    expect(levelOf({ count: 4, activity: [100, 100, 100, unknown] })).toBe(0);
    expect(levelOf({ count: 4, activity: [100, 100, 100, 0] })).toBe(0);
    expect(levelOf({ count: 4, activity: [100, 100, 100, 100] })).toBeGreaterThan(0);
  });

  it('does not look at rows without activity', () => {
    const sparse = Array.from({ length: 80 }, (_, entry) => (entry % 2 === 0 ? 100 : entry % 4 === 1 ? unknown : 0));
    expect(levelOf({ count: 80, activity: sparse })).toBeCloseTo(levelOf({ count: 40, power: 0 }), 9);
  });

  property([fc.integer({ min: 4, max: 20 }), fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 20, maxLength: 20 })], 60)(
    'is a number between -3 and 3, though all of the audience were inert',
    (count, activity) => {
      const series = cleanOf(repeated(count, 1000), { activity: [acts(activity.slice(0, count))] });
      const level = levelEvidence(
        series,
        allActivity(series),
        Float64Array.from(repeated(count, 1000), (all, entry) => (entry < 2 ? 0 : 2 * all)),
      );
      expect(Math.abs(level)).toBeLessThanOrEqual(3);
    },
  );
});

describe('whether activity grows with the followers', () => {
  /** Followers grow evenly in logs, all in all so many times; activity follows by this power. */
  const dilutionOf = ({ count = 20, times = 2, power = 0, silent = 0, first = 1000 }) => {
    const followers = Array.from({ length: count }, (_, entry) => first * times ** (entry / (count - 1)));
    const own = followers.map((value) => 100 * (value / 1000) ** power);
    // Rows without activity at either end, where followers were few and many.
    const ends = (value: number) => repeated(silent, value);
    const series = cleanOf([...ends(1), ...followers, ...ends(1e9)], { activity: [acts([...ends(0), ...own, ...ends(unknown)])] });
    return dilutionEvidence(allActivity(series));
  };
  /** Log-odds of a slope near 0.05 against one near 0.8, less 2.2. */
  const expected = (slope: number, times: number, count: number) => {
    // Even steps: one squared and halved, over the squares of the places around their middle.
    const scatter = slope ** 2 / 2 / ((count * (count ** 2 - 1)) / 12);
    const error = scatter + (2 * 0.2 ** 2) / Math.log(times) ** 2 + 0.15 ** 2;
    return -2.2 + logDensity(slope, 0.05, error) - logDensity(slope, 0.8, error);
  };

  it.each([
    ['not at all', { power: 0 }, expected(0, 2, 20)],
    ['as it should', { power: 0.8 }, expected(0.8, 2, 20)],
    ['in between, which says nothing', { power: 0.425 }, -2.2],
    ['as it should, in eight rows', { power: 0.8, count: 8 }, expected(0.8, 2, 8)],
    ['not at all, while followers fell by half', { times: 0.5 }, expected(0, 2, 20)],
    ['not at all in twentyfold growth: no more than 3.5', { times: 20, power: 0 }, 1.3],
    ['as it should in twentyfold growth: no less than -3.5', { times: 20, power: 0.8 }, -5.7],
    ['not at all, between silent rows', { silent: 3 }, expected(0, 2, 20)],
    ['seven rows do not say', { count: 7 }, -5],
    ['a quarter more is needed', { times: 1.249 }, -5],
    ['a little more than that is enough', { times: 1.251 }, expected(0, 1.251, 20)],
  ])('%s', (_, given, evidence) => {
    expect(dilutionOf(given)).toBeCloseTo(evidence, 6);
    expect(dilutionOf({ ...given, first: 50_000 })).toBeCloseTo(evidence, 6);
  });

  it('cannot be said without activity', () => {
    const series = cleanOf([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000]);
    expect(dilutionEvidence(allActivity(series))).toBe(-5);
  });
});
