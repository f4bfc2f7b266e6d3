import { type Cell, isEmpty } from '../../base/cells.ts';

/** A range argument, row by row; a single cell is 1×1 and stands for every row. */
export interface Matrix {
  readonly rows: readonly (readonly Cell[])[];
  readonly height: number;
  readonly width: number;
  readonly isScalar: boolean;
}

/** Any argument as a rectangle: Sheets sends a lone cell as a scalar, a range as rows of cells. */
export function toMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return { rows: [[argument as Cell]], height: 1, width: 1, isScalar: true };
  let width = 0;
  let isOfRows = true;
  for (const row of argument) {
    if (!Array.isArray(row)) isOfRows = false;
    else if (row.length > width) width = row.length;
  }
  const rows: readonly (readonly Cell[])[] = isOfRows ? argument : argument.map((row) => (Array.isArray(row) ? row : [row]));
  if (!isOfRows && width === 0) width = 1;
  return { rows, height: rows.length, width, isScalar: rows.length === 1 && width === 1 };
}

/** Rows down to the last one with anything in it: `A2:A` is as tall as the sheet. */
export function filledHeight({ rows }: Matrix): number {
  let height = rows.length;
  while (height > 0 && (rows[height - 1] ?? []).every(isEmpty)) height--;
  return height;
}

/** Rows as columns. */
export function transposed({ rows, height, width, isScalar }: Matrix): Matrix {
  return { rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column])), height: width, width: height, isScalar };
}

/** The first so many cells of each column. Every row is visited once, since rows lie all over the memory. */
export function columnsOf({ rows, width }: Matrix, height: number): readonly (readonly Cell[])[] {
  const columns = Array.from({ length: width }, () => new Array<Cell>(height));
  for (let row = 0; row < height; row++) {
    const cells = rows[row];
    for (let column = 0; column < width; column++) (columns[column] as Cell[])[row] = cells?.[column];
  }
  return columns;
}
