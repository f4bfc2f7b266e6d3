import type { Language } from '../../i18n/language.ts';

/** Parameters as Russian sentences and hints name them. */
const russian: Readonly<Record<string, string>> = {
  engagements: 'реакции',
  followers: 'подписчики',
  reach: 'охват',
  views: 'просмотры',
  sent: 'отправлено',
  approved: 'согласовано',
  as_of: 'на_дату',
  working_hours: 'рабочее_время',
  lead_at: 'заявка',
  answered_at: 'ответ',
  geo_share: 'доля_города',
  age_share: 'доля_возраста',
  real_share: 'доля_живых',
  price: 'цена',
  dates: 'даты',
  explained: 'объяснено',
  table_with_header: 'таблица_с_шапкой',
  pattern: 'тема',
};

const own: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, ru: russian };

export const parameterName = (name: string, language: Language): string => own[language][name] ?? name;

/** `в аргументе «подписчики»`: where in a Russian sentence something is wanting. */
export const inArgument = (name: string): string => `в аргументе «${parameterName(name, 'ru')}»`;
