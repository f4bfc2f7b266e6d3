/**
 * What the sidebar, the command line and the playground may ask of the add-on, and what it answers: one global function,
 * `callApi(method, argument)`, JSON text both ways. What they ask stands in `requests.ts`; the handlers live in the add-on.
 */

import type { AuditSettings } from '../audit/settings.ts';
import type { Language } from '../i18n/language.ts';
import type { SheetLayout } from '../table/recognition/layout.ts';
import type { Profile } from '../table/recognition/profile.ts';
import type { ApiMethod, Requests } from './requests.ts';

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
  /** Id of the spreadsheet. */
  readonly file: string;
  /** Name of the spreadsheet. */
  readonly fileName: string;
  readonly tabs: readonly TabInfo[];
  readonly activeTab: string;
  /** The user's language for the page; the spreadsheet's for what is written. */
  readonly userLanguage: Language;
  readonly sheetLanguage: Language;
  readonly timeZone: string;
  /** Wall time of this moment in the spreadsheet's zone. */
  readonly now: number;
  readonly settings: AuditSettings;
  /** What the user said of columns in any workbook: key of a column → field id. */
  readonly taught: Readonly<Record<string, string>>;
  /** False where the document has no property store: settings then last for this session only. */
  readonly canStore: boolean;
  /** False for view-only users. */
  readonly canEdit: boolean;
  /** Set where our zone table and Google's disagree on this date: the scan must stop. */
  readonly zoneProblem?: string;
}

/**
 * What the first rows of a tab show. They are looked at where they stand and never cross: phone numbers and names which the audit does
 * not need stay in the sheet, and nothing is recognised twice, once with the cells and once without.
 */
export interface Top {
  /** Its tables: their headers, and what the columns mean. */
  readonly tables: readonly SheetLayout[];
  /** What kind of cells stand below the header, column by column. */
  readonly profiles: readonly Profile[];
  /** Last row with anything in it. */
  readonly lastRow: number;
  /** Positions from 0 of our own columns. Rows and all other positions are those of the sheet without them. */
  readonly ourColumns: readonly number[];
  /** The spreadsheet's, for the chunks that follow. */
  readonly timeZone: string;
}

/** Which file this is, and the names of its tabs. */
export interface TabList {
  readonly file: string;
  readonly tabs: readonly string[];
}

export interface Chunk {
  /** One `RowKind` a row; fewer rows than asked for where they hold much text. */
  readonly kinds: readonly number[];
  /** In the order of the request's `columns`, one list of cells each. */
  readonly columns: readonly (readonly JsonCell[])[];
  /** Over the used columns of these rows; the annotation compares it before it writes. */
  readonly fingerprint: string;
}

/** The sheet is no longer as it was scanned; nothing was written. */
export interface Changed {
  readonly outcome: 'changed';
  readonly sheet: string;
  readonly onlyFormulaValues: boolean;
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

/** Tabs with our headings or our summary but without our mark, as in a copied tab: asked about before they are touched. */
export interface Unmarked {
  readonly outcome: 'unmarked';
  readonly tabs: readonly string[];
}

export type ReportResult = { readonly outcome: 'written'; readonly tab: string } | Changed | TypedOver | { readonly outcome: 'busy' };

export type ClientCopyResult =
  | { readonly outcome: 'written'; readonly tab: string; readonly rows: number; readonly columns: readonly string[] }
  /** Whether a row is hidden can only be asked row by row, so that a copy has at most so many. */
  | { readonly outcome: 'too-long'; readonly most: number }
  | Changed
  | TypedOver
  | { readonly outcome: 'busy' };

/** `refused`: Google did not let us; the user is shown how to do it by hand. Then a copy may be left that nobody else can see. */
export type ShareResult =
  | { readonly outcome: 'shared'; readonly url: string }
  | { readonly outcome: 'refused'; readonly leftCopy?: string }
  /** A form is linked to the file: no copy can be made without its tab. */
  | { readonly outcome: 'has-form' }
  | { readonly outcome: 'no-report' };

export type RemoveResult =
  | { readonly outcome: 'removed'; readonly tabs: readonly string[] }
  | { readonly outcome: 'nothing' }
  | TypedOver
  | Unmarked
  | { readonly outcome: 'busy' };

/** `moved`: the row could not be told from others, so nothing was selected; `hidden`: it is selected, but nobody sees it. */
export interface ShowRowResult {
  readonly outcome: 'shown' | 'hidden' | 'moved';
}

/** What each method answers. */
export interface Answers {
  start: StartInfo;
  tabs: TabList;
  top: Top;
  chunk: Chunk;
  annotate: AnnotateResult;
  report: ReportResult;
  clientCopy: ClientCopyResult;
  share: ShareResult;
  remove: RemoveResult;
  saveSettings: { readonly stored: boolean };
  teachColumn: Record<string, never>;
  forgetTaught: Record<string, never>;
  showRow: ShowRowResult;
  showTab: Record<string, never>;
  templates: { readonly added: readonly string[] };
}

/** Each method of the server: what it takes, what it answers. */
export type Handlers = { readonly [Method in ApiMethod]: (request: Requests[Method]) => Answers[Method] };

/** How a caller reaches the add-on: `google.script.run` in the sidebar, the local host in Node. */
export type CallApi = <Method extends ApiMethod>(method: Method, argument: Requests[Method]) => Promise<Answers[Method]>;

/** What `callApi` returns: the answer, or one sentence for the user. */
export type Envelope<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problem: string };
