import type { Language, Text } from '../i18n/language.ts';

/** Why the command line or the playground cannot do as told: one sentence that says what to do. */
export class LocalProblem extends Error {
  constructor(
    readonly sentence: Text,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}

/** Whatever went wrong, as a sentence. */
export function sentenceOf(problem: unknown, language: Language): string {
  if (problem instanceof LocalProblem) return problem.sentence[language];
  return problem instanceof Error ? problem.message : String(problem);
}

export const nothingAudited: Text = {
  en: 'Nothing could be audited: rename a column to one of those asked for, or say what it means in the settings.',
  ru: 'Проверить ничего не удалось: назовите колонку так, как подсказано, или укажите её смысл в настройках.',
};

export const fileProblems = {
  missing: (path: string): Text => ({ en: `There is no file ${path}: check the name.`, ru: `Файла ${path} нет: проверьте имя.` }),
  folder: (path: string): Text => ({ en: `${path} is a folder: name a file.`, ru: `${path} — папка: укажите файл.` }),
  unreadable: (path: string): Text => ({
    en: `The file ${path} may not be read: check its permissions, or whether another program holds it.`,
    ru: `Файл ${path} не открывается для чтения: проверьте права на него и не занят ли он другой программой.`,
  }),
  unwritable: (path: string): Text => ({
    en: `${path} cannot be written: check that the folder exists and may be written to, or choose another place with --out.`,
    ru: `Не удаётся записать ${path}: проверьте, что папка есть и в неё можно писать, или укажите другое место через --out.`,
  }),
  noRoom: (path: string): Text => ({
    en: `There is no room for ${path}: free some space, or choose another place with --out.`,
    ru: `Для ${path} не хватает места: освободите его или укажите другое место через --out.`,
  }),
  empty: { en: 'The file is empty: export the table again.', ru: 'Файл пуст: выгрузите таблицу снова.' },
  format: (ending: string): Text =>
    ending === ''
      ? {
          en: 'A file without an ending is not read: save the table as .xlsx or .csv.',
          ru: 'Файл без расширения не читается: сохраните таблицу как .xlsx или .csv.',
        }
      : {
          en: `Files of type ${ending} are not read: save the table as .xlsx or .csv.`,
          ru: `Файлы ${ending} не читаются: сохраните таблицу как .xlsx или .csv.`,
        },
  encrypted: {
    en: 'The file is protected by a password: open it and save it as .xlsx without one.',
    ru: 'Файл защищён паролем: откройте его и сохраните как .xlsx без пароля.',
  },
  /** @param what a name for the format, as in `an old .xls workbook`, Russian in the nominative */
  otherFormat: (what: Text): Text => ({
    en: `The file is ${what.en}: open it in a spreadsheet program and save it as .xlsx.`,
    ru: `Это ${what.ru}: откройте файл в табличной программе и сохраните как .xlsx.`,
  }),
  broken: {
    en: 'The file is damaged or no .xlsx at all: open it in a spreadsheet program and save it again.',
    ru: 'Файл повреждён или это не .xlsx: откройте его в табличной программе и сохраните снова.',
  },
  unpacksTooLarge: {
    en: 'The file unpacks to more than this computer can hold: remove unused tabs, rows or pictures, or save one tab as .csv.',
    ru: 'Файл распаковывается в больший объём, чем можно открыть: удалите лишние вкладки, строки и картинки или сохраните одну вкладку как .csv.',
  },
  quotes: {
    en: 'A quotation mark is opened and never closed: export the table again.',
    ru: 'Кавычка открыта и не закрыта: выгрузите таблицу снова.',
  },
  binary: {
    en: 'This is not a text table: save the table as .csv or .xlsx.',
    ru: 'Это не текстовая таблица: сохраните таблицу как .csv или .xlsx.',
  },
  tooLarge: { en: 'The file is larger than 64 MB: it is too large to be opened here.', ru: 'Файл больше 64 МБ: здесь его не открыть.' },
} as const;
