import { type Cell, cleanText, isBlank, isEmpty } from '../base/cells.ts';
import { readDates } from '../base/dates.ts';
import { CellState, readNumbers } from '../base/numbers.ts';
import { ownValue } from '../base/records.ts';
import type { Field } from '../patterns/columns.ts';
import * as columns from '../patterns/columns.ts';
import { type Candidate, createHeaderMatcher, type HeaderMatcher } from './headers.ts';
import type { ColumnReport, SheetProblem } from './report.ts';

/** How many rows from the top are looked at for a header, and how many below it as a sample. */
export const TOP_ROWS = 60;
const HEADER_ROWS = 20;

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
}

/** The user's corrections for one sheet: header → field id, or `''` for a column to leave alone. */
export type ColumnCorrections = Readonly<Record<string, string>>;

/**
 * Finds the header and says what each column means, from the top of a sheet.
 * @param top the first rows of the sheet (up to `TOP_ROWS`), all columns
 */
export function describeSheet(sheet: string, top: readonly (readonly Cell[])[], corrections: ColumnCorrections = {}): SheetLayout {
  const nothing = { sheet, headerRow: -1, firstColumn: 0, lastColumn: -1, headers: [], columns: [] };
  if (top.every((row) => row.every(isEmpty))) return { ...nothing, problem: 'empty' };
  const match = createHeaderMatcher();
  const header = findHeader(top, match, corrections);
  if (!header) return { ...nothing, problem: 'no-header' };
  const { headerRow, firstColumn, lastColumn } = header;
  const row = top[headerRow] ?? [];
  const headers = Array.from({ length: lastColumn - firstColumn + 1 }, (_, offset) => cleanText(row[firstColumn + offset]));
  const sample = top.slice(headerRow + 1);
  const recognised = recognise(headers, firstColumn, sample, match, corrections);
  const layout = { sheet, headerRow, firstColumn, lastColumn, headers, columns: recognised };
  return recognised.some(({ field }) => field !== null) ? layout : { ...layout, problem: 'nothing-recognised' };
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
    // Two known headers are a table; one is enough where every other filled cell is text too.
    const isHeader = known >= 2 || (known === 1 && filled >= 2 && texts.length === filled);
    if (isHeader && (best === undefined || known > best.score)) best = { headerRow, score: known };
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

function recognise(
  headers: readonly string[],
  firstColumn: number,
  sample: readonly (readonly Cell[])[],
  match: HeaderMatcher,
  corrections: ColumnCorrections,
): readonly ColumnReport[] {
  const cellsOf = (offset: number) => sample.map((row) => row[firstColumn + offset]);
  const context = tableContext(headers, match);
  const reports: ColumnReport[] = headers.map((header, offset) => {
    const blank = { index: firstColumn + offset, header, field: null, confidence: null };
    const given = ownValue(corrections, header);
    if (given !== undefined) return given === '' ? blank : { ...blank, field: given, confidence: 'given' };
    const candidates = header === '' ? [] : refine(header, match(header), context, cellsOf(offset));
    const fitting = candidates.filter(({ field }) => couldHold(field, cellsOf(offset)));
    const best = fitting[0];
    if (!best) {
      const refused = candidates[0];
      return refused ? { ...blank, doubt: { code: 'not-that-kind', detail: refused.field.id } } : blank;
    }
    const other = fitting[1];
    return {
      ...blank,
      field: best.field.id,
      confidence: best.isExact ? 'exact' : 'normalised',
      ...(other ? { doubt: { code: 'other-field' as const, detail: other.field.id } } : {}),
    };
  });
  return onePerField(reports, match);
}

/** Of several columns that could be one field, the most telling header wins; the others say so. */
function onePerField(reports: readonly ColumnReport[], match: HeaderMatcher): readonly ColumnReport[] {
  const rank = (report: ColumnReport) => (report.confidence === 'given' ? -1 : (match(report.header)[0]?.rank ?? Number.MAX_SAFE_INTEGER));
  const winner = new Map<string, ColumnReport>();
  for (const report of reports) {
    if (report.field === null) continue;
    const current = winner.get(report.field);
    if (!current || rank(report) < rank(current)) winner.set(report.field, report);
  }
  return reports.map((report) => {
    if (report.field === null || winner.get(report.field) === report) return report;
    return { ...report, field: null, confidence: null, doubt: { code: 'other-column', detail: winner.get(report.field)?.header ?? '' } };
  });
}

/** What the other headers say about a table, where one header alone is not enough. */
interface TableContext {
  readonly hasPosts: boolean;
  readonly hasLeads: boolean;
  readonly hasPlacements: boolean;
  readonly isVideoStudio: boolean;
}

function tableContext(headers: readonly string[], match: HeaderMatcher): TableContext {
  const ids = new Set(headers.flatMap((header) => match(header).map(({ field }) => field.id)));
  const has = (...wanted: Field[]) => wanted.some(({ id }) => ids.has(id));
  return {
    hasPosts: has(columns.title, columns.link, columns.postId, columns.format, columns.sentAt),
    hasLeads: has(columns.answeredAt, columns.leadAnswered),
    hasPlacements: has(columns.placement, columns.geoShare, columns.ageShare, columns.placementKind),
    isVideoStudio: headers.some((header) => /video publish time|время публикации видео|subscribers gained/i.test(cleanText(header))),
  };
}

/** Lets the table decide what an everyday header means: `Date`, `Subscribers`. */
function refine(header: string, candidates: readonly Candidate[], context: TableContext, cells: readonly Cell[]): readonly Candidate[] {
  const isAnyDate = /^(date|time|дата)$/i.test(header);
  return candidates.map((candidate) => {
    const { field } = candidate;
    if (field === columns.publishedAt && isAnyDate && !context.hasPosts) return { ...candidate, field: everydayDate(context) };
    const isNetChange =
      field === columns.followers && (context.isVideoStudio || cells.some((cell) => typeof cell === 'number' && cell < 0));
    return isNetChange ? { ...candidate, field: columns.followersNet } : candidate;
  });
}

function everydayDate(context: TableContext): Field {
  if (context.hasLeads) return columns.leadAt;
  return context.hasPlacements ? columns.placedAt : columns.day;
}

/** Whether the sample holds what the field needs: `Возраст` with `25-34` is no share, `Комментарии` with sentences no count. */
function couldHold(field: Field, cells: readonly Cell[]): boolean {
  if (field.kind === 'text' || field.kind === 'flag') return true;
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return true;
  const states =
    field.kind === 'date' ? readDates(filled, { clock: { toWall: (instant) => instant }, now: 0 }).states : readNumbers(filled).states;
  return states.some((state) => state === CellState.read || state === CellState.undecided);
}
