import { isDate } from '../../base/cells.ts';
import type { Range, Sheet } from '../services/google.ts';

type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;

/** A basic filter as plain JSON: kept with the sheet while the filter is made anew, in case the script ends in between. */
export interface FilterRecord {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly criteria: readonly {
    readonly column: number;
    readonly type: string;
    readonly values: readonly unknown[];
    readonly hidden: readonly string[];
  }[];
}

/** Metadata of a sheet holds 30,000 characters in all: criteria that are longer than this, such as long lists of hidden values, stay out. */
const MOST_LETTERS = 4000;

/** A filter that is about to get another right edge. */
export interface Resizing {
  readonly record: FilterRecord;
  /** The criteria themselves, which the record knows without colours and relative dates. */
  readonly kept: readonly (readonly [number, Criteria])[];
  readonly filter: Filter;
}

/** Reads everything about a filter over this range that making it anew with another right edge takes. */
export function planResizing(filter: Filter, range: Range, lastColumn: number): Resizing {
  const column = range.getColumn();
  const last = Math.min(lastColumn, range.getLastColumn());
  const kept: (readonly [number, Criteria])[] = [];
  for (let place = column; place <= last; place++) {
    const criteria = filter.getColumnFilterCriteria(place);
    if (criteria) kept.push([place, criteria]);
  }
  const criteria = kept.map(([place, one]) => ({
    column: place,
    type: String(one.getCriteriaType() ?? ''),
    values: one.getCriteriaValues().map((value: unknown) => (isDate(value) ? { date: value.getTime() } : value)),
    // `null` where a criterion hides no values, whatever the types say.
    hidden: (one.getHiddenValues() as string[] | null) ?? [],
  }));
  const area = { row: range.getRow(), column, rows: range.getNumRows(), columns: lastColumn - column + 1 };
  return { record: { ...area, criteria: JSON.stringify(criteria).length > MOST_LETTERS ? [] : criteria }, kept, filter };
}

/**
 * Makes the filter anew with the planned width and its criteria: sorting through it then takes our two columns along. A filter cannot be
 * widened in place; its sort arrows, which scripts cannot see, are lost. One over our columns alone goes.
 */
export function resizeFilter(sheet: Sheet, { record, kept, filter }: Resizing): void {
  filter.remove();
  if (record.columns < 1) return;
  const recreate = () => {
    const created = standingFilter(sheet, record);
    for (const [column, criteria] of kept) created.setColumnFilterCriteria(column, criteria.copy().build());
  };
  // One failing call must not cost the user the filter.
  try {
    recreate();
  } catch {
    recreate();
  }
}

/** Brings back a filter that a run was cut off from making anew. */
export function restoreFilter(sheet: Sheet, record: FilterRecord): void {
  const filter = record.columns < 1 ? undefined : standingFilter(sheet, record);
  for (const { column, type, values, hidden } of filter ? record.criteria : []) {
    const builder = SpreadsheetApp.newFilterCriteria();
    if (type !== '') builder.withCriteria(criteriaType(type), values.map(revived));
    if (hidden.length > 0) builder.setHiddenValues([...hidden]);
    filter?.setColumnFilterCriteria(column, builder.build());
  }
}

const standingFilter = (sheet: Sheet, { row, column, rows, columns }: FilterRecord): Filter =>
  sheet.getFilter() ?? sheet.getRange(row, column, rows, columns).createFilter();

/** Google's enumerations show their names as text. */
const criteriaType = (name: string) =>
  SpreadsheetApp.BooleanCriteria[name as keyof typeof SpreadsheetApp.BooleanCriteria] as GoogleAppsScript.Spreadsheet.BooleanCriteria;

function revived(value: unknown): unknown {
  const date = typeof value === 'object' && value !== null ? (value as { date?: unknown }).date : undefined;
  return typeof date === 'number' ? new Date(date) : value;
}
