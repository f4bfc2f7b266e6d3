import type { Language } from '../../i18n/language.ts';
import type { ColumnSpec, Optional, Row, Rows } from './row-reader.ts';
import type { Context, Insight, Setting, Signal, SignalTexts } from './signal.ts';
import type { SignalBill } from './signal-bill.ts';
import type { Table } from './table.ts';
import type { Evidence, Found, NotJudged, Verdict } from './verdicts.ts';

export type Thresholds<S> = { readonly [K in keyof S]: number };

/** A signal as its author writes it. */
export interface SignalDefinition<C extends ColumnSpec, S extends Readonly<Record<string, Setting>>, E extends Evidence, B> {
  readonly id: string;
  readonly columns: C;
  /** What it reads besides: to compare the row with others, or to find an innocent reason. */
  readonly beside?: Readonly<Record<string, Optional>>;
  /** Sets of optional columns; the sheet must have every column of at least one set. */
  readonly needsOneOf?: readonly (readonly (keyof C & string)[])[];
  readonly settings: S;
  /** What a row is compared with, from all rows of the table, also those outside the period. Knows no threshold: it is worked out once. */
  readonly baseline?: (rows: Rows<C>, context: Context, table: Table) => B | NotJudged;
  /** Whether the baseline rests on enough rows; says so where it does not. */
  readonly tooFew?: (baseline: B, settings: Thresholds<S>) => NotJudged | undefined;
  /** The row is lent: it holds the next row's values at the next call. */
  readonly judge: (row: Row<C>, settings: Thresholds<S>, context: Context, baseline: B) => Verdict<E>;
  /** Findings about the table instead of one per row. `rows` are all rows of the period that can be read, blanks included. */
  readonly remarks?: (rows: Rows<C>, settings: Thresholds<S>, context: Context, baseline: B) => readonly Found<E>[];
  readonly insights?: (rows: Rows<C>, settings: Thresholds<S>, context: Context, baseline: B) => readonly Insight[];
  /** See `Signal`. */
  readonly restated?: Signal['restated'];
  /** The chart that shows its findings. */
  readonly chart?: Signal['chart'];
  /** Whether a finding was judged by another limit than most. */
  readonly isApart?: (evidence: E) => boolean;
  /** The signal's line in the bill. */
  readonly bill?: SignalBill<E>;
  readonly texts: Readonly<Record<Language, SignalTexts<E>>>;
}
