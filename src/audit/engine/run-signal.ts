import { type Context, limitsWith, type Signal, type SignalResult } from '../../patterns/engine/signal.ts';
import type { Table } from '../../patterns/engine/table.ts';

/** Fields that tell rows apart, whatever is judged: having them makes no signal a matter of this table. */
const keys: ReadonlySet<string> = new Set([
  'publishedAt',
  'day',
  'title',
  'link',
  'postId',
  'account',
  'platform',
  'placement',
  'currency',
]);

/** Whether a signal is a matter of this table and not only of the columns that others lent it: those are judged where they stand. */
export const judgesOwnColumns = (signal: Signal, { fields }: Table): boolean =>
  signal.missing((field) => fields.has(field)).length === 0 || signal.judged.some(({ id }) => fields.has(id) && !keys.has(id));

/** A signal over a table, with a failed result instead of an exception. */
export function prepareSignal(signal: Signal, table: Table, context: Context): (own: Readonly<Record<string, number>>) => SignalResult {
  const nothing = { findings: [], checkedRows: 0, skipped: [], missing: [], explained: [], insights: [] };
  // What was thrown may quote a cell, so it is neither kept nor shown.
  const failed = (): SignalResult => ({ signal: signal.id, outcome: 'failed', ...nothing });
  const isolated = <Result>(work: () => Result, otherwise: () => Result): Result => {
    try {
      return work();
    } catch {
      return otherwise();
    }
  };
  const judge = isolated(
    () => signal.prepare(table, context),
    () => failed,
  );
  return (own) => isolated(() => judge(limitsWith(signal, own)), failed);
}
