import type { Language, Text } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';

type Forms = Readonly<Record<Language, readonly [string, string, string?]>>;
type Sentence<Given extends readonly unknown[]> = Readonly<Record<Language, (...given: Given) => string>>;

/** `A; B; and C`: the parts may hold commas of their own. */
const listed = (parts: readonly string[], and: string) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('; ')}${and}${parts[parts.length - 1]}`;

const accounts: Forms = { en: ['account', 'accounts'], ru: ['аккаунт', 'аккаунта', 'аккаунтов'] };
const summary: Sentence<[entries: string, sums: readonly string[]]> = {
  en: (entries, sums) => `In ${entries} we see ${listed(sums, '; and ')}.`,
  ru: (entries, sums) => `В таблице ${entries}. Главное в них: ${listed(sums, '; ')}.`,
};
const noSums: Sentence<[entries: string, reasons: readonly string[]]> = {
  en: (entries, reasons) => `We read ${entries}. The main thing in them: ${listed(reasons, '; and ')}.`,
  ru: (entries, reasons) => `В таблице ${entries}. Главное в них: ${listed(reasons, '; ')}.`,
};
const nothing: Sentence<[entries: string]> = {
  en: (entries) => `We read ${entries}. What could be checked in them raises no questions.`,
  ru: (entries) => `В таблице ${entries}. К тому, что удалось проверить, вопросов нет.`,
};
const held: Sentence<[isGrown: boolean, since: string, before: string, posts: number, words: Words]> = {
  en: (isGrown, since, before, posts, words) =>
    `ER ${isGrown ? 'grew' : 'held'}: ${since} for a typical post of the later half, ${before} of the earlier half (${words.number(posts, 0)} posts each).`,
  ru: (isGrown, since, before, posts, words) =>
    `ER ${isGrown ? 'вырос' : 'держится'}: у типичного поста второй половины ${since}, первой — ${before} (по ${words.number(posts, 0)} ${words.plural(posts, 'посту', 'поста', 'постов')}).`,
};
const shown: Sentence<[shown: string, all: string]> = {
  en: (shown, all) => `${shown} of ${all} shown`,
  ru: (shown, all) => `показано ${shown} из ${all}`,
};

export const texts = {
  title: { en: 'Social media: what we could agree on', ru: 'Соцсети: о чём стоит договориться' },
  clearTitle: { en: 'Social media: no questions so far', ru: 'Соцсети: вопросов пока нет' },
  intro: {
    en: 'These are observations from our working spreadsheet, not a verdict on anyone.',
    ru: 'Это наблюдения из рабочей таблицы, а не оценка людей.',
  },
  figures: { en: 'What it comes to', ru: 'Главное в цифрах' },
  good: { en: 'What already works', ru: 'Что уже хорошо' },
  numbers: { en: 'What the numbers say', ru: 'Что видно по числам' },
  progress: { en: 'How earlier agreements go', ru: 'Как идут прежние договорённости' },
  course: { en: 'The course of months', ru: 'Месяц за месяцем' },
  steps: { en: 'What we could agree on', ru: 'О чём стоит договориться' },
  step: { en: 'Step', ru: 'Шаг' },
  why: { en: 'Why', ru: 'Почему' },
  who: { en: 'Who', ru: 'Кто' },
  byWhen: { en: 'By when', ru: 'Срок' },
  counted: { en: 'How it was counted', ru: 'Как считали' },
  read: { en: 'What was read', ru: 'Что прочитано' },
  unchecked: { en: 'What could not be checked', ru: 'Что проверить не удалось' },
  decider: { en: 'decider', ru: 'решающий' },
  ...{ accounts, summary, noSums, nothing, held, shown },
} satisfies Record<string, Text | Forms | Sentence<never>>;
