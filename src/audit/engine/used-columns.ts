import type { Cell } from '../../base/cells.ts';
import { patterns } from '../../patterns/index.ts';
import { derivableFields } from '../../table/reading/derived.ts';
import { rateFields } from '../../table/reading/rate.ts';
import type { SheetCells } from '../../table/reading/read-table.ts';
import { rowKind } from '../../table/reading/row-kinds.ts';
import type { SheetLayout } from '../../table/recognition/layout.ts';
import { timeFields } from '../../table/row-facts.ts';
import { overviewFields } from '../answer/overview.ts';
import { gainFields } from '../client-facts/followers-from-gains.ts';

/** Fields that tell rows, accounts and periods apart, whichever signals run. */
const alwaysUsed = [
  'account',
  'platform',
  ...timeFields,
  'link',
  'postId',
  'title',
  'placement',
  'currency',
  'followersLost',
  'engagementRate',
  'timeOfDay',
  'answeredAfter',
  'approvalHistory',
  'parameter',
  'value',
];

/** Positions in the sheet of the columns the audit reads: those of the signals that can run here. What none needs stays in the sheet. */
export function usedColumns(layout: SheetLayout): readonly number[] {
  const own = new Set(layout.columns.map(({ field }) => field));
  // Gains may be counted back to followers, once their number today is known.
  const isCountable = gainFields.some((id) => own.has(id));
  const present = new Set([...own, ...derivableFields(own), ...(isCountable ? ['followers'] : [])]);
  const running = patterns.flatMap(({ signals }) => signals).filter((signal) => signal.missing((field) => present.has(field)).length === 0);
  const used = new Set([
    ...alwaysUsed,
    ...overviewFields,
    ...(present.has('engagementRate') ? rateFields : []),
    ...running.flatMap((signal) => signal.fields.map(({ id }) => id)),
  ]);
  return layout.columns.filter(({ field }) => field !== null && used.has(field)).map(({ index }) => index);
}

/** Picks the used columns out of whole rows below the header, and tells the rows' kinds. */
export function pickCells(layout: SheetLayout, rows: readonly (readonly Cell[])[]): SheetCells {
  const { firstColumn, lastColumn, headers } = layout;
  const kinds = new Uint8Array(rows.length);
  const used = usedColumns(layout).map((index) => ({ index, cells: new Array<Cell>(rows.length) }));
  // Every row is visited once, since rows lie all over the memory.
  rows.forEach((row, place) => {
    kinds[place] = rowKind(row.slice(firstColumn, lastColumn + 1), headers);
    for (const { index, cells } of used) cells[place] = row[index];
  });
  return { rowCount: rows.length, kinds, columns: new Map(used.map(({ index, cells }) => [index, cells])) };
}
