import type { WallTime } from '../base/dates.ts';
import { firstPlace } from '../base/statistics.ts';
import { leadAt } from './fields/leads.ts';
import type { TableContent } from './table.ts';

type Columns = Pick<TableContent, 'columns'>;

/** What may say when a row was, the most telling first: each row goes by the first of them that it states. */
export const timeFields = ['placedAt', 'publishedAt', 'leadAt', 'day', 'sentAt'] as const;

/** Wall times of what each row tells of, `NaN` where it states none; `undefined` where no column could. */
export function timesOf({ columns }: Columns): Float64Array | undefined {
  const [first, ...others] = timeFields.flatMap((id) => columns.get(id)?.numbers ?? []);
  if (!first || others.length === 0) return first;
  const times = Float64Array.from(first);
  for (const other of others) {
    for (let row = 0; row < times.length; row++) if (Number.isNaN(times[row])) times[row] = other[row] ?? Number.NaN;
  }
  return times;
}

/** Wall time of what one row tells of; `undefined` where it states none. */
export function timeAt({ columns }: Columns, row: number): WallTime | undefined {
  for (const id of timeFields) {
    const time = columns.get(id)?.numbers?.[row];
    if (time !== undefined && !Number.isNaN(time)) return time;
  }
  return undefined;
}

/** Whether each row is somebody who asked: of such rows no text goes to the client, and no account is the client's. */
export const isOfLeads = (fields: Pick<ReadonlySet<string>, 'has'>): boolean => fields.has(leadAt.id);

/** Where a row of the sheet stands in the table, -1 where it is none of its rows: they ascend. @param row its number in the sheet */
export function placeOf({ rowNumbers, length }: Pick<TableContent, 'rowNumbers' | 'length'>, row: number): number {
  // Mostly no row is left out between them.
  const likely = row - (rowNumbers[0] ?? 0);
  const place = rowNumbers[likely] === row ? likely : firstPlace(length, (at) => (rowNumbers[at] ?? 0) >= row);
  return rowNumbers[place] === row ? place : -1;
}

/** What people do with a post; ER over neighbouring posts goes by these. */
export const reactions = ['likes', 'comments', 'saves'] as const;
/** The same with what people pass on: what a post's rate is described by. */
export const interactions = [...reactions, 'shares'] as const;
/** The same with their sum: what a post or a day brings. */
export const activity = [...interactions, 'engagements'] as const;
/** Whom it came before. */
export const audiences = ['reach', 'impressions', 'views'] as const;

/**
 * How to read a row's engagements: those of its kinds that are known, summed; else the sum that the sheet has; `NaN` where nothing is.
 * @param kinds which columns count, such as `reactions`
 */
export function engagementsOf({ columns }: Columns, kinds: readonly string[]): (row: number) => number {
  const sumAt = knownSumOf({ columns }, kinds);
  const total = columns.get('engagements')?.numbers;
  return (row) => {
    const sum = sumAt(row);
    return Number.isNaN(sum) ? (total?.[row] ?? Number.NaN) : sum;
  };
}

/** How to read the sum of those of a row's columns that are known; `NaN` where none is. */
export function knownSumOf({ columns }: Columns, fields: readonly string[]): (row: number) => number {
  const parts = fields.flatMap((id) => columns.get(id)?.numbers ?? []);
  return (row) => {
    let sum = Number.NaN;
    for (const part of parts) {
      const own = part[row] ?? Number.NaN;
      if (!Number.isNaN(own)) sum = Number.isNaN(sum) ? own : sum + own;
    }
    return sum;
  };
}
