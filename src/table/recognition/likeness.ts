/** Whether two headers are the same but for how they are written: a word cut short, another ending, a slip of the finger. */

/** Shorter words are too easily another word. */
const SHORTEST_TYPO = 6;

/** A key that headers alike share, so that only few need to be compared: what their words begin with, in order. */
export const initialsOf = (words: readonly string[]): string =>
  words
    .map((word) => word.slice(0, 2))
    .sort()
    .join('');

/** Every word of one has its own among the others, in any order. */
export function areAlike(words: readonly string[], others: readonly string[], shortened: ReadonlySet<string>): boolean {
  const left = [...others];
  return (
    words.length === others.length &&
    words.every((word) => {
      const at = left.findIndex((other) => isAlike(word, other, shortened.has(word)));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

function isAlike(word: string, other: string, isShortened: boolean): boolean {
  if (word === other) return true;
  if (word.length >= (isShortened ? 3 : 5) && other.length > word.length && other.slice(0, word.length) === word) return true;
  if (/^[а-я]/.test(word) && haveOneStem(word, other)) return true;
  const allowed = word.length >= 10 ? 2 : word.length >= SHORTEST_TYPO ? 1 : 0;
  return allowed > 0 && Math.abs(word.length - other.length) <= allowed && isWithin(word, other, allowed);
}

/** `лайки` and `лайков`, `сохранения` and `сохранений`, not `контакт` and `контент`: the same up to endings of at most three letters, shorter than the stem by two. */
function haveOneStem(word: string, other: string): boolean {
  let same = 0;
  while (same < word.length && same < other.length && word.charCodeAt(same) === other.charCodeAt(same)) same++;
  const longest = Math.min(3, same - 2);
  return same >= 4 && word.length - same <= longest && other.length - same <= longest;
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
