import { html, nothing, type TemplateResult } from 'lit-html';
import { findingMark, markReasons } from '../../audit/marks.ts';
import {
  assumptionText,
  billText,
  explainedText,
  findingText,
  insightText,
  leftOutText,
  notCheckedText,
  problemText,
  signalById,
  uncheckedEverywhere,
  wasAudited,
} from '../../audit/render.ts';
import type { PatternResult } from '../../audit/report.ts';
import { wordsOf } from '../../i18n/words.ts';
import { type Finding, gravity, type Pattern, type Setting, type Signal } from '../../patterns/define.ts';
import { patterns } from '../../patterns/index.ts';
import type { Scan, View } from '../model.ts';
import { approvalChart, growthChart } from './charts.ts';
import { button, link, section } from './parts.ts';

/** How many entries of a list stand on the page before more are asked for. */
const FIRST_ENTRIES = 50;

interface PlacedFinding {
  readonly sheet: string;
  readonly signal: string;
  readonly finding: Finding;
}

/** The bill, a card per pattern, and what was not checked, as visible as what was found. */
export function resultsView(view: View, scan: Scan): TemplateResult {
  const { model, say } = view;
  const { report } = scan;
  const isAudited = report.sheets.some(wasAudited);
  const isClear = report.sheets.every(({ results }) => results.every(({ outcome }) => outcome !== 'found'));
  return html`<section aria-label=${say('results')}>
    ${report.sheets.map(({ sheet, problem }) => (problem ? html`<p class="notice">${sheet}: ${problemText(problem, model.language)}</p>` : nothing))}
    ${isAudited ? (isClear ? html`<p class="notice">${say('clear')}</p>` : nothing) : html`<p class="notice">${say('nothingChecked')}</p>`}
    ${billView(view, scan)}
    ${patterns.map((pattern, index) => card(view, scan, pattern, index + 1))}
    ${notCheckedView(view, scan)}
    ${section(view, 'assumed', say('assumed'), () => assumedView(view, scan))}
  </section>`;
}

const placeText = ({ say }: View, row: number | null) => (row === null ? say('table') : `${say('row')} ${row}`);

function billView(view: View, { report }: Scan): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  if (report.bill.length === 0) return nothing;
  return html`<h2>${say('bill')}</h2>${report.bill.map((line, index) => {
    const id = `bill ${index}`;
    const words = wordsOf(model.language);
    return section(view, id, billText({ ...line, rows: line.parts.length }, model.language), () =>
      entries(
        view,
        id,
        line.parts,
        ({ sheet, row, amount }) =>
          html`<li>${link(`${sheet}, ${placeText(view, row)}`, () => actions.showRow(sheet, row))}: ${words.number(amount, 1)}</li>`,
      ),
    );
  })}`;
}

/** The first entries of a list, and a button for more: thousands of findings stay quick to draw. */
function entries<Item>(view: View, id: string, items: readonly Item[], draw: (item: Item) => TemplateResult): TemplateResult {
  const count = view.model.shown[id] ?? FIRST_ENTRIES;
  const left = items.length - count;
  return html`<ul class="plain">${items.slice(0, count).map(draw)}</ul>
    ${left > 0 ? html`<button type="button" @click=${() => view.actions.showMore(id)}>${view.say('more')} (${wordsOf(view.model.language).number(left, 0)})</button>` : nothing}`;
}

function card(view: View, scan: Scan, pattern: Pattern, number: number): TemplateResult {
  const { model, say } = view;
  const { language } = model;
  const results = scan.report.sheets.flatMap(({ sheet, results: all }) =>
    all.filter((result) => result.pattern === number).map((result) => ({ sheet, result })),
  );
  const findings: PlacedFinding[] = results.flatMap(({ sheet, result }) =>
    result.findings.map((finding) => ({ sheet, signal: result.signal, finding })),
  );
  const isJudged = results.some(({ result }) => result.outcome === 'found' || result.outcome === 'clear');
  const worst = findings.map(({ finding }) => finding.severity).sort((one, other) => gravity[one] - gravity[other])[0];
  const state = worst ? `${wordsOf(language).number(findings.length, 0)}, ${say(worst)}` : say(isJudged ? 'none' : 'notCheckedShort');
  return section(
    view,
    pattern.id,
    html`${number}. ${pattern.title[language]}: ${state}`,
    () => html`<p>${pattern.why[language]}</p>
      ${number === 3 ? growthChart(view, scan) : number === 4 ? approvalChart(view, scan) : nothing}
      ${scan.report.insights
        .filter(({ signal }) => signalById(signal)?.number === number)
        .map((insight) => html`<p class="notice">${insightText(insight.signal, insight, language)}</p>`)}
      ${entries(view, pattern.id, findings, (finding) => findingEntry(view, finding))}
      ${explainedView(view, scan, results)}
      ${pattern.signals.map((signal) => thresholdsView(view, signal))}`,
    pattern.colour.cell,
  );
}

function findingEntry(view: View, { sheet, signal, finding }: PlacedFinding): TemplateResult {
  const { model, actions, say } = view;
  const { message, fix } = findingText(signal, finding.evidence, model.language);
  const { row } = finding;
  const choose = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    if (row !== null && select.value) actions.mark(sheet, signal, row, select.value);
    select.value = '';
  };
  return html`<li>${link(`${sheet}, ${placeText(view, row)}`, () => actions.showRow(sheet, row))} <span class="hint">(${say(finding.severity)})</span>
    ${message} <em>${fix}</em>
    ${
      row === null
        ? nothing
        : html`<label class="mark">${say('markAs')}<select @change=${choose}><option value="">${say('whyFine')}</option>${markReasons.map((reason) => html`<option value=${reason}>${say(reason)}</option>`)}</select></label>`
    }</li>`;
}

/** What the sheet or the user explains: not counted, never silent; what the user marked can be taken back. */
function explainedView(
  view: View,
  scan: Scan,
  results: readonly { readonly sheet: string; readonly result: PatternResult }[],
): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  const all = results.flatMap(({ sheet, result }) => result.explained.map(({ row, why }) => ({ sheet, row, why, signal: result.signal })));
  if (all.length === 0) return nothing;
  const id = `explained ${results[0]?.result.pattern}`;
  return section(view, id, `${say('explained')}: ${wordsOf(model.language).number(all.length, 0)}`, () =>
    entries(view, id, all, ({ sheet, row, why, signal }) => {
      const key = findingMark(scan.prepared, sheet, signal, row)?.key ?? '';
      const isMarked = model.settings.marks?.[key] !== undefined;
      const reason = markReasons.find((one) => one === why);
      return html`<li>${link(`${sheet}, ${placeText(view, row)}`, () => actions.showRow(sheet, row))}:
        ${isMarked && reason ? say(reason) : explainedText(why, model.language)} ${isMarked ? button(view, 'undo', () => actions.unmark(key)) : nothing}</li>`;
    }),
  );
}

/** A slider per threshold: moving it counts everything anew, without reading the sheet. */
function thresholdsView(view: View, signal: Signal): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  const keys = Object.keys(signal.settings);
  if (keys.length === 0) return nothing;
  const own = model.settings.thresholds?.[signal.id] ?? {};
  const heading = `${say('thresholds')}: ${signal.texts[model.language].title}`;
  return section(view, `thresholds ${signal.id}`, heading, () =>
    keys.map((key) => {
      const setting = signal.settings[key] as Setting;
      const value = own[key] ?? setting.default;
      const move = (event: Event) => {
        const moved = Number((event.target as HTMLInputElement).value);
        const { [key]: _, ...others } = own;
        const next = moved === setting.default ? others : { ...others, [key]: moved };
        actions.change({ thresholds: { ...model.settings.thresholds, [signal.id]: next } });
      };
      return html`<label>${setting.title[model.language]}: <strong>${amountText(view, value, setting)}</strong>
        <input type="range" min=${setting.min} max=${setting.max} step=${setting.step} .value=${String(value)} aria-valuetext=${amountText(view, value, setting)} @input=${move} />
        <span class="hint">${say('asBefore')}: ${amountText(view, setting.default, setting)}</span></label>`;
    }),
  );
}

function amountText({ model }: View, value: number, { unit }: Setting): string {
  const words = wordsOf(model.language);
  if (unit === 'share') return words.percent(value);
  if (unit === 'hours') return words.hours(value);
  return words.number(value, unit === 'score' || unit === 'probability' ? 2 : 1);
}

function notCheckedView({ model, say }: View, { report }: Scan): TemplateResult | typeof nothing {
  const silent = uncheckedEverywhere(report.sheets);
  if (silent.length === 0) return nothing;
  const several = report.sheets.length > 1;
  return html`<h2>${say('notChecked')}</h2><ul>${silent.map(
    ({ sheet, result }) =>
      html`<li><strong>${signalById(result.signal)?.signal.texts[model.language].title}</strong>${several ? ` (${sheet})` : ''}: ${notCheckedText(result, model.language)}</li>`,
  )}</ul>`;
}

function assumedView({ model, say }: View, { report }: Scan): TemplateResult {
  const left = report.sheets.flatMap(({ sheet, leftOut }) => leftOut.map((one) => `${sheet}: ${leftOutText(one, model.language)}`));
  return html`<ul>${report.assumptions.map((one) => html`<li>${assumptionText(one, model.language)}</li>`)}
    ${left.map((text) => html`<li>${say('leftOut')}: ${text}</li>`)}</ul>`;
}
