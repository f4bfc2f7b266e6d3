import type { Table } from '../../patterns/engine/table.ts';
import { signalById } from '../../patterns/index.ts';
import { timeAt } from '../../table/row-facts.ts';
import { judgeSignal } from '../engine/judge.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import type { AuditSettings } from '../settings.ts';
import type { Agreement } from './kept.ts';

/** Rows in which something was found, of how many judged. */
export interface Part {
  readonly rows: number;
  readonly of: number;
  /** Of the rows those that a limit of their own was held against. */
  readonly apart?: number;
}

/** How an agreement goes: rows before its day, and rows since, judged by the same limits. */
export interface Progress {
  readonly agreement: Agreement;
  readonly before: Part;
  readonly since: Part;
}

/** Each agreement over all rows with a date, whatever the chosen period is; rows that are explained count as judged. */
export function progressOf(prepared: PreparedAudit, settings: AuditSettings): readonly Progress[] {
  return (settings.agreements ?? []).flatMap((agreement): readonly Progress[] => {
    const known = signalById(agreement.signal);
    if (!known) return [];
    const day = Date.parse(`${agreement.from}T00:00:00Z`);
    const judged = judgeSignal(prepared, settings, agreement.signal, agreement.limits);
    const rows = judged.flatMap(({ table, result }) => {
      const found = new Map(result.findings.map(({ row, evidence }) => [row, known.signal.isApart?.(evidence) === true]));
      const skipped = new Set(result.skipped.flatMap((skip) => skip.rows));
      return result.checkedRows === 0
        ? []
        : judgedRows(table, skipped).map(({ row, time }) => ({ time, isFound: found.has(row), isApart: found.get(row) === true }));
    });
    const part = (isIn: (time: number) => boolean): Part => {
      const own = rows.filter(({ time }) => isIn(time));
      const apart = own.filter(({ isApart }) => isApart).length;
      return { rows: own.filter(({ isFound }) => isFound).length, of: own.length, ...(apart > 0 ? { apart } : {}) };
    };
    return [{ agreement, before: part((time) => time < day), since: part((time) => time >= day) }];
  });
}

function judgedRows(table: Table, skipped: ReadonlySet<number>): readonly { readonly row: number; readonly time: number }[] {
  return Array.from(table.rowNumbers).flatMap((row, index) => {
    const time = timeAt(table, index);
    return time === undefined || skipped.has(row) ? [] : [{ row, time }];
  });
}
