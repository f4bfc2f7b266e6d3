import type { Text } from '../../i18n/language.ts';
import { callRows, type FormulaResult, type RowWork } from './call-rows.ts';
import { inOneSentence, type LazyEnvironment } from './environment.ts';
import { type Matrix, toMatrix } from './matrix.ts';
import type { Param } from './params.ts';

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

interface RowFormula extends Omit<Formula, 'call'>, RowWork {}

/** Declares a formula that works row by row. Ranges, blanks and bad cells are handled in `callRows` and nowhere else. */
export function defineFormula({ evaluate, ...descriptor }: RowFormula): Formula {
  const work = { name: descriptor.name, params: descriptor.params, evaluate };
  return { ...descriptor, call: (args, environment) => callRows(work, trimmed(args), environment) };
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
