import { quantileOf, weightedQuantiles } from '../../base/statistics.ts';
import type { CleanSeries } from './clean.ts';

/** The account's usual pace in logs per day, row by row (rows with and without activity have their own where there are enough). */
export interface UsualPace {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Rows of a kind needed to know that kind's own pace. */
const ENOUGH = 8;

/** A young account's pace changes over weeks: so many rows to each side are its surroundings. */
const SURROUNDINGS = 25;

/**
 * Fitted to the lower part of the growth rates: bought followers can only inflate the upper one. Young accounts grow fast and slow down, so
 * early rows are measured by their surroundings where these are faster than the whole; the pace may only fall from there, or a drip in the
 * middle would pass for youth.
 */
export function usualPace({ followers, times, activity }: CleanSeries): UsualPace {
  const count = followers.length;
  const isActive = Array.from({ length: count }, (_, entry) => activity.some(({ values }) => (values[entry] ?? 0) > 0));
  const steps = Array.from({ length: count - 1 }, (_, before) => before + 1);
  const active = steps.filter((entry) => isActive[entry]);
  const quiet = steps.filter((entry) => !isActive[entry]);
  const groups = active.length >= ENOUGH && quiet.length >= ENOUGH ? [active, quiet] : [steps];
  const mean = new Float64Array(count);
  const deviation = new Float64Array(count);
  for (const group of groups) {
    const gap = (entry: number) => Math.max((times[entry] ?? 0) - (times[entry - 1] ?? 0), 1e-6);
    const rates = Float64Array.from(group, (entry) => Math.log((followers[entry] ?? 1) / (followers[entry - 1] ?? 1)) / gap(entry));
    const whole = paceOf(weightedQuantiles(rates, Float64Array.from(group, gap), LOWER_PART));
    const around = rollingQuantiles(rates, SURROUNDINGS, LOWER_PART);
    let youth = { mean: Number.POSITIVE_INFINITY, deviation: 0 };
    group.forEach((entry, place) => {
      const local = paceOf(around[place] ?? []);
      if (local.mean < youth.mean) youth = local;
      const isFaster = youth.mean > whole.mean;
      mean[entry] = isFaster ? youth.mean : whole.mean;
      deviation[entry] = isFaster ? Math.max(youth.deviation, whole.deviation) : whole.deviation;
    });
  }
  return { mean, deviation };
}

const LOWER_PART = [0.1, 0.35] as const;

/** For a normal sample these are its mean and deviation. */
function paceOf([q10 = 0, q35 = 0]: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const deviation = (q35 - q10) / 0.896;
  return { mean: q35 + 0.385 * deviation, deviation };
}

/** Quantiles of each value's surroundings, itself included. */
function rollingQuantiles(values: Float64Array, halfWindow: number, shares: readonly number[]): readonly (readonly number[])[] {
  const quantiles: number[][] = [];
  eachWindow(values, halfWindow, (sorted) => {
    quantiles.push(shares.map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN));
  });
  return quantiles;
}

/** What a metric usually is: the lower of its surroundings and its overall median, row by row. */
export function usualLevel(values: Float64Array, halfWindow = 12): Float64Array {
  const overall = quantileOf(
    values.filter((value) => !Number.isNaN(value)),
    0.5,
  );
  const levels = new Float64Array(values.length).fill(overall);
  eachWindow(values, halfWindow, (sorted, entry) => {
    const middle = sorted.length >> 1;
    const local = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
    if (sorted.length > 0 && local !== undefined) levels[entry] = Math.min(local, overall);
  });
  return levels;
}

/** Walks along the values with their surroundings in ascending order; unknown values are left out. */
function eachWindow(values: Float64Array, halfWindow: number, visit: (sorted: readonly number[], entry: number) => void): void {
  const sorted: number[] = [];
  const place = (value: number) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const add = (value: number | undefined) => {
    if (value !== undefined && !Number.isNaN(value)) sorted.splice(place(value), 0, value);
  };
  const drop = (value: number | undefined) => {
    if (value !== undefined && !Number.isNaN(value)) sorted.splice(place(value), 1);
  };
  for (let entry = 0; entry < halfWindow; entry++) add(values[entry]);
  for (let entry = 0; entry < values.length; entry++) {
    add(values[entry + halfWindow]);
    drop(values[entry - halfWindow - 1]);
    visit(sorted, entry);
  }
}
