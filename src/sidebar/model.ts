import type { StartInfo } from '../api/messages.ts';
import type { RateByWait } from '../audit/answer/place-charts.ts';
import type { Span } from '../audit/answer/span.ts';
import type { PreparedAudit } from '../audit/engine/prepare.ts';
import type { Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import { usualPatterns } from '../client/report-request.ts';
import type { ScannedSheet } from '../client/scan.ts';
import type { Language } from '../i18n/language.ts';
import type { TextId } from './texts.ts';

/** What the page is busy with; `idle` is the only one in which buttons do something. */
export type Phase = 'opening' | 'idle' | 'reading' | 'writing' | 'removing' | 'adding' | 'sharing';

/** One thing at a time: the answer, one place where results get lost, or one matter that can be set. */
export type Screen =
  | { readonly kind: 'home' | 'columns' | 'client' | 'people' | 'report' }
  | { readonly kind: 'place'; readonly id: string };
export const home: Screen = { kind: 'home' };

/** More rows are only read when asked for: that takes longer than a moment. */
const LARGE = 50_000;
export const rowsOf = ({ tabs }: StartInfo): number => tabs.reduce((sum, { rows, isOurs }) => sum + (isOurs ? 0 : rows), 0);
export const isLarge = (start: StartInfo): boolean => rowsOf(start) > LARGE;

/** One message above the buttons, with ways forward where there are any. */
export interface Notice {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly details?: readonly string[];
  readonly next?: readonly { readonly label: TextId; readonly run: () => void }[];
}

/** A finished scan: what was read, and what it comes to under the present settings. */
export interface Scan {
  readonly scanned: readonly ScannedSheet[];
  /** Which tab was read in full; empty for all. */
  readonly scope: string;
  readonly prepared: PreparedAudit;
  readonly judge: (settings: AuditSettings) => Report;
  readonly report: Report;
  readonly span: Span;
  /** Worked out when first looked at: no limit changes it. */
  readonly ratesByWait: () => readonly RateByWait[] | undefined;
  readonly now: number;
}

/** `made`: the tab is written, and what the client will see is shown. */
export interface ReportState {
  readonly patterns: readonly number[];
  readonly stage: 'none' | 'made' | 'shared' | 'refused' | 'has-form';
  readonly tab?: string;
  /** Rows that the report names. */
  readonly rows?: readonly string[];
  /** Titles of posts and kinds of placements in it. */
  readonly topics?: readonly string[];
  /** Copies of tables that go along: tab, rows, the headers of their columns, and whom they name. */
  readonly copies?: readonly {
    readonly tab: string;
    readonly rows: number;
    readonly columns: readonly string[];
    readonly names: readonly string[];
  }[];
  readonly email?: string;
  readonly url?: string;
  /** Name of a copy that Google made before it refused. */
  readonly leftCopy?: string;
}

/** Everything the page shows. Views are functions of it. */
export interface Model {
  readonly phase: Phase;
  readonly language: Language;
  readonly start?: StartInfo;
  /** Name of the tab to audit; empty for the whole workbook. */
  readonly chosen: string;
  readonly settings: AuditSettings;
  readonly progress: { readonly read: number; readonly all: number };
  readonly scan?: Scan;
  /** True once something was read or tried to. */
  readonly wasAsked?: boolean;
  /** The names of the tabs when they were last looked at. */
  readonly tabs?: string;
  /** The sheet is known to be another than was scanned: it is read again before anything is written. */
  readonly isStale: boolean;
  /** The report that stands highlighted in the sheet; another one means that the highlight is out of date. */
  readonly written?: Report;
  /** Whether anything of ours stands in the file. */
  readonly hasMarks: boolean;
  readonly notice?: Notice;
  readonly screen: Screen;
  /** What the pointer or the keyboard is at in a chart, in words. */
  readonly pointed?: string;
  /** Which parts of the page are open, and how many entries of each list are shown. */
  readonly open: ReadonlySet<string>;
  readonly shown: Readonly<Record<string, number>>;
  /** The report for the client: what goes in, and how far it has come. */
  readonly report: ReportState;
  /** Headers to copy by hand, where the browser does not let us. */
  readonly headersToCopy?: string;
}

/** The page before anything is known. */
export const firstModel = (language: Language): Model => ({
  ...{ phase: 'opening', language, chosen: '', settings: {}, progress: { read: 0, all: 0 } },
  ...{ isStale: false, hasMarks: false, screen: home, open: new Set<string>(), shown: {} },
  report: { patterns: usualPatterns, stage: 'none' },
});

/** What a person can do. */
export interface Actions {
  readonly open: () => void;
  readonly chooseTab: (name: string) => void;
  readonly scan: () => void;
  readonly cancel: () => void;
  readonly highlight: () => void;
  readonly remove: () => void;
  /** Reads the sheet anew and highlights it. */
  readonly refresh: () => void;
  /** Asks whether this is still the file and its tabs. */
  readonly lookAgain: () => void;
  /** Selects what this signal judged in a row. */
  readonly showRow: (sheet: string, row: number, signal: string) => void;
  readonly showTab: (sheet: string) => void;
  readonly addTemplates: () => void;
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
  readonly point: (text: string) => void;
  /** Changes settings that need no reading of the sheet: everything is counted anew at once. */
  readonly change: (change: Partial<AuditSettings>) => void;
  /** Says what a column means; `''` leaves it alone. */
  readonly correctColumn: (tab: string, header: string, field: string) => void;
  /** Forgets what was said of columns in other workbooks. */
  readonly forgetTaught: () => void;
  readonly mark: (sheet: string, signal: string, row: number, why: string) => void;
  readonly unmark: (key: string) => void;
  readonly copyHeaders: (headers: readonly string[]) => void;
  /** Puts a pattern into the report for the client, or leaves it out. */
  readonly chooseForReport: (pattern: number, isIn: boolean) => void;
  readonly makeReport: () => void;
  /** Saves the report as one page that opens in any browser. */
  readonly downloadReport: () => void;
  /** Adds the tables themselves, values only. */
  readonly copyTables: () => void;
  /** Lets one person view the report; nothing leaves the file before. */
  readonly share: (email: string) => void;
  readonly toggle: (id: string, isOpen: boolean) => void;
  readonly showMore: (id: string) => void;
  readonly complain: (text: TextId) => void;
  readonly closeNotice: () => void;
}

/** What a view is given. */
export interface View {
  readonly model: Model;
  readonly actions: Actions;
  readonly say: (id: TextId) => string;
}
