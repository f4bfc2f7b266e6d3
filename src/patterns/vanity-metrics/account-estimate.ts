/** One account of a table as the estimator sees it: which columns speak, which rows the sheet explains. */
import { DAY } from '../../base/dates.ts';
import { placesInOrder, placesUpTo } from '../../base/order.ts';
import { knownOf, largestOf, numbersAt, smallestOf } from '../../base/statistics.ts';
import { onlyFalls } from '../../growth/clean.ts';
import { estimateInertGrowth } from '../../growth/index.ts';
import type { GrowthEvent, InertGrowth } from '../../growth/series.ts';
import type { Measure } from '../../growth/texts.ts';
import type { Table } from '../engine/table.ts';

/** One account's estimate; its places are those of the rows it was made of. */
export interface AccountEstimate {
  /** Row number of its first row: what an account is called where nobody is to be named. */
  readonly firstRow: number;
  readonly growth: InertGrowth;
  readonly why: readonly (string | undefined)[];
  /** The event that a place belongs to. */
  readonly events: ReadonlyMap<number, GrowthEvent>;
  /** The kinds of numbers that could have accompanied the growth. */
  readonly measures: { readonly [M in Measure]?: boolean };
  /** Wall times of its first and last row, where the sheet has dates. */
  readonly span?: { readonly from: number; readonly to: number };
}

/** A mark on a row speaks for the growth up to the account's next row, if that comes within so many days. */
const DAYS_A_MARK_LASTS = 7;

/** @param rows places of one account's rows in the table */
export function estimateAccount(table: Table, rows: Int32Array): AccountEstimate {
  const column = (field: string) => numbersAt(table.columns.get(field)?.numbers, rows);
  const followers = column('followers');
  const isKnown = (values: Float64Array) => values.some((value) => !Number.isNaN(value));
  const days = daysOf(column('publishedAt'), column('day'));
  const dated: { readonly days?: Float64Array } = isKnown(days) ? { days } : {};
  const kinds = (['likes', 'comments', 'saves'] as const)
    .map((kind) => ({ kind, values: column(kind) }))
    .filter(({ values }) => isKnown(values));
  const total = column('engagements');
  // Who was reached is best; how often it was shown says nearly the same of a day out of the ordinary.
  const reached = (['reach', 'impressions', 'views'] as const)
    .map((seen) => ({ seen, values: column(seen) }))
    .find(({ values }) => isKnown(values));
  const own = table.explanations();
  const ofRows = new Array<string | undefined>(rows.length);
  for (let at = 0; at < rows.length; at++) ofRows[at] = own[rows[at] ?? 0];
  const why = explainedByRowBefore(ofRows, followers, dated.days);
  const activity = kinds.length > 0 || !isKnown(total) ? kinds : [{ kind: 'total' as const, values: total }];
  const growth = estimateInertGrowth({
    followers,
    activity,
    ...dated,
    ...(reached ? { reach: reached.values } : {}),
    explained: why.map((one) => one !== undefined),
  });
  const measures = {
    ...Object.fromEntries(activity.map(({ kind }) => [kind === 'total' ? 'engagements' : kind, true])),
    ...(reached ? (reached.seen === 'reach' ? { reach: true } : { views: true }) : {}),
  };
  const events = new Map(
    growth.status === 'estimated' ? growth.events.flatMap((event) => event.rows.map((at) => [at, event] as const)) : [],
  );
  return {
    firstRow: table.rowNumbers[rows[0] ?? 0] ?? 0,
    growth,
    why,
    measures,
    events,
    ...(dated.days ? { span: spanOf(dated.days) } : {}),
  };
}

/** First and last moment, as wall times. */
function spanOf(days: Float64Array) {
  const known = knownOf(days);
  return { from: Math.round(DAY * smallestOf(known)), to: Math.round(DAY * largestOf(known)) };
}

function daysOf(published: Float64Array, day: Float64Array): Float64Array {
  const days = new Float64Array(published.length);
  for (let at = 0; at < days.length; at++) days[at] = ((Number.isNaN(published[at]) ? day[at] : published[at]) ?? Number.NaN) / DAY;
  return days;
}

/** Each row's own explanation, else that of the account's row before it, whose followers it counts. */
function explainedByRowBefore(
  own: readonly (string | undefined)[],
  followers: Float64Array,
  days: Float64Array | undefined,
): readonly (string | undefined)[] {
  if (own.every((one) => one === undefined)) return own;
  const why = [...own];
  let before: number | undefined;
  for (const at of inTimeOrder(followers, days)) {
    const isNear = before !== undefined && (!days || (days[at] ?? 0) - (days[before] ?? 0) <= DAYS_A_MARK_LASTS);
    if (isNear) why[at] ??= own[before ?? 0];
    before = at;
  }
  return why;
}

/** Places of the rows from old to new; where there are days, of those that have one. */
function inTimeOrder(followers: Float64Array, days: Float64Array | undefined): ArrayLike<number> & Iterable<number> {
  const rows = placesUpTo(followers.length);
  if (!days) return onlyFalls(followers) ? rows.reverse() : rows;
  const dated = rows.filter((at) => !Number.isNaN(days[at]));
  return numbersAt(dated, placesInOrder(numbersAt(days, dated)));
}
