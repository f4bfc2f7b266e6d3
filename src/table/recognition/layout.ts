import { type Cell, cleanText, isDate, isEmpty } from '../../base/cells.ts';
import { ownValue } from '../../base/records.ts';
import type { ColumnReport, SheetProblem } from '../column-report.ts';
import { exportOf } from './exports.ts';
import { normaliseHeader } from './header-text.ts';
import { createHeaderMatcher, type HeaderMatcher, isKnownHeader } from './headers.ts';
import { type ColumnCorrections, type HeaderText, recognise } from './recognise.ts';

/** How many rows from the top are looked at for a header, and how many below it as a sample. */
export const TOP_ROWS = 60;
const HEADER_ROWS = 40;

/** Where the table of a sheet stands and what its columns mean. */
export interface SheetLayout {
  readonly sheet: string;
  readonly problem?: SheetProblem;
  /** Row of the header, from 0; -1 when there is none. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Header texts of `firstColumn` to `lastColumn`. */
  readonly headers: readonly string[];
  readonly columns: readonly ColumnReport[];
  /** Id of the platform's export that this is, where its headers tell. */
  readonly source?: string;
}

/**
 * Finds the header and says what each column means, from the top of a sheet.
 * @param top the first rows of the sheet (up to `TOP_ROWS`), all columns
 */
export function describeSheet(sheet: string, top: readonly (readonly Cell[])[], corrections: ColumnCorrections = {}): SheetLayout {
  const nothing = { sheet, headerRow: -1, firstColumn: 0, lastColumn: -1, headers: [], columns: [] };
  if (top.every((row) => row.every(isEmpty))) return { ...nothing, problem: 'empty' };
  const match = createHeaderMatcher();
  if (top.slice(0, HEADER_ROWS).some(hasMonths)) return { ...nothing, problem: 'month-blocks' };
  const header = findHeader(top, match, corrections);
  if (!header) return { ...nothing, problem: 'no-header' };
  const { headerRow, firstColumn, lastColumn } = header;
  const texts = headerTexts(top, header, match);
  const headers = texts.map(({ header }) => header);
  const sample = top.slice(headerRow + 1);
  if (isTall(texts, sample, firstColumn)) return { ...nothing, headerRow, firstColumn, lastColumn, headers, problem: 'tall-export' };
  const recognised = recognise({ texts, firstColumn, sample, match, corrections });
  const source = exportOf(headers);
  const layout = { sheet, headerRow, firstColumn, lastColumn, headers, columns: recognised, ...(source === undefined ? {} : { source }) };
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
  const metric = at(/^(metric|metric name|metrics|метрика|показатель|метрики)$/);
  if (metric < 0 || at(/^(value|amount|значение|сумма|количество)$/) < 0) return false;
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
function findHeader(top: readonly (readonly Cell[])[], match: HeaderMatcher, corrections: ColumnCorrections) {
  let best: { headerRow: number; score: number } | undefined;
  for (let headerRow = 0; headerRow < Math.min(top.length, HEADER_ROWS); headerRow++) {
    const cells = top[headerRow] ?? [];
    const texts = cells.filter((cell): cell is string => typeof cell === 'string' && !isEmpty(cell));
    const known = texts.filter(
      (text) => text.length <= 120 && (match(text).length > 0 || ownValue(corrections, cleanText(text)) !== undefined),
    ).length;
    const filled = cells.filter((cell) => !isEmpty(cell)).length;
    const inWords = texts.filter((text) => !/^[+-]?[\d\s.,]+%?$/.test(text)).length;
    // Two known headers are a table; one is enough where every other filled cell is text too.
    const isHeader = known >= 2 || (known === 1 && filled >= 2 && inWords === filled);
    // Rows below a header may say more words that we know, but they hold numbers and dates too: a row of data is no header.
    const isData = best !== undefined && cells.some((cell) => typeof cell === 'number' || isDate(cell));
    if (isHeader && !isData && (best === undefined || known > best.score)) best = { headerRow, score: known };
  }
  if (!best) return undefined;
  const header = top[best.headerRow] ?? [];
  const below = top.slice(best.headerRow + 1);
  const isUsed = (column: number) => !isEmpty(header[column]) || below.some((row) => !isEmpty(row[column]));
  const known = header.map(
    (cell) => typeof cell === 'string' && (match(cell).length > 0 || ownValue(corrections, cleanText(cell)) !== undefined),
  );
  // What stands to the right or left behind an empty column belongs to something else.
  const blocks: { firstColumn: number; lastColumn: number; known: number }[] = [];
  for (let column = 0; column < header.length; column++) {
    if (!isUsed(column)) continue;
    const last = blocks[blocks.length - 1];
    if (last && last.lastColumn === column - 1) {
      last.lastColumn = column;
      last.known += known[column] ? 1 : 0;
    } else blocks.push({ firstColumn: column, lastColumn: column, known: known[column] ? 1 : 0 });
  }
  const widest = blocks.reduce<(typeof blocks)[number] | undefined>(
    (best, block) => (best && best.known >= block.known ? best : block),
    undefined,
  );
  return widest && { headerRow: best.headerRow, firstColumn: widest.firstColumn, lastColumn: widest.lastColumn };
}
