import { medianSorted, quantileSorted } from 'simple-statistics';

/** Numbers in ascending order, as a new list. */
function sortedOf(numbers: ArrayLike<number>): number[] {
  // Typed arrays sort by value, and fast.
  return Array.from(Float64Array.from(numbers as ArrayLike<number>).sort());
}

/** The value below which a share of the numbers lies; `NaN` for none. `share` 0.5 is the median. */
export function quantileOf(numbers: ArrayLike<number>, share: number): number {
  return numbers.length === 0 ? Number.NaN : quantileSorted(sortedOf(numbers), share);
}

/** The middle value; `NaN` for none. */
export function medianOf(numbers: ArrayLike<number>): number {
  return numbers.length === 0 ? Number.NaN : medianSorted(sortedOf(numbers));
}

/** Values below which these shares of the total weight lie. */
export function weightedQuantiles(values: Float64Array, weights: Float64Array, shares: readonly number[]): readonly number[] {
  const order = Array.from(values, (_, index) => index).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return shares.map((share) => {
    let passed = 0;
    for (const index of order) {
      passed += weights[index] ?? 0;
      if (passed >= share * total) return values[index] ?? Number.NaN;
    }
    return Number.NaN;
  });
}

/**
 * A straight line through points in time order, outlying `y` drawn in.
 * @returns its slope, and the variance of the slope from the successive differences of `y`, which a slow drift does not inflate
 */
export function regress(x: readonly number[], y: readonly number[]): { readonly slope: number; readonly variance: number } {
  const middle = medianOf(y);
  const spread = 1.4826 * medianOf(y.map((value) => Math.abs(value - middle)));
  const held = y.map((value) => Math.min(middle + 3 * spread, Math.max(middle - 3 * spread, value)));
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = held.reduce((sum, value) => sum + value, 0) / x.length;
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
