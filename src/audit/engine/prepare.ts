import type { WallTime } from '../../base/dates.ts';
import type { Zone } from '../../base/zone.ts';
import { type Join, joinTables } from '../../joining/join.ts';
import { createTable } from '../../patterns/engine/create-table.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { type ReadTable, readTable, type SheetCells } from '../../table/reading/read-table.ts';
import type { SheetLayout } from '../../table/recognition/layout.ts';
import type { AuditSettings } from '../settings.ts';

/** One sheet as it came: where its table stands, and the cells below the header; no cells where there is nothing to audit. */
export interface AuditInput {
  readonly layout: SheetLayout;
  readonly cells?: SheetCells;
  /** Read for what it says of the client only, not audited itself. */
  readonly isContext?: boolean;
}

/** What the audit may know of the world. Without `now` nothing that is still open is judged. */
export interface Surroundings {
  readonly zone: Zone;
  readonly now: WallTime | undefined;
}

/** Sheets read into typed tables: what stays the same while thresholds are moved. */
export interface PreparedAudit {
  readonly surroundings: Surroundings;
  /** Tabs that belong together: what one lent to another, and what it could. */
  readonly joins: readonly Join[];
  readonly sheets: readonly { readonly layout: SheetLayout; readonly read?: PreparedTable; readonly isContext?: boolean }[];
}

/** A table as it was read, and as the signals see it. */
export type PreparedTable = Omit<ReadTable, 'table'> & {
  readonly table: Table;
  /** The same without what other tabs lent it. */
  readonly alone: Table;
};

/** Reads every cell once, and joins what belongs together. Depends on the settings' columns, formats, period and joins only. */
export function prepareAudit(inputs: readonly AuditInput[], settings: AuditSettings, surroundings: Surroundings): PreparedAudit {
  const sheets = inputs.map(({ layout, cells, isContext = false }) => {
    if (layout.problem || !cells) return { layout, isContext };
    const formats = settings.formats?.[layout.tab];
    const read = readTable(layout, cells, { ...surroundings, ...(formats ? { formats } : {}), period: settings.period });
    return { layout, isContext, read };
  });
  const { tables, joins } = joinTables(
    sheets.flatMap(({ read }) => (read ? [read.table] : [])),
    settings.joins,
  );
  const joined = new Map(tables.map((table) => [table.sheet, table] as const));
  return {
    surroundings,
    joins,
    sheets: sheets.map(({ read, ...sheet }) => {
      if (!read) return sheet;
      const alone = createTable(read.table);
      const table = joined.get(read.table.sheet);
      return { ...sheet, read: { ...read, alone, table: table && table !== read.table ? createTable(table) : alone } };
    }),
  };
}
