import { type ComparablePost, fromMovingMedian, logEngagementRate, NEIGHBOURS, seriesOfPosts } from '../patterns/neighbours.ts';
import type { Table } from '../patterns/table.ts';
import type { BillLine, BillPart, SheetReport } from './report.ts';

/** A shortfall that rests on fewer posts is not shown. */
const FEWEST_POSTS = 8;

/**
 * Row → engagements that the row's post is below what posts around it, of the same account and type, reach; negative where it is above.
 * Posts that are paid for are not compared.
 */
export function distancesBelowUsual(table: Table): ReadonlyMap<number, number> {
  const posts = Array.from({ length: table.length }, (_, index) => postAt(table, index)).filter(
    (post) => logEngagementRate(post) !== undefined,
  );
  const below = new Map<number, number>();
  for (const series of seriesOfPosts(posts)) {
    const rates = series.map((post) => logEngagementRate(post) ?? 0);
    fromMovingMedian(rates, NEIGHBOURS).forEach((distance, index) => {
      const post = series[index];
      if (!post) return;
      const own = Math.exp(rates[index] ?? 0) * (post.followers ?? 0);
      below.set(table.rowNumbers[post.index] ?? 0, own * (Math.exp(-distance) - 1));
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

/** A post as the comparisons of patterns see it. */
function postAt(table: Table, index: number): ComparablePost {
  const number = (field: string) => {
    const value = table.columns.get(field)?.numbers?.[index];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const text = (field: string) => table.columns.get(field)?.texts?.[index] || undefined;
  return {
    index,
    account: table.accounts[index] ?? 0,
    followers: number('followers'),
    likes: number('likes'),
    comments: number('comments'),
    saves: number('saves'),
    engagements: number('engagements'),
    publishedAt: number('publishedAt') ?? number('day'),
    spend: number('spend'),
    paid: table.columns.get('paid')?.flags?.[index] === 1 ? true : undefined,
    note: text('note'),
    format: text('format'),
  };
}
