import type { Book } from '../book/book.ts';
import type { Metadata } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';
import { rangeOf } from './range.ts';
import type { Runtime } from './runtime.ts';
import { sheetOf } from './sheet.ts';

type Official = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type OfficialFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;

/** Adds metadata to a column (from 1), or to the sheet itself when `column` is `undefined`. */
export function addMetadata(
  runtime: Runtime,
  sheet: SheetModel,
  column: number | undefined,
  key: string,
  value: string,
  visibility: string,
): void {
  checkSize(runtime.book, undefined, key, value);
  const metadata: Metadata = { id: runtime.book.newId(), key, value, visibility };
  if (column === undefined) sheet.metadata = [...sheet.metadata, metadata];
  else sheet.setColumn(column, { metadata: [...(sheet.column(column).metadata ?? []), metadata] });
}

/** A file with its tabs and their columns holds 30,000 characters of metadata: the harsher reading of what Google says. */
function checkSize(book: Book, replaced: number | undefined, key: string, value: string): void {
  if (key === '') throw new Error('Exception: Invalid argument: key');
  const others = allOf(book).filter(({ metadata }) => metadata.id !== replaced);
  const held = others.reduce((sum, { metadata }) => sum + metadata.key.length + metadata.value.length, 0);
  if (held + key.length + value.length > 30_000) throw new Error('Exception: Argument too large: value');
}

interface Found {
  readonly sheet: SheetModel;
  readonly column: number | undefined;
  readonly metadata: Metadata;
}

/** All metadata of a sheet or of the whole book. */
function allOf(scope: Book | SheetModel): readonly Found[] {
  const sheets = 'sheets' in scope ? scope.sheets : [scope];
  return sheets.flatMap((sheet) => [
    ...sheet.metadata.map((metadata) => ({ sheet, column: undefined, metadata })),
    ...sheet.columns.flatMap((column, index) => (column.metadata ?? []).map((metadata) => ({ sheet, column: index + 1, metadata }))),
  ]);
}

class MetadataFake implements Pick<Official, 'getKey' | 'getValue' | 'setValue' | 'getLocation' | 'remove'> {
  constructor(
    private readonly runtime: Runtime,
    private readonly found: Found,
  ) {}

  getKey = () => this.found.metadata.key;
  getValue = () => this.found.metadata.value;

  getLocation(): GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation {
    const { sheet, column } = this.found;
    return this.runtime.expose<GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>('DeveloperMetadataLocation', {
      // Of a column only the column is told.
      getSheet: () => (column === undefined ? sheetOf(this.runtime, sheet) : null),
      getColumn: () => (column === undefined ? null : rangeOf(this.runtime, sheet, { row: 1, column, rows: sheet.maxRows, columns: 1 })),
    });
  }

  setValue(value: string): Official {
    checkSize(this.runtime.book, this.found.metadata.id, this.found.metadata.key, value);
    this.change((list) => list.map((metadata) => (metadata.id === this.found.metadata.id ? { ...metadata, value } : metadata)));
    return this.runtime.expose<Official>('DeveloperMetadata', this);
  }

  remove(): void {
    this.change((list) => list.filter(({ id }) => id !== this.found.metadata.id));
  }

  private change(changed: (list: readonly Metadata[]) => readonly Metadata[]): void {
    const { sheet, column } = this.found;
    if (column === undefined) sheet.metadata = changed(sheet.metadata);
    else {
      const left = changed(sheet.column(column).metadata ?? []);
      sheet.setColumn(column, { metadata: left.length > 0 ? left : undefined });
    }
  }
}

class FinderFake implements Pick<OfficialFinder, 'withKey' | 'find'> {
  private key: string | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly scope: Book | SheetModel,
  ) {}

  withKey(key: string): OfficialFinder {
    this.key = key;
    return this.runtime.expose<OfficialFinder>('DeveloperMetadataFinder', this);
  }

  find(): Official[] {
    return allOf(this.scope)
      .filter(({ metadata }) => this.key === undefined || metadata.key === this.key)
      .map((found) => this.runtime.expose<Official>('DeveloperMetadata', new MetadataFake(this.runtime, found)));
  }
}

export const metadataFinder = (runtime: Runtime, scope: Book | SheetModel) =>
  runtime.expose<OfficialFinder>('DeveloperMetadataFinder', new FinderFake(runtime, scope));
