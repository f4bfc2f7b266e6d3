import { isBlank } from '../../base/cells.ts';
import type { Text } from '../../i18n/language.ts';
import { callRows, type FormulaResult, type RowValue, requireArguments, type Value } from './call-rows.ts';
import { FormulaProblem, inOneSentence, type LazyEnvironment } from './environment.ts';
import { type Matrix, toMatrix } from './matrix.ts';
import type { Param, Params, ValuesOf } from './params.ts';
import { readParam } from './read-param.ts';

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

/** Params are `const`, so that each value of `evaluate` has the type of its own parameter. */
interface RowFormula<P extends Params> extends Omit<Formula, 'call' | 'params'> {
  readonly params: P;
  /** One row's result; `undefined` is a blank cell. A row that lacks a required value is blank without being asked. */
  readonly evaluate: (values: ValuesOf<P>, environment: LazyEnvironment) => Value | undefined;
}

/** Declares a formula that works row by row. Ranges, blanks and bad cells are handled in `callRows` and nowhere else. */
export function defineFormula<const P extends Params>({ evaluate, ...descriptor }: RowFormula<P>): Formula {
  const { name, params } = descriptor;
  // What is read for a parameter is of the parameter's type: `readParam` goes by the same `kind`.
  const work = { name, params, evaluate: evaluate as unknown as Parameters<typeof callRows>[0]['evaluate'] };
  return { ...descriptor, call: (args, environment) => callRows(work, trimmed(args), environment) };
}

interface WholeFormula<P extends Params> extends Omit<Formula, 'call' | 'params'> {
  readonly params: P;
  /** The whole call at once; what is optional and has no filled cell is `undefined`. Throws a `FormulaProblem`. */
  readonly evaluate: (args: ValuesOf<P>, environment: LazyEnvironment) => FormulaResult;
}

/** Declares a formula that needs whole ranges at once. */
export function defineWholeFormula<const P extends Params>({ evaluate, ...descriptor }: WholeFormula<P>): Formula {
  const { name, params } = descriptor;
  const whole = (given: readonly unknown[], environment: LazyEnvironment) => {
    const args = trimmed(given);
    requireArguments(name, params, args.length);
    const values = params.map((param, place) => {
      const matrix = toMatrix(args[place]);
      if (param.isOptional && isAllBlank(matrix)) return undefined;
      return param.kind === 'range' ? matrix : oneValue(name, param, matrix, environment);
    });
    return evaluate(values as unknown as ValuesOf<P>, environment);
  };
  return { ...descriptor, call: (args, environment) => inOneSentence(environment, () => whole(args, environment)) };
}

/** What a parameter's first cell holds; `undefined` for a word that stands for nothing, such as `-`. */
function oneValue(name: string, param: Param, { rows }: Matrix, environment: LazyEnvironment): RowValue {
  const { values, problems } = readParam(name, param, [toMatrix(rows[0]?.[0])], 1, environment);
  const problem = problems.get(0);
  if (problem) throw new FormulaProblem(problem);
  const [value] = values;
  return Number.isNaN(value) ? undefined : value;
}

const isAllBlank = ({ rows }: Matrix) => rows.every((row) => row.every(isBlank));

/** Optional arguments left out at the end, or skipped, arrive as `undefined` or `''`. */
function trimmed(args: readonly unknown[]): readonly unknown[] {
  let length = args.length;
  while (length > 0 && args[length - 1] === undefined) length--;
  return args.slice(0, length);
}
