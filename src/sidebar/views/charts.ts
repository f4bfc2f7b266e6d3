import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { wordsOf } from '../../i18n/words.ts';
import { logEngagementRate } from '../../patterns/neighbours.ts';
import type { Table } from '../../patterns/table.ts';
import type { Scan, View } from '../model.ts';

/** Size of a chart in its own units; the page scales it to its width. */
const WIDTH = 276;
const HEIGHT = 120;
const EDGE = 6;
/** More points than pixels say nothing more. */
const MOST_POINTS = 250;
const FEWEST_POINTS = 8;
const HOUR = 3_600_000;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly row: number;
}

const texts = {
  growth: { en: 'Followers over time', ru: 'Подписчики по времени' },
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
export function growthChart({ model }: View, scan: Scan): TemplateResult | typeof nothing {
  for (const { layout, read } of scan.prepared.sheets) {
    const table = read?.table;
    const followers = table?.columns.get('followers')?.numbers;
    const report = scan.report.sheets.find(({ sheet }) => sheet === layout.sheet);
    if (!table || !followers || !report) continue;
    const flagged = new Set(
      report.results.filter(({ signal }) => signal === 'inert-followers').flatMap(({ findings }) => findings.map(({ row }) => row)),
    );
    const account = table.accounts[[...table.rowNumbers].findIndex((row) => flagged.has(row))] ?? table.accounts[0];
    const times = timesOf(table);
    const points = [...followers.keys()]
      .filter((index) => table.accounts[index] === account && followers[index] !== undefined && followers[index] > 0)
      .map((index) => ({ x: times?.[index] ?? index, y: followers[index] ?? 0, row: table.rowNumbers[index] ?? 0, index }))
      .filter(({ x }) => !Number.isNaN(x))
      .sort((one, other) => one.x - other.x);
    if (points.length < FEWEST_POINTS) continue;
    const kept = thinned(points, ({ row }) => flagged.has(row));
    const bars = kept.map(({ x, row, index }) => ({ x, y: activityAt(table, index) ?? 0, row }));
    const rows = [...flagged].filter((row): row is number => row !== null);
    const words = wordsOf(model.language);
    const key =
      rows.length > 0
        ? `${texts.growthKey[model.language]} ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? '…' : ''}`
        : texts.noGains[model.language];
    const last = kept[kept.length - 1];
    const label = `${texts.growth[model.language]}: ${words.number(kept[0]?.y ?? 0, 0)} → ${words.number(last?.y ?? 0, 0)}. ${key}`;
    const place = scaled(kept, 0.05, 0.7);
    const placeBar = scaled(bars, 0.72, 1, 0);
    return figure(
      label,
      key,
      svg`${bars.map((bar) => {
        const [x, y] = placeBar(bar);
        return svg`<line x1=${x} x2=${x} y1=${HEIGHT - EDGE} y2=${y} class="bar" />`;
      })}
      <polyline class="line" points=${kept.map((point) => place(point).join(',')).join(' ')} />
      ${kept
        .filter(({ row }) => flagged.has(row))
        .map((point) => {
          const [x, y] = place(point);
          return svg`<path class="flag" d=${`M${x} ${y - 9} l5 8 h-10 z`}><title>${point.row}</title></path>`;
        })}`,
    );
  }
  return nothing;
}

/** Each post's approval time against its engagement rate. */
export function approvalChart({ model }: View, scan: Scan): TemplateResult | typeof nothing {
  for (const { read, isContext } of scan.prepared.sheets) {
    const table = read?.table;
    const [sent, approved, followers] = ['sentAt', 'approvedAt', 'followers'].map((id) => table?.columns.get(id)?.numbers);
    if (!table || isContext || !sent || !approved || !followers) continue;
    const points = [...sent.keys()].flatMap((index): readonly Point[] => {
      const hours = ((approved[index] ?? Number.NaN) - (sent[index] ?? Number.NaN)) / HOUR;
      const rate = logEngagementRate(postAt(table, index));
      return hours >= 0 && rate !== undefined && !Number.isNaN(rate)
        ? [{ x: Math.log(1 + hours), y: rate, row: table.rowNumbers[index] ?? 0 }]
        : [];
    });
    if (points.length < FEWEST_POINTS) continue;
    const kept = thinned(points, () => false);
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

const timesOf = (table: Table) => (table.columns.get('publishedAt') ?? table.columns.get('day'))?.numbers;

const numberAt = (table: Table, field: string, index: number): number | undefined => {
  const value = table.columns.get(field)?.numbers?.[index];
  return value === undefined || Number.isNaN(value) ? undefined : value;
};

const postAt = (table: Table, index: number) => ({
  index,
  account: 0,
  followers: numberAt(table, 'followers', index) ?? 0,
  likes: numberAt(table, 'likes', index),
  comments: numberAt(table, 'comments', index),
  saves: numberAt(table, 'saves', index),
  engagements: numberAt(table, 'engagements', index),
});

function activityAt(table: Table, index: number): number | undefined {
  const parts = ['likes', 'comments', 'saves'].flatMap((field) => numberAt(table, field, index) ?? []);
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : numberAt(table, 'engagements', index);
}

/** At most so many points, evenly; what must be seen stays. */
function thinned<P>(points: readonly P[], isKept: (point: P) => boolean): readonly P[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((point, index) => index % step === 0 || index === points.length - 1 || isKept(point));
}

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
