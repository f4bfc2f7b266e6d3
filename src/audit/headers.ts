import { cleanText } from '../base/cells.ts';
import { currencyCode } from '../base/numbers.ts';
import { type Field, fields } from '../patterns/columns.ts';

/** A header as it is compared: no case, ё, invisible characters, units in brackets, percent signs or punctuation. */
export function normaliseHeader(header: string): string {
  return cleanText(header)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/,\s*(%|₽|руб\.?|р\.|шт\.?|чел\.?|rub|usd|eur)[\s:;]*$/g, ' ')
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
  /** Only alike, by a letter or two: the last resort, shown as a doubt. */
  readonly isLikely?: boolean;
}

/** Answers which fields a header may mean, best first. The alias table is normalised once. */
export type HeaderMatcher = (header: string) => readonly Candidate[];

interface Alias {
  readonly field: Field;
  readonly rank: number;
  readonly spelling: string;
}

/** The alias table, normalised once, and its longer spellings word by word, by how many words they have. */
interface AliasTable {
  readonly byAlias: ReadonlyMap<string, readonly Alias[]>;
  readonly byWordCount: ReadonlyMap<number, readonly (readonly string[])[]>;
}

let aliasTable: AliasTable | undefined;

function readAliases(): AliasTable {
  const byAlias = new Map<string, Alias[]>();
  for (const field of fields) {
    for (const aliases of [field.aliases.en, field.aliases.ru]) {
      aliases.forEach((spelling, rank) => {
        const key = normaliseHeader(spelling);
        const entries = byAlias.get(key) ?? [];
        if (!entries.some((entry) => entry.field === field)) byAlias.set(key, [...entries, { field, rank, spelling }]);
      });
    }
  }
  const byWordCount = new Map<number, (readonly string[])[]>();
  for (const spelling of byAlias.keys()) {
    if (spelling.length < SHORTEST_LIKENESS) continue;
    const words = spelling.split(' ');
    const same = byWordCount.get(words.length);
    if (same) same.push(words);
    else byWordCount.set(words.length, [words]);
  }
  return { byAlias, byWordCount };
}

/** Whether a text is a header of the alias table; likeness does not count. */
export function isKnownHeader(text: string): boolean {
  aliasTable ??= readAliases();
  return aliasTable.byAlias.has(normaliseHeader(text));
}

export function createHeaderMatcher(): HeaderMatcher {
  aliasTable ??= readAliases();
  const { byAlias, byWordCount } = aliasTable;
  const answers = new Map<string, readonly Candidate[]>();
  const match: HeaderMatcher = (header) => {
    // Numbers and dates are no headers; a sheet has thousands of them.
    if (/^[\d\s.,:+%-]*$/.test(header)) return [];
    const normalised = normaliseHeader(header);
    const known = byAlias.get(normalised);
    if (!known)
      return likely(normalised, byWordCount).flatMap((alias) =>
        (byAlias.get(alias) ?? []).map(({ field, rank }) => ({ field, rank, isExact: false, isLikely: true })),
      );
    const clean = cleanText(header);
    return known
      .map(({ field, rank, spelling }) => ({ field, rank, isExact: spelling === clean }))
      .sort((one, other) => Number(other.isExact) - Number(one.isExact) || one.rank - other.rank);
  };
  return (header) => {
    const answer = answers.get(header) ?? match(header);
    answers.set(header, answer);
    return answer;
  };
}

/** Shorter words are too easily another word. */
const SHORTEST_LIKENESS = 6;

/** Aliases that differ from a header by one letter, or two in a long one. */
function likely(header: string, byWordCount: AliasTable['byWordCount']): readonly string[] {
  if (header.length < SHORTEST_LIKENESS || header.length > 40) return [];
  const words = header.split(' ');
  const found: string[] = [];
  for (const others of byWordCount.get(words.length) ?? []) {
    if (isLike(words, others) && found.push(others.join(' ')) === 2) break;
  }
  return found;
}

/** Word by word: a short word must be the same, since one letter makes it another. */
function isLike(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word, index) => {
    const other = others[index] ?? '';
    const allowed = word.length >= 10 ? 2 : word.length >= SHORTEST_LIKENESS ? 1 : 0;
    return Math.abs(word.length - other.length) <= allowed && isWithin(word, other, allowed);
  });
}

/** Whether so many insertions, deletions and replacements of letters turn one text into the other. */
function isWithin(one: string, other: string, allowed: number): boolean {
  let same = 0;
  while (same < one.length && same < other.length && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  if (same === one.length || same === other.length) return one.length - same + other.length - same <= allowed;
  if (allowed === 0) return false;
  const [first, second] = [one.slice(same), other.slice(same)];
  return (
    isWithin(first.slice(1), second.slice(1), allowed - 1) ||
    isWithin(first.slice(1), second, allowed - 1) ||
    isWithin(first, second.slice(1), allowed - 1)
  );
}
