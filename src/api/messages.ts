/**
 * What the sidebar, the command line and the playground may ask of the add-on: one global function, `callApi(method, argument)`,
 * JSON text both ways. Types only; the handlers live beside this file. Every argument is checked: any script in the page can call.
 */

import type { ChartData } from '../audit/chart-data.ts';
import type { Assumption } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { Language } from '../i18n/language.ts';
import type { SignalResult } from '../patterns/engine/signal.ts';
import type { Evidence, Severity } from '../patterns/engine/verdicts.ts';
import type { TableArea } from '../table/column-report.ts';
import type { BillSum } from '../wording/bill-text.ts';
import type { PackedFindings } from './packed-findings.ts';

/** A cell as it crosses: dates are wall-clock ISO text (`2026-03-01T10:00:00`) of the spreadsheet's zone. */
export type JsonCell = string | number | boolean | null;

/** One tab of the workbook. `isGrid` is false for Connected Sheets and charts, which have no cells to read. */
export interface TabInfo {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly isGrid: boolean;
  /** The add-on's own tabs (summary, report) are not audited. */
  readonly isOurs: boolean;
  /** Whether our two columns stand in it, and whether reasons and rows still belong together. */
  readonly annotation: 'none' | 'intact' | 'apart';
}

export interface StartInfo {
  readonly tabs: readonly TabInfo[];
  readonly activeTab: string;
  /** The user's language for the page; the spreadsheet's for what is written. */
  readonly userLanguage: Language;
  readonly sheetLanguage: Language;
  readonly timeZone: string;
  /** Wall time of this moment in the spreadsheet's zone. */
  readonly now: number;
  readonly settings: AuditSettings;
  /** False where the document has no property store: settings then last for this session only. */
  readonly canStore: boolean;
  /** False for view-only users. */
  readonly canEdit: boolean;
  /** Set where our zone table and Google's disagree on this date: the scan must stop. */
  readonly zoneProblem?: string;
}

export interface TopRequest {
  readonly sheet: string;
  /** The user's corrections for this sheet: header → field id. */
  readonly corrections?: Readonly<Record<string, string>>;
}

/**
 * The first rows of a tab: where headers are recognised. The header and the cells of recognised columns are there; of any other cell
 * only that it is not empty (`…`), so that phone numbers and names which the audit does not need stay in the sheet.
 */
export interface Top {
  readonly rows: readonly (readonly JsonCell[])[];
  /** Last row with anything in it. */
  readonly lastRow: number;
  /** Positions from 0 of our own columns. Rows and all other positions are those of the sheet without them. */
  readonly ourColumns: readonly number[];
  /** The spreadsheet's, for the chunks that follow. */
  readonly timeZone: string;
}

/** Part of the table below the header: only the columns the audit uses leave the sheet. */
export interface ChunkRequest {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly headers: readonly string[];
  readonly columns: readonly number[];
  /** As the top said. */
  readonly ourColumns: readonly number[];
  readonly timeZone: string;
  /** First row below the header to read, counted from 0 there, and how many. */
  readonly from: number;
  readonly count: number;
}

export interface Chunk {
  /** One `RowKind` a row; fewer rows than asked for where they hold much text. */
  readonly kinds: readonly number[];
  /** In the order of the request's `columns`, one list of cells each. */
  readonly columns: readonly (readonly JsonCell[])[];
  /** Over the used columns of these rows; the annotation compares it before it writes. */
  readonly fingerprint: string;
}

/** A finding: numbers only, the server writes the sentence. */
export interface AnnotatedFinding {
  readonly row: number | null;
  readonly signal: string;
  readonly evidence: Evidence;
}

/** A signal's result without its rows. */
export interface ResultSum {
  readonly signal: string;
  readonly outcome: SignalResult['outcome'];
  readonly checkedRows: number;
  readonly missing: SignalResult['missing'];
  readonly notJudged?: { readonly reason: string; readonly evidence: Evidence };
  readonly skipped: readonly { readonly reason: string; readonly field?: string; readonly rows: number }[];
  readonly explained: number;
}

/** A tab as it was scanned: what is written of it is compared with it before. */
export interface TabAtScan {
  readonly sheet: string;
  readonly area: TableArea;
  readonly headers: readonly string[];
  /** Positions from 0 of the used columns, and the field id of each. */
  readonly columns: readonly number[];
  readonly fields: readonly string[];
  readonly chunks: readonly { readonly from: number; readonly count: number; readonly fingerprint: string }[];
}

/** The sheet is no longer as it was scanned; nothing was written. */
export interface Changed {
  readonly outcome: 'changed';
  readonly sheet: string;
  readonly onlyFormulaValues: boolean;
}

export interface AnnotationSheet extends TabAtScan {
  readonly rowsAudited: number;
  readonly findings: readonly PackedFindings[];
  /** What each signal came to: why it was not checked, how many rows were checked, skipped and explained. */
  readonly results: readonly ResultSum[];
}

export interface AnnotateRequest {
  readonly sheets: readonly AnnotationSheet[];
  readonly bill: readonly BillSum[];
  readonly assumptions: readonly Assumption[];
  readonly charts: readonly ChartData[];
  readonly language: Language;
  /** Wall time of the scan. */
  readonly now: number;
  /** Write although values of formula cells changed since the scan; what makes a row that row, and the order, must still agree. */
  readonly acceptChangedValues?: boolean;
  /** Write although the user typed into our columns or our tab, or our columns have lost their mark. */
  readonly force?: boolean;
}

export type AnnotateResult =
  | { readonly outcome: 'written'; readonly rows: number; readonly tabs: readonly string[] }
  | Changed
  | TypedOver
  | Unmarked
  | { readonly outcome: 'busy' };

/** What the user typed into our columns or tab: shown and asked about before it goes. */
export interface TypedOver {
  readonly outcome: 'typed-over';
  readonly cells: readonly { readonly sheet: string; readonly row: number; readonly text: string }[];
}

/** Two columns with our headings but without our mark, as in a copied tab: asked about before they are touched. */
export interface Unmarked {
  readonly outcome: 'unmarked';
  readonly tabs: readonly string[];
}

/** A row that shows a pattern best. */
export interface ClearestRow extends AnnotatedFinding {
  readonly sheet: string;
  /** Wall time of what the row tells of, where it has one. */
  readonly at?: number;
  /** Who decided: people are letters, 1 is A. */
  readonly decider?: number;
}

/** One tab in the report for the client: no cell of it, only counts. */
export interface ReportSheet extends TabAtScan {
  readonly rowsAudited: number;
  readonly accounts: number;
  /** Wall times of its first and last row, where it has dates. */
  readonly from?: number;
  readonly to?: number;
  readonly results: readonly ResultSum[];
  /** What was found, with its gravest severity. */
  readonly found: readonly { readonly signal: string; readonly rows: number; readonly severity: Severity }[];
}

export interface ReportRequest {
  /** Which patterns go in, 1 to 5. Everything below is of these alone. */
  readonly patterns: readonly number[];
  readonly sheets: readonly ReportSheet[];
  readonly clearest: readonly ClearestRow[];
  readonly bill: readonly BillSum[];
  readonly charts: readonly ChartData[];
  readonly language: Language;
  /** Wall time of the scan. */
  readonly now: number;
  /** As in the annotation. */
  readonly acceptChangedValues?: boolean;
  /** Write although the user typed into the report of before. */
  readonly force?: boolean;
}

export type ReportResult = { readonly outcome: 'written'; readonly tab: string } | Changed | TypedOver | { readonly outcome: 'busy' };

/** A table of the user's, for the client: chosen columns, rows that are not hidden, and values only. */
export interface ClientCopyRequest extends TabAtScan {
  /** Which columns: positions from 0, as the scan knows them, without our own. */
  readonly shown: readonly number[];
  /** Rows are people who asked: of their cells only dates, numbers and ticks go along, no text that somebody typed. */
  readonly isOfLeads?: boolean;
  readonly language: Language;
  readonly force?: boolean;
}

export type ClientCopyResult =
  | { readonly outcome: 'written'; readonly tab: string; readonly rows: number; readonly columns: readonly string[] }
  /** Whether a row is hidden can only be asked row by row, so that a copy has at most so many. */
  | { readonly outcome: 'too-long'; readonly most: number }
  | Changed
  | TypedOver
  | { readonly outcome: 'busy' };

export interface ShareRequest {
  /** The tab of the report, and copies of tables; each must be ours. */
  readonly tabs: readonly string[];
  readonly email: string;
}

/** `refused`: Google did not let us; the user is shown how to do it by hand. Then a copy may be left that nobody else can see. */
export type ShareResult =
  | { readonly outcome: 'shared'; readonly url: string }
  | { readonly outcome: 'refused'; readonly leftCopy?: string }
  | { readonly outcome: 'no-report' };

export interface RemoveRequest {
  /** Remove although the user typed into our columns or our tab, or our columns have lost their mark. */
  readonly force?: boolean;
}

export type RemoveResult =
  | { readonly outcome: 'removed'; readonly tabs: readonly string[] }
  | { readonly outcome: 'nothing' }
  | TypedOver
  | Unmarked
  | { readonly outcome: 'busy' };

/** Method name → argument and answer. */
export interface Api {
  start: { readonly argument: Record<string, never>; readonly answer: StartInfo };
  top: { readonly argument: TopRequest; readonly answer: Top };
  chunk: { readonly argument: ChunkRequest; readonly answer: Chunk };
  annotate: { readonly argument: AnnotateRequest; readonly answer: AnnotateResult };
  /** Writes the report for the client into a tab of its own. */
  report: { readonly argument: ReportRequest; readonly answer: ReportResult };
  /** Writes the client's copy of a table into a tab of its own. */
  clientCopy: { readonly argument: ClientCopyRequest; readonly answer: ClientCopyResult };
  /** Copies the file, leaves the report alone in it, and lets one person view it. */
  share: { readonly argument: ShareRequest; readonly answer: ShareResult };
  remove: { readonly argument: RemoveRequest; readonly answer: RemoveResult };
  saveSettings: { readonly argument: AuditSettings; readonly answer: { readonly stored: boolean } };
  /** Selects a row so that the user sees it. */
  showRow: { readonly argument: { readonly sheet: string; readonly row: number }; readonly answer: Record<string, never> };
}

export type ApiMethod = keyof Api;

/** How a caller reaches the add-on: `google.script.run` in the sidebar, the local host in Node. */
export type CallApi = <M extends ApiMethod>(method: M, argument: Api[M]['argument']) => Promise<Api[M]['answer']>;

/** What `callApi` returns: the answer, or one sentence for the user. */
export type Envelope<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problem: string };
