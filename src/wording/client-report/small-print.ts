import type { ReportFacts, TableFacts } from '../../audit/client-report/facts.ts';
import { isOneYear } from '../../base/dates.ts';
import { type Words, wordsOf } from '../../i18n/words.ts';
import { signalById } from '../../patterns/index.ts';
import { assumptionText } from '../assumption-text.ts';
import { amountText, billArithmetic, billSubject, rowCount } from '../bill-text.ts';
import { notCheckedText } from '../render.ts';
import { texts } from './texts.ts';

/** What stands at the end, in small letters. */
export interface SmallPrint {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** How sums were made, what was read, what could not be checked. */
export function smallPrint(facts: ReportFacts): readonly SmallPrint[] {
  const { language, bill, sheets, hasAssumedHours } = facts;
  const words = wordsOf(language);
  const counted = bill.map(
    (sum) =>
      `${amountText(sum, language)} ${billSubject(sum, language)}: ${rowCount(sum.rows, words)}. ${billArithmetic(sum.signal, language)}`,
  );
  return [
    { heading: texts.counted[language], lines: [...counted, ...(hasAssumedHours ? [assumptionText({ code: 'calendar' }, language)] : [])] },
    { heading: texts.read[language], lines: sheets.map((sheet) => readLine(sheet, words)) },
    { heading: texts.unchecked[language], lines: uncheckedLines(sheets, words) },
  ].filter(({ lines }) => lines.length > 0);
}

/** First and last day of all tabs; empty where none has dates. */
export function periodOf({ sheets }: Pick<ReportFacts, 'sheets'>, words: Words): string {
  const times = sheets.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [from, to]));
  return times.length === 0 ? '' : spanText(Math.min(...times), Math.max(...times), words);
}

/** `1 March – 30 April 2026` */
export const spanText = (from: number, to: number, words: Words) =>
  `${isOneYear(from, to) ? words.day(from) : words.date(from)} – ${words.date(to)}`;

function readLine({ table, rowsAudited, accounts, from, to }: TableFacts, words: Words): string {
  const own = accounts > 1 ? `${words.number(accounts, 0)} ${words.plural(accounts, ...texts.accounts[words.language])}` : '';
  const period = from === undefined || to === undefined ? '' : spanText(from, to, words);
  return `${table}: ${[rowCount(rowsAudited, words), own, period].filter(Boolean).join(', ')}`;
}

/** What no tab could check, each with the nearest reason. */
function uncheckedLines(sheets: ReportFacts['sheets'], { language }: Words): readonly string[] {
  const all = sheets.flatMap(({ results }) => results);
  const checked = new Set(all.filter(({ outcome }) => outcome === 'found' || outcome === 'clear').map(({ signal }) => signal));
  const distance = ({ missing }: (typeof all)[number]) => missing[0]?.length ?? 0;
  const silent = all.filter(({ signal }) => !checked.has(signal)).sort((one, other) => distance(one) - distance(other));
  const once = silent.filter(({ signal }, index) => silent.findIndex((other) => other.signal === signal) === index);
  return once.map((result) => `${signalById(result.signal)?.signal.texts[language].title ?? ''}: ${notCheckedText(result, language)}`);
}
