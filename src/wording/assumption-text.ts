import type { ClientFactName } from '../audit/client-facts/client-tab.ts';
import type { Assumption, ReadingVotes } from '../audit/report.ts';
import type { Language, Text } from '../i18n/language.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Join } from '../joining/join.ts';
import type { JoinKey } from '../joining/match.ts';
import { fieldById } from '../table/fields.ts';
import { exportById } from '../table/recognition/exports.ts';
import { baseTexts } from './overview-text.ts';

const titleOf = (fieldId: string, language: Language) => fieldById(fieldId)?.title[language];

const clientFacts: Readonly<Record<ClientFactName, Text>> = {
  city: { en: 'city', ru: 'город' },
  target: { en: 'kind of target place', ru: 'вид целевого места' },
  age: { en: 'age', ru: 'возраст' },
  adBudget: { en: 'ad budget', ru: 'рекламный бюджет' },
  adBudgetPeriod: { en: 'period of the budget', ru: 'период бюджета' },
  adBudgetCurrency: { en: 'currency of the budget', ru: 'валюта бюджета' },
  followers: { en: 'followers today', ru: 'подписчиков сегодня' },
  launched: { en: 'launch of the account', ru: 'запуск аккаунта' },
  scope: { en: 'agreed work', ru: 'состав работ' },
  workingHours: { en: 'working hours', ru: 'рабочее время' },
  daysOff: { en: 'days off', ru: 'выходные дни' },
};

/** Keys of a join as they stand after “by”. */
export const keyTexts: Readonly<Record<JoinKey, Text>> = {
  link: { en: 'link', ru: 'ссылке' },
  id: { en: 'id', ru: 'id' },
  title: { en: 'day and title', ru: 'дню и названию' },
  day: { en: 'day', ru: 'дню' },
};

/** `Joined: Posts ↔ Export, 41 of 58 rows by link; taken from there: likes, reach.` A join that is only offered says so. */
export function joinedText({ to, from, by, matched, of, fields }: Omit<Join, 'kind' | 'keys'>, language: Language): string {
  const words = wordsOf(language);
  const [found, all, key] = [words.number(matched, 0), words.number(of, 0), keyTexts[by][language]];
  const taken = fields.map((id) => titleOf(id, language) ?? id).join(', ');
  if (fields.length > 0)
    return {
      en: `Joined: ${to} ↔ ${from}, ${found} of ${all} rows by ${key}; taken from there: ${taken}.`,
      ru: `Соединено: ${to} ↔ ${from}, строк ${found} из ${all} по ${key}; взято оттуда: ${taken}.`,
    }[language];
  return {
    en: `${to} and ${from} may belong together: ${found} of ${all} rows agree by ${key}. They are not joined without your word.`,
    ru: `${to} и ${from}, возможно, об одном: строк ${found} из ${all} совпали по ${key}. Без вашего слова они не соединены.`,
  }[language];
}

type Code = Assumption['code'];
type Sentences = { readonly [C in Code]: (assumption: Extract<Assumption, { readonly code: C }>) => string };

/** Something taken for granted, said aloud. */
export function assumptionText<C extends Code>(assumption: Extract<Assumption, { readonly code: C }>, language: Language): string {
  const { code }: { readonly code: C } = assumption;
  return sentences[language][code](assumption);
}

const en = wordsOf('en');
const ru = wordsOf('ru');
const moment = (language: Language, at: number) => `${wordsOf(language).date(at)}, ${new Date(at).toISOString().slice(11, 16)}`;
const notExported = (language: Language, source: string) => {
  const known = exportById(source);
  return {
    name: known?.title[language] ?? source,
    lacks: (known?.lacks ?? []).map((id) => titleOf(id, language) ?? id).join(', '),
  };
};

const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    calendar: () => 'Working hours are not stated; Mon–Fri 10:00–19:00 is assumed.',
    'time-zone': ({ zone }) => `Time zone: ${zone}.`,
    'as-of': ({ at }) => `What is still open is counted up to ${moment('en', at)}.`,
    'client-tab': ({ sheet, facts }) => `Taken from the tab “${sheet}”: ${facts.map((fact) => clientFacts[fact].en).join(', ')}.`,
    joined: ({ sheet, ...join }) => joinedText({ to: sheet, ...join }, 'en'),
    'join-offered': ({ sheet, ...join }) => joinedText({ to: sheet, fields: [], ...join }, 'en'),
    'counted-back': ({ sheet, column, followers }) =>
      `${sheet}: followers are counted back from ${en.number(followers, 0)} today by “${column}”.`,
    'unreadable-fact': ({ sheet, fact }) =>
      `On the tab “${sheet}” this cannot be read: ${clientFacts[fact].en}${fact === 'workingHours' ? ' (write, say, “Mon-Fri 10:00-19:00”); Mon–Fri 10:00–19:00 is assumed' : '; it is not used'}.`,
    'decimal-mark': ({ sheet, column, mark, votes }) =>
      mark === undefined
        ? `${sheet}, “${column}”: the decimal mark cannot be told, so the numbers were not read; set it in the settings.`
        : `${sheet}, “${column}”: the decimal mark is “${mark}”${votesText.en(votes)}.`,
    'date-order': ({ sheet, column, order, votes }) =>
      order === undefined
        ? `${sheet}, “${column}”: day or month first cannot be told, so the dates were not read; set it in the settings.`
        : `${sheet}, “${column}”: the ${order === 'day-first' ? 'day' : 'month'} comes first${votesText.en(votes)}.`,
    years: ({ sheet, column, count }) => `${sheet}, “${column}”: no year is written; inferred from the order of the rows (${count}).`,
    'rate-of': ({ sheet, column, rate }) => {
      const place = `${sheet}, “${column}”`;
      if (rate.by === 'unknown') return `${place}: agrees with neither followers, reach, impressions nor views; it is not used.`;
      const agree = `(${en.number(rate.matched, 0)} of ${en.number(rate.rows, 0)} rows agree)`;
      const shown = rate.of === undefined ? undefined : titleOf(rate.of, 'en');
      return shown === undefined
        ? `${place}: counted by ${baseTexts[rate.by].en} ${agree}.`
        : `${place}: ${shown} by followers, not engagement ${agree}.`;
    },
    'not-exported': ({ sheet, source }) => {
      const { name, lacks } = notExported('en', source);
      return `${sheet}: ${name} does not export: ${lacks}.`;
    },
  },
  ru: {
    calendar: () => 'Рабочее время не указано, взято Пн–Пт 10:00–19:00.',
    'time-zone': ({ zone }) => `Часовой пояс: ${zone}.`,
    'as-of': ({ at }) => `Что ещё не закрыто, посчитано по ${moment('ru', at)}.`,
    'client-tab': ({ sheet, facts }) => `С вкладки «${sheet}» взято: ${facts.map((fact) => clientFacts[fact].ru).join(', ')}.`,
    joined: ({ sheet, ...join }) => joinedText({ to: sheet, ...join }, 'ru'),
    'join-offered': ({ sheet, ...join }) => joinedText({ to: sheet, fields: [], ...join }, 'ru'),
    'counted-back': ({ sheet, column, followers }) =>
      `${sheet}: подписчики посчитаны назад от ${ru.number(followers, 0)} сегодня по колонке «${column}».`,
    'unreadable-fact': ({ sheet, fact }) =>
      `На вкладке «${sheet}» не прочитано: ${clientFacts[fact].ru}${fact === 'workingHours' ? ' (напишите, например, «Пн-Пт 10:00-19:00»); взято Пн–Пт 10:00–19:00' : '; в расчётах не использовано'}.`,
    'decimal-mark': ({ sheet, column, mark, votes }) =>
      mark === undefined
        ? `${sheet}, «${column}»: десятичный знак не определить, числа не прочитаны; укажите его в настройках.`
        : `${sheet}, «${column}»: десятичный знак «${mark}»${votesText.ru(votes)}.`,
    'date-order': ({ sheet, column, order, votes }) =>
      order === undefined
        ? `${sheet}, «${column}»: день или месяц первый, не определить, даты не прочитаны; укажите в настройках.`
        : `${sheet}, «${column}»: первым идёт ${order === 'day-first' ? 'день' : 'месяц'}${votesText.ru(votes)}.`,
    years: ({ sheet, column, count }) => `${sheet}, «${column}»: год не написан, выведен из порядка строк (${count}).`,
    'rate-of': ({ sheet, column, rate }) => {
      const place = `${sheet}, «${column}»`;
      if (rate.by === 'unknown')
        return `${place}: не сходится ни с подписчиками, ни с охватом, ни с показами, ни с просмотрами; в расчётах не используется.`;
      const agree = `(сошлось строк: ${ru.number(rate.matched, 0)} из ${ru.number(rate.rows, 0)})`;
      const shown = rate.of === undefined ? undefined : titleOf(rate.of, 'ru');
      return shown === undefined
        ? `${place}: посчитано по ${baseTexts[rate.by].ru} ${agree}.`
        : `${place}: это ${shown} к числу подписчиков, а не активность ${agree}.`;
    },
    'not-exported': ({ sheet, source }) => {
      const { name, lacks } = notExported('ru', source);
      return `${sheet}: ${name} не выгружает: ${lacks}.`;
    },
  },
};

/** ` (12 cells can only be read so, 3 either way)`; empty where nothing was counted. */
const votesText: Readonly<Record<Language, (votes: ReadingVotes) => string>> = {
  en: ({ only, against, either }) =>
    inBrackets(only + against + either, [
      only > 0
        ? `${en.number(only, 0)} ${en.plural(only, 'cell', 'cells')} can only be read so`
        : 'no cell decides: taken from the settings or the language of the sheet',
      either > 0 && `${en.number(either, 0)} either way`,
      against > 0 && `${en.number(against, 0)} ${en.plural(against, 'contradicts it and was', 'contradict it and were')} not read`,
    ]),
  ru: ({ only, against, either }) =>
    inBrackets(only + against + either, [
      only > 0
        ? `${ru.number(only, 0)} ${ru.plural(only, 'ячейка читается', 'ячейки читаются', 'ячеек читаются')} только так`
        : 'ни одна ячейка не решает: взято из настроек или языка таблицы',
      either > 0 && `двояко ${ru.plural(either, 'читается', 'читаются')} ${ru.number(either, 0)}`,
      against > 0 && `${ru.plural(against, 'противоречит и не прочитана', 'противоречат и не прочитаны')} ${ru.number(against, 0)}`,
    ]),
};

const inBrackets = (counted: number, parts: readonly (string | false)[]) =>
  counted > 0 ? ` (${parts.filter((part) => part !== false).join(', ')})` : '';
