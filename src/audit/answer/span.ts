import type { Table } from '../../patterns/engine/table.ts';
import { isOfLeads, timeAt } from '../../table/row-facts.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import { rowsOfPeriod } from './chart-data.ts';

/** What the audited rows cover; `from` and `to` are wall times, absent where no row has a date. */
export interface Span {
  readonly accounts: number;
  readonly from?: number;
  readonly to?: number;
}

export const spanOf = ({ sheets }: PreparedAudit): Span =>
  spanOfTables(sheets.flatMap(({ read, isContext }) => (read && !isContext ? [read.table] : [])));

export function spanOfTables(tables: readonly Table[]): Span {
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
  const accounts = new Set(tables.flatMap(({ accountNames, fields }) => (isOfLeads(fields) ? [] : accountNames.filter(Boolean)))).size;
  return { accounts, ...(to >= from ? { from, to } : {}) };
}
