import { createTable } from '../../patterns/engine/create-table.ts';
import type { Signal, SignalResult } from '../../patterns/engine/signal.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import type { SheetLayout } from '../../table/recognition/layout.ts';
import type { TableContent } from '../../table/table.ts';
import { type Overview, overviewOf } from '../answer/overview.ts';
import { kindsOf } from '../answer/table-kinds.ts';
import { withArrivals } from '../bill/arrivals.ts';
import { billOf } from '../bill/bill.ts';
import { shortfallOf, type UsualEngagements, usualEngagements } from '../bill/shortfall.ts';
import { forClient } from '../client-facts/client-table.ts';
import type { Report, SheetReport } from '../report.ts';
import type { AuditSettings } from '../settings.ts';
import { columnAssumptions, joinAssumptions } from './assumptions.ts';
import { contextOf } from './context.ts';
import { withoutMarked } from './marked.ts';
import { type AuditInput, type PreparedAudit, type PreparedTable, prepareAudit, type Surroundings } from './prepare.ts';
import { judgesOwnColumns, prepareSignal } from './run-signal.ts';

/** Audits sheets end to end. Where thresholds are moved repeatedly, call `prepareAudit` once and `judge` each time. */
export function audit(inputs: readonly AuditInput[], settings: AuditSettings, surroundings: Surroundings): Report {
  return judge(prepareAudit(inputs, settings, surroundings), settings);
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
  const tableOf = (sheet: string) => prepared.sheets.find(({ layout }) => layout.sheet === sheet)?.read?.table;
  const comparedTo = (sheet: string) => {
    const table = tableOf(sheet);
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
      const judgeTable = judges.get(key) ?? prepareSignal(signal, ownTable, context);
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
      bill: withArrivals(
        billOf(
          sheets,
          sheets.flatMap((sheet) => shortfallOf(sheet, comparedTo(sheet.sheet))),
        ),
        tableOf,
      ),
      insights: sheets.flatMap(({ sheet, results }) =>
        results.flatMap(({ signal, insights }) => insights.map((insight) => ({ ...insight, sheet, signal }))),
      ),
      assumptions: [...assumptions, ...joinAssumptions(prepared), ...sheets.flatMap((sheet) => columnAssumptions(sheet, facts))],
    };
  };
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
        result: withoutMarked(signal, prepareSignal(signal, forClient(table, context.client), context)(limits), table, settings.marks),
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
