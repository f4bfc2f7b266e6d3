import {
  CellValueType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import { DAY } from '../../../base/dates.ts';
import type { Language } from '../../../i18n/language.ts';
import type { BookView, CellView, SheetView } from '../view.ts';

/** Serial numbers count days from 30 December 1899. */
const serialOfWall = (wall: number) => wall / DAY + 25_569;

/** As Google Sheets has it: widths are made for it. */
const USUAL_FONT: IStyleData = { ff: 'Arial', fs: 10 };

/** The workbook as the grid takes it. */
/** What the grid calls a language. */
export const gridLocales: Readonly<Record<Language, LocaleType>> = { en: LocaleType.EN_US, ru: LocaleType.RU_RU };

export function workbookData(view: BookView): IWorkbookData {
  const sheets = view.sheets.map((sheet, index) => ({ id: sheetId(index), data: worksheet(sheet, sheetId(index), view.locale) }));
  return {
    id: 'book',
    name: view.fileName,
    appVersion: '0.25.1',
    locale: gridLocales[view.language],
    styles: {},
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map(({ id, data }) => [id, data])),
  };
}

export const sheetId = (index: number) => `sheet-${index}`;

function worksheet(sheet: SheetView, id: string, locale: string) {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const cell of sheet.cells) {
    cellData[cell.row] ??= {};
    (cellData[cell.row] as Record<number, ICellData>)[cell.column] = cellOf(cell, locale);
  }
  return {
    id,
    name: sheet.name,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    hidden: sheet.isHidden ? 1 : 0,
    defaultStyle: USUAL_FONT,
    defaultColumnWidth: 110,
    columnData: Object.fromEntries(Object.entries(sheet.widths).map(([column, w]) => [column, { w }])),
    freeze: { xSplit: 0, ySplit: sheet.frozenRows, startRow: sheet.frozenRows, startColumn: 0 },
    rowData: {
      ...Object.fromEntries(Object.entries(sheet.heights).map(([row, h]) => [row, { h }])),
      ...Object.fromEntries(sheet.hiddenRows.map((row) => [row, { hd: 1 }])),
    },
    mergeData: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row - 1,
      endRow: row + rows - 2,
      startColumn: column - 1,
      endColumn: column + columns - 2,
    })),
    cellData,
  };
}

function cellOf({ value, wall, formula, background, isBold, isWrapped, isAtTop, numberFormat }: CellView, locale: string): ICellData {
  const pattern = wall === undefined ? numberFormat : datePattern(wall, locale);
  const style: IStyleData = {
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(isBold ? { bl: 1 } : {}),
    ...(isWrapped ? { tb: WrapStrategy.WRAP } : {}),
    ...(isAtTop ? { vt: VerticalAlign.TOP } : {}),
    ...(pattern === undefined ? {} : { n: { pattern } }),
  };
  return {
    ...(formula === undefined ? {} : { f: formula }),
    ...(wall !== undefined ? { v: serialOfWall(wall), t: CellValueType.NUMBER } : typed(value)),
    ...(Object.keys(style).length > 0 ? { s: style } : {}),
  };
}

/** The type is stated: without it the grid draws a formatted number as text. */
function typed(value: CellView['value']): ICellData {
  if (value === undefined) return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  return typeof value === 'boolean' ? { v: value ? 1 : 0, t: CellValueType.BOOLEAN } : { v: value, t: CellValueType.STRING };
}

function datePattern(wall: number, locale: string): string {
  const day = locale.startsWith('ru') ? 'dd.mm.yyyy' : 'yyyy-mm-dd';
  return wall % DAY === 0 ? day : `${day} hh:mm`;
}
