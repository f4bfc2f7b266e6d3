import { describe, expect, it } from 'vitest';
import { pickCells } from '../../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../../src/base/cells.ts';
import { isoWall } from '../../../src/base/dates.ts';
import { createZone } from '../../../src/base/zone.ts';
import { approvalLag } from '../../../src/patterns/over-editing/approval-lag.ts';
import { leadsUnanswered } from '../../../src/patterns/sales-confusion/leads-unanswered.ts';
import { slowResponse } from '../../../src/patterns/sales-confusion/slow-response.ts';
import { readTable } from '../../../src/table/reading/read-table.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';
import { runSignal } from '../../patterns/run-signal.ts';

/** The dates of a field, as the wall shows them; `null` where not known. */
function dates(field: string, headers: readonly string[], rows: readonly (readonly Cell[])[]) {
  const layout = describeSheet('Sheet', [headers, ...rows]);
  const { table } = readTable(layout, pickCells(layout, rows), { zone: createZone('Europe/Moscow'), now: Date.UTC(2026, 5, 15) });
  return [...(table.columns.get(field)?.numbers ?? [])].map((wall) => (Number.isNaN(wall) ? null : isoWall(wall).slice(0, 16)));
}

describe('a day and its hour in two columns', () => {
  it('are one time; a row without an hour stays a day', () => {
    const rows = [
      ['01.03.2026', '18:30', 'a b'],
      ['02.03.2026', '', 'c d'],
      ['03.03.2026', '9:05', 'e f'],
    ];
    expect(dates('publishedAt', ['Дата публикации', 'Время', 'Тема'], rows)).toEqual([
      '2026-03-01T18:30',
      '2026-03-02T00:00',
      '2026-03-03T09:05',
    ]);
  });
  it('belong together by standing side by side', () => {
    const rows = [
      ['01.03.2026', '02.03.2026', '10:00', 'a b'],
      ['03.03.2026', '04.03.2026', '11:00', 'c d'],
    ];
    const headers = ['Дата публикации', 'Отправлено на согласование', 'Час', 'Тема'];
    expect(dates('sentAt', headers, rows)).toEqual(['2026-03-02T10:00', '2026-03-04T11:00']);
    expect(dates('publishedAt', headers, rows)).toEqual(['2026-03-01T00:00', '2026-03-03T00:00']);
  });
  it('belong to the day before them rather than to one behind', () => {
    const rows = [
      ['01.03.2026', 'a b', '10:00', '02.03.2026'],
      ['03.03.2026', 'c d', '11:00', '04.03.2026'],
    ];
    const headers = ['Дата публикации', 'Тема', 'Час', 'Отправлено на согласование'];
    expect(dates('publishedAt', headers, rows)).toEqual(['2026-03-01T10:00', '2026-03-03T11:00']);
    expect(dates('sentAt', headers, rows)).toEqual(['2026-03-02T00:00', '2026-03-04T00:00']);
  });
  it('belong to no date that has its time, though it stands nearer', () => {
    const rows = [
      ['01.03.2026', '28.02.2026 15:00', '10:00', 'a b'],
      ['03.03.2026', '02.03.2026 16:00', '11:00', 'c d'],
    ];
    const headers = ['Дата публикации', 'Отправлено на согласование', 'Час', 'Тема'];
    expect(dates('publishedAt', headers, rows)).toEqual(['2026-03-01T10:00', '2026-03-03T11:00']);
    expect(dates('sentAt', headers, rows)).toEqual(['2026-02-28T15:00', '2026-03-02T16:00']);
  });
  it('stay apart where the date has its time already', () => {
    expect(
      dates(
        'publishedAt',
        ['Timestamp', 'Text', 'Hour'],
        [
          ['2026-03-01 12:30', 'a b', 12],
          ['2026-03-02 13:30', 'c d', 13],
        ],
      ),
    ).toEqual(['2026-03-01T12:30', '2026-03-02T13:30']);
  });
});

describe('the time an answer took', () => {
  it('is judged like its moment', () => {
    const headers = ['Дата обращения', 'Имя', 'Ответили через, мин'];
    const rows = [
      ['01.06.2026 11:00', 'a', 30],
      ['01.06.2026 11:00', 'b', 150],
      ['01.06.2026 11:00', 'c', ''],
      ['01.06.2026 11:00', 'd', 'ответили'],
    ];
    const slow = runSignal(slowResponse, headers, rows);
    expect(slow.findings.map(({ row, evidence }) => [row, evidence.waited])).toEqual([[3, 2.5]]);
    const silent = runSignal(leadsUnanswered, headers, rows);
    expect([silent.findings.map(({ row }) => row), silent.skipped]).toEqual([
      [4],
      [{ reason: 'unreadable', field: 'answeredAt', rows: [5] }],
    ]);
  });
});

describe('a history of an approval in one cell', () => {
  const headers = ['Post', 'Status', 'Published'];
  const rows = [
    ['a b', 'Draft 01.06 → Sent 02.06.2026 → OK 11.06.2026', ''],
    ['c d', 'Sent 02.06.2026 -> OK 03.06.2026', ''],
    ['e f', 'Черновик 01.06.2026; отправлено клиенту 02.06.2026; согласовано 04.06.2026', ''],
    ['g h', 'Published', '05.06.2026'],
  ];
  it('tells when a post was sent and approved', () => {
    expect(dates('sentAt', headers, rows)).toEqual(['2026-06-02T00:00', '2026-06-02T00:00', '2026-06-02T00:00', null]);
    expect(dates('approvedAt', headers, rows)).toEqual(['2026-06-11T00:00', '2026-06-03T00:00', '2026-06-04T00:00', null]);
    expect(runSignal(approvalLag, headers, rows).findings.map(({ row }) => row)).toEqual([2]);
  });
  it('is none where a status is a word', () => {
    expect(
      dates('sentAt', headers, [
        ['a b', 'Approved', ''],
        ['c d', 'Draft', ''],
      ]),
    ).toEqual([]);
  });
});
