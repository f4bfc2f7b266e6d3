import { sampleCorrelation } from 'simple-statistics';
import { type Places, placesInOrder } from './order.ts';
import { normalBelow } from './statistics.ts';

/** Ranks from 1 in the order of the values, ties sharing their mean rank, and the sum of t³ - t over the ties. */
export interface Ranking {
  readonly ranks: Float64Array;
  readonly ties: number;
}

export const ranksOf = (values: ArrayLike<number>): Ranking => ranksInOrder(values, placesInOrder(values));

/** The same where the places in ascending order are known. */
export function ranksInOrder(values: ArrayLike<number>, order: Places): Ranking {
  const ranks = new Float64Array(order.length);
  let ties = 0;
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[first] ?? 0]) end++;
    for (let at = first; at < end; at++) ranks[order[at] ?? 0] = (first + 1 + end) / 2;
    ties += (end - first) ** 3 - (end - first);
    first = end;
  }
  return { ranks, ties };
}

/** One group of comparable values, and which of them are those in question. */
export interface Stratum {
  readonly ranking: Ranking;
  /** Their places in the group. */
  readonly own: readonly number[];
}

/**
 * Stratified rank-sum test (van Elteren 1960), ties corrected: are the own values smaller than the others' of the same stratum?
 * @returns z, negative where they are smaller; 0 when nothing can be compared
 */
export function stratifiedRankSum(strata: readonly Stratum[]): number {
  let sum = 0;
  let variance = 0;
  for (const { own, ranking } of strata) {
    const { ranks, ties } = ranking;
    const count = ranks.length;
    const others = count - own.length;
    if (own.length === 0 || others === 0) continue;
    let rankSum = 0;
    for (const place of own) rankSum += ranks[place] ?? 0;
    sum += (rankSum - (own.length * (count + 1)) / 2) / (count + 1);
    variance += (((own.length * others) / 12) * (count + 1 - ties / (count * (count - 1)))) / (count + 1) ** 2;
  }
  return variance > 0 ? sum / Math.sqrt(variance) : 0;
}

/** Spearman's rank correlation, and its two-sided p from the normal approximation. */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): { readonly correlation: number; readonly p: number } {
  const [first, second] = [ranksOf(x).ranks, ranksOf(y).ranks];
  const spread = (ranks: Float64Array) => ranks.some((rank) => rank !== ranks[0]);
  if (x.length < 3 || !spread(first) || !spread(second)) return { correlation: 0, p: 1 };
  // The library only reads the elements.
  const correlation = sampleCorrelation(first as unknown as number[], second as unknown as number[]);
  return { correlation, p: 2 * (1 - normalBelow(Math.abs(correlation) * Math.sqrt(x.length - 1))) };
}
