import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { growthChart, growthOf, rowsOfPeriod, thinned } from '../../audit/chart-data.ts';
import { HOUR } from '../../base/dates.ts';
import { chartTable } from '../../wording/charts/chart-table.ts';
import { drawingOf } from '../../wording/charts/drawing.ts';
import type { Scan, View } from '../model.ts';
import { picture } from './drawing.ts';

/** Size of a chart in its own units; the page scales it to its width. */
const WIDTH = 276;
const HEIGHT = 120;
const EDGE = 6;
const FEWEST_POINTS = 8;
interface Point {
  readonly x: number;
  readonly y: number;
  readonly row: number;
}

const texts = {
  growthKey: {
    en: 'Line: followers. Bars: likes, comments and saves. ▲ gains in question, by row:',
    ru: 'Линия — подписчики, столбики — лайки, комментарии и сохранения, ▲ — прирост под вопросом, строки:',
  },
  noGains: { en: 'No gain is in question.', ru: 'Прироста под вопросом нет.' },
  approval: { en: 'Approval time and engagement', ru: 'Время согласования и вовлечённость' },
  approvalKey: {
    en: 'Each point is a post: to the right the longer its approval took, higher up the higher its ER.',
    ru: 'Точка — пост: чем правее, тем дольше согласование, чем выше, тем выше ER.',
  },
} as const;

/** Followers and activity of the account with the questioned gains, with those gains marked. */
export function growthView({ model }: View, scan: Scan): TemplateResult | typeof nothing {
  for (const { layout, read } of scan.prepared.sheets) {
    const report = scan.report.sheets.find(({ sheet }) => sheet === layout.sheet);
    const growth = read && report ? growthOf(read.table, report) : [];
    if (growth.length === 0) continue;
    const chart = read && report ? growthChart(read.table, report) : undefined;
    if (!chart) continue;
    const rows = growth.filter(({ isQuestioned }) => isQuestioned).map(({ row }) => row);
    const { language } = model;
    const key =
      rows.length > 0
        ? `${texts.growthKey[language]} ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? '…' : ''}`
        : texts.noGains[language];
    return html`<figure>${picture(drawingOf(chartTable(chart, language), language), key)}<figcaption>${key}</figcaption></figure>`;
  }
  return nothing;
}

/** Each post's approval time against its engagement rate. */
export function approvalChart({ model }: View, scan: Scan): TemplateResult | typeof nothing {
  for (const { read, isContext } of scan.prepared.sheets) {
    const table = read?.table;
    const [sent, approved, followers] = ['sentAt', 'approvedAt', 'followers'].map((id) => table?.columns.get(id)?.numbers);
    if (!table || isContext || !sent || !approved || !followers) continue;
    const { logRates } = table.posts();
    const points = rowsOfPeriod(table).flatMap((index): readonly Point[] => {
      const hours = ((approved[index] ?? Number.NaN) - (sent[index] ?? Number.NaN)) / HOUR;
      const rate = logRates[index] ?? Number.NaN;
      return hours >= 0 && !Number.isNaN(rate) ? [{ x: Math.log(1 + hours), y: rate, row: table.rowNumbers[index] ?? 0 }] : [];
    });
    if (points.length < FEWEST_POINTS) continue;
    const kept = thinned(points);
    const place = scaled(kept, 0.05, 0.95);
    const key = texts.approvalKey[model.language];
    return figure(
      `${texts.approval[model.language]}. ${key}`,
      key,
      svg`${kept.map((point) => {
        const [x, y] = place(point);
        return svg`<circle class="point" cx=${x} cy=${y} r="3"><title>${point.row}</title></circle>`;
      })}`,
    );
  }
  return nothing;
}

const figure = (label: string, key: string, content: TemplateResult) =>
  html`<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>${content}</svg><figcaption>${key}</figcaption></figure>`;

/** Where a point stands between two heights, as parts of the chart from the top. */
function scaled(points: readonly Point[], top: number, bottom: number, least?: number): (point: Point) => readonly [number, number] {
  const range = (values: readonly number[]) =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as [number, number], [Infinity, -Infinity] as [
      number,
      number,
    ]);
  const [left, right] = range(points.map(({ x }) => x));
  const [low, high] = range([...points.map(({ y }) => y), ...(least === undefined ? [] : [least])]);
  const part = (value: number, from: number, to: number) => (to > from ? (value - from) / (to - from) : 0.5);
  const round = (value: number) => Math.round(value * 10) / 10;
  return ({ x, y }) => [
    round(EDGE + part(x, left, right) * (WIDTH - 2 * EDGE)),
    round(EDGE + (top + (1 - part(y, low, high)) * (bottom - top)) * (HEIGHT - 2 * EDGE)),
  ];
}
