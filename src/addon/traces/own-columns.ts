import { columnLetters, isEmpty } from '../../base/cells.ts';
import type { Rule, Sheet } from '../services/google.ts';
import { planResizing, type Resizing, resizeFilter, restoreFilter } from './filter.ts';
import {
  findOwnColumns,
  findTraces,
  isOwnRule,
  markColumn,
  markTab,
  type OwnColumn,
  type TabRecord,
  type Trace,
  unmarkedPair,
} from './ownership.ts';

const PATTERNS_WIDTH = 200;
const REASONS_WIDTH = 520;

/** A tab, our columns that stand in it, and its mark, if it has one. */
interface Place {
  readonly sheet: Sheet;
  readonly own: readonly OwnColumn[];
  readonly trace?: Trace;
}

/** What goes into our two columns, and beside which table; rows and columns from 1. */
export interface Annotation {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Heading first, then one pair for each row of the table. */
  readonly cells: string[][];
  readonly record: TabRecord;
  /** Our conditional-format rules, once the columns stand. */
  readonly rules: () => readonly Rule[];
}

/**
 * Writes our two columns directly after the table: into those that stand there, else into two new ones. New ones are inserted even where
 * the sheet is empty to the right, so that deleting them later gives the sheet back cell for cell. The tab is marked before anything is
 * inserted, so a run that is cut off can be cleaned up by the next.
 */
export function writeColumns(place: Place, annotation: Annotation): void {
  const { sheet, own, trace } = place;
  const { lastColumn: after, record } = annotation;
  const stand = own.length === 2 && own[0]?.role === 'patterns' && own[0].column === after + 1 && own[1]?.column === after + 2;
  if (own.length > 0 && !stand) clearColumns(place);
  const filter = widening(sheet, annotation);
  const insertion = stand ? {} : { insertion: { after, columns: sheet.getMaxColumns() } };
  const underWay = { ...insertion, ...(filter ? { filter: filter.record } : {}) };
  markTab(sheet, { ...record, underWay }, trace);
  if (!stand) sheet.insertColumnsAfter(after, 2);
  for (const column of stand ? own : unmarkedPair(after + 1)) if (!column.isMarked) markColumn(sheet, column);
  fillColumns(sheet, annotation, !stand || trace?.record.underWay !== undefined);
  if (filter) resizeFilter(sheet, filter);
  markTab(sheet, record, trace ?? findTraces(sheet)[0]);
}

/** @param isNew whether the columns have not been shown yet: those that stand keep the width that the user gave them */
function fillColumns(sheet: Sheet, { headerRow, lastColumn: after, cells, rules }: Annotation, isNew: boolean): void {
  // Clearing formats may split the user's rules where they reach into our columns; setting them as they were read mends that.
  const present = sheet.getConditionalFormatRules();
  const whole = sheet.getRange(`${columnLetters(after + 1)}:${columnLetters(after + 2)}`);
  try {
    whole.clear({ contentsOnly: true, formatOnly: true, validationsOnly: true });
  } catch {
    // The columns of a Google table have types instead of validations, which a script may not take off.
    whole.clear();
  }
  whole.setNumberFormat('@');
  // Rows whose height the user has set keep it.
  whole.setWrap(true);
  sheet.showColumns(after + 1, 2);
  if (isNew) {
    sheet.setColumnWidth(after + 1, PATTERNS_WIDTH);
    sheet.setColumnWidth(after + 2, REASONS_WIDTH);
  }
  sheet.getRange(headerRow, after + 1, cells.length, 2).setValues(cells);
  sheet.getRange(headerRow, after + 1, 1, 2).setFontWeight('bold');
  sheet.setConditionalFormatRules([...present.filter((rule) => !isOwnRule(rule)), ...rules()]);
}

/** A filter sorts its own range only: one that ends with the table takes our columns in. */
function widening(sheet: Sheet, { headerRow, firstColumn, lastColumn }: Annotation): Resizing | undefined {
  const filter = sheet.getFilter();
  const range = filter?.getRange();
  if (!filter || !range) return undefined;
  const isTables = range.getRow() === headerRow && range.getColumn() <= firstColumn && range.getLastColumn() === lastColumn;
  return isTables ? planResizing(filter, lastColumn + 2) : undefined;
}

/** Takes our columns and rules out of a sheet and gives its filter the width it had. */
export function clearColumns({ sheet, own, trace }: Place): void {
  const rules = sheet.getConditionalFormatRules();
  const theirs = rules.filter((rule) => !isOwnRule(rule));
  if (theirs.length < rules.length) sheet.setConditionalFormatRules(theirs);
  if (own.length === 0) return;
  const filter = narrowing(sheet, own);
  if (filter) {
    if (trace) markTab(sheet, { ...trace.record, underWay: { filter: filter.record } }, trace);
    resizeFilter(sheet, filter);
  }
  const [first, second] = own.map(({ column }) => column);
  if (first !== undefined && second === first + 1) sheet.deleteColumns(first, 2);
  else for (const { column } of [...own].reverse()) sheet.deleteColumns(column, 1);
}

/** A filter that ends with our columns ends before them again; columns inside a filter it loses by itself when they are deleted. */
function narrowing(sheet: Sheet, own: readonly OwnColumn[]): Resizing | undefined {
  const filter = sheet.getFilter();
  const last = filter?.getRange().getLastColumn();
  if (!filter || last === undefined) return undefined;
  let end = last;
  while (own.some(({ column }) => column === end)) end--;
  return end < last ? planResizing(filter, end) : undefined;
}

/**
 * Our columns in a marked tab. Where a run was cut off, its filter is brought back first, and columns that it inserted and could not mark
 * any more are found.
 */
export function ownColumnsOf({ sheet, record: { underWay } }: Trace): readonly OwnColumn[] {
  if (underWay?.filter) restoreFilter(sheet, underWay.filter);
  const own = findOwnColumns(sheet);
  const { insertion } = underWay ?? {};
  if (!insertion || own.length === 2 || sheet.getMaxColumns() !== insertion.columns + 2) return own;
  const { after } = insertion;
  const cells: unknown[][] = sheet.getRange(1, after + 1, sheet.getMaxRows(), 2).getValues();
  if (cells.some((pair) => pair.some((cell) => !isEmpty(cell)))) return own;
  return unmarkedPair(after + 1).map((column) => own.find((marked) => marked.column === column.column) ?? column);
}
