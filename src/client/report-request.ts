import type { ClearestRow, ClientCopyRequest, ReportRequest, ReportSheet, TabAtScan } from '../api/requests.ts';
import { billOf } from '../audit/bill.ts';
import { type chartKinds, chartsOf, rowsOfPeriod } from '../audit/chart-data.ts';
import type { Report, SheetReport } from '../audit/report.ts';
import { shortfallId } from '../audit/shortfall.ts';
import type { Language } from '../i18n/language.ts';
import type { Finding } from '../patterns/engine/signal.ts';
import type { Table } from '../patterns/engine/table.ts';
import { gravity, type Severity } from '../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../patterns/index.ts';
import { fields } from '../table/fields.ts';
import { type Judged, resultSum, sumsOf, tabsAtScan } from './scan.ts';

/** Who decides is a delicate matter: the first pattern goes in only when it is asked for. */
export const usualPatterns: readonly number[] = patterns.map((_, index) => index + 1).filter((number) => number !== 1);

/** Rows that show a pattern; more do not make it clearer. */
const MOST_ROWS = 3;

/** Which charts belong to which pattern. */
const chartPattern: Readonly<Record<(typeof chartKinds)[number], number>> = { growth: 3, waiting: 4, leads: 2, prices: 5 };

/** What the report for the client is made of, of the chosen patterns alone: counts, numbers and row numbers, no cell of the sheet. */
export function reportRequest(judged: Judged, chosen: readonly number[], language: Language, now: number): ReportRequest {
  const { report, prepared } = judged;
  const tabs = tabsAtScan(judged).map(([sheet, scanned]) => {
    const results = sheet.results.filter(({ pattern }) => chosen.includes(pattern));
    return { scanned, sheet: { ...sheet, results } };
  });
  const sheets = tabs.map(({ sheet }) => sheet);
  const tables = new Map(prepared.sheets.flatMap(({ layout, read }) => (read ? [[layout.sheet, read.table] as const] : [])));
  const shortfalls = report.bill.filter(
    ({ signal, parts }) => signal === shortfallId && parts.every(({ pattern }) => chosen.includes(pattern)),
  );
  return {
    patterns: [...chosen],
    sheets: tabs.map(({ sheet, scanned }) => ({ ...scanned, ...countsOf(sheet, tables.get(sheet.sheet)) })),
    clearest: chosen.flatMap((number) => clearestOf(sheets, number, tables)),
    bill: sumsOf(billOf(sheets, shortfalls)),
    charts: chartsOf(prepared, { ...report, sheets }).filter(({ kind }) => chosen.includes(chartPattern[kind])),
    language,
    now,
  };
}

/** What a client's copy of a table leaves out: who people are, and notes to oneself. */
const privateFields = new Set(['decider', 'approver', 'responsible', 'note', 'parameter', 'value']);

/** The client's copy of each audited table in which the chosen patterns were found: recognised columns that tell of no person. */
export function clientCopies(judged: Judged, chosen: readonly number[], language: Language): readonly ClientCopyRequest[] {
  return tabsAtScan(judged).flatMap(([{ sheet, results }, scanned]): readonly ClientCopyRequest[] => {
    const layout = judged.prepared.sheets.find((one) => one.layout.sheet === sheet)?.layout;
    const isFound = results.some(({ pattern, findings }) => chosen.includes(pattern) && findings.length > 0);
    if (!layout || !isFound) return [];
    const isOfLeads = layout.columns.some(({ field }) => field === 'leadAt');
    const shown = layout.columns
      .filter(({ field }) => field !== null && !privateFields.has(field) && !(isOfLeads && kindOf(field) === 'text'))
      .map(({ index }) => index);
    if (shown.length === 0) return [];
    return [{ ...scanned, shown: [...shown].sort((one, other) => one - other), ...(isOfLeads ? { isOfLeads } : {}), language }];
  });
}

const kindOf = (fieldId: string) => fields.find(({ id }) => id === fieldId)?.kind;

/** Names of bloggers and accounts that a copy of this table shows. */
export function namesIn({ prepared }: Pick<Judged, 'prepared'>, { sheet, shown }: ClientCopyRequest): readonly string[] {
  const one = prepared.sheets.find(({ layout }) => layout.sheet === sheet);
  const named = one?.layout.columns.filter(({ index, field }) => shown.includes(index) && (field === 'placement' || field === 'account'));
  return [...new Set((named ?? []).flatMap(({ field }) => one?.read?.table.columns.get(field ?? '')?.texts ?? []))].filter(Boolean);
}

/** Tabs and row numbers that a report names, for the person who is about to send it: `Заявки: 8, 14`. */
export function namedRows({ clearest }: ReportRequest): readonly string[] {
  const rows = new Map<string, Set<number>>();
  for (const { sheet, row } of clearest) if (row !== null) rows.set(sheet, (rows.get(sheet) ?? new Set()).add(row));
  return [...rows].map(([sheet, own]) => `${sheet}: ${[...own].sort((one, other) => one - other).join(', ')}`);
}

function countsOf({ rowsAudited, results }: SheetReport, table: Table | undefined): Omit<ReportSheet, keyof TabAtScan> {
  const times = table
    ? rowsOfPeriod(table)
        .flatMap((index) => timeAt(table, index) ?? [])
        .sort((one, other) => one - other)
    : [];
  const [from, to] = [times[0], times[times.length - 1]];
  const found = results
    .filter(({ findings }) => findings.length > 0)
    .map(({ signal, findings }) => {
      const severity = findings.reduce<Severity>((worst, one) => (gravity[one.severity] < gravity[worst] ? one.severity : worst), 'minor');
      return { signal, rows: findings.length, severity };
    });
  return {
    rowsAudited,
    accounts: table ? new Set(table.accounts).size : 0,
    ...(from === undefined || to === undefined ? {} : { from, to }),
    results: results.map(resultSum),
    found,
  };
}

/** The gravest and dearest findings of a pattern, in the order of the sheet. */
function clearestOf(sheets: Report['sheets'], number: number, tables: ReadonlyMap<string, Table>): readonly ClearestRow[] {
  const costOf = (signal: string, { evidence }: Finding) => signalById(signal)?.signal.bill?.cost(evidence)?.amount ?? 0;
  const all = sheets.flatMap(({ sheet, results }) =>
    results
      .filter(({ pattern }) => pattern === number)
      .flatMap(({ signal, findings }) => findings.map((finding) => ({ sheet, signal, finding }))),
  );
  const rank = (one: (typeof all)[number]) => gravity[one.finding.severity];
  return [...all]
    .sort((one, other) => rank(one) - rank(other) || costOf(other.signal, other.finding) - costOf(one.signal, one.finding))
    .slice(0, MOST_ROWS)
    .sort((one, other) => (one.finding.row ?? 0) - (other.finding.row ?? 0))
    .map(({ sheet, signal, finding: { row, evidence } }): ClearestRow => {
      const table = tables.get(sheet);
      const index = table && row !== null ? table.rowNumbers.indexOf(row) : -1;
      const at = table && index >= 0 ? timeAt(table, index) : undefined;
      const decider = number === 1 && table && index >= 0 ? deciderAt(table, index) : undefined;
      return { sheet, row, signal, evidence, ...(at === undefined ? {} : { at }), ...(decider === undefined ? {} : { decider }) };
    });
}

function timeAt(table: Table, index: number): number | undefined {
  for (const field of ['publishedAt', 'day', 'leadAt', 'placedAt', 'sentAt']) {
    const time = table.columns.get(field)?.numbers?.[index];
    if (time !== undefined && !Number.isNaN(time)) return time;
  }
  return undefined;
}

/** People are letters, in the order in which the sheet first names them. */
function deciderAt(table: Table, index: number): number | undefined {
  const names = table.columns.get('decider')?.texts ?? [];
  const own = names[index];
  return own ? [...new Set(names.filter((name) => name !== ''))].indexOf(own) + 1 : undefined;
}
