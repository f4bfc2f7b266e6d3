import type { Language } from '../../i18n/language.ts';

/**
 * What a finding is measured by, in words: whoever moved the limit reads that it is theirs.
 * @param limit the one judged by, and what it is unless somebody moved it
 * @param shown the limit as it reads
 * @param usual what is said of the usual one
 */
export function limitWords(limit: number, standard: number, shown: string, usual: string, language: Language): string {
  if (limit === standard) return usual;
  return language === 'en' ? `your limit: ${shown}` : `ваш порог: ${shown}`;
}
