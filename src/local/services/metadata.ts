import type { Book } from '../book/book.ts';
import type { Metadata } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';
import { allOf, checkSize, type Found } from './metadata-store.ts';
import { rangeOf } from './range.ts';
import type { Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type OfficialFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;

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
      getSheet: () => (column === undefined ? this.runtime.made.sheet(sheet) : null),
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
