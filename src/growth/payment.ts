import { knownOf, numbersFrom, quantileOf } from '../base/statistics.ts';
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
  series.explained.forEach((mark, entry) => {
    if (mark) unpaid[entry] = 0;
  });
  return { ...jumps, unpaid };
}

/** Each unit of extra activity or reach pays once, for the oldest jump it can have caused. */
function payJumps(series: CleanSeries, { excess, tolerance, isJump }: Jumps): Float64Array {
  const { times } = series;
  const wallets = walletsOf(series, isJump);
  const filled = Float64Array.from(wallets);
  const unpaid = new Float64Array(times.length);
  let first = 0;
  for (let entry = 1; entry < times.length; entry++) {
    if (!isJump[entry]) continue;
    const since = (times[entry - 1] ?? 0) - DAYS_AFTER;
    const until = (times[entry] ?? 0) + DAYS_BEFORE;
    while (first < times.length && (times[first] ?? 0) < since) first++;
    const worth = worthAround(series, filled, excess, entry);
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

/**
 * The part of its price that extra activity is worth: what it really brought on the days around, but for the day itself and its neighbours. Where
 * a purchase sits within a viral week, the other days of that week show how little the virality brings.
 */
function worthAround({ times }: CleanSeries, filled: Float64Array, excess: Float64Array, entry: number): number {
  const at = times[entry] ?? 0;
  let [own, others, gained] = [0, 0, 0];
  const count = (other: number) => {
    if (Math.abs((times[other] ?? 0) - at) <= 1) own += filled[other] ?? 0;
    else {
      others += filled[other] ?? 0;
      gained += Math.max(0, excess[other] ?? 0);
    }
  };
  for (let other = entry; other > 0 && at - (times[other] ?? 0) <= DAYS_AROUND; other--) count(other);
  for (let other = entry + 1; other < times.length && (times[other] ?? 0) - at <= DAYS_AROUND; other++) count(other);
  return others === 0 ? 1 : Math.min(1, (gained + OWN_WEIGHT * own) / (others + OWN_WEIGHT * own));
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
    const own = numbersFrom(values.length, (entry) => (isActive[entry] === kind ? (values[entry] ?? Number.NaN) : Number.NaN));
    const known = knownOf(own).length;
    if (known === 0) continue;
    // Of a few silent days nothing is usual.
    const levels = kind === 1 || known >= ENOUGH ? usualLevel(own) : new Float64Array(own.length);
    const ratios = knownOf(numbersFrom(own.length, (entry) => (own[entry] ?? 0) / Math.max(levels[entry] ?? 0, 1e-9)));
    const gate = Math.min(GATE_MOST, Math.max(GATE_LEAST, quantileOf(ratios, 0.9)));
    for (let entry = 0; entry < own.length; entry++) {
      const extra = (own[entry] ?? 0) - gate * (levels[entry] ?? 0);
      if (extra > 0) sum[entry] = (sum[entry] ?? 0) + extra;
    }
  }
}
