import type { Area, RowModel } from './parts.ts';
import type { SheetModel } from './sheet.ts';

/** What a letter takes, with the room that is lost where lines break, in pixels. */
const LETTER = 7;

const isInside = (area: Area, row: number, column: number) =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** How many lines the wrapped text of a row takes: not every program works that out when it is given a sheet. */
export function wrappedLines(sheet: SheetModel, row: number): number {
  const { values, extras }: RowModel = sheet.rows[row - 1] ?? { values: [], extras: [] };
  const isMerged = (column: number) => sheet.merges.some((area) => isInside(area, row, column));
  // A row has holes where no cell was ever looked at.
  const lines = Array.from(extras, (extra, column) => {
    const { width } = sheet.column(column + 1);
    return extra?.style?.wrap && width !== undefined && !isMerged(column + 1)
      ? Math.ceil(String(values[column] ?? '').length / (width / LETTER))
      : 1;
  });
  return Math.max(1, ...lines);
}
