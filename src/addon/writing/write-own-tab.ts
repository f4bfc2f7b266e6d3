import type { ChartTable } from '../../wording/charts/chart-table.ts';
import type { RichTextValue, Sheet, Spreadsheet, TextStyle } from '../services/google.ts';
import { idOf, markTab, type TabRecord } from '../traces/ownership.ts';
import { LETTERS_OF_OWN_TAB, rememberTexts } from '../traces/remembered-texts.ts';
import { lazyZone, rememberedForm } from '../traces/typed-over.ts';
import { BLOCK_COLUMN, blockFormat, chartBlock, drawCharts, ROWS_PER_CHART } from './sheet-charts.ts';

/** A text of which parts lead to a row of a tab. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly { readonly from: number; readonly to: number; readonly tab: string; readonly row: number }[];
}

/** What a cell of ours holds: a text, or a value in the format it is shown in. */
export type OwnCell = string | LinkedText | { readonly value: number | boolean | Date; readonly format: string };

/**
 * One line of a tab that we make. A title or heading is bold and runs on over the empty cells beside it; a legend carries its pattern's
 * colour. Only texts have a look.
 */
export type Line = TextLine | ValueLine;

interface TextLine {
  readonly cells: readonly (string | LinkedText)[];
  readonly look?: 'title' | 'heading' | 'figure' | 'small';
  readonly colour?: string;
}

interface ValueLine {
  readonly cells: readonly OwnCell[];
  readonly look?: undefined;
  readonly colour?: string;
}

/** What stands behind a heading. */
export const BAND = '#f1f3f4';
/** Of a column in a new tab, in pixels. */
const USUAL_WIDTH = 100;
const USUAL_SIZE = 10;
const sizes: Readonly<Record<string, number>> = { title: 16, small: 8 };

export interface OwnTabContent {
  readonly kind: Exclude<TabRecord['kind'], 'annotated'>;
  readonly name: string;
  readonly lines: readonly Line[];
  /** Pixels; as many columns as there are widths. */
  readonly widths: readonly number[];
  readonly charts: readonly ChartTable[];
  /** Beside the text, or in the row of each, from 1: there so many rows are left free. */
  readonly chartsAt: 'beside' | readonly number[];
  readonly frozenRows?: number;
}

/**
 * Writes a new tab after all others: values and formats only, no formula, readable without the add-on.
 * @param front the tab that stays in front; without it the new one does
 */
export function writeOwnTab(spreadsheet: Spreadsheet, content: OwnTabContent, front?: Sheet): string {
  const name = freeName(spreadsheet, content.name);
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  try {
    if (front) spreadsheet.setActiveSheet(front);
    fill(spreadsheet, sheet, content);
  } catch (problem) {
    takeBack(spreadsheet, sheet);
    throw problem;
  }
  return name;
}

function fill(file: Spreadsheet, sheet: Sheet, { kind, lines, widths, charts, chartsAt, frozenRows }: OwnTabContent): void {
  const each = <Item>(item: (line: Line, column: number) => Item): Item[][] =>
    lines.map((line) => widths.map((_, column) => item(line, column)));
  const cells = each(({ cells }, column) => contentOf(cells[column] ?? ''));
  const block = chartBlock(charts);
  // Marked before anything is written: a run that is cut off leaves nothing that the next would take for the user's.
  const zone = lazyZone();
  const texts = rememberTexts(
    [...cells.flat(), ...block.cells.flat()].map((cell) => rememberedForm(cell, zone)),
    LETTERS_OF_OWN_TAB,
  );
  markTab(sheet, { kind, texts, identity: [], together: 0 });
  const formats = besides(
    each(({ cells }, column) => formatOf(cells[column] ?? '')),
    block.cells.map((line) => line.map(blockFormat)),
    'General',
  );
  const whole = sheet.getRange(1, 1, formats.length, formats[0]?.length ?? 1);
  whole.setNumberFormats(formats);
  const values = lines.map((line, row) => (isOfTexts(line) ? widths.map(() => '') : (cells[row] ?? [])));
  const hasValues = block.cells.length > 0 || !lines.every(isOfTexts);
  if (hasValues) whole.setValues(besides(values, block.cells, ''));
  writeTexts(file, sheet, lines, widths.length);
  const range = sheet.getRange(1, 1, lines.length, widths.length);
  range.setBackgrounds(each(({ colour }) => colour ?? null));
  // A title or heading with nothing beside it runs on instead of breaking.
  range.setWraps(each(({ look, cells: [, beside = ''] }) => (look !== 'title' && look !== 'heading') || beside !== ''));
  range.setVerticalAlignment('top');
  for (const { first, count, width } of runsOf(widths)) sheet.setColumnWidths(first, count, width);
  if (frozenRows !== undefined) sheet.setFrozenRows(frozenRows);
  const places = charts.map((_, index) =>
    chartsAt === 'beside' ? { row: 2 + index * ROWS_PER_CHART, column: widths.length + 2 } : { row: chartsAt[index] ?? 1, column: 1 },
  );
  drawCharts(sheet, block, places);
}

/** The text with the numbers of the charts beside it: one call writes both. */
function besides<Cell>(text: readonly (readonly Cell[])[], block: readonly (readonly Cell[])[], nothing: Cell): Cell[][] {
  const [textWidth, blockWidth] = [text[0]?.length ?? 0, block[0]?.length ?? 0];
  const width = blockWidth === 0 ? textWidth : BLOCK_COLUMN - 1 + blockWidth;
  return Array.from({ length: Math.max(text.length, block.length) }, (_, row) =>
    Array.from({ length: width }, (_, column) => text[row]?.[column] ?? block[row]?.[column - BLOCK_COLUMN + 1] ?? nothing),
  );
}

/** Columns side by side of one width, those left out that have it anyway. */
function runsOf(widths: readonly number[]): readonly { readonly first: number; readonly count: number; readonly width: number }[] {
  const ends = [...widths.keys()].filter((column) => widths[column] !== widths[column + 1]);
  return ends
    .map((end, index) => {
      const start = (ends[index - 1] ?? -1) + 1;
      return { first: start + 1, count: end - start + 1, width: widths[end] ?? USUAL_WIDTH };
    })
    .filter(({ width }) => width !== USUAL_WIDTH);
}

const isLinked = (cell: OwnCell | undefined): cell is LinkedText => typeof cell === 'object' && 'links' in cell;

const isOfTexts = (line: Line): line is TextLine => line.cells.every((cell) => typeof cell === 'string' || isLinked(cell));

/** One call for each run of lines that hold texts alone: a text brings its looks and its links along. */
function writeTexts(file: Spreadsheet, sheet: Sheet, lines: readonly Line[], width: number): void {
  const columns = Array.from({ length: width }, (_, column) => column);
  const styleOf = stylesOf(lines.some(({ look = '' }) => look in sizes));
  const nothing = SpreadsheetApp.newRichTextValue().setText('').build();
  for (let first = 0; first < lines.length; first++) {
    const run: TextLine[] = [];
    for (let line = lines[first]; line && isOfTexts(line); line = lines[first + run.length]) run.push(line);
    const texts = run.map(({ cells, look }) =>
      columns.map((column) => (cells[column] ? richText(cells[column], styleOf(look, column), file) : nothing)),
    );
    if (run.length > 0) sheet.getRange(first + 1, 1, run.length, width).setRichTextValues(texts);
    first += run.length;
  }
}

/** How a text of a look is written, each style made once; of a line with a figure the figure alone is bold. */
function stylesOf(isSized: boolean): (look: Line['look'], column: number) => TextStyle | undefined {
  const made = new Map<string, TextStyle>();
  return (look, column) => {
    const isBold = look === 'title' || look === 'heading' || (look === 'figure' && column === 0);
    if (!isBold && !isSized) return undefined;
    const key = `${look} ${isBold}`;
    const style = made.get(key) ?? textStyle(isBold, isSized ? (sizes[look ?? ''] ?? USUAL_SIZE) : undefined);
    made.set(key, style);
    return style;
  };
}

function textStyle(isBold: boolean, size: number | undefined): TextStyle {
  const style = SpreadsheetApp.newTextStyle();
  if (isBold) style.setBold(true);
  if (size !== undefined) style.setFontSize(size);
  return style.build();
}

/** Where the text would be cut or changed it keeps its words and loses its links. */
function richText(cell: string | LinkedText, style: TextStyle | undefined, file: Spreadsheet): RichTextValue {
  const { text, links } = isLinked(cell) ? cell : { text: cell, links: [] };
  const shown = asText(text);
  const builder = SpreadsheetApp.newRichTextValue().setText(shown);
  if (style) builder.setTextStyle(style);
  for (const { from, to, tab, row } of shown === text ? links : []) {
    const sheet = file.getSheetByName(tab);
    if (sheet) builder.setLinkUrl(from, to, `#gid=${idOf(sheet)}&range=A${row}`);
  }
  return builder.build();
}

const contentOf = (cell: OwnCell) => (typeof cell === 'string' ? asText(cell) : isLinked(cell) ? asText(cell.text) : cell.value);
/** A text stays as it is written: without this format a program would make a date or a number of it. */
const formatOf = (cell: OwnCell) => (typeof cell === 'string' || isLinked(cell) ? '@' : cell.format);

function takeBack(spreadsheet: Spreadsheet, sheet: Sheet): void {
  try {
    spreadsheet.deleteSheet(sheet);
  } catch {
    // What made writing fail may make this fail too. The next run knows the tab by its mark, or by its name as long as it is empty.
  }
}

/** Letters that a cell holds. */
const MOST_LETTERS = 50_000;

/** A tab or a header may be called `=SUM(A1)`: with a no-break space before it no program takes it for a formula. */
const asText = (text: string): string => (/^\s*[=+@-]/.test(text) ? `\u00A0${text}` : text).slice(0, MOST_LETTERS);

function freeName(spreadsheet: Spreadsheet, wanted: string): string {
  let name = wanted;
  for (let number = 2; spreadsheet.getSheetByName(name); number++) name = `${wanted} ${number}`;
  return name;
}
