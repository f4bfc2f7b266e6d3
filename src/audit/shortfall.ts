import { fromMovingMedian, NEIGHBOURS } from '../patterns/neighbours.ts';
import type { Table } from '../patterns/table.ts';
import type { BillLine, BillPart, SheetReport } from './report.ts';

/** A shortfall that rests on fewer posts is not shown. */
const FEWEST_POSTS = 8;

/**
 * Row → engagements that the row's post is below what posts around it, of the same account and type, reach; negative where it is above.
 * Posts that are paid for are not compared.
 */
export function distancesBelowUsual(table: Table): ReadonlyMap<number, number> {
  const followers = table.columns.get('followers')?.numbers;
  const { logRates, series } = table.posts();
  const below = new Map<number, number>();
  for (const rows of series) {
    const rates = Float64Array.from(rows, (row) => logRates[row] ?? 0);
    fromMovingMedian(rates, NEIGHBOURS).forEach((distance, place) => {
      const row = rows[place] ?? 0;
      const own = Math.exp(rates[place] ?? 0) * (followers?.[row] ?? 0);
      below.set(table.rowNumbers[row] ?? 0, own * (Math.exp(-distance) - 1));
    });
  }
  return below;
}

/** Engagements below the usual level over the rows in which something was found: both signs summed, shown only when it is a shortfall. */
export function shortfallOf({ sheet, results }: SheetReport, below: ReadonlyMap<number, number>): readonly BillLine[] {
  const parts = new Map<number, BillPart>();
  for (const { signal, pattern, findings } of results) {
    for (const { row } of findings) {
      const amount = row === null ? undefined : below.get(row);
      if (row !== null && amount !== undefined && !parts.has(row)) parts.set(row, { sheet, row, pattern, signal, amount });
    }
  }
  const all = [...parts.values()];
  const amount = all.reduce((sum, part) => sum + part.amount, 0);
  return all.length >= FEWEST_POSTS && amount >= 1 ? [{ unit: 'engagements', amount, parts: all }] : [];
}
