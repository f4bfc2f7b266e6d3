import { estimateInertGrowth } from '../../src/growth/index.ts';
import { createRandom } from './random.ts';
import type { SimulatedAccount, World } from './world.ts';

/** What one kind of account came to. */
export interface KindFigures {
  readonly kind: string;
  readonly accounts: number;
  /** Part of the accounts with a risk of 0.5 or more. */
  readonly flagged: number;
}

export interface Figures {
  readonly seed: number;
  readonly auc: number;
  readonly honestFlagged: number;
  readonly boughtFound: number;
  readonly rowPrecision: number;
  readonly rowRecall: number;
  readonly rowF1: number;
  /** Flagged rows per 1,000 rows of honest accounts. */
  readonly honestRows: number;
  /** Median of estimated over true inert share, in bought accounts that were found. */
  readonly shareRatio: number;
  /** How far risks and truth lie apart: the mean distance in ten classes of risk, honest and bought accounts weighing alike. */
  readonly calibrationError: number;
  readonly kinds: readonly KindFigures[];
}

/** Runs the estimator over so many accounts of every kind of a world. */
export function measure(world: World, seed: number, accountsPerKind: number): Figures {
  const random = createRandom(seed);
  const run = (kind: string) => Array.from({ length: accountsPerKind }, () => judge(world.simulate(random, kind)));
  const honest = world.honestKinds.map((kind) => ({ kind, outcomes: run(kind) }));
  const bought = world.boughtKinds.map((kind) => ({ kind, outcomes: run(kind) }));
  const open = world.openKinds.map((kind) => ({ kind, outcomes: run(kind) }));
  const allHonest = honest.flatMap(({ outcomes }) => outcomes);
  const allBought = bought.flatMap(({ outcomes }) => outcomes);
  const sum = (outcomes: readonly Outcome[], key: 'hits' | 'misses' | 'falseRows' | 'rows') =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const hits = sum(allBought, 'hits');
  const precision = hits / Math.max(1, hits + sum(allBought, 'falseRows'));
  const recall = hits / Math.max(1, hits + sum(allBought, 'misses'));
  const ratios = allBought
    .filter(({ risk, ratio }) => risk >= 0.5 && Number.isFinite(ratio))
    .map(({ ratio }) => ratio)
    .sort((one, other) => one - other);
  const part = (outcomes: readonly Outcome[]) => outcomes.filter(({ risk }) => risk >= 0.5).length / outcomes.length;
  return {
    seed,
    auc: areaUnderCurve(
      allHonest.map(({ risk }) => risk),
      allBought.map(({ risk }) => risk),
    ),
    honestFlagged: part(allHonest),
    boughtFound: part(allBought),
    rowPrecision: precision,
    rowRecall: recall,
    rowF1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    honestRows: (1000 * sum(allHonest, 'falseRows')) / sum(allHonest, 'rows'),
    shareRatio: ratios[ratios.length >> 1] ?? Number.NaN,
    calibrationError: calibrationErrorOf(
      allHonest.map(({ risk }) => risk),
      allBought.map(({ risk }) => risk),
    ),
    kinds: [...honest, ...bought, ...open].map(({ kind, outcomes }) => ({ kind, accounts: outcomes.length, flagged: part(outcomes) })),
  };
}

interface Outcome {
  readonly risk: number;
  readonly hits: number;
  readonly misses: number;
  readonly falseRows: number;
  readonly rows: number;
  readonly ratio: number;
}

function judge({ series, bought, inertShare }: SimulatedAccount): Outcome {
  const result = estimateInertGrowth(series);
  if (result.status !== 'estimated')
    return { risk: 0, hits: 0, misses: bought.size, falseRows: 0, rows: series.followers.length, ratio: Number.NaN };
  let hits = 0;
  let falseRows = 0;
  result.flags.forEach((flag, row) => {
    if (flag === 1) bought.has(row) ? hits++ : falseRows++;
  });
  return {
    risk: result.risk,
    hits,
    misses: bought.size - hits,
    falseRows,
    rows: series.followers.length,
    ratio: result.share / inertShare,
  };
}

/** The chance that a bought account has a higher risk than an honest one; ties count half. */
function areaUnderCurve(honest: readonly number[], bought: readonly number[]): number {
  let wins = 0;
  for (const one of bought) for (const other of honest) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (honest.length * bought.length);
}

function calibrationErrorOf(honest: readonly number[], bought: readonly number[]): number {
  const classes = Array.from({ length: 10 }, () => ({ weight: 0, risk: 0, truth: 0 }));
  const add = (risks: readonly number[], truth: number) => {
    for (const risk of risks) {
      const own = classes[Math.min(9, Math.floor(10 * risk))];
      if (!own) continue;
      own.weight += 0.5 / risks.length;
      own.risk += (0.5 / risks.length) * risk;
      own.truth += (0.5 / risks.length) * truth;
    }
  };
  add(honest, 0);
  add(bought, 1);
  return classes.reduce((sum, { risk, truth }) => sum + Math.abs(risk - truth), 0);
}
