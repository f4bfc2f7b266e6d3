import type { Text } from '../../i18n/language.ts';

/** Why a file cannot be used: one sentence that says what to do. */
export class FileProblem extends Error {
  constructor(
    readonly sentence: Text,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}

export const fileProblems = {
  missing: (path: string): Text => ({ en: `There is no file ${path}: check the name.`, ru: `Файла ${path} нет: проверьте имя.` }),
  folder: (path: string): Text => ({ en: `${path} is a folder: name a file.`, ru: `${path} — папка: укажите файл.` }),
  empty: { en: 'The file is empty: export the table again.', ru: 'Файл пуст: выгрузите таблицу снова.' },
  format: (ending: string): Text => ({
    en: `Files of type ${ending || 'without an ending'} are not read: save the table as .xlsx or .csv.`,
    ru: `Файлы ${ending || 'без расширения'} не читаются: сохраните таблицу как .xlsx или .csv.`,
  }),
  encrypted: {
    en: 'The file is protected by a password or is an old .xls: open it and save it as .xlsx without a password.',
    ru: 'Файл защищён паролем или это старый .xls: откройте его и сохраните как .xlsx без пароля.',
  },
  broken: {
    en: 'The file is damaged or no .xlsx at all: open it in a spreadsheet program and save it again.',
    ru: 'Файл повреждён или это не .xlsx: откройте его в табличной программе и сохраните снова.',
  },
  tooLarge: {
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
} as const;
