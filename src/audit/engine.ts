import type { WallTime } from '../base/dates.ts';
import { grouped } from '../base/groups.ts';
import { isUnreadable, readWorkingHours } from '../base/working-hours.ts';
import { type Calendar, defaultCalendar } from '../base/working-time.ts';
import type { Zone } from '../base/zone.ts';
import { type Join, joinTables } from '../joining/join.ts';
import { createTable } from '../patterns/engine/create-table.ts';
import { type Context, limitsWith, type Signal, type SignalResult } from '../patterns/engine/signal.ts';
import type { Table } from '../patterns/engine/table.ts';
import { patterns, signalById } from '../patterns/index.ts';
import type { ClientFacts } from '../patterns/shared/client.ts';
import { createPeople } from '../patterns/shared/people.ts';
import { followers, parameter, parameterValue } from '../table/fields.ts';
import { markKey } from '../table/identity.ts';
import { type ReadTable, readTable, type SheetCells } from '../table/reading/read-table.ts';
import type { SheetLayout } from '../table/recognition/layout.ts';
import type { TableContent } from '../table/table.ts';
import { billOf } from './bill.ts';
import { type ClientFactName, type ClientSettings, clientFactNames, readClientTab } from './client-tab.ts';
import { forClient } from './client-table.ts';
import { gainFields } from './followers-from-gains.ts';
import { type Overview, overviewOf } from './overview.ts';
import type { Assumption, Report, SheetReport } from './report.ts';
import type { AuditSettings } from './settings.ts';
import { shortfallOf, type UsualEngagements, usualEngagements } from './shortfall.ts';
import { kindsOf } from './table-kinds.ts';

/** One sheet as it came: where its table stands, and the cells below the header; no cells where there is nothing to audit. */
export interface AuditInput {
  readonly layout: SheetLayout;
  readonly cells?: SheetCells;
  /** Read for what it says of the client only, not audited itself. */
  readonly isContext?: boolean;
}

/** What the audit may know of the world. Without `now` nothing that is still open is judged. */
export interface Surroundings {
  readonly zone: Zone;
  readonly now: WallTime | undefined;
}

/** Sheets read into typed tables: what stays the same while thresholds are moved. */
export interface PreparedAudit {
  readonly surroundings: Surroundings;
  /** Tabs that belong together: what one lent to another, and what it could. */
  readonly joins: readonly Join[];
  readonly sheets: readonly { readonly layout: SheetLayout; readonly read?: PreparedTable; readonly isContext?: boolean }[];
}

/** A table as it was read, and as the signals see it. */
export type PreparedTable = Omit<ReadTable, 'table'> & {
  readonly table: Table;
  /** The same without what other tabs lent it. */
  readonly alone: Table;
};

/** Audits sheets end to end. Where thresholds are moved repeatedly, call `prepareAudit` once and `judge` each time. */
export function audit(inputs: readonly AuditInput[], settings: AuditSettings, surroundings: Surroundings): Report {
  return judge(prepareAudit(inputs, settings, surroundings), settings);
}

/** Reads every cell once, and joins what belongs together. Depends on the settings' columns, formats, period and joins only. */
export function prepareAudit(inputs: readonly AuditInput[], settings: AuditSettings, surroundings: Surroundings): PreparedAudit {
  const sheets = inputs.map(({ layout, cells, isContext = false }) => {
    if (layout.problem || !cells) return { layout, isContext };
    const formats = settings.formats?.[layout.sheet];
    const read = readTable(layout, cells, { ...surroundings, ...(formats ? { formats } : {}), period: settings.period });
    return { layout, isContext, read };
  });
  const { tables, joins } = joinTables(
    sheets.flatMap(({ read }) => (read ? [read.table] : [])),
    settings.joins,
  );
  const joined = new Map(tables.map((table) => [table.sheet, table] as const));
  return {
    surroundings,
    joins,
    sheets: sheets.map(({ read, ...sheet }) => {
      if (!read) return sheet;
      const alone = createTable(read.table);
      const table = joined.get(read.table.sheet);
      return { ...sheet, read: { ...read, alone, table: table && table !== read.table ? createTable(table) : alone } };
    }),
  };
}

/** Runs every signal over every table. A signal that throws is a failed result; the others go on. */
export const judge = (prepared: PreparedAudit, settings: AuditSettings): Report => createJudge(prepared)(settings);

/** Judges the same sheets again and again: when a threshold moves, only its own signal runs anew; when only marks change, none does. */
export function createJudge(prepared: PreparedAudit): (settings: AuditSettings) => Report {
  const kept = new Map<string, { readonly thresholds: string; readonly result: SignalResult }>();
  const judges = new Map<string, (own: Readonly<Record<string, number>>) => SignalResult>();
  const fitting = new Map<Table, Table>();
  let keptFor = '';
  // What is described rests on cells and on which columns lack, not on limits.
  const overviews = new Map<TableContent, Overview>();
  const overviewFor: typeof overviewOf = (table, results) => {
    const known = overviews.get(table) ?? overviewOf(table, results);
    overviews.set(table, known);
    return known;
  };
  // How far posts are below their neighbours depends on no setting.
  const compared = new Map<string, UsualEngagements>();
  const comparedTo = (sheet: string) => {
    const table = prepared.sheets.find(({ layout }) => layout.sheet === sheet)?.read?.table;
    const known = compared.get(sheet) ?? (table ? usualEngagements(table) : () => undefined);
    compared.set(sheet, known);
    return known;
  };
  return (settings) => {
    const { context, assumptions, facts } = contextOf(prepared, settings);
    const surroundings = JSON.stringify([settings.client, settings.people]);
    if (surroundings !== keptFor) {
      kept.clear();
      judges.clear();
      fitting.clear();
      overviews.clear();
    }
    keptFor = surroundings;
    const run = (signal: Signal, read: PreparedTable): SignalResult => {
      const table = judgesOwnColumns(signal, read.alone) ? read.table : read.alone;
      const own = settings.thresholds?.[signal.id] ?? {};
      const key = `${signal.id} ${table.sheet}`;
      const thresholds = JSON.stringify(own);
      const known = kept.get(key);
      if (known?.thresholds === thresholds) return known.result;
      const ownTable = fitting.get(table) ?? forClient(table, context.client);
      fitting.set(table, ownTable);
      const judgeTable = judges.get(key) ?? prepareIsolated(signal, ownTable, context);
      const result = judgeTable(own);
      judges.set(key, judgeTable);
      kept.set(key, { thresholds, result });
      return result;
    };
    const sheets = prepared.sheets
      .filter(({ isContext }) => !isContext)
      .map(({ layout, read }) =>
        judgeSheet(
          layout,
          read,
          (signal, prepared) => withoutMarked(signal, run(signal, prepared), prepared.table, settings.marks),
          overviewFor,
        ),
      );
    return {
      sheets,
      bill: billOf(
        sheets,
        sheets.flatMap((sheet) => shortfallOf(sheet, comparedTo(sheet.sheet))),
      ),
      insights: sheets.flatMap(({ sheet, results }) =>
        results.flatMap(({ signal, insights }) => insights.map((insight) => ({ ...insight, sheet, signal }))),
      ),
      assumptions: [...assumptions, ...joinAssumptions(prepared), ...sheets.flatMap((sheet) => columnAssumptions(sheet, facts))],
    };
  };
}

/** Fields that tell rows apart, whatever is judged: having them makes no signal a matter of this table. */
const keys: ReadonlySet<string> = new Set([
  'publishedAt',
  'day',
  'title',
  'link',
  'postId',
  'account',
  'platform',
  'placement',
  'currency',
]);

/** Whether a signal is a matter of this table and not only of the columns that others lent it: those are judged where they stand. */
const judgesOwnColumns = (signal: Signal, { fields }: Table): boolean =>
  signal.missing((field) => fields.has(field)).length === 0 || signal.judged.some(({ id }) => fields.has(id) && !keys.has(id));

/** What was joined or could be, of the tabs that are audited. */
function joinAssumptions({ joins, sheets }: PreparedAudit): readonly Assumption[] {
  const audited = new Set(sheets.flatMap(({ layout, isContext }) => (isContext ? [] : [layout.sheet])));
  return joins
    .filter(({ to }) => audited.has(to))
    .map(({ to, from, by, matched, of, fields }): Assumption => {
      const found = { sheet: to, from, by, matched, of };
      return fields.length > 0 ? { code: 'joined', ...found, fields } : { code: 'join-offered', ...found };
    });
}

/** One signal over every table under limits of its own, all rows of it in whatever period: to compare times. */
export function judgeSignal(
  prepared: PreparedAudit,
  settings: AuditSettings,
  id: string,
  limits: Readonly<Record<string, number>>,
): readonly { readonly table: Table; readonly result: SignalResult }[] {
  const signal = signalById(id)?.signal;
  const { context } = contextOf(prepared, settings);
  return prepared.sheets.flatMap(({ read, isContext }) => {
    if (!signal || !read || isContext) return [];
    const { inPeriod: _, ...whole } = judgesOwnColumns(signal, read.alone) ? read.table : read.alone;
    const table = createTable(whole);
    return [
      {
        table,
        result: withoutMarked(signal, prepareIsolated(signal, forClient(table, context.client), context)(limits), table, settings.marks),
      },
    ];
  });
}

function judgeSheet(
  layout: SheetLayout,
  read: PreparedTable | undefined,
  run: (signal: Signal, read: PreparedTable) => SignalResult,
  overviewFor: typeof overviewOf,
): SheetReport {
  if (!read || read.table.length === 0) {
    return {
      sheet: layout.sheet,
      problem: layout.problem ?? 'no-data',
      rowsAudited: 0,
      leftOut: read?.leftOut ?? [],
      columns: layout.columns,
      kinds: [],
      results: [],
    };
  }
  const { table, columns, leftOut, endRow } = read;
  const { headerRow, firstColumn, lastColumn } = layout;
  const results = patterns.flatMap((pattern, index) => pattern.signals.map((signal) => ({ ...run(signal, read), pattern: index + 1 })));
  const outside = table.inPeriod ? [...table.rowNumbers].filter((_, index) => table.inPeriod?.[index] === 0) : [];
  return {
    sheet: layout.sheet,
    area: { headerRow, firstColumn, lastColumn, endRow },
    kinds: kindsOf(columns.map(({ field }) => field)),
    rowsAudited: table.length - outside.length,
    leftOut: outside.length > 0 ? [...leftOut, { reason: 'outside-period', rows: outside }] : leftOut,
    columns,
    ...(layout.source === undefined ? {} : { source: layout.source }),
    results,
    overview: overviewFor(table, results),
  };
}

/** A signal over a table, with a failed result instead of an exception. */
function prepareIsolated(signal: Signal, table: Table, context: Context): (own: Readonly<Record<string, number>>) => SignalResult {
  const nothing = { findings: [], checkedRows: 0, skipped: [], missing: [], explained: [], insights: [] };
  // What was thrown may quote a cell, so it is neither kept nor shown.
  const failed = (): SignalResult => ({ signal: signal.id, outcome: 'failed', ...nothing });
  const isolated = <Result>(work: () => Result, otherwise: () => Result): Result => {
    try {
      return work();
    } catch {
      return otherwise();
    }
  };
  const judge = isolated(
    () => signal.prepare(table, context),
    () => failed,
  );
  return (own) => isolated(() => judge(limitsWith(signal, own)), failed);
}

/** Moves findings that the user marked as innocent to the explained ones. */
function withoutMarked(signal: Signal, result: SignalResult, table: Table, marks: AuditSettings['marks']): SignalResult {
  if (!marks || result.findings.length === 0) return result;
  const judged = signal.judged.map(({ id }) => id);
  const indexOf = new Map(Array.from(table.rowNumbers, (row, index) => [row, index] as const));
  const explained = [...result.explained];
  const findings = result.findings.filter(({ row }) => {
    const index = row === null ? undefined : indexOf.get(row);
    const why = index === undefined ? undefined : marks[markKey(signal.id, table, index, judged)];
    if (why === undefined || row === null) return true;
    explained.push({ row, why });
    return false;
  });
  if (explained.length === result.explained.length) return result;
  return {
    ...result,
    findings,
    explained,
    insights: restated(signal, result, findings, table),
    outcome: findings.length > 0 ? 'found' : result.outcome === 'found' ? 'clear' : result.outcome,
  };
}

/** Insights that rest on findings, after some of them were marked: each by what is left of its own account's. */
function restated(
  signal: Signal,
  before: SignalResult,
  left: SignalResult['findings'],
  { rowNumbers, accounts }: Table,
): SignalResult['insights'] {
  const { restated: restate } = signal;
  if (!restate) return before.insights;
  const accountOf = (row: unknown) => accounts[rowNumbers.indexOf(Number(row))];
  return before.insights.flatMap((insight) => {
    const { row: first } = insight.evidence;
    const weight = (findings: SignalResult['findings']) =>
      findings
        .filter(({ row }) => first === undefined || accountOf(row) === accountOf(first))
        .reduce((sum, { evidence }) => sum + (signal.bill?.cost(evidence)?.amount ?? 0), 0);
    const all = weight(before.findings);
    return restate(insight, all > 0 ? weight(left) / all : 1) ?? [];
  });
}

/** What is known of the client, and for what the settings leave empty the tab that states it. */
export function clientFacts(
  { sheets }: PreparedAudit,
  settings: AuditSettings,
): {
  readonly facts: ClientSettings;
  readonly tabs: ReadonlyMap<ClientFactName, string>;
  /** Stated in a form that cannot be read, and nowhere else. */
  readonly unreadable: ReadonlyMap<ClientFactName, string>;
} {
  const unreadable = new Map<ClientFactName, string>();
  const tabs = new Map<ClientFactName, string>();
  let facts = settings.client ?? {};
  for (const { read } of sheets) {
    if (!read?.table.columns.has(parameter.id) || !read.table.columns.has(parameterValue.id)) continue;
    const { facts: stated, unreadable: own } = readClientTab(read.table);
    for (const fact of own) unreadable.set(fact, read.table.sheet);
    for (const key of clientFactNames) if (key in stated && !(key in facts)) tabs.set(key, read.table.sheet);
    facts = { ...stated, ...facts };
  }
  for (const key of clientFactNames) if (key in facts) unreadable.delete(key);
  return { facts, tabs, unreadable };
}

/** When the client works, as the settings or the client tab say. */
export const calendarFor = (prepared: PreparedAudit, settings: AuditSettings): Calendar =>
  calendarOf(clientFacts(prepared, settings).facts);

function calendarOf({ workingHours, daysOff: days = [] }: ClientSettings): Calendar {
  const daysOff = days.length > 0 ? `; ${days.join(', ')}` : '';
  const stated = readWorkingHours((workingHours ?? 'Mon-Fri 10:00-19:00') + daysOff);
  return (workingHours === undefined && daysOff === '') || isUnreadable(stated) ? defaultCalendar : stated;
}

/** The context of every signal; what is assumed is listed. */
function contextOf(
  prepared: PreparedAudit,
  settings: AuditSettings,
): {
  context: Context;
  assumptions: readonly Assumption[];
  facts: ClientSettings;
} {
  const { surroundings } = prepared;
  const { facts, tabs, unreadable } = clientFacts(prepared, settings);
  const assumptions: Assumption[] = [
    { code: 'time-zone', zone: surroundings.zone.id },
    ...(surroundings.now === undefined ? [] : [{ code: 'as-of' as const, at: surroundings.now }]),
    ...[...grouped(tabs, ([, sheet]) => sheet)].map(
      ([sheet, facts]): Assumption => ({ code: 'client-tab', sheet, facts: facts.map(([fact]) => fact) }),
    ),
    ...[...unreadable].map(([fact, sheet]): Assumption => ({ code: 'unreadable-fact', sheet, fact })),
  ];
  const calendar = calendarOf(facts);
  if (facts.workingHours === undefined && !unreadable.has('workingHours')) assumptions.push({ code: 'calendar' });
  const client: ClientFacts = {
    target: facts.target ?? 'city',
    ...(facts.city === undefined ? {} : { city: facts.city }),
    ...(facts.age === undefined ? {} : { age: facts.age }),
    ...(facts.followers === undefined ? {} : { followers: facts.followers }),
    ...(facts.scope === undefined ? {} : { scope: facts.scope }),
    ...(facts.adBudget === undefined
      ? {}
      : {
          adBudget: {
            amount: facts.adBudget,
            period: facts.adBudgetPeriod ?? 'total',
            ...(facts.adBudgetCurrency === undefined ? {} : { currency: facts.adBudgetCurrency }),
          },
        }),
  };
  return { context: { ...surroundings, calendar, client, people: createPeople(settings.people) }, assumptions, facts };
}

/** How each column was read, where its cells needed or lacked a decision. */
function columnAssumptions({ sheet, columns, source }: SheetReport, facts: ClientSettings): readonly Assumption[] {
  const ofColumns = columns.flatMap(({ header, decimal, dates, rate }): Assumption[] => {
    const found: Assumption[] = [];
    const place = { sheet, column: header };
    if (rate) found.push({ code: 'rate-of', ...place, rate });
    if (decimal && decimal.decidedBy !== 'not-needed' && decimal.decidedBy !== 'whole-numbers') {
      const { comma, dot, either } = decimal.evidence;
      const [only, against] = decimal.decimalMark === ',' ? [comma, dot] : [dot, comma];
      const mark = decimal.decimalMark;
      found.push({ code: 'decimal-mark', ...place, ...(mark ? { mark } : {}), votes: { only, against, either } });
    }
    if (dates && dates.decidedBy !== 'not-needed') {
      const { dayFirst, monthFirst, either } = dates.evidence;
      const [only, against] = dates.order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
      found.push({ code: 'date-order', ...place, ...(dates.order ? { order: dates.order } : {}), votes: { only, against, either } });
    }
    if (dates && dates.yearsInferred > 0) found.push({ code: 'years', ...place, count: dates.yearsInferred });
    return found;
  });
  const gains = columns.find(({ field }) => gainFields.some((id) => id === field));
  if (facts.followers !== undefined && gains && !columns.some(({ field }) => field === followers.id))
    ofColumns.push({ code: 'counted-back', sheet, column: gains.header, followers: facts.followers });
  return source === undefined ? ofColumns : [...ofColumns, { code: 'not-exported', sheet, source }];
}
