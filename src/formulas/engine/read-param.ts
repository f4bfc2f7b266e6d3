import { type Cell, cleanText, isBlank, quoteCell } from '../../base/cells.ts';
import { type DateOrder, readDates } from '../../base/dates.ts';
import { asShares, CellState, type DecimalMark, readNumbers } from '../../base/numbers.ts';
import type { Text } from '../../i18n/language.ts';
import { dateOrderOf, decimalMarkOf, FormulaProblem, type LazyEnvironment } from './environment.ts';
import { columnsOf, type Matrix } from './matrix.ts';
import { inArgument } from './parameter-names.ts';
import type { Param } from './params.ts';

/** A parameter's values, row by row. */
export interface ParamColumn {
  /** `NaN` or `undefined` where nothing is known. */
  readonly values: Float64Array | readonly (string | undefined)[];
  /** Rows whose cell does not do, and what to say of it. */
  readonly problems: ReadonlyMap<number, Text>;
  /** One cell, which stands for every row. */
  readonly isConstant: boolean;
}

const absent: ParamColumn = { values: [undefined], problems: new Map(), isConstant: true };

/** How the cells of a call that decide it are written; it serves those that admit two readings. */
export interface CallForms {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
}

/** What all dates and all numbers of a call together say of the order of day and month and of the decimal mark. */
export function formsOf(args: readonly { readonly param: Param; readonly matrices: readonly Matrix[] }[]): CallForms {
  const cellsOf = (isMeant: (param: Param) => boolean) =>
    args.flatMap(({ param, matrices }) => (isMeant(param) ? matrices.flatMap((matrix) => columnsOf(matrix, matrix.height).flat()) : []));
  const dates = readDates(
    cellsOf(({ kind }) => kind === 'date'),
    { clock: { toWall: (instant) => instant } },
  );
  const numbers = readNumbers(cellsOf(({ kind }) => kind === 'number' || kind === 'share'));
  return {
    dateOrder: dates.decidedBy === 'cells' ? dates.order : undefined,
    decimalMark: numbers.decidedBy === 'cells' ? numbers.decimalMark : undefined,
  };
}

/** Reads a parameter's columns once; those of a sum are added up row by row. */
export function readParam(
  name: string,
  param: Param,
  matrices: readonly Matrix[],
  height: number,
  environment: LazyEnvironment,
  forms: () => CallForms = () => ({}),
): ParamColumn {
  const columns = matrices.flatMap((matrix) => {
    if (!param.isSum && matrix.width > 1) {
      throw new FormulaProblem({
        en: `${name} requires ${param.name} in one column, not ${matrix.width}`,
        ru: `${name}: ${inArgument(param.name)} нужна одна колонка, а не ${matrix.width}`,
      });
    }
    const isConstant = matrix.height === 1;
    return columnsOf(matrix, isConstant ? 1 : height).map((cells) => readColumn(name, param, cells, isConstant, environment, forms));
  });
  return param.isSum ? sumOf(columns, height) : (columns[0] ?? absent);
}

/** The known values of each row; unknown where no column knows one. */
function sumOf(columns: readonly ParamColumn[], height: number): ParamColumn {
  const [only, ...others] = columns;
  if (only && others.length === 0) return only;
  const isConstant = columns.every((column) => column.isConstant);
  const values = new Float64Array(isConstant ? 1 : height).fill(Number.NaN);
  const problems = new Map<number, Text>();
  for (const column of columns) {
    // What is summed is numbers.
    const own = column.values as Float64Array;
    for (let row = 0; row < values.length; row++) {
      const value = own[column.isConstant ? 0 : row] ?? Number.NaN;
      const sum = values[row] ?? Number.NaN;
      if (!Number.isNaN(value)) values[row] = Number.isNaN(sum) ? value : sum + value;
    }
    if (column.problems.size === 0) continue;
    for (let row = 0; row < values.length; row++) {
      const problem = column.problems.get(column.isConstant ? 0 : row);
      if (problem && !problems.has(row)) problems.set(row, problem);
    }
  }
  return { values, problems, isConstant };
}

function readColumn(
  name: string,
  param: Param,
  cells: readonly Cell[],
  isConstant: boolean,
  environment: LazyEnvironment,
  forms: () => CallForms,
): ParamColumn {
  const problems = new Map<number, Text>();
  if (param.kind === 'text' || param.kind === 'range')
    return { values: cells.map((cell) => (isBlank(cell) ? undefined : cleanText(cell))), problems, isConstant };
  const { values, states, percentSigned } = readKind(param, cells, isConstant, environment, forms);
  const { above = Number.NEGATIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = param;
  for (let row = 0; row < values.length; row++) {
    if (states[row] === CellState.blank) continue;
    const value = values[row] ?? Number.NaN;
    const isOddPercent = param.kind === 'number' && percentSigned?.[row] === 1;
    if (states[row] !== CellState.read || !(value > above && value >= atLeast) || isOddPercent)
      problems.set(row, notReadable(name, param, cells[row]));
  }
  return { values, problems, isConstant };
}

function readKind(param: Param, cells: readonly Cell[], isConstant: boolean, environment: LazyEnvironment, forms: () => CallForms) {
  if (param.kind === 'date') {
    const clock = { toWall: (instant: number) => environment().zone.toWall(instant) };
    const read = readDates(cells, { clock });
    const orderOf = () => forms().dateOrder ?? dateOrderOf(environment().locale);
    const dates = read.decidedBy === 'undecided' ? readDates(cells, { clock, fallbackOrder: orderOf() }) : read;
    return { ...dates, percentSigned: undefined };
  }
  const first = readNumbers(cells, { wholeNumbers: param.isWhole });
  const numbers =
    first.decidedBy === 'undecided'
      ? readNumbers(cells, { wholeNumbers: param.isWhole, fallbackMark: forms().decimalMark ?? decimalMarkOf(environment().locale) })
      : first;
  if (param.kind !== 'share') return numbers;
  // A single cell above 1 without a percent sign says nothing of its unit; a whole column does.
  const isLoneAboveOne = isConstant && numbers.percentSigned[0] === 0 && (numbers.values[0] ?? 0) > 1;
  return isLoneAboveOne ? { ...numbers, states: Uint8Array.of(CellState.unreadable) } : asShares(numbers);
}

/** What a parameter needs, as the sentence says it. */
function needOf({ kind, above, atLeast }: Param): Text {
  if (kind === 'date') return { en: 'as a date', ru: 'нужна дата' };
  if (kind === 'share') return { en: 'from 0 to 1 or with a % sign', ru: 'нужна доля от 0 до 1 или со знаком %' };
  if (above !== undefined) return { en: `above ${above}`, ru: `нужно число больше ${above}` };
  if (atLeast !== undefined) return { en: `of at least ${atLeast}`, ru: `нужно число не меньше ${atLeast}` };
  return { en: 'as a number', ru: 'нужно число' };
}

function notReadable(name: string, param: Param, cell: Cell): Text {
  const need = needOf(param);
  const came = quoteCell(cell);
  return {
    en: `${name} requires ${param.name} ${need.en}, not "${came}"`,
    ru: `${name}: ${inArgument(param.name)} ${need.ru}, а не «${came}»`,
  };
}
