import { type Cell, cleanText, columnLetters, isDate, isEmpty } from '../../base/cells.ts';
import { ownValue } from '../../base/records.ts';
import type { ColumnReport, SheetProblem } from '../column-report.ts';
import * as columns from '../fields.ts';
import { type Field, fieldById, parameter } from '../fields.ts';
import { exportOf } from './exports.ts';
import { normaliseHeader } from './header-text.ts';
import { createHeaderMatcher, type HeaderMatcher, isKnownHeader } from './headers.ts';
import { type ColumnCorrections, type HeaderText, recognise } from './recognise.ts';

/** How many rows from the top are looked at for a header, and how many below it as a sample. */
export const TOP_ROWS = 60;
const HEADER_ROWS = 40;

/** Where a table stands and what its columns mean. */
export interface SheetLayout {
  /** What the table is called: as its tab; a further table of a tab after the cell where it begins too, `Posts!A40`. */
  readonly sheet: string;
  readonly tab: string;
  readonly problem?: SheetProblem;
  /** Row of the header, from 0; -1 when there is none. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The first row that belongs to this table, from 0: titles stand between it and the header. */
  readonly firstRow: number;
  /** Row from which on another table stands below this one, from 0; absent where none was found. */
  readonly nextTable?: number;
  /** Header texts of `firstColumn` to `lastColumn`. */
  readonly headers: readonly string[];
  readonly columns: readonly ColumnReport[];
  /** Id of the platform's export that this is, where its headers tell. */
  readonly source?: string;
}

/** The rows of a tab from one on, and what the user said of their headers. */
interface Top {
  readonly tab: string;
  /** Up to `TOP_ROWS` rows, all columns. */
  readonly rows: readonly (readonly Cell[])[];
  readonly corrections: ColumnCorrections;
}

interface Block {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/**
 * Finds the header of a tab's main table, the one with the most known headers, and says what each of its columns means.
 * @param top the first rows of the sheet (up to `TOP_ROWS`), all columns
 */
export function describeSheet(sheet: string, top: readonly (readonly Cell[])[], corrections: ColumnCorrections = {}): SheetLayout {
  return describeMain({ tab: sheet, rows: top, corrections }).main;
}

/**
 * The main table, then the tables above and beside it whose columns are told as well. What stands below a table is seen where its rows
 * are read (`otherTableAt`), and described from there on.
 * @param firstRow where in the sheet the top begins, from 0
 */
export function describeTables(tab: string, rows: Top['rows'], corrections: ColumnCorrections = {}, firstRow = 0): readonly SheetLayout[] {
  const top = { tab, rows, corrections };
  const { main, beside } = describeMain(top);
  const named = (layout: SheetLayout): SheetLayout => {
    const placed = below(layout, firstRow);
    return { ...placed, sheet: `${tab}!${columnLetters(layout.firstColumn + 1)}${placed.headerRow + 1}` };
  };
  const above = main.problem ? [] : tablesAbove(top, main.headerRow);
  const own = { ...main, firstRow: Math.max(0, ...above.map(({ nextTable = 0 }) => nextTable)) };
  const further = [...above, ...beside.filter((layout) => isTable(layout, rows))].map(named);
  if (firstRow === 0) return [own, ...further];
  return isTable(own, rows) ? [named(own), ...further] : [];
}

/** Tables that end with a blank row above a header, the lowest first. */
function tablesAbove({ tab, rows, corrections }: Top, headerRow: number): readonly SheetLayout[] {
  const blank = rows.slice(0, Math.max(0, headerRow)).flatMap((cells, row) => (cells.every(isEmpty) ? [row] : []));
  const found: SheetLayout[] = [];
  let end = blank.pop() ?? 0;
  // A part that is no table may be the lower part of one that has a blank row within.
  for (const start of [0, ...blank.map((row) => row + 1)].reverse()) {
    const part = rows.slice(start, end);
    const { main, beside } = describeMain({ tab, rows: part, corrections });
    if (!isTable(main, part)) continue;
    const tables = [main, ...beside.filter((layout) => isTable(layout, part))];
    found.push(...tables.map((layout) => ({ ...below(layout, start), nextTable: end })));
    end = start;
  }
  return found;
}

/** The same so many rows further down. */
const below = (layout: SheetLayout, rows: number): SheetLayout => ({
  ...layout,
  headerRow: layout.headerRow + rows,
  firstRow: layout.firstRow + rows,
  ...(layout.nextTable === undefined ? {} : { nextTable: layout.nextTable + rows }),
});

/** Whether a further block of cells is worth being called a table: it measures something, or tells of the client. A list of choices does neither. */
function isTable({ problem, columns: reports, headerRow, nextTable }: SheetLayout, rows: Top['rows']): boolean {
  const filled = reports.filter(({ index }) => rows.slice(headerRow + 1, nextTable).some((cells) => !isEmpty(cells[index])));
  const fields = filled.flatMap(({ field }) => fieldById(field) ?? []);
  const isTelling = fields.some((field) => field === parameter || (field.kind !== 'text' && field.kind !== 'flag'));
  return !problem && fields.length >= 2 && isTelling;
}

/** The table with the most known headers, and those that stand beside it under the same row of headers. */
function describeMain({ tab, rows, corrections }: Top): { readonly main: SheetLayout; readonly beside: readonly SheetLayout[] } {
  const nothing = { sheet: tab, tab, headerRow: -1, firstRow: 0, firstColumn: 0, lastColumn: -1, headers: [], columns: [] };
  const refused = (problem: SheetProblem) => ({ main: { ...nothing, problem }, beside: [] });
  if (rows.every((row) => row.every(isEmpty))) return refused('empty');
  const match = createHeaderMatcher();
  if (rows.slice(0, HEADER_ROWS).some(hasMonths)) return refused('month-blocks');
  const isKnown = (cell: Cell) =>
    typeof cell === 'string' && (match(cell).length > 0 || ownValue(corrections, cleanText(cell)) !== undefined);
  const headerRow = findHeader(rows, isKnown);
  const [widest, ...others] = headerRow === undefined ? [] : blocksOf(rows, headerRow, isKnown);
  if (!widest) return refused('no-header');
  const describe = (block: Block) => describeBlock(tab, rows, block, match, corrections);
  const main = describe(widest);
  const beside = others.map(describe);
  const parts = [main, ...beside.filter((block) => isPartOf(main, block, rows))];
  if (parts.length === 1) return { main, beside: beside.map(withoutTitle) };
  const firstColumn = Math.min(...parts.map((part) => part.firstColumn));
  const lastColumn = Math.max(...parts.map((part) => part.lastColumn));
  const isOutside = (block: SheetLayout) => block.lastColumn < firstColumn || block.firstColumn > lastColumn;
  return { main: describe({ ...widest, firstColumn, lastColumn }), beside: beside.filter(isOutside).map(withoutTitle) };
}

/** What stands above is the main table's title. */
const withoutTitle = (layout: SheetLayout): SheetLayout => ({ ...layout, firstRow: layout.headerRow });

/** Of so large a part of the rows both blocks have something, or neither: an empty column between them is a margin. */
const TOGETHER = 0.8;
/** Fewer rows prove nothing. */
const FEWEST_ROWS = 5;
const whens: readonly Field[] = [columns.publishedAt, columns.day, columns.leadAt, columns.placedAt];

/** Whether a block beside the main one goes on with its rows, rather than having rows of its own. */
function isPartOf(main: SheetLayout, block: SheetLayout, rows: Top['rows']): boolean {
  const idsOf = (layout: SheetLayout) => layout.columns.flatMap(({ field }) => field ?? []);
  const ids = idsOf(block);
  const isOwn = ids.length === 0 || ids.some((id) => idsOf(main).includes(id) || whens.some((field) => field.id === id));
  if (isOwn) return false;
  const isFilled = (cells: readonly Cell[], { firstColumn, lastColumn }: SheetLayout) =>
    cells.slice(firstColumn, lastColumn + 1).some((cell) => !isEmpty(cell));
  const below = rows.slice(main.headerRow + 1).filter((cells) => isFilled(cells, main) || isFilled(cells, block));
  const together = below.filter((cells) => isFilled(cells, main) === isFilled(cells, block));
  return together.length >= FEWEST_ROWS && together.length >= TOGETHER * below.length;
}

function describeBlock(
  tab: string,
  top: Top['rows'],
  { headerRow, firstColumn, lastColumn }: Block,
  match: HeaderMatcher,
  corrections: ColumnCorrections,
): SheetLayout {
  const texts = headerTexts(top, { headerRow, firstColumn, lastColumn }, match);
  const headers = texts.map(({ header }) => header);
  const sample = top.slice(headerRow + 1);
  const place = { sheet: tab, tab, headerRow, firstRow: 0, firstColumn, lastColumn, headers };
  if (isTall(texts, sample, firstColumn)) return { ...place, columns: [], problem: 'tall-export' };
  const recognised = recognise({ texts, firstColumn, sample, match, corrections });
  const source = exportOf(headers);
  const layout = { ...place, columns: recognised, ...(source === undefined ? {} : { source }) };
  return recognised.some(({ field }) => field !== null) ? layout : { ...layout, problem: 'nothing-recognised' };
}

const monthName =
  /^(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,?\s*(?:\d{2}|\d{4})?(?:\s*г\.?)?$/iu;
const FEWEST_MONTHS = 3;

/** A row of month names, each the head of a column or block: one row is then several months. */
const hasMonths = (cells: readonly Cell[]): boolean =>
  cells.filter((cell) => typeof cell === 'string' && monthName.test(cleanText(cell))).length >= FEWEST_MONTHS;

/** A column that names metrics beside a column of values: one row is then one metric, not one post or day. */
function isTall(texts: readonly HeaderText[], sample: readonly (readonly Cell[])[], firstColumn: number): boolean {
  const at = (words: RegExp) => texts.findIndex(({ header }) => words.test(normaliseHeader(header)));
  const metric = at(/^(metric|metric name|metrics|metrica|metricas|metrik|métrique|критерий|метрика|показатель|метрики)$/);
  if (metric < 0 || at(/^(value|amount|valor|wert|valeur|valore|значение|сумма|количество)$/) < 0) return false;
  const named = sample.map((row) => row[firstColumn + metric]).filter((cell) => !isEmpty(cell));
  const known = named.filter((cell) => typeof cell === 'string' && isKnownHeader(cell));
  return known.length >= 2 && known.length * 2 >= named.length;
}

/**
 * The texts of the header, and what each is read as. Where it has two rows, an empty cell takes the text above it, and a cell that says
 * nothing alone is read together with the group it stands under. `Primary` is the metric that stands in a line of its own above.
 */
function headerTexts(
  top: readonly (readonly Cell[])[],
  { headerRow, firstColumn, lastColumn }: { readonly headerRow: number; readonly firstColumn: number; readonly lastColumn: number },
  match: HeaderMatcher,
): readonly HeaderText[] {
  const own = (top[headerRow] ?? []).map(cleanText);
  const above = (top[headerRow - 1] ?? []).map(cleanText);
  const groups = above.filter((text) => text !== '');
  const metric = groups.length === 1 ? groups[0] : undefined;
  const isGrouped = groups.length > 1 && above.some((text) => match(text).length > 0);
  let group = '';
  return Array.from({ length: lastColumn - firstColumn + 1 }, (_, offset) => {
    const text = own[firstColumn + offset] ?? '';
    const over = above[firstColumn + offset] ?? '';
    if (over !== '') group = over;
    if (/^primary$/i.test(text) && metric !== undefined) return { header: text, meaning: metric };
    if (!isGrouped || match(text).length > 0) return { header: text, meaning: text };
    if (text === '') return { header: over, meaning: over };
    return { header: text, meaning: `${group} ${text}` };
  });
}

/** The header is the row with the most recognised texts; title lines above it have none or one. */
function findHeader(top: Top['rows'], isKnown: (cell: Cell) => boolean): number | undefined {
  let best: { headerRow: number; score: number } | undefined;
  for (let headerRow = 0; headerRow < Math.min(top.length, HEADER_ROWS); headerRow++) {
    const cells = top[headerRow] ?? [];
    const texts = cells.filter((cell): cell is string => typeof cell === 'string' && !isEmpty(cell));
    const known = texts.filter((text) => text.length <= 120 && isKnown(text)).length;
    const filled = cells.filter((cell) => !isEmpty(cell)).length;
    const inWords = texts.filter((text) => !/^[+-]?[\d\s.,]+%?$/.test(text)).length;
    // Two known headers are a table; one is enough where every other filled cell is text too.
    const isHeader = known >= 2 || (known === 1 && filled >= 2 && inWords === filled);
    // Rows below a header may say more words that we know, but they hold numbers and dates too: a row of data is no header.
    const isData = best !== undefined && cells.some((cell) => typeof cell === 'number' || isDate(cell));
    if (isHeader && !isData && (best === undefined || known > best.score)) best = { headerRow, score: known };
  }
  if (!best) return unknownHeader(top);
  return best.headerRow + (isSubheader(top[best.headerRow], top[best.headerRow + 1]) ? 1 : 0);
}

/** A first row of words above rows of something else is a header, also where none of its words is known. */
function unknownHeader(top: Top['rows']): number | undefined {
  const isFilled = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell)).length >= 2;
  const headerRow = top.findIndex(isFilled);
  const header = top[headerRow] ?? [];
  const areWords = header.every(
    (cell) => isEmpty(cell) || (typeof cell === 'string' && cell.length <= 60 && !/^[+-]?[\d\s.,]+%?$/.test(cell)),
  );
  const below = top.slice(headerRow + 1).filter(isFilled);
  const isMeasured = (cell: Cell) =>
    typeof cell === 'number' || isDate(cell) || (typeof cell === 'string' && /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell));
  return headerRow >= 0 && areWords && below.length >= 2 && below.some((cells) => cells.some(isMeasured)) ? headerRow : undefined;
}

/** Whether a row goes on with the header above it: words alone, under groups that span several columns, nothing under the other headers. */
function isSubheader(header: readonly Cell[] = [], below: readonly Cell[] = []): boolean {
  const filled = below.flatMap((cell, column) => (isEmpty(cell) ? [] : [column]));
  const isInWords = filled.every((column) => typeof below[column] === 'string' && !/^[\d\s.,:%+-]*$/.test(String(below[column])));
  const groups = filled.filter((column) => !isEmpty(header[column]) && isEmpty(header[column + 1]));
  const isUnderGroups = filled.every((column) => isEmpty(header[column]) || groups.includes(column));
  return groups.length > 0 && filled.length > groups.length && isInWords && isUnderGroups;
}

/** What stands to the right or left behind an empty column belongs to something else; the block with the most known headers first. */
function blocksOf(top: Top['rows'], headerRow: number, isKnown: (cell: Cell) => boolean): readonly Block[] {
  const header = top[headerRow] ?? [];
  const below = top.slice(headerRow + 1);
  const isUsed = (column: number) => !isEmpty(header[column]) || below.some((row) => !isEmpty(row[column]));
  const blocks: { headerRow: number; firstColumn: number; lastColumn: number; known: number }[] = [];
  for (let column = 0; column < header.length; column++) {
    if (!isUsed(column)) continue;
    const known = isKnown(header[column]) ? 1 : 0;
    const last = blocks[blocks.length - 1];
    if (last && last.lastColumn === column - 1) {
      last.lastColumn = column;
      last.known += known;
    } else blocks.push({ headerRow, firstColumn: column, lastColumn: column, known });
  }
  return blocks.sort((one, other) => other.known - one.known);
}
