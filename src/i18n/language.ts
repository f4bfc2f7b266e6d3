/** The languages every text of ours exists in. A missing text is a compile error. */
export type Language = 'en' | 'ru';

export type Text = Readonly<Record<Language, string>>;

export const languages: readonly Language[] = ['en', 'ru'];

/** The locale of a spreadsheet that we make ourselves. */
export const localeOf: Text = { en: 'en_US', ru: 'ru_RU' };

/** The language for a locale such as `ru_RU` or `en-GB`: Russian where it is Russian, else English. */
export function languageOf(locale: string | null | undefined): Language {
  return /^ru([-_]|$)/i.test(locale ?? '') ? 'ru' : 'en';
}
