/** What the findings of a signal cost, and how that reads: a signal owns its line of the bill. */
import type { Language } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import type { Evidence } from './verdicts.ts';

/** Units of the bill; what weighs most with people comes first. */
export const costUnits = ['money', 'hours', 'posts', 'leads', 'followers', 'engagements'] as const;

/** What a finding cost, in the sheet's own units: a line of the bill. */
export interface Cost {
  readonly unit: (typeof costUnits)[number];
  readonly amount: number;
  /** An interval, where the amount is an estimate. */
  readonly low?: number;
  readonly high?: number;
  readonly currency?: string;
  /** The same hours by the calendar, nights and days off included. */
  readonly byCalendar?: number;
}

/** A line of the bill without its rows: a sum in one unit and currency, and on how many rows it rests. */
export interface BillSum extends Cost {
  /** Leads: of how many, where every row is one lead. */
  readonly outOf?: number;
  readonly rows: number;
}

export interface BillTexts<E extends Evidence> {
  /** What the amount is a figure of; beside it both read as one sentence: `12 hours` `spent waiting for approval`. */
  readonly what: (sum: BillSum, words: Words) => string;
  /** How the figure of a row is made, in words. */
  readonly arithmetic: string;
  /** The same in the numbers of one finding, where there is something to calculate: `1,000 ₽ × (1 − 20%) = 800 ₽`. */
  readonly part?: (evidence: E, cost: Cost, words: Words) => string;
}

/** A signal's line of the bill. */
export interface SignalBill<E extends Evidence> {
  readonly cost: (evidence: E) => Cost | undefined;
  readonly texts: Readonly<Record<Language, BillTexts<E>>>;
}

/** So many decimals that whoever calculates with the number as it is shown arrives at the same result. */
export const decimalsFor = (value: number, isSame: (shown: number) => boolean): number =>
  [0, 1, 2, 3].find((decimals) => isSame(Number(value.toFixed(decimals)))) ?? 4;
