import type { DateColumn } from '../base/dates.ts';
import type { NumberColumn } from '../base/numbers.ts';
import type { RateDefinition } from './reading/rate.ts';

/** How a header was recognised: `given` by the user, letter for letter, after normalising, or by likeness. */
export type Confidence = 'given' | 'exact' | 'normalised' | 'likely';

/** One column of the sheet and what it was taken for. */
export interface ColumnReport {
  /** Position in the sheet, 0 for column A. */
  readonly index: number;
  readonly header: string;
  /** Id of the field; `null` where nothing was recognised or the column was not needed. */
  readonly field: string | null;
  readonly confidence: Confidence | null;
  /** How sure the meaning is, from 0 to 1: the header's likeness and the cells' fit together. Absent where nothing was recognised. */
  readonly certainty?: number;
  /** How many of the sample's filled cells can be what the field holds. */
  readonly fit?: { readonly cells: number; readonly of: number };
  /** Other fields the header could mean, other columns that could be the field, why it was refused, or that most cells speak against it. */
  readonly doubt?: {
    readonly code: 'other-column' | 'other-field' | 'not-that-kind' | 'only-alike' | 'other-table' | 'few-fit';
    readonly detail: string;
  };
  /** How its numbers or dates were decided, once it was read. */
  readonly decimal?: Pick<NumberColumn, 'decimalMark' | 'decidedBy' | 'evidence'>;
  readonly dates?: Pick<DateColumn, 'order' | 'decidedBy' | 'evidence' | 'yearsInferred'>;
  readonly unreadable?: number;
  /** An engagement rate: what it was found to be divided by. */
  readonly rate?: RateDefinition;
}

/** Why rows of the sheet were left out of the audit. */
export interface LeftOut {
  readonly reason: 'blank' | 'total' | 'header' | 'example' | 'other-table' | 'outside-period';
  readonly rows: readonly number[];
}

/** Where the table stands; rows and columns count from 0. */
export interface TableArea {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Row after the last data row. */
  readonly endRow: number;
}

/** Why a sheet could not be audited at all. */
export type SheetProblem = 'empty' | 'no-header' | 'no-data' | 'nothing-recognised' | 'not-a-grid' | 'tall-export' | 'month-blocks';
