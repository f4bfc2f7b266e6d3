import { columnLetters } from '../../base/cells.ts';
import type { Language } from '../../i18n/language.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { patternsCell } from '../../wording/patterns-cell.ts';
import type { Range, Rule, Sheet } from '../services/google.ts';
import { ruleMarker } from '../traces/ownership.ts';
import type { UnpackedSheet } from './unpacked-request.ts';

/**
 * Our rules for one table: per pattern found, the cells its signals judge in a stronger shade and bold, and a tint for the whole row.
 * A row found by several patterns is tinted by the first of them and emphasised by each.
 * @param numbers column with the pattern numbers, from 1
 */
export function rulesFor(sheet: Sheet, request: UnpackedSheet, numbers: number, language: Language): Rule[] {
  const { area } = request;
  const [firstRow, lastRow, firstColumn] = [area.headerRow + 2, area.endRow, area.firstColumn + 1];
  const cell = `$${columnLetters(numbers)}${firstRow}`;
  const found = patterns
    .map((_, index) => index + 1)
    .filter((number) => request.findings.some(({ row, signal }) => row !== null && signalById(signal)?.number === number));
  const whole = sheet.getRange(firstRow, firstColumn, lastRow - firstRow + 1, numbers + 2 - firstColumn);
  const emphasis = found.flatMap((number) => {
    const columns = judgedColumns(request, number);
    const ranges = columns.map((column) => sheet.getRange(firstRow, column, lastRow - firstRow + 1, 1));
    // A rule without a range is refused.
    return ranges.length > 0 ? [rule(hasPattern(cell, number, language), ranges, patterns[number - 1]?.colour.cell, true)] : [];
  });
  const tints = found.map((number) => rule(`(LEFT(${cell})="${number}")`, [whole], patterns[number - 1]?.colour.row, false));
  return [...emphasis, ...tints];
}

/** Our two headings in bold: all rules are set by one call, and a format would take one of its own. */
export const headingRule = (sheet: Sheet, row: number, numbers: number): Rule =>
  rule('1', [sheet.getRange(row, numbers, 1, 2)], undefined, true);

function rule(condition: string, ranges: Range[], colour: string | undefined, isBold: boolean): Rule {
  const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(`=${condition}${ruleMarker}`).setRanges(ranges);
  if (colour !== undefined) builder.setBackground(colour);
  if (isBold) builder.setBold(true);
  return builder.build();
}

/** Columns, from 1, by which the pattern's signals with findings judge a row of this sheet. */
function judgedColumns(request: UnpackedSheet, number: number): readonly number[] {
  const judged = new Set<string>();
  for (const { signal: id, row } of request.findings) {
    const known = signalById(id);
    if (row !== null && known?.number === number) for (const field of known.signal.judged) judged.add(field.id);
  }
  return request.columns.filter((_, index) => judged.has(request.fields[index] ?? '')).map((column) => column + 1);
}

/**
 * Whether the patterns in the cell, `3 … · 4 …`, have this one. Every possible list is compared for equality: a function with two
 * arguments would need a separator, and that differs between locales.
 */
function hasPattern(cell: string, wanted: number, language: Language): string {
  let lists: number[][] = [[]];
  for (let number = 1; number <= patterns.length; number++) lists = lists.concat(lists.map((list) => [...list, number]));
  return lists
    .filter((list) => list.indexOf(wanted) >= 0)
    .map((list) => `(${cell}="${patternsCell(list, language)}")`)
    .join('+');
}
