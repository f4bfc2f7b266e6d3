import { describe, expect } from 'vitest';
import type { Cell } from '../../src/base/cells.ts';
import { ADFIT } from '../../src/formulas/ADFIT.ts';
import { APPROVALLAG } from '../../src/formulas/APPROVALLAG.ts';
import { BOTRISK } from '../../src/formulas/BOTRISK.ts';
import { BOTROWS } from '../../src/formulas/BOTROWS.ts';
import type { Formula } from '../../src/formulas/engine/define.ts';
import { LEADLAG } from '../../src/formulas/LEADLAG.ts';
import { RELEVANTCPM } from '../../src/formulas/RELEVANTCPM.ts';
import type { Signal } from '../../src/patterns/engine/signal.ts';
import { approvalLag } from '../../src/patterns/over-editing/approval-lag.ts';
import { slowResponse } from '../../src/patterns/sales-confusion/slow-response.ts';
import { audienceMismatch } from '../../src/patterns/show-off/audience-mismatch.ts';
import { overpricedReach } from '../../src/patterns/show-off/overpriced-reach.ts';
import { inertFollowers } from '../../src/patterns/vanity-metrics/inert-followers.ts';
import { fc, test as property } from '../base/property.ts';
import { now, runSignal } from '../patterns/run-signal.ts';
import { call, column } from './call.ts';

/** What the audit found, row by row, as one number of its evidence; `undefined` where it found nothing. */
function found(signal: Signal, table: readonly (readonly Cell[])[], thresholds: Readonly<Record<string, number>>, key: string) {
  const [headers = [], ...rows] = table;
  const { findings } = runSignal(signal, headers.map(String), rows, { thresholds, workingHours: 'Mon-Fri 10:00-19:00' });
  return rows.map((_, index) => findings.find(({ row }) => row === index + 2)?.evidence[key]);
}

/** What the formula answers on the very same cells. */
const answers = (formula: Formula, rows: readonly (readonly Cell[])[], places: readonly number[], ...more: readonly unknown[]) =>
  (call(formula, ...places.map((place) => column(...rows.map((row) => row[place] ?? ''))), ...more) as unknown[][]).map(([one]) => one);

/** A wall time as people type it; never midnight, for the audit takes that as a day without an hour. */
const stamp = fc.integer({ min: 1, max: 60 * 24 * 40 }).map((minutes) => {
  const wall = Date.UTC(2026, 4, 1) + (minutes % 1440 === 0 ? minutes + 1 : minutes) * 60_000;
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
});
const asOf = new Date(now).toISOString().slice(0, 16).replace('T', ' ');
const waits = fc.array(
  fc.tuple(stamp, stamp).map((pair) => [...pair].sort() as readonly Cell[]),
  { minLength: 2, maxLength: 12 },
);
const share = fc.integer({ min: 1, max: 100 }).map((percent) => `${percent} %`);

describe('a formula and the audit give the same answer on the same cells', () => {
  property([waits, fc.array(fc.boolean())], 60)('APPROVALLAG', (times, open) => {
    const rows = times.map(([sent, approved], index) => [`Post ${index}`, sent, open[index] ? '' : approved]);
    const waited = found(approvalLag, [['Post', 'Sent for approval', 'Approved'], ...rows], { plannedDays: 0 }, 'waited');
    answers(APPROVALLAG, rows, [1, 2], asOf, 'Mon-Fri 10:00-19:00').forEach((hours, index) => {
      expect(hours).toBeCloseTo(Number(waited[index] ?? 0), 6);
    });
  });

  property([waits], 60)('LEADLAG', (rows) => {
    const waited = found(slowResponse, [['Lead received', 'First answer'], ...rows], { minorHours: 0 }, 'waited');
    answers(LEADLAG, rows, [0, 1], asOf, 'Mon-Fri 10:00-19:00').forEach((hours, index) => {
      expect(hours).toBeCloseTo(Number(waited[index] ?? 0), 6);
    });
  });

  const audience = fc.tuple(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 900_000 }), share, share, share);
  property([fc.array(audience, { minLength: 3, maxLength: 12 })], 60)('ADFIT and RELEVANTCPM', (placements) => {
    const rows = placements.map((placement, index) => [`Blogger ${index}`, ...placement]);
    const table = [['Blogger', 'Price', 'Reach', 'Share in target city', 'Share of target age', 'Real followers, %'], ...rows];
    const fits = found(audienceMismatch, table, { cityMinor: 1.01 }, 'relevant');
    const prices = found(overpricedReach, table, { times: 0, others: 1 }, 'own');
    expect(fits.filter((fit) => fit === undefined)).toEqual([]);
    answers(ADFIT, rows, [3, 4, 5]).forEach((fit, index) => {
      expect(fit).toBeCloseTo(Number(fits[index]), 9);
    });
    answers(RELEVANTCPM, rows, [1, 2, 3, 4, 5]).forEach((price, index) => {
      expect(price).toBeCloseTo(Number(prices[index]), 6);
    });
  });

  const account = fc.record({
    start: fc.integer({ min: 800, max: 90_000 }),
    days: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 20, max: 90 }), fc.integer({ min: 2, max: 9 })), {
      minLength: 20,
      maxLength: 45,
    }),
    jump: fc.double({ min: 0, max: 0.6, noNaN: true }),
    at: fc.integer({ min: 8, max: 17 }),
    kept: fc.subarray(['likes', 'comments', 'saves', 'reach'] as const),
  });
  property([account], 60)('BOTRISK and BOTROWS, whatever is kept beside followers', ({ start, days, jump, at, kept }) => {
    let total = start;
    const rows = days.map(([gain, likes, comments], day): Cell[] => {
      total += gain + (day === at ? Math.round(start * jump) : 0);
      const date = new Date(Date.UTC(2026, 3, 1 + day)).toISOString().slice(0, 10);
      const of = { likes, comments, saves: comments + 1, reach: 10 * likes };
      return [date, total, ...kept.map((name) => of[name])];
    });
    const heads = { likes: 'Likes', comments: 'Comments', saves: 'Saves', reach: 'Reach' };
    const risks = found(inertFollowers, [['Date', 'Followers', ...kept.map((name) => heads[name])], ...rows], {}, 'risk');
    const placeOf = (name: 'reach') => (kept.includes(name) ? kept.indexOf(name) + 2 : undefined);
    const acts = kept.flatMap((name, index) => (name === 'reach' ? [] : [index + 2]));
    const ranges = [
      column(...rows.map((row) => row[1])),
      acts.length > 0 ? rows.map((row) => acts.map((place) => row[place])) : '',
      column(...rows.map((row) => row[0])),
      placeOf('reach') === undefined ? '' : column(...rows.map((row) => row[placeOf('reach') ?? 0])),
    ];
    const flags = (call(BOTROWS, ...ranges) as unknown[][]).map(([flag]) => flag);
    expect(flags.map((flag) => flag === 1)).toEqual(risks.map((risk) => risk !== undefined));
    const risk = Number(call(BOTRISK, ...ranges));
    for (const one of risks) if (one !== undefined) expect(risk).toBeCloseTo(Number(one), 3);
  });
});
