import type { Area, Metadata } from './parts.ts';
import { type ColumnShift, shiftedSpan, shiftFormula } from './references.ts';
import { SheetModel } from './sheet.ts';

/** The workbook model: the single truth of the local runtime. */
export class Book {
  sheets: SheetModel[] = [];
  readonly id = crypto.randomUUID();
  /** Of its file, without the ending. */
  name = '';
  activeSheet: SheetModel | undefined;
  locale = 'en_US';
  timeZone = 'Etc/UTC';
  metadata: readonly Metadata[] = [];
  namedRanges: readonly { readonly name: string; readonly sheet: string; readonly area: Area }[] = [];
  /** Of a form that fills one of the tabs. */
  formUrl: string | undefined;
  private nextId = 1;

  addSheet(name: string, index = this.sheets.length, rows?: number, columns?: number): SheetModel {
    const sheet = new SheetModel(this, this.newId(), name, rows, columns);
    this.sheets.splice(index, 0, sheet);
    this.activeSheet ??= sheet;
    return sheet;
  }

  /** Another file with the same content. */
  clone(): Book {
    const copy = new Book();
    const { locale, timeZone, metadata, namedRanges } = this;
    Object.assign(copy, structuredClone({ locale, timeZone, metadata, namedRanges }));
    for (const sheet of this.sheets) copy.copyOf(sheet, sheet.name);
    return copy;
  }

  /** A new tab at the end with the content of another book's. */
  copyOf(sheet: SheetModel, name: string): SheetModel {
    const { owner: _owner, id: _id, name: _name, ...content } = sheet;
    return Object.assign(this.addSheet(name), structuredClone(content));
  }

  /** Cells of all tabs, empty ones included. */
  cells(): number {
    return this.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  }

  newId(): number {
    return this.nextId++;
  }

  sheet(name: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  /** Formulas of every sheet, and named ranges, follow columns that came or went. */
  shiftReferences(shift: ColumnShift): void {
    for (const sheet of this.sheets) {
      for (const { extras } of sheet.rows) {
        extras.forEach((extra, index) => {
          if (extra?.formula !== undefined) extras[index] = { ...extra, formula: shiftFormula(extra.formula, sheet.name, shift) };
        });
      }
    }
    this.namedRanges = this.namedRanges.flatMap((named) => {
      if (named.sheet !== shift.sheet) return [named];
      const span = shiftedSpan(named.area.column, named.area.column + named.area.columns - 1, shift);
      return span ? [{ ...named, area: { ...named.area, column: span[0], columns: span[1] - span[0] + 1 } }] : [];
    });
  }
}
