import type { DateColumn } from '../base/dates.ts';
import type { NumberColumn } from '../base/numbers.ts';
import type { Cost, Insight, SignalResult } from '../patterns/engine/signal.ts';
import type { Evidence } from '../patterns/engine/verdicts.ts';
import type { RateDefinition } from '../table/reading/rate.ts';

/** How a header was recognised: `given` by the user, letter for letter, after normalising, or by likeness. */
export type Confidence = 'given' | 'exact' | 'normalised' | 'likely';

/** One column of the sheet and what it was taken for. */
export interface ColumnReport {
  /** Position in the sheet, 0 for column A. */
  readonly index: number;
  readonly header: string;
  /** Id of the field; `null` where nothing was recognised or the column was not needed. */
  readonly field: string | null;
  readonly confidence: Confidence | null;
  /** Other fields the header could mean, other columns that could be the field, or why it was refused. */
  readonly doubt?: { readonly code: 'other-column' | 'other-field' | 'not-that-kind'; readonly detail: string };
  /** How its numbers or dates were decided, once it was read. */
  readonly decimal?: Pick<NumberColumn, 'decimalMark' | 'decidedBy' | 'evidence'>;
  readonly dates?: Pick<DateColumn, 'order' | 'decidedBy' | 'evidence' | 'yearsInferred'>;
  readonly unreadable?: number;
  /** An engagement rate: what it was found to be divided by. */
  readonly rate?: RateDefinition;
}

/** Why rows of the sheet were left out of the audit. */
export interface LeftOut {
  readonly reason: 'blank' | 'total' | 'header' | 'other-table' | 'outside-period';
  readonly rows: readonly number[];
}

/** Where the table stands; rows and columns count from 0. */
export interface TableArea {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Row after the last data row. */
  readonly endRow: number;
}

/** Why a sheet could not be audited at all. */
export type SheetProblem = 'empty' | 'no-header' | 'no-data' | 'nothing-recognised' | 'not-a-grid' | 'tall-export' | 'month-blocks';

export interface PatternResult extends SignalResult {
  /** 1 to 5. */
  readonly pattern: number;
}

export interface SheetReport {
  readonly sheet: string;
  readonly problem?: SheetProblem;
  readonly area?: TableArea;
  readonly rowsAudited: number;
  readonly leftOut: readonly LeftOut[];
  readonly columns: readonly ColumnReport[];
  /** Id of a known export, see `exports.ts`. */
  readonly source?: string;
  readonly results: readonly PatternResult[];
}

/** One line of the bill: a sum in one unit and currency, with the findings it is made of. A row counts once, however many signals found it. */
export interface BillLine {
  readonly unit: Cost['unit'];
  readonly amount: number;
  readonly low?: number;
  readonly high?: number;
  readonly currency?: string;
  /** Hours by the calendar, nights and days off included. */
  readonly byCalendar?: number;
  /** Leads: of how many, where every row is one lead. */
  readonly outOf?: number;
  readonly parts: readonly BillPart[];
}

export interface BillPart {
  readonly sheet: string;
  readonly row: number | null;
  readonly pattern: number;
  readonly signal: string;
  readonly amount: number;
  /** The numbers that the amount is made of. */
  readonly evidence: Evidence;
}

/** Something taken for granted, to be said aloud. */
export interface Assumption {
  readonly code: 'calendar' | 'time-zone' | 'as-of' | 'decimal-mark' | 'date-order' | 'years' | 'client-tab' | 'rate-of' | 'not-exported';
  readonly sheet?: string;
  readonly column?: string;
  readonly value: string;
}

/** The audit of one or more sheets: plain JSON, no wording. `render.ts` puts it into words. */
export interface Report {
  readonly sheets: readonly SheetReport[];
  readonly bill: readonly BillLine[];
  readonly insights: readonly (Insight & { readonly sheet: string; readonly signal: string })[];
  readonly assumptions: readonly Assumption[];
}
