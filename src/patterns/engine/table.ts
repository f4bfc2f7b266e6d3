import type { TableContent } from '../../table/table.ts';

/** The posts of a table as comparisons see them; rows are places in the table. */
export interface Posts {
  /** Logarithm of each row's engagement rate by followers, `NaN` where not known. */
  readonly logRates: Float64Array;
  /**
   * Posts of one account and type in time order, of which as much is known: history, formats and ways of counting are never mixed. Paid
   * posts and unknown rates are left out.
   */
  readonly series: readonly Int32Array[];
  /** When each row was: its wall time, else its place in the table. */
  readonly times: Float64Array;
  /** Whether ER rests on less than it could: saves count, and nobody wrote any down. */
  readonly lacksSaves: boolean;
}

/** The table of one tab as the signals see it. What several of them need is worked out once, when the first asks. */
export interface Table extends TableContent {
  /** Why the sheet itself says that a row is out of the ordinary, row by row. */
  readonly explanations: () => readonly (string | undefined)[];
  readonly posts: () => Posts;
}
