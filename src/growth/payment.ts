import { knownOf, numbersFrom, quantileOf } from '../base/statistics.ts';
import type { CleanSeries } from './clean.ts';
import { activeRows, ENOUGH, type UsualPace, usualLevel } from './usual.ts';

/** A row's growth beyond the usual pace, and what of it nothing explains. */
export interface Excess {
  /** Followers above the expected; negative below it. */
  readonly excess: Float64Array;
  /** Followers that the account's own noise may bring. */
  readonly tolerance: Float64Array;
  readonly isJump: Uint8Array;
  /** Followers lost beyond the noise. */
  readonly drop: Float64Array;
  /** Followers of a jump that neither activity, reach nor the sheet explains. */
  readonly unpaid: Float64Array;
}

/**
 * What a like, comment or save, and a person reached, may have brought: so many times what they bring this account on its quiet days, since a
 * sensation reaches strangers, and strangers follow far more often than regulars.
 */
const GENEROSITY = 25;
const GATE_LEAST = 1.5;
const GATE_MOST = 2.5;
const PRICE_PER_ACT_LEAST = 0.2;
const PRICE_PER_ACT_MOST = 0.7;
const PRICE_PER_REACHED_LEAST = 0.02;
const PRICE_PER_REACHED_MOST = 0.1;
/** Activity may pay for growth from so many days before it was counted to so many after. */
const DAYS_BEFORE = 1.6;
const DAYS_AFTER = 3;

export function explainGrowth(series: CleanSeries, pace: UsualPace): Excess {
  const { followers, times, rounding, usualGap, explained } = series;
  const count = followers.length;
  const excess = new Float64Array(count);
  const tolerance = new Float64Array(count);
  const isJump = new Uint8Array(count);
  const drop = new Float64Array(count);
  for (let entry = 1; entry < count; entry++) {
    const before = followers[entry - 1] ?? 1;
    const gap = Math.max((times[entry] ?? 0) - (times[entry - 1] ?? 0), 1e-6);
    const [mean, deviation] = [pace.mean[entry] ?? 0, pace.deviation[entry] ?? 0];
    const expected = before * (Math.exp(mean * gap) - 1);
    const noise = Math.max(
      3 * deviation * Math.sqrt(gap * usualGap),
      Math.abs(mean) * gap,
      (2 + 3 * Math.sqrt(Math.abs(expected))) / before,
      0.004,
      (1.1 * (rounding[entry] ?? 0)) / before,
    );
    excess[entry] = (followers[entry] ?? 0) - before - expected;
    tolerance[entry] = before * (Math.exp(Math.min(noise, 20)) - 1);
    if ((excess[entry] ?? 0) > (tolerance[entry] ?? 0)) isJump[entry] = 1;
    else if (-(excess[entry] ?? 0) > (tolerance[entry] ?? 0)) drop[entry] = -(excess[entry] ?? 0);
  }
  markRuns(series, excess, tolerance, isJump);
  const unpaid = payJumps(series, { excess, tolerance, isJump });
  for (let entry = 0; entry < count; entry++) if (explained[entry]) unpaid[entry] = 0;
  return { excess, tolerance, isJump, drop, unpaid };
}

/** Each unit of extra activity or reach pays once, for the oldest jump it can have caused. */
function payJumps(series: CleanSeries, { excess, tolerance, isJump }: Pick<Excess, 'excess' | 'tolerance' | 'isJump'>): Float64Array {
  const { times } = series;
  const wallets = walletsOf(series, isJump);
  const walletsBefore = Float64Array.from(wallets);
  const unpaid = new Float64Array(times.length);
  let first = 0;
  for (let entry = 1; entry < times.length; entry++) {
    if (!isJump[entry]) continue;
    const since = (times[entry - 1] ?? 0) - DAYS_AFTER;
    const until = (times[entry] ?? 0) + DAYS_BEFORE;
    while (first < times.length && (times[first] ?? 0) < since) first++;
    let owed = excess[entry] ?? 0;
    const cap = capOf(times, walletsBefore, excess, entry);
    for (let payer = first; payer < times.length && (times[payer] ?? 0) <= until && owed > 0; payer++) {
      const paid = Math.min(owed, (wallets[payer] ?? 0) * cap);
      wallets[payer] = (wallets[payer] ?? 0) - paid;
      owed -= paid;
    }
    unpaid[entry] = owed < (tolerance[entry] ?? 0) / 2 ? 0 : owed;
  }
  return unpaid;
}

/** Followers that each row's activity and reach beyond the usual could have brought. */
function walletsOf(series: CleanSeries, isJump: Uint8Array): Float64Array {
  const { activity, reach, times } = series;
  const perAct = priceOf(
    series,
    isJump,
    activity.map(({ values }) => values),
    PRICE_PER_ACT_LEAST,
    PRICE_PER_ACT_MOST,
  );
  const perReached = priceOf(series, isJump, reach ? [reach] : [], PRICE_PER_REACHED_LEAST, PRICE_PER_REACHED_MOST);
  const isActive = activeRows(series);
  const acts = new Float64Array(times.length);
  for (const { values } of activity) addExtra(acts, values, isActive, GATE_LEAST, GATE_MOST);
  const reached = new Float64Array(times.length);
  if (reach) addExtra(reached, reach, isActive, GATE_LEAST, GATE_MOST);
  return acts.map((extra, entry) => Math.max(perAct * extra, perReached * (reached[entry] ?? 0)));
}

/** Followers that one unit of these columns may have brought: what it brought on quiet days, times the generosity, within sane bounds. */
function priceOf({ followers }: CleanSeries, isJump: Uint8Array, columns: readonly Float64Array[], least: number, most: number): number {
  let gained = 0;
  let units = 0;
  for (let entry = 1; entry < followers.length; entry++) {
    if (isJump[entry]) continue;
    gained += (followers[entry] ?? 0) - (followers[entry - 1] ?? 0);
    for (const values of columns) units += values[entry] || 0;
  }
  return Math.min(most, Math.max(least, units > 0 ? (GENEROSITY * gained) / units : least));
}

/**
 * Adds what is above the gate: a level that this metric exceeds in a tenth of the rows, held in sensible bounds. Posts are measured by posts
 * and days without one by such days: were they mixed, half a year of silent days would make every post a sensation that pays for anything.
 */
function addExtra(sum: Float64Array, values: Float64Array, isActive: Uint8Array, least: number, most: number): void {
  for (const kind of [1, 0]) {
    const own = numbersFrom(values.length, (entry) => (isActive[entry] === kind ? (values[entry] ?? Number.NaN) : Number.NaN));
    const known = knownOf(own).length;
    if (known === 0) continue;
    // Of a few silent days nothing is usual.
    const levels = kind === 1 || known >= ENOUGH ? usualLevel(own) : new Float64Array(own.length);
    const ratios = knownOf(numbersFrom(own.length, (entry) => (own[entry] ?? 0) / Math.max(levels[entry] ?? 0, 1e-9)));
    const gate = Math.min(most, Math.max(least, quantileOf(ratios, 0.9)));
    for (let entry = 0; entry < own.length; entry++) {
      const extra = (own[entry] ?? 0) - gate * (levels[entry] ?? 0);
      if (extra > 0) sum[entry] = (sum[entry] ?? 0) + extra;
    }
  }
}

const L_K = 1;
const L_DAYS = 20;
const L_SKIP = 1;
const L_PRIOR = 0.3;
function capOf(times: Float64Array, wallets: Float64Array, excess: Float64Array, entry: number): number {
  let [units, gained, own] = [0, 0, 0];
  const at = times[entry] ?? 0;
  for (let other = entry; other > 0 && at - (times[other] ?? 0) <= L_DAYS; other--) add(other);
  for (let other = entry + 1; other < times.length && (times[other] ?? 0) - at <= L_DAYS; other++) add(other);
  function add(other: number) {
    const near = Math.abs((times[other] ?? 0) - at) <= L_SKIP;
    if (near) own += wallets[other] ?? 0;
    else {
      units += wallets[other] ?? 0;
      gained += Math.max(0, excess[other] ?? 0);
    }
  }
  if (units === 0) return 1;
  return Math.min(1, (L_K * (gained + L_PRIOR * own)) / (units + L_PRIOR * own) );
}

const D_ROWS = 5;
const D_PART = 0.5;
const D_GAPS = 1;
/** A drip: a run of rows each raised, though few of them jump. */
function markRuns({ times }: CleanSeries, excess: Float64Array, tolerance: Float64Array, isJump: Uint8Array): void {
  const isRaised = (entry: number) => (excess[entry] ?? 0) > D_PART * (tolerance[entry] ?? 0);
  for (let first = 1; first < times.length; first++) {
    if (!isRaised(first)) continue;
    let last = first;
    let raised = 1;
    for (let entry = first + 1; entry < times.length && entry - last <= 1 + D_GAPS; entry++) {
      if (!isRaised(entry)) continue;
      last = entry;
      raised++;
    }
    if (raised >= D_ROWS) for (let entry = first; entry <= last; entry++) if (isRaised(entry)) isJump[entry] = 1;
    first = last;
  }
}
