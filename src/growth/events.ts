import { largestOf, medianOf } from '../base/statistics.ts';
import { aftermathOf, heldAftermath } from './afterwards.ts';
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

/**
 * Weights of the evidence of one gain, in log-odds: found by logistic fits on the events of three simulated worlds, each checked on the two others;
 * rounded to what all three bear. Size is the unexplained gain as a share of the audience, rarity how many times the usual pace it is.
 */
const weights = {
  size: 1.3,
  rarity: 0.6,
  /** Of what a gain lacks of being rare at all, of being more than a handful of people, and its account of being past its start. */
  common: 0.5,
  few: 1,
  startUp: 1,
  /** Per part of the gain that something did pay for. */
  paid: 2,
  /** Growth that fades day by day is attention. */
  faded: 2,
  /** What was ordered mostly comes at once, and evenly where it does not; people come over several days, fewer of them towards the end. */
  lasting: 0.3,
  course: 1,
  /** Per part of the gain that still comes, or is lost again, in the two weeks after: the strongest evidence beside the size. */
  after: 7,
} as const;
/** A gain of 6.5 % at 16 times the usual pace, in one row, unexplained altogether, says neither. */
const NEUTRAL_SIZE = 0.065;
const NEUTRAL_RARITY = 16;
const COMMON = 7;
const FEW = 40;
/** An account smaller than this is starting up: it may double in a day without anybody's doing. */
export const START_UP = 300;
const PAID_BY_CHANCE = 0.2;
/** One gain never decides more than this. */
const LEAST_ODDS = -5;
const MOST_ODDS = 4;

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
  const after = aftermathOf(series, pace, growth, last);
  const odds =
    unexplained <= 0
      ? LEAST_ODDS
      : weights.size * Math.log(size / NEUTRAL_SIZE) +
        weights.rarity * Math.log(rarity / NEUTRAL_RARITY) -
        weights.common * aboveOne(COMMON / rarity) -
        weights.few * aboveOne(FEW / unexplained) -
        weights.startUp * aboveOne(START_UP / base) -
        weights.paid * Math.max(0, paid - PAID_BY_CHANCE) -
        (tail === 'faded' ? weights.faded : 0) -
        weights.lasting * Math.log(Math.min(LONGEST_TAIL, entries.length)) +
        weights.course * courseOf(growth.excess, entries) -
        weights.after * heldAftermath(after, gained);
  return {
    entries,
    gained,
    unexplained,
    base,
    timesUsual: Math.log(1 + gained / base) / normal,
    paid,
    odds: within(odds, LEAST_ODDS, MOST_ODDS),
    isExplained: entries.every((entry) => explained[entry] === 1),
    tail,
    after: after.followers,
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

/** What the second half of an event brought beyond the first, as a part of it all. */
function courseOf(excess: Float64Array, entries: readonly number[]): number {
  const half = Math.floor(entries.length / 2);
  const all = sumOf(entries, excess);
  return (sumOf(entries.slice(entries.length - half), excess) - sumOf(entries.slice(0, half), excess)) / all;
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
