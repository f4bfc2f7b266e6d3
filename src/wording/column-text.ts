import type { Language, Text } from '../i18n/language.ts';
import { quoted, type Words, wordsOf } from '../i18n/words.ts';
import type { ColumnReport, Confidence } from '../table/column-report.ts';
import { type FieldKind, fieldById } from '../table/fields.ts';

const headerTexts: Readonly<Record<Confidence, Text>> = {
  exact: { en: 'a known header', ru: 'известный заголовок' },
  normalised: { en: 'a known header, written another way', ru: 'известный заголовок, записан иначе' },
  likely: { en: 'the header is alike: please check', ru: 'заголовок похож: проверьте' },
  given: { en: 'set by you', ru: 'указано вами' },
};

const cellTexts: Readonly<Record<FieldKind, Text>> = {
  count: { en: 'are counts', ru: '— числа' },
  number: { en: 'are numbers', ru: '— числа' },
  money: { en: 'are amounts', ru: '— суммы' },
  share: { en: 'are shares', ru: '— доли' },
  date: { en: 'are dates', ru: '— даты' },
  flag: { en: 'say yes or no', ru: '— «да» или «нет»' },
  text: { en: 'fit', ru: 'подходят' },
};
const noCells: Text = { en: 'no cell is filled yet', ru: 'заполненных ячеек пока нет' };

const sentences: Readonly<Record<Language, (sure: string, header: string, cells: string) => string>> = {
  en: (sure, header, cells) => `${sure} sure: ${header}; ${cells}`,
  ru: (sure, header, cells) => `уверенность ${sure}: ${header}; ${cells}`,
};
const fitTexts: Readonly<Record<Language, (fit: { cells: number; of: number }, words: Words) => string>> = {
  en: ({ cells, of }, words) => `${words.number(cells, 0)} of ${words.number(of, 0)} ${words.plural(of, 'cell', 'cells')}`,
  ru: ({ cells, of }, words) => `${words.number(cells, 0)} из ${words.number(of, 0)} ${words.plural(of, 'ячейки', 'ячеек')}`,
};

/** How sure a column's meaning is, and what that rests on: `94% sure: a known header; 58 of 60 cells are dates`. Empty where it has none. */
export function certaintyText({ field, confidence, certainty, fit }: ColumnReport, language: Language): string {
  if (confidence === null || certainty === undefined) return '';
  const header = headerTexts[confidence][language];
  if (confidence === 'given') return header;
  const words = wordsOf(language);
  const kind = fieldById(field)?.kind ?? 'text';
  const cells = !fit || fit.of === 0 ? noCells[language] : `${fitTexts[language](fit, words)} ${cellTexts[kind][language]}`;
  return sentences[language](words.percent(certainty, 0), header, cells);
}

type Doubt = NonNullable<ColumnReport['doubt']>;
const doubtTexts: Readonly<Record<Doubt['code'], Readonly<Record<Language, (what: string) => string>>>> = {
  'other-field': { en: (what) => `could also be: ${what}`, ru: (what) => `может быть и: ${what}` },
  'other-column': {
    en: (what) => `not used: the same is in the column ${what}`,
    ru: (what) => `не используется: то же есть в колонке ${what}`,
  },
  'not-that-kind': {
    en: (what) => `the name fits, the cells do not: ${what}`,
    ru: (what) => `название подходит, а ячейки нет: ${what}`,
  },
  'only-alike': {
    en: (what) => `the name is only alike, and the cells say otherwise: ${what}`,
    ru: (what) => `название лишь похоже, а ячейки говорят о другом: ${what}`,
  },
  'other-table': {
    en: (what) => `in another table, or for another network, this would be: ${what}`,
    ru: (what) => `в другой таблице или у другой соцсети это было бы: ${what}`,
  },
  'few-fit': { en: (what) => `few of its cells look like: ${what}`, ru: (what) => `мало её ячеек похожи на: ${what}` },
};

/** What stands against a column's meaning, or why it has none; empty where nothing does. */
export function doubtText({ doubt }: ColumnReport, language: Language): string {
  if (!doubt) return '';
  const what = doubt.code === 'other-column' ? quoted(doubt.detail, language) : (fieldById(doubt.detail)?.title[language] ?? doubt.detail);
  return doubtTexts[doubt.code][language](what);
}
