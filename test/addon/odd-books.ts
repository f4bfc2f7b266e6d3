/** Books and clocks under which everything is written, read back and taken away again. Made by hand. */
import type { Book } from '../../src/local/book/book.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import { fullBook, tab } from './full-book.ts';
import { at, fill } from './open-book.ts';

export const locales = ['ru_RU', 'en_US', 'de_DE'];
/** Among them a half hour, three quarters of an hour, a clock change in March, and the other side of the date line. */
export const zones = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Apia'];

/** A header row as people have it: a month, a number, a tick, and a clock beside the table. Made by hand. */
export function oddHeaders(): Book {
  const book = fullBook();
  fill(tab(book), [[], [], ['', '', '', '', '', '', at('2026-03-01'), 2026, true, 'обновлено']]);
  tab(book).setValue(3, 11, at('2026-06-15 12:00'));
  tab(book).setExtra(3, 11, { formula: '=NOW()' });
  return book;
}

export const books: Readonly<Record<string, () => Book>> = {
  'a full book': fullBook,
  'a header with a date, a number, a tick and a clock': oddHeaders,
};
/** All that stands in a book, but for what no eye sees. */
export const seen = (book: Book) =>
  JSON.stringify(snapshot(book), (key, value: unknown) => (/^(id|activeSheet|activeArea)$/.test(key) ? undefined : value));

/** Time goes on, and with it whatever a clock in the sheet shows. */
export function letClocksRun(book: Book, to: string): void {
  for (const sheet of book.sheets)
    for (const [row, { extras }] of sheet.rows.entries())
      for (const [column, extra] of extras.entries()) if (extra?.formula === '=NOW()') sheet.setValue(row + 1, column + 1, at(to));
}
