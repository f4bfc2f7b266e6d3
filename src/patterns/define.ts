import type { Language, Text } from '../i18n/language.ts';
import type { Field } from './columns.ts';
import { missingFields, prepareSignal } from './judge-table.ts';
import { type ColumnSpec, fieldOf, type Optional, type Row, type Rows } from './rows.ts';
import type { Context, Cost, Evidence, Insight, Setting, Signal, SignalTexts } from './signal.ts';
import type { Table } from './table.ts';
import type { Found, NotJudged, Verdict } from './verdicts.ts';

/** A threshold: its default, unit, name in both languages, sensible range, and source. */
export function setting(
  value: number,
  unit: Setting['unit'],
  title: Text,
  range: { readonly min: number; readonly max: number; readonly step: number },
  source: Text,
): Setting {
  return { default: value, unit, title, ...range, source };
}

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
  /** Findings about the table instead of one per row. `rows` are all rows of the period, blanks included. */
  readonly remarks?: (rows: Rows<C>, settings: Thresholds<S>, context: Context, baseline: B) => readonly Found<E>[];
  readonly insights?: (rows: Rows<C>, settings: Thresholds<S>, context: Context, baseline: B) => readonly Insight[];
  /** The finding's line in the bill. */
  readonly cost?: (evidence: E) => Cost | undefined;
  readonly texts: Readonly<Record<Language, SignalTexts<E>>>;
}

/** Declares a signal: columns and settings first, a tiny judge, wording last. */
export function defineSignal<
  const C extends ColumnSpec,
  const S extends Readonly<Record<string, Setting>>,
  E extends Evidence,
  B = undefined,
>(definition: SignalDefinition<C, S, E, B>): Signal {
  const { id, columns, beside = {}, settings } = definition;
  const judged = Object.keys(columns).map((key) => fieldOf(columns[key] as Field | Optional));
  const others = Object.keys(beside).map((key) => fieldOf(beside[key] as Optional));
  return {
    id,
    settings,
    fields: [...new Set([...judged, ...others])],
    judged,
    // The evidence a signal renders and prices is the evidence its own judge produced.
    ...(definition.cost ? { cost: definition.cost as (evidence: Evidence) => Cost | undefined } : {}),
    texts: definition.texts as Signal['texts'],
    missing: (has) => missingFields(definition, has),
    prepare: (table, context) => {
      const judge = prepareSignal(definition, table, context);
      return (thresholds) => judge(thresholds as Thresholds<S>);
    },
  };
}
