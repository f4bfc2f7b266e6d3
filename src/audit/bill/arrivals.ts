import { firstPlace } from '../../base/statistics.ts';
import { followersGained, placement, price, spend } from '../../table/fields.ts';
import type { TableContent } from '../../table/table.ts';
import type { BillLine, BillPart } from '../report.ts';

/** Beside what a placement cost in vain, how many followers came with it where its row, or the history of the account, says so. */
export function withArrivals(bill: readonly BillLine[], tableOf: (sheet: string) => TableContent | undefined): readonly BillLine[] {
  const withOwn = (part: BillPart): BillPart => {
    const table = tableOf(part.sheet);
    const arrivals = part.row === null || !table?.columns.has(placement.id) ? undefined : arrivalsAt(table, part.row);
    return arrivals ? { ...part, arrivals } : part;
  };
  return bill.map((line) => (line.unit === 'money' ? { ...line, parts: line.parts.map(withOwn) } : line));
}

/** @param row its number in the sheet */
function arrivalsAt({ columns, rowNumbers, length }: TableContent, row: number): BillPart['arrivals'] {
  const place = firstPlace(length, (at) => (rowNumbers[at] ?? 0) >= row);
  const [followers, paid] = [[followersGained], [price, spend]].map((fields) =>
    fields.map(({ id }) => columns.get(id)?.numbers?.[place]).find((value) => value !== undefined && !Number.isNaN(value)),
  );
  return rowNumbers[place] === row && paid !== undefined && followers !== undefined && followers >= 0
    ? { price: paid, followers }
    : undefined;
}
