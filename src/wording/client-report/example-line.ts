import type { Example } from '../../audit/client-report/examples.ts';
import type { Language, Text } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import { quoted as quotedIn, shared } from '../../i18n/words.ts';
import type { Evidence } from '../../patterns/engine/verdicts.ts';
import { signalById } from '../../patterns/index.ts';
import { findingText } from '../render.ts';
import { texts } from './texts.ts';

/** A row as its reader knows it: when, what about, and what was found. */
export interface ReportExample {
  /** A day, and where tables are attached the number of the row in them. */
  readonly when: string;
  /** Title in quotation marks, or kind of a placement; empty where there is none. */
  readonly topic: string;
  readonly text: string;
}

export function exampleLine({ signal, evidence, at, topic, kind = '', decider, row }: Example, words: Words): ReportExample {
  const { language } = words;
  // That working hours were assumed is said once, in the small print.
  const shown = { ...evidence, assumed: false };
  const message = outsideText(signal, shown, words);
  const number = row === undefined ? '' : `${shared.rowNumber[language]}\u00A0${row}`;
  return {
    when: [at === undefined ? '' : words.date(at), number].filter(Boolean).join(', ').replace(/ /g, '\u00A0'),
    topic: topic === undefined ? capitalised(kind) : quoted(topic, language),
    text: decider === undefined ? message : `${message.replace(/\.$/, '')} (${texts.decider[language]} ${letter(decider)}).`,
  };
}

/** What was found, to somebody who does not know the sheet. */
export const outsideText = (signal: string, evidence: Evidence, words: Words): string =>
  signalById(signal)?.signal.texts[words.language].outside?.finding?.(evidence, words) ??
  findingText(signal, evidence, words.language).message;

/** Marks within marks. */
const inner: Text = { en: '‘$1’', ru: '„$1“' };

/** A title in the marks of the language, whatever marks it has itself. */
function quoted(text: string, language: Language): string {
  const bare = text.replace(/^[«“"„](.*)[»”"“]$/, '$1');
  return quotedIn(bare.replace(/[«“"]([^»”"]*)[»”"]/g, inner[language]), language);
}

const letter = (number: number) => String.fromCharCode(64 + Math.min(26, Math.max(1, number)));

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
