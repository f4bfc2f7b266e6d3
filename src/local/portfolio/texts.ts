import type { RateBase } from '../../audit/answer/overview.ts';
import type { Text } from '../../i18n/language.ts';
import type { costUnits } from '../../patterns/engine/signal-bill.ts';

/** What the portfolio says, beside what the audit says of each client. */
export const texts = {
  title: { en: 'Portfolio', ru: 'Портфель' },
  /** The first tab, by which we know the file as ours. */
  tab: { en: 'SMM audit portfolio', ru: 'SMM-аудит, портфель' },
  ranking: {
    en: 'First those with the gravest finding; among them those with the largest part of one of the sums below: hours beside hours, a currency beside itself. A sum that one client alone has is not compared.',
    ru: 'Сначала те, у кого самая серьёзная находка; среди них — те, на кого приходится большая часть одной из сумм ниже: часы рядом с часами, валюта сама с собой. Сумма, которая есть только у одного клиента, не сравнивается.',
  },
  client: { en: 'Client', ru: 'Клиент' },
  period: { en: 'Period', ru: 'Период' },
  rows: { en: 'Rows audited', ru: 'Проверено строк' },
  gravest: { en: 'Gravest', ru: 'Самое серьёзное' },
  part: { en: 'Largest part of a sum', ru: 'Наибольшая часть суммы' },
  unknownMoney: { en: 'Money, currency not said', ru: 'Деньги, валюта не указана' },
  overview: { en: 'Overview', ru: 'Обзор' },
  notChecked: { en: 'Not checked', ru: 'Не проверено' },
  why: { en: 'Why', ru: 'Почему' },
  what: { en: 'What', ru: 'Что' },
  copies: { en: 'Annotated copy', ru: 'Копия с пометками' },
  report: { en: 'Client report', ru: 'Отчёт для клиента' },
  all: { en: 'All clients', ru: 'Все клиенты' },
  signal: { en: 'What was looked for', ru: 'Что искали' },
  found: { en: 'Rows with findings', ru: 'Строк с находками' },
  judged: { en: 'Rows judged', ru: 'Оценено строк' },
  share: { en: 'Share', ru: 'Доля' },
  cost: { en: 'What it cost', ru: 'Во что обошлось' },
  benchmarks: { en: 'Benchmarks', ru: 'Сравнение' },
  benchmarkNote: {
    en: 'The agency’s own clients beside each other: the middle one, and where the middle half lies. Nothing is compared among fewer than five.',
    ru: 'Клиенты агентства рядом друг с другом: средний и границы средней половины. Меньше пяти не сравниваются.',
  },
  measure: { en: 'Measure', ru: 'Показатель' },
  value: { en: 'Value', ru: 'Значение' },
  lower: { en: 'Lower quartile', ru: 'Нижний квартиль' },
  median: { en: 'Median', ru: 'Медиана' },
  upper: { en: 'Upper quartile', ru: 'Верхний квартиль' },
  clients: { en: 'Clients', ru: 'Клиентов' },
  standing: { en: 'Among the others', ru: 'Среди остальных' },
  ownRows: { en: 'Rows it rests on', ru: 'По скольким строкам' },
  better: { en: 'in the better quarter', ru: 'в лучшей четверти' },
  worse: { en: 'in the weaker quarter', ru: 'в слабой четверти' },
  middle: { en: 'in the middle half', ru: 'в средней половине' },
  approval: { en: 'Approval time, hours by the clock (median)', ru: 'Время согласования, часов по календарю (медиана)' },
  answered: {
    en: 'Leads answered within an hour of working time',
    ru: 'Заявки с ответом в течение рабочего часа',
  },
  course: { en: 'Course', ru: 'Динамика' },
  asOf: { en: 'As of', ru: 'На дату' },
  grave: { en: 'Serious and critical findings', ru: 'Важные и критичные находки' },
  findings: { en: 'Findings', ru: 'Находки' },
  numbers: { en: 'Numbers of the chart', ru: 'Числа диаграммы' },
  broke: {
    en: 'The audit broke on this file, the others went on: save it anew as .xlsx or .csv and try again.',
    ru: 'На этом файле проверка споткнулась, остальные прошли: сохраните его заново как .xlsx или .csv и попробуйте ещё раз.',
  },
} as const satisfies Record<string, Text>;

/** Columns of the bill: sums of one unit, money of one currency each. */
export const unitTexts: Readonly<Record<(typeof costUnits)[number], Text>> = {
  money: { en: 'Money', ru: 'Деньги' },
  hours: { en: 'Hours', ru: 'Часы' },
  posts: { en: 'Posts', ru: 'Посты' },
  leads: { en: 'Leads', ru: 'Заявки' },
  followers: { en: 'Followers', ru: 'Подписчики' },
  engagements: { en: 'Engagements', ru: 'Реакции' },
};

export const baseTexts: Readonly<Record<RateBase, Text>> = {
  followers: { en: 'by followers', ru: 'по подписчикам' },
  reach: { en: 'by reach', ru: 'по охвату' },
  views: { en: 'by views', ru: 'по просмотрам' },
  impressions: { en: 'by impressions', ru: 'по показам' },
};

/** Names of networks as people write them; one that is not here stands as it is known. */
export const networkTexts: Readonly<Record<string, Text>> = {
  '': { en: 'network not said', ru: 'соцсеть не указана' },
  instagram: { en: 'Instagram', ru: 'Instagram' },
  vk: { en: 'VK', ru: 'ВКонтакте' },
  telegram: { en: 'Telegram', ru: 'Telegram' },
  facebook: { en: 'Facebook', ru: 'Facebook' },
  tiktok: { en: 'TikTok', ru: 'TikTok' },
  youtube: { en: 'YouTube', ru: 'YouTube' },
  ok: { en: 'Odnoklassniki', ru: 'Одноклассники' },
  linkedin: { en: 'LinkedIn', ru: 'LinkedIn' },
  x: { en: 'X', ru: 'X' },
  threads: { en: 'Threads', ru: 'Threads' },
  pinterest: { en: 'Pinterest', ru: 'Pinterest' },
  dzen: { en: 'Dzen', ru: 'Дзен' },
};
