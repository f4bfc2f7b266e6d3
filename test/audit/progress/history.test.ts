import { describe, expect, it } from 'vitest';
import { auditSumOf, courseOf, MOST_AUDITS, remembered } from '../../../src/audit/progress/history.ts';
import { type AuditSum, historyCheck } from '../../../src/audit/progress/kept.ts';
import { checkSettings } from '../../../src/audit/settings.ts';
import { isAccepted } from '../../../src/audit/shape.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { drawingOf } from '../../../src/wording/charts/drawing.ts';
import { svgOf } from '../../../src/wording/charts/svg.ts';
import { courseTable } from '../../../src/wording/client-report/progress-text.ts';
import { fullBook, people, phones } from '../../addon/full-book.ts';
import { openHost, scanAndAudit } from '../../addon/open-book.ts';

const sumAt = (at: string, rows = 1, of = 10): AuditSum => ({ at, counts: [{ signal: 'approval-lag', rows, of }], bill: [] });
const monthOf = (month: number) => `2026-${String(month).padStart(2, '0')}`;

describe('what an audit leaves behind', () => {
  it('is sums alone, no cell of the sheet, and settings accept it', async () => {
    const { report, start } = await scanAndAudit(openHost(fullBook()));
    const sum = auditSumOf(report, start.now);
    expect(sum.at).toBe('2026-06-15');
    expect(sum.bill.map(({ amount }) => amount)).toEqual(report.bill.map(({ amount }) => Math.round(amount * 100) / 100));
    const text = JSON.stringify(sum);
    for (const secret of [...people, ...phones, 'Посты', 'Пост 1', 'Лена', 'Инна']) expect(text).not.toContain(secret);
    expect(isAccepted(checkSettings, { history: [sum] })).toBe(true);
    expect(isAccepted(historyCheck, [{ ...sum, note: 'x' }])).toBe(false);
  });

  it('knows a currency by its code alone: what a cell writes instead may be anything', () => {
    const line = { signal: 'budget-swallowed', unit: 'money', amount: 10, parts: [] } as const;
    const bill = [{ ...line, currency: 'EUR' }, { ...line, currency: 'Olga’s' }, line];
    const sum = auditSumOf({ sheets: [], bill, insights: [], assumptions: [] }, Date.UTC(2026, 5, 15));
    expect(sum.bill.map(({ currency }) => currency)).toEqual(['EUR', undefined, undefined]);
  });

  it('is kept once a day, for the last 36 audits', () => {
    const days = Array.from({ length: 50 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10));
    const kept = days.reduce<readonly AuditSum[]>((history, day) => remembered(history, sumAt(day)), []);
    expect([kept.length, kept[0]?.at, kept[35]?.at]).toEqual([MOST_AUDITS, days[14], days[49]]);
    const again = remembered(kept, sumAt(days[49] ?? '', 7));
    expect([again.length, again[35]?.counts[0]?.rows]).toEqual([MOST_AUDITS, 7]);
  });

  it('stays far below what a document may store', () => {
    const signals = patterns.flatMap((pattern) => pattern.signals.map(({ id }) => id));
    const large: AuditSum = {
      at: '2026-06-15',
      counts: signals.map((signal) => ({ signal, rows: 100_000, of: 100_000 })),
      bill: signals.map((signal) => ({ signal, unit: 'engagements', amount: 123_456_789.12, currency: 'RUB' })),
    };
    expect(JSON.stringify(Array.from({ length: MOST_AUDITS }, () => large)).length).toBeLessThan(120_000);
  });
});

describe('a year of audits, invented', () => {
  // Twelve months in which approval becomes quicker, with a second look in the middle of March.
  const year = [
    ...Array.from({ length: 12 }, (_, index) => sumAt(`${monthOf(index + 1)}-28`, 12 - index, 60)),
    sumAt('2026-03-14', 60, 60),
  ];

  it('shows the last audit of each month in its course', () => {
    const course = courseOf(year);
    expect(course.map(({ at }) => at)).toEqual(Array.from({ length: 12 }, (_, index) => `${monthOf(index + 1)}-28`));
    const table = courseTable(course, ['no-lead-owner', 'approval-lag'], 'en');
    expect(table?.title).toBe('Waiting for approval: in question, % at each audit');
    expect(table?.rows.map(({ values }) => values[0])).toEqual([20, 18.3, 16.7, 15, 13.3, 11.7, 10, 8.3, 6.7, 5, 3.3, 1.7]);
  });

  it('becomes a picture with twelve bars that fall', () => {
    const table = courseTable(courseOf(year), ['approval-lag'], 'ru');
    if (!table) throw new Error('no course');
    const heights = drawingOf(table, 'ru').shapes.flatMap((shape) => (shape.kind === 'bar' ? [shape.height] : []));
    expect(heights).toHaveLength(12);
    expect([...heights].sort((one, other) => other - one)).toEqual(heights);
    expect(svgOf(drawingOf(table, 'ru')).match(/<rect /g)).toHaveLength(12);
    // Who does not see it hears every month.
    expect(drawingOf(table, 'ru').label).toMatch(/ 28 января 2026: 20;.*28 декабря 2026: 1,7\.$/);
  });

  it('is not shown of fewer than three months', () => {
    expect(courseTable(courseOf(year.slice(0, 2)), ['approval-lag'], 'en')).toBeUndefined();
  });
});
