/** Formulas as text: what happens to their references when columns come or go, or when the formula itself moves. */

/** Columns inserted before `at` (from 1) when `count` is positive, deleted from `at` on when it is negative. */
export interface ColumnShift {
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Where a column stands after the shift; `undefined` when it was deleted. */
export function shiftedColumn(column: number, { at, count }: Pick<ColumnShift, 'at' | 'count'>): number | undefined {
  if (column < at) return column;
  return count < 0 && column < at - count ? undefined : column + count;
}

/** First and last column of a span after the shift; a span grows when columns come inside it, and vanishes when all of it goes. */
export function shiftedSpan(first: number, last: number, shift: Pick<ColumnShift, 'at' | 'count'>): readonly [number, number] | undefined {
  const { at, count } = shift;
  if (count > 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const newFirst = first < at ? first : Math.max(at, first + count);
  const newLast = last < at ? last : last < end ? at - 1 : last + count;
  return newLast < newFirst ? undefined : [newFirst, newLast];
}

const reference =
  /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3})(\$?\d+)?(?::(\$?[A-Za-z]{1,3})(\$?\d+)?)?(?![\p{L}\p{N}_(!])/gu;

/** One reference of a formula: a cell, a span of cells, or a span of whole columns. Rows and columns are as written, `$` included. */
interface Reference {
  /** The tab it names, with its `!`; empty for the formula's own. */
  readonly prefix: string;
  readonly first: string;
  readonly firstRow: string;
  readonly last?: string;
  readonly lastRow: string;
}

/** A formula with each of its references written anew. Text in quotes is left alone. */
function rewritten(formula: string, write: (reference: Reference) => string): string {
  return formula.replace(
    reference,
    (
      whole,
      quoted,
      prefix: string | undefined,
      first: string,
      firstRow: string | undefined,
      last: string | undefined,
      lastRow: string | undefined,
      offset: number,
      text: string,
    ) => {
      if (quoted !== undefined || (firstRow === undefined && last === undefined)) return whole;
      if (/[\p{L}\p{N}_.]/u.test(text[offset - 1] ?? '')) return whole;
      return write({
        prefix: prefix ?? '',
        first,
        firstRow: firstRow ?? '',
        lastRow: lastRow ?? '',
        ...(last === undefined ? {} : { last }),
      });
    },
  );
}

/** A formula after columns came or went in `shift.sheet`; the formula itself stands in `home`. */
export function shiftFormula(formula: string, home: string, shift: ColumnShift): string {
  const bare = (letters: string) => columnNumber(letters.replace('$', ''));
  const named = (letters: string, column: number) => (letters.startsWith('$') ? '$' : '') + columnLetters(column);
  return rewritten(formula, ({ prefix, first, firstRow, last, lastRow }) => {
    const end = last === undefined ? '' : `:${last}${lastRow}`;
    const sheet = prefix === '' ? home : tabOf(prefix);
    if (sheet !== shift.sheet) return `${prefix}${first}${firstRow}${end}`;
    const span = shiftedSpan(bare(first), bare(last ?? first), shift);
    if (!span) return `${prefix}#REF!`;
    return `${prefix}${named(first, span[0])}${firstRow}${last === undefined ? '' : `:${named(last, span[1])}${lastRow}`}`;
  });
}

const tabOf = (prefix: string) => prefix.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'");

/** A formula after tabs that it names were called otherwise. */
export function renamedTabs(formula: string, names: ReadonlyMap<string, string>): string {
  return rewritten(formula, ({ prefix, first, firstRow, last, lastRow }) => {
    const name = prefix === '' ? undefined : names.get(tabOf(prefix));
    const own = name === undefined ? prefix : `'${name.replace(/'/g, "''")}'!`;
    return `${own}${first}${firstRow}${last === undefined ? '' : `:${last}${lastRow}`}`;
  });
}

/** A formula that moved down by `rows`: its relative references move along, `$`-anchored rows stay. */
export function movedFormula(formula: string, rows: number): string {
  const moved = (row: string) => (row === '' || row.startsWith('$') ? row : String(Number(row) + rows));
  return rewritten(
    formula,
    ({ prefix, first, firstRow, last, lastRow }) =>
      `${prefix}${first}${moved(firstRow)}${last === undefined ? '' : `:${last}${moved(lastRow)}`}`,
  );
}
