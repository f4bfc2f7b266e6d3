import { type Cost, costUnits } from '../patterns/engine/signal.ts';
import { patterns } from '../patterns/index.ts';
import type { BillLine, BillPart, PatternResult, SheetReport } from './report.ts';

interface Priced extends BillPart {
  readonly cost: Cost;
}

interface Line {
  readonly unit: Cost['unit'];
  readonly currency: string | undefined;
  /** Place → what it cost: a row counts once, however many signals found it. */
  readonly parts: Map<string, Priced>;
  outOf: number;
}

/**
 * Sums what the findings cost, one line per unit and currency. Nothing is extrapolated, currencies are never mixed.
 * @param shortfalls lines that come of comparing rows, not of a finding's own cells
 */
export function billOf(sheets: readonly SheetReport[], shortfalls: readonly BillLine[] = []): readonly BillLine[] {
  const signals = new Map(patterns.flatMap((pattern) => pattern.signals.map((signal) => [signal.id, signal] as const)));
  const lines = new Map<string, Line>();
  for (const { sheet, results } of sheets) {
    for (const result of results) {
      const { signal, pattern, findings } = result;
      const price = signals.get(signal)?.cost;
      for (const finding of price ? findings : []) {
        const cost = price?.(finding.evidence);
        if (!cost || !(cost.amount > 0)) continue;
        const key = `${cost.unit} ${cost.currency ?? ''}`;
        const line = lines.get(key) ?? { unit: cost.unit, currency: cost.currency, parts: new Map<string, Priced>(), outOf: 0 };
        const place = finding.row === null ? `${sheet} ${signal} ${line.parts.size}` : `${sheet} ${finding.row}`;
        if (!line.parts.has(place))
          line.parts.set(place, { sheet, row: finding.row, pattern, signal, amount: cost.amount, evidence: finding.evidence, cost });
        lines.set(key, line);
      }
      const line = lines.get('leads ');
      if (line && findings.some(({ evidence }) => price?.(evidence)?.unit === 'leads')) line.outOf += leadsOf(result, line);
    }
  }
  const rank = ({ unit }: BillLine) => costUnits.indexOf(unit);
  return [...[...lines.values()].map(summed), ...shortfalls].sort((one, other) => rank(one) - rank(other));
}

/** How many leads were judged: known only where every row is one lead. */
function leadsOf({ checkedRows }: PatternResult, { parts }: Line): number {
  return [...parts.values()].every(({ amount }) => amount === 1) ? checkedRows : Number.NaN;
}

function summed({ unit, currency, parts, outOf }: Line): BillLine {
  const all = [...parts.values()];
  const sum = (pick: (cost: Cost) => number) => all.reduce((total, { cost }) => total + pick(cost), 0);
  const some = (key: 'low' | 'byCalendar') => all.some(({ cost }) => cost[key] !== undefined);
  return {
    unit,
    amount: sum(({ amount }) => amount),
    ...(some('low') ? { low: sum(({ amount, low = amount }) => low), high: sum(({ amount, high = amount }) => high) } : {}),
    ...(some('byCalendar') ? { byCalendar: sum(({ amount, byCalendar = amount }) => byCalendar) } : {}),
    ...(outOf > 0 ? { outOf } : {}),
    ...(currency === undefined ? {} : { currency }),
    parts: all.map(({ cost: _, ...part }) => part),
  };
}
