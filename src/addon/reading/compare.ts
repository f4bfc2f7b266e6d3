import type { Changed, JsonCell } from '../../api/messages.ts';
import type { TabAtScan } from '../../api/requests.ts';
import { type Cell, cleanText } from '../../base/cells.ts';
import { createZone } from '../../base/zone.ts';
import type { Sheet } from '../services/google.ts';
import type { OwnTab } from '../traces/own-tabs.ts';
import { findUnmarkedColumns, idOf } from '../traces/ownership.ts';
import { jsonCell, withOurs, withoutOurs } from './cells.ts';
import { checkSize, readCells, tabByName, wholeChunk } from './read.ts';
import { identityColumns } from './row-identity.ts';

/** How a sheet stands to its scan; `formula-values`: the same rows in the same order, only results of formulas are others. */
export interface Comparison {
  readonly state: 'same' | 'formula-values' | 'changed';
  /** The cells of the used columns as they are now, column by column; empty where the sheet changed. */
  readonly cells: readonly (readonly JsonCell[])[];
}

/** A scanned table as it stands now, before anything is written about it. */
export interface Standing<Request extends TabAtScan = TabAtScan> {
  readonly request: Request;
  readonly tab: OwnTab;
  /** Whether our columns stand in it without our mark. */
  readonly isUnmarked: boolean;
  readonly comparison: Comparison;
}

/** Reads again what was scanned of these tabs. */
export function standingOf<Request extends TabAtScan>(
  requests: readonly Request[],
  ownTabs: readonly OwnTab[],
): readonly Standing<Request>[] {
  const tabs = new Map<string, { readonly tab: OwnTab; readonly isUnmarked: boolean }>();
  // From top to bottom: our headings stand beside the first header of a tab.
  const standings = [...requests]
    .sort((one, other) => one.area.headerRow - other.area.headerRow)
    .map((request) => {
      const name = request.sheet;
      const sheet = tabByName(name);
      // It begins in the first cell of the sheet.
      const filled = sheet.getDataRange();
      // A row more or less below the table is a change too.
      const top = filled.getNumRows() === request.lastRow ? readTop(sheet, request, filled.getNumColumns()) : undefined;
      const header = top ? [top.header] : [];
      const known = tabs.get(name) ?? tabStanding(sheet, name, { header, row: request.area.headerRow + 1, ownTabs });
      tabs.set(name, known);
      const ourColumns = known.tab.own.map(({ column }) => column - 1);
      return { request, ...known, comparison: top ? compare(sheet, request, { ...top, ourColumns }) : changed };
    });
  return requests.flatMap((request) => standings.filter((standing) => standing.request === request));
}

/** So many times wider than its table a tab may be for the two to be read together. */
const WIDEST = 2;

/** The header row, all of it since our columns may stand anywhere, and, mostly in the same read, the rows of the first chunk. */
function readTop(sheet: Sheet, { area, chunks }: TabAtScan, width: number): Pick<Present, 'header' | 'below'> {
  const { headerRow, firstColumn, lastColumn } = area;
  const isNarrow = width <= WIDEST * (lastColumn - firstColumn + 1);
  const rows = isNarrow ? (chunks[0]?.count ?? 0) : 0;
  checkSize(rows + 1, width);
  const [header = [], ...below]: Cell[][] = sheet.getRange(headerRow + 1, 1, rows + 1, width).getValues();
  return { header, ...(rows > 0 ? { below } : {}) };
}

/** A tab with our columns in it, marked or not. */
function tabStanding(
  sheet: Sheet,
  name: string,
  { header, row, ownTabs }: { readonly header: readonly (readonly unknown[])[]; readonly row: number; readonly ownTabs: readonly OwnTab[] },
): { readonly tab: OwnTab; readonly isUnmarked: boolean } {
  const id = idOf(sheet);
  const marked: OwnTab = ownTabs.find((tab) => tab.id === id) ?? { kind: 'annotated', sheet, id, name: () => name, own: [] };
  const unmarked = findUnmarkedColumns(sheet, header, row, marked.own);
  const own = [...marked.own, ...unmarked].sort((one, other) => one.column - other.column);
  return { tab: { ...marked, name: () => name, own }, isUnmarked: unmarked.length > 0 };
}

/** The first tab that is not as it was scanned. */
export function changeIn(standings: readonly Standing[], acceptsChangedValues = false): Changed | undefined {
  const other = standings.find(({ comparison: { state } }) => state === 'changed' || (state === 'formula-values' && !acceptsChangedValues));
  return other && { outcome: 'changed', sheet: other.request.sheet, onlyFormulaValues: other.comparison.state === 'formula-values' };
}

const changed: Comparison = { state: 'changed', cells: [] };

/** What is known of the sheet already. */
interface Present {
  /** Every cell of the header row, our own columns included. */
  readonly header: readonly Cell[];
  /** The same of the rows of the first chunk, where they are known. */
  readonly below?: readonly (readonly Cell[])[];
  readonly ourColumns: readonly number[];
}

/** Chunk by chunk, by the clock of the scan: a file that got another zone has other dates. */
function compare(sheet: Sheet, request: TabAtScan, { header, below, ourColumns }: Present): Comparison {
  const { area, columns, chunks } = request;
  const { headerRow, firstColumn, lastColumn } = area;
  if (hasOtherHeaders(sheet, request, { header, ourColumns })) return changed;

  const identity = identityColumns(request);
  const cells: JsonCell[][] = columns.map(() => []);
  let state: Comparison['state'] = 'same';
  let from = 0;
  for (const { count, fingerprint } of chunks) {
    const rows =
      from === 0 && below
        ? below.map((row) => withoutOurs(row, ourColumns).slice(firstColumn, lastColumn + 1))
        : readCells(sheet, { headerRow, firstColumn, lastColumn, ourColumns, from, count });
    const now = wholeChunk(rows, { ...request, firstColumn });
    const others = differing(fingerprint, now.fingerprint);
    if (others.length > 0) {
      const place = { row: headerRow + 2 + from, rows: count };
      // The first word stands for the kinds of the rows.
      const isHarmless = others.every(
        (word) => word > 0 && identity.indexOf(word - 1) < 0 && isAllFormulas(sheet, place, columns[word - 1] ?? 0, ourColumns),
      );
      if (!isHarmless) return changed;
      state = 'formula-values';
    }
    now.columns.forEach((part, index) => {
      for (const cell of part) cells[index]?.push(cell);
    });
    from += count;
  }
  return { state, cells };
}

/**
 * Whether a column that the audit uses has another header than it was scanned with, or columns came or went. What the other headers say is
 * the user's to change, and the result of a formula is whatever it is now.
 */
function hasOtherHeaders(sheet: Sheet, { area, headers, columns, timeZone }: TabAtScan, { header, ourColumns }: Present): boolean {
  const zone = createZone(timeZone);
  const present = withoutOurs(header, ourColumns).map((cell) => cleanText(jsonCell(cell, zone)));
  const others = headers.flatMap((before, index) => {
    const now = present[area.firstColumn + index] ?? '';
    const isUsed = columns.indexOf(area.firstColumn + index) >= 0;
    return (isUsed ? before === now : (before === '') === (now === '')) ? [] : [area.firstColumn + index];
  });
  // Where a column was put in, the last one stands where nothing stood.
  if ((present[area.lastColumn + 1] ?? '') !== '') others.push(area.lastColumn + 1);
  if (others.length === 0) return false;
  const formulas = sheet.getRange(area.headerRow + 1, 1, 1, sheet.getLastColumn()).getFormulas()[0] ?? [];
  return others.some((column) => (formulas[withOurs(column, ourColumns)] ?? '') === '');
}

/** Which words of two fingerprints differ. */
function differing(before: string, now: string): readonly number[] {
  const then = before.split(' ');
  return now.split(' ').flatMap((word, index) => (word === then[index] ? [] : [index]));
}

/** Whether a column holds nothing but formulas and blanks in these rows. A spilled result is no formula of its own, so it counts as typed. */
function isAllFormulas(
  sheet: Sheet,
  { row, rows }: { readonly row: number; readonly rows: number },
  column: number,
  ourColumns: readonly number[],
): boolean {
  const range = sheet.getRange(row, withOurs(column, ourColumns) + 1, rows, 1);
  const values = range.getValues();
  return range.getFormulas().every(([formula], index) => formula !== '' || values[index]?.[0] === '');
}
