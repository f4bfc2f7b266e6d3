/** What the report for the client is made of: counts, numbers, dates and topics of posts. No name, no phone, no row number but those asked for. */
import type { Language } from '../../i18n/language.ts';
import type { SignalResult } from '../../patterns/engine/signal.ts';
import type { BillSum } from '../../patterns/engine/signal-bill.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { type Evidence, gravity, type Severity } from '../../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { inertFollowers } from '../../patterns/vanity-metrics/inert-followers.ts';
import { type ChartData, chartsOf } from '../answer/chart-data.ts';
import type { Overview } from '../answer/overview.ts';
import { type Span, spanOf, spanOfTables } from '../answer/span.ts';
import { type NotChecked, notChecked, type TableKind } from '../answer/table-kinds.ts';
import { billOf } from '../bill/bill.ts';
import { shortfallId } from '../bill/shortfall.ts';
import { calendarFor } from '../engine/context.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import { auditSumOf, courseOf, remembered } from '../progress/history.ts';
import type { AuditSum } from '../progress/kept.ts';
import { type Progress, progressOf } from '../progress/progress.ts';
import type { BillLine, Report, SheetReport } from '../report.ts';
import { type AuditSettings, limitsOf } from '../settings.ts';
import { proposedClient } from './addressee.ts';
import { type Example, examplesOf } from './examples.ts';
import { type HeldRate, heldRateOf } from './held-rate.ts';

/** One table: how much of it was read, and what its rows cover. */
export interface TableFacts extends Span {
  readonly table: string;
  readonly rowsAudited: number;
}

/** A signal's result without its rows. */
export type SignalSum = Pick<SignalResult, 'signal' | 'outcome' | 'checkedRows' | 'missing'> & {
  readonly notJudged?: { readonly reason: string; readonly evidence: Evidence };
  readonly skipped: readonly { readonly reason: string; readonly field?: string; readonly rows: number }[];
  readonly explained: number;
  /** The gravest; absent where nothing was found. */
  readonly severity?: Severity;
};

/** What could not be checked: for want of a kind of table, or in a tab. */
export type Unchecked =
  | { readonly code: 'no-table'; readonly kind: TableKind; readonly signals: readonly string[] }
  | { readonly code: 'not-judged'; readonly sheet: string; readonly result: SignalSum };

/** What a signal came to over all tabs. */
export interface Tally {
  readonly signal: string;
  /** Rows in which something was found, of how many judged; `explained` of them are no finding. */
  readonly rows: number;
  readonly of: number;
  /** Of these rows those that a limit of their own was held against. */
  readonly apart?: number;
  readonly explained: number;
  /** Findings, those about a whole table among them, and the gravest; absent where nothing was found. */
  readonly findings: number;
  readonly severity?: Severity;
  /** What the gravest one about a whole table says. */
  readonly remark?: Evidence;
  /** The thresholds it was judged by. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface ReportFacts {
  /** Which patterns are in it, from 1: everything below is of these alone. */
  readonly patterns: readonly number[];
  /** For whom and by whom; empty where nobody said. */
  readonly client: string;
  readonly author: string;
  /** Of when, in the user's words; empty where those of the rows will do. */
  readonly period: string;
  readonly span: Span;
  readonly sheets: readonly TableFacts[];
  readonly tallies: readonly Tally[];
  readonly unchecked: readonly Unchecked[];
  /** The engagement rate kept up: something good to say. */
  readonly heldRate?: HeldRate;
  /** What the first table that has numbers says without being judged: numbers alone, no text of a cell. */
  readonly overview?: Pick<Overview, 'rate' | 'figures' | 'pace'>;
  readonly examples: readonly Example[];
  /** In how many rows something of each pattern was found, whatever number of its signals found it there. */
  readonly foundRows: readonly { readonly pattern: number; readonly rows: number }[];
  readonly bill: readonly (BillSum & Pick<BillLine, 'signal'>)[];
  readonly charts: readonly ChartData[];
  /** Something was found by the usual working hours, for nobody stated the client's. */
  readonly hasAssumedHours: boolean;
  /** How agreements of these patterns go, and what the audits of each month found. */
  readonly progress: readonly Progress[];
  readonly course: readonly AuditSum[];
  /** Examples carry the numbers of their rows: tables that show them are attached. */
  readonly isNumbered: boolean;
  readonly language: Language;
  /** Wall time of the audit. */
  readonly now: number;
}

export interface ReportChoice {
  readonly patterns: readonly number[];
  readonly settings: AuditSettings;
  readonly isNumbered?: boolean;
  readonly language: Language;
  readonly now: number;
}

/** Number of the pattern whose findings a chart shows: it stands there. */
export const chartPattern = ({ kind }: Pick<ChartData, 'kind'>): number =>
  patterns.findIndex(({ signals }) => signals.some(({ chart }) => chart === kind)) + 1;

export function factsOf(prepared: PreparedAudit, report: Report, choice: ReportChoice): ReportFacts {
  const { patterns: chosen, settings, language, now, isNumbered = false } = choice;
  const isChosen = (signal: string) => chosen.includes(signalById(signal)?.number ?? 0);
  const calendar = calendarFor(prepared, settings);
  const heldRate = isChosen(inertFollowers.id) ? heldRateOf(prepared) : undefined;
  const tables = new Map(prepared.sheets.flatMap(({ layout, read }) => (read ? [[layout.sheet, read.table] as const] : [])));
  const ofChosen = (sheet: SheetReport) => ({ ...sheet, results: sheet.results.filter(({ pattern }) => chosen.includes(pattern)) });
  const sheets = report.sheets
    .filter(({ results }) => results.some(({ outcome }) => outcome === 'found' || outcome === 'clear'))
    .map(ofChosen);
  const [told] = sheets.flatMap(({ overview }) => (overview ? numbersOf(overview) : []));
  // What the rows together lack counts only where all of them are spoken of.
  const shortfalls = report.bill.filter(
    ({ signal, parts }) => signal === shortfallId && parts.every(({ pattern }) => chosen.includes(pattern)),
  );
  return {
    patterns: [...chosen],
    client: settings.report?.client ?? proposedClient(prepared, ''),
    author: settings.report?.author ?? '',
    period: settings.report?.period ?? '',
    span: spanOf(prepared),
    sheets: sheets.map((sheet) => tableFacts(sheet, tables.get(sheet.sheet))),
    tallies: chosen.flatMap((number) => (patterns[number - 1]?.signals ?? []).map(({ id }) => tallyOf(id, sheets, settings))),
    unchecked: notChecked(report.sheets.map(ofChosen)).map(uncheckedOf),
    ...(heldRate ? { heldRate } : {}),
    ...(told ? { overview: told } : {}),
    foundRows: chosen.map((pattern) => ({ pattern, rows: foundRowsOf(sheets, pattern) })),
    examples: chosen.flatMap((number) => examplesOf(sheets, number, tables, settings, isNumbered)),
    bill: billOf(sheets, shortfalls).map(({ parts, ...sum }) => ({ ...sum, rows: parts.length })),
    charts: chartsOf(prepared, { ...report, sheets }, calendar, settings).filter((chart) => chosen.includes(chartPattern(chart))),
    hasAssumedHours: sheets.some(({ results }) =>
      results.some(({ findings }) => findings.some(({ evidence }) => evidence.assumed === true)),
    ),
    progress: progressOf(prepared, settings).filter(({ agreement: { signal } }) => isChosen(signal)),
    course: courseOf(remembered(settings.history ?? [], auditSumOf(report, now))).map(({ counts, ...sum }) => ({
      ...sum,
      counts: counts.filter(({ signal }) => isChosen(signal)),
      bill: sum.bill.filter(({ signal }) => isChosen(signal)),
    })),
    isNumbered,
    language,
    now,
  };
}

/** A signal's result without its rows. */
export const signalSum = ({ signal, outcome, findings, checkedRows, missing, notJudged, skipped, explained }: SignalResult): SignalSum => ({
  ...{ signal, outcome, checkedRows, missing, explained: explained.length },
  ...(notJudged ? { notJudged: { reason: notJudged.reason, evidence: notJudged.evidence } } : {}),
  ...(findings.length > 0 ? { severity: gravest(findings) } : {}),
  skipped: skipped.map(({ rows, ...skip }) => ({ ...skip, rows: rows.length })),
});

const worstOf = (findings: SignalResult['findings']): SignalResult['findings'][number] | undefined =>
  findings.reduce<SignalResult['findings'][number] | undefined>(
    (worst, one) => (worst === undefined || gravity[one.severity] < gravity[worst.severity] ? one : worst),
    undefined,
  );

const gravest = (findings: SignalResult['findings']): Severity => worstOf(findings)?.severity ?? 'minor';

const uncheckedOf = (line: NotChecked<SignalResult>): Unchecked =>
  'kind' in line ? { code: 'no-table', ...line } : { code: 'not-judged', sheet: line.sheet, result: signalSum(line.result) };

const numbersOf = ({ rate, figures, pace }: Overview): readonly NonNullable<ReportFacts['overview']>[] =>
  rate || pace || figures.length > 0 ? [{ figures, ...(rate ? { rate } : {}), ...(pace ? { pace } : {}) }] : [];

const foundRowsOf = (sheets: readonly SheetReport[], pattern: number): number =>
  sheets.reduce((sum, { results }) => {
    const findings = results.filter((result) => result.pattern === pattern).flatMap((result) => result.findings);
    return sum + new Set(findings.flatMap(({ row }) => row ?? [])).size;
  }, 0);

const tableFacts = ({ sheet, rowsAudited }: SheetReport, table: Table | undefined): TableFacts => ({
  table: sheet,
  rowsAudited,
  ...spanOfTables(table ? [table] : []),
});

export function tallyOf(signal: string, sheets: readonly SheetReport[], settings: AuditSettings): Tally {
  const own = sheets.flatMap(({ results }) => results.filter((result) => result.signal === signal));
  const findings = own.flatMap((result) => result.findings);
  const sum = (count: (result: (typeof own)[number]) => number) => own.reduce((total, result) => total + count(result), 0);
  const isApart = signalById(signal)?.signal.isApart;
  const apart = findings.filter(({ evidence }) => isApart?.(evidence)).length;
  const remark = worstOf(findings.filter(({ row }) => row === null));
  return {
    signal,
    rows: findings.filter(({ row }) => row !== null).length,
    of: sum(({ checkedRows }) => checkedRows),
    explained: sum(({ explained }) => explained.length),
    ...(apart > 0 ? { apart } : {}),
    findings: findings.length,
    ...(findings.length > 0 ? { severity: gravest(findings) } : {}),
    ...(remark ? { remark: remark.evidence } : {}),
    limits: limitsOf(signal, settings),
  };
}
