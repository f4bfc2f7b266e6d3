import type { ClientCopyResult } from '../../api/messages.ts';
import type { ClientCopyRequest } from '../../api/requests.ts';
import { isDate } from '../../base/cells.ts';
import { hasContact } from '../../base/contacts.ts';
import type { Language } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { withOurs } from '../reading/cells.ts';
import { changeIn, standingOf } from '../reading/compare.ts';
import { tabByName } from '../reading/read.ts';
import { withDocumentLock } from '../services/lock.ts';
import { clearTab, findOwnTabs, typedIntoTab } from '../traces/own-tabs.ts';
import { BAND, type Line, type OwnCell, writeOwnTab } from './write-own-tab.ts';

/** Whether a row is hidden must be asked row by row: more would take minutes. */
const MOST_ROWS = 500;
/** Of the column with the numbers of the rows, in pixels. */
const NUMBER_WIDTH = 48;

/**
 * Writes what a table shows into a tab of its own: chosen columns, rows and columns that are not hidden, values in their own
 * formats and nothing behind them. Every formula, ours too, becomes its value there; the user's own sheet keeps its formulas.
 */
export function clientCopy(request: ClientCopyRequest): ClientCopyResult {
  return withDocumentLock((): ClientCopyResult => {
    const { sheet: name, table, firstRow, shown, isOfLeads, language, force } = request;
    const { headerRow, endRow } = request.area;
    if (endRow - headerRow - 1 > MOST_ROWS) return { outcome: 'too-long', most: MOST_ROWS };
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ending = `, ${shared.copyTab[language]}`;
    // Google takes no longer name of a tab.
    const wanted = table.slice(0, 100 - ending.length) + ending;
    const ownTabs = findOwnTabs(spreadsheet);
    // Columns are told by their place: in a changed sheet another might stand there, with names. A formula's newer result may be shown.
    const standings = standingOf([request], ownTabs);
    const change = changeIn(standings, true);
    if (change) return change;
    const earlier = ownTabs.filter((tab) => tab.kind === 'copy' && tab.name() === wanted);
    const typed = force ? [] : earlier.flatMap(typedIntoTab);
    if (typed.length > 0) return { outcome: 'typed-over', cells: typed };
    for (const tab of earlier) clearTab(spreadsheet, tab);
    // A run that was cut off as soon as it had made the tab left it empty, and without our mark.
    const cutOff = spreadsheet.getSheetByName(wanted);
    if (cutOff && cutOff.getLastRow() === 0) spreadsheet.deleteSheet(cutOff);

    const source = tabByName(name);
    const ours = standings.flatMap(({ tab }) => tab.own.map(({ column }) => column - 1));
    const columns = shown.map((position) => withOurs(position, ours) + 1).filter((column) => !source.isColumnHiddenByUser(column));
    // Slicers and the filters of tables hide rows too, without a filter of the sheet: so it is always asked.
    const isHidden = (row: number) => source.isRowHiddenByUser(row) || source.isRowHiddenByFilter(row);
    const range = source.getRange(1, 1, endRow, source.getLastColumn());
    const formats = range.getNumberFormats();
    const rows = range.getValues().flatMap((values, index): readonly CopiedRow[] => {
      const row = index + 1;
      return row !== headerRow + 1 && isHidden(row) ? [] : [{ row, values, formats: formats[index] ?? [] }];
    });
    const titles = rows.filter(({ row }) => row > firstRow && row <= headerRow).map(({ values }) => titleLine(values, request.area));
    const header = rows.filter(({ row }) => row === headerRow + 1).map((row) => headerLine(row, columns, language));
    const body = rows
      .filter(({ row }) => row > headerRow + 1)
      .map((row): Line => ({ cells: [numbered(row), ...columns.map((column) => cellOf(row, column, isOfLeads === true))] }));
    const widths = [NUMBER_WIDTH, ...columns.map((column) => source.getColumnWidth(column))];
    const above = [...titles.filter(({ cells }) => cells.some(Boolean)), ...header];
    const content = { kind: 'copy', name: wanted, lines: [...above, ...body], widths, charts: [], chartsAt: [] } as const;
    const tab = writeOwnTab(spreadsheet, { ...content, frozenRows: above.length }, spreadsheet.getActiveSheet());
    return { outcome: 'written', tab, rows: body.length, columns: header.flatMap(({ cells }) => cells.map(String)) };
  });
}

/** A row that is not hidden; numbers count from 1. */
interface CopiedRow {
  readonly row: number;
  readonly values: readonly unknown[];
  readonly formats: readonly string[];
}

/** The row's number in the user's own sheet, by which the report names it: it stays with the row wherever that is sorted. */
const numbered = ({ row }: CopiedRow): OwnCell => ({ value: row, format: '0' });

/** What stands above the table, without ways to reach somebody. */
function titleLine(values: readonly unknown[], { firstColumn, lastColumn }: ClientCopyRequest['area']): Line {
  const texts = values.slice(firstColumn, lastColumn + 1).filter((value): value is string => typeof value === 'string' && value !== '');
  return { cells: [texts.filter((text) => !hasContact(text)).join('  ')], look: 'heading' };
}

function headerLine({ values }: CopiedRow, columns: readonly number[], language: Language): Line {
  return { cells: [shared.rowNumber[language], ...columns.map((column) => shownText(values[column - 1]))], look: 'heading', colour: BAND };
}

/** The value that the cell holds, in its own format; of people who asked no text that somebody typed. */
function cellOf({ values, formats }: CopiedRow, column: number, isOfLeads: boolean): OwnCell {
  const value = values[column - 1];
  const format = formats[column - 1] ?? '';
  if (isDate(value)) return { value, format: isPlain(format) ? 'yyyy-mm-dd hh:mm' : format };
  if (typeof value === 'number' || typeof value === 'boolean') return { value, format: format === '@' ? '' : format };
  return isOfLeads ? '' : shownText(value);
}

const isPlain = (format: string) => format === '' || format === 'General' || format === '@';
/** An image in a cell is an object: it stays where it is. */
const shownText = (value: unknown): string => (typeof value === 'object' ? '' : String(value));
