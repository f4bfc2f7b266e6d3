import { largestOf, medianOf } from '../base/statistics.ts';
import type { CleanSeries } from './clean.ts';
import type { Excess } from './payment.ts';
import type { GrowthEvent } from './series.ts';
import type { UsualPace } from './usual.ts';

/** Jumps at most so far apart are one event. */
const ROWS_APART = 2;
const DAYS_APART = 3.1;

/** An event before it is known whether the account as a whole confirms it; `entries` are positions in the clean series. */
export interface Candidate extends Omit<GrowthEvent, 'rows' | 'isFlagged'> {
  readonly entries: readonly number[];
}

/** Size times rarity that says neither: a gain of 5 % at 16 times the usual pace. */
const NEUTRAL = 0.8;
/** Log-odds of how the gain ended. */
const tailOdds = { stopped: 0, faded: -2, decayed: 0, unknown: 0 } as const;

const aboveOne = (value: number) => Math.max(0, Math.log(value));
const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Groups jumps into events and weighs each: how large for the audience, how unusual, how much of it is paid for, how it ended. */
export function findEvents(series: CleanSeries, pace: UsualPace, growth: Excess): readonly Candidate[] {
  const groups = groupJumps(series, growth);
  const burst = usualBurst(series, pace, growth, groups);
  return groups.map((entries) => weigh(series, pace, growth, entries, burst));
}

function groupJumps({ times }: CleanSeries, { isJump }: Excess): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (let entry = 1; entry < times.length; entry++) {
    if (!isJump[entry]) continue;
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const isNear = last !== undefined && (entry - last <= ROWS_APART || (times[entry] ?? 0) - (times[last] ?? 0) <= DAYS_APART);
    if (group && isNear) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** An unpaid burst is the account's nature only up to so many times the growth that was due on its days: beyond it, it may be bought again and again. */
const NATURAL_BURST = 8;

/** Some accounts grow in bursts by nature: their usual burst is part of what is normal for them. */
function usualBurst(series: CleanSeries, pace: UsualPace, { excess, unpaid }: Excess, groups: readonly (readonly number[])[]): number {
  if (groups.length < 6) return 0;
  const sizes = groups
    .map((entries) => {
      const size = (values: Float64Array) => sumOf(entries, values) / (series.followers[(entries[0] ?? 1) - 1] ?? 1);
      return size(excess) - size(unpaid) + Math.min(size(unpaid), NATURAL_BURST * driftOf(series, pace, entries));
    })
    .sort((one, other) => one - other);
  return 1.5 * medianOf(sizes.slice(0, -3));
}

const gapOf = (times: Float64Array, entry: number) => Math.max((times[entry] ?? 0) - (times[entry - 1] ?? 0), 1e-6);

/** Growth in logs that the usual pace brings from the first of these entries to the last. */
function driftOf({ times }: CleanSeries, pace: UsualPace, entries: readonly number[]): number {
  let drift = 0;
  for (let entry = entries[0] ?? 1; entry <= (entries[entries.length - 1] ?? 0); entry++)
    drift += Math.max(0, pace.mean[entry] ?? 0) * gapOf(times, entry);
  return drift;
}

const sumOf = (entries: readonly number[], values: ArrayLike<number>) => entries.reduce((sum, entry) => sum + (values[entry] ?? 0), 0);

function weigh(series: CleanSeries, pace: UsualPace, growth: Excess, entries: readonly number[], burst: number): Candidate {
  const { followers, times, rounding, usualGap, explained } = series;
  const first = entries[0] ?? 1;
  const last = entries[entries.length - 1] ?? first;
  const base = followers[first - 1] ?? 1;
  const gained = sumOf(entries, growth.excess);
  const unexplained = sumOf(entries, growth.unpaid);
  const drift = driftOf(series, pace, entries);
  let variance = 0;
  for (let entry = first; entry <= last; entry++) variance += (pace.deviation[entry] ?? 0) ** 2 * gapOf(times, entry) * usualGap;
  const days = (times[last] ?? 0) - (times[first - 1] ?? 0);
  const normal =
    Math.max(0.0003 * days, drift + Math.sqrt(variance) + burst) +
    (0.5 * (1 + Math.sqrt(base * drift)) + 0.4 * largestOf(entries.map((entry) => rounding[entry] ?? 0))) / base;
  const size = unexplained / base;
  const rarity = Math.log(1 + size) / normal;
  const paid = gained > 0 ? 1 - unexplained / gained : 1;
  const tail = tailOf(series, growth, entries);
  const odds =
    unexplained <= 0
      ? -O_LEAST
      : W_SIZE * Math.log(size / N_SIZE) - W_SMALL * aboveOne(N_SMALL / size) + W_RARITY * Math.log(rarity / 16) -
        W_RARE * aboveOne(7 / rarity) -
        W_FEW * aboveOne(40 / unexplained) -
        W_PAID * Math.max(0, paid - 0.2) +
        W_RUN * aboveOne(entries.length / 4) +
        tailOdds[tail] - W_AFTER * afterOf(series, pace, growth, entries, gained);
  return {
    entries,
    gained,
    unexplained,
    base,
    timesUsual: Math.log(1 + gained / base) / normal,
    paid,
    odds: within(odds, -O_LEAST, O_MOST),
    isExplained: entries.every((entry) => explained[entry] === 1),
    tail,
  };
}

/**
 * Bought growth stops dead when the order is filled; what people saw fades: each day brings a part of the day before. Only daily rows can
 * tell.
 */
function tailOf({ times, usualGap }: CleanSeries, { excess }: Excess, entries: readonly number[]): Candidate['tail'] {
  const last = entries[entries.length - 1] ?? 0;
  const next = excess[last + 1];
  const isDaily = usualGap > 0.7 && usualGap < 1.3;
  if (!isDaily || entries.length > LONGEST_TAIL) return 'unknown';
  if (hasFaded(excess, entries[0] ?? 0, last)) return 'faded';
  const big = excess[last] ?? 0;
  const isNextDay = Math.abs((times[last + 1] ?? Number.NaN) - (times[last] ?? 0) - 1) < 0.3;
  if (!isNextDay || next === undefined || big <= 0) return 'unknown';
  const part = next / big;
  return part < 0.08 ? 'stopped' : part >= 0.15 && part <= 0.9 ? 'decayed' : 'unknown';
}

const O_LEAST = 5;
const O_MOST = 4;
const W_SIZE = 1.3;
const N_SIZE = 0.07;
const W_SMALL = 0;
const N_SMALL = 0.08;
const W_RARITY = 0.6;
const W_RARE = 0.5;
const W_FEW = 1;
const W_PAID = 2;
const W_RUN = 0;
const W_AFTER = 7;
const A_DAYS = 14.5;
const A_CLIP = 0.5;
const A_NOISE = 10;

function afterOf({ times, followers, usualGap }: CleanSeries, pace: UsualPace, { excess, isJump }: Excess, entries: readonly number[], gained: number): number {
  const last = entries[entries.length - 1] ?? 0;
  let sum = 0;
  let variance = 0;
  for (let entry = last + 1; entry < times.length && (times[entry] ?? 0) - (times[last] ?? 0) <= A_DAYS && !isJump[entry]; entry++) {
    sum += excess[entry] ?? 0;
    variance += ((pace.deviation[entry] ?? 0) * (followers[entry - 1] ?? 0)) ** 2 * gapOf(times, entry) * usualGap;
  }
  return within(sum / gained, -A_CLIP, A_CLIP) / (1 + (A_NOISE * variance) / gained ** 2);
}

/** Longer runs are no single shape. */
const LONGEST_TAIL = 8;

/** From its peak on each day brought less than the one before, at least twice, down to a third. */
function hasFaded(excess: Float64Array, first: number, last: number): boolean {
  let peak = first;
  for (let entry = first; entry <= last; entry++) if ((excess[entry] ?? 0) > (excess[peak] ?? 0)) peak = entry;
  const most = excess[peak] ?? 0;
  for (let entry = peak + 1; entry < excess.length; entry++) {
    const part = (excess[entry] ?? 0) / (excess[entry - 1] ?? 1);
    if (!(part > 0.1 && part < 0.9)) return false;
    if (entry >= peak + 2 && (excess[entry] ?? 0) < 0.35 * most) return true;
  }
  return false;
}
