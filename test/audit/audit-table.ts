import { audit } from '../../src/audit/engine/judge.ts';
import type { AuditInput } from '../../src/audit/engine/prepare.ts';
import { pickCells } from '../../src/audit/engine/used-columns.ts';
import type { PatternResult, Report } from '../../src/audit/report.ts';
import type { AuditSettings } from '../../src/audit/settings.ts';
import type { Cell } from '../../src/base/cells.ts';
import { createZone } from '../../src/base/zone.ts';
import { describeSheet, TOP_ROWS } from '../../src/table/recognition/layout.ts';

export type Grid = readonly (readonly Cell[])[];
export const zone = createZone('Europe/Moscow');
/** Noon of Monday, 15 June 2026. */
export const now = Date.UTC(2026, 5, 15, 12);

/** A sheet as the engine takes it, from all its cells. */
export function inputOf(sheet: string, grid: Grid, settings: AuditSettings = {}): AuditInput {
  const layout = describeSheet(sheet, grid.slice(0, TOP_ROWS), settings.columns?.[sheet]);
  return layout.problem ? { layout } : { layout, cells: pickCells(layout, grid.slice(layout.headerRow + 1)) };
}

export function auditGrid(grid: Grid, settings: AuditSettings = {}): Report {
  return audit([inputOf('Sheet', grid, settings)], settings, { zone, now });
}

export function resultOf(report: Report, signal: string, sheet = 0): PatternResult {
  const result = report.sheets[sheet]?.results.find((one) => one.signal === signal);
  if (!result) throw new Error(`no result for ${signal}`);
  return result;
}
