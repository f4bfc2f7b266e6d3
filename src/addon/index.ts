/** Everything that becomes a global function in Apps Script. build.mjs writes the wrappers. */

import { languageOf, type Text } from '../i18n/language.ts';
import { shared } from '../i18n/words.ts';
import { annotate } from './annotate.ts';
import type { Api, ApiMethod, Envelope } from './api.ts';
import { requestChecks } from './checks.ts';
import { saveSettings } from './properties.ts';
import { chunk, start, tabByName, top } from './read.ts';
import { remove } from './remove.ts';
import { badRequest, sentenceFor, UserProblem } from './sentences.ts';

export { callFormula } from './formulas.ts';

const texts = {
  openAudit: { en: 'Open audit', ru: 'Открыть аудит' },
  removeAudit: { en: 'Remove audit', ru: 'Убрать аудит' },
  removed: { en: 'The audit is gone; the sheet is as it was before.', ru: 'Аудит убран, таблица такая же, как до него.' },
  nothing: { en: 'There is no audit in this file.', ru: 'В этом файле нет аудита.' },
  busy: {
    en: 'Somebody else is running the audit in this file: try again in a minute.',
    ru: 'Аудит в этом файле сейчас запустил кто-то другой: попробуйте через минуту.',
  },
  typedOver: {
    en: 'Something was typed into the audit’s columns or summary and would be lost. Remove anyway?',
    ru: 'В колонки или итоги аудита что-то вписали, и это пропадёт. Всё равно убрать?',
  },
} as const satisfies Record<string, Text>;

const userText = (text: Text) => text[languageOf(Session.getActiveUserLocale())];

/** Runs when a file opens, also where the add-on may not touch it yet: builds the menu and does nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(userText(texts.openAudit), 'openAudit')
    .addItem(userText(texts.removeAudit), 'removeAudit')
    .addToUi();
}

/** Runs once after installing, with the file already open. */
export function onInstall(): void {
  onOpen();
}

export function openAudit(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle(userText(shared.productName)));
}

/** The menu's way to take the audit away, with a question where something would be lost. */
export function removeAudit(): void {
  const ui = SpreadsheetApp.getUi();
  try {
    let result = remove({});
    if (result.outcome === 'typed-over') {
      if (ui.alert(userText(texts.typedOver), ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
      result = remove({ force: true });
    }
    ui.alert(userText(result.outcome === 'removed' ? texts.removed : result.outcome === 'busy' ? texts.busy : texts.nothing));
  } catch (problem) {
    ui.alert(userText(sentenceFor(problem)));
  }
}

const handlers: { readonly [M in ApiMethod]: (argument: Api[M]['argument']) => Api[M]['answer'] } = {
  start,
  top,
  chunk,
  annotate,
  remove,
  saveSettings,
  showRow: ({ sheet, row }) => {
    const tab = tabByName(sheet);
    tab.activate();
    tab.setActiveRange(tab.getRange(`${row}:${row}`));
    return {};
  },
};

const isMethod = (method: unknown): method is ApiMethod => typeof method === 'string' && Object.keys(handlers).indexOf(method) >= 0;

/** The page's one door: JSON text in, JSON text out, a sentence instead of an exception. */
export function callApi(method: unknown, argument: unknown): string {
  try {
    return envelope({ ok: true, answer: handle(method, argument) });
  } catch (problem) {
    return envelope({ ok: false, problem: userText(sentenceFor(problem)) });
  }
}

const envelope = (content: Envelope<unknown>) => JSON.stringify(content);

function handle(method: unknown, argument: unknown): unknown {
  if (!isMethod(method) || typeof argument !== 'string') throw new UserProblem(badRequest);
  const request: unknown = JSON.parse(argument);
  if (requestChecks[method](request, '').length > 0) throw new UserProblem(badRequest);
  // The check above has just established the argument's shape.
  return (handlers[method] as (argument: unknown) => unknown)(request);
}
