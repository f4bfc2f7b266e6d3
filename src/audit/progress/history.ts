import { isoWall, type WallTime } from '../../base/dates.ts';
import { isIsoCurrency } from '../../base/numbers.ts';
import type { Report } from '../report.ts';
import type { AuditSum } from './kept.ts';

/** Three years of months; about a kilobyte each. */
export const MOST_AUDITS = 36;

export function auditSumOf({ sheets, bill }: Report, now: WallTime): AuditSum {
  const counts = new Map<string, { rows: number; of: number }>();
  for (const { signal, findings, checkedRows } of sheets.flatMap(({ results }) => results)) {
    if (checkedRows === 0) continue;
    const before = counts.get(signal) ?? { rows: 0, of: 0 };
    counts.set(signal, { rows: before.rows + findings.filter(({ row }) => row !== null).length, of: before.of + checkedRows });
  }
  return {
    at: isoWall(now).slice(0, 10),
    counts: [...counts].map(([signal, count]) => ({ signal, ...count })),
    // A currency that a cell spells in its own way is a cell's text.
    bill: bill.map(({ signal, unit, amount, currency }) => ({
      ...{ signal, unit, amount: Math.round(amount * 100) / 100 },
      ...(currency !== undefined && isIsoCurrency(currency) ? { currency } : {}),
    })),
  };
}

/** The history with this audit: one a day, the last one counts; the oldest go. */
export function remembered(history: readonly AuditSum[], sum: AuditSum): readonly AuditSum[] {
  const others = history.filter(({ at }) => at !== sum.at);
  return [...others, sum].sort((one, other) => (one.at < other.at ? -1 : 1)).slice(-MOST_AUDITS);
}

/** The course of months: the last audit of each. */
export function courseOf(history: readonly AuditSum[]): readonly AuditSum[] {
  const months = new Map<string, AuditSum>();
  for (const sum of [...history].sort((one, other) => (one.at < other.at ? -1 : 1))) months.set(sum.at.slice(0, 7), sum);
  return [...months.values()];
}
