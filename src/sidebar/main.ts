import { html, render, type TemplateResult } from 'lit-html';
import type { AnnotateResult, RemoveResult, StartInfo } from '../addon/api.ts';
import { audit } from '../audit/engine.ts';
import { billText, findingText, notCheckedText, problemText, signalById, uncheckedEverywhere } from '../audit/render.ts';
import type { Report } from '../audit/report.ts';
import { createZone } from '../base/zone.ts';
import type { Language, Text } from '../i18n/language.ts';
import { shared, wordsOf } from '../i18n/words.ts';
import { patterns } from '../patterns/index.ts';
import { annotationRequest, auditableTabs, ScanCancelled, type ScannedSheet, scan } from './scan.ts';
import { callServer, ServerProblem } from './server.ts';

const texts = {
  intro: {
    en: 'Reads the chosen tab and shows what the client can change. Scanning writes nothing.',
    ru: 'Читает выбранную вкладку и показывает, что может изменить клиент. Проверка ничего не записывает.',
  },
  tab: { en: 'Tab', ru: 'Вкладка' },
  all: { en: 'Whole workbook', ru: 'Вся таблица' },
  scan: { en: 'Scan', ru: 'Проверить' },
  cancel: { en: 'Cancel', ru: 'Отмена' },
  highlight: { en: 'Highlight', ru: 'Подсветить' },
  remove: { en: 'Remove highlight', ru: 'Убрать подсветку' },
  loading: { en: 'Opening…', ru: 'Открываем…' },
  reading: { en: 'Rows read:', ru: 'Прочитано строк:' },
  writing: { en: 'Writing…', ru: 'Записываем…' },
  cancelled: { en: 'Cancelled; nothing was written.', ru: 'Отменено, ничего не записано.' },
  bill: { en: 'The bill', ru: 'Во что это обошлось' },
  notChecked: { en: 'Not checked, and why', ru: 'Не проверено и почему' },
  nothing: { en: 'Nothing found in what could be checked.', ru: 'В том, что удалось проверить, ничего не найдено.' },
  row: { en: 'Row', ru: 'Строка' },
  table: { en: 'Table', ru: 'Таблица' },
  changed: { en: 'The sheet changed since the scan: scan again.', ru: 'Таблица изменилась после проверки: проверьте снова.' },
  busy: {
    en: 'Somebody else is writing the audit right now: try again in a minute.',
    ru: 'Аудит сейчас записывает кто-то другой: попробуйте через минуту.',
  },
  removed: { en: 'Removed; the sheet is as it was.', ru: 'Убрано, таблица такая же, как была.' },
  noAudit: { en: 'There was nothing to remove.', ru: 'Убирать было нечего.' },
  typed: {
    en: 'Something was typed into our columns or summary and would be lost. Press again to go on.',
    ru: 'В наши колонки или итоги что-то вписали, и это пропадёт. Нажмите ещё раз, чтобы продолжить.',
  },
  apart: { en: 'Reasons and rows have come apart: scan again.', ru: 'Причины и строки разошлись: проверьте снова.' },
  zone: {
    en: 'The time zone of this sheet is not read as Google reads it, so the scan stops here.',
    ru: 'Часовой пояс таблицы читается не так, как в Google, поэтому проверка остановлена.',
  },
} as const satisfies Record<string, Text>;

/** What the page shows: one of these at a time. */
type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready'; readonly message?: string }
  | { readonly kind: 'reading'; readonly read: number; readonly all: number }
  | { readonly kind: 'results'; readonly report: Report; readonly scanned: readonly ScannedSheet[]; readonly message?: string }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly message: string };

const page = document.getElementById('page') as HTMLElement;
let language: Language = 'en';
let start: StartInfo | undefined;
let chosen = '';
let isCancelled = false;
/** Set once the user was told what would be lost. */
let mayForce = false;

const say = (text: Text) => text[language];

function show(state: State): void {
  render(html`<h1>${say(shared.productName)}</h1>${view(state)}`, page);
}

function view(state: State): TemplateResult {
  switch (state.kind) {
    case 'opening':
      return html`<p role="status">${say(texts.loading)}</p>`;
    case 'ready':
      return html`<p>${say(texts.intro)}</p>${tabSelect()}${message(state.message)}<div class="buttons">${button(texts.scan, scanNow, true)}${button(texts.remove, removeNow)}</div>`;
    case 'reading':
      return html`<p role="status">${say(texts.reading)} ${state.read} / ${state.all}</p><progress max=${state.all} value=${state.read}></progress>
        <div class="buttons">${button(texts.cancel, () => {
          isCancelled = true;
        })}</div>`;
    case 'writing':
      return html`<p role="status">${say(texts.writing)}</p>`;
    case 'failed':
      return html`<p class="error" role="alert">${state.message}</p><div class="buttons">${button(texts.scan, scanNow, true)}</div>`;
    case 'results':
      return html`${tabSelect()}${message(state.message)}
        <div class="buttons">${button(texts.highlight, () => highlightNow(state), true)}${button(texts.remove, removeNow)}${button(texts.scan, scanNow)}</div>
        ${resultsView(state.report)}`;
  }
}

const message = (text: string | undefined) => (text ? html`<p role="status" class="message">${text}</p>` : '');
const button = (text: Text, run: () => void, isMain = false) =>
  html`<button class=${isMain ? 'main' : ''} @click=${run}>${say(text)}</button>`;

function tabSelect(): TemplateResult {
  const tabs = start ? auditableTabs(start) : [];
  const choose = (event: Event) => {
    chosen = (event.target as HTMLSelectElement).value;
  };
  return html`<label>${say(texts.tab)}<select @change=${choose}>
    ${tabs.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
    <option value="" ?selected=${chosen === ''}>${say(texts.all)}</option>
  </select></label>`;
}

function resultsView(report: Report): TemplateResult {
  const words = wordsOf(language);
  const silent = uncheckedEverywhere(report.sheets);
  const cards = patterns.map((pattern, index) => {
    const results = report.sheets.flatMap(({ sheet, results }) =>
      results.filter((one) => one.pattern === index + 1).map((result) => ({ sheet, result })),
    );
    const findings = results.flatMap(({ sheet, result }) => result.findings.map((finding) => ({ sheet, signal: result.signal, finding })));
    return { pattern, number: index + 1, findings };
  });
  return html`
    ${report.sheets.map(({ sheet, problem }) => (problem ? html`<p class="message">${sheet}: ${problemText(problem, language)}</p>` : ''))}
    ${report.bill.length > 0 ? html`<h2>${say(texts.bill)}</h2><ul>${report.bill.map((line) => html`<li>${billText({ ...line, rows: line.parts.length }, language)}</li>`)}</ul>` : ''}
    ${cards.every(({ findings }) => findings.length === 0) ? html`<p>${say(texts.nothing)}</p>` : ''}
    ${cards.map(({ pattern, number, findings }) =>
      findings.length === 0
        ? ''
        : html`<details style=${`border-color:${pattern.colour.cell}`}><summary>${number}. ${pattern.title[language]}: ${words.number(findings.length, 0)}</summary>
            <p>${pattern.why[language]}</p>
            <ul>${findings.slice(0, 200).map(({ sheet, signal, finding }) => {
              const { message: sentence, fix } = findingText(signal, finding.evidence, language);
              const place = finding.row === null ? say(texts.table) : `${say(texts.row)} ${finding.row}`;
              return html`<li><button class="link" @click=${() => jump(sheet, finding.row)}>${sheet}, ${place}</button> ${sentence} <em>${fix}</em></li>`;
            })}</ul></details>`,
    )}
    ${silent.length > 0 ? html`<h2>${say(texts.notChecked)}</h2><ul>${silent.map(({ sheet, result }) => html`<li>${signalById(result.signal)?.signal.texts[language].title}: ${sheet}: ${notCheckedText(result, language)}</li>`)}</ul>` : ''}
  `;
}

function jump(sheet: string, row: number | null): void {
  void attempt(() => callServer('showRow', { sheet, row: row ?? 1 }).then(() => undefined));
}

/** Runs something that may fail; a failure is a sentence and a way forward. */
async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (problem) {
    if (problem instanceof ScanCancelled) show({ kind: 'ready', message: say(texts.cancelled) });
    else show({ kind: 'failed', message: problem instanceof ServerProblem ? problem.sentence[language] : String(problem) });
  }
}

async function open(): Promise<void> {
  const info = await callServer('start', {});
  start = info;
  language = info.userLanguage;
  document.documentElement.lang = language;
  const tabs = auditableTabs(info);
  chosen = tabs.includes(info.activeTab) ? info.activeTab : '';
  const isApart = info.tabs.some(({ annotation }) => annotation === 'apart');
  if (info.zoneProblem) show({ kind: 'failed', message: say(texts.zone) });
  else show({ kind: 'ready', ...(isApart ? { message: say(texts.apart) } : {}) });
}

function scanNow(): void {
  void attempt(async () => {
    isCancelled = false;
    mayForce = false;
    const info = await callServer('start', {});
    start = info;
    const tabs = auditableTabs(info);
    show({ kind: 'reading', read: 0, all: 0 });
    const scanned = await scan(callServer, tabs, info.settings, {
      onProgress: (read, all) => show({ kind: 'reading', read, all }),
      isCancelled: () => isCancelled,
    });
    // The other tabs are read for what a client tab says of city, budget and hours.
    const inputs = scanned.map((sheet) => ({ ...sheet, isContext: chosen !== '' && sheet.layout.sheet !== chosen }));
    const report = audit(inputs, info.settings, { zone: createZone(info.timeZone), now: info.now });
    show({ kind: 'results', report, scanned });
  });
}

function highlightNow({ report, scanned }: State & { kind: 'results' }): void {
  void attempt(async () => {
    show({ kind: 'writing' });
    const request = annotationRequest(report, scanned, start?.settings.language ?? start?.sheetLanguage ?? language, start?.now ?? 0);
    const result = await callServer('annotate', { ...request, ...(mayForce ? { force: true } : {}) });
    mayForce = result.outcome === 'typed-over' || result.outcome === 'unmarked';
    show({ kind: 'results', report, scanned, message: writtenText(result) });
  });
}

function writtenText(result: AnnotateResult): string {
  switch (result.outcome) {
    case 'written': {
      const words = wordsOf(language);
      return language === 'ru'
        ? `Подсвечено ${words.number(result.rows, 0)} ${words.plural(result.rows, 'строка', 'строки', 'строк')}; причины и итоги записаны: ${result.tabs.join(', ')}.`
        : `Highlighted ${words.number(result.rows, 0)} ${words.plural(result.rows, 'row', 'rows')}; reasons and summary written: ${result.tabs.join(', ')}.`;
    }
    case 'changed':
      return say(texts.changed);
    case 'typed-over':
    case 'unmarked':
      return say(texts.typed);
    case 'busy':
      return say(texts.busy);
  }
}

function removeNow(): void {
  void attempt(async () => {
    show({ kind: 'writing' });
    const result = await callServer('remove', mayForce ? { force: true } : {});
    mayForce = result.outcome === 'typed-over' || result.outcome === 'unmarked';
    show({ kind: 'ready', message: removedText(result) });
  });
}

function removedText(result: RemoveResult): string {
  switch (result.outcome) {
    case 'removed':
      return say(texts.removed);
    case 'nothing':
      return say(texts.noAudit);
    case 'typed-over':
    case 'unmarked':
      return say(texts.typed);
    case 'busy':
      return say(texts.busy);
  }
}

show({ kind: 'opening' });
void attempt(open);
