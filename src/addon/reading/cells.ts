import type { JsonCell } from '../../api/messages.ts';
import { type Cell, isDate } from '../../base/cells.ts';
import { isoWall } from '../../base/dates.ts';
import type { Zone } from '../../base/zone.ts';
import type { Sheet } from '../services/google.ts';

/** A cell as it crosses to the page; what is neither text, number, yes/no nor date (an image in a cell) is nothing. */
export function jsonCell(cell: unknown, zone: Zone): JsonCell {
  if (isDate(cell)) return Number.isFinite(cell.getTime()) ? isoWall(zone.toWall(cell.getTime())) : '';
  return typeof cell === 'string' || typeof cell === 'boolean' || Number.isFinite(cell) ? (cell as JsonCell) : '';
}

/** Rows of a sheet between two columns, counted from 0 and as if our own columns were not there. */
export interface Block {
  /** From 1. */
  readonly row: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Positions of our own columns, ascending, from 0. */
  readonly ourColumns: readonly number[];
}

/** One read. */
export function readBlock(sheet: Sheet, { row, rows, firstColumn, lastColumn, ourColumns }: Block): Cell[][] {
  const first = withOurs(firstColumn, ourColumns);
  const last = withOurs(lastColumn, ourColumns);
  const values: Cell[][] = sheet.getRange(row, first + 1, rows, last - first + 1).getValues();
  return last - first === lastColumn - firstColumn ? values : values.map((cells) => withoutOurs(cells, ourColumns, first));
}

/** Where a column of the sheet without ours stands in the sheet with them. */
export const withOurs = (column: number, ourColumns: readonly number[]): number =>
  ourColumns.reduce((place, own) => (own <= place ? place + 1 : place), column);

/** A row's cells without those in our columns. */
export const withoutOurs = <Item>(cells: readonly Item[], ourColumns: readonly number[], first = 0): Item[] =>
  cells.filter((_, index) => ourColumns.indexOf(first + index) < 0);
