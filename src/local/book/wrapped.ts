import type { Area, RowModel } from './parts.ts';
import { type SheetModel, USUAL_WIDTH } from './sheet.ts';

/** What a letter of the usual size takes, in pixels. */
const LETTER = 6.4;
const USUAL_SIZE = 10;

const isInside = (area: Area, row: number, column: number) =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** How many lines the wrapped text of a row takes: not every program works that out when it is given a sheet. */
export function wrappedLines(sheet: SheetModel, row: number): number {
  const { values, extras }: RowModel = sheet.rows[row - 1] ?? { values: [], extras: [] };
  const isMerged = (column: number) => sheet.merges.some((area) => isInside(area, row, column));
  // A row has holes where no cell was ever looked at.
  const lines = Array.from(extras, (extra, column) => {
    const { width = USUAL_WIDTH } = sheet.column(column + 1);
    return extra?.style?.wrap && !isMerged(column + 1)
      ? linesOf(String(values[column] ?? ''), (width / LETTER / (extra.style.fontSize ?? USUAL_SIZE)) * USUAL_SIZE)
      : 1;
  });
  return Math.max(1, ...lines);
}

/** How many lines a text takes that breaks between words, and within a word that is longer than a line. */
function linesOf(text: string, lettersInLine: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(/\s/)) {
    if (used > 0 && used + 1 + length > lettersInLine) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    while (used > lettersInLine) {
      lines++;
      used -= lettersInLine;
    }
  }
  return lines;
}
