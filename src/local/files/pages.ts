/** How a tab of ours lies on paper: as wide as a page, and nothing cut in two that belongs together. */
import type { Worksheet } from '@cj-tech-master/excelts';
import { columnLetters } from '../book/references.ts';
import { type SheetModel, USUAL_WIDTH } from '../book/sheet.ts';
import { wrappedLines } from '../book/wrapped.ts';

/** In points. */
export const LINE_HEIGHT = 15;
/** The paper's number in the format. */
const A4 = 9;
/** Its sides in points. */
const [SHORT, LONG] = [595, 842] as const;
/** In inches, equal on all sides. */
const MARGIN = 0.5;
const margins = { left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN, header: 0.3, footer: 0.3 };
const between = (side: number) => side - 2 * MARGIN * 72;
const POINTS_OF_PIXEL = 0.75;
/** How many rows of the least height a chart covers. */
const CHART_ROWS = 18;

export function setPages(worksheet: Worksheet, sheet: SheetModel): void {
  const width = widthOf(sheet);
  // What would be printed at half its size is read across.
  const isAcross = width > 2 * between(SHORT);
  const [across, down] = isAcross ? [LONG, SHORT] : [SHORT, LONG];
  const area = printArea(sheet);
  Object.assign(worksheet.pageSetup, {
    ...{ paperSize: A4, orientation: isAcross ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins },
    ...(area === undefined ? {} : { printArea: area }),
    ...(sheet.repeatedRow === undefined ? {} : { printTitlesRow: `${sheet.repeatedRow}:${sheet.repeatedRow}` }),
  });
  // A line to spare.
  const height = (between(down) - LINE_HEIGHT) * Math.max(1, width / between(across));
  if (area !== undefined || sheet.repeatedRow !== undefined) keepBlocksWhole(worksheet, sheet, height);
}

/** The columns of text with what stands below them; without an area where charts stand beside. */
function printArea(sheet: SheetModel): string | undefined {
  const last = textColumns(sheet);
  if (last === 0 || sheet.charts.some(({ column }) => column > last)) return undefined;
  const lastText = sheet.rows.reduce((row, { values }, index) => (values.slice(0, last).some(Boolean) ? index + 1 : row), 1);
  return `A1:${columnLetters(last)}${Math.max(lastText, ...sheet.charts.map(({ row }) => row + CHART_ROWS))}`;
}

/** Those whose width somebody chose. */
function textColumns({ columns }: SheetModel): number {
  const first = columns.findIndex(({ width }) => width === undefined);
  return first < 0 ? columns.length : first;
}

/** Of the columns of text, and of what is drawn beside them, in points. */
function widthOf(sheet: SheetModel): number {
  const upTo = (last: number) =>
    Array.from({ length: last }, (_, index) => sheet.column(index + 1).width ?? USUAL_WIDTH).reduce((sum, width) => sum + width, 0);
  const charts = sheet.charts.map(({ column, description: { options } }) => upTo(column - 1) + Number(options.width ?? 0));
  return Math.max(upTo(textColumns(sheet)), ...charts) * POINTS_OF_PIXEL;
}

/** A block, from a heading to the next, begins a page where it would be cut in two; one longer than a page begins where it stands. */
function keepBlocksWhole(worksheet: Worksheet, sheet: SheetModel, pageHeight: number): void {
  const heights = sheet.rows.map((_, index) => wrappedLines(sheet, index + 1) * LINE_HEIGHT);
  const isHeading = (row: number) => {
    const style = sheet.extra(row, 1)?.style;
    return style?.bold === true && (style.background !== undefined || sheet.charts.some((chart) => chart.row === row));
  };
  let used = 0;
  for (let row = 1; row <= sheet.rows.length; ) {
    let next = row + 1;
    while (next <= sheet.rows.length && !isHeading(next)) next++;
    const block = heights.slice(row - 1, next - 1).reduce((sum, height) => sum + height, 0);
    if (used > 0 && used + block > pageHeight && block <= pageHeight) {
      worksheet.getRow(row - 1).addPageBreak();
      used = 0;
    }
    used = (used + block) % pageHeight;
    row = next;
  }
}
