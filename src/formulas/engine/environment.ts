import type { DateOrder } from '../../base/dates.ts';
import type { DecimalMark } from '../../base/numbers.ts';
import type { Zone } from '../../base/zone.ts';
import { type Language, languageOf, type Text } from '../../i18n/language.ts';

/** What a formula may know of the spreadsheet it stands in. */
export interface Environment {
  /** The spreadsheet's locale, such as `ru_RU`: decides ambiguous numbers and dates, and the language of sentences. */
  readonly locale: string;
  readonly zone: Zone;
}

/** Asked for only when needed, since answering costs a service call. */
export type LazyEnvironment = () => Environment;

/** A sentence for the user in place of a result. */
export class FormulaProblem extends Error {
  constructor(readonly sentence: Text) {
    super(sentence.en);
  }
}

/** Does the work; a problem of the user's becomes the one sentence that Sheets shows. */
export function inOneSentence<Result>(environment: LazyEnvironment, work: () => Result): Result {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof FormulaProblem) throw new Error(problem.sentence[sentenceLanguage(environment)]);
    throw problem;
  }
}

export const sentenceLanguage = (environment: LazyEnvironment): Language => languageOf(environment().locale);

/** The decimal mark of a spreadsheet locale. */
export function decimalMarkOf(locale: string): DecimalMark {
  try {
    return new Intl.NumberFormat(locale.replace('_', '-')).format(1.5).indexOf(',') >= 0 ? ',' : '.';
  } catch {
    return '.';
  }
}

/** The order of day and month in numeric dates of a spreadsheet locale: month first in the United States and a few others. */
export function dateOrderOf(locale: string): DateOrder {
  return /^(en[_-](US|PH)|fil|es[_-]PA)/i.test(locale) || locale === 'en' ? 'month-first' : 'day-first';
}
