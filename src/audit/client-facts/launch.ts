import { DAY } from '../../base/dates.ts';
import { lazily } from '../../base/lazily.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { timesOf } from '../../table/row-facts.ts';

/** For so many days after an account was opened those come who waited for it: staff, regulars, friends. */
const FIRST_DAYS = 14;

/** The table with the first days of the account explained, where the sheet itself does not explain them. @param launched ISO day */
export function withLaunch(table: Table, launched: string): Table {
  const times = timesOf(table);
  if (!times) return table;
  const from = Date.parse(launched);
  const isStart = (time = Number.NaN) => time >= from && time < from + FIRST_DAYS * DAY;
  return {
    ...table,
    explanations: lazily(() => table.explanations().map((why, row) => why ?? (isStart(times[row]) ? 'launch' : undefined))),
  };
}
