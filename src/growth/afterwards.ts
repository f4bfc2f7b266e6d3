import { largestOf, medianOf, numbersAt, numbersFrom, regress, smallestOf } from '../base/statistics.ts';
import type { CleanSeries } from './clean.ts';
import type { Excess } from './payment.ts';
import type { UsualPace } from './usual.ts';

/** Likes grow a little slower than followers: measured on 548 accounts. */
const ELASTICITY = 0.85;
/** The activity level of an honest account wanders by about this much, in logs. */
const DRIFT = 0.2;

/** Unexplained followers still there, row by row: gains in, losses out. */
export function survivors({ drop, unpaid }: Excess): Float64Array {
  let alive = 0;
  return unpaid.map((gain, entry) => {
    alive = Math.max(0, alive + gain - (drop[entry] ?? 0));
    return alive;
  });
}

/** So many days after a gain show whether people still come, or what was delivered leaks away. */
const DAYS_OBSERVED = 14.5;
/** More than this part of the gain says no more. */
const MOST_AFTERMATH = 0.5;
/** How fast what is observed loses its worth where the account's own noise, in parts of the gain, is large. */
const NOISE_WEIGHT = 10;

/** Followers beyond the usual pace in the two weeks after a gain, until the next jump, with the variance that the account's noise gives them. */
export interface Aftermath {
  readonly followers: number;
  readonly variance: number;
}

export function aftermathOf(
  { times, followers, usualGap }: CleanSeries,
  pace: UsualPace,
  { excess, isJump }: Pick<Excess, 'excess' | 'isJump'>,
  last: number,
): Aftermath {
  let sum = 0;
  let variance = 0;
  for (let entry = last + 1; entry < times.length && !isJump[entry]; entry++) {
    if ((times[entry] ?? 0) - (times[last] ?? 0) > DAYS_OBSERVED) break;
    const gap = (times[entry] ?? 0) - (times[entry - 1] ?? 0);
    sum += excess[entry] ?? 0;
    variance += ((pace.deviation[entry] ?? 0) * (followers[entry - 1] ?? 0)) ** 2 * gap * usualGap;
  }
  return { followers: sum, variance };
}

/** The aftermath as a part of the gain, held in bounds, and the less the noisier the account. */
export function heldAftermath({ followers, variance }: Aftermath, gained: number): number {
  return within(followers / gained, MOST_AFTERMATH) / (1 + (NOISE_WEIGHT * variance) / gained ** 2);
}

const within = (value: number, bound: number) => Math.min(bound, Math.max(-bound, value));
/** Log of a normal density, constants aside. */
const logNormal = (value: number, mean: number, variance: number) => -((value - mean) ** 2) / (2 * variance) - Math.log(variance) / 2;

/** The rows with real activity, and the logarithms of it and of their followers. */
export interface AllActivity {
  readonly entries: Int32Array;
  readonly acts: Float64Array;
  readonly followers: Float64Array;
}

export function allActivity(series: CleanSeries): AllActivity {
  const totals = totalActivity(series);
  const entries = activeEntries(totals);
  const logsOf = (values: Float64Array) => numbersFrom(entries.length, (place) => Math.log(values[entries[place] ?? 0] ?? 1));
  return { entries, acts: logsOf(totals), followers: logsOf(series.followers) };
}

/** All activity of each row, `NaN` where none is known. */
function totalActivity({ activity, times }: CleanSeries): Float64Array {
  const totals = new Float64Array(times.length).fill(Number.NaN);
  for (const { values } of activity) {
    for (let entry = 0; entry < totals.length; entry++) {
      const value = values[entry] ?? Number.NaN;
      if (!Number.isNaN(value)) totals[entry] = Number.isNaN(totals[entry] ?? Number.NaN) ? value : (totals[entry] ?? 0) + value;
    }
  }
  return totals;
}

/** Nearly silent rows say nothing of the audience. */
function activeEntries(totals: Float64Array): Int32Array {
  const above = (least: number): Int32Array => {
    const entries = new Int32Array(totals.length);
    let count = 0;
    for (let entry = 0; entry < totals.length; entry++) if ((totals[entry] ?? 0) > least) entries[count++] = entry;
    return entries.subarray(0, count);
  };
  const active = above(0);
  return active.length > 0 ? above(0.02 * medianOf(numbersAt(totals, active))) : active;
}

/** Did the newcomers live? Said in words, not weighed: once the gain is judged it adds nothing. Log-odds for "they never act" against "they act like everybody", held in ±3; 0 when it cannot be told. */
export function levelEvidence(series: CleanSeries, { entries, acts, followers }: AllActivity, inert: Float64Array): number {
  if (entries.length < 4) return 0;
  const x = numbersFrom(entries.length, (place) => {
    const all = series.followers[entries[place] ?? 0] ?? 1;
    return ELASTICITY * Math.log(all / Math.max(1, all - (inert[entries[place] ?? 0] ?? 0)));
  });
  const farthest = largestOf(x);
  if (farthest < 1e-6) return 0;
  const y = numbersFrom(entries.length, (place) => (acts[place] ?? 0) - ELASTICITY * (followers[place] ?? 0));
  const { slope, variance } = regress(x, y);
  const error = variance + (2 * DRIFT ** 2) / farthest ** 2;
  return within(logNormal(-slope, 0.9, error + 0.2 ** 2) - logNormal(-slope, 0.2, error + 0.25 ** 2), 3);
}

/** The only handle on a drip that fills the whole sheet: activity that does not grow with the followers. Log-odds, or -5 when they hardly grew. */
export function dilutionEvidence({ acts, followers }: AllActivity): number {
  if (followers.length < 8) return -5;
  const grown = largestOf(followers) - smallestOf(followers);
  if (grown < Math.log(1.25)) return -5;
  const { slope, variance } = regress(followers, acts);
  const error = variance + (2 * DRIFT ** 2) / grown ** 2 + 0.15 ** 2;
  return -2.2 + within(logNormal(slope, 0.05, error) - logNormal(slope, 0.8, error), 3.5);
}
