/** Where results get lost, the dearest first: what a person reads before anything else. */
import { costUnits } from '../../patterns/engine/signal-bill.ts';
import { gravity, type Severity } from '../../patterns/engine/verdicts.ts';
import { signalById } from '../../patterns/index.ts';
import { shortfallId } from '../bill/shortfall.ts';
import type { BillLine, Report } from '../report.ts';

/** What one signal found over all tabs, and what that comes to. */
export interface Place {
  /** The signal's id, or `shortfallId`. */
  readonly id: string;
  /** From 1; 0 for what belongs to no pattern. */
  readonly pattern: number;
  /** Its lines of the bill: one per unit and currency, none where nothing can be summed. */
  readonly sums: readonly BillLine[];
  /** Rows in which it was found; 0 where the finding is about a whole table. */
  readonly rows: number;
  readonly severity: Severity;
}

/** Money first, then what else costs something, then the gravest; of equals the one with more rows. */
export function placesOf({ sheets, bill }: Pick<Report, 'sheets' | 'bill'>): readonly Place[] {
  const places = new Map<string, { rows: number; severity: Severity }>();
  for (const { signal, findings } of sheets.flatMap(({ results }) => results)) {
    for (const { row, severity } of findings) {
      const known = places.get(signal) ?? { rows: 0, severity };
      places.set(signal, known);
      if (row !== null) known.rows++;
      if (gravity[severity] < gravity[known.severity]) known.severity = severity;
    }
  }
  const shortfalls = bill.filter(({ signal }) => signal === shortfallId);
  const all: Place[] = [...places].map(([id, place]) => ({
    ...{ id, ...place, pattern: signalById(id)?.number ?? 0 },
    sums: bill.filter(({ signal }) => signal === id),
  }));
  if (shortfalls.length > 0) {
    const rows = shortfalls.reduce((sum, { parts }) => sum + parts.length, 0);
    all.push({ id: shortfallId, pattern: 0, sums: shortfalls, rows, severity: 'minor' });
  }
  const rank = ({ sums: [first] }: Place) => (first ? costUnits.indexOf(first.unit) : costUnits.length);
  return all.sort((one, other) => rank(one) - rank(other) || gravity[one.severity] - gravity[other.severity] || other.rows - one.rows);
}

/** A figure on fewer rows is a question, not an answer. */
const FEWEST_ROWS = 3;
export const isFew = (rows: number): boolean => rows > 0 && rows < FEWEST_ROWS;

/** How many rows of the sheet a highlight would mark. */
export function rowsToMark({ sheets }: Pick<Report, 'sheets'>): number {
  return sheets.reduce((sum, { results }) => {
    const rows = new Set<number>();
    for (const { findings } of results) for (const { row } of findings) if (row !== null) rows.add(row);
    return sum + rows.size;
  }, 0);
}
