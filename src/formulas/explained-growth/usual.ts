import { quantileOf, weightedQuantiles } from '../../base/statistics.ts';
import type { CleanSeries } from './clean.ts';

/** The account's usual pace in logs per day, row by row (rows with and without activity have their own where there are enough). */
export interface UsualPace {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Rows of a kind needed to know that kind's own pace. */
const ENOUGH = 8;

/** Fitted to the lower part of the growth rates: bought followers can only inflate the upper one. */
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
    const [q10 = 0, q35 = 0] = weightedQuantiles(rates, Float64Array.from(group, gap), [0.1, 0.35]);
    // For a normal sample these are its mean and deviation.
    const spread = (q35 - q10) / 0.896;
    for (const entry of group) {
      deviation[entry] = spread;
      mean[entry] = q35 + 0.385 * spread;
    }
  }
  return { mean, deviation };
}

/** What a metric usually is: the lower of its surroundings and its overall median, row by row. */
export function usualLevel(values: Float64Array, halfWindow = 12): Float64Array {
  const overall = quantileOf(
    values.filter((value) => !Number.isNaN(value)),
    0.5,
  );
  const sorted: number[] = [];
  const levels = new Float64Array(values.length).fill(overall);
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
    const middle = sorted.length >> 1;
    const local = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
    if (sorted.length > 0 && local !== undefined) levels[entry] = Math.min(local, overall);
  }
  return levels;
}
