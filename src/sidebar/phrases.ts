/** Sentences of the page with a number in them. */
import type { TableKind } from '../audit/answer/table-kinds.ts';
import type { Language } from '../i18n/language.ts';
import { quoted, type Words, wordsOf } from '../i18n/words.ts';

type Forms = Readonly<Record<Language, readonly [one: string, few: string, many?: string]>>;

const counted = (count: number, forms: Forms, words: Words): string =>
  `${words.number(count, 0)}\u00A0${words.plural(count, ...forms[words.language])}`;

const rows: Forms = { en: ['row', 'rows'], ru: ['строка', 'строки', 'строк'] };
const rowsInSentence: Forms = { en: ['row', 'rows'], ru: ['строку', 'строки', 'строк'] };
const accounts: Forms = { en: ['account', 'accounts'], ru: ['аккаунт', 'аккаунта', 'аккаунтов'] };
const tabs: Forms = { en: ['tab', 'tabs'], ru: ['вкладка', 'вкладки', 'вкладок'] };
const columns: Forms = { en: ['column', 'columns'], ru: ['колонка', 'колонки', 'колонок'] };

/** What a row of each kind of table is. */
const things: Readonly<Record<TableKind, Forms>> = {
  posts: { en: ['post', 'posts'], ru: ['пост', 'поста', 'постов'] },
  series: rows,
  placements: { en: ['placement', 'placements'], ru: ['размещение', 'размещения', 'размещений'] },
  leads: { en: ['lead', 'leads'], ru: ['заявка', 'заявки', 'заявок'] },
  goals: { en: ['goal', 'goals'], ru: ['цель', 'цели', 'целей'] },
};

export const thingCount = (count: number, kind: TableKind | undefined, language: Language): string =>
  counted(count, kind ? things[kind] : rows, wordsOf(language));
export const rowCountText = (count: number, language: Language): string => counted(count, rows, wordsOf(language));
export const accountCount = (count: number, language: Language): string => counted(count, accounts, wordsOf(language));
export const tabCount = (count: number, language: Language): string => counted(count, tabs, wordsOf(language));

/** `5 places where results get lost` */
export function headline(places: number, language: Language): string {
  const words = wordsOf(language);
  if (language === 'en') return `${words.number(places, 0)} ${words.plural(places, 'place', 'places')} where results get lost`;
  return `${words.number(places, 0)} ${words.plural(places, 'место, где теряется', 'места, где теряется', 'мест, где теряется')} результат`;
}

/** `Highlight 37 rows` */
export const highlightLabel = (count: number, language: Language): string => {
  const words = wordsOf(language);
  const verb: Readonly<Record<Language, string>> = { en: 'Highlight', ru: 'Подсветить' };
  return `${verb[language]} ${words.number(count, 0)} ${words.plural(count, ...rowsInSentence[language])}`;
};

/** `1,240 rows read` */
export function rowsRead(read: number, language: Language): string {
  const words = wordsOf(language);
  const count = words.number(read, 0);
  return language === 'en'
    ? `${count} ${words.plural(read, 'row', 'rows')} read`
    : `${words.plural(read, 'Прочитана', 'Прочитано')} ${count} ${words.plural(read, 'строка', 'строки', 'строк')}`;
}

/** `4 columns unused or uncertain` */
export function doubtfulCount(count: number, language: Language): string {
  const columnCount = counted(count, columns, wordsOf(language));
  return { en: `${columnCount} unused or uncertain`, ru: `Не используются или под вопросом: ${columnCount}` }[language];
}

/** A large workbook is read only when asked for. */
export function askText(count: number, language: Language): string {
  const known = rowCountText(count, language);
  return {
    en: `This workbook is large: ${known}. Reading all of it may take a minute; one tab takes less.`,
    ru: `Файл большой: ${known}. Прочитать всё может занять минуту, одну вкладку — меньше.`,
  }[language];
}

/** @param names tabs that were highlighted, and the summary last */
export function writtenText(count: number, names: readonly string[], language: Language): string {
  const words = wordsOf(language);
  const [summary = '', ...highlighted] = [...names].reverse();
  const there = highlighted
    .reverse()
    .map((name) => quoted(name, language))
    .join(', ');
  const sum = quoted(summary, language);
  const what = `${counted(count, rows, words)} (${there})`;
  const highlightedText =
    count > 0
      ? {
          en: `Highlighted ${what}, with the reasons beside them`,
          ru: `${words.plural(count, 'Подсвечена', 'Подсвечены', 'Подсвечено')} ${what}, причины стоят рядом`,
        }
      : { en: 'There was nothing to highlight', ru: 'Подсвечивать нечего' };
  const summaryText = { en: `the summary is on the tab ${sum}`, ru: `итоги на вкладке ${sum}` };
  return `${highlightedText[language]}; ${summaryText[language]}.`;
}
