import { medianOf, numbersAt, numbersFrom } from '../base/statistics.ts';
import type { AccountSeries, Activity } from './series.ts';

/** One account in time order, ready to be measured. Entry 0 is the oldest usable row. */
export interface CleanSeries {
  /** Position in the sheet's series of each entry. */
  readonly rows: Int32Array;
  readonly followers: Float64Array;
  readonly times: Float64Array;
  readonly activity: readonly { readonly kind: Activity['kind']; readonly values: Float64Array }[];
  readonly reach: Float64Array | undefined;
  readonly explained: Uint8Array;
  /** Followers jump to and fro between two sizes: rows of two accounts in one table. */
  readonly isAlternating: boolean;
  /** Without dates: followers that only fall are taken for rows with the newest on top. */
  readonly isNewestFirst: boolean;
  /** The grid on which the counts stand around each row, a power of ten (`7.2K`, `1.01M`); 0 where they are exact. */
  readonly rounding: Float64Array;
  readonly mistyped: readonly number[];
  readonly cumulative: readonly Activity['kind'][];
  /** Median days between rows. */
  readonly usualGap: number;
}

/** A count that stands apart from both neighbours by more than this (in logs), while they agree, was mistyped. */
const MISTYPED = 0.25;
/** A ratio that differs from one by less than this has a smaller logarithm, which then need not be taken. */
const SURELY_NOT_MISTYPED = MISTYPED / (1 + MISTYPED);

/** Sorts by time, drops rows without followers, mends mistyped counts, and turns running totals into gains. The input stays as it is. */
export function cleanSeries(series: AccountSeries): CleanSeries {
  const given = timeOrder(series);
  const isNewestFirst = !series.days && onlyFalls(given.map((row) => series.followers[row] ?? 0));
  const order = isNewestFirst ? [...given].reverse() : given;
  const pick = (values: ArrayLike<number>) => onlyPlausible(numbersAt(values, order));
  const followers = pick(series.followers);
  const isAlternating = looksLikeSeveralAccounts(followers);
  const mistyped = mendMistyped(followers).map((entry) => order[entry] ?? 0);
  mendDips(followers);
  const times = spreadTimes(series.days ? pick(series.days) : numbersFrom(order.length, (entry) => entry));
  const cumulative: Activity['kind'][] = [];
  const activity = series.activity.map(({ kind, values }) => {
    const picked = pick(values);
    if (!isRunningTotal(picked)) return { kind, values: picked };
    cumulative.push(kind);
    return { kind, values: gains(picked) };
  });
  const gaps = numbersFrom(Math.max(0, times.length - 1), (entry) => (times[entry + 1] ?? 0) - (times[entry] ?? 0));
  return {
    rows: Int32Array.from(order),
    followers,
    times,
    activity,
    reach: series.reach && pick(series.reach),
    explained: marksOf(series.explained, order),
    isAlternating,
    isNewestFirst,
    rounding: roundingOf(followers),
    mistyped,
    cumulative,
    usualGap: gaps.length > 0 ? medianOf(gaps) : 1,
  };
}

/** Nobody counts more than this; what does is no count, and would drown everything else. */
const MOST = 1e11;

const plausible = (value: number | undefined): number => (value !== undefined && Math.abs(value) <= MOST ? value : Number.NaN);

/** Makes what nobody can count unknown, in the very list. */
function onlyPlausible(values: Float64Array): Float64Array {
  for (let entry = 0; entry < values.length; entry++) values[entry] = plausible(values[entry]);
  return values;
}

function marksOf(explained: ArrayLike<boolean> | undefined, order: readonly number[]): Uint8Array {
  const marks = new Uint8Array(order.length);
  if (explained) for (let entry = 0; entry < order.length; entry++) marks[entry] = explained[order[entry] ?? -1] ? 1 : 0;
  return marks;
}

/**
 * Usable rows from old to new. Rows of one moment are ordered by all that is known of them, so that the sheet's order does not matter; of those
 * with the same followers the explained one comes first, since the first has the growth.
 */
function timeOrder({ followers, days, activity, reach, explained }: AccountSeries): readonly number[] {
  const usable: number[] = [];
  for (let row = 0; row < followers.length; row++) {
    if (plausible(followers[row]) > 0 && (!days || !Number.isNaN(plausible(days[row])))) usable.push(row);
  }
  const isInOrder = days && usable.every((row, place) => place === 0 || (days[row] ?? 0) > (days[usable[place - 1] ?? 0] ?? 0));
  if (!days || isInOrder) return usable;
  const columns = [...activity.map(({ values }) => values), ...(reach ? [reach] : [])];
  const mark = (row: number) => (explained?.[row] ? 1 : 0);
  const sum = (row: number) => activity.reduce((total, { values }) => total + (plausible(values[row]) || 0), 0);
  /** What is unknown comes before all numbers. */
  const known = (value: number | undefined) => (Number.isNaN(plausible(value)) ? -2 * MOST : (value ?? 0));
  return usable.sort(
    (one, other) =>
      (days[one] ?? 0) - (days[other] ?? 0) ||
      (followers[one] ?? 0) - (followers[other] ?? 0) ||
      mark(other) - mark(one) ||
      sum(one) - sum(other) ||
      columns.reduce((difference, values) => difference || known(values[one]) - known(values[other]), 0),
  );
}

/** Nearly every change is a fall, and a large one in sum: accounts seldom shrink like that, tables often stand upside down. */
export function onlyFalls(followers: ArrayLike<number>): boolean {
  let falls = 0;
  let rises = 0;
  for (let place = 1; place < followers.length; place++) {
    const change = (followers[place] ?? 0) - (followers[place - 1] ?? 0);
    if (change < 0) falls++;
    else if (change > 0) rises++;
  }
  const first = followers[0] ?? 0;
  const last = followers[followers.length - 1] ?? 0;
  return falls >= 7 && falls >= 9 * rises && first > 1.1 * last;
}

/** Several posts of one day share that day evenly. */
function spreadTimes(times: Float64Array): Float64Array {
  const spread = Float64Array.from(times);
  for (let first = 0; first < times.length; ) {
    let end = first + 1;
    while (end < times.length && times[end] === times[first]) end++;
    for (let entry = first; entry < end; entry++) spread[entry] = (times[first] ?? 0) + (entry - first) / (end - first);
    first = end;
  }
  return spread;
}

function mendMistyped(followers: Float64Array): readonly number[] {
  const mended: number[] = [];
  for (let entry = 1; entry < followers.length - 1; entry++) {
    const own = followers[entry] ?? 0;
    const before = followers[entry - 1] ?? 0;
    if (Math.abs(own / before - 1) < SURELY_NOT_MISTYPED) continue;
    const after = followers[entry + 1] ?? 0;
    const [up, down] = [Math.log(own / before), Math.log(own / after)];
    const step = Math.min(Math.abs(up), Math.abs(down));
    if (up * down > 0 && step > MISTYPED && Math.abs(Math.log(after / before)) < step / 4) {
      followers[entry] = Math.sqrt(before * after);
      mended.push(entry);
    }
  }
  return mended;
}

/** A count that falls by more than this (in logs) at once, and comes back at once, was an outage or a slip of some rows. */
const DIP = 0.03;
/** A dip lasts no more rows than this. */
const DIP_ROWS = 14;

/** Followers that come back after a dip are no growth: the dip is filled in. */
function mendDips(followers: Float64Array): void {
  const log = (entry: number) => Math.log(followers[entry] ?? 1);
  for (let first = 1; first < followers.length - 1; first++) {
    if ((followers[first] ?? 0) >= (followers[first - 1] ?? 0)) continue;
    const depth = log(first - 1) - log(first);
    if (depth <= DIP) continue;
    let back = first + 1;
    while (back < followers.length && back - first <= DIP_ROWS && log(back) < log(first - 1) - depth / 4) back++;
    const isBack = back < followers.length && Math.abs(log(back) - log(first - 1)) < depth / 4;
    if (!isBack || log(back) - log(back - 1) < depth / 2) continue;
    const [from, to] = [log(first - 1), log(back)];
    for (let entry = first; entry < back; entry++)
      followers[entry] = Math.round(Math.exp(from + ((to - from) * (entry - first + 1)) / (back - first + 1)));
  }
}

/** So many rows on one grid, before a row or after it, show that it is rounded: among exact counts that happens once in ten million. */
const GRID_ROWS = 8;

/**
 * Where a column shows `980 K` and then `1.01M`, the grid changes within the sheet: it is sought on either side of each row, and a step counts
 * by the coarser grid of its two ends.
 */
function roundingOf(followers: Float64Array): Float64Array {
  const count = followers.length;
  const grid = new Float64Array(count);
  const reach = Math.min(GRID_ROWS, count);
  // Rows that stand on a grid stand on each finer one: where none do, none stand on a coarser.
  let hasRun = true;
  for (let power = 10; power <= 1_000_000 && hasRun; power *= 10) {
    let run = 0;
    hasRun = false;
    for (let entry = 0; entry < count; entry++) {
      run = (followers[entry] ?? 1) % power === 0 ? run + 1 : 0;
      if (run === reach) {
        hasRun = true;
        grid.fill(power, entry - reach + 1, entry + 1);
      } else if (run > reach) grid[entry] = power;
    }
  }
  return grid.map((own, entry) => Math.max(own, grid[entry - 1] ?? 0));
}

/** Never falls and nearly always rises: the export's running total, not what a post or a day brought. */
function isRunningTotal(values: Float64Array): boolean {
  let last = Number.NaN;
  let rises = 0;
  let steps = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < last) return false;
    if (!Number.isNaN(last)) {
      steps++;
      if (value > last) rises++;
    }
    last = value;
  }
  return steps >= 7 && rises >= 0.6 * steps;
}

function gains(totals: Float64Array): Float64Array {
  let last = Number.NaN;
  return totals.map((total) => {
    if (Number.isNaN(total)) return Number.NaN;
    const gain = total - last;
    last = total;
    return gain;
  });
}

function looksLikeSeveralAccounts(followers: Float64Array): boolean {
  let turns = 0;
  let first = 0;
  for (let entry = 1; entry < followers.length; entry++) {
    const second = Math.log((followers[entry] ?? 1) / (followers[entry - 1] ?? 1));
    if (first * second < 0 && Math.min(Math.abs(first), Math.abs(second)) > 0.3) turns++;
    first = second;
  }
  return followers.length >= 4 && turns >= 2 && turns > 0.25 * (followers.length - 2);
}
