import type { JsonCell } from '../../api/messages.ts';
import type { TabAtScan } from '../../api/requests.ts';
import { cleanText } from '../../base/cells.ts';
import type { Zone } from '../../base/zone.ts';
import { hash } from '../../table/identity.ts';
import type { Sheet } from '../services/google.ts';
import { areHeadings, type OwnColumn, type TabRecord } from '../traces/ownership.ts';
import { jsonCell } from './cells.ts';

/** Fields that make a row the row it is, the first group that the table has. */
const identityFields = [['link'], ['postId'], ['account', 'publishedAt', 'leadAt', 'placedAt', 'day', 'title', 'placement']];
const MOST_IDENTITY_COLUMNS = 4;

/** Which of a scanned sheet's used columns make a row the row it is: positions in `columns`. */
export function identityColumns({ columns, fields, headers, area }: TabAtScan): readonly number[] {
  const header = (index: number) => headers[(columns[index] ?? 0) - area.firstColumn] ?? '';
  // They are found again by their headers, so one that stands there twice will not do.
  const usable = columns.map((_, index) => index).filter((index) => headers.filter((text) => text === header(index)).length === 1);
  const groups = identityFields.map((wanted) => usable.filter((index) => wanted.indexOf(fields[index] ?? '') >= 0));
  return (groups.find((group) => group.length > 0) ?? usable).slice(0, MOST_IDENTITY_COLUMNS);
}

/**
 * A number for rows and their reasons: the same in any order of the rows. Rows without a reason do not count, so rows may be added.
 * @param identity cells that make a row the row it is, column by column
 * @param pairs our two cells of each row
 */
export function sumOfPairs(identity: readonly (readonly JsonCell[])[], pairs: readonly (readonly unknown[])[]): number {
  let sum = 0;
  pairs.forEach(([patterns, reasons], row) => {
    if (!patterns && !reasons) return;
    const sixBytes = hash(JSON.stringify([identity.map((column) => column[row]), patterns, reasons])).slice(0, 12);
    sum = (sum + Number.parseInt(sixBytes, 16)) % Number.MAX_SAFE_INTEGER;
  });
  return sum;
}

/** Whether every reason still stands beside the row it was written for, however the rows were sorted. */
export function isTogether(sheet: Sheet, own: readonly OwnColumn[], { identity, together, underWay }: TabRecord, zone: Zone): boolean {
  const patterns = own.find(({ role }) => role === 'patterns');
  const reasons = own.find(({ role }) => role === 'reasons');
  const lastRow = sheet.getLastRow();
  if (underWay || !patterns || !reasons || lastRow === 0) return false;
  const columnFrom = (row: number, column: number): readonly unknown[] =>
    row > lastRow
      ? []
      : sheet
          .getRange(row, column, lastRow - row + 1, 1)
          .getValues()
          .map(([cell]) => cell);
  const reasonCells = columnFrom(1, reasons.column);
  const pairs = columnFrom(1, patterns.column).map((cell, row) => [cell, reasonCells[row]]);
  const heading = pairs.findIndex(([one, other]) => areHeadings(one, other));
  if (heading < 0) return false;
  const headers = sheet
    .getRange(heading + 1, 1, 1, sheet.getLastColumn())
    .getValues()
    .flatMap((cells) => cells.map((cell) => cleanText(jsonCell(cell, zone))));
  const places = identity.map((header) => headers.indexOf(header));
  if (places.indexOf(-1) >= 0) return false;
  const cells = places.map((place) => columnFrom(heading + 2, place + 1).map((cell) => jsonCell(cell, zone)));
  return sumOfPairs(cells, pairs.slice(heading + 1)) === together;
}
