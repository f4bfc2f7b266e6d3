import type { CleanSeries } from '../../src/growth/clean.ts';
import type { Activity } from '../../src/growth/series.ts';

/** A clean series made by hand: a row a day, exact counts, no activity, nothing explained, unless said otherwise. */
export function cleanOf(followers: readonly number[], given: Partial<CleanSeries> = {}): CleanSeries {
  return {
    rows: Int32Array.from(followers, (_, entry) => entry),
    followers: Float64Array.from(followers),
    times: Float64Array.from(followers, (_, entry) => entry),
    activity: [],
    reach: undefined,
    explained: new Uint8Array(followers.length),
    isAlternating: false,
    isNewestFirst: false,
    rounding: new Float64Array(followers.length),
    mistyped: [],
    cumulative: [],
    usualGap: 1,
    ...given,
  };
}

/** One kind of activity, an entry per row. */
export const acts = (values: readonly number[], kind: Activity['kind'] = 'likes') => ({ kind, values: Float64Array.from(values) });

/** The same value in so many entries, some of them replaced. */
export function repeated(count: number, value: number, replaced: Readonly<Record<number, number>> = {}): readonly number[] {
  return Array.from({ length: count }, (_, entry) => replaced[entry] ?? value);
}

/** Followers that grow by these rates, in logs per row, from a thousand. */
export function grown(rates: readonly number[]): readonly number[] {
  const followers = [1000];
  for (const rate of rates) followers.push((followers[followers.length - 1] ?? 0) * Math.exp(rate));
  return followers;
}
