import { html, nothing, type TemplateResult } from 'lit-html';
import { findingMark, markReasons } from '../../audit/marks.ts';
import type { PatternResult } from '../../audit/report.ts';
import { notChecked } from '../../audit/table-kinds.ts';
import { shared, wordsOf } from '../../i18n/words.ts';
import type { Finding, Pattern, Signal } from '../../patterns/engine/signal.ts';
import { gravity, type Severity } from '../../patterns/engine/verdicts.ts';
import { signalById } from '../../patterns/index.ts';
import { explainedText, findingText, insightText, notCheckedWords } from '../../wording/render.ts';
import type { Scan, View } from '../model.ts';
import { approvalChart, growthView } from './charts.ts';
import { button, entries, rowLink, rowText, section } from './parts.ts';
import { thresholdsView } from './thresholds.ts';

interface Placed {
  readonly sheet: string;
  readonly result: PatternResult;
}

/** A pattern: how much was found and how grave, and inside a part for each of its signals. */
export function card(view: View, scan: Scan, pattern: Pattern, number: number): TemplateResult {
  const { language } = view.model;
  const results = scan.report.sheets.flatMap(({ sheet, results: all }) =>
    all.filter((result) => result.pattern === number).map((result): Placed => ({ sheet, result })),
  );
  return section(
    view,
    pattern.id,
    html`${number}. ${pattern.title[language]}: <span class="plain">${stateText(view, results)}</span>`,
    () => html`<p>${pattern.why[language]}</p>
      ${number === 3 ? growthView(view, scan) : number === 4 ? approvalChart(view, scan) : nothing}
      ${scan.report.insights
        .filter(({ signal }) => signalById(signal)?.number === number)
        .map((insight) => html`<p class="notice">${insightText(insight.signal, insight, language)}</p>`)}
      ${pattern.signals.map((signal) => {
        const own = results.filter(({ result }) => result.signal === signal.id);
        return signalPart(view, scan, signal, own);
      })}
      ${explainedView(view, scan, results)}`,
    pattern.colour.cell,
  );
}

/** `15, serious`, `nothing found` or `not checked`. */
function stateText({ model, say }: View, results: readonly Placed[]): string {
  const findings = results.flatMap(({ result }) => result.findings);
  const worst = findings.reduce<Severity | undefined>(
    (grave, { severity }) => (grave === undefined || gravity[severity] < gravity[grave] ? severity : grave),
    undefined,
  );
  if (worst) return `${wordsOf(model.language).number(findings.length, 0)}, ${shared.severity[worst][model.language]}`;
  return say(results.some(({ result }) => result.outcome === 'found' || result.outcome === 'clear') ? 'none' : 'notCheckedShort');
}

/** What one signal found: its advice once, its rows, and the thresholds it judged by. */
function signalPart(view: View, scan: Scan, signal: Signal, results: readonly Placed[]): TemplateResult {
  const { language } = view.model;
  const findings = results.flatMap(({ sheet, result }) => result.findings.map((finding) => ({ sheet, finding })));
  const isJudged = results.some(({ result }) => result.outcome === 'found' || result.outcome === 'clear');
  const silent = isJudged
    ? undefined
    : notChecked(scan.report.sheets).find((line) => ('kind' in line ? line.signals.includes(signal.id) : line.result.signal === signal.id));
  const { title, fix } = signal.texts[language];
  return html`<h3>${title}: <span class="plain">${stateText(view, results)}</span></h3>
    ${silent ? html`<p class="hint">${'kind' in silent ? notCheckedWords(silent, language).what : notCheckedWords(silent, language).why}</p>` : nothing}
    ${
      findings.length > 0
        ? html`<p class="advice"><strong>${view.say('advice')}:</strong> ${fix}</p>
          ${entries(view, signal.id, findings, ({ sheet, finding }) => findingEntry(view, sheet, signal, finding))}`
        : nothing
    }
    ${thresholdsView(view, signal)}`;
}

function findingEntry(view: View, sheet: string, signal: Signal, finding: Finding): TemplateResult {
  const { model } = view;
  const { row, severity, evidence } = finding;
  return html`<li class="finding">${rowLink(view, sheet, row)} <span class="hint">(${shared.severity[severity][model.language]})</span>
    ${findingText(signal.id, evidence, model.language).message} ${row === null ? nothing : markChoice(view, sheet, signal, row)}</li>`;
}

/** Says that a finding is fine, and why: buttons, so that no key marks it by the way. */
function markChoice(view: View, sheet: string, signal: Signal, row: number): TemplateResult {
  const { model, actions, say } = view;
  const id = `mark ${signal.id} ${sheet} ${row}`;
  const isOpen = model.open.has(id);
  const name = `${say('markAs')}: ${rowText(view, sheet, row)}`;
  return html`<button type="button" class="link quiet" aria-expanded=${isOpen} aria-label=${name} @click=${() => actions.toggle(id, !isOpen)}>${say('markAs')}</button>
    ${
      isOpen
        ? html`<div class="choices" role="group" aria-label=${`${say('whyFine')} ${rowText(view, sheet, row)}`}>${markReasons.map((reason) => button(view, reason, () => actions.mark(sheet, signal.id, row, reason)))}</div>`
        : nothing
    }`;
}

/** What the sheet or the user explains: not counted, never silent; what the user marked can be taken back. */
function explainedView(view: View, scan: Scan, results: readonly Placed[]): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  const all = results.flatMap(({ sheet, result }) => result.explained.map(({ row, why }) => ({ sheet, row, why, signal: result.signal })));
  if (all.length === 0) return nothing;
  const id = `explained ${results[0]?.result.pattern}`;
  return section(view, id, `${say('explained')}: ${wordsOf(model.language).number(all.length, 0)}`, () =>
    entries(view, id, all, ({ sheet, row, why, signal }) => {
      const key = findingMark(scan.prepared, sheet, signal, row)?.key ?? '';
      const isMarked = model.settings.marks?.[key] !== undefined;
      const reason = markReasons.find((one) => one === why);
      return html`<li>${rowLink(view, sheet, row)}:
        ${isMarked && reason ? say(reason) : explainedText(why, model.language)} ${isMarked ? button(view, 'undo', () => actions.unmark(key)) : nothing}</li>`;
    }),
  );
}
