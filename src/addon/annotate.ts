import { findingText, signalById } from '../audit/render.ts';
import { shared } from '../i18n/words.ts';
import type { AnnotatedFinding, AnnotateRequest, AnnotateResult, AnnotationSheet } from './api.ts';
import { resizeFilter } from './filter.ts';
import { withDocumentLock } from './lock.ts';
import { columnLetters, isOwnRule, rememberColumns } from './own.ts';
import { chunk, tabByName } from './read.ts';
import { clearOwn, typedOver } from './remove.ts';
import { type DataArea, rulesFor } from './rules.ts';
import { writeSummary } from './summary.ts';
import { sumOfRows } from './together.ts';

/** Writes reasons, tints and the summary. Refuses to write over a sheet that changed since the scan; writing twice equals once. */
export function annotate(request: AnnotateRequest): AnnotateResult {
  return withDocumentLock(() => {
    const changed = request.sheets.find((sheet) => isChanged(sheet));
    if (changed) return { outcome: 'changed', sheet: changed.sheet };
    const typed = request.force ? [] : typedOver();
    if (typed.length > 0) return { outcome: 'typed-over', cells: typed };
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const active = spreadsheet.getActiveSheet().getName();
    clearOwn();
    const rows = request.sheets.reduce((sum, sheet) => sum + annotateSheet(sheet, request), 0);
    const summary = writeSummary(spreadsheet, request);
    spreadsheet.setActiveSheet(tabByName(active === summary ? (request.sheets[0]?.sheet ?? summary) : active));
    SpreadsheetApp.flush();
    return { outcome: 'written', rows, tabs: [...request.sheets.map(({ sheet }) => sheet), summary] };
  });
}

/** Reads the scanned cells again and compares. */
function isChanged({ sheet, area, headers, columns, chunks }: AnnotationSheet): boolean {
  return chunks.some(({ from, count, fingerprint }) => {
    const { headerRow, firstColumn, lastColumn } = area;
    if (tabByName(sheet).getMaxRows() < headerRow + 1 + from + count) return true;
    return chunk({ sheet, headerRow, firstColumn, lastColumn, headers, columns, from, count }).fingerprint !== fingerprint;
  });
}

/** Two columns directly after the table, the rules, the filter. Returns how many rows got a reason. */
function annotateSheet(request: AnnotationSheet, { language }: AnnotateRequest): number {
  const sheet = tabByName(request.sheet);
  const { headerRow, firstColumn, lastColumn, endRow } = request.area;
  const numbers = lastColumn + 2;
  const area: DataArea = { firstRow: headerRow + 2, lastRow: endRow, firstColumn: firstColumn + 1, lastColumn: lastColumn + 1, numbers };
  const cells = reasonCells(request, language);

  sheet.insertColumnsAfter(lastColumn + 1, 2);
  const letters = columnLetters(numbers);
  const whole = sheet.getRange(`${letters}:${columnLetters(numbers + 1)}`);
  whole.clear();
  whole.clearDataValidations();
  whole.setNumberFormat('@');
  sheet.showColumns(numbers, 2);
  sheet.setColumnWidth(numbers, 90);
  sheet.setColumnWidth(numbers + 1, 460);
  const range = sheet.getRange(headerRow + 1, numbers, cells.length, 2);
  range.setValues(cells);
  sheet.getRange(headerRow + 1, numbers, 1, 2).setFontWeight('bold');

  sheet.setConditionalFormatRules([
    ...sheet.getConditionalFormatRules().filter((rule) => !isOwnRule(rule)),
    ...rulesFor(sheet, request, area),
  ]);
  const widenedFilter = resizeFilter(
    sheet,
    lastColumn - firstColumn + 3,
    (range) => range.getRow() === headerRow + 1 && range.getColumn() === firstColumn + 1 && range.getLastColumn() === lastColumn + 1,
  );

  const identity = identityColumns(request);
  const shown = sheet.getRange(area.firstRow, 1, cells.length - 1, numbers + 1).getDisplayValues();
  rememberColumns(sheet, letters, {
    headerRow: headerRow + 1,
    rows: cells.length - 1,
    identity,
    together: sumOfRows(shown.map((line) => [...identity.map((index) => line[index]), line[numbers - 1], line[numbers]])),
    written: sumOfRows(cells.slice(1)),
    widenedFilter,
  });
  return cells.slice(1).filter(([number]) => number !== '').length;
}

/** The two columns' cells, header first: pattern numbers ascending, and the sentences. */
function reasonCells({ area, findings }: AnnotationSheet, language: AnnotateRequest['language']): string[][] {
  const byRow = new Map<number, AnnotatedFinding[]>();
  for (const finding of findings) {
    if (finding.row !== null) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  }
  const cells: string[][] = [[shared.patternsHeading[language], shared.reasonsHeading[language]]];
  for (let row = area.headerRow + 2; row <= area.endRow; row++) {
    const found = byRow.get(row) ?? [];
    const numbers = [...new Set(found.map(({ signal }) => signalById(signal)?.number ?? 0))].sort((one, other) => one - other);
    cells.push([numbers.join(', '), found.map(({ signal, evidence }) => findingText(signal, evidence, language).message).join(' ')]);
  }
  return cells;
}

/** Fields that make a row the row it is, the first that the table has. */
const identityFields = [['link'], ['postId'], ['account', 'platform', 'publishedAt', 'leadAt', 'placedAt', 'day', 'title', 'placement']];

function identityColumns({ columns, fields }: AnnotationSheet): readonly number[] {
  for (const wanted of identityFields) {
    const found = columns.filter((_, index) => wanted.indexOf(fields[index] ?? '') >= 0);
    if (found.length > 0) return found;
  }
  return columns;
}
