import { CellState } from '../../base/numbers.ts';
import { createTable } from '../../patterns/engine/create-table.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { followers, placement } from '../../table/fields.ts';
import { timesOf } from '../../table/row-facts.ts';

/** Fields of what a row brought, the best known first; losses are taken off what was gained. */
export const gainFields = ['followersNet', 'followersGained'] as const;

/**
 * A history of gains without a total: followers at each row, counted back from what they are today. For one account in dated rows; a row
 * that says nothing of its gain ends what is known before it. A list of placements is none: between them followers come too.
 * @returns the table with a column of followers more; `undefined` where it has one, or none can be made
 */
export function withFollowers(table: Table, today: number | undefined): Table | undefined {
  const gains = gainFields.map((id) => table.columns.get(id)).find((column) => column?.numbers !== undefined);
  const times = timesOf(table);
  if (
    today === undefined ||
    !gains?.numbers ||
    !times ||
    table.columns.has(followers.id) ||
    table.columns.has(placement.id) ||
    table.accountNames.length > 1
  )
    return undefined;
  const lost = gains.field.id === 'followersNet' ? undefined : table.columns.get('followersLost')?.numbers;
  const order = Array.from({ length: table.length }, (_, row) => row).filter((row) => !Number.isNaN(times[row] ?? Number.NaN));
  order.sort((one, other) => (times[other] ?? 0) - (times[one] ?? 0) || other - one);
  const numbers = new Float64Array(table.length).fill(Number.NaN);
  const states = new Uint8Array(table.length);
  let total = today;
  for (const row of order) {
    if (!(total > 0)) break;
    numbers[row] = total;
    states[row] = CellState.read;
    total -= (gains.numbers[row] ?? Number.NaN) - (lost?.[row] || 0);
  }
  const { header, index } = gains;
  const column = { field: followers, header, index, numbers, states };
  return createTable({
    ...table,
    columns: new Map([...table.columns, [followers.id, column]]),
    fields: new Set([...table.fields, followers.id]),
  });
}
