import { patterns } from '../patterns/index.ts';
import type { BillLine, BillPart, SheetReport } from './report.ts';

interface Priced extends BillPart {
  readonly low: number;
  readonly high: number;
}

/** Sums what the findings cost, one line per unit and currency. Nothing is extrapolated, currencies are never mixed. */
export function billOf(sheets: readonly SheetReport[]): readonly BillLine[] {
  const signals = new Map(patterns.flatMap((pattern) => pattern.signals.map((signal) => [signal.id, signal] as const)));
  const lines = new Map<string, { unit: BillLine['unit']; currency: string | undefined; isRange: boolean; parts: Map<string, Priced> }>();
  for (const { sheet, results } of sheets) {
    for (const { signal, pattern, findings } of results) {
      const price = signals.get(signal)?.cost;
      for (const finding of price ? findings : []) {
        const cost = price?.(finding.evidence);
        if (!cost || !(cost.amount > 0)) continue;
        const key = `${cost.unit} ${cost.currency ?? ''}`;
        const line = lines.get(key) ?? { unit: cost.unit, currency: cost.currency, isRange: false, parts: new Map<string, Priced>() };
        const place = finding.row === null ? `${sheet} ${signal} ${line.parts.size}` : `${sheet} ${finding.row}`;
        if (!line.parts.has(place)) {
          const { amount, low = amount, high = amount } = cost;
          line.parts.set(place, { sheet, row: finding.row, pattern, signal, amount, low, high });
        }
        line.isRange = line.isRange || cost.low !== undefined;
        lines.set(key, line);
      }
    }
  }
  return [...lines.values()].map(({ unit, currency, isRange, parts }) => {
    const all = [...parts.values()];
    const sum = (pick: (part: Priced) => number) => all.reduce((total, part) => total + pick(part), 0);
    return {
      unit,
      amount: sum(({ amount }) => amount),
      ...(isRange ? { low: sum(({ low }) => low), high: sum(({ high }) => high) } : {}),
      ...(currency === undefined ? {} : { currency }),
      parts: all.map(({ sheet, row, pattern, signal, amount }) => ({ sheet, row, pattern, signal, amount })),
    };
  });
}
