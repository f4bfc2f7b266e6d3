import { HOUR } from '../../base/dates.ts';
import { isIsoCurrency } from '../../base/numbers.ts';
import { medianOf } from '../../base/statistics.ts';
import type { Calendar } from '../../base/working-time.ts';
import { costPerRelevantMille } from '../../formulas/RELEVANTCPM.ts';
import type { ChartKind } from '../../patterns/engine/signal.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { approvalLag } from '../../patterns/over-editing/approval-lag.ts';
import { leadsUnanswered } from '../../patterns/sales-confusion/leads-unanswered.ts';
import { slowResponse } from '../../patterns/sales-confusion/slow-response.ts';
import { isSituational } from '../../patterns/shared/timing.ts';
import { overpricedReach } from '../../patterns/show-off/overpriced-reach.ts';
import { relevantPart } from '../../patterns/show-off/relevance.ts';
import { inertFollowers } from '../../patterns/vanity-metrics/inert-followers.ts';
import { engagementsOf, reactions, timesOf } from '../../table/row-facts.ts';
import { forClient } from '../client-facts/client-table.ts';
import { contextOf } from '../engine/context.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import type { Report, SheetReport } from '../report.ts';
import { type AuditSettings, limitsOf } from '../settings.ts';

/** One chart as plain numbers; the words are put in where it is drawn. */
export interface ChartData {
  readonly kind: ChartKind;
  /** The tab its numbers come from. */
  readonly sheet: string;
  /** Currency of `prices`, where it is known. */
  readonly currency?: string;
  /**
   * One list a point.
   * - `growth`: wall time, followers, likes + comments + saves, followers again where the gain is in question
   * - `waiting`: wall time when a post was sent for approval, hours by the clock (with a calendar: working days) until it was approved, or
   *   where it still waits and is in question until now; the same again where it is in question
   * - `leads`: 0 answered in time, 1 answered late, 2 not answered; how many, without those that are explained
   * - `prices`: row in the sheet, price of 1,000 people in the target, the same again where it is in question
   */
  readonly points: readonly (readonly (number | null)[])[];
  /** What is agreed on or usual, in the unit of the points: a line across the chart. */
  readonly limit?: number;
  /** How many points there are in order and in question, where not all of them are here. */
  readonly all?: readonly number[];
  /** Unit of `waiting`. */
  readonly unit?: 'hours' | 'days';
  /** Wall times of the points of `prices`, where their rows have dates. */
  readonly times?: readonly (number | null)[];
}

/** More points than pixels say nothing more. */
const MOST_POINTS = 250;
/** A line through fewer says nothing. */
const FEWEST_POINTS = 8;
const FEWEST_BARS = 2;

/**
 * What is worth a look in the audited tabs: at most one chart of each kind, from the first tab that has its columns.
 * @param calendar with it posts' waits are shown in working days, beside what these settings allow
 */
export function chartsOf(prepared: PreparedAudit, report: Report, calendar?: Calendar, settings: AuditSettings = {}): readonly ChartData[] {
  const waiting: typeof growthChart = (table, own) => waitingChart(table, own, calendar, settings);
  const makers = [growthChart, waiting, leadsChart, pricesChart];
  const audited = auditedTables(prepared, report, settings);
  return makers.flatMap((make) => {
    for (const { table, own } of audited) {
      const chart = make(table, own);
      if (chart) return [chart];
    }
    return [];
  });
}

/** What was audited, each table as it speaks of this client, and what was found in it. */
export function auditedTables(
  prepared: PreparedAudit,
  report: Report,
  settings: AuditSettings,
): readonly { readonly table: Table; readonly own: SheetReport }[] {
  const { client } = contextOf(prepared, settings).context;
  return prepared.sheets.flatMap(({ read, layout }) => {
    const own = report.sheets.find(({ sheet }) => sheet === layout.sheet);
    return read && own ? [{ table: forClient(read.table, client), own }] : [];
  });
}

/** One day or post of the account whose gains are in question. */
export interface GrowthPoint {
  readonly row: number;
  /** Wall time. */
  readonly time: number;
  readonly followers: number;
  readonly activity: number | undefined;
  readonly isQuestioned: boolean;
}

/**
 * Followers and activity over time of one account, by default that with the questioned gains, else the first. Empty where there is too
 * little, or no date: rows may stand newest first, and growth would look like decline.
 */
export function growthOf(table: Table, own: Pick<SheetReport, 'results'>, ofAccount?: number): readonly GrowthPoint[] {
  const followers = table.columns.get('followers')?.numbers;
  const times = timesOf(table);
  if (!followers || !times) return [];
  const questioned = foundRows(own, inertFollowers.id);
  const account = ofAccount ?? table.accounts[[...table.rowNumbers].findIndex((row) => questioned.has(row))] ?? table.accounts[0];
  const activityAt = engagementsOf(table, reactions);
  const points = rowsOfPeriod(table)
    .filter((index) => table.accounts[index] === account && (followers[index] ?? 0) > 0)
    .map((index): GrowthPoint => {
      const row = table.rowNumbers[index] ?? 0;
      return {
        row,
        time: times[index] ?? Number.NaN,
        followers: followers[index] ?? 0,
        activity: known(activityAt(index)),
        isQuestioned: questioned.has(row),
      };
    })
    .filter(({ time }) => !Number.isNaN(time))
    .sort((one, other) => one.time - other.time);
  return points.length < FEWEST_POINTS ? [] : thinned(points, ({ isQuestioned }) => isQuestioned);
}

/** At most so many points, evenly; what must be seen stays, of more than so many of these as many, evenly too. */
export function thinned<Point>(points: readonly Point[], isKept: (point: Point) => boolean = () => false): readonly Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  const keptStep = Math.ceil(points.filter(isKept).length / MOST_POINTS);
  let kept = 0;
  const stays = (point: Point) => isKept(point) && kept++ % keptStep === 0;
  return points.filter((point, index) => stays(point) || index % step === 0 || index === points.length - 1);
}

/** Followers, activity and gains in question of one account; `undefined` where there is too little. */
function growthChart(table: Table, own: SheetReport): ChartData | undefined {
  return growthChartOf(growthOf(table, own), own.sheet);
}

export function growthChartOf(growth: readonly GrowthPoint[], sheet: string): ChartData | undefined {
  const points = growth.map(({ time, followers, activity, isQuestioned }) => [
    time,
    followers,
    activity ?? null,
    isQuestioned ? followers : null,
  ]);
  return points.length > 0 ? { kind: 'growth', sheet, points } : undefined;
}

function waitingChart(table: Table, own: SheetReport, calendar: Calendar | undefined, settings: AuditSettings): ChartData | undefined {
  return waitingChartOf(waitingOf(table, own, calendar), own.sheet, calendar, settings);
}

/** A post's row, and when it was sent, how long it waited, and the same again where that is in question. */
export interface WaitingPoint {
  readonly row: number;
  readonly point: readonly [number, number, number | null];
}

/** What is drawn of the posts that waited, and how many there are in order and in question. */
interface Waiting {
  readonly points: readonly WaitingPoint[];
  readonly all: readonly [number, number];
}

/** With a calendar planned posts alone: situational ones are measured by the clock, on another scale. Empty where there are too few. */
export function waitingOf(table: Table, own: SheetReport, calendar?: Calendar): Waiting {
  const [sent, approved] = [numbersOf(table, 'sentAt'), numbersOf(table, 'approvedAt')];
  if (!sent || !approved) return { points: [], all: [0, 0] };
  const { findings = [] } = own.results.find(({ signal }) => signal === approvalLag.id) ?? {};
  const questioned = new Map(findings.map(({ row, evidence }) => [row, evidence]));
  const urgencies = table.columns.get('urgency')?.texts;
  const points = rowsOfPeriod(table)
    .filter((index) => !calendar || !isSituational(urgencies?.[index] || undefined))
    .flatMap((index): readonly WaitingPoint[] => {
      const [from = 0, to = Number.NaN, row = 0] = [sent[index], approved[index], table.rowNumbers[index]];
      const question = questioned.get(row);
      const ended = () => (calendar ? calendar.hoursBetween(from, to) / calendar.hoursPerDay : (to - from) / HOUR);
      // What still waits has no end of its own: the audit counted up to its day.
      const waited = to >= from ? ended() : Number(calendar ? question?.days : question?.elapsed);
      return Number.isNaN(waited) ? [] : [{ row, point: [from, waited, question ? waited : null] }];
    });
  if (points.length < FEWEST_POINTS) return { points: [], all: [0, 0] };
  const isQuestioned = ({ point: [, , question] }: WaitingPoint) => question !== null;
  const shown = thinned(points, isQuestioned);
  const inQuestion = points.filter(isQuestioned).length;
  return { points: [...shown].sort((one, other) => one.point[0] - other.point[0]), all: [points.length - inQuestion, inQuestion] };
}

export function waitingChartOf(
  { points, all }: Waiting,
  sheet: string,
  calendar: Calendar | undefined,
  settings: AuditSettings,
): ChartData | undefined {
  if (points.length === 0) return undefined;
  const limit = calendar && limitsOf(approvalLag.id, settings).plannedDays;
  return {
    kind: 'waiting',
    sheet,
    points: points.map(({ point }) => point),
    ...(all[0] + all[1] > points.length ? { all } : {}),
    unit: calendar ? 'days' : 'hours',
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Rows in which a signal found something. */
export const foundRows = ({ results }: Pick<SheetReport, 'results'>, id: string): ReadonlySet<number | null> =>
  new Set(results.filter(({ signal }) => signal === id).flatMap(({ findings }) => findings.map(({ row }) => row)));

export function leadsChart(table: Table, { sheet, results }: SheetReport): ChartData | undefined {
  const [asked, answered] = [numbersOf(table, 'leadAt'), numbersOf(table, 'answeredAt')];
  if (!asked || !answered) return undefined;
  const resultOf = (id: string) => results.find(({ signal }) => signal === id);
  const count = (id: string) => resultOf(id)?.findings.filter(({ row }) => row !== null).length ?? 0;
  const [late, never] = [count(slowResponse.id), count(leadsUnanswered.id)];
  const inTime = (resultOf(slowResponse.id)?.checkedRows ?? 0) - late - (resultOf(slowResponse.id)?.explained.length ?? 0);
  if (inTime + late + never === 0) return undefined;
  return {
    kind: 'leads',
    sheet,
    points: [
      [0, inTime],
      [1, late],
      [2, never],
    ],
  };
}

/** Placements in the currency that most of them are in: prices in two currencies have no common axis. */
export function pricesChart(table: Table, own: SheetReport): ChartData | undefined {
  const [price, reach] = [numbersOf(table, 'price'), numbersOf(table, 'reach')];
  if (!price || !reach) return undefined;
  const currencies = table.columns.get('price')?.currencies ?? [];
  const questioned = foundRows(own, overpricedReach.id);
  const counts = new Map<string | undefined, number>();
  const priced = rowsOfPeriod(table).flatMap((index) => {
    const share = (field: string) => known(numbersOf(table, field)?.[index]);
    const relevant = relevantPart({
      geo: share('geoShare'),
      age: share('ageShare'),
      real: share('realShare'),
      target: share('targetShare'),
    });
    if (!relevant || !((price[index] ?? 0) > 0) || !((reach[index] ?? 0) > 0)) return [];
    const cost = costPerRelevantMille(price[index] ?? 0, reach[index] ?? 0, relevant);
    counts.set(currencies[index], (counts.get(currencies[index]) ?? 0) + 1);
    const row = table.rowNumbers[index] ?? 0;
    const time = known(numbersOf(table, 'placedAt')?.[index]) ?? null;
    return [{ currency: currencies[index], time, point: [row, cost, questioned.has(row) ? cost : null] as const }];
  });
  const [currency] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const shown = priced.filter((one) => one.currency === currency).slice(0, MOST_POINTS);
  if (shown.length < FEWEST_BARS) return undefined;
  return {
    kind: 'prices',
    sheet: own.sheet,
    ...(currency !== undefined && isIsoCurrency(currency) ? { currency } : {}),
    points: shown.map(({ point }) => point),
    limit: medianOf(shown.map(({ point: [, cost] }) => cost)),
    ...(shown.some(({ time }) => time !== null) ? { times: shown.map(({ time }) => time) } : {}),
  };
}

/** A chart shows what the audit speaks of: rows outside the period are history. */
export const rowsOfPeriod = ({ length, inPeriod }: Table): readonly number[] =>
  Array.from({ length }, (_, index) => index).filter((index) => inPeriod?.[index] !== 0);

const numbersOf = (table: Table, field: string) => table.columns.get(field)?.numbers;
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? undefined : value);
