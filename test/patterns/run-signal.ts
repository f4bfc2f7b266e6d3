import { pickCells } from '../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../src/base/cells.ts';
import { defaultCalendar } from '../../src/base/working-time.ts';
import { createZone } from '../../src/base/zone.ts';
import { createTable } from '../../src/patterns/engine/create-table.ts';
import { type Context, limitsWith, type Signal, type SignalResult } from '../../src/patterns/engine/signal.ts';
import { createPeople } from '../../src/patterns/shared/people.ts';
import { readTable } from '../../src/table/reading/read-table.ts';
import { describeSheet } from '../../src/table/recognition/layout.ts';
import { calendarOf } from '../base/calendar.ts';

/** Noon of Monday, 15 June 2026, in the sheet's zone. */
export const now = Date.UTC(2026, 5, 15, 12);

export interface Surroundings extends Partial<Omit<Context, 'people'>> {
  readonly people?: Parameters<typeof createPeople>[0];
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly workingHours?: string;
}

/** Runs one signal over a table written as it would stand in a sheet: headers, then rows. Row 2 is the first data row. */
export function runSignal(
  signal: Signal,
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  given: Surroundings = {},
): SignalResult {
  const { people, thresholds, workingHours, ...context } = given;
  const zone = createZone('Europe/Moscow');
  const layout = describeSheet('Sheet', [headers, ...rows]);
  const table = createTable(readTable(layout, pickCells(layout, rows), { zone, now }).table);
  const calendar = workingHours === undefined ? defaultCalendar : calendarOf(workingHours);
  return signal.prepare(table, { now, zone, calendar, client: { target: 'city' }, ...context, people: createPeople(people) })(
    limitsWith(signal, thresholds),
  );
}

/** What was found, as `row severity`; `table` for a finding about the table. */
export function foundRows({ findings }: SignalResult): readonly string[] {
  return findings.map(({ row, severity }) => `${row ?? 'table'} ${severity}`);
}
