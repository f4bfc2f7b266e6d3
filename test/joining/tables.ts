import { pickCells } from '../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../src/base/cells.ts';
import { createZone } from '../../src/base/zone.ts';
import { readTable } from '../../src/table/reading/read-table.ts';
import { describeSheet } from '../../src/table/recognition/layout.ts';
import type { TableContent } from '../../src/table/table.ts';

export type Grid = readonly (readonly Cell[])[];

/** The days of April 2026 from the first on. */
export const days = (count: number) => Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 3, 1 + at)));

export function tableOf(sheet: string, grid: Grid): TableContent {
  const layout = describeSheet(sheet, grid);
  const rows = grid.slice(1);
  return readTable(layout, pickCells(layout, rows), { zone: createZone('Europe/Moscow'), now: Date.UTC(2026, 5, 15) }).table;
}
