import { grouped } from '../../src/base/groups.ts';
import { medianOf, quantileOf } from '../../src/base/statistics.ts';
import { estimateInertGrowth } from '../../src/growth/index.ts';
import type { AccountSeries } from '../../src/growth/series.ts';
import { createRandom, type Random } from './random.ts';
import type { SimulatedAccount, World } from './world.ts';

/** What the estimator made of one account, beside the truth. */
export interface Judged {
  readonly kind: string;
  readonly nature: 'honest' | 'bought' | 'open';
  readonly risk: number;
  /** Grew by 5 % or more within three days: what honest accounts do that are easily taken for bought ones. */
  readonly hasSurged: boolean;
  /** Kept by the week. */
  readonly isWeekly: boolean;
  /** Rows: bought and flagged, bought and not flagged, flagged and not bought, all. */
  readonly hits: number;
  readonly misses: number;
  readonly falseRows: number;
  readonly rows: number;
  /** Estimated over true inert share. */
  readonly ratio: number;
}

/** Runs the estimator over so many accounts of every kind of a world, for each seed. */
export function judgeWorld(world: World, seeds: readonly number[], accountsPerKind: number): readonly Judged[] {
  const kinds = [
    ...world.honestKinds.map((kind) => ({ kind, nature: 'honest' as const })),
    ...world.boughtKinds.map((kind) => ({ kind, nature: 'bought' as const })),
    ...world.openKinds.map((kind) => ({ kind, nature: 'open' as const })),
  ];
  return seeds.flatMap((seed) => {
    const random = createRandom(seed);
    return kinds.flatMap(({ kind, nature }) => Array.from({ length: accountsPerKind }, () => judge(world.simulate(random, kind), nature)));
  });
}

function judge({ kind, series, bought, inertShare }: SimulatedAccount, nature: Judged['nature']): Judged {
  const result = estimateInertGrowth(series);
  const isEstimated = result.status === 'estimated';
  let hits = 0;
  let falseRows = 0;
  if (isEstimated)
    result.flags.forEach((flag, row) => {
      if (flag === 1) bought.has(row) ? hits++ : falseRows++;
    });
  return {
    kind,
    nature,
    risk: isEstimated ? result.risk : 0,
    hasSurged: hasSurged(series),
    isWeekly: isWeekly(series),
    hits,
    misses: bought.size - hits,
    falseRows,
    rows: series.followers.length,
    ratio: isEstimated ? result.share / inertShare : Number.NaN,
  };
}

const SURGE = 1.05;
const SURGE_DAYS = 3;

function hasSurged({ followers, days }: AccountSeries): boolean {
  for (let row = 1, first = 0; row < followers.length; row++) {
    while ((days?.[row] ?? row) - (days?.[first] ?? first) > SURGE_DAYS) first++;
    for (let before = first; before < row; before++) if ((followers[row] ?? 0) >= SURGE * (followers[before] ?? 0)) return true;
  }
  return false;
}

function isWeekly({ days }: AccountSeries): boolean {
  const gaps = Array.from(days ?? []).map((day, row) => day - (days?.[row - 1] ?? day - 1));
  return medianOf(gaps) > 5;
}

const figureNames = [
  'auc',
  'honestFlagged',
  'boughtFound',
  'surgingAuc',
  'surgingFlagged',
  'weeklyFound',
  'rowPrecision',
  'rowRecall',
  'rowF1',
  'honestRows',
  'shareRatio',
  'calibrationError',
] as const;

/** `NaN` where a world has no account to tell. */
export type Figures = { readonly [Name in (typeof figureNames)[number]]: number };

/** Part of the accounts that the estimator takes for bought. */
export const flaggedPart = (judged: readonly Judged[]): number => judged.filter(({ risk }) => risk >= 0.5).length / judged.length;

export function figuresOf(judged: readonly Judged[]): Figures {
  const honest = judged.filter(({ nature }) => nature === 'honest');
  const bought = judged.filter(({ nature }) => nature === 'bought');
  const surging = honest.filter((one) => one.hasSurged);
  const hits = sumOf(bought, 'hits');
  const rowPrecision = hits / Math.max(1, hits + sumOf(bought, 'falseRows'));
  const rowRecall = hits / Math.max(1, hits + sumOf(bought, 'misses'));
  return {
    auc: areaUnderCurve(honest, bought),
    honestFlagged: flaggedPart(honest),
    boughtFound: flaggedPart(bought),
    surgingAuc: areaUnderCurve(surging, bought),
    surgingFlagged: flaggedPart(surging),
    weeklyFound: flaggedPart(bought.filter((one) => one.isWeekly)),
    rowPrecision,
    rowRecall,
    rowF1: (2 * rowPrecision * rowRecall) / Math.max(1e-9, rowPrecision + rowRecall),
    /** Per 1,000 rows of honest accounts. */
    honestRows: (1000 * sumOf(honest, 'falseRows')) / sumOf(honest, 'rows'),
    /** Of bought accounts that were found. */
    shareRatio: medianOf(bought.filter(({ risk, ratio }) => risk >= 0.5 && Number.isFinite(ratio)).map(({ ratio }) => ratio)),
    calibrationError: calibrationErrorOf(honest, bought),
  };
}

const sumOf = (judged: readonly Judged[], key: 'hits' | 'misses' | 'falseRows' | 'rows') =>
  judged.reduce((total, one) => total + one[key], 0);

const RESAMPLES = 400;

/** Where 95 of 100 resamples of the accounts lie, drawn kind by kind, so that the interval speaks of accounts and not of the mix of kinds. */
export function intervalsOf(judged: readonly Judged[], random: Random): { readonly [Name in keyof Figures]: readonly [number, number] } {
  const kinds = grouped(judged, ({ kind }) => kind);
  const resample = () => [...kinds.values()].flatMap((own) => own.map(() => random.pick(own)));
  const samples = Array.from({ length: RESAMPLES }, () => figuresOf(resample()));
  const interval = (name: keyof Figures): readonly [number, number] => {
    const values = samples.map((figures) => figures[name]);
    return [quantileOf(values, 0.025), quantileOf(values, 0.975)];
  };
  return Object.fromEntries(figureNames.map((name) => [name, interval(name)])) as unknown as ReturnType<typeof intervalsOf>;
}

/** The chance that a bought account has a higher risk than an honest one; ties count half. */
function areaUnderCurve(honest: readonly Judged[], bought: readonly Judged[]): number {
  const risks = Float64Array.from(honest, ({ risk }) => risk).sort();
  const below = (limit: number, orAt: boolean) => {
    let [low, high] = [0, risks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const risk = risks[middle] ?? 0;
      if (risk < limit || (orAt && risk === limit)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = bought.reduce((sum, { risk }) => sum + (below(risk, false) + below(risk, true)) / 2, 0);
  return wins / (honest.length * bought.length);
}

/** How far risks and truth lie apart: the mean distance in ten classes of risk, honest and bought accounts weighing alike. */
function calibrationErrorOf(honest: readonly Judged[], bought: readonly Judged[]): number {
  const distances = new Float64Array(10);
  const add = (judged: readonly Judged[], truth: number) => {
    for (const { risk } of judged) {
      const own = Math.min(9, Math.floor(10 * risk));
      distances[own] = (distances[own] ?? 0) + (risk - truth) / 2 / judged.length;
    }
  };
  add(honest, 0);
  add(bought, 1);
  return distances.reduce((sum, distance) => sum + Math.abs(distance), 0);
}
