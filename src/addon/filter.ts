type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Moves the sheet's basic filter to another width, with the same criteria: sorting through it then takes our two columns along.
 * @param covers tells from the filter's range whether it is the table's
 * @returns whether there was such a filter
 */
export function resizeFilter(sheet: Sheet, columns: number, covers: (range: GoogleAppsScript.Spreadsheet.Range) => boolean): boolean {
  const filter = sheet.getFilter();
  const range = filter?.getRange();
  if (!filter || !range || !covers(range)) return false;
  const first = range.getColumn();
  const kept = Array.from({ length: Math.min(range.getNumColumns(), columns) }, (_, offset) =>
    filter.getColumnFilterCriteria(first + offset),
  );
  filter.remove();
  const widened = sheet.getRange(range.getRow(), first, range.getNumRows(), columns).createFilter();
  kept.forEach((criteria, offset) => {
    if (criteria) widened.setColumnFilterCriteria(first + offset, criteria.copy().build());
  });
  return true;
}
