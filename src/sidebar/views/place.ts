import { html, nothing, type TemplateResult } from 'lit-html';
import { isFew, type Place, placesOf } from '../../audit/answer/places.ts';
import { kindOfSignal } from '../../audit/answer/table-kinds.ts';
import { shortfallId } from '../../audit/bill/shortfall.ts';
import { tallyOf } from '../../audit/client-report/facts.ts';
import { markReasons } from '../../audit/marks.ts';
import type { BillLine, BillPart } from '../../audit/report.ts';
import type { Language } from '../../i18n/language.ts';
import { shared, wordsOf } from '../../i18n/words.ts';
import type { Finding, Signal } from '../../patterns/engine/signal.ts';
import { gravity } from '../../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { amountText, billArithmetic, billSubject, partText } from '../../wording/bill-text.ts';
import { headingOf } from '../../wording/client-report/content.ts';
import { findingText } from '../../wording/render.ts';
import type { Scan, View } from '../model.ts';
import { thingCount } from '../phrases.ts';
import { chartsView } from './charts.ts';
import { explainedList } from './explained.ts';
import { insightsView } from './insights.ts';
import { button, entries, rowButton, rowPlace, shownOf } from './parts.ts';
import { limitsView } from './thresholds.ts';

interface Found {
  readonly sheet: string;
  readonly finding: Finding;
}

/** One place where results get lost: what it is, what to do, and the rows. */
export function placeView(view: View, scan: Scan, id: string): TemplateResult {
  const place = placesOf(scan.report).find((one) => one.id === id);
  const signal = signalById(id)?.signal;
  if (id === shortfallId || !signal) return shortfallView(view, scan, place);
  const { language } = view.model;
  const found = scan.report.sheets.flatMap(({ sheet, results }) =>
    results.filter((result) => result.signal === id).flatMap(({ findings }) => findings.map((finding): Found => ({ sheet, finding }))),
  );
  const sentences = new Set(found.slice(0, 200).map(({ finding }) => findingText(id, finding.evidence, language).message));
  const [only] = sentences;
  const { title, fix } = signal.texts[language];
  return html`<section aria-label=${title}>
    <h1><span class="dot" style=${`background:${colourOf(id)}`}></span> ${title}</h1>
    <p class="lead">${sentenceView(view, scan, id, found.length, sentences.size === 1 ? only : undefined)}</p>
    ${sumsView(view, place)}
    ${chartsView(view, scan, id)}${insightsView(view, scan, id)}
    ${found.length > 0 ? html`<h2>${view.say('advice')}</h2><p>${fix}</p>` : nothing}
    ${limitsView(view, signal, thingCount(place?.rows ?? 0, kindOfSignal(id), language))}
    ${rowsView(view, scan, signal, found, place, sentences.size === 1)}
    ${explainedList(view, scan, id)}</section>`;
}

const colourOf = (id: string) => patterns[(signalById(id)?.number ?? 0) - 1]?.colour.cell ?? '#9aa0a6';

/** What all rows have in common is said once, here. */
function sentenceView({ model, say }: View, { report }: Scan, id: string, count: number, only: string | undefined): string {
  if (count === 0) return say('none');
  if (only !== undefined) return only;
  return `${headingOf(tallyOf(id, report.sheets, model.settings), wordsOf(model.language))}.`;
}

/** The figures, what they are of, and how they are made. */
function sumsView({ model, say }: View, place: Place | undefined): TemplateResult | typeof nothing {
  const { language } = model;
  if (!place || place.sums.length === 0) return nothing;
  return html`${place.sums.map(
    (sum) =>
      html`<p><span class="figure">${amountText(sum, language)}</span> ${billSubject({ ...sum, rows: sum.parts.length }, language)}</p>`,
  )}<p class="hint">${billArithmetic(place.id, language)}${isFew(place.rows) ? ` ${say('askWhy')}` : ''}</p>`;
}

function rowsView(
  view: View,
  scan: Scan,
  signal: Signal,
  found: readonly Found[],
  place: Place | undefined,
  isOneSentence: boolean,
): TemplateResult | typeof nothing {
  const { language } = view.model;
  if (found.length === 0) return nothing;
  const words = wordsOf(language);
  return html`<h2>${view.say('rows')}</h2>${entries(
    view,
    signal.id,
    gravestFirst(found, signal, shownOf(view, signal.id)),
    ({ sheet, finding }) => {
      const { row, evidence, severity } = finding;
      const { message } = findingText(signal.id, evidence, language);
      if (row === null) return html`<li>${isOneSentence ? sheet : message}</li>`;
      const brief = signal.texts[language].brief?.(evidence, words) ?? '';
      const sum = sumOfRow(place, sheet, row);
      const grave = severity === 'minor' ? '' : shared.severity[severity][language];
      return html`<li class="row"><div class="line">${rowButton(view, scan, { sheet, row, signal: signal.id }, brief)}${moreButton(view, sheet, signal, row)}</div>
      <span class="hint">${[rowPlace(view, scan, sheet, row), grave].filter(Boolean).join(' · ')}</span>
      ${sum && sum.line.unit === 'money' ? html`<span class="hint">${partText(sum.part, sum.line, language)}</span>` : nothing}
      ${moreView(view, sheet, signal, row, [isOneSentence ? '' : message, sum && sum.line.unit !== 'money' ? calculated(signal, sum, language) : ''])}</li>`;
    },
  )}`;
}

/** A line of the bill, and a row's part of it. */
interface SumOfRow {
  readonly part: BillPart;
  readonly line: BillLine;
}

/** How the row's part of the bill was calculated; empty where each row counts as one. */
const calculated = (signal: Signal, { part, line }: SumOfRow, language: Language): string =>
  signal.bill?.texts[language].part ? partText(part, line, language) : '';

/** The line of the bill that counts this row under this signal, and the row's part of it. */
function sumOfRow(place: Place | undefined, sheet: string, row: number): SumOfRow | undefined {
  for (const line of place?.sums ?? []) {
    const part = line.parts.find((one) => one.row === row && one.sheet === sheet);
    if (part) return { part, line };
  }
  return undefined;
}

/** The gravest and dearest in front, as many as are shown; of thousands the rest stay as they stand. */
function gravestFirst(found: readonly Found[], { bill }: Signal, shown: number): readonly Found[] {
  const weights = Float64Array.from(found, ({ finding }) => gravity[finding.severity] * 1e15 - (bill?.cost(finding.evidence)?.amount ?? 0));
  const limit = weights.slice().sort()[Math.min(shown, found.length) - 1] ?? 0;
  const places = [...found.keys()];
  const first = places.filter((place) => (weights[place] ?? 0) <= limit).sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0));
  return [...first, ...places.filter((place) => (weights[place] ?? 0) > limit)].flatMap((place) => found[place] ?? []);
}

const moreId = (sheet: string, signal: Signal, row: number) => `mark ${signal.id} ${sheet} ${row}`;

function moreButton({ model, actions, say }: View, sheet: string, signal: Signal, row: number): TemplateResult {
  const id = moreId(sheet, signal, row);
  const isOpen = model.open.has(id);
  return html`<button type="button" class="icon" aria-expanded=${isOpen} aria-label=${`${say('markAs')}: ${say('row')} ${row}`} @click=${() => actions.toggle(id, !isOpen)}>⋯</button>`;
}

/** The finding in full, and the reasons why it may be fine: buttons, so that no key marks it by the way. */
function moreView(view: View, sheet: string, signal: Signal, row: number, texts: readonly string[]): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  if (!model.open.has(moreId(sheet, signal, row))) return nothing;
  return html`<div class="more">${texts.filter(Boolean).map((text) => html`<p>${text}</p>`)}<div class="choices" role="group" aria-label=${`${say('whyFine')} ${say('row')} ${row}`}>
    <span>${say('markAs')}:</span>${markReasons.map((reason) => button(view, reason, () => actions.mark(sheet, signal.id, row, reason)))}</div></div>`;
}

/** Engagements below the usual level: no signal's own, so that nothing of it can be marked. */
function shortfallView(view: View, scan: Scan, place: Place | undefined): TemplateResult {
  const { language } = view.model;
  const [line] = place?.sums ?? [];
  if (!place || !line) return html`<section><p>${view.say('none')}</p></section>`;
  const parts = [...line.parts].sort((one, other) => other.amount - one.amount);
  return html`<section aria-label=${billSubject({ ...line, rows: line.parts.length }, language)}>
    <h1>${amountText(line, language)} ${billSubject({ ...line, rows: line.parts.length }, language)}</h1>
    <p class="hint">${billArithmetic(place.id, language)}</p>
    ${entries(view, place.id, parts, (part) => html`<li class="row">${part.row === null ? nothing : rowButton(view, scan, { sheet: part.sheet, row: part.row, signal: part.signal }, partText(part, line, language))}</li>`)}</section>`;
}
