import { html, nothing, type TemplateResult } from 'lit-html';
import { isFew, type Place, placesOf } from '../../audit/answer/places.ts';
import { kindOfSignal, notChecked } from '../../audit/answer/table-kinds.ts';
import { tallyOf } from '../../audit/client-report/facts.ts';
import { heldRateOf } from '../../audit/client-report/held-rate.ts';
import { courseOf } from '../../audit/progress/history.ts';
import { shared, wordsOf } from '../../i18n/words.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { assumptionText } from '../../wording/assumption-text.ts';
import { amountText, billSubject } from '../../wording/bill-text.ts';
import { drawingOf } from '../../wording/charts/drawing.ts';
import { goodOf } from '../../wording/client-report/content.ts';
import { courseTable } from '../../wording/client-report/progress-text.ts';
import { periodOf } from '../../wording/client-report/small-print.ts';
import { overviewLines } from '../../wording/overview-text.ts';
import { leftOutText, notCheckedWords, problemText, wasAudited } from '../../wording/render.ts';
import type { Scan, View } from '../model.ts';
import { accountCount, doubtfulCount, headline, rowCountText, tabCount, thingCount } from '../phrases.ts';
import { doubtfulColumns, headersToAdd } from './columns.ts';
import { picture } from './drawing.ts';
import { explainedList } from './explained.ts';
import { joinedView } from './joined.ts';
import { section } from './parts.ts';

/** The answer: how many places there are, each in a line, and below what is in order and what could not be said. */
export function homeView(view: View, scan: Scan): TemplateResult {
  const { language } = view.model;
  const places = placesOf(scan.report);
  return html`<section aria-label=${view.say('results')}>${headlineView(view, scan, places)}
    <ul class="places">${places.map((place) => placeLine(view, place))}</ul>
    ${goodOf(goodFacts(view, scan), wordsOf(language)).map((text) => html`<p class="good">✓ ${text}</p>`)}
    ${courseView(view, places)}${foldedView(view, scan)}</section>`;
}

function goodFacts({ model }: View, { report, prepared }: Scan): Parameters<typeof goodOf>[0] {
  const heldRate = heldRateOf(prepared);
  const tallies = patterns.flatMap(({ signals }) => signals.map(({ id }) => tallyOf(id, report.sheets, model.settings)));
  return { tallies, ...(heldRate ? { heldRate } : {}) };
}

function headlineView(view: View, { report, span }: Scan, places: readonly Place[]): TemplateResult {
  const { model, say } = view;
  const { language } = model;
  const audited = report.sheets.filter(({ problem }) => !problem);
  const rows = audited.reduce((sum, { rowsAudited }) => sum + rowsAudited, 0);
  const about = [
    rowCountText(rows, language),
    ...(audited.length > 1 ? [tabCount(audited.length, language)] : []),
    periodOf(span, wordsOf(language)),
    ...(span.accounts > 1 ? [accountCount(span.accounts, language)] : []),
  ];
  const isAudited = report.sheets.some(wasAudited);
  const title = places.length > 0 ? headline(places.length, language) : say(isAudited ? 'clear' : 'nothingChecked');
  return html`<h1>${title}</h1>${rows > 0 ? html`<p class="hint">${about.filter(Boolean).join(' · ')}</p>` : nothing}
    ${isAudited ? nothing : report.sheets.map(({ sheet, problem }) => (problem ? html`<p>${report.sheets.length > 1 ? `${sheet}: ` : ''}${problemText(problem, language)}</p>` : nothing))}
    ${places.length > 0 ? nothing : report.sheets.flatMap(({ overview }) => (overview ? overviewLines(overview, language) : [])).map((text) => html`<p>${text}</p>`)}
    ${isAudited ? nothing : templatesButton(view)}`;
}

/** `113,765 ₽` · spent on people outside the target · `3 placements · serious`. */
function placeLine({ model, actions, say }: View, place: Place): TemplateResult {
  const { language } = model;
  const { id, sums, rows, severity, pattern } = place;
  const kind = kindOfSignal(id);
  const count = thingCount(rows, kind, language);
  const [first] = sums;
  const figure = sums.length > 0 ? sums.map((sum) => amountText(sum, language)).join(' + ') : rows > 0 ? count : say('table');
  const what = first ? billSubject({ ...first, rows: first.parts.length }, language) : (signalById(id)?.signal.texts[language].title ?? '');
  const about = [...(first && rows > 0 ? [count] : []), shared.severity[severity][language], ...(isFew(rows) ? [say('ask')] : [])];
  return html`<li><button type="button" class="place" data-key=${`place ${id}`} @click=${() => actions.go({ kind: 'place', id })}>
    <span class="dot" style=${`background:${patterns[pattern - 1]?.colour.cell ?? '#9aa0a6'}`}></span>
    <span class="figure">${figure}</span><span class="what">${what}</span><span class="hint">${about.join(' · ')}</span></button></li>`;
}

/** The course of months, once enough audits have left their sums. */
function courseView({ model }: View, places: readonly Place[]): TemplateResult | typeof nothing {
  const { history = [] } = model.settings;
  if (history.length === 0) return nothing;
  const table = courseTable(
    courseOf(history),
    places.map(({ id }) => id),
    model.language,
  );
  return table ? html`<figure>${picture(drawingOf(table, model.language))}<figcaption>${table.title}</figcaption></figure>` : nothing;
}

function foldedView(view: View, scan: Scan): TemplateResult {
  const { model, actions, say } = view;
  const { language } = model;
  const { report } = scan;
  const words = wordsOf(language);
  const results = report.sheets.flatMap(({ results }) => results);
  const found = new Set(results.filter(({ outcome }) => outcome === 'found').map(({ signal }) => signal));
  const clear = [...new Set(results.filter(({ outcome }) => outcome === 'clear').map(({ signal }) => signal))].filter(
    (id) => !found.has(id),
  );
  const silent = notChecked(report.sheets);
  const doubtful = doubtfulColumns(model, scan).length;
  const titled = (text: string, count: number) => `${text}: ${words.number(count, 0)}`;
  return html`<div class="folded">
    ${clear.length > 0 ? section(view, 'clear', titled(say('inOrder'), clear.length), () => html`<ul>${clear.map((id) => html`<li>${signalById(id)?.signal.texts[language].title}</li>`)}</ul>`) : nothing}
    ${explainedList(view, scan)}
    ${joinedView(view, scan)}
    ${silent.length > 0 ? section(view, 'silent', `${titled(say('notChecked'), silent.length)}${say('andWhy')}`, () => silentView(view, scan)) : nothing}
    ${doubtful > 0 ? html`<button type="button" class="way" data-key="columns" @click=${() => actions.go({ kind: 'columns' })}>${doubtfulCount(doubtful, language)}</button>` : nothing}
    ${section(view, 'assumed', say('assumed'), () => assumedView(view, scan))}</div>`;
}

function silentView(view: View, { report }: Scan): TemplateResult {
  const { language } = view.model;
  const silent = notChecked(report.sheets);
  const several = report.sheets.length > 1;
  return html`<ul>${silent.map((line) => {
    const { what, sheet, why } = notCheckedWords(line, language);
    const headers = 'kind' in line ? [] : headersToAdd(line.result.missing, language);
    return html`<li><strong>${what}</strong>${several && sheet !== undefined ? ` (${sheet})` : ''}: ${why}
      ${headers.length > 0 ? html`<button type="button" class="link" aria-label=${`${view.say('copyHeaders')}: ${what}`} @click=${() => view.actions.copyHeaders(headers)}>${view.say('copyHeaders')}</button>` : nothing}</li>`;
  })}
    ${report.sheets.map(({ sheet, problem }) => (problem && several ? html`<li><strong>${sheet}</strong>: ${problemText(problem, language)}</li>` : nothing))}</ul>
    ${silent.some((line) => 'kind' in line) ? templatesButton(view) : nothing}`;
}

const templatesButton = ({ model, actions, say }: View) =>
  model.start?.canEdit ? html`<button type="button" @click=${actions.addTemplates}>${say('addTemplates')}</button>` : nothing;

function assumedView({ model, say }: View, { report }: Scan): TemplateResult {
  const left = report.sheets.flatMap(({ sheet, leftOut }) => leftOut.map((one) => `${sheet}: ${leftOutText(one, model.language)}`));
  return html`<ul>${report.assumptions.map((one) => html`<li>${assumptionText(one, model.language)}</li>`)}
    ${left.map((text) => html`<li>${say('leftOut')}: ${text}</li>`)}</ul>`;
}
