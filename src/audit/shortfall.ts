import type { Evidence } from '../patterns/define.ts';
import { fromMovingMedian, NEIGHBOURS } from '../patterns/neighbours.ts';
import type { Table } from '../patterns/table.ts';
import type { BillLine, BillPart, SheetReport } from './report.ts';

/** A shortfall that rests on fewer posts is not shown. */
const FEWEST_POSTS = 8;

/** Engagements of a post, and what is usual around it. */
interface Compared extends Evidence {
  readonly usual: number;
  readonly own: number;
}

/**
 * Row → what posts around the row's post, of the same account and type, reach, and its own engagements. Posts that are paid for are not
 * compared.
 */
export function usualEngagements(table: Table): ReadonlyMap<number, Compared> {
  const followers = table.columns.get('followers')?.numbers;
  const { logRates, series } = table.posts();
  const compared = new Map<number, Compared>();
  for (const rows of series) {
    const rates = Float64Array.from(rows, (row) => logRates[row] ?? 0);
    fromMovingMedian(rates, NEIGHBOURS).forEach((distance, place) => {
      const row = rows[place] ?? 0;
      // The rates count one engagement more than there was.
      const own = Math.exp(rates[place] ?? 0) * (followers?.[row] ?? 0);
      compared.set(table.rowNumbers[row] ?? 0, { usual: own * Math.exp(-distance) - 1, own: own - 1 });
    });
  }
  return compared;
}

/** Engagements below the usual level over the rows in which something was found: both signs summed, shown only when it is a shortfall. */
export function shortfallOf({ sheet, results }: SheetReport, compared: ReadonlyMap<number, Compared>): readonly BillLine[] {
  const parts = new Map<number, BillPart>();
  for (const { signal, pattern, findings } of results) {
    for (const { row } of findings) {
      const evidence = row === null ? undefined : compared.get(row);
      if (row !== null && evidence && !parts.has(row))
        parts.set(row, { sheet, row, pattern, signal, amount: evidence.usual - evidence.own, evidence });
    }
  }
  const all = [...parts.values()];
  const amount = all.reduce((sum, part) => sum + part.amount, 0);
  return all.length >= FEWEST_POSTS && amount >= 1 ? [{ unit: 'engagements', amount, parts: all }] : [];
}
