/** Titles as they are compared: words in common, whatever else stands around them. */

export interface Title {
  /** Its words, each once, as numbers. */
  readonly words: readonly number[];
  /** Those of its words that hold digits. */
  readonly numbered: readonly number[];
}

/** Reads titles; a word is the same number in all that one reader read. */
export function createTitleReader(): (text: string) => Title {
  const known = new Map<string, number>();
  /** By word: the last title that it stood in. */
  const stoodIn: number[] = [];
  let titles = 0;
  return (text) => {
    titles++;
    const [words, numbered]: [number[], number[]] = [[], []];
    for (const word of text
      .toLowerCase()
      .replace(/ё/g, 'е')
      .match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? []) {
      const id = known.get(word) ?? known.size;
      known.set(word, id);
      if (stoodIn[id] === titles) continue;
      stoodIn[id] = titles;
      words.push(id);
      if (/\d/.test(word)) numbered.push(id);
    }
    return { words, numbered };
  };
}

/**
 * How alike two titles are, from 0 to 1: words they share, of the words of the shorter, which may be a topic for a whole text.
 * @param shared how many words they share
 */
export function titleLikeness(one: Title, other: Title, shared: number): number {
  const fewest = Math.min(one.words.length, other.words.length);
  if (fewest === 0) return 0;
  // Parts of a series differ by their number alone.
  const areNumbered = one.numbered.length > 0 && other.numbered.length > 0;
  if (areNumbered && !one.numbered.some((word) => other.numbered.includes(word))) return 0;
  // One short word in common says little.
  return fewest === 1 && one.words.length !== other.words.length ? 0.5 * shared : shared / fewest;
}

/**
 * How many words a title shares with each of some others, by where each word stands, not title against title.
 * @param titles what is searched, all read by one reader
 * @returns for a title of the same reader: place among `titles` → words in common, where there is one
 */
export function createWordIndex(titles: readonly Title[]): (title: Title) => ReadonlyMap<number, number> {
  const placesOf: number[][] = [];
  titles.forEach(({ words }, place) => {
    for (const word of words) {
      placesOf[word] ??= [];
      placesOf[word]?.push(place);
    }
  });
  return ({ words }) => {
    const shared = new Map<number, number>();
    for (const word of words) for (const place of placesOf[word] ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    return shared;
  };
}
