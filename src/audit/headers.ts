import { cleanText } from '../base/cells.ts';
import { currencyCode } from '../base/numbers.ts';
import { type Field, fields } from '../patterns/columns.ts';

/** A header as it is compared: no case, ё, invisible characters, units in brackets, percent signs or punctuation. */
export function normaliseHeader(header: string): string {
  return cleanText(header)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/,\s*(%|₽|руб\.?|р\.|шт\.?|чел\.?|rub|usd|eur)\s*$/g, ' ')
    .replace(/["'’«»“”.,:;!?%#№/\\_[\]|*-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The currency that a header carries: `Сумма затрат (USD)`, `Цена, ₽`. */
export function headerCurrency(header: string): string | undefined {
  for (const word of cleanText(header).split(/[\s(),]+/)) {
    const code = word.length <= 4 && !/^[рp]\.?$/i.test(word) ? currencyCode(word) : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** One field a header may mean; the lower the rank, the more telling the alias. */
export interface Candidate {
  readonly field: Field;
  readonly rank: number;
  readonly isExact: boolean;
}

/** Answers which fields a header may mean, best first. The alias table is normalised once. */
export type HeaderMatcher = (header: string) => readonly Candidate[];

export function createHeaderMatcher(): HeaderMatcher {
  const byAlias = new Map<string, { field: Field; rank: number; spelling: string }[]>();
  for (const field of fields) {
    for (const aliases of [field.aliases.en, field.aliases.ru]) {
      aliases.forEach((spelling, rank) => {
        const key = normaliseHeader(spelling);
        const entries = byAlias.get(key) ?? [];
        if (!entries.some((entry) => entry.field === field)) byAlias.set(key, [...entries, { field, rank, spelling }]);
      });
    }
  }
  return (header) => {
    const entries = byAlias.get(normaliseHeader(header)) ?? [];
    const clean = cleanText(header);
    return entries
      .map(({ field, rank, spelling }) => ({ field, rank, isExact: spelling === clean }))
      .sort((one, other) => Number(other.isExact) - Number(one.isExact) || one.rank - other.rank);
  };
}
