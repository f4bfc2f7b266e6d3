import type { Text } from '../../i18n/language.ts';
import type { Matrix } from './matrix.ts';

type ParamKind = 'number' | 'share' | 'date' | 'text' | 'range';

/** What one argument may be. */
export interface Param<Value = unknown, IsSum extends boolean = boolean> {
  readonly name: string;
  readonly kind: ParamKind;
  readonly about: Text;
  readonly isOptional: boolean;
  /** Several columns, and further ranges before the last argument, are summed row by row. */
  readonly isSum: IsSum;
  /** Counts of things: `12,400` is twelve thousand. */
  readonly isWhole: boolean;
  readonly above?: number;
  readonly atLeast?: number;
  /** Never there: the type of what `evaluate` is handed for it. */
  readonly value?: Value;
}

/** The parameters of a formula, in order; only the first may take any number of arguments, for the others are told from the end. */
export type Params = readonly [] | readonly [Param, ...Param<unknown, false>[]];

/** What `evaluate` is handed: one value a parameter. */
export type ValuesOf<P extends readonly Param[]> = { readonly [Place in keyof P]: P[Place] extends Param<infer Value> ? Value : never };

interface Limits {
  readonly above?: number;
  readonly atLeast?: number;
}

/** How to declare a parameter whose values are of one type: with `optional` it may be left out, skipped or blank. */
interface Declare<Value, IsSum extends boolean = false> {
  (name: string, about: Text, options: Limits & { readonly optional: true }): Param<Value | undefined, IsSum>;
  (name: string, about: Text, options?: Limits): Param<Value, IsSum>;
}

const param =
  <IsSum extends boolean>(kind: ParamKind, isSum: IsSum, isWhole = false) =>
  (name: string, about: Text, { optional = false, ...limits }: Limits & { readonly optional?: boolean } = {}) => ({
    name,
    kind,
    about,
    isOptional: optional,
    isSum,
    isWhole,
    ...limits,
  });

/** A number per row: scalar or n×1 range. */
export const num: Declare<number> = param('number', false);
/** A count of people or things per row: scalar or n×1 range. */
export const count: Declare<number> = param('number', false, true);
/** Counts summed row by row: scalar or n×m range, any number of such arguments. */
export const counts: Declare<number, true> = param('number', true, true);
/** A part from 0 to 1 per row, also `45 %`, or a whole column in percent. */
export const share: Declare<number> = param('share', false);
/** A date or date-time per row, as wall time. */
export const date: Declare<number> = param('date', false);
/** One text for all rows. */
export const text: Declare<string> = param('text', false);
/** A whole n×m range, handed over as it is. */
export const range: Declare<Matrix> = param('range', false);
