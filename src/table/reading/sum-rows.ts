import { knownOf, sumOf } from '../../base/statistics.ts';
import type { TableContent, TypedColumn } from '../table.ts';

/** With fewer rows beside it a row may well be the sum of the others by chance. */
const FEWEST_OTHERS = 3;
/** Sums of rounded parts miss by a little. */
const ROUNDING = 1e-3;

/**
 * Rows that are the sum of all others, whatever stands in front of them: arithmetic tells a total that bears no label. A row with a
 * name of its own is one only if it is undated among dated rows and agrees in two columns.
 * @returns positions among the table's data rows
 */
export function sumRows({ columns, length }: TableContent): readonly number[] {
  if (length <= FEWEST_OTHERS) return [];
  const all = [...columns.values()];
  // Followers are a level: the last row of a growing account may be any number.
  const amounts = all.flatMap(({ field, numbers }) =>
    numbers && (field.kind === 'count' || field.kind === 'money') && field.id !== 'followers'
      ? [{ numbers, sum: sumOf(knownOf(numbers)) }]
      : [],
  );
  /** How many amounts of a row are the sum of all others; none where one of them is not. */
  const agreeingAt = (row: number): number => {
    let agreeing = 0;
    for (const { numbers, sum } of amounts) {
      const value = numbers[row] ?? Number.NaN;
      if (Number.isNaN(value) || value === 0) continue;
      if (!(Math.abs(2 * value - sum) <= ROUNDING * value)) return 0;
      agreeing++;
    }
    return agreeing;
  };
  const dates = all.filter(({ field, states }) => field.kind === 'date' && 2 * filled(states) > length);
  const names = all.filter(({ field }) => field.kind === 'text');
  const found: number[] = [];
  for (let row = 0; row < length; row++) {
    const agreeing = agreeingAt(row);
    if (agreeing === 0 || dates.some(({ states }) => states[row] !== 0)) continue;
    const isNamed = names.some(({ texts }) => (texts?.[row] ?? '') !== '');
    if (!isNamed || (agreeing >= 2 && dates.length > 0)) found.push(row);
  }
  return found.length === 1 ? found : [];
}

function filled(states: TypedColumn['states']): number {
  let count = 0;
  for (const state of states) if (state !== 0) count++;
  return count;
}
