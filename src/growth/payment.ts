import { firstPlace, knownOf, quantileOf } from '../base/statistics.ts';
import type { CleanSeries } from './clean.ts';
import { findJumps, type Jumps } from './jumps.ts';
import { activeRows, ENOUGH, type UsualPace, usualLevel } from './usual.ts';

/** Jumps, and what of them nothing explains. */
export interface Excess extends Jumps {
  /** Followers of a jump that neither activity, reach nor the sheet explains. */
  readonly unpaid: Float64Array;
}

/** What may pay for a gain, in followers: an act or a person reached brings between the least and the most. */
interface Price {
  readonly least: number;
  readonly most: number;
}

/**
 * Within these bounds the price is the account's own: so many times what an act or a person reached brings it on quiet days, since a sensation
 * reaches strangers, who follow far more often than regulars. Of 176 real posts none brought more than 0.61 followers per like, comment or save,
 * nor more than 1.8 % of its impressions; between accounts prices differ up to fiftyfold.
 */
const GENEROSITY = 25;
const PER_ACT: Price = { least: 0.2, most: 0.7 };
const PER_REACHED: Price = { least: 0.02, most: 0.1 };
/** Activity may pay for growth from so many days before it was counted to so many after. */
const DAYS_BEFORE = 1.6;
const DAYS_AFTER = 3;

export function explainGrowth(series: CleanSeries, pace: UsualPace): Excess {
  const jumps = findJumps(series, pace);
  const unpaid = payJumps(series, jumps);
  for (let entry = 0; entry < unpaid.length; entry++) if (series.explained[entry]) unpaid[entry] = 0;
  return { ...jumps, unpaid };
}

/** Each unit of extra activity or reach pays once, for the oldest jump it can have caused. */
function payJumps(series: CleanSeries, { excess, tolerance, isJump }: Jumps): Float64Array {
  const { times } = series;
  const wallets = walletsOf(series, isJump);
  const worthAt = worthAround(series, wallets, excess);
  const unpaid = new Float64Array(times.length);
  let first = 0;
  for (let entry = 1; entry < times.length; entry++) {
    if (!isJump[entry]) continue;
    const since = (times[entry - 1] ?? 0) - DAYS_AFTER;
    const until = (times[entry] ?? 0) + DAYS_BEFORE;
    while (first < times.length && (times[first] ?? 0) < since) first++;
    const worth = worthAt(entry);
    let owed = excess[entry] ?? 0;
    for (let payer = first; payer < times.length && (times[payer] ?? 0) <= until && owed > 0; payer++) {
      const paid = Math.min(owed, (wallets[payer] ?? 0) * worth);
      wallets[payer] = (wallets[payer] ?? 0) - paid;
      owed -= paid;
    }
    unpaid[entry] = owed < (tolerance[entry] ?? 0) / 2 ? 0 : owed;
  }
  return unpaid;
}

/** Other days so near show what the same attention is worth; a day's own activity weighs so much beside theirs. */
const DAYS_AROUND = 20;
const OWN_WEIGHT = 0.3;

/** What is so little is what adding and subtracting leaves of nothing. */
const NOTHING = 1e-6;

/**
 * For any row the part of its price that extra activity is worth: what it really brought on the days around, but for the day itself and its
 * neighbours. Where a purchase sits within a viral week, the other days of that week show how little the virality brings. Sums up to each row
 * make a question cost the same however many rows a day has.
 */
function worthAround({ times }: CleanSeries, wallets: Float64Array, excess: Float64Array): (entry: number) => number {
  const filled = sumsUpTo(wallets);
  const gains = sumsUpTo(excess.map((gained) => Math.max(0, gained)));
  const count = times.length;
  // The oldest row has no growth to compare with.
  const from = (time: number) =>
    Math.max(
      1,
      firstPlace(count, (place) => (times[place] ?? 0) >= time),
    );
  const after = (time: number) => firstPlace(count + 1, (place) => place === count || (times[place] ?? 0) > time);
  return (entry) => {
    const at = times[entry] ?? 0;
    const within = (sums: Float64Array, days: number) => (sums[after(at + days)] ?? 0) - (sums[from(at - days)] ?? 0);
    const own = within(filled, 1);
    const others = within(filled, DAYS_AROUND) - own;
    const gained = within(gains, DAYS_AROUND) - within(gains, 1);
    return others < NOTHING ? 1 : Math.min(1, (gained + OWN_WEIGHT * own) / (others + OWN_WEIGHT * own));
  };
}

/** The sum of all values before each place, and of all at the end. */
function sumsUpTo(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let place = 0; place < values.length; place++) sums[place + 1] = (sums[place] ?? 0) + (values[place] ?? 0);
  return sums;
}

/** Followers that each row's activity and reach beyond the usual could have brought. */
function walletsOf(series: CleanSeries, isJump: Uint8Array): Float64Array {
  const { activity, reach, times } = series;
  const columns = activity.map(({ values }) => values);
  const isActive = activeRows(series);
  const acts = new Float64Array(times.length);
  for (const values of columns) addExtra(acts, values, isActive);
  const reached = new Float64Array(times.length);
  if (reach) addExtra(reached, reach, isActive);
  const perAct = priceOf(series, isJump, columns, PER_ACT);
  const perReached = priceOf(series, isJump, reach ? [reach] : [], PER_REACHED);
  return acts.map((extra, entry) => Math.max(perAct * extra, perReached * (reached[entry] ?? 0)));
}

/** Followers that one unit of these columns may have brought. */
function priceOf({ followers }: CleanSeries, isJump: Uint8Array, columns: readonly Float64Array[], { least, most }: Price): number {
  let gained = 0;
  let units = 0;
  for (let entry = 1; entry < followers.length; entry++) {
    if (isJump[entry]) continue;
    gained += (followers[entry] ?? 0) - (followers[entry - 1] ?? 0);
    for (const values of columns) units += values[entry] || 0;
  }
  return units > 0 ? Math.min(most, Math.max(least, (GENEROSITY * gained) / units)) : least;
}

/** What is more than usual begins between these multiples of the usual level. */
const GATE_LEAST = 1.5;
const GATE_MOST = 2.5;

/**
 * Adds what is above the gate: a level that this metric exceeds in a tenth of the rows, held in sensible bounds. Posts are measured by posts
 * and days without one by such days: were they mixed, half a year of silent days would make every post a sensation that pays for anything.
 */
function addExtra(sum: Float64Array, values: Float64Array, isActive: Uint8Array): void {
  for (const kind of [1, 0]) {
    if (isActive.indexOf(kind) < 0) continue;
    const own = new Float64Array(values.length).fill(Number.NaN);
    let known = 0;
    for (let entry = 0; entry < own.length; entry++) {
      const value = values[entry] ?? Number.NaN;
      if (isActive[entry] !== kind || Number.isNaN(value)) continue;
      own[entry] = value;
      known++;
    }
    if (known === 0) continue;
    // Of a few silent days nothing is usual.
    const levels = kind === 1 || known >= ENOUGH ? usualLevel(own) : new Float64Array(own.length);
    const ratios = new Float64Array(own.length);
    for (let entry = 0; entry < own.length; entry++) ratios[entry] = (own[entry] ?? 0) / Math.max(levels[entry] ?? 0, 1e-9);
    const gate = Math.min(GATE_MOST, Math.max(GATE_LEAST, quantileOf(knownOf(ratios), 0.9)));
    for (let entry = 0; entry < own.length; entry++) {
      const extra = (own[entry] ?? 0) - gate * (levels[entry] ?? 0);
      if (extra > 0) sum[entry] = (sum[entry] ?? 0) + extra;
    }
  }
}
