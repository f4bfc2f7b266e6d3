import { cumulativeStdNormalProbability, quantile } from 'simple-statistics';
import { placesInOrder } from './order.ts';

/** So many numbers, each from its place. A plain loop: `Float64Array.from` with a function is several times slower. */
export function numbersFrom(count: number, valueAt: (index: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index++) numbers[index] = valueAt(index);
  return numbers;
}

/** The numbers at these places, `NaN` where there is none. Without a function to call many times faster than `numbersFrom`. */
export function numbersAt(numbers: ArrayLike<number> | undefined, places: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(places.length);
  if (!numbers) return picked.fill(Number.NaN);
  for (let at = 0; at < picked.length; at++) picked[at] = numbers[places[at] ?? -1] ?? Number.NaN;
  return picked;
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

/** The known ones among the numbers: the numbers themselves where all are. */
export function knownOf(numbers: Float64Array): Float64Array {
  if (!numbers.includes(Number.NaN)) return numbers;
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

/** Values below which these shares of the total weight lie; the shares ascend. */
export function weightedQuantiles(values: Float64Array, weights: Float64Array, shares: readonly number[]): readonly number[] {
  const order = placesInOrder(values);
  const total = sumOf(weights);
  let at = 0;
  let sum = weights[order[at] ?? 0] ?? 0;
  return shares.map((share) => {
    while (at < order.length - 1 && sum < share * total) sum += weights[order[++at] ?? 0] ?? 0;
    return values[order[at] ?? -1] ?? Number.NaN;
  });
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

/** Chance of a standard normal value at or below `z`. */
export function normalBelow(z: number): number {
  return cumulativeStdNormalProbability(z);
}
