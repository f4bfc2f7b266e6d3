import { languageOf, type Text } from '../../i18n/language.ts';

/** A failure that the user can do something about: one sentence, nothing of the sheet in it. */
export class UserProblem extends Error {
  constructor(readonly sentence: Text) {
    super(sentence.en);
  }
}

export const noSuchTab: Text = {
  en: 'This tab is no longer there: open the audit again.',
  ru: 'Этой вкладки больше нет: откройте аудит заново.',
};
export const badRequest: Text = {
  en: 'The page asked for something this version does not know: close the sidebar and open it again.',
  ru: 'Страница запросила то, чего эта версия не умеет: закройте панель и откройте снова.',
};
export const notAGrid: Text = {
  en: 'This tab has no cells to read (a chart or a connected data source): choose another tab.',
  ru: 'На этой вкладке нет ячеек для чтения (диаграмма или подключённый источник): выберите другую.',
};
export const zoneTrouble = (timeZone: string): Text => ({
  en: `The clock of the time zone ${timeZone} cannot be told for certain, so the scan stops here: choose another zone under File → Settings and open the audit again.`,
  ru: `Часы пояса ${timeZone} не удаётся определить наверняка, поэтому проверка остановлена: выберите другой пояс в «Файл → Настройки» и откройте аудит заново.`,
});
export const tooLarge: Text = {
  en: 'The settings are too large to keep with this document: remove some of the marks.',
  ru: 'Настройки не помещаются в документ: уберите часть отметок.',
};

/** What Google throws, in English; the first that fits is said. A localised message gets the general sentence. */
const known: readonly (readonly [RegExp, Text])[] = [
  [
    /dimensions of the sheet|out of bounds|outside the (?:grid|dimensions)|is not valid for the sheet/i,
    {
      en: 'The sheet changed meanwhile: scan it again.',
      ru: 'Таблица за это время изменилась: проверьте её заново.',
    },
  ],
  [
    /typed columns?|cells? in (?:a )?table|not allowed on .*table/i,
    {
      en: 'A Google table with column types does not allow this change: turn it into a plain range (its menu, “Revert to unformatted data”), or run the audit in a copy.',
      ru: 'Умная таблица Google с типами колонок не допускает такого изменения: верните её к обычному диапазону (меню таблицы) или проверьте копию.',
    },
  ],
  [
    /freeze bar|frozen|across .*freeze/i,
    {
      en: 'Columns cannot be inserted at the edge of the frozen part: unfreeze the columns (View, Freeze) and try again.',
      ru: 'Вставить колонки на границе закреплённой части нельзя: снимите закрепление колонок («Вид», «Закрепить») и попробуйте снова.',
    },
  ],
  [
    /protected/i,
    {
      en: 'Part of this sheet is protected from you: ask its owner for access, or run the audit in a copy.',
      ru: 'Часть листа защищена от изменений: попросите доступ у владельца или проверьте копию.',
    },
  ],
  [
    // A page that belongs to one Google account, answered for another.
    /PERMISSION_DENIED|permission to access the requested document|authorization is required|not authorized to (?:access|call)/i,
    {
      en: 'Google answered for another account: if you are signed in to several, open this file in a window where only its account is signed in.',
      ru: 'Google ответил за другой аккаунт: если вы вошли в несколько, откройте файл в окне, где выполнен вход только в один из них.',
    },
  ],
  [
    /permission|access denied|do not have/i,
    {
      en: 'You may look at this file but not change it: ask its owner for editing rights, or make a copy.',
      ru: 'Этот файл открыт вам только для просмотра: попросите право редактировать или сделайте копию.',
    },
  ],
  [
    /too large|above the limit|limit of \d|quota|too many|10000000 cells/i,
    {
      en: 'The file is too large for this step: remove unused tabs or rows and try again.',
      ru: 'Файл слишком велик для этого шага: удалите лишние вкладки или строки и попробуйте снова.',
    },
  ],
  [
    /timed? ?out|maximum execution time|try again|service (?:error|unavailable|spreadsheets)|server error/i,
    {
      en: 'Google Sheets did not answer in time: wait a moment and try again.',
      ru: 'Google Таблицы не ответили вовремя: подождите немного и попробуйте снова.',
    },
  ],
];
const unknown: Text = {
  en: 'Something went wrong while talking to Google Sheets: try again, and reload the page if it happens twice.',
  ru: 'Что-то пошло не так при обращении к Google Таблицам: попробуйте снова, а если повторится, обновите страницу.',
};

/** One sentence for whatever was thrown. The original message may quote a cell, so it is never shown. */
export function sentenceFor(problem: unknown): Text {
  if (problem instanceof UserProblem) return problem.sentence;
  const message = String((problem as { message?: unknown } | null)?.message ?? problem);
  return known.find(([pattern]) => pattern.test(message))?.[1] ?? unknown;
}

/** A text in the language of the person at the keyboard; English where Google does not say. */
export function userText(text: Text): string {
  try {
    return text[languageOf(Session.getActiveUserLocale())];
  } catch {
    return text.en;
  }
}
