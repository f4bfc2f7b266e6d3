import { html, nothing, type TemplateResult } from 'lit-html';
import { placeCharts } from '../../audit/answer/place-charts.ts';
import { wordsOf } from '../../i18n/words.ts';
import { signalById } from '../../patterns/index.ts';
import { placeOf } from '../../table/row-facts.ts';
import { chartTable } from '../../wording/charts/chart-table.ts';
import { drawingOf } from '../../wording/charts/drawing.ts';
import { waitGroups } from '../../wording/charts/wait-groups.ts';
import type { Scan, View } from '../model.ts';
import { accountName, rowName } from '../row-name.ts';
import { type Dot, picture } from './drawing.ts';

/** What a place looks like: its rows in question in colour, each of which says what it is and leads into the sheet. */
export function chartsView(view: View, scan: Scan, id: string): readonly TemplateResult[] {
  const { model, actions } = view;
  const { language } = model;
  const words = wordsOf(language);
  const rates = signalById(id)?.signal.chart === 'waiting' ? scan.ratesByWait() : undefined;
  const charts = placeCharts(scan.prepared, scan.report, id, model.settings).map(({ chart, rows, table }) => {
    const shown = chartTable(chart, language);
    const drawing = drawingOf(shown, language);
    const name = chart.kind === 'growth' && rows[0] !== undefined ? accountName(table, placeOf(table, rows[0])) : '';
    const dotOf = (at: number): Dot | undefined => {
      const row = rows[at];
      const point = shown.rows[at];
      if (row === undefined || !point || shown.rows.length !== rows.length) return undefined;
      const values = point.values.flatMap((value, index) =>
        value === null || index > 1 ? [] : [`${shown.columns[index + 1]}: ${words.number(value)}`],
      );
      return {
        text: [rowName(table, row, language), ...values].join(' · '),
        show: (text) => actions.point(text),
        go: () => actions.showRow(table.sheet, row, id),
      };
    };
    return html`<figure>${picture(drawing, dotOf)}
      <figcaption>${[name, shown.title].filter(Boolean).join(': ')}<span class="key">${drawing.key.map(({ tone, text }) => html`<span><i class=${`key-${tone}`}></i>${text}</span>`)}</span></figcaption>
      ${model.pointed ? html`<p class="pointed">${model.pointed}</p>` : nothing}</figure>`;
  });
  if (!rates) return charts;
  const groups = waitGroups(rates, language);
  return [...charts, html`<figure>${picture(drawingOf(groups, language))}<figcaption>${groups.title}</figcaption></figure>`];
}
