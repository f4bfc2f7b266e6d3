import { html, nothing, type TemplateResult } from 'lit-html';
import { notChecked } from '../../audit/table-kinds.ts';
import { patterns } from '../../patterns/index.ts';
import { assumptionText } from '../../wording/assumption-text.ts';
import { leftOutText, notCheckedWords, problemText, wasAudited } from '../../wording/render.ts';
import type { Scan, View } from '../model.ts';
import { billView } from './bill.ts';
import { card } from './card.ts';
import { section } from './parts.ts';

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
    <h2>${say('found')}</h2>
    ${patterns.map((pattern, index) => card(view, scan, pattern, index + 1))}
    ${notCheckedView(view, scan)}
    ${section(view, 'assumed', say('assumed'), () => assumedView(view, scan))}
  </section>`;
}

function notCheckedView({ model, say }: View, { report }: Scan): TemplateResult | typeof nothing {
  const silent = notChecked(report.sheets);
  if (silent.length === 0) return nothing;
  const several = report.sheets.length > 1;
  return html`<h2>${say('notChecked')}</h2><ul>${silent.map((line) => {
    const { what, sheet, why } = notCheckedWords(line, model.language);
    return html`<li><strong>${what}</strong>${several && sheet !== undefined ? ` (${sheet})` : ''}: ${why}</li>`;
  })}</ul>`;
}

function assumedView({ model, say }: View, { report }: Scan): TemplateResult {
  const left = report.sheets.flatMap(({ sheet, leftOut }) => leftOut.map((one) => `${sheet}: ${leftOutText(one, model.language)}`));
  return html`<ul>${report.assumptions.map((one) => html`<li>${assumptionText(one, model.language)}</li>`)}
    ${left.map((text) => html`<li>${say('leftOut')}: ${text}</li>`)}</ul>`;
}
