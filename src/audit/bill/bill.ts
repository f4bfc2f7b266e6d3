import { type Cost, costUnits } from '../../patterns/engine/signal-bill.ts';
import { signalById } from '../../patterns/index.ts';
import type { BillLine, BillPart, PatternResult, SheetReport } from '../report.ts';

interface Priced extends BillPart {
  readonly cost: Cost;
}

interface Line {
  readonly signal: string;
  readonly unit: Cost['unit'];
  readonly currency: string | undefined;
  readonly parts: Priced[];
  outOf: number;
}

/**
 * Sums what the findings cost, one line per signal, unit and currency. Nothing is extrapolated, currencies are never mixed.
 * @param shortfalls lines that come of comparing rows, not of a finding's own cells
 */
export function billOf(sheets: readonly SheetReport[], shortfalls: readonly BillLine[] = []): readonly BillLine[] {
  const lines = new Map<string, Line>();
  /** Rows that already count in a unit and currency. */
  const counted = new Set<string>();
  for (const { sheet, results } of sheets) {
    for (const result of results) {
      const { signal, pattern, findings } = result;
      const bill = signalById(signal)?.signal.bill;
      const touched = new Set<Line>();
      for (const { row, evidence } of bill ? findings : []) {
        const cost = bill?.cost(evidence);
        if (!cost || !(cost.amount > 0)) continue;
        const sum = `${cost.unit} ${cost.currency ?? ''}`;
        const place = `${sum} ${sheet} ${row}`;
        if (row !== null && counted.has(place)) continue;
        counted.add(place);
        const key = `${signal} ${sum}`;
        const line = lines.get(key) ?? { signal, unit: cost.unit, currency: cost.currency, parts: [], outOf: 0 };
        line.parts.push({ sheet, row, pattern, signal, amount: cost.amount, evidence, cost });
        lines.set(key, line);
        touched.add(line);
      }
      for (const line of touched) if (line.unit === 'leads') line.outOf += leadsOf(result, line);
    }
  }
  const rank = ({ unit }: BillLine) => costUnits.indexOf(unit);
  return [...[...lines.values()].map(summed), ...shortfalls].sort((one, other) => rank(one) - rank(other));
}

/** How many leads were judged: known only where every row is one lead. */
function leadsOf({ checkedRows }: PatternResult, { parts }: Line): number {
  return parts.every(({ amount }) => amount === 1) ? checkedRows : Number.NaN;
}

function summed({ signal, unit, currency, parts, outOf }: Line): BillLine {
  const sum = (pick: (cost: Cost) => number) => parts.reduce((total, { cost }) => total + pick(cost), 0);
  const some = (key: 'low' | 'byCalendar') => parts.some(({ cost }) => cost[key] !== undefined);
  return {
    signal,
    unit,
    amount: sum(({ amount }) => amount),
    ...(some('low') ? { low: sum(({ amount, low = amount }) => low), high: sum(({ amount, high = amount }) => high) } : {}),
    ...(some('byCalendar') ? { byCalendar: sum(({ amount, byCalendar = amount }) => byCalendar) } : {}),
    ...(outOf > 0 ? { outOf } : {}),
    ...(currency === undefined ? {} : { currency }),
    parts: parts.map(({ cost: _, ...part }) => part),
  };
}
