import type { ChartTable } from '../../wording/charts/chart-table.ts';
import type { Sheet } from '../services/google.ts';

/** The numbers that charts draw begin here, hidden; with all charts they end in the last column of a new tab. */
export const BLOCK_COLUMN = 9;
/** Rows from one chart to the next: a chart is at most as high as so many rows of the least height. */
export const ROWS_PER_CHART = 12;
const WIDTH = 600;
const HEIGHT = 240;

/** The numbers that charts are drawn from, as rows of cells: a heading, then a line per point. */
export interface ChartBlock {
  readonly cells: readonly (readonly (string | number)[])[];
  readonly charts: readonly {
    readonly title: string;
    readonly kind: ChartTable['kind'];
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    readonly top: number | undefined;
  }[];
}

/** Puts the charts' numbers side by side. Only our words and numbers are in it. */
export function chartBlock(charts: readonly ChartTable[]): ChartBlock {
  const blocks = charts.map(blockOf);
  const height = Math.max(0, ...blocks.map((block) => block.length));
  // One column of air between two.
  const cells = Array.from({ length: height }, (_, row) =>
    blocks.flatMap((part, index) => {
      const own = part[row] ?? (part[0] ?? []).map(() => '');
      return index === 0 ? own : ['', ...own];
    }),
  );
  let column = BLOCK_COLUMN;
  return {
    cells,
    charts: charts.map(({ kind, title, top }, index) => {
      const block = blocks[index] ?? [];
      const place = { title, kind, top, column, rows: block.length, columns: block[0]?.length ?? 0 };
      column += place.columns + 1;
      return place;
    }),
  };
}

/** Where a chart stands. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** How a cell of the block is shown: a label such as `15 March` would else become a date of this year. */
export const blockFormat = (cell: string | number): string =>
  typeof cell === 'string' ? '@' : Number.isInteger(cell) ? '#,##0' : '#,##0.0';

/** Draws charts on one of our own tabs, from the block of numbers that stands on that very tab, so that it needs no other. */
export function drawCharts(sheet: Sheet, { cells, charts }: ChartBlock, places: readonly Place[]): void {
  if (charts.length === 0) return;
  sheet.hideColumns(BLOCK_COLUMN, cells[0]?.length ?? 0);
  for (const [index, chart] of charts.entries()) {
    insertChart(sheet, chart, places[index] ?? { row: 1, column: 1 });
  }
}

/** A heading and a line per point. */
const blockOf = ({ columns, rows }: ChartTable): readonly (readonly (string | number)[])[] => [
  columns,
  ...rows.map(({ label, values }) => [label, ...values.map((value) => value ?? '')]),
];

const BLUE = '#1A73E8';
const GREY = '#9AA0A6';
const RED = '#D93025';

/** What is in question is red, what is agreed on or usual a thin line across. */
const bars = (dataLabel: 'value' | 'none') => ({
  0: { type: 'bars', color: BLUE, dataLabel },
  1: { type: 'bars', color: RED, dataLabel },
  2: { type: 'line', color: GREY, lineWidth: 2 },
});
/** Followers and their gains in question on the left axis, activity in bars on the right: two scales that differ a hundredfold. */
const series: Readonly<Record<ChartTable['kind'], object>> = {
  growth: {
    0: { type: 'line', color: BLUE },
    1: { type: 'bars', color: GREY, targetAxisIndex: 1 },
    2: { type: 'line', color: RED, lineWidth: 0, pointSize: 9, pointShape: 'triangle' },
  },
  waiting: bars('none'),
  leads: bars('value'),
  prices: bars('value'),
  course: bars('value'),
  groups: bars('value'),
};

/** More names of points than stand beside each other would be slanted, and take the chart's room. */
const MOST_NAMES = 8;

function insertChart(sheet: Sheet, { title, kind, column, rows, columns, top }: ChartBlock['charts'][number], place: Place): void {
  const builder = sheet
    .newChart()
    .setChartType(Charts.ChartType.COMBO)
    .addRange(sheet.getRange(1, column, rows, columns))
    .setNumHeaders(1)
    // Else Sheets may take a column of labels for one more series.
    .setOption('useFirstColumnAsDomain', true)
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
    .setPosition(place.row, place.column, 0, 0)
    .setOption('title', title)
    .setOption('width', WIDTH)
    .setOption('height', HEIGHT)
    .setOption('legend', { position: 'bottom' })
    .setOption('hAxis', { showTextEvery: Math.ceil((rows - 1) / MOST_NAMES), slantedText: false })
    // Each point has one bar, in one of two colours.
    .setOption('isStacked', kind !== 'growth')
    .setOption('series', series[kind]);
  sheet.insertChart((top === undefined ? builder : builder.setOption('vAxis', { viewWindow: { min: 0, max: top } })).build());
}
