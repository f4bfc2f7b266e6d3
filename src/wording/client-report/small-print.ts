import type { Span } from '../../audit/answer/span.ts';
import type { ReportFacts, TableFacts, Unchecked } from '../../audit/client-report/facts.ts';
import { isOneYear } from '../../base/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { type Words, wordsOf } from '../../i18n/words.ts';
import { assumptionText } from '../assumption-text.ts';
import { amountText, billArithmetic, billSubject, entryCount } from '../bill-text.ts';
import { notCheckedWords } from '../render.ts';
import { texts } from './texts.ts';

/** What stands at the end, in small letters. */
export interface SmallPrint {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** How sums were made, what was read, what could not be checked. */
export function smallPrint(facts: ReportFacts): readonly SmallPrint[] {
  const { language, bill, sheets, unchecked, hasAssumedHours } = facts;
  const words = wordsOf(language);
  const counted = bill.map(
    (sum) =>
      `${amountText(sum, language)} ${billSubject(sum, language)}: ${entryCount(sum.rows, words)}. ${billArithmetic(sum.signal, language)}`,
  );
  return [
    { heading: texts.counted[language], lines: [...counted, ...(hasAssumedHours ? [assumptionText({ code: 'calendar' }, language)] : [])] },
    { heading: texts.read[language], lines: sheets.map((sheet) => readLine(sheet, words)) },
    { heading: texts.unchecked[language], lines: unchecked.map((line) => uncheckedLine(line, language)) },
  ].filter(({ lines }) => lines.length > 0);
}

/** First and last day of what was read; empty where nothing has dates. */
export const periodOf = ({ from, to }: Pick<Span, 'from' | 'to'>, words: Words): string =>
  from === undefined || to === undefined ? '' : spanText(from, to, words);

/** `1 March – 30 April 2026`, `18–22 May 2026`, `18 May 2026` */
export function spanText(from: number, to: number, words: Words): string {
  if (words.date(from) === words.date(to)) return words.date(to);
  const [first, last] = [new Date(from), new Date(to)];
  if (!isOneYear(from, to)) return `${words.date(from)} – ${words.date(to)}`;
  if (first.getUTCMonth() === last.getUTCMonth()) return `${first.getUTCDate()}–${words.date(to)}`;
  return `${words.day(from)} – ${words.date(to)}`;
}

function readLine({ table, rowsAudited, accounts, ...span }: TableFacts, words: Words): string {
  const own = accounts > 1 ? `${words.number(accounts, 0)} ${words.plural(accounts, ...texts.accounts[words.language])}` : '';
  return `${table}: ${[entryCount(rowsAudited, words), own, periodOf(span, words)].filter(Boolean).join(', ')}`;
}

/** In which tab is of no use to somebody who does not see the tabs. */
function uncheckedLine(line: Unchecked, language: Language): string {
  const { what, why } = notCheckedWords(line, language);
  return `${what}: ${why}`;
}
