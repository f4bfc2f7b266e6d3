import type { RemoveRequest, RemoveResult, TypedOver } from './api.ts';
import { resizeFilter } from './filter.ts';
import { withDocumentLock } from './lock.ts';
import { findOwnColumns, findOwnTabs, isOwnRule, type OwnColumns } from './own.ts';
import { sumOfRows } from './together.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Gives the file back as it was before the audit; asks first where the user typed over what we wrote. */
export function remove({ force }: RemoveRequest): RemoveResult {
  return withDocumentLock((): RemoveResult => {
    const typed = force ? [] : typedOver();
    if (typed.length > 0) return { outcome: 'typed-over', cells: typed };
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const active = spreadsheet.getActiveSheet().getName();
    const tabs = clearOwn();
    const left = spreadsheet.getSheetByName(active);
    if (left) spreadsheet.setActiveSheet(left);
    SpreadsheetApp.flush();
    return tabs.length > 0 ? { outcome: 'removed', tabs } : { outcome: 'nothing' };
  });
}

/** Takes away our columns, rules, filter width and tabs; nothing else. Returns the names of the tabs concerned. */
export function clearOwn(): readonly string[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const names: string[] = [];
  for (const { sheet } of findOwnTabs(spreadsheet)) {
    names.push(sheet.getName());
    spreadsheet.deleteSheet(sheet);
  }
  for (const { sheet, own } of annotatedSheets(spreadsheet)) {
    names.push(sheet.getName());
    clearSheet(sheet, own);
  }
  return names;
}

/** Sheets with our two columns. One search finds them all. */
function annotatedSheets(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): readonly { readonly sheet: Sheet; readonly own: OwnColumns }[] {
  return spreadsheet.getSheets().flatMap((sheet) => {
    const own = sheet.getType() === SpreadsheetApp.SheetType.GRID ? findOwnColumns(sheet) : undefined;
    return own ? [{ sheet, own }] : [];
  });
}

function clearSheet(sheet: Sheet, { column, record, metadata }: OwnColumns): void {
  if (record.widenedFilter) {
    const filter = sheet.getFilter()?.getRange();
    if (filter) resizeFilter(sheet, filter.getNumColumns() - 2, (range) => range.getLastColumn() === column + 1);
  }
  const rules = sheet.getConditionalFormatRules();
  const theirs = rules.filter((rule) => !isOwnRule(rule));
  if (theirs.length < rules.length) sheet.setConditionalFormatRules(theirs);
  metadata.remove();
  sheet.deleteColumns(column, 2);
}

/** Cells of ours that now hold something else. */
export function typedOver(): TypedOver['cells'] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const inColumns = annotatedSheets(spreadsheet).flatMap(({ sheet, own }) => typedInColumns(sheet, own));
  const inTabs = findOwnTabs(spreadsheet).flatMap(({ sheet, written }) => {
    const lastRow = sheet.getLastRow();
    const cells = lastRow === 0 ? [] : sheet.getRange(1, 1, lastRow, Math.max(2, sheet.getLastColumn())).getDisplayValues();
    if (sumOfRows(cells) === written) return [];
    return [{ sheet: sheet.getName(), row: 1, text: cells[0]?.[0] ?? '' }];
  });
  return [...inColumns, ...inTabs];
}

function typedInColumns(sheet: Sheet, { column, record }: OwnColumns): TypedOver['cells'] {
  const { headerRow, rows, written } = record;
  const last = sheet.getMaxRows();
  const cells = sheet.getRange(1, column, last, 2).getDisplayValues();
  const isOurs = (row: number) => row >= headerRow - 1 && row < headerRow + rows;
  const outside = cells.flatMap(([number, reason], row) =>
    !isOurs(row) && (number || reason) ? [{ sheet: sheet.getName(), row: row + 1, text: `${number} ${reason}`.trim() }] : [],
  );
  if (outside.length > 0) return outside;
  if (sumOfRows(cells.slice(headerRow, headerRow + rows)) === written) return [];
  // Ours has numbers and a sentence, or neither: what does not fit was typed, and where all fit, a sentence was changed.
  const odd = cells.flatMap(([number = '', reason = ''], row) =>
    isOurs(row) && row >= headerRow && (!/^([1-5](, [1-5])*)?$/.test(number) || (number === '') !== (reason === ''))
      ? [{ sheet: sheet.getName(), row: row + 1, text: `${number} ${reason}`.trim() }]
      : [],
  );
  return odd.length > 0 ? odd : [{ sheet: sheet.getName(), row: headerRow, text: '' }];
}
