import type { Field } from './fields.ts';

/** One recognised column of the sheet, read once into typed values. Exactly one of `numbers`, `texts`, `flags` is filled. */
export interface TypedColumn {
  readonly field: Field;
  /** The header as it stands in the sheet. */
  readonly header: string;
  /** Position in the sheet, 0 for column A; -1 of a column that another tab lent. */
  readonly index: number;
  /** The tab that it was taken from, where that is another. */
  readonly from?: string;
  /** Counts, amounts, shares from 0 to 1, or wall times; `NaN` where not known. */
  readonly numbers?: Float64Array;
  /** Clean text, `''` where blank. */
  readonly texts?: readonly string[];
  /** 1 yes, 0 no, -1 not known. */
  readonly flags?: Int8Array;
  /** One `CellState` a row: why a value is not known. */
  readonly states: Uint8Array;
  /** ISO currency of each row of a money column; absent where none is known. */
  readonly currencies?: readonly (string | undefined)[];
}

/** What is read of a tab: data rows only, totals and blank rows left out. */
export interface TableContent {
  readonly sheet: string;
  readonly length: number;
  /** The row number in the sheet, as the user sees it, of each data row. */
  readonly rowNumbers: Int32Array;
  readonly columns: ReadonlyMap<string, TypedColumn>;
  /** Further columns of a field: shares of several places or ages side by side. Which of them are the client’s, the table does not know. */
  readonly siblings: readonly TypedColumn[];
  /** Ids of all fields that were recognised, also those that no signal here needed to read. */
  readonly fields: ReadonlySet<string>;
  /** Index into `accountNames` of each row: history, growth and medians are judged per account. */
  readonly accounts: Int32Array;
  readonly accountNames: readonly string[];
  /** 1 where the row lies inside the chosen period; absent when every row does. */
  readonly inPeriod?: Uint8Array;
}
