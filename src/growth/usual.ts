import { placesUpTo } from '../base/order.ts';
import { knownOf, medianOf, weightedQuantiles } from '../base/statistics.ts';
import { eachWindow, middleOf } from '../base/windows.ts';
import type { CleanSeries } from './clean.ts';

/** The account's usual pace in logs per day, row by row (rows with and without activity have their own where there are enough). */
export interface UsualPace {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Rows of a kind needed to know what is usual for that kind. */
export const ENOUGH = 8;

/** 1 for rows with any activity, 0 for days on which nothing was posted. */
export function activeRows({ activity, times }: CleanSeries): Uint8Array {
  const isActive = new Uint8Array(times.length);
  for (const { values } of activity) for (let entry = 0; entry < values.length; entry++) if ((values[entry] ?? 0) > 0) isActive[entry] = 1;
  return isActive;
}

/** A young account's pace changes over weeks: so many rows to each side are its surroundings. */
const SURROUNDINGS = 25;

/**
 * Fitted to the lower part of the growth rates: bought followers can only inflate the upper one. Young accounts grow fast and slow down, so
 * early rows are measured by their surroundings where these are faster than the whole; the pace may only fall from there, or a drip in the
 * middle would pass for youth.
 */
export function usualPace(series: CleanSeries): UsualPace {
  const { followers, times } = series;
  const count = followers.length;
  const isActive = activeRows(series);
  // The oldest row has no growth.
  const entries = placesUpTo(count).subarray(1);
  const kinds = [1, 0].map((kind) => entries.filter((entry) => isActive[entry] === kind));
  const groups = kinds.every(({ length }) => length >= ENOUGH) ? kinds : [entries];
  const mean = new Float64Array(count);
  const deviation = new Float64Array(count);
  for (const group of groups) {
    const gaps = new Float64Array(group.length);
    const rates = new Float64Array(group.length);
    group.forEach((entry, place) => {
      const gap = Math.max((times[entry] ?? 0) - (times[entry - 1] ?? 0), 1e-6);
      gaps[place] = gap;
      rates[place] = Math.log((followers[entry] ?? 1) / (followers[entry - 1] ?? 1)) / gap;
    });
    const [low = 0, upper = 0] = weightedQuantiles(rates, gaps, [LOW, UPPER]);
    const whole = paceOf(low, upper);
    let youth = { mean: Number.POSITIVE_INFINITY, deviation: 0 };
    eachWindow(rates, SURROUNDINGS, (sorted, size, place) => {
      const entry = group[place] ?? 0;
      const local = paceOf(quantileAmong(sorted, size, LOW), quantileAmong(sorted, size, UPPER));
      if (local.mean < youth.mean) youth = local;
      const isFaster = youth.mean > whole.mean;
      mean[entry] = isFaster ? youth.mean : whole.mean;
      deviation[entry] = isFaster ? Math.max(youth.deviation, whole.deviation) : whole.deviation;
    });
  }
  return { mean, deviation };
}

const quantileAmong = (sorted: Float64Array, size: number, share: number) => sorted[Math.max(0, Math.ceil(share * size) - 1)] ?? 0;

/** The lower part of the growth rates: from this quantile to that. */
const LOW = 0.1;
const UPPER = 0.35;

/** For a normal sample these are its mean and deviation. */
function paceOf(q10: number, q35: number): { readonly mean: number; readonly deviation: number } {
  const deviation = (q35 - q10) / 0.896;
  return { mean: q35 + 0.385 * deviation, deviation };
}

/** What a metric usually is: the lower of its surroundings and its overall median, row by row. */
export function usualLevel(values: Float64Array, halfWindow = 12): Float64Array {
  const overall = medianOf(knownOf(values));
  const levels = new Float64Array(values.length).fill(overall);
  eachWindow(values, halfWindow, (sorted, size, entry) => {
    if (size > 0) levels[entry] = Math.min(middleOf(sorted, size), overall);
  });
  return levels;
}
