import { columnLetters, isEmpty } from '../../base/cells.ts';
import type { Rule, Sheet } from '../services/google.ts';
import { planResizing, type Resizing, resizeFilter, restoreFilter } from './filter.ts';
import {
  areHeadings,
  changeMark,
  isOwnRule,
  markOf,
  markPatterns,
  markReasons,
  markUnderWay,
  type OwnColumn,
  type TabRecord,
  type Trace,
  type UnderWay,
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
 * the sheet is empty to the right, so that deleting them later gives the sheet back cell for cell.
 */
export function writeColumns(place: Place, annotation: Annotation): void {
  const { own, trace } = place;
  const after = annotation.lastColumn;
  const stand = own.length === 2 && own[0]?.role === 'patterns' && own[0].column === after + 1 && own[1]?.column === after + 2;
  if (own.length > 0 && !stand) clearColumns(place);
  if (stand && trace && own.every(({ isMarked }) => isMarked)) writeAgain(place.sheet, annotation, trace);
  else writeFirst(place, annotation, stand);
}

/**
 * The tab is marked before anything is inserted and the columns one by one, the last of them when all is written: so a run that is cut off
 * can be cleaned up by the next.
 */
function writeFirst({ sheet, own, trace }: Place, annotation: Annotation, stand: boolean): void {
  const { lastColumn: after, record } = annotation;
  const filter = widening(sheet, annotation);
  const insertion = { after, columns: sheet.getMaxColumns() - (stand ? 2 : 0) };
  markUnderWay(sheet, { insertion, ...(filter ? { filter: filter.record } : {}) }, trace?.mark);
  if (!stand) sheet.insertColumnsAfter(after, 2);
  if (!stand || own[0]?.isMarked === false) markPatterns(sheet, after + 1);
  fillColumns(sheet, annotation, true);
  if (filter) {
    resizeFilter(sheet, filter);
    markUnderWay(sheet, { insertion }, trace?.mark ?? markOf(sheet));
  }
  markReasons(sheet, after + 2, record);
}

/** Where the very texts stand there already, a run that is cut off leaves nothing that the record does not know. */
function writeAgain(sheet: Sheet, annotation: Annotation, { keeper, record: before }: Trace): void {
  const { record } = annotation;
  const filter = widening(sheet, annotation);
  const isKnown = !filter && !before.underWay && before.texts === record.texts;
  if (!isKnown) changeMark(keeper, { ...record, underWay: filter ? { filter: filter.record } : {} });
  fillColumns(sheet, annotation, before.underWay !== undefined);
  if (filter) resizeFilter(sheet, filter);
  if (!isKnown || JSON.stringify(before) !== JSON.stringify(record)) changeMark(keeper, record);
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
  sheet.setConditionalFormatRules([...present.filter((rule) => !isOwnRule(rule)), ...rules()]);
}

/** A filter sorts its own range only: one that ends with the table takes our columns in. */
function widening(sheet: Sheet, { headerRow, firstColumn, lastColumn }: Annotation): Resizing | undefined {
  const filter = sheet.getFilter();
  const range = filter?.getRange();
  if (!filter || !range) return undefined;
  const isTables = range.getRow() === headerRow && range.getColumn() <= firstColumn && range.getLastColumn() === lastColumn;
  return isTables ? planResizing(filter, range, lastColumn + 2) : undefined;
}

/** Takes our columns and rules out of a sheet and gives its filter the width it had. */
export function clearColumns({ sheet, own, trace }: Place): void {
  const rules = sheet.getConditionalFormatRules();
  const theirs = rules.filter((rule) => !isOwnRule(rule));
  if (theirs.length < rules.length) sheet.setConditionalFormatRules(theirs);
  if (own.length === 0) return;
  const filter = narrowing(sheet, own);
  if (filter) {
    if (trace) changeMark(trace.keeper, { ...trace.record, underWay: { filter: filter.record } });
    resizeFilter(sheet, filter);
  }
  const [first, second] = own.map(({ column }) => column);
  if (first !== undefined && second === first + 1) sheet.deleteColumns(first, 2);
  else for (const { column } of [...own].reverse()) sheet.deleteColumns(column, 1);
}

/** A filter that ends with our columns ends before them again; columns inside a filter it loses by itself when they are deleted. */
function narrowing(sheet: Sheet, own: readonly OwnColumn[]): Resizing | undefined {
  const filter = sheet.getFilter();
  const range = filter?.getRange();
  if (!filter || !range) return undefined;
  const last = range.getLastColumn();
  let end = last;
  while (own.some(({ column }) => column === end)) end--;
  return end < last ? planResizing(filter, range, end) : undefined;
}

/**
 * A marked tab with our columns. Where a run was cut off, its filter is brought back first, and columns that it inserted and could not mark
 * any more are found.
 */
export function afterCutOff(trace: Trace): Pick<Trace, 'own' | 'record'> {
  const { sheet, own, record } = trace;
  const { underWay, ...settled } = record;
  if (underWay?.filter) restoreFilter(sheet, underWay.filter);
  if (!underWay?.insertion || own.length === 2) return { own, record };
  const inserted = insertedBy(underWay.insertion, sheet, own);
  // Without them the run came to its end, and it was somebody else who deleted a column since.
  return inserted ? { own: inserted, record } : { own, record: settled };
}

/** The two columns that a run inserted before it was cut off: nothing stands in them, or our headings do. */
function insertedBy(
  { after, columns }: NonNullable<UnderWay['insertion']>,
  sheet: Sheet,
  own: readonly OwnColumn[],
): readonly OwnColumn[] | undefined {
  if (sheet.getMaxColumns() !== columns + 2 || own.some(({ column }) => column !== after + 1)) return undefined;
  const cells: unknown[][] = sheet.getRange(1, after + 1, sheet.getMaxRows(), 2).getValues();
  const isEmptyPair = cells.every((pair) => pair.every(isEmpty));
  const isOurs = isEmptyPair || (own.length > 0 && cells.some(([patterns, reasons]) => areHeadings(patterns, reasons)));
  return isOurs ? unmarkedPair(after + 1).map((column) => own.find((marked) => marked.column === column.column) ?? column) : undefined;
}
