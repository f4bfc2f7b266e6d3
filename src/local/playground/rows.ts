import { describeSheet, TOP_ROWS } from '../../table/recognition/layout.ts';
import { isDateValue, type RowModel, sameValue, type Value } from '../book/parts.ts';
import { movedFormula } from '../book/references.ts';
import type { SheetModel } from '../book/sheet.ts';

/** What a spreadsheet does with whole rows of a table: sorting them, showing some of them. Rows and columns count from 0. */

/** Sorts the rows below the heading by one column, empty cells last: whole rows move, and their colours with them. */
export function sortRows(sheet: SheetModel, column: number, isDescending: boolean): void {
  const first = firstDataRow(sheet);
  const lines = sheet.rows.slice(first, sheet.lastRow()).map((row, from) => ({ row, from }));
  lines.sort((one, other) => compare(one.row.values[column], other.row.values[column], isDescending ? -1 : 1));
  sheet.rows.splice(first, lines.length, ...lines.map(({ row, from }, to) => moved(row, to - from)));
  sheet.isEdited = true;
}

/** Hides every row below the heading whose cell in this column holds something else. */
export function showRowsLike(sheet: SheetModel, row: number, column: number): void {
  const wanted = sheet.value(row + 1, column + 1);
  for (const line of sheet.rows.slice(firstDataRow(sheet), sheet.lastRow())) {
    if (!sameValue(line.values[column] ?? null, wanted)) line.isHidden = true;
  }
}

export function showAllRows(sheet: SheetModel): void {
  for (const row of sheet.rows) row.isHidden = false;
}

/** The row below the heading of the sheet's table; where there is none, below the frozen rows. */
function firstDataRow(sheet: SheetModel): number {
  const top = sheet.rows.slice(0, TOP_ROWS).map(({ values }) => values.map((value) => (isDateValue(value) ? new Date(value.wall) : value)));
  const { headerRow } = describeSheet(sheet.name, top);
  return headerRow === -1 ? sheet.frozenRows : headerRow + 1;
}

function compare(one: Value | undefined, other: Value | undefined, order: 1 | -1): number {
  const [first, second] = [sortKey(one), sortKey(other)];
  if (first === '' || second === '') return Number(first === '') - Number(second === '');
  if (typeof first === 'number' && typeof second === 'number') return order * (first - second);
  // Numbers before text, as in Sheets.
  if (typeof first !== typeof second) return order * (typeof first === 'number' ? -1 : 1);
  return order * String(first).localeCompare(String(second));
}

function sortKey(value: Value | undefined): number | string {
  if (value === null || value === undefined) return '';
  if (isDateValue(value)) return value.wall;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** A row at its new place: relative references of its formulas move with it. */
function moved(row: RowModel, down: number): RowModel {
  const extras = row.extras.map((extra) =>
    extra?.formula === undefined ? extra : { ...extra, formula: movedFormula(extra.formula, down) },
  );
  return { ...row, extras };
}
