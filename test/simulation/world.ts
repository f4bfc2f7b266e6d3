import type { AccountSeries } from '../../src/growth/series.ts';
import type { Random } from './random.ts';

export interface SimulatedAccount {
  readonly kind: string;
  readonly series: AccountSeries;
  /** Rows into which followers were bought. */
  readonly bought: ReadonlySet<number>;
  /** Share of today's followers that is inert in truth. */
  readonly inertShare: number;
}

/** A way in which accounts come about, and what may happen to them. */
export interface World {
  /** Regimes in which nothing was bought, and those in which something was. */
  readonly honestKinds: readonly string[];
  readonly boughtKinds: readonly string[];
  /** Undecidable by nature: no trace in the columns. Reported apart, not scored. */
  readonly openKinds: readonly string[];
  simulate(random: Random, kind: string): SimulatedAccount;
}

/** One row of a simulated sheet, and how many of its followers were bought. */
export interface Row {
  day: number;
  followers: number;
  likes: number;
  comments: number;
  saves: number;
  reach: number;
  bought: number;
}
