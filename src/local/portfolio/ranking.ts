/** Which client needs a talk first. */
import type { Language } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';

import { costUnits } from '../../patterns/engine/signal-bill.ts';
import { gravity, type Severity, severities } from '../../patterns/engine/verdicts.ts';
import type { PortfolioClient } from './pool.ts';
import type { AuditedRecord, BillLineCount } from './record.ts';

/** A unit of the bill, money with its currency; money without one is compared and added with nothing. */
export interface Sum {
  readonly unit: BillLineCount['unit'];
  readonly currency?: string;
  readonly amount: number;
}

export interface RankedClient {
  readonly client: string;
  readonly path: string;
  readonly record: AuditedRecord;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Absent where nothing was found. */
  readonly gravest?: Severity;
  readonly sums: readonly Sum[];
  /** The largest of its parts of the portfolio's sums, from 0 to 1. */
  readonly part: number;
}

export interface Ranking {
  readonly ranked: readonly RankedClient[];
  /** What cannot be audited, in the order of names. */
  readonly refused: readonly PortfolioClient[];
  /** Of all clients, by unit and currency. */
  readonly totals: readonly Sum[];
}

export function rankClients(clients: readonly PortfolioClient[]): Ranking {
  const audited = clients.flatMap(({ client, path, record }) =>
    record.outcome === 'audited' ? [{ client, path, record, sums: sumsOf(record.bill) }] : [],
  );
  const all = audited.flatMap(({ sums }) => sums.filter(isComparable));
  const totals = added(all);
  const isShared = (sum: Sum) => all.filter((other) => sameKind(sum, other)).length > 1;
  const partsOf = (sums: readonly Sum[]) =>
    sums
      .filter((sum) => isComparable(sum) && isShared(sum))
      .map((sum) => sum.amount / (totals.find((total) => sameKind(sum, total))?.amount ?? 1))
      .sort((one, other) => other - one);
  const ranked = audited.map((one) => {
    const counts = countsOf(one.record);
    const gravest = severities.find((severity) => counts[severity] > 0);
    return { ...one, counts, parts: partsOf(one.sums), ...(gravest === undefined ? {} : { gravest }) };
  });
  // What was judged by nothing comes after what is clear.
  const rank = ({ gravest, record }: (typeof ranked)[number]) =>
    gravest !== undefined ? gravity[gravest] : severities.length + (isJudged(record) ? 0 : 1);
  ranked.sort(
    (one, other) =>
      rank(one) - rank(other) ||
      compareParts(one.parts, other.parts) ||
      compareParts(
        severities.map((severity) => one.counts[severity]),
        severities.map((severity) => other.counts[severity]),
      ) ||
      byName(one, other),
  );
  return {
    ranked: ranked.map(({ parts, ...one }) => ({ ...one, part: parts[0] ?? 0 })),
    refused: clients.filter(({ record }) => record.outcome === 'refused').sort(byName),
    totals,
  };
}

const byName = (one: { readonly client: string }, other: { readonly client: string }) => (one.client < other.client ? -1 : 1);

/** The larger first place decides, of equals the next. */
function compareParts(one: readonly number[], other: readonly number[]): number {
  const place = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).find(
    (index) => (one[index] ?? 0) !== (other[index] ?? 0),
  );
  return place === undefined ? 0 : (other[place] ?? 0) - (one[place] ?? 0);
}

const isJudged = ({ signals }: AuditedRecord): boolean => signals.length > 0;

/** How grave it is in a word: what was judged by nothing is not clear. */
export function graveText({ gravest, record }: RankedClient, language: Language): string {
  if (gravest !== undefined) return shared.severity[gravest][language];
  return shared.outcome[isJudged(record) ? 'clear' : 'not-checked'][language];
}

/** Findings by severity over all signals. */
export function countsOf({ signals }: AuditedRecord): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => signals.reduce((sum, { counts }) => sum + counts[severity], 0);
  return { critical: count('critical'), serious: count('serious'), minor: count('minor') };
}

export const isComparable = ({ unit, currency }: Sum): boolean => unit !== 'money' || currency !== undefined;
export const sameKind = (one: Sum, other: Sum): boolean => one.unit === other.unit && one.currency === other.currency;

const sumsOf = (bill: readonly BillLineCount[]): readonly Sum[] =>
  added(bill.map(({ unit, currency, amount }) => ({ unit, amount, ...(currency === undefined ? {} : { currency }) })));

/** One sum for each unit and currency, in the order of the bill. */
export function added(sums: readonly Sum[]): readonly Sum[] {
  const kinds: Sum[] = [];
  for (const sum of sums) if (!kinds.some((kind) => sameKind(kind, sum))) kinds.push(sum);
  return kinds
    .map((kind) => ({ ...kind, amount: sums.filter((sum) => sameKind(kind, sum)).reduce((total, { amount }) => total + amount, 0) }))
    .sort(
      (one, other) =>
        costUnits.indexOf(one.unit) - costUnits.indexOf(other.unit) || ((one.currency ?? '') < (other.currency ?? '') ? -1 : 1),
    );
}
