/**
 * How the add-on knows its own traces: developer metadata on the first of its two columns and on its tabs, and a marker inside its
 * conditional-format rules. Nothing else in the file is ever changed or removed.
 */

const COLUMNS_KEY = 'smm-audit-columns';
const TAB_KEY = 'smm-audit-tab';
const MARKER = 'N("smm-audit")';

/** What is remembered with the two columns. */
export interface ColumnsRecord {
  /** Header row and number of data rows, from 1. */
  readonly headerRow: number;
  readonly rows: number;
  /** Positions in the sheet, from 0, of the cells that make a row the row it is. */
  readonly identity: readonly number[];
  /** Sum over the rows of (identity, reason): the same in any order, another when reasons and rows have come apart. */
  readonly together: number;
  /** Sum over the reasons alone: another when somebody typed over them. */
  readonly written: number;
  /** Whether a filter was widened over the two columns. */
  readonly widenedFilter: boolean;
}

export interface OwnColumns {
  /** First of the two columns, from 1. */
  readonly column: number;
  readonly record: ColumnsRecord;
  readonly metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata;
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Our two columns in this sheet, or `undefined`. */
export function findOwnColumns(sheet: Sheet): OwnColumns | undefined {
  const [metadata] = sheet.createDeveloperMetadataFinder().withKey(COLUMNS_KEY).find();
  const column = metadata?.getLocation().getColumn();
  const record = readRecord(metadata?.getValue());
  return metadata && column && record ? { column: column.getColumn(), record, metadata } : undefined;
}

function readRecord(value: string | null | undefined): ColumnsRecord | undefined {
  try {
    return value ? (JSON.parse(value) as ColumnsRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Marks the column as ours. `letters` is its name, such as `M`. */
export function rememberColumns(sheet: Sheet, letters: string, record: ColumnsRecord): void {
  sheet
    .getRange(`${letters}:${letters}`)
    .addDeveloperMetadata(COLUMNS_KEY, JSON.stringify(record), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** Names of the tabs that are ours, with what was written into each as one number. */
export function findOwnTabs(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): readonly { readonly sheet: Sheet; readonly written: number }[] {
  return spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(TAB_KEY)
    .find()
    .flatMap((metadata) => {
      const sheet = metadata.getLocation().getSheet();
      return sheet ? [{ sheet, written: Number(metadata.getValue()) }] : [];
    });
}

export function rememberTab(sheet: Sheet, written: number): void {
  sheet.addDeveloperMetadata(TAB_KEY, String(written), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** The end of each of our rules' formulas: adds nothing to the condition, needs no list separator, and survives `#REF!`. */
export const ruleMarker = `+${MARKER}`;

export function isOwnRule(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): boolean {
  const values = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return values.some((value) => typeof value === 'string' && value.indexOf(MARKER) >= 0);
}

/** `A` for 1, `AA` for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
