import type { Text } from '../../i18n/language.ts';

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
