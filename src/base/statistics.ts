import { cumulativeStdNormalProbability, quantile, sampleCorrelation } from 'simple-statistics';

/** So many numbers, each from its place. A plain loop: `Float64Array.from` with a function is several times slower. */
export function numbersFrom(count: number, valueAt: (index: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index++) numbers[index] = valueAt(index);
  return numbers;
}

/** The value below which a share of the numbers lies; `NaN` for none. `share` 0.5 is the median. Selects, which is faster than sorting. */
export function quantileOf(numbers: ArrayLike<number>, share: number): number {
  if (numbers.length === 0) return Number.NaN;
  const typed = numbers instanceof Float64Array ? numbers : new Float64Array(numbers);
  // The library takes a copy, in which it reads and swaps elements.
  return quantile(typed as unknown as number[], share);
}

/** The largest number, -Infinity for none. `Math.max` of a spread list fails beyond some hundred thousand. */
export function largestOf(numbers: ArrayLike<number>): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < numbers.length; index++) largest = Math.max(largest, numbers[index] ?? largest);
  return largest;
}

/** The smallest number, Infinity for none. */
export function smallestOf(numbers: ArrayLike<number>): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < numbers.length; index++) smallest = Math.min(smallest, numbers[index] ?? smallest);
  return smallest;
}

export function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] ?? 0;
  return sum;
}

/** The middle value; `NaN` for none. */
export const medianOf = (numbers: ArrayLike<number>): number => quantileOf(numbers, 0.5);

/** Median absolute deviation, scaled to be the standard deviation of a normal sample. */
export function robustDeviation(numbers: ArrayLike<number>, middle = medianOf(numbers)): number {
  return 1.4826 * medianOf(numbersFrom(numbers.length, (index) => Math.abs((numbers[index] ?? 0) - middle)));
}

/** The known ones among the numbers. */
export function knownOf(numbers: Float64Array): Float64Array {
  const known = new Float64Array(numbers.length);
  let count = 0;
  for (const value of numbers) if (!Number.isNaN(value)) known[count++] = value;
  return known.subarray(0, count);
}

/** The first of so many places at which something is reached that stays reached from there on; the last place where it never is. */
export function firstPlace(count: number, isReached: (place: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Values below which these shares of the total weight lie. */
export function weightedQuantiles(values: Float64Array, weights: Float64Array, shares: readonly number[]): readonly number[] {
  // Numbers sort many times faster than places by their numbers; summing anew at each step of a search costs less than that.
  const sorted = new Float64Array(values).sort();
  const weightUpTo = (most: number) => {
    let sum = 0;
    for (let index = 0; index < values.length; index++) if ((values[index] ?? 0) <= most) sum += weights[index] ?? 0;
    return sum;
  };
  const total = sumOf(weights);
  return shares.map((share) => sorted[firstPlace(sorted.length, (place) => weightUpTo(sorted[place] ?? 0) >= share * total)] ?? Number.NaN);
}

/**
 * A straight line through points in time order, outlying `y` drawn in.
 * @returns its slope, and the variance of the slope from the successive differences of `y`, which a slow drift does not inflate
 */
export function regress(x: Float64Array, y: Float64Array): { readonly slope: number; readonly variance: number } {
  const middle = medianOf(y);
  const spread = robustDeviation(y, middle);
  const held = numbersFrom(y.length, (index) => Math.min(middle + 3 * spread, Math.max(middle - 3 * spread, y[index] ?? 0)));
  const meanX = sumOf(x) / x.length;
  const meanY = sumOf(held) / x.length;
  let products = 0;
  let squares = 0;
  let differences = 0;
  for (let index = 0; index < x.length; index++) {
    const offset = (x[index] ?? 0) - meanX;
    products += offset * ((held[index] ?? 0) - meanY);
    squares += offset * offset;
    if (index > 0) differences += ((held[index] ?? 0) - (held[index - 1] ?? 0)) ** 2;
  }
  if (squares === 0) return { slope: 0, variance: Number.POSITIVE_INFINITY };
  return { slope: products / squares, variance: differences / (2 * (x.length - 1)) / squares };
}

/** Places of the numbers from the smallest on, equal ones as they stand. Sorts a plain list, whose sort makes use of what is in order already. */
export function placesInOrder(numbers: ArrayLike<number>): number[] {
  const places = new Array<number>(numbers.length);
  for (let place = 0; place < places.length; place++) places[place] = place;
  return places.sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0));
}

/** Ranks from 1 in the order of the values, ties sharing their mean rank, and the sum of t³ - t over the ties. */
export interface Ranking {
  readonly ranks: Float64Array;
  readonly ties: number;
}

export const ranksOf = (values: ArrayLike<number>): Ranking => ranksInOrder(values, placesInOrder(values));

/** The same where the places in ascending order are known. */
export function ranksInOrder(values: ArrayLike<number>, order: readonly number[]): Ranking {
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

/** Chance of a standard normal value at or below `z`. */
export function normalBelow(z: number): number {
  return cumulativeStdNormalProbability(z);
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
