import { medianOf, numbersAt } from '../../base/statistics.ts';
import type { Table } from '../../patterns/engine/table.ts';
import type { PreparedAudit } from '../engine/prepare.ts';

/** Engagement rate by followers of comparable posts: the middle post of the earlier half, and of the later one. */
export interface HeldRate {
  readonly before: number;
  readonly since: number;
  /** Posts in each half. */
  readonly posts: number;
}

/** Fewer posts in a half say nothing. */
const FEWEST_POSTS = 10;
/** Less of the earlier rate is no longer the same. */
const HELD_PART = 0.95;

/** The longest run of comparable posts, where its rate kept up and that of no other run fell: what is said must be true of all. */
export function heldRateOf({ sheets }: Pick<PreparedAudit, 'sheets'>): HeldRate | undefined {
  const runs = sheets
    .flatMap(({ read, isContext }) => (read && !isContext ? halvesOf(read.table) : []))
    .sort((one, other) => other.posts - one.posts);
  return runs.every(({ before, since }) => since >= HELD_PART * before) ? runs[0] : undefined;
}

function halvesOf(table: Table): readonly HeldRate[] {
  const { logRates, series } = table.posts();
  return series.flatMap((all): readonly HeldRate[] => {
    const rows = [...all].filter((row) => table.inPeriod?.[row] !== 0);
    const posts = Math.floor(rows.length / 2);
    if (posts < FEWEST_POSTS) return [];
    const middle = (own: readonly number[]) => Math.exp(medianOf(numbersAt(logRates, own)));
    return [{ before: middle(rows.slice(0, posts)), since: middle(rows.slice(-posts)), posts }];
  });
}
