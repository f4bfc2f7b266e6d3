/** Where a client stands among the agency's own. */
import type { RateBase } from '../../audit/answer/overview.ts';
import { quantileOf } from '../../base/statistics.ts';
import type { Measure } from './measures.ts';
import type { RankedClient } from './ranking.ts';

/** Among fewer a number would point at a client. */
export const FEWEST_CLIENTS = 5;

export type MeasureName =
  | { readonly kind: 'approval' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'rate'; readonly network: string; readonly by: RateBase };

export interface Benchmark {
  readonly measure: MeasureName;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** Best first. */
  readonly clients: readonly (Measure & { readonly client: string; readonly standing: 'better' | 'middle' | 'worse' })[];
}

export interface Benchmarks {
  readonly compared: readonly Benchmark[];
  /** Measures that too few clients have, with how many do. */
  readonly tooFew: readonly { readonly measure: MeasureName; readonly clients: number }[];
}

export function benchmarksOf(clients: readonly RankedClient[]): Benchmarks {
  const groups = new Map<string, { readonly measure: MeasureName; readonly values: (Measure & { readonly client: string })[] }>();
  const add = (measure: MeasureName, client: string, { value, rows }: Measure) => {
    const key = JSON.stringify(measure);
    const group = groups.get(key) ?? { measure, values: [] };
    group.values.push({ client, value, rows });
    groups.set(key, group);
  };
  for (const { client, record } of clients) {
    const { approval, answered, rates } = record.measures;
    if (approval) add({ kind: 'approval' }, client, approval);
    if (answered) add({ kind: 'answered' }, client, answered);
    for (const { network, by, ...rate } of rates) add({ kind: 'rate', network, by }, client, rate);
  }
  const all = [...groups.values()].sort((one, other) => (orderOf(one.measure) < orderOf(other.measure) ? -1 : 1));
  return {
    compared: all.filter(({ values }) => values.length >= FEWEST_CLIENTS).map(({ measure, values }) => compared(measure, values)),
    tooFew: all.filter(({ values }) => values.length < FEWEST_CLIENTS).map(({ measure, values }) => ({ measure, clients: values.length })),
  };
}

function compared(measure: MeasureName, values: readonly (Measure & { readonly client: string })[]): Benchmark {
  const numbers = values.map(({ value }) => value);
  const [lower, median, upper] = [quantileOf(numbers, 0.25), quantileOf(numbers, 0.5), quantileOf(numbers, 0.75)];
  const isLessBetter = measure.kind === 'approval';
  const standingOf = (value: number) => {
    if (value < lower) return isLessBetter ? 'better' : 'worse';
    if (value > upper) return isLessBetter ? 'worse' : 'better';
    return 'middle';
  };
  return {
    measure,
    lower,
    median,
    upper,
    clients: values
      .map((one) => ({ ...one, standing: standingOf(one.value) }) as const)
      .sort((one, other) => (isLessBetter ? one.value - other.value : other.value - one.value) || (one.client < other.client ? -1 : 1)),
  };
}

const orderOf = (measure: MeasureName) =>
  measure.kind === 'rate' ? `2 ${measure.network} ${measure.by}` : measure.kind === 'approval' ? '0' : '1';
