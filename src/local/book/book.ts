/** The workbook model: the single truth of the local runtime. Rows and columns count from 1, as in Sheets. */
import { type ColumnShift, shiftedColumn, shiftedSpan, shiftFormula } from './references.ts';

/** A date in a cell, as the spreadsheet's wall clock shows it. */
export interface DateValue {
  readonly wall: number;
}

export type Value = string | number | boolean | DateValue | null;

export const isDateValue = (value: Value): value is DateValue => typeof value === 'object' && value !== null;

export const sameValue = (one: Value, other: Value): boolean =>
  isDateValue(one) && isDateValue(other) ? one.wall === other.wall : one === other;

/** Looks of a cell; only what differs from the default is there. Kept as opaque as possible: the user's own formats are not ours. */
export interface Style {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly wrap?: boolean;
  readonly verticalAlign?: string;
  /** Looks that came with a file and that we never change. */
  readonly other?: unknown;
}

/** What a cell has besides its value. */
export interface Extra {
  readonly formula?: string;
  /** The value came from a formula beside or above, whose result is larger than one cell. */
  readonly isSpilled?: boolean;
  readonly style?: Style;
  readonly note?: string;
  readonly validation?: unknown;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Rule {
  readonly areas: readonly Area[];
  /** Custom formula, or `undefined` for a rule of another kind, which is then carried in `other`. */
  readonly formula?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly other?: unknown;
}

export interface FilterModel {
  readonly area: Area;
  /** Column, from 1 → criteria. */
  readonly criteria: ReadonlyMap<number, unknown>;
}

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly visibility: string;
}

interface ColumnModel {
  readonly width?: number;
  readonly isHidden?: boolean;
  readonly metadata?: readonly Metadata[];
}

export interface RowModel {
  values: Value[];
  extras: (Extra | undefined)[];
  height?: number;
  isHidden?: boolean;
}

export interface Chart {
  readonly row: number;
  readonly column: number;
  readonly description: ChartDescription;
}

/** A chart that the add-on made: its numbers with one heading row, the points' names in the first column. */
export interface ChartDescription {
  readonly type: string;
  readonly area: Area;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Protection {
  /** `undefined` protects the whole sheet. */
  readonly area?: Area;
  readonly description: string;
  /** Whether the user at hand may edit it. */
  readonly canEdit: boolean;
}

/** One tab. */
export class SheetModel {
  rows: RowModel[] = [];
  columns: ColumnModel[] = [];
  maxRows: number;
  maxColumns: number;
  isHidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  rules: readonly Rule[] = [];
  filter: FilterModel | undefined;
  merges: readonly Area[] = [];
  charts: readonly Chart[] = [];
  protections: readonly Protection[] = [];
  metadata: readonly Metadata[] = [];
  activeArea: Area | undefined;
  type: 'GRID' | 'DATASOURCE' = 'GRID';
  /** True once somebody typed or sorted, besides what the add-on wrote. */
  isEdited = false;
  /** Columns inserted and deleted since loading, in order: how a file writer follows. */
  readonly shifts: ColumnShift[] = [];

  constructor(
    readonly book: Book,
    readonly id: number,
    public name: string,
    rows = 1000,
    columns = 26,
  ) {
    this.maxRows = rows;
    this.maxColumns = columns;
  }

  value(row: number, column: number): Value {
    return this.rows[row - 1]?.values[column - 1] ?? null;
  }

  extra(row: number, column: number): Extra | undefined {
    return this.rows[row - 1]?.extras[column - 1];
  }

  setValue(row: number, column: number, value: Value): void {
    this.line(row).values[column - 1] = value;
  }

  /** Changes what a cell has besides its value; keys set to `undefined` go away. */
  setExtra(row: number, column: number, change: { readonly [K in keyof Extra]?: Extra[K] | undefined }): void {
    const extras = this.line(row).extras;
    extras[column - 1] = withoutAbsent({ ...extras[column - 1], ...change });
  }

  setStyle(row: number, column: number, change: { readonly [K in keyof Style]?: Style[K] | undefined }): void {
    this.setExtra(row, column, { style: withoutAbsent({ ...this.extra(row, column)?.style, ...change }) });
  }

  setHeight(row: number, height: number): void {
    this.line(row).height = height;
  }

  private line(row: number): RowModel {
    for (let missing = this.rows.length; missing < row; missing++) this.rows.push({ values: [], extras: [] });
    // Just filled up to this row.
    return this.rows[row - 1] as RowModel;
  }

  column(column: number): ColumnModel {
    return this.columns[column - 1] ?? {};
  }

  setColumn(column: number, change: { readonly [K in keyof ColumnModel]?: ColumnModel[K] | undefined }): void {
    for (let missing = this.columns.length; missing < column; missing++) this.columns.push({});
    this.columns[column - 1] = withoutAbsent({ ...this.columns[column - 1], ...change }) ?? {};
  }

  lastRow(): number {
    let row = this.rows.length;
    while (row > 0 && (this.rows[row - 1]?.values ?? []).every((value) => value === null || value === '' || value === undefined)) row--;
    return row;
  }

  lastColumn(): number {
    let last = 0;
    for (const { values } of this.rows) {
      let column = values.length;
      while (column > last && (values[column - 1] === null || values[column - 1] === '' || values[column - 1] === undefined)) column--;
      last = Math.max(last, column);
    }
    return last;
  }

  /** Inserts empty columns before `at`; they look like the column to their left. */
  insertColumns(at: number, count: number): void {
    const left = this.columns[at - 2];
    this.columns = spliced(
      this.columns,
      at,
      count,
      () => ({ ...(left?.width === undefined ? {} : { width: left.width }), ...(left?.isHidden ? { isHidden: true } : {}) }),
      {},
    );
    for (const row of this.rows) {
      const beside = row.extras[at - 2];
      const inherited = withoutAbsent({ style: beside?.style, validation: beside?.validation });
      row.values = spliced(row.values, at, count, () => null, null);
      row.extras = spliced(row.extras, at, count, () => inherited, undefined);
    }
    this.maxColumns += count;
    this.shift({ sheet: this.name, at, count });
  }

  deleteColumns(at: number, count: number): void {
    this.columns.splice(at - 1, count);
    for (const row of this.rows) {
      row.values.splice(at - 1, count);
      row.extras.splice(at - 1, count);
    }
    this.maxColumns -= count;
    this.shift({ sheet: this.name, at, count: -count });
  }

  /** Everything that points at columns of this sheet follows. */
  private shift(shift: ColumnShift): void {
    this.shifts.push(shift);
    const moved = (area: Area): readonly Area[] => {
      const span = shiftedSpan(area.column, area.column + area.columns - 1, shift);
      return span ? [{ ...area, column: span[0], columns: span[1] - span[0] + 1 }] : [];
    };
    this.merges = this.merges.flatMap(moved);
    this.charts = this.charts.map((chart) => ({ ...chart, column: shiftedColumn(chart.column, shift) ?? shift.at }));
    this.protections = this.protections.flatMap((protection) =>
      protection.area ? moved(protection.area).map((area) => ({ ...protection, area })) : [protection],
    );
    if (this.filter) {
      const [area] = moved(this.filter.area);
      const criteria = new Map(
        [...this.filter.criteria].flatMap(([column, value]) => {
          const to = shiftedColumn(column, shift);
          return to === undefined ? [] : [[to, value] as const];
        }),
      );
      this.filter = area && { area, criteria };
    }
    this.rules = this.rules.flatMap((rule) => {
      const areas = rule.areas.flatMap(moved);
      return areas.length === 0
        ? []
        : [{ ...rule, areas, ...(rule.formula === undefined ? {} : { formula: shiftFormula(rule.formula, this.name, shift) }) }];
    });
    if (this.activeArea) this.activeArea = moved(this.activeArea)[0];
    this.book.shiftReferences(shift);
  }
}

/** The whole spreadsheet. */
export class Book {
  sheets: SheetModel[] = [];
  activeSheet: SheetModel | undefined;
  locale = 'en_US';
  timeZone = 'Etc/UTC';
  metadata: readonly Metadata[] = [];
  namedRanges: readonly { readonly name: string; readonly sheet: string; readonly area: Area }[] = [];
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
    for (const sheet of this.sheets) {
      const { book: _book, id: _id, name, ...content } = sheet;
      Object.assign(copy.addSheet(name), structuredClone(content));
    }
    return copy;
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

/** Inserts into a list that may be shorter than the place: the gap is filled. */
function spliced<Item>(list: Item[], at: number, count: number, make: () => Item, gap: Item): Item[] {
  if (list.length < at - 1 && make() === gap) return list;
  const filled = list.length < at - 1 ? [...list, ...Array.from({ length: at - 1 - list.length }, () => gap)] : list;
  filled.splice(at - 1, 0, ...Array.from({ length: count }, make));
  return filled;
}

/** A record without the keys that are `undefined`; `undefined` when nothing is left. */
function withoutAbsent<Record extends object>(record: { readonly [K in keyof Record]: Record[K] | undefined }): Record | undefined {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  // Only keys with a value are left, each as it was.
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record);
}
