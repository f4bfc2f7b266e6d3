import type { Language } from '../../i18n/language.ts';
import type { Book } from '../book/book.ts';
import type { Area, Rule, Value } from '../book/parts.ts';
import { columnNumber } from '../book/references.ts';
import type { SheetModel } from '../book/sheet.ts';
import { wrappedLines } from '../book/wrapped.ts';
import { usesCustomFunction } from '../custom-functions.ts';

/** What the page is shown of the workbook: plain JSON, made anew whenever something changed. */
export interface BookView {
  readonly fileName: string;
  readonly language: Language;
  readonly locale: string;
  readonly timeZone: string;
  readonly activeSheet: string;
  readonly sheets: readonly SheetView[];
}

export interface SheetView {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly isHidden: boolean;
  /** Column, from 0 → width in pixels. */
  readonly widths: Readonly<Record<number, number>>;
  /** Row, from 0 → height in pixels, where it is not the usual one. */
  readonly heights: Readonly<Record<number, number>>;
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
  readonly cells: readonly CellView[];
}

/**
 * One cell that is not empty or not plain. Rows and columns count from 0; a date is its wall time. What our own functions and spilling
 * formulas give is left to the grid; every other formula keeps the value its file has, for the grid knows fewer functions and numbers.
 */
export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly value?: string | number | boolean;
  readonly wall?: number;
  readonly formula?: string;
  readonly background?: string;
  readonly isBold?: boolean;
  readonly isWrapped?: boolean;
  readonly isAtTop?: boolean;
  readonly numberFormat?: string;
}

export function viewOf(book: Book, fileName: string, language: Language): BookView {
  return {
    fileName,
    language,
    locale: book.locale,
    timeZone: book.timeZone,
    activeSheet: (book.activeSheet ?? book.sheets[0])?.name ?? '',
    sheets: book.sheets.map(sheetView),
  };
}

/** The format of text, of which the grid would warn in every cell. */
const PLAIN_TEXT = '@';

/** Room below and to the right for the user to type in. */
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 6;

function sheetView(sheet: SheetModel): SheetView {
  const looks = conditionalLooks(sheet);
  const cells = sheet.rows.flatMap(({ values, extras }, row) => {
    const length = Math.max(values.length, extras.length, looks.columns);
    return Array.from({ length }, (_, column): CellView | undefined => {
      const { formula, style, isSpilled } = extras[column] ?? {};
      const look = looks.at(row + 1, column + 1);
      const background = look.background ?? style?.background;
      const isBold = look.isBold || style?.bold;
      const isFresh = isSpilled || (formula !== undefined && (usesCustomFunction(formula) || isSpilledOver(sheet, row, column)));
      const shown = isFresh ? undefined : shownValue(values[column]);
      const numberFormat = style?.numberFormat === PLAIN_TEXT ? undefined : style?.numberFormat;
      if (!shown && formula === undefined && background === undefined && numberFormat === undefined) return undefined;
      return {
        row,
        column,
        ...shown,
        ...(formula === undefined ? {} : { formula }),
        ...(background === undefined ? {} : { background }),
        ...(isBold ? { isBold: true } : {}),
        ...(style?.wrap ? { isWrapped: true } : {}),
        ...(style?.verticalAlign === 'top' ? { isAtTop: true } : {}),
        ...(numberFormat === undefined ? {} : { numberFormat }),
      };
    }).filter((cell) => cell !== undefined);
  });
  return {
    name: sheet.name,
    rows: Math.max(sheet.rows.length + SPARE_ROWS, 60),
    columns: Math.max(sheet.lastColumn() + SPARE_COLUMNS, 20),
    frozenRows: sheet.frozenRows,
    isHidden: sheet.isHidden,
    widths: Object.fromEntries(sheet.columns.flatMap(({ width }, column) => (width === undefined ? [] : [[column, width]]))),
    heights: Object.fromEntries(
      sheet.rows.flatMap((_, row) => {
        const height = heightOf(sheet, row + 1);
        return height === undefined ? [] : [[row, height]];
      }),
    ),
    merges: sheet.merges,
    hiddenRows: sheet.rows.flatMap(({ isHidden }, row) => (isHidden ? [row] : [])),
    cells,
  };
}

/** In pixels. */
const LINE_HEIGHT = 18;

function heightOf(sheet: SheetModel, row: number): number | undefined {
  const lines = wrappedLines(sheet, row);
  return sheet.rows[row - 1]?.height ?? (lines > 1 ? lines * LINE_HEIGHT : undefined);
}

/** Whether the cell's formula fills cells below or beside it. */
const isSpilledOver = (sheet: SheetModel, row: number, column: number) =>
  Boolean(sheet.extra(row + 2, column + 1)?.isSpilled || sheet.extra(row + 1, column + 2)?.isSpilled);

function shownValue(value: Value | undefined): Pick<CellView, 'value' | 'wall'> | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return typeof value === 'object' ? { wall: value.wall } : { value };
}

interface Looks {
  readonly columns: number;
  at(row: number, column: number): { readonly background: string | undefined; readonly isBold: boolean };
}

/** Our own conditional formats as Sheets would draw them: the first rule that holds gives the colour, any rule may make it bold. */
function conditionalLooks(sheet: SheetModel): Looks {
  const rules = sheet.rules.flatMap((rule) => {
    const holds = conditionOf(sheet, rule);
    return holds ? [{ rule, holds }] : [];
  });
  const columns = Math.max(0, ...rules.flatMap(({ rule }) => rule.areas.map((area) => area.column + area.columns - 1)));
  const covers = (rule: Rule, row: number, column: number) =>
    rule.areas.some(
      (area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
  return {
    columns,
    at: (row, column) => {
      const holding = rules.filter(({ rule, holds }) => covers(rule, row, column) && holds(row));
      const background = holding.find(({ rule }) => rule.background)?.rule.background;
      return { background, isBold: holding.some(({ rule }) => rule.bold === true) };
    },
  };
}

/**
 * Reads a rule of ours: `=(LEFT($M2)="3")+N("smm-audit")`, a sum of comparisons of `$M2` with whole lists of patterns, or `=1+N("smm-audit")`,
 * which holds always.
 */
function conditionOf(sheet: SheetModel, { formula, areas }: Rule): ((row: number) => boolean) | undefined {
  if (formula === '=1+N("smm-audit")') return () => true;
  const cell = formula?.includes('N("smm-audit")') ? /\$([A-Z]+)(\d+)/.exec(formula) : null;
  if (!formula || !cell) return undefined;
  const column = columnNumber(cell[1] ?? '');
  const isTint = formula.startsWith('=(LEFT(');
  const wanted = new Set([...formula.matchAll(/="([^"]+)"/g)].map(([, list]) => list ?? ''));
  const first = Math.min(...areas.map(({ row }) => row));
  const offset = Number(cell[2]) - first;
  return (row) => {
    const value = String(sheet.value(row + offset, column) ?? '');
    return value !== '' && wanted.has(isTint ? value.slice(0, 1) : value);
  };
}
