import { describe, expect, it } from 'vitest';
import { clientCopies, reportRequest } from '../../../src/client/report-request.ts';
import type { Book } from '../../../src/local/book/book.ts';
import type { SheetModel } from '../../../src/local/book/sheet.ts';
import { snapshot } from '../../../src/local/book/snapshot.ts';
import { fullBook, tab } from '../full-book.ts';
import { openHost, postsBook, scanAndAudit } from '../open-book.ts';

const changes: readonly (readonly [string, (sheet: SheetModel) => void])[] = [
  ['a cell', (sheet) => sheet.setValue(9, 4, 99)],
  ['a header', (sheet) => sheet.setValue(3, 4, 'Правки')],
  ['a row added below', (sheet) => sheet.setValue(44, 1, 'ещё')],
  ['a row taken away', (sheet) => sheet.rows.splice(10, 1)],
  ['a row inserted', (sheet) => sheet.rows.splice(10, 0, { values: [], extras: [] })],
  ['rows sorted', (sheet) => sheet.rows.splice(10, 2, ...sheet.rows.slice(10, 12).reverse())],
  ['a column inserted', (sheet) => sheet.insertColumns(2, 1)],
  ['everything deleted', (sheet) => sheet.rows.splice(0, sheet.rows.length)],
];

/** What writes of a scanned tab, after a scan of this book; `formulas` accepts other results of formulas. */
async function writersOf(book: Book) {
  const host = openHost(book);
  const judged = await scanAndAudit(host);
  const report = reportRequest(judged, [1, 2, 3, 4, 5], 'ru', judged.start.now);
  const [copy] = clientCopies(judged, [4], 'ru');
  if (!copy) throw new Error('nothing to copy');
  return {
    annotate: (acceptChangedValues = false) => host.callApi('annotate', { ...judged.request, acceptChangedValues }),
    report: (acceptChangedValues = false) => host.callApi('report', { ...report, acceptChangedValues }),
    clientCopy: () => host.callApi('clientCopy', copy),
  };
}

describe('a sheet that changed since the scan', () => {
  it.each(changes)('is written about by nobody: %s', async (_, change) => {
    const book = fullBook();
    const writers = await writersOf(book);
    change(tab(book));
    const before = JSON.stringify(snapshot(book));
    for (const write of Object.values(writers)) {
      expect(await write()).toEqual({ outcome: 'changed', sheet: 'Посты', onlyFormulaValues: false });
      expect(JSON.stringify(snapshot(book))).toBe(before);
    }
  });

  it('is another where the file got another time zone: its dates are other moments, and the audit counted hours of them', async () => {
    const book = fullBook();
    const writers = await writersOf(book);
    book.timeZone = 'Asia/Tokyo';
    for (const write of Object.values(writers)) expect(await write()).toMatchObject({ outcome: 'changed', sheet: 'Посты' });
  });

  it('is compared cell by cell as well where the tab is far wider than its table', async () => {
    const wide = () => {
      const book = postsBook(20);
      const sheet = tab(book);
      sheet.insertColumns(13, 20);
      sheet.setValue(1, 30, 'далеко справа');
      return book;
    };
    const unchanged = await writersOf(wide());
    expect(await unchanged.annotate()).toMatchObject({ outcome: 'written' });
    for (const [row, column] of [
      [4, 4],
      [3, 4],
    ] as const) {
      const book = wide();
      const writers = await writersOf(book);
      tab(book).setValue(row, column, 'другое');
      for (const write of Object.values(writers)) expect(await write()).toMatchObject({ outcome: 'changed', sheet: 'Посты' });
    }
  });

  it('is no other sheet for having our columns in it', async () => {
    const { annotate, report, clientCopy } = await writersOf(fullBook());
    for (const write of [annotate, report, clientCopy, annotate, report]) expect(await write()).toMatchObject({ outcome: 'written' });
  });

  it('may be written about all the same when only results of formulas changed', async () => {
    const book = postsBook(20);
    const sheet = tab(book);
    for (let row = 4; row <= 23; row++) sheet.setExtra(row, 4, { formula: `=LEN(A${row})` });
    const { annotate, report, clientCopy } = await writersOf(book);
    sheet.setValue(6, 4, 2);
    for (const write of [annotate, report]) {
      expect(await write()).toEqual({ outcome: 'changed', sheet: 'Посты', onlyFormulaValues: true });
      expect(await write(true)).toMatchObject({ outcome: 'written' });
    }
    // A copy shows what the cells show now.
    expect(await clientCopy()).toMatchObject({ outcome: 'written' });
    sheet.setValue(7, 1, 'Другой пост');
    for (const write of [annotate, report, clientCopy])
      expect(await write(true)).toEqual({ outcome: 'changed', sheet: 'Посты', onlyFormulaValues: false });
  });
});
