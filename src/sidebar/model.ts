import type { StartInfo } from '../api/messages.ts';
import type { PreparedAudit } from '../audit/engine.ts';
import type { Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { ScannedSheet } from '../client/scan.ts';
import type { Language } from '../i18n/language.ts';
import type { SheetLayout } from '../table/recognition/layout.ts';
import type { TextId } from './texts.ts';

/** What the page is busy with; `idle` is the only one in which buttons do something. */
export type Phase = 'opening' | 'idle' | 'reading' | 'writing' | 'removing' | 'sharing';

/** One message on top of the page, with a way forward where there is one. */
export interface Notice {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly details?: readonly string[];
  readonly next?: { readonly label: TextId; readonly run: () => void };
}

/** A finished scan: what was read, and what it comes to under the present settings. */
export interface Scan {
  readonly scanned: readonly ScannedSheet[];
  readonly prepared: PreparedAudit;
  readonly judge: (settings: AuditSettings) => Report;
  readonly report: Report;
  readonly now: number;
}

/** `made`: the tab is written, and what the client will see is shown. */
export interface ReportState {
  readonly patterns: readonly number[];
  readonly stage: 'none' | 'made' | 'shared' | 'refused';
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
  /** How the chosen tabs were understood, from their first rows. */
  readonly layouts: readonly SheetLayout[];
  /** True while columns of another choice are looked at; the old ones stand there meanwhile. */
  readonly isLooking?: boolean;
  readonly settings: AuditSettings;
  readonly progress: { readonly read: number; readonly all: number };
  readonly scan?: Scan;
  readonly notice?: Notice;
  /** Which parts of the page are open, and how many entries of each list are shown. */
  readonly open: ReadonlySet<string>;
  readonly shown: Readonly<Record<string, number>>;
  /** The report for the client: what goes in, and how far it has come. */
  readonly report: ReportState;
  /** Headers to copy by hand, where the browser does not let us. */
  readonly headersToCopy?: string;
}

/** What a person can do. */
export interface Actions {
  readonly chooseTab: (name: string) => void;
  readonly scan: () => void;
  readonly cancel: () => void;
  readonly highlight: () => void;
  readonly remove: () => void;
  readonly showRow: (sheet: string, row: number | null) => void;
  /** Changes settings that need no reading of the sheet: everything is counted anew at once. */
  readonly change: (change: Partial<AuditSettings>) => void;
  /** Says what a column means; `''` leaves it alone. */
  readonly correctColumn: (sheet: string, header: string, field: string) => void;
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
