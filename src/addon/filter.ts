import type { Sheet } from './google.ts';

type Filter = GoogleAppsScript.Spreadsheet.Filter;

/**
 * Gives the sheet's basic filter another right edge, with the same criteria: sorting through it then takes our two columns along. A
 * filter cannot be widened, only made anew; its sort arrows, which scripts cannot see, are lost.
 * @param lastColumn from 1; left of the filter's first column the filter goes
 */
export function resizeFilter(sheet: Sheet, filter: Filter, lastColumn: number): void {
  const range = filter.getRange();
  const row = range.getRow();
  const column = range.getColumn();
  const rows = range.getNumRows();
  const last = Math.min(lastColumn, range.getLastColumn());
  const kept = Array.from({ length: Math.max(0, last - column + 1) }, (_, offset) => filter.getColumnFilterCriteria(column + offset));
  filter.remove();
  if (lastColumn < column) return;
  const recreate = () => {
    const created = sheet.getFilter() ?? sheet.getRange(row, column, rows, lastColumn - column + 1).createFilter();
    kept.forEach((criteria, offset) => {
      if (criteria) created.setColumnFilterCriteria(column + offset, criteria.copy().build());
    });
  };
  // From here on the user's filter exists only in `kept`: one failing call must not lose it.
  try {
    recreate();
  } catch {
    recreate();
  }
}
