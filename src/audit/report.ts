import type { DateOrder, WallTime } from '../base/dates.ts';
import type { DecimalMark } from '../base/numbers.ts';
import type { JoinKey } from '../joining/match.ts';
import type { Insight, SignalResult } from '../patterns/engine/signal.ts';
import type { BillSum } from '../patterns/engine/signal-bill.ts';
import type { Evidence } from '../patterns/engine/verdicts.ts';
import type { ColumnReport, LeftOut, SheetProblem, TableArea } from '../table/column-report.ts';
import type { RateDefinition } from '../table/reading/rate.ts';
import type { Overview } from './answer/overview.ts';
import type { TableKind } from './answer/table-kinds.ts';
import type { ClientFactName } from './client-facts/client-tab.ts';

export interface PatternResult extends SignalResult {
  /** 1 to 5. */
  readonly pattern: number;
}

export interface SheetReport {
  readonly sheet: string;
  readonly problem?: SheetProblem;
  readonly area?: TableArea;
  /** What its table is about; none where it has no rows. */
  readonly kinds: readonly TableKind[];
  readonly rowsAudited: number;
  readonly leftOut: readonly LeftOut[];
  readonly columns: readonly ColumnReport[];
  /** Id of a known export, see `table/recognition/exports.ts`. */
  readonly source?: string;
  readonly results: readonly PatternResult[];
  /** What can be said without judging; absent where the sheet has no table. */
  readonly overview?: Overview;
}

/**
 * One line of the bill: what the findings of one signal come to in one unit and currency, with the findings it is made of. A row counts
 * once per unit, however many signals found it.
 */
export interface BillLine extends Omit<BillSum, 'rows'> {
  /** Whose line it is: the signal's, or `shortfallId`. */
  readonly signal: string;
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
  /** A placement: its whole price, and how many followers came with it. */
  readonly arrivals?: { readonly price: number; readonly followers: number };
}

/** How rows of another tab were found. */
export interface JoinFound {
  readonly from: string;
  readonly by: JoinKey;
  readonly matched: number;
  readonly of: number;
}

/** Something taken for granted, to be said aloud. */
export type Assumption =
  | { readonly code: 'calendar' }
  | { readonly code: 'time-zone'; readonly zone: string }
  /** Wall time up to which is counted what is still open. */
  | { readonly code: 'as-of'; readonly at: WallTime }
  | { readonly code: 'client-tab'; readonly sheet: string; readonly facts: readonly ClientFactName[] }
  /** Columns that another tab lent to this one, row by row. */
  | ({ readonly code: 'joined'; readonly sheet: string; readonly fields: readonly string[] } & JoinFound)
  /** Too few rows were found for a join to be made without asking. */
  | ({ readonly code: 'join-offered'; readonly sheet: string } & JoinFound)
  | { readonly code: 'counted-back'; readonly sheet: string; readonly column: string; readonly followers: number }
  | { readonly code: 'unreadable-fact'; readonly sheet: string; readonly fact: ClientFactName }
  /** Without a mark or an order nothing decided, and the column was not read. */
  | (OfColumn & { readonly code: 'decimal-mark'; readonly mark?: DecimalMark; readonly votes: ReadingVotes })
  | (OfColumn & { readonly code: 'date-order'; readonly order?: DateOrder; readonly votes: ReadingVotes })
  /** Dates without a year: how many. */
  | (OfColumn & { readonly code: 'years'; readonly count: number })
  | (OfColumn & { readonly code: 'rate-of'; readonly rate: RateDefinition })
  | { readonly code: 'not-exported'; readonly sheet: string; readonly source: string };

interface OfColumn {
  readonly sheet: string;
  readonly column: string;
}

/** Cells that admit only the reading taken, cells that contradict it, and cells that can be read either way. */
export interface ReadingVotes {
  readonly only: number;
  readonly against: number;
  readonly either: number;
}

/** The audit of one or more sheets: plain JSON, no wording. `src/wording` puts it into words. */
export interface Report {
  readonly sheets: readonly SheetReport[];
  readonly bill: readonly BillLine[];
  readonly insights: readonly (Insight & { readonly sheet: string; readonly signal: string })[];
  readonly assumptions: readonly Assumption[];
}
