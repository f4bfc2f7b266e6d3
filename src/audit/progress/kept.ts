import { isoDayOf } from '../../base/days-off.ts';
import { costUnits } from '../../patterns/engine/signal-bill.ts';
import { type Check, type Checked, listOf, mapOf, number, oneOf, problem, shapeOf, text } from '../shape.ts';

/** A day as settings keep it: `2026-07-01`. */
export const isoDay: Check<string> = (value, path) =>
  typeof value === 'string' && isoDayOf(value) === value
    ? []
    : problem(value, path, { en: 'a day such as "2026-03-08"', ru: 'день вида "2026-03-08"' });

/** What was agreed on with the client: the step of a signal, from a day on, within the limits of that day. */
export interface Agreement {
  readonly signal: string;
  readonly from: string;
  readonly limits: Readonly<Record<string, number>>;
  readonly who?: string;
}

export const agreementCheck = shapeOf({ signal: text, from: isoDay, limits: mapOf(number(0)) }, { who: text });
export const agreementsCheck = listOf(agreementCheck);

const auditSum = shapeOf({
  /** Day of the audit, `2026-07-01`. */
  at: isoDay,
  /** Rows in which each signal found something, of how many judged. */
  counts: listOf(shapeOf({ signal: text, rows: number(0), of: number(0) })),
  bill: listOf(shapeOf({ signal: text, unit: oneOf(costUnits), amount: number(0) }, { currency: text })),
});

/** What an audit leaves behind: sums, no cell of the sheet. */
export type AuditSum = Checked<typeof auditSum>;
export const historyCheck = listOf(auditSum);
