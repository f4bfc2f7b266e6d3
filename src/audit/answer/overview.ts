import { DAY } from '../../base/dates.ts';
import { grouped } from '../../base/groups.ts';
import { knownOf, largestOf, medianOf, numbersFrom, quantileOf, smallestOf } from '../../base/statistics.ts';
import type { SignalResult } from '../../patterns/engine/signal.ts';
import { placement } from '../../table/fields.ts';
import { engagementsOf, interactions, timesOf } from '../../table/row-facts.ts';
import type { TableContent } from '../../table/table.ts';
import { arrivalsAt } from '../bill/arrivals.ts';
import { kindOfSignal, kindsOf } from './table-kinds.ts';

/** What a rate of engagement can be divided by, the best known first. */
export const rateBases = ['followers', 'reach', 'views', 'impressions'] as const;
export type RateBase = (typeof rateBases)[number];

/** Acts divided by a base, or the rate that the sheet itself gives. */
export type RateSource = RateBase | 'stated';

/** What can be said of every table of posts or days, also where no signal can judge it. */
export interface Overview {
  /** Engagements of a row by what there is: the middle row, and where eight of ten rows lie. */
  readonly rate?: { readonly by: RateSource; readonly median: number; readonly low: number; readonly high: number; readonly rows: number };
  /** Where there is no rate: the middle and the sum of each count that the table has. */
  readonly figures: readonly { readonly field: string; readonly median: number; readonly sum: number; readonly rows: number }[];
  /** Where there is no rate: how many dated rows there are, from when to when (wall times), and how many that makes a week, of a week at least. */
  readonly pace?: { readonly rows: number; readonly from: number; readonly to: number; readonly perWeek?: number };
  /** Where there is no rate: what the rows are of, the most frequent first: formats, networks, kinds of placement. */
  readonly parts: readonly { readonly field: string; readonly shares: readonly { readonly name: string; readonly rows: number }[] }[];
  /** A list of placements: what a follower cost with the middle one that brought any, and with how many placements nobody came. */
  readonly perFollower?: { readonly median: number; readonly rows: number; readonly without: number };
  /** Rows far above the rest, the furthest first: how many times the middle row. */
  readonly standOut: readonly { readonly row: number; readonly times: number; readonly engagements: number }[];
  /** What to add so that most more could be said, the most telling first. */
  readonly additions: readonly Addition[];
}

/** Columns that are not there, and the signals that would judge the table if they were. */
export interface Addition {
  /** Ids of fields. */
  readonly fields: readonly string[];
  readonly signals: readonly string[];
  /** Gains are there: today's total, one number, would do instead of the column. */
  readonly isNumber?: boolean;
}

/** Fields it reads, beside what the signals need. */
const counts = [
  'followersGained',
  'followersNet',
  'reach',
  'views',
  'impressions',
  'likes',
  'comments',
  'shares',
  'saves',
  'engagements',
  'leads',
];
const amounts = ['price', 'spend'];
const divisions = ['format', 'platform', 'placementKind'];
export const overviewFields: readonly string[] = ['followers', ...counts, ...amounts, ...divisions];

const FEWEST_ROWS = 5;
/** What is only counted needs fewer. */
const FEWEST_COUNTED = 3;
/** A post with so many times the middle rate stands out. */
const FAR_ABOVE = 2.5;
const MOST_SHOWN = 3;
const MOST_ADDITIONS = 2;
/** Nobody adds more columns at once. */
const MOST_COLUMNS = 2;

/** Describes a table in numbers that accuse nobody. @param results of every signal over it */
export function overviewOf(table: TableContent, results: readonly SignalResult[]): Overview {
  const acts = numbersFrom(table.length, engagementsOf(table, interactions));
  const rated = bestRated(table, acts);
  const additions = additionsOf(table, results);
  if (!rated)
    return { figures: figuresOf(table), ...paceOf(table), ...perFollowerOf(table), parts: partsOf(table), standOut: [], additions };
  const { by, rates, known, median } = rated;
  const far: number[] = [];
  for (let index = 0; median > 0 && index < rates.length; index++) if ((rates[index] ?? 0) >= FAR_ABOVE * median) far.push(index);
  const standOut = far
    .sort((one, other) => (rates[other] ?? 0) - (rates[one] ?? 0))
    .slice(0, MOST_SHOWN)
    .map((index) => ({ row: table.rowNumbers[index] ?? 0, times: (rates[index] ?? 0) / median, engagements: acts[index] ?? 0 }));
  return {
    figures: [],
    parts: [],
    ...perFollowerOf(table),
    rate: { by, median, low: quantileOf(known, 0.1), high: quantileOf(known, 0.9), rows: known.length },
    standOut,
    additions,
  };
}

/** The rates of the rows by the best known of what they can be divided by. */
function bestRated(table: TableContent, acts: Float64Array) {
  for (const by of [...rateBases, 'stated'] as const) {
    const rates = by === 'stated' ? statedRates(table) : ratesOf(table, acts, by);
    const known = knownOf(rates);
    const median = medianOf(known);
    // More acts than people in the middle row: sums of a whole account beside its size, no rate of a post.
    if (known.length >= FEWEST_ROWS && median <= 1) return { by, rates, known, median };
  }
  return undefined;
}

/** Counts that can be added up; of a list of accounts their sizes too. */
function figuresOf(table: TableContent): Overview['figures'] {
  const { columns, inPeriod } = table;
  return [...(timesOf(table) ? [] : ['followers']), ...counts, ...amounts].flatMap((field) => {
    const numbers = columns.get(field)?.numbers;
    const known = numbers?.filter((value, row) => !Number.isNaN(value) && inPeriod?.[row] !== 0);
    if (!known || known.length < FEWEST_COUNTED) return [];
    return [{ field, median: medianOf(known), sum: known.reduce((sum, value) => sum + value, 0), rows: known.length }];
  });
}

const WEEK = 7 * DAY;
const MOST_PARTS = 4;
/** A longer text is no name of a kind. */
const LONGEST_NAME = 24;

function perFollowerOf(table: TableContent): Pick<Overview, 'perFollower'> {
  if (!table.columns.has(placement.id)) return {};
  const told = Array.from({ length: table.length }, (_, row) => (table.inPeriod?.[row] === 0 ? undefined : arrivalsAt(table, row)))
    .flatMap((arrivals) => arrivals ?? [])
    .filter(({ price }) => price > 0);
  const each = told.filter(({ followers }) => followers > 0).map(({ price, followers }) => price / followers);
  if (each.length < FEWEST_COUNTED) return {};
  return { perFollower: { median: medianOf(each), rows: each.length, without: told.length - each.length } };
}

function paceOf(table: TableContent): Pick<Overview, 'pace'> {
  const times = timesOf(table);
  const known = times ? [...times].filter((time, row) => !Number.isNaN(time) && table.inPeriod?.[row] !== 0) : [];
  if (known.length < FEWEST_COUNTED) return {};
  const [from, to] = [smallestOf(known), largestOf(known)];
  const pace = { rows: known.length, from, to };
  return { pace: to - from < WEEK ? pace : { ...pace, perWeek: (known.length * WEEK) / (to - from + DAY) } };
}

function partsOf({ columns, inPeriod }: TableContent): Overview['parts'] {
  return divisions.flatMap((field) => {
    const texts = (columns.get(field)?.texts ?? []).filter((text, row) => text !== '' && inPeriod?.[row] !== 0);
    const groups = [...grouped(texts, (text) => text.toLowerCase()).values()];
    const shares = groups
      .map((own) => ({ name: own[0] ?? '', rows: own.length }))
      .sort((one, other) => other.rows - one.rows)
      .slice(0, MOST_PARTS);
    const isDivision =
      texts.length >= FEWEST_ROWS && groups.length * 2 <= texts.length && shares.every(({ name }) => name.length <= LONGEST_NAME);
    return isDivision ? [{ field, shares }] : [];
  });
}

/** Whether anything but what to add can be said. */
export const saysSomething = ({ rate, figures, pace, parts }: Overview): boolean =>
  rate !== undefined || figures.length > 0 || pace !== undefined || parts.length > 0;

function ratesOf({ columns, inPeriod }: TableContent, acts: Float64Array, by: RateBase): Float64Array {
  const base = columns.get(by)?.numbers;
  return acts.map((own, row) => {
    const divisor = base?.[row] ?? Number.NaN;
    return divisor > 0 && inPeriod?.[row] !== 0 ? own / divisor : Number.NaN;
  });
}

function statedRates({ columns, inPeriod, length }: TableContent): Float64Array {
  const stated = columns.get('engagementRate')?.numbers;
  return new Float64Array(length).map((_, row) => (inPeriod?.[row] === 0 ? Number.NaN : (stated?.[row] ?? Number.NaN)));
}

/** The few columns that would let most signals judge the table. */
function additionsOf({ fields: present }: TableContent, results: readonly SignalResult[]): readonly Addition[] {
  const kinds = kindsOf(present);
  const isOfTable = (signal: string) => {
    const kind = kindOfSignal(signal);
    return kinds.length === 0 || kind === undefined || kinds.includes(kind);
  };
  const hasGains = (present.has('followersGained') || present.has('followersNet')) && !present.has(placement.id);
  const wanting = results
    .filter(({ signal }) => isOfTable(signal))
    .map(({ signal, missing }) => ({ signal, sets: missing.filter((set) => set.length > 0 && set.length <= MOST_COLUMNS) }))
    .filter(({ sets }) => sets.length > 0);
  const candidates = new Map(wanting.flatMap(({ sets }) => sets.map((set) => [[...set].sort().join(' '), set] as const)));
  const all = [...candidates.values()].map(
    (fields): Addition => ({
      fields,
      signals: wanting.filter(({ sets }) => sets.some((set) => set.every((field) => fields.includes(field)))).map(({ signal }) => signal),
    }),
  );
  const chosen: Addition[] = [];
  const told = new Set<string>();
  // One after the other, each for what the ones before it do not show; of equals the one with fewer columns.
  while (chosen.length < MOST_ADDITIONS) {
    const [best] = all
      .map(({ fields, signals }) => ({ fields, signals: signals.filter((signal) => !told.has(signal)) }))
      .filter(({ signals }) => signals.length > 0)
      .sort((one, other) => other.signals.length - one.signals.length || one.fields.length - other.fields.length);
    if (!best) return chosen;
    for (const signal of best.signals) told.add(signal);
    const isTotalAlone = hasGains && best.fields.length === 1 && best.fields[0] === 'followers';
    chosen.push(isTotalAlone ? { ...best, isNumber: true } : best);
  }
  return chosen;
}
