import { knownOf } from '../../base/statistics.ts';
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
  const amounts = all.filter(({ field }) => (field.kind === 'count' || field.kind === 'money') && field.id !== 'followers');
  const sums = amounts.map(({ numbers }) => knownOf(numbers ?? new Float64Array()).reduce((sum, value) => sum + value, 0));
  const dates = all.filter(({ field, states }) => field.kind === 'date' && 2 * filled(states) > length);
  const names = all.filter(({ texts }) => texts !== undefined);
  const found: number[] = [];
  for (let row = 0; row < length; row++) {
    let [agreeing, other] = [0, 0];
    amounts.forEach(({ numbers }, place) => {
      const value = numbers?.[row] ?? Number.NaN;
      if (Number.isNaN(value) || value === 0) return;
      if (Math.abs(2 * value - (sums[place] ?? 0)) <= ROUNDING * value) agreeing++;
      else other++;
    });
    if (agreeing === 0 || other > 0 || dates.some(({ states }) => states[row] !== 0)) continue;
    const isNamed = names.some(({ texts }) => (texts?.[row] ?? '') !== '');
    if (!isNamed || (agreeing >= 2 && dates.length > 0)) found.push(row);
  }
  return found.length === 1 ? found : [];
}

const filled = (states: TypedColumn['states']): number => states.reduce((sum, state) => sum + (state === 0 ? 0 : 1), 0);
