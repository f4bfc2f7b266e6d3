import { describe, expect, it } from 'vitest';
import { clientCopies } from '../../src/client/report-request.ts';
import { rowRequest } from '../../src/client/row-request.ts';
import { Book } from '../../src/local/book/book.ts';
import type { Value } from '../../src/local/book/parts.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import { tab } from './full-book.ts';
import { annotated, fill, openHost, scanAndAudit } from './open-book.ts';

/** One tab with four tables, written by hand: the client above, posts and followers side by side, a title, advertising below. */
const days = ['02', '03', '04', '05', '06', '09'];
const posts = days.map((day, index): Value[] => [
  `${day}.03.2026 10:00`,
  `Пост ${index + 1}`,
  index === 5 ? '02.03.2026 10:00' : `${day}.03.2026 09:00`,
  `${day}.03.2026 09:30`,
  100 + index,
  2000 + index,
  '',
  `${day}.03.2026`,
  1000 + index,
]);
const grid: Value[][] = [
  ['Ведение, март'],
  [],
  ['Параметр', 'Значение'],
  ['Город', 'Пермь'],
  ['Возраст', '25-45'],
  [],
  ['Дата публикации', 'Тема поста', 'Отправлено на согласование', 'Согласовано', 'Лайки', 'Охват', '', 'Дата', 'Подписчики'],
  ...posts,
  [],
  ['Реклама у блогеров'],
  ['Блогер', 'Дата размещения', 'Цена', 'Охват', 'Пермь, %'],
  ['Звезда', '05.03.2026', 90_000, 400_000, '3%'],
  ['Местная', '07.03.2026', 5_000, 12_000, '80%'],
];

const book = () => {
  const made = new Book();
  made.locale = 'ru_RU';
  made.timeZone = 'Europe/Moscow';
  fill(made.addSheet('Посты', 0, 60, 12), grid);
  return made;
};

const foundRows = (report: Awaited<ReturnType<typeof scanAndAudit>>['report']) =>
  report.sheets.map(({ sheet, results }) => [
    sheet,
    ...new Set(results.flatMap(({ findings }) => findings.flatMap(({ row }) => (row === null ? [] : [row])))),
  ]);

describe('several tables in one tab', () => {
  it('are each audited, under the name of the tab and the cell where they begin', async () => {
    const { report } = await scanAndAudit(openHost(book()));
    expect(foundRows(report)).toEqual([['Посты', 13], ['Посты!A16', 17], ['Посты!A3'], ['Посты!H7']]);
    expect(report.sheets.map(({ rowsAudited }) => rowsAudited)).toEqual([6, 2, 2, 6]);
    expect(report.sheets.flatMap(({ leftOut }) => leftOut)).toEqual([]);
    expect(report.assumptions).toContainEqual({
      code: 'client-tab',
      sheet: 'Посты!A3',
      facts: ['city', 'target', 'age'],
    });
  });

  it('share our two columns after the last of their columns; each row has its own reasons', async () => {
    const made = book();
    await annotated(openHost(made));
    const sheet = tab(made);
    expect(sheet.value(3, 10)).toBe('SMM-аудит');
    const reasons = Array.from({ length: 18 }, (_, row) => sheet.value(row + 1, 10) ?? '');
    expect(reasons.flatMap((text, row) => (text === '' || row === 2 ? [] : [row + 1]))).toEqual([13, 17]);
    expect(sheet.value(17, 11)).toContain('3\u00A0%');
  });

  it('are left as they were', async () => {
    const made = book();
    const before = snapshot(made);
    const host = openHost(made);
    await annotated(host);
    const start = await host.callApi('start', {});
    expect(start.tabs[0]?.annotation).toBe('intact');
    expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
    expect(snapshot(made)).toEqual(before);
  });

  it('are refused when one of them changed since the scan', async () => {
    for (const [row, column] of [
      [5, 2],
      [13, 9],
      [17, 3],
    ] as const) {
      const made = book();
      const host = openHost(made);
      const { request } = await scanAndAudit(host);
      tab(made).setValue(row, column, 'другое');
      expect(await host.callApi('annotate', request)).toMatchObject({ outcome: 'changed', sheet: 'Посты' });
    }
  });

  it('are shown apart: a row is found in the tab, a copy for the client shows its own table alone', async () => {
    const made = book();
    const host = openHost(made);
    const judged = await scanAndAudit(host);
    const request = rowRequest(judged, 'Посты!A16', 17, 'off-target-audience');
    expect(request).toMatchObject({ sheet: 'Посты', row: 17, firstRow: 17 });
    const copies = clientCopies(judged, [5], 'ru');
    expect(copies.map(({ table }) => table)).toEqual(['Посты!A16']);
    for (const copy of copies) expect(await host.callApi('clientCopy', copy)).toMatchObject({ outcome: 'written', rows: 2 });
    const cells = made.sheets[1]?.rows.map(({ values }) => values.filter((value) => value !== null));
    expect(cells?.slice(0, 2)).toEqual([['Реклама у блогеров'], expect.arrayContaining(['Блогер', 'Цена'])]);
    expect(JSON.stringify(cells)).not.toContain('Пост 1');
  });
});
