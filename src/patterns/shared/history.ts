import { medianOf } from '../../base/statistics.ts';
import { timesOf } from '../../table/row-facts.ts';
import type { TableContent } from '../../table/table.ts';

/** Where fewer rows than this part have another row of the same account, the table is a list of accounts. */
const REPEATING_PART = 0.5;
/** Follower counts of one account seldom change by half from row to row; in a list of accounts neighbours mostly do. */
const USUAL_STEP = Math.log(1.5);
/** So many rows tell a list from a history. */
const ENOUGH_ROWS = 1000;

/** Why the rows of a table are not the history of its accounts: different accounts side by side, or nothing that tells which row came first. */
export type NoHistory = 'list' | 'no-order';

/**
 * Growth is a matter of time: rows are one account's history where dates put them in order, or where an account column repeats and their
 * order in the sheet stands for time. A list of people, bloggers or channels with their follower counts is none.
 * @returns `undefined` where the rows are a history
 */
export function whyNoHistory(table: TableContent): NoHistory | undefined {
  // Follower counts in a table of placements are the bloggers'.
  if (table.fields.has('placement')) return 'list';
  const isNamed = table.columns.has('account');
  if (isNamed && repeatingPart(table) < REPEATING_PART) return 'list';
  const times = timesOf(table);
  const isDated = times?.some((time) => !Number.isNaN(time)) ?? false;
  if (!isDated && !isNamed) return 'no-order';
  return usualStep(table, isDated ? times : undefined) > USUAL_STEP ? 'list' : undefined;
}

/** Part of the rows whose account has another row. */
function repeatingPart({ accounts, length }: TableContent): number {
  const rows = new Map<number, number>();
  for (const account of accounts) rows.set(account, (rows.get(account) ?? 0) + 1);
  const single = [...rows.values()].filter((count) => count === 1).length;
  return length === 0 ? 1 : 1 - single / length;
}

/** By how much, in logarithms, follower counts of an account change from one row to the next in time: the median. */
function usualStep({ accounts, columns, length }: TableContent, times: ArrayLike<number> | undefined): number {
  const followers = columns.get('followers')?.numbers ?? [];
  const rows = Array.from({ length: Math.min(length, ENOUGH_ROWS) }, (_, row) => row).filter((row) => (followers[row] ?? 0) > 0);
  rows.sort((one, other) => (accounts[one] ?? 0) - (accounts[other] ?? 0) || (times?.[one] ?? 0) - (times?.[other] ?? 0) || one - other);
  const steps = rows.flatMap((row, place) => {
    const before = rows[place - 1];
    if (before === undefined || accounts[before] !== accounts[row]) return [];
    return [Math.abs(Math.log((followers[row] ?? 1) / (followers[before] ?? 1)))];
  });
  return steps.length === 0 ? 0 : medianOf(steps);
}
