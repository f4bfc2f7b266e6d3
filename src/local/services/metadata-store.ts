import type { Book } from '../book/book.ts';
import type { Metadata } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';

/** Adds metadata to a column (from 1), or to the sheet itself when `column` is `undefined`. */
export function addMetadata(
  book: Book,
  sheet: SheetModel,
  column: number | undefined,
  key: string,
  value: string,
  visibility: string,
): void {
  checkSize(book, undefined, key, value);
  const metadata: Metadata = { id: book.newId(), key, value, visibility };
  if (column === undefined) sheet.metadata = [...sheet.metadata, metadata];
  else sheet.setColumn(column, { metadata: [...(sheet.column(column).metadata ?? []), metadata] });
}

/** A file with its tabs and their columns holds 30,000 characters of metadata: the harsher reading of what Google says. */
export function checkSize(book: Book, replaced: number | undefined, key: string, value: string): void {
  if (key === '') throw new Error('Exception: Invalid argument: key');
  const others = allOf(book).filter(({ metadata }) => metadata.id !== replaced);
  const held = others.reduce((sum, { metadata }) => sum + metadata.key.length + metadata.value.length, 0);
  if (held + key.length + value.length > 30_000) throw new Error('Exception: Argument too large: value');
}

export interface Found {
  readonly sheet: SheetModel;
  readonly column: number | undefined;
  readonly metadata: Metadata;
}

/** All metadata of a sheet or of the whole book. */
export function allOf(scope: Book | SheetModel): readonly Found[] {
  const sheets = 'sheets' in scope ? scope.sheets : [scope];
  return sheets.flatMap((sheet) => [
    ...sheet.metadata.map((metadata) => ({ sheet, column: undefined, metadata })),
    ...sheet.columns.flatMap((column, index) => (column.metadata ?? []).map((metadata) => ({ sheet, column: index + 1, metadata }))),
  ]);
}
