import { beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/audit/answer/chart-data.ts';
import { placeCharts, ratesByWait } from '../../../src/audit/answer/place-charts.ts';
import { createJudge, judge } from '../../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../../src/audit/engine/prepare.ts';
import { findingMark } from '../../../src/audit/marks.ts';
import type { AuditSettings } from '../../../src/audit/settings.ts';
import { scanAndAudit } from '../../addon/open-book.ts';
import { sampleHost } from '../../sidebar/drive.ts';
import { type Grid, inputOf, now, zone } from '../audit-table.ts';

let scan: Awaited<ReturnType<typeof scanAndAudit>>;
beforeAll(async () => {
  scan = await scanAndAudit(await sampleHost());
});

/** The settings after “this is fine” was said of this row. */
function marked(signal: string, row: number): AuditSettings {
  const key = findingMark(scan.prepared, 'Посты', signal, row)?.key ?? '';
  return { marks: { [key]: 'giveaway' } };
}

describe('placeCharts', () => {
  it('has a row for each point, and in question are the rows that were found', () => {
    for (const signal of ['approval-lag', 'inert-followers']) {
      const charts = placeCharts(scan.prepared, scan.report, signal, {});
      expect(charts).toHaveLength(1);
      const found = scan.report.sheets.flatMap(({ results }) =>
        results.filter((result) => result.signal === signal).flatMap(({ findings }) => findings.flatMap(({ row }) => row ?? [])),
      );
      for (const { chart, rows } of charts) {
        expect(rows).toHaveLength(chart.points.length);
        const questioned = chart.points.flatMap((point, index) => (point[point.length - 1] === null ? [] : [rows[index]]));
        expect(questioned.length).toBeGreaterThan(0);
        for (const row of questioned) expect(found).toContain(row);
      }
    }
  });

  it('shows no other account once the finding of the one was called fine, and nothing says that part of it is silent', () => {
    const settings = marked('inert-followers', 39);
    const report = createJudge(scan.prepared)(settings);
    expect(placeCharts(scan.prepared, scan.report, 'inert-followers', {})).toHaveLength(1);
    expect(placeCharts(scan.prepared, report, 'inert-followers', settings)).toEqual([]);
    const shares = (insights: typeof report.insights) => insights.filter(({ code }) => code === 'share').length;
    expect([shares(scan.report.insights), shares(report.insights)]).toEqual([1, 0]);
    expect(report.bill.filter(({ unit }) => unit === 'followers')).toEqual([]);
  });
});

// Made by hand: of 9,000 people 80 % live in Perm and 8 % in Moscow, so that 1,000 of the first cost a tenth.
const placements: Grid = [
  ['Блогер', 'Цена', 'Охват', 'Москва, %', 'Пермь, %'],
  ...['Первый', 'Второй', 'Третий', 'Четвёртый', 'Пятый'].map((name) => [name, 7200, 9000, '8 %', '80 %']),
  ['Звезда', 720_000, 9000, '80 %', '8 %'],
];
// Made by hand: one follower a day, once 300.
const gains: Grid = [
  ['Дата', 'Новые подписчики', 'Лайки', 'Охват'],
  ...Array.from({ length: 31 }, (_, day) => [`2026-05-${String(day + 1).padStart(2, '0')}`, day === 20 ? 300 : 1, 20 + (day % 3), 400]),
];

describe('the charts of a place and of the report', () => {
  it.each([
    ['prices', 'overpriced-reach', placements, { city: 'Пермь', target: 'city' }],
    ['prices', 'overpriced-reach', placements, { city: 'Москва', target: 'city' }],
    ['growth', 'inert-followers', gains, { followers: 1400 }],
  ] as const)('draw the same %s of this very client', (kind, signal, grid, client) => {
    const settings: AuditSettings = { client };
    const prepared = prepareAudit([inputOf('Sheet', grid)], settings, { zone, now });
    const report = judge(prepared, settings);
    const [shown] = placeCharts(prepared, report, signal, settings);
    expect(shown?.chart.points.length).toBeGreaterThan(5);
    expect(shown?.chart).toEqual(chartsOf(prepared, report, undefined, settings).find((chart) => chart.kind === kind));
  });
});

describe('ratesByWait', () => {
  it('compares posts by how long they waited, without groups of too few', () => {
    // Of the sample's posts with both times and a rate 43 were approved within a day, two in one to two days, eleven later.
    expect(ratesByWait(scan.prepared)?.map(({ group, posts }) => [group, posts])).toEqual([
      [0, 43],
      [2, 11],
    ]);
  });
});
