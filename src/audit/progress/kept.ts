import { isoDayOf } from '../../base/days-off.ts';
import { type Check, listOf, mapOf, number, problem, shapeOf, text } from '../shape.ts';

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
