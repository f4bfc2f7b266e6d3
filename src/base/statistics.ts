import { quantile } from 'simple-statistics';

/** The value below which a share of the numbers lies; `NaN` for none. `share` 0.5 is the median. */
export function quantileOf(numbers: readonly number[], share: number): number {
  return numbers.length === 0 ? Number.NaN : quantile([...numbers], share);
}
