import { HOUR } from '../base/dates.ts';
import { costPerRelevantMille } from '../formulas/RELEVANTCPM.ts';
import type { Table } from '../patterns/engine/table.ts';
import { relevantPart } from '../patterns/show-off/relevance.ts';
import type { PreparedAudit } from './engine.ts';
import type { Report, SheetReport } from './report.ts';

export const chartKinds = ['growth', 'waiting', 'leads', 'prices'] as const;
export type ChartKind = (typeof chartKinds)[number];

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
   * - `waiting`: wall time when a post was sent for approval, hours until it was approved
   * - `leads`: 0 answered in time, 1 answered late, 2 not answered; how many, without those that are explained
   * - `prices`: row in the sheet, price of 1,000 people in the target
   */
  readonly points: readonly (readonly (number | null)[])[];
}

/** More points than pixels say nothing more. */
const MOST_POINTS = 250;
/** A line through fewer says nothing. */
const FEWEST_POINTS = 8;
const FEWEST_BARS = 2;
/** What is worth a look in the audited tabs: at most one chart of each kind, from the first tab that has its columns. */
export function chartsOf({ sheets }: PreparedAudit, report: Report): readonly ChartData[] {
  const makers = [growthChart, waitingChart, leadsChart, pricesChart];
  const audited = sheets.flatMap(({ read, layout }) => {
    const own = report.sheets.find(({ sheet }) => sheet === layout.sheet);
    return read && own ? [{ table: read.table, own }] : [];
  });
  return makers.flatMap((make) => {
    for (const { table, own } of audited) {
      const chart = make(table, own);
      if (chart) return [chart];
    }
    return [];
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
 * Followers and activity over time of the account with the questioned gains, else of the first. Empty where there is too little, or no
 * date: rows may stand newest first, and growth would look like decline.
 */
export function growthOf(table: Table, { results }: Pick<SheetReport, 'results'>): readonly GrowthPoint[] {
  const followers = table.columns.get('followers')?.numbers;
  const times = (table.columns.get('publishedAt') ?? table.columns.get('day'))?.numbers;
  if (!followers || !times) return [];
  const questioned = new Set(
    results.filter(({ signal }) => signal === 'inert-followers').flatMap(({ findings }) => findings.map(({ row }) => row)),
  );
  const account = table.accounts[[...table.rowNumbers].findIndex((row) => questioned.has(row))] ?? table.accounts[0];
  const points = rowsOfPeriod(table)
    .filter((index) => table.accounts[index] === account && (followers[index] ?? 0) > 0)
    .map((index): GrowthPoint => {
      const row = table.rowNumbers[index] ?? 0;
      return {
        row,
        time: times[index] ?? Number.NaN,
        followers: followers[index] ?? 0,
        activity: activityAt(table, index),
        isQuestioned: questioned.has(row),
      };
    })
    .filter(({ time }) => !Number.isNaN(time))
    .sort((one, other) => one.time - other.time);
  return points.length < FEWEST_POINTS ? [] : thinned(points, ({ isQuestioned }) => isQuestioned);
}

/** At most so many points, evenly; what must be seen stays. */
export function thinned<Point>(points: readonly Point[], isKept: (point: Point) => boolean = () => false): readonly Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((point, index) => index % step === 0 || index === points.length - 1 || isKept(point));
}

function growthChart(table: Table, own: SheetReport): ChartData | undefined {
  const points = growthOf(table, own).map(({ time, followers, activity, isQuestioned }) => [
    time,
    followers,
    activity ?? null,
    isQuestioned ? followers : null,
  ]);
  return points.length > 0 ? { kind: 'growth', sheet: own.sheet, points } : undefined;
}

function waitingChart(table: Table, { sheet }: SheetReport): ChartData | undefined {
  const [sent, approved] = [numbersOf(table, 'sentAt'), numbersOf(table, 'approvedAt')];
  if (!sent || !approved) return undefined;
  const points = rowsOfPeriod(table)
    .map((index) => [sent[index] ?? Number.NaN, ((approved[index] ?? Number.NaN) - (sent[index] ?? Number.NaN)) / HOUR] as const)
    .filter(([, hours]) => hours >= 0)
    .sort(([one], [other]) => one - other);
  return points.length < FEWEST_POINTS ? undefined : { kind: 'waiting', sheet, points: thinned(points) };
}

function leadsChart(table: Table, { sheet, results }: SheetReport): ChartData | undefined {
  const [asked, answered] = [numbersOf(table, 'leadAt'), numbersOf(table, 'answeredAt')];
  if (!asked || !answered) return undefined;
  const resultOf = (id: string) => results.find(({ signal }) => signal === id);
  const count = (id: string) => resultOf(id)?.findings.filter(({ row }) => row !== null).length ?? 0;
  const [late, never] = [count('slow-response'), count('leads-unanswered')];
  const inTime = (resultOf('slow-response')?.checkedRows ?? 0) - late - (resultOf('slow-response')?.explained.length ?? 0);
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
function pricesChart(table: Table, { sheet }: SheetReport): ChartData | undefined {
  const [price, reach] = [numbersOf(table, 'price'), numbersOf(table, 'reach')];
  if (!price || !reach) return undefined;
  const currencies = table.columns.get('price')?.currencies ?? [];
  const counts = new Map<string | undefined, number>();
  const priced = rowsOfPeriod(table).flatMap((index) => {
    const share = (field: string) => known(numbersOf(table, field)?.[index]);
    const relevant = relevantPart({ geo: share('geoShare'), age: share('ageShare'), real: share('realShare') });
    if (!relevant || !((price[index] ?? 0) > 0) || !((reach[index] ?? 0) > 0)) return [];
    const cost = costPerRelevantMille(price[index] ?? 0, reach[index] ?? 0, relevant);
    counts.set(currencies[index], (counts.get(currencies[index]) ?? 0) + 1);
    return [{ currency: currencies[index], point: [table.rowNumbers[index] ?? 0, cost] as const }];
  });
  const [currency] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const points = priced.filter((one) => one.currency === currency).map(({ point }) => point);
  if (points.length < FEWEST_BARS) return undefined;
  return {
    kind: 'prices',
    sheet,
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    points: points.slice(0, MOST_POINTS),
  };
}

/** A chart shows what the audit speaks of: rows outside the period are history. */
export const rowsOfPeriod = ({ length, inPeriod }: Table): readonly number[] =>
  Array.from({ length }, (_, index) => index).filter((index) => inPeriod?.[index] !== 0);

const numbersOf = (table: Table, field: string) => table.columns.get(field)?.numbers;
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? undefined : value);

function activityAt(table: Table, index: number): number | undefined {
  const at = (field: string) => known(numbersOf(table, field)?.[index]);
  const parts = ['likes', 'comments', 'saves'].flatMap((field) => at(field) ?? []);
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : at('engagements');
}
