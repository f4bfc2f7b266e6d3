import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationSheet } from '../../src/api/requests.ts';
import { Book } from '../../src/local/book/book.ts';
import type { SheetModel } from '../../src/local/book/sheet.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import type { Host } from '../../src/local/host.ts';
import { annotated, openHost, scanAndAudit } from '../addon/open-book.ts';
import { type BookPlan, bookPlans, build } from './books.ts';
import { fc, fuzz } from './budget.ts';

let host: Host;
beforeAll(() => {
  // One running add-on for all books: loading it takes longer than an audit of a few rows.
  host = openHost(new Book());
});

const exactly = (book: Book) => JSON.stringify(snapshot(book));
/** Without the numbers that Google gives to new things. */
const alike = (book: Book) => JSON.stringify(snapshot(book), (key, value: unknown) => (key === 'id' ? undefined : value));

const broken = /NaN|undefined|Infinity|\[object|null/;

/** Nothing that we write is a formula, and nothing in it is broken. */
function checkOurs(book: Book): void {
  for (const sheet of book.sheets) {
    const isOurTab = sheet.metadata.length > 0 && !sheet.columns.some(({ metadata }) => metadata);
    sheet.rows.forEach(({ values, extras }) => {
      values.forEach((value, index) => {
        if (!isOurTab && !sheet.columns[index]?.metadata) return;
        expect(extras[index]?.formula).toBeUndefined();
        if (typeof value === 'string') expect(value).not.toMatch(broken);
      });
    });
  }
}

/** How many books were tried, and into how many reasons were written: a test that seldom writes would prove little. */
const tried = { all: 0, written: 0 };

async function thereAndBack(plan: BookPlan): Promise<void> {
  const { book } = host.runtime;
  build(book, plan);
  const before = exactly(book);
  const first = await annotated(host).then(
    ({ result }) => result,
    (problem: Error) => problem,
  );
  tried.all++;
  if (!(first instanceof Error) && first.outcome === 'written' && first.rows > 0) tried.written++;
  if (first instanceof Error || first.outcome !== 'written') {
    if (first instanceof Error) expect(first.message).toMatch(/^[^\n]{20,200}\.$/);
    expect(exactly(book)).toBe(before);
    return;
  }
  checkOurs(book);
  const once = alike(book);
  expect((await annotated(host)).result).toEqual(first);
  expect(alike(book)).toBe(once);
  expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
  expect(exactly(book)).toBe(before);
}

/** What somebody else may do to a table that was scanned a moment ago; false where it changes nothing that was read. */
const edits: Readonly<Record<string, (sheet: SheetModel, read: AnnotationSheet, at: number) => boolean>> = {
  'a cell is typed over': (sheet, { area, columns }, at) => {
    const row = bodyRow(area, at);
    const column = columns[at % columns.length];
    if (row === undefined || column === undefined) return false;
    sheet.setValue(row, column + 1, `другое ${at}`);
    return true;
  },
  'a row is deleted': (sheet, { area }, at) => {
    const row = bodyRow(area, at);
    // A blank row at the end is no part of what was read.
    if (row === undefined || row > sheet.lastRow()) return false;
    sheet.rows.splice(row - 1, 1);
    sheet.maxRows--;
    return true;
  },
  'a row is inserted': (sheet, { area }, at) => {
    const row = bodyRow(area, at);
    if (row === undefined || row > sheet.lastRow()) return false;
    sheet.rows.splice(row - 1, 0, { values: [], extras: [] });
    sheet.maxRows++;
    return true;
  },
  'rows are sorted': (sheet, { area, columns }, at) => {
    const [one, other] = [bodyRow(area, at), bodyRow(area, at + 1)];
    if (one === undefined || other === undefined) return false;
    const cells = (row: number) => JSON.stringify(columns.map((column) => sheet.value(row, column + 1) ?? null));
    if (cells(one) === cells(other)) return false;
    const [first, second] = [sheet.rows[one - 1] ?? { values: [], extras: [] }, sheet.rows[other - 1] ?? { values: [], extras: [] }];
    sheet.rows[one - 1] = second;
    sheet.rows[other - 1] = first;
    return true;
  },
  'a header is renamed': (sheet, { area, columns }, at) => {
    const column = columns[at % columns.length];
    if (column === undefined) return false;
    sheet.setValue(area.headerRow + 1, column + 1, `Другой заголовок ${at}`);
    return true;
  },
  'a column is inserted': (sheet, { area }) => {
    sheet.insertColumns(area.firstColumn + 1, 1);
    return true;
  },
};
const bodyRow = ({ headerRow, endRow }: AnnotationSheet['area'], at: number) =>
  endRow > headerRow + 1 ? headerRow + 2 + (at % (endRow - headerRow - 1)) : undefined;

async function editedMeanwhile({ plan, edit, at }: { plan: BookPlan; edit: string; at: number }): Promise<void> {
  const { book } = host.runtime;
  build(book, plan);
  const { request } = await scanAndAudit(host);
  const read = request.sheets[at % request.sheets.length];
  const sheet = read && book.sheet(read.sheet);
  if (!read || !sheet || !edits[edit]?.(sheet, read, at)) return;
  const edited = exactly(book);
  expect(await host.callApi('annotate', request)).toMatchObject({ outcome: 'changed', sheet: read.sheet });
  expect(exactly(book)).toBe(edited);
}

describe('a workbook of whatever kind', () => {
  fuzz(
    'is not written into when somebody edits it between scan and highlight',
    fc.record({ plan: bookPlans, edit: fc.constantFrom(...Object.keys(edits)), at: fc.nat(40) }),
    150,
    editedMeanwhile,
  );

  fuzz('is the same after highlighting, highlighting again and removing', bookPlans, 250, thereAndBack);

  it('had reasons written into it often enough for that to mean something', () => {
    // About half of them are, whatever the seed.
    expect(tried.written / tried.all).toBeGreaterThan(1 / 3);
  });
});
