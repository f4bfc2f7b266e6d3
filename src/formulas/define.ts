import { type Cell, cleanText, isBlank, isEmpty, quoteCell } from '../base/cells.ts';
import { type DateOrder, readDates } from '../base/dates.ts';
import { asShares, CellState, type DecimalMark, readNumbers } from '../base/numbers.ts';
import type { Zone } from '../base/zone.ts';
import { type Language, languageOf, type Text } from '../i18n/language.ts';

/** What a formula may know of the spreadsheet it stands in. */
export interface Environment {
  /** The spreadsheet's locale, such as `ru_RU`: decides ambiguous numbers and dates, and the language of sentences. */
  readonly locale: string;
  readonly zone: Zone;
}

/** Asked for only when needed, since answering costs a service call. */
export type LazyEnvironment = () => Environment;

type ParamKind = 'number' | 'share' | 'date' | 'text' | 'range';

export interface Param {
  readonly name: string;
  readonly kind: ParamKind;
  readonly about: Text;
  readonly isOptional: boolean;
  /** Several columns, and further ranges before the last argument, are summed row by row. */
  readonly isSum: boolean;
  /** Counts of things: `12,400` is twelve thousand. */
  readonly isWhole: boolean;
  readonly above?: number;
  readonly atLeast?: number;
}

type Value = number | string | boolean;
export type FormulaResult = Value | readonly (readonly Value[])[];

export interface Example {
  readonly formula: string;
  readonly arguments: readonly unknown[];
  readonly result: unknown;
}

/** A custom function: what Sheets shows of it, and the call that Sheets makes. */
export interface Formula {
  readonly name: string;
  /** One sentence a marketer understands; it states the denominator or the clock. */
  readonly summary: Text;
  readonly params: readonly Param[];
  readonly returns: string;
  readonly examples: readonly Example[];
  /** Arguments as Sheets hands them over: scalars and n×m ranges. Throws one plain sentence; a row of a range carries its own. */
  readonly call: (args: readonly unknown[], environment: LazyEnvironment) => FormulaResult;
}

interface ParamOptions {
  readonly optional?: boolean;
  readonly above?: number;
  readonly atLeast?: number;
}

const param =
  (kind: ParamKind, isSum = false, isWhole = false) =>
  (name: string, about: Text, { optional = false, ...limits }: ParamOptions = {}): Param => ({
    name,
    kind,
    about,
    isOptional: optional,
    isSum,
    isWhole,
    ...limits,
  });

/** A number per row: scalar or n×1 range. */
export const num = param('number');
/** A count of people or things per row: scalar or n×1 range. */
export const count = param('number', false, true);
/** Counts summed row by row: scalar or n×m range, any number of such arguments. */
export const counts = param('number', true, true);
/** A part from 0 to 1 per row, also `45 %`, or a whole column in percent. */
export const share = param('share');
/** A date or date-time per row. */
export const date = param('date');
/** One text for all rows. */
export const text = param('text');
/** A whole n×m range, handed over as it is. */
export const range = param('range');

/** A sentence for the user in place of a result. */
export class FormulaProblem extends Error {
  constructor(readonly sentence: Text) {
    super(sentence.en);
  }
}

/** A range argument, row by row; a single cell is 1×1 and stands for every row. */
export interface Matrix {
  readonly rows: readonly (readonly Cell[])[];
  readonly height: number;
  readonly width: number;
  readonly isScalar: boolean;
}

/** Any argument as a rectangle: Sheets sends a lone cell as a scalar, a range as rows of cells. */
export function toMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return { rows: [[argument as Cell]], height: 1, width: 1, isScalar: true };
  const rows: readonly (readonly Cell[])[] = argument.every(Array.isArray)
    ? argument
    : argument.map((row) => (Array.isArray(row) ? row : [row]));
  let width = 0;
  for (const row of rows) if (row.length > width) width = row.length;
  return { rows, height: rows.length, width, isScalar: rows.length === 1 && width === 1 };
}

/** Rows down to the last one with anything in it: `A2:A` is as tall as the sheet. */
export function filledHeight({ rows }: Matrix): number {
  let height = rows.length;
  while (height > 0 && (rows[height - 1] ?? []).every(isEmpty)) height--;
  return height;
}

type RowValue = number | string | undefined;

interface RowFormula extends Omit<Formula, 'call'> {
  /** One row's result from its values in the order of `params`; an optional value that is blank is `undefined`. */
  readonly evaluate: (values: readonly RowValue[], environment: LazyEnvironment) => Value | undefined;
}

/** Declares a formula that works row by row. Ranges, blanks and bad cells are handled here and nowhere else. */
export function defineFormula({ evaluate, ...descriptor }: RowFormula): Formula {
  return { ...descriptor, call: (args, environment) => callRows(descriptor, evaluate, args, environment) };
}

interface WholeFormula extends Omit<Formula, 'call'> {
  /** The whole call at once. Throws a `FormulaProblem`. */
  readonly evaluate: (args: readonly Matrix[], environment: LazyEnvironment) => FormulaResult;
}

/** Declares a formula that needs whole ranges at once. */
export function defineWholeFormula({ evaluate, ...descriptor }: WholeFormula): Formula {
  return {
    ...descriptor,
    call: (args, environment) => inOneSentence(environment, () => evaluate(trimmed(args).map(toMatrix), environment)),
  };
}

/** Optional arguments left out at the end, or skipped, arrive as `undefined` or `''`. */
function trimmed(args: readonly unknown[]): readonly unknown[] {
  let length = args.length;
  while (length > 0 && args[length - 1] === undefined) length--;
  return args.slice(0, length);
}

function inOneSentence<Result>(environment: LazyEnvironment, work: () => Result): Result {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof FormulaProblem) throw new Error(problem.sentence[sentenceLanguage(environment)]);
    throw problem;
  }
}

const sentenceLanguage = (environment: LazyEnvironment): Language => languageOf(environment().locale);

/** Reads one cell of a prepared column: its value, `undefined` when blank, or a problem. */
type ReadRow = (row: number) => RowValue | FormulaProblem;

function callRows(
  descriptor: Omit<Formula, 'call'>,
  evaluate: RowFormula['evaluate'],
  args: readonly unknown[],
  environment: LazyEnvironment,
): FormulaResult {
  return inOneSentence(environment, () => {
    const groups = assignArguments(descriptor, trimmed(args));
    const matrices = groups.flatMap(({ matrices }) => matrices);
    const isAcross = isRowCall(groups);
    const height = commonHeight(descriptor, isAcross ? matrices.map(transposed) : matrices);
    const readers = groups.map((group) =>
      prepare(descriptor.name, isAcross ? { ...group, matrices: group.matrices.map(transposed) } : group, height, environment),
    );
    const isSingle = groups.every(({ matrices, param }) =>
      matrices.every((matrix) => matrix.isScalar || (param.isSum && matrix.height === 1)),
    );
    const values = new Array<RowValue>(readers.length);
    const results = new Array<Value>(height);
    for (let row = 0; row < height; row++) {
      const outcome = evaluateRow(descriptor, evaluate, readers, values, row, environment);
      if (isSingle && outcome instanceof FormulaProblem) throw outcome;
      results[row] = outcome instanceof FormulaProblem ? outcome.sentence[sentenceLanguage(environment)] : outcome;
    }
    if (isSingle) return results[0] ?? '';
    if (results.length === 0) return '';
    return isAcross ? [results] : results.map((result) => [result]);
  });
}

interface Group {
  readonly param: Param;
  readonly matrices: readonly Matrix[];
}

/** Gives every argument to its parameter; a summed first parameter takes all but the fixed ones at the end. */
function assignArguments({ name, params }: Omit<Formula, 'call'>, args: readonly unknown[]): readonly Group[] {
  const required = params.filter(({ isOptional }) => !isOptional).length;
  if (args.length < required) {
    const missing = params[args.length]?.name ?? '';
    throw new FormulaProblem({
      en: `${name} requires ${missing}: pass ${required} arguments, not ${args.length}`,
      ru: `${name}: не хватает аргумента ${missing}, нужно ${required}, а передано ${args.length}`,
    });
  }
  const isSum = params[0]?.isSum ?? false;
  if (!isSum && args.length > params.length) throw tooMany(name, params.length, args.length);
  const summed = isSum ? args.length - params.length + 1 : 1;
  return params.map((param, index) => {
    const own = index === 0 ? args.slice(0, summed) : args.slice(index - 1 + summed, index + summed);
    return { param, matrices: own.map(toMatrix) };
  });
}

const tooMany = (name: string, most: number, came: number) =>
  new FormulaProblem({
    en: `${name} takes ${most} arguments at most, not ${came}`,
    ru: `${name}: аргументов не больше ${most}, а передано ${came}`,
  });

/** One row of cells per argument instead of columns: the result then runs across too. */
function isRowCall(groups: readonly Group[]): boolean {
  const wide = groups
    .flatMap(({ param, matrices }) => matrices.map((matrix) => ({ param, matrix })))
    .filter(({ matrix }) => !matrix.isScalar);
  return wide.length > 0 && wide.every(({ param, matrix }) => !param.isSum && matrix.height === 1);
}

function transposed({ rows, height, width, isScalar }: Matrix): Matrix {
  return { rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column])), height: width, width: height, isScalar };
}

/** Rows to compute: down to the last filled row of any range; every range must reach it. */
function commonHeight({ name }: Omit<Formula, 'call'>, matrices: readonly Matrix[]): number {
  const ranges = matrices.filter(({ isScalar, height }) => !isScalar && height > 1);
  if (ranges.length === 0) return 1;
  const filled = Math.max(...ranges.map(filledHeight));
  const shortest = Math.min(...ranges.map(({ height }) => height));
  if (shortest < filled) {
    throw new FormulaProblem({
      en: `${name} requires ranges of the same height, not ${shortest} and ${Math.max(...ranges.map(({ height }) => height))} rows`,
      ru: `${name}: диапазоны должны быть одной высоты, а не ${shortest} и ${Math.max(...ranges.map(({ height }) => height))} строк`,
    });
  }
  return filled;
}

/** @param values room for the row's values, filled anew for every row */
function evaluateRow(
  { name, params }: Omit<Formula, 'call'>,
  evaluate: RowFormula['evaluate'],
  readers: readonly ReadRow[],
  values: RowValue[],
  row: number,
  environment: LazyEnvironment,
): Value | FormulaProblem {
  let isBlankRow = false;
  for (let index = 0; index < readers.length; index++) {
    const value = readers[index]?.(row);
    if (value instanceof FormulaProblem) return value;
    if (value === undefined && !params[index]?.isOptional) isBlankRow = true;
    values[index] = value;
  }
  if (isBlankRow) return '';
  try {
    const result = evaluate(values, environment);
    if (typeof result !== 'number') return result ?? '';
    return Number.isFinite(result)
      ? result
      : new FormulaProblem({ en: `${name} has no finite result for these numbers`, ru: `${name}: для этих чисел результата нет` });
  } catch (problem) {
    if (problem instanceof FormulaProblem) return problem;
    throw problem;
  }
}

/** Reads a parameter's columns once and answers row by row. */
function prepare(name: string, { param, matrices }: Group, height: number, environment: LazyEnvironment): ReadRow {
  const columns = matrices.flatMap((matrix) => {
    if (!param.isSum && matrix.width > 1) {
      throw new FormulaProblem({
        en: `${name} requires ${param.name} in one column, not ${matrix.width}`,
        ru: `${name}: для ${param.name} нужна одна колонка, а не ${matrix.width}`,
      });
    }
    return Array.from({ length: matrix.width }, (_, column) => {
      const isConstant = matrix.height === 1;
      return prepareColumn(name, param, columnOf(matrix, column, isConstant ? 1 : height), isConstant, environment);
    });
  });
  if (!param.isSum) return columns[0] ?? (() => undefined);
  return (row) => {
    let sum: number | undefined;
    for (const read of columns) {
      const value = read(row);
      if (value instanceof FormulaProblem) return value;
      if (typeof value === 'number') sum = (sum ?? 0) + value;
    }
    return sum;
  };
}

/** The first so many cells of one column. */
export function columnOf({ rows }: Matrix, column: number, height: number): readonly Cell[] {
  const cells = new Array<Cell>(height);
  for (let row = 0; row < height; row++) cells[row] = rows[row]?.[column];
  return cells;
}

function prepareColumn(name: string, param: Param, cells: readonly Cell[], isConstant: boolean, environment: LazyEnvironment): ReadRow {
  const at = (row: number) => (isConstant ? 0 : row);
  if (param.kind === 'text' || param.kind === 'range') {
    return (row) => (isBlank(cells[at(row)]) ? undefined : cleanText(cells[at(row)]));
  }
  const { values, states, percentSigned } = readKind(param, cells, isConstant, environment);
  const { above = Number.NEGATIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = param;
  return (row) => {
    const index = at(row);
    const state = states[index];
    if (state === CellState.blank) return undefined;
    const value = values[index] ?? Number.NaN;
    const isOddPercent = param.kind === 'number' && percentSigned?.[index] === 1;
    return state === CellState.read && value > above && value >= atLeast && !isOddPercent ? value : notReadable(name, param, cells[index]);
  };
}

function readKind(param: Param, cells: readonly Cell[], isConstant: boolean, environment: LazyEnvironment) {
  if (param.kind === 'date') {
    const clock = { toWall: (instant: number) => environment().zone.toWall(instant) };
    const read = readDates(cells, { clock });
    const dates = read.decidedBy === 'undecided' ? readDates(cells, { clock, fallbackOrder: dateOrderOf(environment().locale) }) : read;
    return { ...dates, percentSigned: undefined };
  }
  const first = readNumbers(cells, { wholeNumbers: param.isWhole });
  const numbers =
    first.decidedBy === 'undecided'
      ? readNumbers(cells, { wholeNumbers: param.isWhole, fallbackMark: decimalMarkOf(environment().locale) })
      : first;
  if (param.kind !== 'share') return numbers;
  // A single cell above 1 without a percent sign says nothing of its unit; a whole column does.
  const isLoneAboveOne = isConstant && numbers.percentSigned[0] === 0 && (numbers.values[0] ?? 0) > 1;
  return isLoneAboveOne ? { ...numbers, states: Uint8Array.of(CellState.unreadable) } : asShares(numbers);
}

/** What a parameter needs, as the sentence says it. */
function needOf({ kind, above, atLeast }: Param): Text {
  if (kind === 'date') return { en: 'as a date', ru: 'датой' };
  if (kind === 'share') return { en: 'from 0 to 1 or with a % sign', ru: 'от 0 до 1 или со знаком %' };
  if (above !== undefined) return { en: `above ${above}`, ru: `больше ${above}` };
  if (atLeast !== undefined) return { en: `of at least ${atLeast}`, ru: `не меньше ${atLeast}` };
  return { en: 'as a number', ru: 'числом' };
}

function notReadable(name: string, param: Param, cell: Cell): FormulaProblem {
  const need = needOf(param);
  const came = quoteCell(cell);
  return new FormulaProblem({
    en: `${name} requires ${param.name} ${need.en}, not "${came}"`,
    ru: `${name}: нужно ${param.name} ${need.ru}, а не «${came}»`,
  });
}

/** The decimal mark of a spreadsheet locale. */
export function decimalMarkOf(locale: string): DecimalMark {
  try {
    return new Intl.NumberFormat(locale.replace('_', '-')).format(1.5).indexOf(',') >= 0 ? ',' : '.';
  } catch {
    return '.';
  }
}

/** The order of day and month in numeric dates of a spreadsheet locale: month first in the United States and a few others. */
export function dateOrderOf(locale: string): DateOrder {
  return /^(en[_-](US|PH)|fil|es[_-]PA)/i.test(locale) || locale === 'en' ? 'month-first' : 'day-first';
}
