import type { JsonCell, ShowRowResult } from '../../api/messages.ts';
import type { Requests } from '../../api/requests.ts';
import { columnLetters } from '../../base/cells.ts';
import { createZone } from '../../base/zone.ts';
import type { Sheet } from '../services/google.ts';
import { findOwnColumns } from '../traces/ownership.ts';
import { jsonCell, withOurs } from './cells.ts';
import { tabByName } from './read.ts';

/**
 * Selects the judged cells of a row, wherever it stands by now. A row is only shown when it is certainly the one: where none or several
 * could be it, nothing is selected.
 */
export function showRow({ sheet: name, row, firstRow, key, judged }: Requests['showRow']): ShowRowResult {
  const sheet = tabByName(name);
  const zone = createZone(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
  const ourColumns = findOwnColumns(sheet)
    .map(({ column }) => column - 1)
    .sort((one, other) => one - other);
  const place = (column: number) => withOurs(column, ourColumns) + 1;
  const lastRow = sheet.getLastRow();
  const read = (column: number, from: number, rows: number): readonly JsonCell[] =>
    sheet
      .getRange(from, place(column), rows, 1)
      .getValues()
      .map(([cell]) => jsonCell(cell, zone));
  /** Of these rows, counted from `from`, those whose cells are the ones that were scanned. */
  const agreeing = (cells: Requests['showRow']['key'], from: number, rows: readonly number[], count: number): readonly number[] =>
    cells.reduce<readonly number[]>((left, { column, cell }) => {
      const now = left.length === 0 ? [] : read(column, from, count);
      return left.filter((index) => (now[index] ?? '') === (cell ?? ''));
    }, rows);
  const isThere = row <= lastRow && agreeing([...key, ...judged], row, [0], 1).length === 1;
  const found = isThere ? row : searched();
  if (found === undefined) return { outcome: 'moved' };
  sheet.activate();
  sheet.getRangeList(judged.map(({ column }) => `${columnLetters(place(column))}${found}`)).activate();
  return { outcome: isHidden(sheet, found) ? 'hidden' : 'shown' };

  function searched(): number | undefined {
    const count = lastRow - firstRow + 1;
    if (count < 1) return undefined;
    const all = Array.from({ length: count }, (_, index) => index);
    const same = agreeing(key, firstRow, all, count);
    const [one, ...others] = same.length > 1 ? agreeing(judged, firstRow, same, count) : same;
    return one === undefined || others.length > 0 ? undefined : firstRow + one;
  }
}

const isHidden = (sheet: Sheet, row: number) => sheet.isRowHiddenByFilter(row) || sheet.isRowHiddenByUser(row);
