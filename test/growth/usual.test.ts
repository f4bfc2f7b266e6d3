import { describe, expect, it } from 'vitest';
import { activeRows, usualLevel, usualPace } from '../../src/growth/usual.ts';
import { fc, test as property } from '../base/property.ts';
import { acts, cleanOf, grown, repeated } from './clean-series.ts';

const unknown = Number.NaN;
const levels = (values: readonly number[], halfWindow?: number) => [...usualLevel(Float64Array.from(values), halfWindow)];

/** What a lower part of the rates says of the whole: from its 10 % and 35 % quantiles, as of a normal sample. */
const deviationOf = (low: number, upper: number) => (upper - low) / 0.896;
const meanOf = (low: number, upper: number) => upper + 0.385 * deviationOf(low, upper);

/** The pace of each row but the oldest, which has none. */
function paceOf(rates: readonly number[], given: Parameters<typeof cleanOf>[1] = {}) {
  const { mean, deviation } = usualPace(cleanOf(grown(rates), given));
  expect([mean[0], deviation[0], mean.length]).toEqual([0, 0, rates.length + 1]);
  return { means: [...mean].slice(1), deviations: [...deviation].slice(1) };
}

function expectAll(values: readonly number[], expected: readonly number[]) {
  expect(values.length).toBe(expected.length);
  for (const [place, value] of expected.entries()) expect(values[place]).toBeCloseTo(value, 9);
}

describe('rows with activity', () => {
  it('have any of any kind', () => {
    const activity = [acts([0, unknown, 5, 0, unknown, 0.5]), acts([0, 3, unknown, unknown, unknown, 0], 'comments')];
    expect([...activeRows(cleanOf(repeated(6, 100), { activity }))]).toEqual([0, 1, 1, 0, 0, 1]);
  });

  it('are none where the sheet has no activity', () => {
    expect([...activeRows(cleanOf([100, 100]))]).toEqual([0, 0]);
  });
});

describe('the usual pace', () => {
  it.each([0.01, 0, -0.02])('of an account that always grows by %d a day is that', (rate) => {
    const { means, deviations } = paceOf(repeated(12, rate));
    expectAll(means, repeated(12, rate));
    expectAll(deviations, repeated(12, 0));
  });

  // Twenty rates, a thousandth apart, shuffled (7 and 20 have no common divisor): a tenth of them is the second, 35 % the seventh.
  const spread = Array.from({ length: 20 }, (_, place) => (((place * 7) % 20) + 1) / 1000);
  it('is that of a normal sample with the same lower part', () => {
    const { means, deviations } = paceOf(spread);
    expectAll(means, repeated(20, meanOf(0.002, 0.007)));
    expectAll(deviations, repeated(20, deviationOf(0.002, 0.007)));
  });

  property([fc.array(fc.double({ min: 0.008, max: 3, noNaN: true }), { minLength: 13, maxLength: 13 })], 60)(
    'does not mind what the upper part is, since purchases can only raise it',
    (upper) => {
      const bought = spread.map((rate) => (rate > 0.0075 ? (upper[Math.round(rate * 1000) - 8] ?? 0) : rate));
      expectAll(paceOf(bought).means, repeated(20, meanOf(0.002, 0.007)));
    },
  );

  it('is per day, however far the rows are apart', () => {
    const times = Float64Array.from([0, 1, 3, 10, 11, 13, 20]);
    const rates = [1, 2, 7, 1, 2, 7].map((gap) => 0.01 * gap);
    expectAll(paceOf(rates, { times }).means, repeated(6, 0.01));
  });

  it('is what most days know, not most rows', () => {
    // Five rows a day apart stand still, five a week apart grow by 0.01 a day: a tenth of 40 days stands still, 35 % of them grow.
    const times = Float64Array.from([0, 1, 2, 3, 4, 5, 12, 19, 26, 33, 40]);
    const rates = [...repeated(5, 0), ...repeated(5, 0.07)];
    expectAll(paceOf(rates, { times }).means, repeated(10, meanOf(0, 0.01)));
  });

  describe('of days with and without a post', () => {
    const alternating = (count: number, first: number, second: number) =>
      Array.from({ length: count }, (_, place) => (place % 2 === 0 ? first : second));
    // Rates lie between rows: the first belongs to the second row.
    const posted = (count: number, isFirst: boolean) => ({
      activity: [acts([9, ...alternating(count, isFirst ? 5 : 0, isFirst ? 0 : 5)])],
    });

    it('is apart where there are eight of each', () => {
      expectAll(paceOf(alternating(16, 0.02, 0.001), posted(16, true)).means, alternating(16, 0.02, 0.001));
    });

    it.each([
      ['posts', true],
      ['days without one', false],
    ])('is one where there are eight and seven, more of them %s', (_, isFirst) => {
      // Of 15 rates seven are the lower one: more than 35 %.
      expectAll(paceOf(alternating(15, 0.02, 0.001), posted(15, isFirst)).means, repeated(15, 0.001));
    });
  });

  describe('of a young account', () => {
    // Forty fast days, then slow ones: more than 35 % of all days are slow.
    const young = [...repeated(40, 0.03), ...repeated(160, 0.005)];

    it('is that of its surroundings while these are faster than the whole', () => {
      // Of 51 surrounding rates the 18th is slow as soon as 18 are: 25 days ahead, up to rate 57, which is around rate 32.
      const { means, deviations } = paceOf(young);
      expectAll(means, [...repeated(32, 0.03), ...repeated(168, 0.005)]);
      expectAll(deviations, repeated(200, 0));
    });

    it('varies as its surroundings do', () => {
      // Of the first 26 rates nine are low: more than a tenth, less than 35 %.
      const uneven = [...Array.from({ length: 40 }, (_, place) => (place % 3 === 0 ? 0.03 : 0.05)), ...repeated(160, 0.005)];
      const { means, deviations } = paceOf(uneven);
      expect(means[0]).toBeCloseTo(meanOf(0.03, 0.05), 9);
      expect(deviations[0]).toBeCloseTo(deviationOf(0.03, 0.05), 9);
      expect(deviations[199]).toBeCloseTo(0, 9);
    });

    it('varies as the whole does where that is more', () => {
      const uneven = [...repeated(40, 0.03), ...Array.from({ length: 160 }, (_, place) => (place % 3 === 0 ? 0 : 0.01))];
      // Of 200 rates 54 are 0: more than a tenth, less than 35 %.
      const { means, deviations } = paceOf(uneven);
      expect(means[0]).toBeCloseTo(0.03, 9);
      expect(deviations[0]).toBeCloseTo(deviationOf(0, 0.01), 9);
    });

    it('may only fall: a fast stretch in the middle is no youth', () => {
      expectAll(paceOf([...repeated(40, 0.005), ...repeated(60, 0.03), ...repeated(100, 0.005)]).means, repeated(200, 0.005));
    });

    it('stays fallen', () => {
      // Fast, less fast, fast again, slow: the third stretch is measured by the second.
      const { means } = paceOf([...repeated(60, 0.03), ...repeated(60, 0.02), ...repeated(60, 0.03), ...repeated(150, 0.005)]);
      expect([means[0], means[80], means[150], means[329]].map((mean) => (mean ?? 0).toFixed(6))).toEqual([
        '0.030000',
        '0.020000',
        '0.020000',
        '0.005000',
      ]);
    });
  });
});

describe('the usual level', () => {
  it.each([
    ['the overall median where the surroundings are higher', [1, 1, 1, 9, 9], 1, [1, 1, 1, 1, 1]],
    ['the median of the surroundings where that is lower', [1, 1, 1, 9, 9, 9, 9], 1, [1, 1, 1, 9, 9, 9, 9]],
    ['the overall median where nothing is known around', [unknown, unknown, unknown, 5, 7], 1, [6, 6, 5, 6, 6]],
    ['unknown where nothing is', [unknown, unknown], 1, [unknown, unknown]],
    ['hardly moved by one large value', [5, 5, 500, 5, 5], 1, [5, 5, 5, 5, 5]],
  ])('is %s', (_, values, halfWindow, expected) => {
    expect(levels(values, halfWindow)).toEqual(expected);
  });

  it('looks at twelve rows to each side', () => {
    // Around the eleventh row 12 of 23 are low; around the twelfth 12 of 24; around the thirteenth 12 of 25.
    const expected = [...repeated(11, 1), 5, ...repeated(18, 9)];
    expect(levels([...repeated(12, 1), ...repeated(18, 9)])).toEqual(expected);
  });
});
