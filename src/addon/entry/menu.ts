import type { Text } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { saveSettings } from '../services/document-settings.ts';
import { sentenceFor, userText } from '../services/problems.ts';
import { remove } from '../writing/remove.ts';
import { addTemplates } from '../writing/templates.ts';

/** A sidebar is always 300 pixels wide. */
const SIDEBAR_WIDTH = 300;
/** How many of the user's cells a question shows. */
const MOST_SHOWN = 5;

const texts = {
  openAudit: { en: 'Open audit', ru: 'Открыть аудит' },
  removeAudit: { en: 'Remove audit', ru: 'Убрать аудит' },
  forgetSettings: { en: 'Forget settings', ru: 'Забыть настройки' },
  askForget: {
    en: 'Forget what is kept with this file: the client, people, thresholds, columns, agreements, earlier sums and marks?',
    ru: 'Забыть всё, что хранится с этим файлом: клиента, людей, пороги, колонки, договорённости, прошлые итоги и отметки?',
  },
  forgotten: { en: 'Nothing of the audit is kept with this file any more.', ru: 'С этим файлом больше ничего от аудита не хранится.' },
  templatesAdded: { en: 'Tabs added:', ru: 'Добавлены вкладки:' },
  nothing: { en: 'There is no audit in this file.', ru: 'В этом файле нет аудита.' },
  busy: {
    en: 'Somebody else is running the audit in this file: try again in a minute.',
    ru: 'Аудит в этом файле сейчас запустил кто-то другой: попробуйте через минуту.',
  },
  typedOver: {
    en: 'Something was typed into the audit’s columns or tabs and would be lost. Remove anyway?',
    ru: 'В колонки или вкладки аудита что-то вписали, и это пропадёт. Всё равно убрать?',
  },
  unmarked: {
    en: 'Two columns or a summary look like the audit’s but are not marked, as in a copied tab. Remove them too?',
    ru: 'Две колонки или итоги похожи на аудит, но пометки нет: так бывает в копии вкладки. Убрать и их?',
  },
} as const satisfies Record<string, Text>;

/** Runs when a file opens, also where the add-on may not touch it yet: builds the menu and does nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(userText(texts.openAudit), 'openAudit')
    .addItem(userText(texts.removeAudit), 'removeAudit')
    .addItem(userText(texts.forgetSettings), 'forgetSettings')
    .addItem(userText(shared.addTemplates), 'addTemplateTabs')
    .addToUi();
}

/** Runs once after installing, with the file already open. */
export function onInstall(): void {
  onOpen();
}

/** Where the user allowed only a part of what the add-on asks for, Google asks for the rest and runs the entry again afterwards. */
function requireConsent(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}

export function openAudit(): void {
  requireConsent();
  const ui = SpreadsheetApp.getUi();
  try {
    ui.showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle(userText(shared.productName)).setWidth(SIDEBAR_WIDTH));
  } catch (problem) {
    ui.alert(userText(sentenceFor(problem)));
  }
}

/** The menu's way to take the audit away, with a question where something would be lost. */
export function removeAudit(): void {
  requireConsent();
  const ui = SpreadsheetApp.getUi();
  try {
    let result = remove({});
    const question = questionOf(result);
    if (question !== undefined) {
      if (ui.alert(question, ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
      result = remove({ force: true });
    }
    const { outcome } = result;
    ui.alert(userText(outcome === 'removed' ? shared.removed : outcome === 'busy' ? texts.busy : texts.nothing));
  } catch (problem) {
    ui.alert(userText(sentenceFor(problem)));
  }
}

/** Takes away everything that is kept with the document, after a question. */
export function forgetSettings(): void {
  requireConsent();
  const ui = SpreadsheetApp.getUi();
  try {
    if (ui.alert(userText(texts.askForget), ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
    saveSettings({});
    ui.alert(userText(texts.forgotten));
  } catch (problem) {
    ui.alert(userText(sentenceFor(problem)));
  }
}

/** Adds tabs to start from: posts, leads, placements, goals, client. */
export function addTemplateTabs(): void {
  requireConsent();
  const ui = SpreadsheetApp.getUi();
  try {
    const added = addTemplates();
    ui.alert(added.length > 0 ? `${userText(texts.templatesAdded)} ${added.join(', ')}.` : userText(shared.templatesThere));
  } catch (problem) {
    ui.alert(userText(sentenceFor(problem)));
  }
}

function questionOf(result: ReturnType<typeof remove>): string | undefined {
  if (result.outcome === 'unmarked') return [userText(texts.unmarked), ...result.tabs].join('\n');
  if (result.outcome !== 'typed-over') return undefined;
  const shown = result.cells.slice(0, MOST_SHOWN).map(({ sheet, row, text }) => `${sheet}, ${userText(shared.row)} ${row}: ${text}`);
  return [userText(texts.typedOver), ...shown, ...(result.cells.length > MOST_SHOWN ? ['…'] : [])].join('\n');
}
