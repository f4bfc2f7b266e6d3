import type { ClientCopyResult } from '../../api/messages.ts';
import type { ClientCopyRequest } from '../../api/requests.ts';
import { shared } from '../../i18n/words.ts';
import { withOurs } from '../reading/cells.ts';
import { changeIn, standingOf } from '../reading/compare.ts';
import { tabByName } from '../reading/read.ts';
import { withDocumentLock } from '../services/lock.ts';
import { clearTab, findOwnTabs, typedIntoTab } from '../traces/own-tabs.ts';
import { type Line, writeOwnTab } from './write-own-tab.ts';

/** Whether a row is hidden must be asked row by row: more would take minutes. */
const MOST_ROWS = 500;
const WIDTH = 140;

/**
 * Writes what a table shows into a tab of its own: chosen columns, rows and columns that are not hidden, what the cells show and nothing
 * behind it. Every formula, ours too, becomes its value there; the user's own sheet keeps its formulas.
 */
export function clientCopy(request: ClientCopyRequest): ClientCopyResult {
  return withDocumentLock((): ClientCopyResult => {
    const { sheet: name, shown, isOfLeads, language, force } = request;
    const { headerRow, endRow } = request.area;
    if (endRow - headerRow - 1 > MOST_ROWS) return { outcome: 'too-long', most: MOST_ROWS };
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const wanted = `${name}, ${shared.copyTab[language]}`;
    const ownTabs = findOwnTabs(spreadsheet);
    // Columns are told by their place: in a changed sheet another might stand there, with names. A formula's newer result may be shown.
    const standings = standingOf(spreadsheet, [request], ownTabs);
    const change = changeIn(standings, true);
    if (change) return change;
    const earlier = ownTabs.filter((tab) => tab.kind === 'copy' && tab.name === wanted);
    const typed = force ? [] : earlier.flatMap(typedIntoTab);
    if (typed.length > 0) return { outcome: 'typed-over', cells: typed };
    for (const tab of earlier) clearTab(spreadsheet, tab);
    // A run that was cut off as soon as it had made the tab left it empty, and without our mark.
    const cutOff = spreadsheet.getSheetByName(wanted);
    if (cutOff && cutOff.getLastRow() === 0) spreadsheet.deleteSheet(cutOff);

    const source = tabByName(name);
    const ours = standings.flatMap(({ tab }) => tab.own.map(({ column }) => column - 1));
    const columns = shown.map((position) => withOurs(position, ours) + 1).filter((column) => !source.isColumnHiddenByUser(column));
    const range = source.getRange(headerRow + 1, 1, endRow - headerRow, source.getLastColumn());
    const cells = isOfLeads ? withoutTypedText(range.getDisplayValues(), range.getValues()) : range.getDisplayValues();
    const isFiltered = source.getFilter() !== null;
    const isHidden = (row: number) => source.isRowHiddenByUser(row) || (isFiltered && source.isRowHiddenByFilter(row));
    const lines = cells
      .filter((_, index) => index === 0 || !isHidden(headerRow + 1 + index))
      .map(
        (row, index): Line => ({
          cells: columns.map((column) => row[column - 1] ?? ''),
          ...(index === 0 ? { look: 'heading' as const } : {}),
        }),
      );
    const widths = columns.map(() => WIDTH);
    const content = { kind: 'copy', name: wanted, lines, widths, charts: [], chartsAt: 'below', frozenRows: 1, language } as const;
    const tab = writeOwnTab(spreadsheet, content, spreadsheet.getActiveSheet());
    return { outcome: 'written', tab, rows: lines.length - 1, columns: lines[0]?.cells ?? [] };
  });
}

/** Below the headers, what is shown of cells that hold a date, a number or a tick. */
const withoutTypedText = (shown: readonly string[][], values: readonly unknown[][]): string[][] =>
  shown.map((row, index) => row.map((text, column) => (index > 0 && typeof values[index]?.[column] === 'string' ? '' : text)));
