import type { Language } from '../../i18n/language.ts';
import { inEnglish } from './english.ts';

/** The workbook of an invented client in one language: the same story, told to its reader. */
interface Sample {
  readonly path: string;
  readonly timeZone: string;
  /** What the Russian rows say, in this language. */
  readonly say: (text: string) => string;
}

export const samples: Readonly<Record<Language, Sample>> = {
  en: { path: 'src/local/sample/sample-client-en.xlsx', timeZone: 'Europe/London', say: inEnglish },
  ru: { path: 'src/local/sample/sample-client.xlsx', timeZone: 'Asia/Yekaterinburg', say: (text) => text },
};

/** The day it was made for, on the client's clock. */
export const SAMPLE_NOW = Date.UTC(2026, 5, 15, 12);
