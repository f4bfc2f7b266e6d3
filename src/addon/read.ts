import { hash } from '../audit/identity.ts';
import { TOP_ROWS } from '../audit/layout.ts';
import { rowKind } from '../audit/rows.ts';
import { isDate } from '../base/cells.ts';
import { isoWall } from '../base/dates.ts';
import { createZone, type Zone } from '../base/zone.ts';
import { languageOf } from '../i18n/language.ts';
import type { Chunk, ChunkRequest, JsonCell, StartInfo, TabInfo, Top, TopRequest } from './api.ts';
import { findOwnColumns, findOwnTabs } from './own.ts';
import { readSettings } from './properties.ts';
import { noSuchTab, UserProblem } from './sentences.ts';
import { isTogether } from './together.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Everything the page needs before it reads a sheet. */
export function start(): StartInfo {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const zone = createZone(spreadsheet.getSpreadsheetTimeZone());
  const now = Date.now();
  const { settings, canStore } = readSettings();
  const ours = new Set(findOwnTabs(spreadsheet).map(({ sheet }) => sheet.getName()));
  const byGoogle = Utilities.formatDate(new Date(now), zone.id, "yyyy-MM-dd'T'HH:mm:ss");
  return {
    tabs: spreadsheet.getSheets().map((sheet) => tabInfo(sheet, ours)),
    activeTab: spreadsheet.getActiveSheet().getName(),
    userLanguage: languageOf(Session.getActiveUserLocale()),
    sheetLanguage: languageOf(spreadsheet.getSpreadsheetLocale()),
    timeZone: zone.id,
    now: zone.toWall(now),
    settings,
    canStore,
    canEdit: true,
    ...(byGoogle === isoWall(zone.toWall(now)) ? {} : { zoneProblem: byGoogle }),
  };
}

function tabInfo(sheet: Sheet, ours: ReadonlySet<string>): TabInfo {
  const name = sheet.getName();
  const isGrid = sheet.getType() === SpreadsheetApp.SheetType.GRID;
  const own = isGrid && !ours.has(name) ? findOwnColumns(sheet) : undefined;
  return {
    name,
    rows: isGrid ? sheet.getLastRow() : 0,
    columns: isGrid ? sheet.getLastColumn() : 0,
    isGrid,
    isOurs: ours.has(name),
    annotation: own ? (isTogether(sheet, own) ? 'intact' : 'apart') : 'none',
  };
}

/** The tab of that name. */
export function tabByName(name: string): Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  if (!sheet) throw new UserProblem(noSuchTab);
  return sheet;
}

/** The first rows of a tab, all columns; our own two columns read as empty. */
export function top({ sheet: name }: TopRequest): Top {
  const sheet = tabByName(name);
  const lastRow = sheet.getLastRow();
  if (lastRow === 0 || sheet.getType() !== SpreadsheetApp.SheetType.GRID) return { rows: [], lastRow: 0 };
  const rows = readCells(sheet, 1, Math.min(TOP_ROWS, lastRow), 1, sheet.getLastColumn());
  const own = findOwnColumns(sheet);
  if (own) for (const row of rows) row.splice(own.column - 1, 2, '', '');
  return { rows, lastRow };
}

/** Cells of a part of a sheet, dates as wall-clock text of the spreadsheet's zone. One read. Rows and columns count from 1. */
export function readCells(sheet: Sheet, row: number, rows: number, column: number, columns: number): JsonCell[][] {
  const zone = createZone(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
  const values: unknown[][] = sheet.getRange(row, column, rows, columns).getValues();
  return values.map((line) => line.map((cell) => jsonCell(cell, zone)));
}

function jsonCell(cell: unknown, zone: Zone): JsonCell {
  if (isDate(cell)) return isoWall(zone.toWall(cell.getTime()));
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : '';
}

/** Part of a table below its header. Whole rows are looked at here to tell totals and blanks; only the used columns leave. */
export function chunk({ sheet: name, headerRow, firstColumn, lastColumn, headers, columns, from, count }: ChunkRequest): Chunk {
  const rows = readCells(tabByName(name), headerRow + 2 + from, count, firstColumn + 1, lastColumn - firstColumn + 1);
  const picked = columns.map((index) => rows.map((row) => row[index - firstColumn] ?? ''));
  const kinds = rows.map((row) => rowKind(row, headers));
  return { kinds, columns: picked, fingerprint: fingerprint(kinds, picked) };
}

/** One word for what was read: the annotation reads again and compares before it writes. */
function fingerprint(kinds: readonly number[], columns: readonly (readonly JsonCell[])[]): string {
  return hash(JSON.stringify([kinds, columns]));
}
