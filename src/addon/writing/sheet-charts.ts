import type { ChartData, ChartKind } from '../../audit/chart-data.ts';
import { isOneYear } from '../../base/dates.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { currencySigns, type Words, wordsOf } from '../../i18n/words.ts';
import type { Sheet } from '../services/google.ts';
import { CHART_COLUMN } from '../traces/typed-over.ts';

/** Rows from one chart to the next: a chart is at most as high as so many rows of the least height. Four of them fill a page. */
const ROWS_PER_CHART = 12;
const WIDTH = 520;
const HEIGHT = 230;

interface ChartTexts {
  readonly title: Text;
  /** Names of the columns of numbers, the first is that of the points. */
  readonly columns: readonly Text[];
}

const texts: Readonly<Record<ChartKind, ChartTexts>> = {
  growth: {
    title: { en: 'Followers and engagements', ru: 'Подписчики и реакции' },
    columns: [
      { en: 'Day', ru: 'День' },
      { en: 'Followers', ru: 'Подписчики' },
      { en: 'Engagements', ru: 'Реакции' },
      { en: 'Gain in question', ru: 'Прирост под вопросом' },
    ],
  },
  waiting: {
    title: { en: 'How long posts waited for approval, hours', ru: 'Сколько часов посты ждали согласования' },
    columns: [
      { en: 'Sent', ru: 'Отправлен' },
      { en: 'Hours', ru: 'Часы' },
    ],
  },
  leads: {
    title: { en: 'How leads were answered', ru: 'Как отвечали на заявки' },
    columns: [
      { en: 'Answer', ru: 'Ответ' },
      { en: 'Leads', ru: 'Заявки' },
    ],
  },
  prices: {
    title: { en: 'Price per 1,000 people who fit', ru: 'Цена 1000 подходящих людей' },
    columns: [
      { en: 'Row of the placement', ru: 'Строка размещения' },
      { en: 'Price', ru: 'Цена' },
    ],
  },
};

const answers: readonly Text[] = [
  { en: 'in time', ru: 'вовремя' },
  { en: 'late', ru: 'поздно' },
  { en: 'none', ru: 'без ответа' },
];
const rowWord: Text = { en: 'row', ru: 'строка' };

/** The numbers that charts are drawn from, as rows of cells: a heading, then a line per point. */
export interface ChartBlock {
  readonly cells: readonly (readonly (string | number)[])[];
  readonly charts: readonly {
    readonly title: string;
    readonly kind: ChartKind;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
}

/** Puts the charts' numbers side by side. Only our words and numbers are in it. */
export function chartBlock(charts: readonly ChartData[], language: Language): ChartBlock {
  const blocks = charts.map((chart) => blockOf(chart, language));
  const height = Math.max(0, ...blocks.map((block) => block.length));
  // One column of air between two.
  const cells = Array.from({ length: height }, (_, row) =>
    blocks.flatMap((part, index) => {
      const own = part[row] ?? (part[0] ?? []).map(() => '');
      return index === 0 ? own : ['', ...own];
    }),
  );
  let column = CHART_COLUMN;
  return {
    cells,
    charts: charts.map(({ kind, currency }, index) => {
      const block = blocks[index] ?? [];
      const place = { title: titleOf(kind, currency, language), kind, column, rows: block.length, columns: block[0]?.length ?? 0 };
      column += place.columns + 1;
      return place;
    }),
  };
}

/** Where the first chart stands; the others follow below it. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** Draws charts on one of our own tabs, from a block of numbers far to the right on that very tab, hidden, so that it needs no other. */
export function writeCharts(sheet: Sheet, { cells, charts }: ChartBlock, place: Place): void {
  if (charts.length === 0) return;
  const width = cells[0]?.length ?? 0;
  const range = sheet.getRange(1, CHART_COLUMN, cells.length, width);
  // A label such as `15 March` would become a date of this year.
  range.setNumberFormats(
    cells.map((line) => line.map((cell) => (typeof cell === 'string' ? '@' : Number.isInteger(cell) ? '#,##0' : '#,##0.0'))),
  );
  range.setValues(cells.map((line) => [...line]));
  sheet.hideColumns(CHART_COLUMN, width);
  for (const [index, chart] of charts.entries()) {
    insertChart(sheet, chart, { ...place, row: place.row + index * ROWS_PER_CHART });
  }
}

const titleOf = (kind: ChartKind, currency: string | undefined, language: Language): string =>
  currency === undefined ? texts[kind].title[language] : `${texts[kind].title[language]}, ${currencySigns[currency] ?? currency}`;

/** A heading and a line per point. */
function blockOf({ kind, points, currency }: ChartData, language: Language): readonly (readonly (string | number)[])[] {
  const words = wordsOf(language);
  const times = points.map(([first]) => first ?? 0);
  const isLong = !isOneYear(times[0] ?? 0, times[times.length - 1] ?? 0);
  const heading = texts[kind].columns.map((text, index) => (index === 1 && currency ? `${text[language]}, ${currency}` : text[language]));
  return [
    heading,
    ...points.map(([first, ...rest]) => [label(kind, first ?? 0, words, isLong), ...rest.map((value) => rounded(value ?? null))]),
  ];
}

function label(kind: ChartKind, value: number, words: Words, isLong: boolean): string {
  if (kind === 'leads') return answers[value]?.[words.language] ?? '';
  return kind === 'prices' ? `${rowWord[words.language]} ${value}` : isLong ? words.date(value) : words.day(value);
}

const rounded = (value: number | null): number | string => (value === null ? '' : Math.round(value * 10) / 10);

function insertChart(sheet: Sheet, { title, kind, column, rows, columns }: ChartBlock['charts'][number], place: Place): void {
  const builder = sheet
    .newChart()
    .setChartType(kind === 'growth' ? Charts.ChartType.COMBO : Charts.ChartType.COLUMN)
    .addRange(sheet.getRange(1, column, rows, columns))
    .setNumHeaders(1)
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
    .setPosition(place.row, place.column, 0, 0)
    .setOption('title', title)
    .setOption('width', WIDTH)
    .setOption('height', HEIGHT)
    .setOption('legend', { position: kind === 'growth' ? 'bottom' : 'none' });
  const bars = { 0: { dataLabel: kind === 'waiting' ? 'none' : 'value' } };
  // Followers and their gains in question on the left axis, activity in bars on the right: two scales that differ a hundredfold.
  const lines = {
    0: { type: 'line' },
    1: { type: 'bars', targetAxisIndex: 1 },
    2: { type: 'line', lineWidth: 0, pointSize: 9, pointShape: 'triangle' },
  };
  sheet.insertChart(builder.setOption('series', kind === 'growth' ? lines : bars).build());
}
