import type { Area, Chart, ColumnModel, Extra, FilterModel, Metadata, Protection, RowModel, Rule, Style, Value } from './parts.ts';
import { type ColumnShift, shiftedColumn, shiftedSpan, shiftFormula } from './references.ts';

/** Of a column that nobody has made wider or narrower, in pixels. */
export const USUAL_WIDTH = 100;

/** One tab. */
export class SheetModel {
  rows: RowModel[] = [];
  columns: ColumnModel[] = [];
  maxRows: number;
  maxColumns: number;
  isHidden = false;
  frozenRows = 0;
  /** The head of a long table, which each printed page repeats. */
  repeatedRow: number | undefined;
  frozenColumns = 0;
  rules: readonly Rule[] = [];
  filter: FilterModel | undefined;
  merges: readonly Area[] = [];
  charts: readonly Chart[] = [];
  protections: readonly Protection[] = [];
  /** Google Tables, whose columns have types. */
  tables: readonly Area[] = [];
  metadata: readonly Metadata[] = [];
  activeArea: Area | undefined;
  /** Every selected area, where the add-on has chosen some. */
  selected: readonly Area[] = [];
  type: 'GRID' | 'DATASOURCE' = 'GRID';
  /** True once somebody typed or sorted, besides what the add-on wrote. */
  isEdited = false;
  /** Columns inserted and deleted since loading, in order: how a file writer follows. */
  readonly shifts: ColumnShift[] = [];

  constructor(
    /** The book it is in, as far as a tab knows of it. */
    readonly owner: { shiftReferences(shift: ColumnShift): void },
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
    this.setStyles({ row, column, rows: 1, columns: 1 }, change);
  }

  /** The same for a whole area. */
  setStyles(area: Area, change: { readonly [K in keyof Style]?: Style[K] | undefined }): void {
    this.changeExtras(area, (before) => withoutAbsent({ ...before, style: withoutAbsent({ ...before?.style, ...change }) }));
  }

  /** The same for what they have besides their values. */
  setExtras(area: Area, change: { readonly [K in keyof Extra]?: Extra[K] | undefined }): void {
    this.changeExtras(area, (before) => withoutAbsent({ ...before, ...change }));
  }

  /** Cells that had the very same, or nothing, share what comes of it: for a column of a hundred thousand it is worked out once. */
  private changeExtras({ row, column, rows, columns }: Area, change: (before: Extra | undefined) => Extra | undefined): void {
    const changed = new Map<Extra | undefined, Extra | undefined>();
    for (let down = row; down < row + rows; down++) {
      const { extras } = this.line(down);
      for (let place = column - 1; place < column - 1 + columns; place++) {
        const before = extras[place];
        if (!changed.has(before)) changed.set(before, change(before));
        extras[place] = changed.get(before);
      }
    }
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
    while (row > 0 && filledTo(this.rows[row - 1], 0) === 0) row--;
    return row;
  }

  lastColumn(): number {
    let last = 0;
    for (const row of this.rows) last = filledTo(row, last);
    return last;
  }

  /** Inserts empty columns before `at`; they look like the column to their left. */
  insertColumns(at: number, count: number): void {
    // The harsher side: a table takes in what is inserted at its right edge.
    this.tables = this.tables.map((area) => {
      if (at <= area.column) return { ...area, column: area.column + count };
      return at <= area.column + area.columns ? { ...area, columns: area.columns + count } : area;
    });
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
    if (shift.count < 0) this.tables = this.tables.flatMap(moved);
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
    this.owner.shiftReferences(shift);
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
  const keys = Object.keys(record) as (keyof Record)[];
  // Most have nothing to leave out, and there are hundreds of thousands of them.
  if (keys.length > 0 && keys.every((key) => record[key] !== undefined)) return record as Record;
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  // Only keys with a value are left, each as it was.
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record);
}

/** The last column of a row that holds something, not before `from`. A formula that shows nothing and an unticked box hold something. */
function filledTo(row: RowModel | undefined, from: number): number {
  const { values = [], extras = [] } = row ?? {};
  let column = Math.max(values.length, extras.length);
  while (column > from && isEmpty(values[column - 1], extras[column - 1])) column--;
  return Math.max(column, from);
}

function isEmpty(value: Value | undefined, extra: Extra | undefined): boolean {
  if (value !== null && value !== '' && value !== undefined) return false;
  const { criterion } = (extra?.validation ?? {}) as { readonly criterion?: unknown };
  return extra?.formula === undefined && criterion !== 'checkbox';
}
