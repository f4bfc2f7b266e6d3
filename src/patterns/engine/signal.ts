/** What a signal is to everybody else: the engine that runs it, what shows its findings, and the docs. */
import type { WallTime } from '../../base/dates.ts';
import type { Calendar } from '../../base/working-time.ts';
import type { Zone } from '../../base/zone.ts';
import type { Language, Text } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import type { Field } from '../../table/fields.ts';
import type { ClientFacts } from '../shared/client.ts';
import type { People } from '../shared/people.ts';
import type { SignalBill } from './signal-bill.ts';
import type { Table } from './table.ts';
import type { Evidence, NotJudged, Severity } from './verdicts.ts';

/** A threshold a user may change: every number in a condition is one of these. */
export interface Setting {
  readonly default: number;
  readonly unit: 'hours' | 'workingDays' | 'rounds' | 'share' | 'times' | 'rows' | 'score' | 'probability';
  readonly title: Text;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the default comes from. */
  readonly source: Text;
}

/** What a signal may know besides the table. It has no clock of its own: without `now`, what is still open is not judged. */
export interface Context {
  readonly now: WallTime | undefined;
  readonly zone: Zone;
  readonly calendar: Calendar;
  readonly client: ClientFacts;
  readonly people: People;
}

/** Something worth knowing that accuses nobody: shown beside the findings, never highlighted. */
export interface Insight {
  readonly code: string;
  readonly evidence: Evidence;
}

/** Rows of which a sentence speaks, of how many, and the thresholds they were judged by. */
export interface Counted {
  readonly rows: number;
  readonly of: number;
  /** Of the rows in question those that a limit of their own was held against. */
  readonly apart?: number;
  readonly limits: Readonly<Record<string, number>>;
}

/** How a signal reads to the client, who knows neither the sheet nor us; without it its title stands there. */
export interface OutsideTexts<E extends Evidence> {
  /** The finding as a heading: `11 of 58 posts waited …`; no full stop. */
  readonly heading?: (found: Counted, words: Words) => string;
  /** One finding, where the usual sentence speaks to whoever keeps the sheet. */
  readonly finding?: (evidence: E, words: Words) => string;
  /** What is good where most rows are in order; `rows` are those. */
  readonly good?: (inOrder: Counted, words: Words) => string;
}

export interface SignalTexts<E extends Evidence> {
  /** What the signal looks for, as a short heading. */
  readonly title: string;
  readonly finding: (evidence: E, words: Words) => string;
  /** One thing to do tomorrow. */
  readonly fix: string;
  /** The number that matters, beside the name of the row: `7 rounds`. */
  readonly brief?: (evidence: E, words: Words) => string;
  readonly outside?: OutsideTexts<E>;
  /** Why a row could not be judged, by reason. */
  readonly unclear?: Readonly<Record<string, string>>;
  /** Why the table could not be judged, by reason. */
  readonly notJudged?: Readonly<Record<string, (evidence: Evidence, words: Words) => string>>;
  readonly insights?: Readonly<Record<string, (evidence: Evidence, words: Words) => string>>;
}

export interface Finding {
  /** Row number in the sheet; `null` when it is about the table. */
  readonly row: number | null;
  readonly severity: Severity;
  readonly evidence: Evidence;
}

export interface Skipped {
  /** `blank`, `unreadable` or `undecided` with the field it concerns, or a reason of the signal's own. */
  readonly reason: string;
  readonly field?: string;
  readonly rows: readonly number[];
}

export const outcomes = ['found', 'clear', 'not-checked', 'failed'] as const;

export interface SignalResult {
  readonly signal: string;
  readonly outcome: (typeof outcomes)[number];
  readonly findings: readonly Finding[];
  readonly checkedRows: number;
  readonly skipped: readonly Skipped[];
  /** Ids of the fields that are not in the sheet, as alternatives: any one of these sets would do. */
  readonly missing: readonly (readonly string[])[];
  readonly explained: readonly { readonly row: number; readonly why: string }[];
  readonly notJudged?: NotJudged;
  readonly insights: readonly Insight[];
}

/** What there is to see of findings: followers over time, waits for approval, how fast leads are answered, prices of placements. */
export const chartKinds = ['growth', 'waiting', 'leads', 'prices'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A signal with its types erased: what the engine, the sidebar and the docs work with. */
export interface Signal {
  readonly id: string;
  readonly settings: Readonly<Record<string, Setting>>;
  /** Every field it reads. */
  readonly fields: readonly Field[];
  /** Of these, what a row is judged by: these cells are emphasised, and a mark on the row holds as long as they stay. */
  readonly judged: readonly Field[];
  readonly texts: Readonly<Record<Language, SignalTexts<Evidence>>>;
  readonly bill?: SignalBill<Evidence>;
  /** The chart that shows its findings. */
  readonly chart?: ChartKind;
  /** Whether a finding was judged by another limit than most, and is counted apart where findings are counted. */
  readonly isApart?: (evidence: Evidence) => boolean;
  /** Fields it lacks in a table that has these, as alternatives; none when it can run. */
  readonly missing: (has: (field: string) => boolean) => SignalResult['missing'];
  /** What an insight says when only a part of the findings it rests on still counts, from 0 to 1; `undefined` where nothing is left to say. */
  readonly restated?: (insight: Insight, left: number) => Insight | undefined;
  /** Reads a table once, to judge it under any thresholds. Both may throw: the engine isolates them. */
  readonly prepare: (table: Table, context: Context) => (settings: Readonly<Record<string, number>>) => SignalResult;
}

export interface Pattern {
  readonly id: string;
  /** What a person sees, neutral and the same everywhere. */
  readonly title: Text;
  /** Why it matters, in one or two sentences. */
  readonly why: Text;
  /** Whether it speaks of people, which is told to the client only on purpose. */
  readonly isAboutPeople?: boolean;
  /** Row tint and the stronger shade of the judged cells, as #RRGGBB. */
  readonly colour: { readonly row: string; readonly cell: string };
  readonly signals: readonly Signal[];
}

/** The thresholds that a signal is judged by: those that are given, else its own. */
export function limitsWith({ settings }: Pick<Signal, 'settings'>, given: Readonly<Record<string, number>> = {}): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const key of Object.keys(settings)) limits[key] = given[key] ?? settings[key]?.default ?? 0;
  return limits;
}
