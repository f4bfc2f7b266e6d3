import { numbersAt } from '../../base/statistics.ts';
import type { Language } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import type { BillTexts, Cost } from '../../patterns/engine/signal-bill.ts';
import type { Table } from '../../patterns/engine/table.ts';
import type { Evidence } from '../../patterns/engine/verdicts.ts';
import { fromMovingMedian, NEIGHBOURS } from '../../patterns/shared/neighbours.ts';
import { placeOf } from '../../table/row-facts.ts';
import type { BillLine, BillPart, SheetReport } from '../report.ts';

/** The line of the bill that is no signal's own. */
export const shortfallId = 'below-usual';

/** How that line reads. */
export const shortfallTexts: Readonly<Record<Language, BillTexts<Evidence>>> = {
  en: {
    what: () => 'below the usual level',
    arithmetic: 'What each post lacks of the level of the posts around it; a post above that level counts against the sum.',
    part: difference,
  },
  ru: {
    what: () => 'не хватает до обычного уровня',
    arithmetic: 'Сколько каждому посту не хватило до уровня соседних; пост выше обычного уровня уменьшает сумму.',
    part: difference,
  },
};

function difference({ usual, own }: Evidence, { amount }: Cost, words: Words): string {
  return `${words.number(Number(usual), 0)} − ${words.number(Number(own), 0)} = ${words.number(amount, 0)}`;
}

/** A shortfall that rests on fewer posts is not shown. */
const FEWEST_POSTS = 8;

/** Engagements of a post, and what is usual around it. */
interface Compared extends Evidence {
  readonly usual: number;
  readonly own: number;
}

/** What posts around the post of a row, of the same account and type, reach, and its own engagements; `undefined` where it is not compared. */
export type UsualEngagements = (rowNumber: number) => Compared | undefined;

/** Compares every post with those around it. Posts that are paid for are left out. */
export function usualEngagements(table: Table): UsualEngagements {
  const { length } = table;
  const followers = table.columns.get('followers')?.numbers;
  const { logRates, series } = table.posts();
  const distances = new Float64Array(length).fill(Number.NaN);
  for (const rows of series) {
    fromMovingMedian(numbersAt(logRates, rows), NEIGHBOURS).forEach((distance, place) => {
      distances[rows[place] ?? 0] = distance;
    });
  }
  return (rowNumber) => {
    const row = placeOf(table, rowNumber);
    const distance = distances[row] ?? Number.NaN;
    if (Number.isNaN(distance)) return undefined;
    // The rates count one engagement more than there was.
    const own = Math.exp(logRates[row] ?? 0) * (followers?.[row] ?? 0);
    return { usual: own * Math.exp(-distance) - 1, own: own - 1 };
  };
}

/** Engagements below the usual level over the rows in which something was found: both signs summed, shown only when it is a shortfall. */
export function shortfallOf({ sheet, results }: SheetReport, compared: UsualEngagements): readonly BillLine[] {
  const parts = new Map<number, BillPart>();
  for (const { signal, pattern, findings } of results) {
    for (const { row } of findings) {
      if (row === null || parts.has(row)) continue;
      const evidence = compared(row);
      if (evidence) parts.set(row, { sheet, row, pattern, signal, amount: evidence.usual - evidence.own, evidence });
    }
  }
  const all = [...parts.values()];
  const amount = all.reduce((sum, part) => sum + part.amount, 0);
  return all.length >= FEWEST_POSTS && amount >= 1 ? [{ signal: shortfallId, unit: 'engagements', amount, parts: all }] : [];
}
