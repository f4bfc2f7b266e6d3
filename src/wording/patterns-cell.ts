import { type Language, languages } from '../i18n/language.ts';
import { patterns } from '../patterns/index.ts';

/** Between two patterns of one cell. */
const BETWEEN = ' · ';

/** A pattern as the sheet names it: `4 Speed of approval`. */
const patternLabel = (number: number, language: Language): string => `${number} ${patterns[number - 1]?.title[language] ?? ''}`;

/** The first of our two cells beside a row, so that whoever reads it needs no legend: `1 Who decides · 4 Speed of approval`. */
export const patternsCell = (numbers: readonly number[], language: Language): string =>
  numbers.map((number) => patternLabel(number, language)).join(BETWEEN);

/** Whether a text is such a cell, in whichever language; earlier versions wrote numbers alone, `1, 4`. */
export function isPatternsCell(text: string): boolean {
  if (/^\d(, \d)*$/.test(text)) return true;
  const known = new Set(languages.flatMap((language) => patterns.map((_, index) => patternLabel(index + 1, language))));
  return text.split(BETWEEN).every((label) => known.has(label));
}
