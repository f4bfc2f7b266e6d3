/** The portfolio as a workbook: a tab for each section, its charts native, below the table the numbers that they are drawn from. */
import { dirname, relative, sep } from 'node:path';
import type { ChartTable } from '../../wording/charts/chart-table.ts';
import { Book } from '../book/book.ts';
import type { Chart } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';
import { writeSheets } from '../files/xlsx.ts';
import type { PortfolioContent } from './content.ts';
import type { Cell, Column, Section } from './sections/section.ts';
import { texts } from './texts.ts';

const BAND = '#e8f0fe';
/** In pixels. */
const widths: Readonly<Record<Column['format'], number>> = { text: 190, count: 90, amount: 110, share: 90, 'long-text': 420 };
const numberFormats: Readonly<Partial<Record<Column['format'], string>>> = { count: '#,##0', amount: '#,##0.##', share: '0%' };
/** So many rows are as high as a chart. */
const CHART_ROWS = 20;

/** @param out where it will lie: links lead from there */
export function portfolioWorkbook(content: PortfolioContent, out: string): Promise<Uint8Array> {
  const book = new Book();
  content.sections.forEach((section, index) => {
    writeSection(
      book.addSheet(tabName(section.tab ?? section.title)),
      section,
      index === 0 ? [content.title, content.about] : [],
      content,
      out,
    );
  });
  return writeSheets(book.sheets);
}

/** What a spreadsheet takes as the name of a tab. */
const tabName = (title: string) => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

function writeSection(sheet: SheetModel, section: Section, above: readonly string[], { language }: PortfolioContent, out: string): void {
  const { columns, rows, notes, charts } = section;
  let row = 1;
  for (const text of [...above, ...(above.length > 0 ? [] : [section.title]), ...notes]) {
    sheet.setValue(row, 1, text);
    if (row === 1) sheet.setStyle(row, 1, { bold: true, fontSize: 14 });
    row++;
  }
  columns.forEach(({ title, format }, index) => {
    sheet.setColumn(index + 1, { width: widths[format] });
    sheet.setValue(row, index + 1, title);
  });
  sheet.setStyles({ row, column: 1, rows: 1, columns: columns.length }, { bold: true, background: BAND, wrap: true, verticalAlign: 'top' });
  sheet.frozenRows = row;
  sheet.repeatedRow = row;
  for (const cells of rows) {
    row++;
    cells.forEach((cell, index) => {
      writeCell(sheet, row, index + 1, cell, columns[index], out);
    });
    sheet.setStyles({ row, column: 1, rows: 1, columns: columns.length }, { verticalAlign: 'top' });
  }
  row += 2;
  const drawn: Chart[] = [];
  for (const chart of charts) {
    drawn.push(writeChart(sheet, row, chart, texts.numbers[language]));
    row += Math.max(CHART_ROWS, chart.rows.length + 4);
  }
  sheet.charts = drawn;
}

function writeCell(sheet: SheetModel, row: number, column: number, cell: Cell, about: Column | undefined, out: string): void {
  if (cell === null || cell === '') return;
  const format = about?.format ?? 'text';
  if (typeof cell === 'object') {
    const target = relative(dirname(out), cell.file).split(sep).join('/');
    sheet.setValue(row, column, cell.text);
    sheet.setExtra(row, column, { formula: `=HYPERLINK(${quoted(target)},${quoted(cell.text)})` });
    return;
  }
  sheet.setValue(row, column, cell);
  const numberFormat = numberFormats[format];
  if (typeof cell === 'number' && numberFormat !== undefined) sheet.setStyle(row, column, { numberFormat });
  if (format === 'long-text') sheet.setStyle(row, column, { wrap: true });
}

const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;

/** The numbers stand in the first columns, the chart over the ones beside. */
function writeChart(sheet: SheetModel, top: number, { title, columns, rows }: ChartTable, caption: string): Chart {
  sheet.setValue(top, 1, `${title}. ${caption}`);
  sheet.setStyle(top, 1, { bold: true });
  columns.forEach((name, index) => {
    sheet.setValue(top + 1, index + 1, name);
  });
  rows.forEach(({ label, values }, down) => {
    sheet.setValue(top + 2 + down, 1, label);
    values.forEach((value, index) => {
      sheet.setValue(top + 2 + down, index + 2, value);
    });
  });
  const hasLimit = columns.length > 3;
  return {
    row: top,
    column: columns.length + 2,
    description: {
      type: 'COLUMN',
      area: { row: top + 1, column: 1, rows: rows.length + 1, columns: columns.length },
      options: {
        title,
        width: 760,
        height: 360,
        isStacked: true,
        legend: { position: hasLimit ? 'bottom' : 'none' },
        series: seriesOf(columns.length),
      },
    },
  };
}

/** As on the page: plain, in question, and a line across. */
const seriesOf = (columns: number) =>
  columns === 2 ? { 0: { color: QUESTION } } : { 0: { color: PLAIN }, 1: { color: QUESTION }, 2: { color: QUIET, type: 'line' } };
const [PLAIN, QUESTION, QUIET] = ['#1a73e8', '#d93025', '#5f6368'] as const;
