/** The charts of one place where results get lost, with the rows that their points stand for. */
import { HOUR } from '../../base/dates.ts';
import { medianOf } from '../../base/statistics.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { signalById } from '../../patterns/index.ts';
import { inertFollowers } from '../../patterns/vanity-metrics/inert-followers.ts';
import { calendarFor } from '../engine/context.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import type { Report, SheetReport } from '../report.ts';
import type { AuditSettings } from '../settings.ts';
import {
  auditedTables,
  type ChartData,
  foundRows,
  growthChartOf,
  growthOf,
  leadsChart,
  pricesChart,
  rowsOfPeriod,
  waitingChartOf,
  waitingOf,
} from './chart-data.ts';

export interface PlaceChart {
  readonly chart: ChartData;
  readonly table: Table;
  /** Row of each point; empty where a point is no row. */
  readonly rows: readonly number[];
}

/** What there is to see of a signal: followers for each account with gains in question, the others for the first table that has them. */
export function placeCharts(prepared: PreparedAudit, report: Report, signal: string, settings: AuditSettings): readonly PlaceChart[] {
  const tables = auditedTables(prepared, report, settings);
  const first = (make: (table: Table, own: SheetReport) => Omit<PlaceChart, 'table'> | undefined): readonly PlaceChart[] => {
    for (const { table, own } of tables) {
      const made = make(table, own);
      if (made) return [{ ...made, table }];
    }
    return [];
  };
  switch (signalById(signal)?.signal.chart) {
    case 'growth':
      return tables.flatMap(({ table, own }) => growthCharts(table, own));
    case 'waiting':
      return first((table, own) => {
        const calendar = calendarFor(prepared, settings);
        const waiting = waitingOf(table, own, calendar);
        const chart = waitingChartOf(waiting, own.sheet, calendar, settings);
        return chart && { chart, rows: waiting.points.map(({ row }) => row) };
      });
    case 'leads':
      return first((table, own) => {
        const chart = leadsChart(table, own);
        return chart && { chart, rows: [] };
      });
    case 'prices':
      return first((table, own) => {
        const chart = pricesChart(table, own);
        return chart && { chart, rows: chart.points.map(([row]) => row ?? 0) };
      });
    case undefined:
      return [];
  }
}

/** More at once is not looked at. */
const MOST_ACCOUNTS = 5;

function growthCharts(table: Table, own: SheetReport): readonly PlaceChart[] {
  const questioned = foundRows(own, inertFollowers.id);
  const accounts = new Set(
    [...table.rowNumbers.keys()].filter((index) => questioned.has(table.rowNumbers[index] ?? 0)).map((index) => table.accounts[index]),
  );
  return [...accounts].slice(0, MOST_ACCOUNTS).flatMap((account): readonly PlaceChart[] => {
    const growth = growthOf(table, own, account);
    const chart = growthChartOf(growth, own.sheet);
    return chart ? [{ chart, table, rows: growth.map(({ row }) => row) }] : [];
  });
}

/** Engagement of posts by how long they waited: the middle rate of each group, and of how many posts. */
export interface RateByWait {
  /** 0 within a day, 1 in one to two days, 2 later. */
  readonly group: number;
  readonly posts: number;
  readonly rate: number;
}

const DAYS = [1, 2, Number.POSITIVE_INFINITY];
const FEWEST_POSTS = 3;

/** Posts approved within a day, in one to two days, and later; groups of too few posts are left out, and one alone is no comparison. */
export function ratesByWait({ sheets }: PreparedAudit): readonly RateByWait[] | undefined {
  for (const { read, isContext } of sheets) {
    const table = read?.table;
    const [sent, approved] = ['sentAt', 'approvedAt'].map((id) => table?.columns.get(id)?.numbers);
    if (!table || isContext || !sent || !approved) continue;
    const { logRates } = table.posts();
    const groups: number[][] = DAYS.map(() => []);
    for (const index of rowsOfPeriod(table)) {
      const days = ((approved[index] ?? Number.NaN) - (sent[index] ?? Number.NaN)) / HOUR / 24;
      const rate = Math.exp(logRates[index] ?? Number.NaN);
      if (days >= 0 && !Number.isNaN(rate)) groups[DAYS.findIndex((most) => days <= most)]?.push(rate);
    }
    const rates = groups
      .map((own, group) => ({ group, posts: own.length, rate: own.length > 0 ? medianOf(own) : Number.NaN }))
      .filter(({ posts }) => posts >= FEWEST_POSTS);
    if (rates.length > 1) return rates;
  }
  return undefined;
}
