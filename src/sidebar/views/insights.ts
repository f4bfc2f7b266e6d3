import { html, type TemplateResult } from 'lit-html';
import { placeOf } from '../../table/row-facts.ts';
import { insightText } from '../../wording/render.ts';
import type { Scan, View } from '../model.ts';
import { accountName } from '../row-name.ts';

/** What is worth knowing beside the findings; whose account it is about is said by its name. */
export function insightsView({ model }: View, { report, prepared }: Scan, id: string): readonly TemplateResult[] {
  const own = report.insights.filter(({ signal }) => signal === id);
  return own.map(({ sheet, code, evidence: { row, ...evidence } }) => {
    const table = prepared.sheets.find(({ layout }) => layout.sheet === sheet)?.read?.table;
    const name = table && row !== undefined ? accountName(table, placeOf(table, Number(row))) : '';
    const text = insightText(id, { code, evidence: name !== '' || row === undefined ? evidence : { ...evidence, row } }, model.language);
    return html`<p>${name === '' ? '' : `${name}: `}${text}</p>`;
  });
}
