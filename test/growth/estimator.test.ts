import { describe, expect, it } from 'vitest';
import { estimateInertGrowth } from '../../src/growth/index.ts';
import type { AccountSeries } from '../../src/growth/series.ts';
import { fc, test as property } from '../base/property.ts';
import { paceWorld } from '../simulation/account.ts';
import { attentionWorld } from '../simulation/attention.ts';
import { drawnWorld } from '../simulation/drawn.ts';
import { figuresOf, flaggedPart, judgeWorld } from '../simulation/measure.ts';
import { createRandom } from '../simulation/random.ts';
import { seeds } from '../simulation/seeds.ts';

/** Forty quiet days; a third of the audience comes on the day given, and activity is as always. Made by hand. */
function quietAccount(jumpDay: number, jump: number): AccountSeries {
  const days = Array.from({ length: 40 }, (_, day) => day);
  return {
    followers: days.map((day) => 1000 + 2 * day + (day % 3) + (day >= jumpDay ? jump : 0)),
    activity: [
      { kind: 'likes', values: days.map((day) => 50 + ((day * 7) % 11)) },
      { kind: 'comments', values: days.map((day) => 4 + (day % 3)) },
    ],
    days,
  };
}

function estimated(series: AccountSeries) {
  const growth = estimateInertGrowth(series);
  if (growth.status !== 'estimated') throw new Error(growth.status);
  return growth;
}

describe('the estimator', () => {
  it('flags the row of a jump that nothing accompanies', () => {
    const { risk, flags, events } = estimated(quietAccount(20, 330));
    expect(risk).toBeGreaterThan(0.9);
    expect([...flags].flatMap((flag, row) => (flag === 1 ? [row] : []))).toEqual([20]);
    expect(events[0]?.paid).toBe(0);
  });

  it('is calm where nothing jumps', () => {
    expect(estimated(quietAccount(20, 0)).risk).toBeLessThan(0.1);
  });

  it('lets activity pay for a jump', () => {
    const series = quietAccount(20, 330);
    const viral = {
      ...series,
      activity: series.activity.map(({ kind, values }) => ({
        kind,
        values: Array.from(values, (value, day) => (day === 20 ? value * 20 : value)),
      })),
    };
    expect(estimated(viral).risk).toBeLessThan(0.3);
  });

  it('believes the sheet’s own explanation', () => {
    const growth = estimated({ ...quietAccount(20, 330), explained: Array.from({ length: 40 }, (_, day) => day === 20) });
    expect([growth.risk < 0.3, growth.events[0]?.isExplained, growth.flags[20]]).toEqual([true, true, 0]);
  });

  it('reads a mistyped count as its neighbours', () => {
    const series = quietAccount(50, 0);
    const typo = { ...series, followers: Array.from(series.followers, (count, day) => (day === 12 ? count * 10 : count)) };
    expect([estimated(typo).mistyped, estimated(typo).risk < 0.1]).toEqual([[12], true]);
  });

  it('takes a column that only ever rises for a running total', () => {
    const series = quietAccount(20, 330);
    let total = 0;
    const running = {
      ...series,
      activity: [{ kind: 'likes' as const, values: Array.from(series.activity[0]?.values ?? [], (value) => (total += value)) }],
    };
    expect(estimated(running).cumulative).toEqual(['likes']);
    expect(estimated(running).flags[20]).toBe(1);
  });

  it('reads a table upside down where there are no dates and followers only fall, and says so', () => {
    const { followers, activity } = quietAccount(20, 330);
    const upsideDown = {
      followers: Array.from(followers).reverse(),
      activity: activity.map(({ kind, values }) => ({ kind, values: Array.from(values).reverse() })),
    };
    const growth = estimated(upsideDown);
    expect([growth.isNewestFirst, estimated({ followers, activity }).isNewestFirst]).toEqual([true, false]);
    expect([...growth.flags].flatMap((flag, row) => (flag === 1 ? [row] : []))).toEqual([19]);
    expect(growth.risk).toBe(estimated({ followers, activity }).risk);
  });

  it('refuses to say anything of three rows, and of two accounts in one table', () => {
    expect(estimateInertGrowth({ followers: [1, 2, 3], activity: [] })).toEqual({ status: 'too-few-rows', usableRows: 3 });
    const mixed = Array.from({ length: 20 }, (_, row) => (row % 2 === 0 ? 1000 + row : 9000 + row));
    expect(estimateInertGrowth({ followers: mixed, activity: [] }).status).toBe('several-accounts');
  });

  it('leaves its input alone', () => {
    const series = quietAccount(20, 330);
    const before = JSON.stringify(series);
    estimated(series);
    expect(JSON.stringify(series)).toBe(before);
  });

  property([fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 })], 60)(
    'gives the same answer for any order of dated rows',
    (seed, shuffle) => {
      const { series } = paceWorld.simulate(createRandom(seed), '40 %');
      const random = createRandom(shuffle);
      const order = Array.from({ length: series.followers.length }, (_, row) => row)
        .map((row) => ({ row, at: random.next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ row }) => row);
      const pick = (values: ArrayLike<number>) => order.map((row) => values[row] ?? Number.NaN);
      const shuffled: AccountSeries = {
        followers: pick(series.followers),
        activity: series.activity.map(({ kind, values }) => ({ kind, values: pick(values) })),
        ...(series.days ? { days: pick(series.days) } : {}),
        ...(series.reach ? { reach: pick(series.reach) } : {}),
      };
      const [one, other] = [estimated({ ...series, explained: [] }), estimated(shuffled)];
      expect(other.risk).toBeCloseTo(one.risk, 9);
      expect(order.filter((_, at) => other.flags[at] === 1).sort((a, b) => a - b)).toEqual(
        [...one.flags].flatMap((flag, row) => (flag === 1 ? [row] : [])),
      );
    },
  );

  const numbers = fc.array(fc.oneof(fc.double(), fc.integer({ min: 0, max: 100_000 }), fc.constant(Number.NaN)), { maxLength: 40 });
  property([numbers, numbers, numbers, numbers], 500)('answers any input with numbers between 0 and 1', (followers, likes, days, reach) => {
    const growth = estimateInertGrowth({ followers, activity: [{ kind: 'likes', values: likes }], days, reach });
    if (growth.status !== 'estimated') return;
    for (const part of [growth.risk, growth.share, growth.low, growth.high]) expect(part >= 0 && part <= 1).toBe(true);
  });

  it('reaches on simulated accounts, none used to set it up, what the project promises', { timeout: 60_000 }, () => {
    const judged = judgeWorld(paceWorld, seeds.promise, 25);
    const { auc, honestFlagged, boughtFound, rowF1, honestRows } = figuresOf(judged);
    const flagged = (wanted: string) => flaggedPart(judged.filter(({ kind }) => kind === wanted));
    expect(auc).toBeGreaterThanOrEqual(0.95);
    expect(honestFlagged).toBeLessThanOrEqual(0.05);
    expect(boughtFound).toBeGreaterThanOrEqual(0.85);
    expect(rowF1).toBeGreaterThanOrEqual(0.8);
    expect(honestRows).toBeLessThanOrEqual(3);
    for (const kind of ['viral', 'viral, no reach', 'campaign with reach']) expect(flagged(kind)).toBeLessThanOrEqual(0.1);
    for (const kind of ['mistyped', 'rounded', 'gaps', 'platform purge', 'unfollow wave']) expect(flagged(kind)).toBeLessThanOrEqual(0.05);
  });

  it('carries over to a world that works in another way', { timeout: 60_000 }, () => {
    const { auc, honestFlagged, boughtFound, calibrationError } = figuresOf(judgeWorld(attentionWorld, seeds.promise, 25));
    expect(auc).toBeGreaterThanOrEqual(0.94);
    expect(honestFlagged).toBeLessThanOrEqual(0.07);
    expect(boughtFound).toBeGreaterThanOrEqual(0.8);
    expect(calibrationError).toBeLessThanOrEqual(0.08);
  });

  it('tells bought accounts from honest ones that surged, under laws drawn at random, and means the risks it states', {
    timeout: 60_000,
  }, () => {
    const { surgingAuc, surgingFlagged, calibrationError } = figuresOf(judgeWorld(drawnWorld, seeds.promise, 40));
    expect(surgingAuc).toBeGreaterThanOrEqual(0.88);
    expect(surgingFlagged).toBeLessThanOrEqual(0.18);
    expect(calibrationError).toBeLessThanOrEqual(0.08);
  });

  it('is less certain where the sheet keeps one sum instead of its parts', () => {
    const series = quietAccount(20, 60);
    const sum = Array.from({ length: 40 }, (_, day) => series.activity.reduce((total, { values }) => total + (values[day] ?? 0), 0));
    const [apart, together] = [estimated(series), estimated({ ...series, activity: [{ kind: 'total', values: sum }] })];
    expect(together.risk).toBeLessThan(apart.risk);
  });
});

describe('what accompanies growth', () => {
  /** Posts on two days of five, silence between; a fifth of the audience comes on the day of an ordinary post. */
  const rare = (change: (day: number, likes: number) => number): AccountSeries => {
    const days = Array.from({ length: 60 }, (_, day) => day);
    const likes = days.map((day) => change(day, day % 5 < 2 ? 300 + ((day * 17) % 90) : 0));
    return {
      followers: days.map((day) => 5000 + 4 * day + (day % 3) + (day >= 30 ? 1000 : 0)),
      activity: [{ kind: 'likes', values: likes }],
      days,
    };
  };
  it('is measured by other posts, not by silent days', () => {
    expect(estimated(rare((_, likes) => likes)).risk).toBeGreaterThan(0.7);
    expect(estimated(rare((day, likes) => (day === 30 ? 3000 : likes))).risk).toBeLessThan(0.3);
  });
  it('growth that fades day by day is taken for attention, growth that stops dead is not', () => {
    const days = Array.from({ length: 60 }, (_, day) => day);
    const gained = (gains: readonly number[]) => (day: number) =>
      gains.reduce((sum, gain, after) => sum + (day >= 30 + after ? gain : 0), 5000 + 4 * day + (day % 3));
    const account = (gains: readonly number[]): AccountSeries => ({
      followers: days.map(gained(gains)),
      activity: [{ kind: 'likes', values: days.map((day) => 200 + ((day * 7) % 31)) }],
      days,
    });
    const faded = estimated(account([400, 200, 100, 50]));
    expect([faded.events[0]?.tail, faded.risk < 0.5]).toEqual(['faded', true]);
    const stopped = estimated(account([750]));
    expect([stopped.events[0]?.tail, stopped.risk > 0.7]).toEqual(['stopped', true]);
  });
});
