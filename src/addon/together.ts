import { hash } from '../audit/identity.ts';
import type { JsonCell } from './api.ts';
import type { OwnColumns } from './own.ts';

/** A number for one row and its reason. Added over the rows it is the same in any order. */
export function sumOfRows(rows: readonly (readonly (JsonCell | undefined)[])[]): number {
  let sum = 0;
  for (const row of rows)
    sum = (sum + Number.parseInt(hash(row.map((cell) => String(cell ?? '')).join('\u0001')).slice(0, 12), 16)) % Number.MAX_SAFE_INTEGER;
  return sum;
}

/** Whether every reason still stands beside the row it was written for, however the rows were sorted. */
export function isTogether(sheet: GoogleAppsScript.Spreadsheet.Sheet, { column, record }: OwnColumns): boolean {
  const { headerRow, rows, identity, together } = record;
  if (sheet.getMaxRows() < headerRow + rows) return false;
  const shown = sheet.getRange(headerRow + 1, 1, rows, column + 1).getDisplayValues();
  return sumOfRows(shown.map((line) => [...identity.map((index) => line[index]), line[column - 1], line[column]])) === together;
}
