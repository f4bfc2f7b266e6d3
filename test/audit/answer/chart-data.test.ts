import { describe, expect, it } from 'vitest';
import { chartsOf, thinned } from '../../../src/audit/answer/chart-data.ts';
import { judge } from '../../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../../src/audit/engine/prepare.ts';
import { findingMark } from '../../../src/audit/marks.ts';
import type { AuditSettings } from '../../../src/audit/settings.ts';
import { createZone } from '../../../src/base/zone.ts';
import { auditableTabs, scan } from '../../../src/client/scan.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { Host } from '../../../src/local/host.ts';
import { type Grid, inputOf, zone as moscow, now } from '../audit-table.ts';

async function sampleCharts() {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  book.locale = 'ru_RU';
  book.timeZone = 'Asia/Yekaterinburg';
  const zone = createZone(book.timeZone);
  const host = new Host(book, { now: () => zone.toInstant(Date.UTC(2026, 5, 15, 12)) });
  const start = await host.callApi('start', {});
  const prepared = prepareAudit(await scan(host.callApi, auditableTabs(start), {}), {}, { zone, now: start.now });
  return { charts: chartsOf(prepared, judge(prepared, {})), book, prepared };
}

describe('chartsOf', () => {
  it('does not count a late answer that was called fine, neither as late nor as in time', () => {
    const leads: Grid = [
      ['Lead received', 'First answer'],
      ['2026-06-01 10:00', '2026-06-01 10:30'],
      ['2026-06-02 11:00', '2026-06-02 11:20'],
      ['2026-06-03 11:00', '2026-06-04 18:00'],
      ['2026-06-08 11:00', '2026-06-10 18:00'],
    ];
    const prepared = prepareAudit([inputOf('Leads', leads)], {}, { zone: moscow, now });
    const marks = { [findingMark(prepared, 'Leads', 'slow-response', 4)?.key ?? '']: 'agreed' };
    const counts = (settings: AuditSettings) =>
      chartsOf(prepared, judge(prepared, settings)).map(({ points }) => points.map(([, count]) => count));
    expect([counts({}), counts({ marks })]).toEqual([[[2, 2, 0]], [[2, 1, 0]]]);
  });

  it('draws one chart of each kind the sample has columns for, from numbers that stand in the sheet', async () => {
    const { charts, book } = await sampleCharts();
    expect(charts.map(({ kind, sheet, currency }) => [kind, sheet, currency])).toEqual([
      ['growth', 'Посты', undefined],
      ['waiting', 'Посты', undefined],
      ['leads', 'Заявки', undefined],
      ['prices', 'Размещения', 'RUB'],
    ]);
    const [growth, waiting, leads, prices] = charts;
    // The one gain in question, counted by hand: 742 followers that brought nobody.
    expect(growth?.points.filter((point) => point[3] !== null).length).toBe(1);
    expect(growth?.points.every(([time = 0], index, all) => index === 0 || Number(time) >= Number(all[index - 1]?.[0]))).toBe(true);
    const posts = book.sheet('Посты');
    const followers = new Set(posts?.rows.flatMap(({ values }) => (typeof values[10] === 'number' ? [values[10]] : [])));
    expect(growth?.points.filter(([, value]) => followers.has(Number(value))).length).toBeGreaterThan(15);
    expect(waiting?.points.every(([, hours]) => Number(hours) >= 0)).toBe(true);
    // 25 leads with a time: 3 never answered, 6 late; the rest in time or with an answer that cannot be read.
    expect(leads?.points).toEqual([
      [0, 16],
      [1, 6],
      [2, 3],
    ]);
    // The national star of row 8: 95,000 for 260,000 people, of whom 1.2 % live in the city and 9 % have the age.
    expect(prices?.points.find(([row]) => row === 8)?.[1]).toBeCloseTo(95_000 / (260_000 * 0.012 * 0.09) / 0.001, 0);
  });

  it('draws nothing of too few points', async () => {
    const { prepared } = await sampleCharts();
    const short = prepared.sheets.map(({ layout }) => ({ layout }));
    expect(chartsOf({ ...prepared, sheets: short }, judge(prepared, {}))).toEqual([]);
  });
});

describe('thinned', () => {
  const points = Array.from({ length: 5000 }, (_, place) => place);

  it('keeps what must be seen', () => {
    const kept = points.filter((place) => place % 100 === 7);
    const shown = thinned(points, (place) => kept.includes(place));
    expect(shown).toEqual(expect.arrayContaining([...kept, 0, 4999]));
    expect(shown.length).toBeLessThan(400);
  });

  it('draws no more than a chart can hold, also where everything must be seen', () => {
    expect(thinned(points, () => true).length).toBeLessThan(600);
    expect(thinned(points.slice(0, 200), () => true)).toHaveLength(200);
  });
});
