import { followersGained, placement, price, spend } from '../../table/fields.ts';
import { placeOf } from '../../table/row-facts.ts';
import type { TableContent } from '../../table/table.ts';
import type { BillLine, BillPart } from '../report.ts';

/** Beside what a placement cost in vain, how many followers came with it where its row, or the history of the account, says so. */
export function withArrivals(bill: readonly BillLine[], tableOf: (sheet: string) => TableContent | undefined): readonly BillLine[] {
  const withOwn = (part: BillPart): BillPart => {
    const table = tableOf(part.sheet);
    const arrivals = part.row === null || !table ? undefined : arrivalsAt(table, placeOf(table, part.row));
    return arrivals ? { ...part, arrivals } : part;
  };
  return bill.map((line) => (line.unit === 'money' ? { ...line, parts: line.parts.map(withOwn) } : line));
}

/** What a placement cost, and how many followers came with it; `undefined` where one is not known. @param place of its row in the table */
export function arrivalsAt({ columns }: TableContent, place: number): BillPart['arrivals'] {
  if (!columns.has(placement.id)) return undefined;
  const [followers, paid] = [[followersGained], [price, spend]].map((fields) =>
    fields.map(({ id }) => columns.get(id)?.numbers?.[place]).find((value) => value !== undefined && !Number.isNaN(value)),
  );
  return paid === undefined || followers === undefined || followers < 0 ? undefined : { price: paid, followers };
}
