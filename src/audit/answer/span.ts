import { timeAt } from '../../table/row-facts.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import { rowsOfPeriod } from './chart-data.ts';

/** What the audited rows cover; `from` and `to` are wall times, absent where no row has a date. */
export interface Span {
  readonly accounts: number;
  readonly from?: number;
  readonly to?: number;
}

export function spanOf({ sheets }: PreparedAudit): Span {
  const tables = sheets.flatMap(({ read, isContext }) => (read && !isContext ? [read.table] : []));
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const table of tables) {
    for (const index of rowsOfPeriod(table)) {
      const time = timeAt(table, index);
      if (time === undefined) continue;
      from = Math.min(from, time);
      to = Math.max(to, time);
    }
  }
  // Where a lead came from is no account of the client's.
  const accounts = new Set(tables.flatMap(({ accountNames, fields }) => (fields.has('leadAt') ? [] : accountNames.filter(Boolean)))).size;
  return { accounts, ...(to >= from ? { from, to } : {}) };
}
