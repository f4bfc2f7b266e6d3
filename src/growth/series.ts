/** What the estimator is given and what it answers. All lists have one entry per row of the sheet, in the sheet's order. */

export interface Activity {
  readonly kind: 'likes' | 'comments' | 'saves' | 'shares' | 'total';
  readonly values: ArrayLike<number>;
}

/** The numbers of one account. `NaN` is unknown, never zero. */
export interface AccountSeries {
  readonly followers: ArrayLike<number>;
  readonly activity: readonly Activity[];
  /** Fractional days since any moment; absent when the sheet has no dates: rows are then oldest first, a day apart. */
  readonly days?: ArrayLike<number>;
  readonly reach?: ArrayLike<number>;
  /** Rows that the sheet explains: a giveaway, a shout-out, a campaign. */
  readonly explained?: ArrayLike<boolean>;
}

/** A run of jumps in followers that belong together. */
export interface GrowthEvent {
  /** Rows of the sheet (positions in the series) that jumped, oldest first. */
  readonly rows: readonly number[];
  /** Followers above the usual pace, and how many of them no activity paid for. */
  readonly gained: number;
  readonly unexplained: number;
  /** The audience before it. */
  readonly base: number;
  /** How many times the usual pace. */
  readonly timesUsual: number;
  /** Part of the gain that activity or reach paid for. */
  readonly paid: number;
  /** Log-odds that the gain is inert. */
  readonly odds: number;
  readonly isExplained: boolean;
  /** Growth stopped dead the next day, faded over several, went on at a lower pace the next day, or nothing of these can be said. */
  readonly tail: 'stopped' | 'faded' | 'decayed' | 'unknown';
  /** Followers beyond the usual pace in the two weeks after it, until the next jump; negative where some were lost. */
  readonly after: number;
  readonly isFlagged: boolean;
}

export type InertGrowth =
  | { readonly status: 'too-few-rows'; readonly usableRows: number }
  | { readonly status: 'several-accounts' }
  | {
      readonly status: 'estimated';
      /** From 0.04 to 1: a risk, not a verdict. Calibrated where every second account was bought for. */
      readonly risk: number;
      /** Per row of the sheet: 1 where the gain looks inert, 0 where not, `NaN` where it cannot be said. */
      readonly flags: Float64Array;
      /** Unexplained followers of each flagged row. */
      readonly unexplained: Float64Array;
      /** Share of today's followers that looks inert, with its interval. */
      readonly share: number;
      readonly low: number;
      readonly high: number;
      readonly events: readonly GrowthEvent[];
      readonly usableRows: number;
      /** Rows whose follower count looked mistyped and was read as their neighbours'. */
      readonly mistyped: readonly number[];
      /** Kinds of activity that only ever grew, and were therefore read as running totals. */
      readonly cumulative: readonly Activity['kind'][];
      /** Without dates: the rows were read from the bottom up, because followers only fall from the top down. */
      readonly isNewestFirst: boolean;
      /** Log-odds from what happened to activity afterwards, and whether many vanished again. */
      readonly level: number;
      readonly vanished: number;
    };

/**
 * How much of an unexplained gain is still there and inert: its usual part, and the interval. From true and estimated sizes on simulated
 * accounts of development: 5, 50 and 95 % lay at 0.44, 0.87 and 1.09, since bought followers leak away unseen.
 */
export const INERT_PART = { usual: 0.9, low: 0.5, high: 1.1 } as const;
