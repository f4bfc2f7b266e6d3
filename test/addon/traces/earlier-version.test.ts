import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import { snapshot } from '../../../src/local/book/snapshot.ts';
import { annotated, openHost, postsBook } from '../open-book.ts';

interface Kept {
  readonly locale: string;
  readonly timeZone: string;
  readonly activeSheet: string;
  readonly sheets: readonly (Record<string, unknown> & {
    readonly name: string;
    readonly maxRows: number;
    readonly maxColumns: number;
    readonly columns: readonly (object | null)[];
    readonly rows: readonly ({ readonly cells: unknown[]; readonly looks: unknown[] } | null)[];
  })[];
}

/** The book as the version left it that wrote numbers alone into its first column. */
function bookBefore(): Book {
  const kept = JSON.parse(readFileSync('test/fixtures/annotated-before-words.json', 'utf8')) as Kept;
  const book = new Book();
  Object.assign(book, { locale: kept.locale, timeZone: kept.timeZone });
  for (const { name, maxRows, maxColumns, columns, rows, filter: _, ...own } of kept.sheets) {
    const sheet = book.addSheet(name, book.sheets.length, maxRows, maxColumns);
    Object.assign(sheet, own, { columns: columns.map((column) => column ?? {}) });
    sheet.rows = rows.map((row) => ({ values: row?.cells ?? [], extras: (row?.looks ?? []).map((look) => look ?? undefined) })) as never;
  }
  book.activeSheet = book.sheet(kept.activeSheet);
  return book;
}

const cells = (book: Book) =>
  (snapshot(book) as Kept).sheets.map(({ name, maxColumns, columns, rows, rules, metadata }) => ({
    name,
    maxColumns,
    columns,
    rows,
    rules,
    metadata,
  }));

describe('a sheet that an earlier version annotated', () => {
  it('holds what that version wrote', () => {
    const sheet = bookBefore().sheet('Посты');
    expect(sheet?.rows.flatMap(({ values }) => values[6] ?? [])).toContain('1, 4');
    expect(sheet?.rules.length).toBeGreaterThan(0);
  });

  it('is freed of it without a trace and without a question', async () => {
    const book = bookBefore();
    expect(await openHost(book).callApi('remove', {})).toMatchObject({ outcome: 'removed' });
    expect(cells(book)).toEqual(cells(postsBook(24)));
  });

  it('is annotated anew without a question, in words, and freed again', async () => {
    const book = bookBefore();
    const { result } = await annotated(openHost(book));
    expect(result).toMatchObject({ outcome: 'written' });
    expect(book.sheet('Посты')?.rows.flatMap(({ values }) => values[6] ?? [])).toContain(
      '1 Кто принимает решения · 4 Скорость согласования',
    );
    expect(await openHost(book).callApi('remove', {})).toMatchObject({ outcome: 'removed' });
    expect(cells(book)).toEqual(cells(postsBook(24)));
  });
});
