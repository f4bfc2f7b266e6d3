import { CellState } from '../../base/numbers.ts';
import type { Field, FieldKind, ValueOfKind } from '../../table/fields.ts';
import type { TypedColumn } from '../../table/table.ts';
import type { Table } from './table.ts';

/**
 * A column the signal can do without: `undefined` where the sheet has no such column or the cell is blank. A cell that holds something
 * unreadable is not blank: its row is not judged, unless the signal takes both alike.
 */
export interface Optional<Kind extends FieldKind = FieldKind> {
  readonly optional: Field<Kind>;
  readonly isBlankWhereUnreadable?: boolean;
}
export const optional = <Kind extends FieldKind>(field: Field<Kind>): Optional<Kind> => ({ optional: field });
/** For values that only add to what is known: none is concluded from their absence. */
export const whereKnown = <Kind extends FieldKind>(field: Field<Kind>): Optional<Kind> => ({
  optional: field,
  isBlankWhereUnreadable: true,
});

/** The columns a signal asks for, by the names it uses. */
export type ColumnSpec = Readonly<Record<string, Field | Optional>>;
type Values<C extends ColumnSpec> = {
  readonly [K in keyof C]: C[K] extends Optional<infer Kind>
    ? ValueOfKind[Kind] | undefined
    : C[K] extends Field<infer Kind>
      ? ValueOfKind[Kind]
      : never;
};

/** One row as a signal sees it: the columns it asked for, and where the row stands. */
export type Row<C extends ColumnSpec = ColumnSpec> = Values<C> & {
  /** Position among the table's data rows. */
  readonly index: number;
  /** Row number in the sheet. */
  readonly row: number;
  /** Index of the row's account. */
  readonly account: number;
};

/** Rows to go through. */
export interface Rows<C extends ColumnSpec = ColumnSpec> {
  /** Their positions among the table's data rows. */
  readonly indexes: Int32Array;
  /** They come into being when they are asked for. */
  readonly all: () => readonly Row<C>[];
}

export const fieldOf = (spec: Field | Optional): Field => ('optional' in spec ? spec.optional : spec);

export interface RowReader<C extends ColumnSpec> {
  readonly rowsAt: (indexes: Int32Array) => Rows<C>;
  /** The same object every time, with the values of this row: judging a hundred thousand rows makes no garbage. */
  readonly lend: (index: number) => Row<C>;
  /** The first column whose cell keeps the row from being judged: a required one that is not known, any that is unreadable. */
  readonly obstacleAt: (index: number) => TypedColumn | undefined;
}

/** Reads rows of a table as a signal sees them. */
export function rowReader<C extends ColumnSpec>({ columns }: { readonly columns: C }, table: Table): RowReader<C> {
  /** A row is a place in the table; its values are read from the columns when a signal asks. */
  class TableRow {
    // Declared only: a field of its own would be defined, slowly, for every row.
    declare index: number;
    constructor(index: number) {
      this.index = index;
    }
    get row() {
      return table.rowNumbers[this.index];
    }
    get account() {
      return table.accounts[this.index];
    }
  }
  const obstacles: { readonly column: TypedColumn | undefined; readonly isAt: (index: number) => boolean }[] = [];
  for (const key of Object.keys(columns)) {
    const spec = columns[key] as Field | Optional;
    const column = table.columns.get(fieldOf(spec).id);
    const read = column ? valueReader(column) : () => undefined;
    const isAt = obstacleOf(spec, column);
    if (isAt) obstacles.push({ column, isAt });
    Object.defineProperty(TableRow.prototype, key, {
      get(this: TableRow) {
        return read(this.index);
      },
    });
  }
  const lent = new TableRow(0);
  // The getters just defined give it the shape that the spec promises.
  const asRow = (row: TableRow) => row as unknown as Row<C>;
  return {
    rowsAt: (indexes) => ({
      indexes,
      all: () => {
        // A plain loop: `Array.from` with a function is several times slower.
        const rows = new Array<Row<C>>(indexes.length);
        for (let place = 0; place < rows.length; place++) rows[place] = asRow(new TableRow(indexes[place] ?? 0));
        return rows;
      },
    }),
    lend: (index) => {
      lent.index = index;
      return asRow(lent);
    },
    obstacleAt: (index) => {
      // A plain loop: a function to find with would be made anew for every row.
      for (const { column, isAt } of obstacles) if (isAt(index)) return column;
      return undefined;
    },
  };
}

/** Tells rows whose cell of this column keeps them from being judged; `undefined` where none can. */
function obstacleOf(spec: Field | Optional, column: TypedColumn | undefined): ((index: number) => boolean) | undefined {
  if (!('optional' in spec)) return (index) => column?.states[index] !== CellState.read;
  if (spec.isBlankWhereUnreadable || !column || !hasUnreadable(column)) return undefined;
  return (index) => (column.states[index] ?? CellState.blank) >= CellState.unreadable;
}

const hasUnreadable = ({ states }: TypedColumn) => [CellState.unreadable, CellState.undecided].some((state) => states.indexOf(state) >= 0);

function valueReader({ numbers, texts, flags }: TypedColumn): (index: number) => number | string | boolean | undefined {
  if (numbers) {
    return (index) => {
      const value = numbers[index];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    };
  }
  if (texts) return (index) => texts[index] || undefined;
  return (index) => (flags?.[index] === 1 ? true : flags?.[index] === 0 ? false : undefined);
}
