import { lazily } from '../../base/lazily.ts';
import type { Text } from '../../i18n/language.ts';
import { FormulaProblem, inOneSentence, type LazyEnvironment, sentenceLanguage } from './environment.ts';
import { filledHeight, type Matrix, toMatrix, transposed } from './matrix.ts';
import { parameterName } from './parameter-names.ts';
import type { Param } from './params.ts';
import { formsOf, type ParamColumn, readParam } from './read-param.ts';

export type Value = number | string | boolean;
export type FormulaResult = Value | readonly (readonly Value[])[];

export type RowValue = number | string | undefined;

/** A formula that works row by row. */
export interface RowWork {
  readonly name: string;
  readonly params: readonly Param[];
  /** One row's result from its values in the order of `params`; an optional value that is blank is `undefined`. */
  readonly evaluate: (values: readonly RowValue[], environment: LazyEnvironment) => Value | undefined;
}

/**
 * Calls it as Sheets does: with scalars it throws its problem as one sentence, with ranges each row carries its own.
 * @returns a scalar, or as many rows as the ranges have down to the last filled one; a row where the arguments are rows
 */
export function callRows(work: RowWork, args: readonly unknown[], environment: LazyEnvironment): FormulaResult {
  return inOneSentence(environment, () => {
    const groups = assignArguments(work, args);
    const matrices = groups.flatMap(({ matrices }) => matrices);
    const isAcross = isRowCall(groups);
    const height = commonHeight(work, isAcross ? matrices.map(transposed) : matrices);
    const forms = lazily(() => formsOf(groups));
    const columns = groups.map(({ param, matrices }) =>
      readParam(work.name, param, isAcross ? matrices.map(transposed) : matrices, height, environment, forms),
    );
    const isSingle = groups.every(({ matrices, param }) =>
      matrices.every((matrix) => matrix.isScalar || (param.isSum && matrix.height === 1)),
    );
    const values = new Array<RowValue>(columns.length);
    const resultOf = (row: number): Value => {
      const outcome = evaluateRow(work, columns, values, row, environment);
      if (isSingle && typeof outcome === 'object') throw new FormulaProblem(outcome);
      return typeof outcome === 'object' ? outcome[sentenceLanguage(environment)] : outcome;
    };
    if (height === 0) return '';
    if (isSingle) return resultOf(0);
    const results = new Array<Value[]>(height);
    for (let row = 0; row < height; row++) results[row] = [resultOf(row)];
    return isAcross ? [results.flat()] : results;
  });
}

/** @param values room for the row's values, filled anew for every row */
function evaluateRow(
  { name, params, evaluate }: RowWork,
  columns: readonly ParamColumn[],
  values: RowValue[],
  row: number,
  environment: LazyEnvironment,
): Value | Text {
  let isBlankRow = false;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as ParamColumn;
    const place = column.isConstant ? 0 : row;
    const problem = column.problems.size > 0 ? column.problems.get(place) : undefined;
    if (problem) return problem;
    const value = column.values[place];
    const isKnown = typeof value === 'number' ? !Number.isNaN(value) : value !== undefined;
    if (!isKnown && !params[index]?.isOptional) isBlankRow = true;
    values[index] = isKnown ? value : undefined;
  }
  if (isBlankRow) return '';
  try {
    const result = evaluate(values, environment);
    if (typeof result !== 'number') return result ?? '';
    return Number.isFinite(result)
      ? result
      : { en: `${name} has no finite result for these numbers`, ru: `${name}: для этих чисел результата нет` };
  } catch (problem) {
    if (problem instanceof FormulaProblem) return problem.sentence;
    throw problem;
  }
}

interface Group {
  readonly param: Param;
  readonly matrices: readonly Matrix[];
}

/** Gives every argument to its parameter; a summed first parameter takes all but the fixed ones at the end. */
function assignArguments({ name, params }: RowWork, args: readonly unknown[]): readonly Group[] {
  requireArguments(name, params, args.length);
  const isSum = params[0]?.isSum ?? false;
  const summed = isSum ? args.length - params.length + 1 : 1;
  return params.map((param, index) => {
    const own = index === 0 ? args.slice(0, summed) : args.slice(index - 1 + summed, index + summed);
    return { param, matrices: own.map(toMatrix) };
  });
}

/** Whether so many arguments came as the parameters need; the sentence names the first that lacks. */
export function requireArguments(name: string, params: readonly Param[], came: number): void {
  const required = params.filter(({ isOptional }) => !isOptional).length;
  if (came < required) {
    const missing = params[came]?.name ?? '';
    throw new FormulaProblem({
      en: `${name} requires ${missing}: pass ${required} ${required === 1 ? 'argument' : 'arguments'}, not ${came}`,
      ru: `${name}: не хватает аргумента «${parameterName(missing, 'ru')}»: нужно ${required}, а передано ${came}`,
    });
  }
  if (params[0]?.isSum || came <= params.length) return;
  throw new FormulaProblem({
    en: `${name} takes ${params.length} arguments at most, not ${came}`,
    ru: `${name}: аргументов не больше ${params.length}, а передано ${came}`,
  });
}

/** One row of cells per argument instead of columns: the result then runs across too. */
function isRowCall(groups: readonly Group[]): boolean {
  const wide = groups
    .flatMap(({ param, matrices }) => matrices.map((matrix) => ({ param, matrix })))
    .filter(({ matrix }) => !matrix.isScalar);
  return wide.length > 0 && wide.every(({ param, matrix }) => !param.isSum && matrix.height === 1);
}

/** Rows to compute: down to the last filled row of any range; every range must reach it. */
function commonHeight({ name }: RowWork, matrices: readonly Matrix[]): number {
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
