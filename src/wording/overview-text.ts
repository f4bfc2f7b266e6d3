import type { Addition, Overview, RateBase } from '../audit/answer/overview.ts';
import type { Language, Text } from '../i18n/language.ts';
import { quoted, type Words, wordsOf } from '../i18n/words.ts';
import { signalById } from '../patterns/index.ts';
import { fieldById, followers } from '../table/fields.ts';
import { entryCount } from './bill-text.ts';
import { missingText } from './render.ts';

/** What a rate goes by, as it stands after “by”. */
export const baseTexts: Readonly<Record<RateBase, Text>> = {
  followers: { en: 'followers', ru: 'подписчикам' },
  reach: { en: 'reach', ru: 'охвату' },
  views: { en: 'views', ru: 'просмотрам' },
  impressions: { en: 'impressions', ru: 'показам' },
};

/** What can be said of a table that accuses nobody, and what to add for more; one sentence a line. */
export function overviewLines(
  { rate, figures, pace, perFollower, parts, standOut, additions }: Overview,
  language: Language,
): readonly string[] {
  const words = wordsOf(language);
  return [
    ...(rate ? [rateText[language](rate, words)] : []),
    ...(pace ? [paceText[language](pace, words)] : []),
    ...parts.map((part) => partText(part, language)),
    ...figures.map((figure) => figureText(figure, language)),
    ...(perFollower ? [perFollowerText[language](perFollower, words)] : []),
    ...(standOut.length > 0 ? [standOutText[language](standOut, words)] : []),
    ...additions.map((addition) => additionText(addition, language)),
  ];
}

/** `views: 1,200 in the middle, 36,400 in all (31 rows).` */
function figureText({ field, median, sum, rows }: Overview['figures'][number], language: Language): string {
  const words = wordsOf(language);
  const title = fieldById(field)?.title[language] ?? field;
  const [middle, all] = [words.number(median, 0), words.number(sum, 0)];
  // Followers of different accounts make no sum.
  const isSize = field === followers.id;
  return {
    en: `${title}: ${middle} in the middle${isSize ? '' : `, ${all} in all`} (${entryCount(rows, words)}).`,
    ru: `${title}: в середине ${middle}${isSize ? '' : `, всего ${all}`} (${entryCount(rows, words)}).`,
  }[language];
}

type Pace = NonNullable<Overview['pace']>;

const paceText: Readonly<Record<Language, (pace: Pace, words: Words) => string>> = {
  en: ({ rows, from, to, perWeek }, words) => {
    const [first, last] = [words.date(from), words.date(to)];
    const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
    return `${entryCount(rows, words)} ${when}${perWeek === undefined ? '' : `: ${words.number(perWeek, perWeek < 10 ? 1 : 0)} a week`}.`;
  },
  ru: ({ rows, from, to, perWeek }, words) => {
    const [first, last] = [words.date(from), words.date(to)];
    const when = first === last ? `за ${first}` : `${words.since(from)} по ${last}`;
    return `${entryCount(rows, words)} ${when}${perWeek === undefined ? '' : `: ${words.number(perWeek, perWeek < 10 ? 1 : 0)} в неделю`}.`;
  },
};

const perFollowerText: Readonly<Record<Language, (costs: NonNullable<Overview['perFollower']>, words: Words) => string>> = {
  en: ({ median, rows, without }, words) =>
    `A follower that came with a placement cost ${words.number(median, 2)} in the middle (${words.number(rows, 0)} placements)${without === 0 ? '' : `; with ${words.number(without, 0)} nobody came`}.`,
  ru: ({ median, rows, without }, words) =>
    `Подписчик, пришедший с размещением, стоил в середине ${words.number(median, 2)} (размещений: ${words.number(rows, 0)})${without === 0 ? '' : `; без новых подписчиков: ${words.number(without, 0)}`}.`,
};

/** `post format: Reels 12, photo 8.` */
function partText({ field, shares }: Overview['parts'][number], language: Language): string {
  const words = wordsOf(language);
  return `${fieldById(field)?.title[language] ?? field}: ${shares.map(({ name, rows }) => `${name} ${words.number(rows, 0)}`).join(', ')}.`;
}

type Rate = NonNullable<Overview['rate']>;

const rateText: Readonly<Record<Language, (rate: Rate, words: Words) => string>> = {
  en: ({ by, median, low, high, rows }, words) =>
    `${by === 'stated' ? 'ER as the table gives it' : `ER by ${baseTexts[by].en}`}: ${words.percent(median)} in the middle, eight of ten between ${words.percent(low)} and ${words.percent(high)} (${entryCount(rows, words)}).`,
  ru: ({ by, median, low, high, rows }, words) =>
    `${by === 'stated' ? 'ER, как он дан в таблице' : `ER по ${baseTexts[by].ru}`}: в середине ${words.percent(median)}, у восьми из десяти от ${words.percent(low)} до ${words.percent(high)} (${entryCount(rows, words)}).`,
};

const standOutText: Readonly<Record<Language, (rows: Overview['standOut'], words: Words) => string>> = {
  en: (rows, words) =>
    `Far above the rest: ${rows.map(({ row, times }) => `row\u00A0${row} (${words.times(times)} the middle)`).join(', ')}.`,
  ru: (rows, words) => `Намного выше остальных: ${rows.map(({ row, times }) => `строка\u00A0${row} (${words.times(times)})`).join(', ')}.`,
};

/** `To check “Waiting for approval” the table needs columns such as “Sent for approval” and “Approved at”.` */
function additionText({ fields, signals, isNumber }: Addition, language: Language): string {
  const shows = signals.flatMap((id) => signalById(id)?.signal.texts[language].title ?? []);
  const titles = shows.map((title) => quoted(title, language)).join(', ');
  return isNumber ? `${followersToday[language]}: ${titles}.` : `${toCheck[language](titles)} ${missingText([fields], language)}.`;
}

const toCheck: Readonly<Record<Language, (titles: string) => string>> = {
  en: (titles) => `To check ${titles} the table`,
  ru: (titles) => `Чтобы проверить ${titles},`,
};
const followersToday: Text = {
  en: 'One number, followers today (in the settings of the client), would be enough to check',
  ru: 'Одного числа, подписчиков сегодня (в настройках клиента), хватит, чтобы проверить',
};
