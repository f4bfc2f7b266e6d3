import { html, nothing, type TemplateResult } from 'lit-html';
import { billArithmetic, billWords, partText } from '../../wording/bill-text.ts';
import type { Scan, View } from '../model.ts';
import { entries, rowLink, section } from './parts.ts';

/** What it cost: a line per unit and currency; each opens the rows it is summed from, with their arithmetic. */
export function billView(view: View, { report }: Scan): TemplateResult | typeof nothing {
  const { language } = view.model;
  if (report.bill.length === 0) return nothing;
  return html`<h2>${view.say('bill')}</h2>${report.bill.map((line) => {
    const { amount, what } = billWords({ ...line, rows: line.parts.length }, language);
    const id = `bill ${line.signal} ${line.currency ?? ''}`;
    return section(
      view,
      id,
      html`<span class="figure">${amount}</span> <span class="plain">${what}</span>`,
      () => html`<p class="hint">${billArithmetic(line.signal, language)}</p>
        ${entries(view, id, line.parts, (part) => html`<li>${rowLink(view, part.sheet, part.row)}: ${partText(part, line, language)}</li>`)}`,
    );
  })}`;
}
