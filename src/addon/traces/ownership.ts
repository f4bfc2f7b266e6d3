/**
 * How the add-on knows its own traces: developer metadata on the tabs it wrote into and on its two columns, and a marker inside its
 * conditional-format rules. Nothing else in the file is ever changed or removed.
 */
import { cleanText, columnLetters } from '../../base/cells.ts';
import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import type { Metadata, Rule, Sheet, Spreadsheet } from '../services/google.ts';
import type { FilterRecord } from './filter.ts';

const TAB_KEY = 'smm-audit';
const COLUMN_KEY = 'smm-audit-column';
const MARKER = 'N("smm-audit")';

/** What is remembered with a tab. */
export interface TabRecord {
  /** `copy` is the client's copy of a table, values only. */
  readonly kind: 'annotated' | 'summary' | 'report' | 'copy';
  /** Memory of every text that we wrote, see `memory.ts`: what is not in it was typed by somebody. */
  readonly texts: string;
  /** Headers of the cells that make a row the row it is. */
  readonly identity: readonly string[];
  /** Sum over the rows with a reason of (identity, reason): the same in any order, another when the two have come apart. */
  readonly together: number;
  /** There while our traces come or go; left behind only when a run was cut off. */
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
  readonly record: TabRecord;
  readonly metadata: Metadata;
}

/** All tabs that carry our mark, in one search. */
export function findTraces(scope: Spreadsheet | Sheet): readonly Trace[] {
  const found = scope.createDeveloperMetadataFinder().withKey(TAB_KEY).find();
  return found.flatMap((metadata) => {
    const sheet = metadata.getLocation().getSheet();
    return sheet ? [{ sheet, record: readRecord(metadata.getValue()), metadata }] : [];
  });
}

const unreadable: TabRecord = { kind: 'annotated', texts: '', identity: [], together: 0 };

function readRecord(value: string | null): TabRecord {
  try {
    // Visible to this add-on alone, so it is what `markTab` wrote.
    return { ...unreadable, ...(JSON.parse(value ?? '{}') as TabRecord) };
  } catch {
    return unreadable;
  }
}

/** Marks a tab as ours or as annotated, or changes the mark it has. */
export function markTab(sheet: Sheet, record: TabRecord, known?: Pick<Trace, 'metadata'>): void {
  const value = JSON.stringify(record);
  if (known) known.metadata.setValue(value);
  else sheet.addDeveloperMetadata(TAB_KEY, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

export type ColumnRole = 'patterns' | 'reasons';

/** One of our two columns, wherever it stands now; counted from 1. */
export interface OwnColumn {
  readonly role: ColumnRole;
  readonly column: number;
  readonly isMarked: boolean;
}

/** Our marked columns in a sheet, from left to right. */
export function findOwnColumns(sheet: Sheet): readonly OwnColumn[] {
  return sheet
    .createDeveloperMetadataFinder()
    .withKey(COLUMN_KEY)
    .find()
    .flatMap((metadata): readonly OwnColumn[] => {
      const column = metadata.getLocation().getColumn()?.getColumn();
      return column === undefined ? [] : [{ role: metadata.getValue() === 'patterns' ? 'patterns' : 'reasons', column, isMarked: true }];
    })
    .sort((one, other) => one.column - other.column);
}

/** Marks a column as ours: the mark moves and goes with it. */
export function markColumn(sheet: Sheet, { role, column }: Pick<OwnColumn, 'role' | 'column'>): void {
  const letters = columnLetters(column);
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_KEY, role, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
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
