import type { Chunk, StartInfo, TabInfo, TabList, Top } from '../../api/messages.ts';
import type { ChunkRequest, Requests } from '../../api/requests.ts';
import type { Cell } from '../../base/cells.ts';
import { isoWall } from '../../base/dates.ts';
import { createZone, type Zone } from '../../base/zone.ts';
import { languageOf, languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { hash } from '../../table/identity.ts';
import { rowKind } from '../../table/reading/row-kinds.ts';
import { describeTables, TOP_ROWS } from '../../table/recognition/layout.ts';
import { profileOf } from '../../table/recognition/profile.ts';
import { readSettings } from '../services/document-settings.ts';
import type { Sheet } from '../services/google.ts';
import { badRequest, noSuchTab, notAGrid, UserProblem, zoneTrouble } from '../services/problems.ts';
import { readTaught } from '../services/user-memory.ts';
import { findOwnColumns, findTraces, findUnmarkedColumns, idOf, type Trace } from '../traces/ownership.ts';
import { jsonCell, readBlock, withoutOurs } from './cells.ts';
import { isTogether } from './row-identity.ts';

/** Everything the page needs before it reads a sheet. */
export function start(): StartInfo {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const userLanguage = languageOf(Session.getActiveUserLocale());
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const { zone, isSound, now } = checkedZone(timeZone);
  const traces = new Map(findTraces(spreadsheet).map((trace) => [trace.id, trace]));
  const sheets = spreadsheet.getSheets();
  const tabs = sheets.map((sheet) => tabInfo(sheet, zone, traces));
  return {
    file: spreadsheet.getId(),
    fileName: spreadsheet.getName(),
    tabs,
    activeTab: spreadsheet.getActiveSheet().getName(),
    userLanguage,
    sheetLanguage: languageOf(spreadsheet.getSpreadsheetLocale()),
    timeZone,
    now: zone.toWall(now),
    ...readSettings(),
    taught: readTaught(),
    canEdit: sheets.some((sheet, index) => tabs[index]?.isGrid && sheet.getRange(1, 1).canEdit()),
    ...(isSound ? {} : { zoneProblem: zoneTrouble(timeZone)[userLanguage] }),
  };
}

/** Which file this is, and what tabs it has. */
export function tabs(): TabList {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return { file: spreadsheet.getId(), tabs: spreadsheet.getSheets().map((sheet) => sheet.getName()) };
}

/** The spreadsheet's zone, and whether its clock shows now what Google's shows; a zone we do not know is not sound. */
function checkedZone(timeZone: string): { readonly zone: Zone; readonly isSound: boolean; readonly now: number } {
  const now = Date.now();
  try {
    const zone = createZone(timeZone);
    const byGoogle = Utilities.formatDate(new Date(now), timeZone, "yyyy-MM-dd'T'HH:mm:ss");
    return { zone, isSound: byGoogle === isoWall(zone.toWall(now)), now };
  } catch {
    return { zone: createZone('Etc/UTC'), isSound: false, now };
  }
}

const summaryNames: readonly string[] = languages.map((language) => shared.summaryTab[language]);

function tabInfo(sheet: Sheet, zone: Zone, traces: ReadonlyMap<number, Trace>): TabInfo {
  const name = sheet.getName();
  if (sheet.getType() !== SpreadsheetApp.SheetType.GRID)
    return { name, rows: 0, columns: 0, isGrid: false, isOurs: false, annotation: 'none' };
  const { record, own = [] } = traces.get(idOf(sheet)) ?? {};
  return {
    name,
    rows: sheet.getLastRow(),
    columns: sheet.getLastColumn() - own.length,
    isGrid: true,
    isOurs: (record !== undefined && record.kind !== 'annotated') || summaryNames.indexOf(name) >= 0,
    annotation: !record || own.length === 0 ? 'none' : isTogether(sheet, own, record, zone) ? 'intact' : 'apart',
  };
}

/** The tab of that name. */
export function tabByName(name: string): Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  if (!sheet) throw new UserProblem(noSuchTab);
  return sheet;
}

/** The tables that the first rows of a tab show, or those from one on, without our own columns: here, where every cell can be looked at. */
export function top({ sheet: name, corrections = {}, from = 0 }: Requests['top']): Top {
  const sheet = tabByName(name);
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) throw new UserProblem(notAGrid);
  const lastRow = sheet.getLastRow();
  if (lastRow <= from) return { tables: describeTables(name, [], corrections, from), profiles: [], lastRow, ourColumns: [], timeZone };
  const values: unknown[][] = sheet.getRange(from + 1, 1, Math.min(TOP_ROWS, lastRow - from), sheet.getLastColumn()).getValues();
  const marked = findOwnColumns(sheet);
  const ourColumns = [...marked, ...findUnmarkedColumns(sheet, values, from + 1, marked)]
    .map(({ column }) => column - 1)
    .sort((a, b) => a - b);
  const zone = createZone(timeZone);
  const rows = values.map((cells) => withoutOurs(cells, ourColumns).map((cell) => jsonCell(cell, zone)));
  const tables = describeTables(name, rows, corrections, from);
  const below = rows.slice((tables[0]?.headerRow ?? -1) + 1 - (tables.length > 0 ? from : 0));
  const profiles = (rows[0] ?? []).map((_, column) => profileOf(below.map((cells) => cells[column])));
  return { tables, profiles, lastRow, ourColumns, timeZone };
}

/** What one chunk may hold at most: far above what the page asks for, far below what a call can carry. */
const MOST_CELLS = 2_000_000;
/** The same in letters of the answer, each of three bytes at most: a call carries 5 MB. */
const MOST_LETTERS = 1_400_000;

/**
 * Part of a table below its header, in one read. Where cells hold so much text that the answer would be too large for a call, fewer rows
 * than asked for.
 */
export function chunk(request: ChunkRequest): Chunk {
  let rows = rowsOf(readCells(tabByName(request.sheet), request), request);
  let texts = textsOf(rows);
  for (let letters = lengthOf(texts); letters > MOST_LETTERS && rows.kinds.length > 1; letters = lengthOf(texts)) {
    rows = firstOf(rows, Math.max(1, Math.floor((rows.kinds.length * MOST_LETTERS) / letters)));
    texts = textsOf(rows);
  }
  return { ...rows, fingerprint: fingerprintOf(texts) };
}

/** All the rows asked for, however large they are: for the comparison, which takes nothing across. */
export function wholeChunk(cells: Cell[][], request: HowToRead): Chunk {
  const rows = rowsOf(cells, request);
  return { ...rows, fingerprint: fingerprintOf(textsOf(rows)) };
}

type Rows = Pick<Chunk, 'kinds' | 'columns'>;
type HowToRead = Pick<ChunkRequest, 'firstColumn' | 'headers' | 'columns' | 'timeZone'>;

/** The cells of so many rows of a table, without our own columns. */
export function readCells(sheet: Sheet, { headerRow, firstColumn, lastColumn, ourColumns, from, count }: WhatToRead): Cell[][] {
  checkSize(count, lastColumn - firstColumn + 1);
  return readBlock(sheet, { row: headerRow + 2 + from, rows: count, firstColumn, lastColumn, ourColumns });
}

/** Refuses to read nothing, or more than the page ever asks for. */
export function checkSize(rows: number, columns: number): void {
  if (rows < 1 || columns < 1 || rows * columns > MOST_CELLS) throw new UserProblem(badRequest);
}

type WhatToRead = Pick<ChunkRequest, 'headerRow' | 'firstColumn' | 'lastColumn' | 'ourColumns' | 'from' | 'count'>;

/** Whole rows are looked at here to tell totals and blanks; only the used columns leave. */
function rowsOf(cells: Cell[][], { firstColumn, headers, columns, timeZone }: HowToRead): Rows {
  const zone = createZone(timeZone);
  return {
    kinds: cells.map((row) => rowKind(row, headers)),
    columns: columns.map((column) => cells.map((row) => jsonCell(row[column - firstColumn], zone))),
  };
}

const firstOf = ({ kinds, columns }: Rows, count: number): Rows => ({
  kinds: kinds.slice(0, count),
  columns: columns.map((cells) => cells.slice(0, count)),
});

const textsOf = ({ kinds, columns }: Rows): readonly string[] => [kinds, ...columns].map((list) => JSON.stringify(list));
const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
/** One word for the kinds and one for each column: where they differ later, it shows which column changed. */
const fingerprintOf = (texts: readonly string[]) => texts.map(hash).join(' ');
