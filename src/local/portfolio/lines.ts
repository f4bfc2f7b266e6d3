/** The portfolio as JSON lines: one object a client in the order of the ranking, then the sums, then the benchmarks. */

import { relative, sep } from 'node:path';
import { type AuditSum, historyCheck } from '../../audit/progress/kept.ts';
import { isAccepted } from '../../audit/shape.ts';
import { isoWall } from '../../base/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { billText } from '../../wording/bill-text.ts';
import { benchmarksOf } from './benchmarks.ts';
import type { PortfolioInput } from './content.ts';
import { type RankedClient, rankClients } from './ranking.ts';
import { measureText } from './sections/benchmarks.ts';

export function portfolioLines({ clients, language, asOf }: PortfolioInput, folder: string): readonly string[] {
  const { ranked, refused, totals } = rankClients(clients);
  const below = (path: string) => relative(folder, path).split(sep).join('/');
  const { compared, tooFew } = benchmarksOf(ranked);
  return [
    ...ranked.map((one, index) => ({ kind: 'client', rank: index + 1, ...clientOf(one, below, language) })),
    ...refused.map(({ client, path, record }) => ({
      ...{ kind: 'client', client, path: below(path), outcome: record.outcome },
      sentence: record.outcome === 'refused' ? record.sentence[language] : '',
    })),
    { kind: 'sums', asOf: isoWall(asOf), clients: ranked.length, refused: refused.length, sums: totals },
    ...compared.map(({ measure, clients: own, ...benchmark }) => ({
      ...{ kind: 'benchmark', name: measureText(measure, language), measure, ...benchmark, of: own.length, clients: own },
    })),
    ...tooFew.map(({ measure, clients: count }) => ({ kind: 'too-few', name: measureText(measure, language), measure, clients: count })),
  ].map((line) => JSON.stringify(line));
}

function clientOf(
  { client, path, record, counts, gravest, sums, part }: RankedClient,
  below: (path: string) => string,
  language: Language,
) {
  const { rows, from, to, signals, bill, notChecked, measures, sum, copies, report } = record;
  return {
    ...{ client, path: below(path), outcome: record.outcome, rows, gravest: gravest ?? null, counts, part, sums },
    ...(from === undefined || to === undefined ? {} : { from: isoWall(from), to: isoWall(to) }),
    signals,
    bill: bill.map((line) => ({ ...line, text: billText(line, language) })),
    notChecked: notChecked.map(({ what, why }) => ({ what: what[language], why: why[language] })),
    ...{ measures, sum, copies },
    ...(report === undefined ? {} : { report }),
  };
}

/** Sums of one client in lines that were written before; nothing for a line of another kind. */
export function sumInLine(line: string): { readonly client: string; readonly sum: AuditSum } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('client' in value) || !('sum' in value)) return undefined;
  const { client, sum } = value;
  const sums: unknown = [sum];
  const [own] = isAccepted(historyCheck, sums) ? sums : [];
  return typeof client === 'string' && own ? { client, sum: own } : undefined;
}
