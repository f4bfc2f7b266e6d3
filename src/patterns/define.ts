import type { WallTime } from '../base/dates.ts';
import { CellState } from '../base/numbers.ts';
import type { Calendar } from '../base/working-time.ts';
import type { Zone } from '../base/zone.ts';
import type { Language, Text } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import type { ClientFacts } from './client.ts';
import type { Field, FieldKind, ValueOfKind } from './columns.ts';
import type { People } from './people.ts';
import type { Table, TypedColumn } from './table.ts';

export type Severity = 'minor' | 'serious' | 'critical';

/** For sorting: the gravest first. */
export const gravity: Readonly<Record<Severity, number>> = { critical: 0, serious: 1, minor: 2 };

/** Numbers, yes/no and code words behind a finding: plain JSON, never a person's name or a cell's text. */
export type Evidence = Readonly<Record<string, number | string | boolean>>;

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

/** What a signal may know besides the table. It has no clock of its own: without `now`, what is still open is not judged. */
export interface Context {
  readonly now: WallTime | undefined;
  readonly zone: Zone;
  readonly calendar: Calendar;
  readonly client: ClientFacts;
  readonly people: People;
}

export interface Found<E extends Evidence = Evidence> {
  readonly kind: 'found';
  readonly severity: Severity;
  readonly evidence: E;
}

/** What came up has an innocent reason that the sheet itself states: reported as such, never silently dropped. */
export interface Explained {
  readonly kind: 'explained';
  readonly why: string;
}

/** The row has its cells but cannot be judged; `reason` is a key of the signal's `unclear` texts. */
export interface Unclear {
  readonly kind: 'unclear';
  readonly reason: string;
}

/** The table as a whole cannot be judged; `reason` is a key of the signal's `notJudged` texts. */
export interface NotJudged {
  readonly kind: 'not-judged';
  readonly reason: string;
  readonly evidence: Evidence;
}

/** Nothing to say about the row is `undefined`. */
export type Verdict<E extends Evidence = Evidence> = Found<E> | Explained | Unclear | undefined;

export const found = <E extends Evidence>(severity: Severity, evidence: E): Found<E> => ({ kind: 'found', severity, evidence });
export const explained = (why: string): Explained => ({ kind: 'explained', why });
export const unclear = (reason: string): Unclear => ({ kind: 'unclear', reason });
export const notJudged = (reason: string, evidence: Evidence = {}): NotJudged => ({ kind: 'not-judged', reason, evidence });

/** A column the signal can do without: `undefined` where the sheet has no such column or the cell is blank. */
export interface Optional<Kind extends FieldKind = FieldKind> {
  readonly optional: Field<Kind>;
}
export const optional = <Kind extends FieldKind>(field: Field<Kind>): Optional<Kind> => ({ optional: field });

type ColumnSpec = Readonly<Record<string, Field | Optional>>;
type Values<C extends ColumnSpec> = {
  readonly [K in keyof C]: C[K] extends Optional<infer Kind>
    ? ValueOfKind[Kind] | undefined
    : C[K] extends Field<infer Kind>
      ? ValueOfKind[Kind]
      : never;
};

/** One row as a signal sees it: the columns it asked for, and where the row stands. */
export type Row<C extends ColumnSpec = ColumnSpec> = Values<C> & {
  /** Position among the table's data rows. */
  readonly index: number;
  /** Row number in the sheet. */
  readonly row: number;
  /** Index of the row's account. */
  readonly account: number;
};

/** Rows to go through; they come into being when they are asked for. */
export type Rows<C extends ColumnSpec = ColumnSpec> = () => readonly Row<C>[];

type Thresholds<S> = { readonly [K in keyof S]: number };

/** What a finding cost, in the sheet's own units: a line of the bill. */
export interface Cost {
  readonly unit: 'money' | 'hours' | 'posts' | 'leads' | 'followers' | 'engagements';
  readonly amount: number;
  /** An interval, where the amount is an estimate. */
  readonly low?: number;
  readonly high?: number;
  readonly currency?: string;
  /** The same hours by the calendar, nights and days off included. */
  readonly byCalendar?: number;
}

/** Something worth knowing that accuses nobody: shown beside the findings, never highlighted. */
export interface Insight {
  readonly code: string;
  readonly evidence: Evidence;
}

export interface SignalTexts<E extends Evidence> {
  /** What the signal looks for, as a short heading. */
  readonly title: string;
  readonly finding: (evidence: E, words: Words) => string;
  /** One thing to do tomorrow. */
  readonly fix: string;
  /** Why a row could not be judged, by reason. */
  readonly unclear?: Readonly<Record<string, string>>;
  /** Why the table could not be judged, by reason. */
  readonly notJudged?: Readonly<Record<string, (evidence: Evidence, words: Words) => string>>;
  readonly insights?: Readonly<Record<string, (evidence: Evidence, words: Words) => string>>;
}

interface SignalDefinition<C extends ColumnSpec, S extends Readonly<Record<string, Setting>>, E extends Evidence, B> {
  readonly id: string;
  readonly columns: C;
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

export interface SignalResult {
  readonly signal: string;
  readonly outcome: 'found' | 'clear' | 'not-checked' | 'failed';
  readonly findings: readonly Finding[];
  readonly checkedRows: number;
  readonly skipped: readonly Skipped[];
  /** Ids of the fields that are not in the sheet, as alternatives: any one of these sets would do. */
  readonly missing: readonly (readonly string[])[];
  readonly explained: readonly { readonly row: number; readonly why: string }[];
  readonly notJudged?: NotJudged;
  readonly insights: readonly Insight[];
}

/** A signal with its types erased: what the engine, the sidebar and the docs work with. */
export interface Signal {
  readonly id: string;
  readonly settings: Readonly<Record<string, Setting>>;
  /** Every field it reads; the rule that emphasises its cells covers these columns. */
  readonly fields: readonly Field[];
  readonly texts: Readonly<Record<Language, SignalTexts<Evidence>>>;
  readonly cost?: (evidence: Evidence) => Cost | undefined;
  /** Fields it lacks in a table that has these, as alternatives; none when it can run. */
  readonly missing: (has: (field: string) => boolean) => SignalResult['missing'];
  /** Reads a table once, to judge it under any thresholds. Both may throw: the engine isolates them. */
  readonly prepare: (table: Table, context: Context) => (settings: Readonly<Record<string, number>>) => SignalResult;
}

export interface Pattern {
  readonly id: string;
  /** What a person sees, neutral and the same everywhere. */
  readonly title: Text;
  /** Why it matters, in one or two sentences. */
  readonly why: Text;
  /** Row tint and the stronger shade of the judged cells, as #RRGGBB. */
  readonly colour: { readonly row: string; readonly cell: string };
  readonly signals: readonly Signal[];
}

const fieldOf = (spec: Field | Optional): Field => ('optional' in spec ? spec.optional : spec);

/** Declares a signal: columns and settings first, a tiny judge, wording last. */
export function defineSignal<
  const C extends ColumnSpec,
  const S extends Readonly<Record<string, Setting>>,
  E extends Evidence,
  B = undefined,
>(definition: SignalDefinition<C, S, E, B>): Signal {
  const { id, columns, settings } = definition;
  const fields = Object.keys(columns).map((key) => fieldOf(columns[key] as Field | Optional));
  return {
    id,
    settings,
    fields,
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

function prepareSignal<C extends ColumnSpec, S extends Readonly<Record<string, Setting>>, E extends Evidence, B>(
  definition: SignalDefinition<C, S, E, B>,
  table: Table,
  context: Context,
): (settings: Thresholds<S>) => SignalResult {
  const blank: SignalResult = {
    signal: definition.id,
    outcome: 'not-checked',
    findings: [],
    checkedRows: 0,
    skipped: [],
    missing: [],
    explained: [],
    insights: [],
  };
  const missing = missingFields(definition, (field) => table.fields.has(field));
  if (missing.length > 0) return () => ({ ...blank, missing });

  const reader = rowReader(definition, table);
  const { complete, incomplete } = splitRows(reader, table);
  const isInPeriod = (index: number) => !table.inPeriod || table.inPeriod[index] === 1;
  const rows = () => reader.rowsAt(complete);
  const rowsOfPeriod = () => reader.rowsAt(new Int32Array(table.length).map((_, index) => index).filter(isInPeriod));
  const baseline = definition.baseline?.(rows, context, table) as B | NotJudged;

  return (settings) => {
    const lacking = isNotJudged(baseline) ? baseline : definition.tooFew?.(baseline, settings);
    if (isNotJudged(baseline) || lacking) return { ...blank, skipped: incomplete, ...(lacking ? { notJudged: lacking } : {}) };

    const findings: Finding[] = [];
    const explainedRows: { row: number; why: string }[] = [];
    const skipped = skippedRows();
    let checkedRows = 0;
    for (const index of complete) {
      if (!isInPeriod(index)) continue;
      const row = reader.lend(index);
      const verdict = definition.judge(row, settings, context, baseline);
      if (verdict?.kind === 'unclear') {
        skipped.add(row.row, verdict.reason);
        continue;
      }
      checkedRows++;
      if (verdict?.kind === 'found') findings.push({ row: row.row, severity: verdict.severity, evidence: verdict.evidence });
      else if (verdict?.kind === 'explained') explainedRows.push({ row: row.row, why: verdict.why });
    }
    const remarks = definition.remarks?.(rowsOfPeriod, settings, context, baseline) ?? [];
    for (const { severity, evidence } of remarks) findings.push({ row: null, severity, evidence });
    return {
      ...blank,
      outcome: findings.length > 0 ? 'found' : checkedRows > 0 ? 'clear' : 'not-checked',
      findings,
      checkedRows,
      skipped: [...incomplete, ...skipped.list()],
      explained: explainedRows,
      insights: definition.insights?.(rows, settings, context, baseline) ?? [],
    };
  };
}

function isNotJudged(value: unknown): value is NotJudged {
  return typeof value === 'object' && value !== null && (value as NotJudged).kind === 'not-judged';
}

function missingFields<C extends ColumnSpec>(
  { columns, needsOneOf = [] }: { readonly columns: C; readonly needsOneOf?: readonly (readonly (keyof C & string)[])[] },
  has: (field: string) => boolean,
): readonly (readonly string[])[] {
  const absent = (keys: readonly string[]) => keys.map((key) => fieldOf(columns[key] as Field | Optional).id).filter((id) => !has(id));
  const required = absent(Object.keys(columns).filter((key) => !('optional' in (columns[key] as Field | Optional))));
  if (required.length > 0) return [required];
  const choices = needsOneOf.map(absent);
  if (choices.some((choice) => choice.length === 0)) return [];
  const fewest = Math.min(...choices.map((choice) => choice.length));
  return choices.filter((choice) => choice.length === fewest);
}

/** Rows left out, grouped by reason and field. */
function skippedRows() {
  const groups = new Map<string, { reason: string; field?: string; rows: number[] }>();
  return {
    add(row: number, reason: string, field?: string): void {
      const key = `${reason} ${field ?? ''}`;
      const group = groups.get(key) ?? { reason, ...(field === undefined ? {} : { field }), rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    },
    list: (): readonly Skipped[] => [...groups.values()],
  };
}

const skipReasons: Readonly<Record<number, string>> = {
  [CellState.blank]: 'blank',
  [CellState.unreadable]: 'unreadable',
  [CellState.undecided]: 'undecided',
};

interface RowReader<C extends ColumnSpec> {
  readonly rowsAt: (indexes: Int32Array) => readonly Row<C>[];
  /** The same object every time, with the values of this row: judging a hundred thousand rows makes no garbage. */
  readonly lend: (index: number) => Row<C>;
  /** The first required column whose cell is not known. */
  readonly absentAt: (index: number) => TypedColumn | undefined;
}

function rowReader<C extends ColumnSpec>({ columns }: { readonly columns: C }, table: Table): RowReader<C> {
  /** A row is a place in the table; its values are read from the columns when a signal asks. */
  class TableRow {
    // Declared only: a field of its own would be defined, slowly, for every row.
    declare index: number;
    constructor(index: number) {
      this.index = index;
    }
    get row() {
      return table.rowNumbers[this.index];
    }
    get account() {
      return table.accounts[this.index];
    }
  }
  const required: { readonly column: TypedColumn | undefined; readonly read: (index: number) => unknown }[] = [];
  for (const key of Object.keys(columns)) {
    const spec = columns[key] as Field | Optional;
    const column = table.columns.get(fieldOf(spec).id);
    const read = column ? valueReader(column) : () => undefined;
    if (!('optional' in spec)) required.push({ column, read });
    Object.defineProperty(TableRow.prototype, key, {
      get(this: TableRow) {
        return read(this.index);
      },
    });
  }
  const lent = new TableRow(0);
  // The getters just defined give it the shape that the spec promises.
  const asRow = (row: TableRow) => row as unknown as Row<C>;
  return {
    rowsAt: (indexes) => {
      // A plain loop: `Array.from` with a function is several times slower.
      const rows = new Array<Row<C>>(indexes.length);
      for (let place = 0; place < rows.length; place++) rows[place] = asRow(new TableRow(indexes[place] ?? 0));
      return rows;
    },
    lend: (index) => {
      lent.index = index;
      return asRow(lent);
    },
    absentAt: (index) => required.find(({ read }) => read(index) === undefined)?.column,
  };
}

/** Rows whose required cells are known, and why the others of the period are left out. */
function splitRows<C extends ColumnSpec>({ absentAt }: RowReader<C>, table: Table) {
  const complete = new Int32Array(table.length);
  const skipped = skippedRows();
  let count = 0;
  for (let index = 0; index < table.length; index++) {
    const absent = absentAt(index);
    if (absent === undefined) complete[count++] = index;
    else if (!table.inPeriod || table.inPeriod[index] === 1)
      skipped.add(table.rowNumbers[index] ?? 0, skipReasons[absent.states[index] ?? CellState.blank] ?? 'blank', absent.field.id);
  }
  return { complete: complete.subarray(0, count), incomplete: skipped.list() };
}

function valueReader({ numbers, texts, flags }: TypedColumn): (index: number) => number | string | boolean | undefined {
  if (numbers) {
    return (index) => {
      const value = numbers[index];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    };
  }
  if (texts) return (index) => texts[index] || undefined;
  return (index) => (flags?.[index] === 1 ? true : flags?.[index] === 0 ? false : undefined);
}
