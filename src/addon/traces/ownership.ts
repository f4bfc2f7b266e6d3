/**
 * How the add-on knows its own traces: developer metadata on the tabs it wrote into and on its two columns, and a marker inside its
 * conditional-format rules. Nothing else in the file is ever changed or removed.
 */
import { cleanText, columnLetters } from '../../base/cells.ts';
import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import type { Metadata, Rule, Sheet, Spreadsheet } from '../services/google.ts';
import type { FilterRecord } from './filter.ts';

/** Of a tab's mark and of those of its two columns, so that one search finds them all. */
const KEY = 'smm-audit';
/** Of columns that an earlier version marked. */
const EARLIER_COLUMN_KEY = 'smm-audit-column';
const MARKER = 'N("smm-audit")';

/**
 * What is remembered with a tab, in its mark. In an annotated tab it is the mark of the column with the reasons that holds it: that is
 * set last, so that where it stands everything does, and the tab's own mark only tells what was under way.
 */
export interface TabRecord {
  /** `copy` is the client's copy of a table, values only. */
  readonly kind: 'annotated' | 'summary' | 'report' | 'copy';
  /** Memory of every text that we wrote, see `remembered-texts.ts`: what is not in it was typed by somebody. */
  readonly texts: string;
  /** Headers of the cells that make a row the row it is. */
  readonly identity: readonly string[];
  /** Sum over the rows with a reason of (identity, reason): the same in any order, another when the two have come apart. */
  readonly together: number;
  /** There while our traces come or go; it counts only when a run was cut off. */
  readonly underWay?: UnderWay;
}

/** What the next run needs to finish what a run that was cut off began. */
export interface UnderWay {
  /** After which column our two are inserted, and how many columns the sheet had before. */
  readonly insertion?: { readonly after: number; readonly columns: number };
  /** The user's filter, while it is made anew with another width. */
  readonly filter?: FilterRecord;
}

/** A tab that carries our mark. */
export interface Trace {
  readonly sheet: Sheet;
  readonly id: number;
  readonly mark: Metadata;
  readonly record: TabRecord;
  /** The mark that holds the record. */
  readonly keeper: Metadata;
  /** Our columns in it that are marked, from left to right. */
  readonly own: readonly OwnColumn[];
}

export type ColumnRole = 'patterns' | 'reasons';

/** One of our two columns, wherever it stands now; counted from 1. */
export interface OwnColumn {
  readonly role: ColumnRole;
  readonly column: number;
  readonly isMarked: boolean;
}

/** Which tab this is, whatever it is called. */
export const idOf = (sheet: Sheet): number => sheet.getRange(1, 1).getGridId();

/** All tabs that carry our mark, with our columns, in one search. */
export function findTraces(scope: Spreadsheet | Sheet): readonly Trace[] {
  const { tabs, columns } = findMarks(scope, KEY);
  return tabs.map(({ sheet, mark }): Trace => {
    const id = idOf(sheet);
    const marked = columns.filter((column) => column.id === id);
    const keeper = marked.find(({ role }) => role === 'reasons')?.mark ?? mark;
    const record = readRecord(keeper.getValue());
    const earlier = record.kind === 'annotated' && marked.length < 2 ? findMarks(sheet, EARLIER_COLUMN_KEY).columns : [];
    const own = [...marked, ...earlier].map(({ role, column }): OwnColumn => ({ role, column, isMarked: true }));
    return { sheet, id, mark, record, keeper, own: own.sort((one, other) => one.column - other.column) };
  });
}

/** Our marked columns in a sheet, from left to right. */
export const findOwnColumns = (sheet: Sheet): readonly OwnColumn[] => findTraces(sheet).flatMap(({ own }) => own);

interface Marks {
  readonly tabs: readonly { readonly sheet: Sheet; readonly mark: Metadata }[];
  readonly columns: readonly (Pick<OwnColumn, 'role' | 'column'> & { readonly id: number; readonly mark: Metadata })[];
}

function findMarks(scope: Spreadsheet | Sheet, key: string): Marks {
  const found = scope.createDeveloperMetadataFinder().withKey(key).find();
  const places = found.map((mark) => ({ mark, column: mark.getLocation().getColumn() }));
  return {
    tabs: places.flatMap(({ mark, column }) => {
      const sheet = column ? null : mark.getLocation().getSheet();
      return sheet ? [{ sheet, mark }] : [];
    }),
    columns: places.flatMap(({ mark, column }) => {
      const role = mark.getValue() === 'patterns' ? 'patterns' : 'reasons';
      return column ? [{ role, column: column.getColumn(), id: column.getGridId(), mark }] : [];
    }),
  };
}

const unreadable: TabRecord = { kind: 'annotated', texts: '', identity: [], together: 0 };

function readRecord(value: string | null): TabRecord {
  try {
    // Visible to this add-on alone, so it is what we wrote.
    return { ...unreadable, ...(JSON.parse(value ?? '{}') as TabRecord) };
  } catch {
    return unreadable;
  }
}

/** Marks a tab as ours. */
export function markTab(sheet: Sheet, record: TabRecord): void {
  sheet.addDeveloperMetadata(KEY, JSON.stringify(record), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** Marks a tab as one that is being annotated, or changes the mark it has. */
export function markUnderWay(sheet: Sheet, underWay: UnderWay, known?: Metadata): void {
  const record: TabRecord = { ...unreadable, underWay };
  if (known) changeMark(known, record);
  else markTab(sheet, record);
}

export function changeMark(mark: Metadata, record: TabRecord): void {
  mark.setValue(JSON.stringify(record));
}

/** The mark of a tab that was set in this very run. */
export const markOf = (sheet: Sheet): Metadata | undefined => findMarks(sheet, KEY).tabs[0]?.mark;

/** Marks the column with the patterns as ours: the mark moves and goes with it. */
export const markPatterns = (sheet: Sheet, column: number): void => markColumn(sheet, column, 'patterns');

/** The same of the column with the reasons: the annotation is complete. */
export const markReasons = (sheet: Sheet, column: number, record: TabRecord): void => markColumn(sheet, column, JSON.stringify(record));

function markColumn(sheet: Sheet, column: number, value: string): void {
  const letters = columnLetters(column);
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(KEY, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** Whether two cells are our two headings, in whichever language. */
export const areHeadings = (patterns: unknown, reasons: unknown): boolean =>
  languages.some(
    (language) => cleanText(patterns) === shared.patternsHeading[language] && cleanText(reasons) === shared.reasonsHeading[language],
  );

/**
 * Where both headings stand side by side without our mark, as in a copied tab; `[]` where they do not. A heading that is a formula is
 * the user's own `SMMAUDIT`.
 * @param rows rows from the top of the sheet, or its header row alone
 * @param firstRow row number of the first of them
 */
export function findUnmarkedColumns(
  sheet: Sheet,
  rows: readonly (readonly unknown[])[],
  firstRow: number,
  marked: readonly OwnColumn[],
): readonly OwnColumn[] {
  const isMarked = (column: number) => marked.some((own) => own.column === column);
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    const index = cells.findIndex((cell, column) => !isMarked(column + 1) && areHeadings(cell, cells[column + 1]));
    if (index < 0 || sheet.getRange(firstRow + row, index + 1).getFormula() !== '') continue;
    return unmarkedPair(index + 1);
  }
  return [];
}

/** Our two columns side by side, not marked yet. */
export const unmarkedPair = (first: number): readonly OwnColumn[] => [
  { role: 'patterns', column: first, isMarked: false },
  { role: 'reasons', column: first + 1, isMarked: false },
];

/** The end of each of our rules' formulas: adds nothing to the condition, needs no list separator, and survives `#REF!`. */
export const ruleMarker = `+${MARKER}`;

export function isOwnRule(rule: Rule): boolean {
  const values = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return values.some((value) => typeof value === 'string' && value.indexOf(MARKER) >= 0);
}
