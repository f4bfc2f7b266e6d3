import type { CleanSeries } from './clean.ts';
import type { UsualPace } from './usual.ts';

/** Each row's growth beside the usual pace, in followers. */
export interface Jumps {
  /** Followers above the expected; negative below it. */
  readonly excess: Float64Array;
  /** Followers that the account's own noise may bring. */
  readonly tolerance: Float64Array;
  readonly isJump: Uint8Array;
  /** Followers lost beyond the noise. */
  readonly drop: Float64Array;
}

/** A row's growth is a jump where it exceeds all of these, as a share of the audience. */
const NOISE_DEVIATIONS = 3;
const LEAST_JUMP = 0.004;
const GRID_STEPS = 1.1;

export function findJumps(series: CleanSeries, pace: UsualPace): Jumps {
  const { followers, times, rounding, usualGap } = series;
  const count = followers.length;
  const excess = new Float64Array(count);
  const tolerance = new Float64Array(count);
  const isJump = new Uint8Array(count);
  const drop = new Float64Array(count);
  for (let entry = 1; entry < count; entry++) {
    const before = followers[entry - 1] ?? 1;
    const gap = Math.max((times[entry] ?? 0) - (times[entry - 1] ?? 0), 1e-6);
    const mean = pace.mean[entry] ?? 0;
    const deviation = pace.deviation[entry] ?? 0;
    const expected = before * (Math.exp(mean * gap) - 1);
    const noise = Math.max(
      NOISE_DEVIATIONS * deviation * Math.sqrt(gap * usualGap),
      Math.abs(mean) * gap,
      (2 + 3 * Math.sqrt(Math.abs(expected))) / before,
      LEAST_JUMP,
      (GRID_STEPS * (rounding[entry] ?? 0)) / before,
    );
    excess[entry] = (followers[entry] ?? 0) - before - expected;
    tolerance[entry] = before * (Math.exp(Math.min(noise, 20)) - 1);
    if ((excess[entry] ?? 0) > (tolerance[entry] ?? 0)) isJump[entry] = 1;
    else if (-(excess[entry] ?? 0) > (tolerance[entry] ?? 0)) drop[entry] = -(excess[entry] ?? 0);
  }
  markDrips(excess, tolerance, isJump);
  return { excess, tolerance, isJump, drop };
}

/** So many rows, one between them at most, each raised by at least this part of a jump, are a change of level: a drip hides below the noise of a day. */
const DRIP_ROWS = 5;
const DRIP_PART = 0.5;

function markDrips(excess: Float64Array, tolerance: Float64Array, isJump: Uint8Array): void {
  const isRaised = (entry: number) => (excess[entry] ?? 0) > DRIP_PART * (tolerance[entry] ?? 0);
  let run: number[] = [];
  for (let entry = 1; entry <= excess.length; entry++) {
    if (isRaised(entry)) run.push(entry);
    const hasEnded = entry === excess.length || entry - (run[run.length - 1] ?? entry) > 1;
    if (!hasEnded) continue;
    if (run.length >= DRIP_ROWS) for (const raised of run) isJump[raised] = 1;
    run = [];
  }
}
