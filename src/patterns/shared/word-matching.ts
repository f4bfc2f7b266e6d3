import { remembered } from '../../base/remembered.ts';

/** Matching of words in cells, in Russian and English. JavaScript's `\b` does not know Cyrillic letters, so edges are our own. */

/** A test for any of these words; a trailing `*` stands for any ending. */
export function anyWord(words: readonly string[]): (text: string) => boolean {
  const alternatives = words.map((word) => (word.slice(-1) === '*' ? `${word.slice(0, -1)}[a-zа-я]*` : word)).join('|');
  const pattern = new RegExp(`(^|[^a-zа-я])(${alternatives})(?![a-zа-я])`);
  return remembered((text) => pattern.test(plainWords(text)));
}

/** Lower case, ё as е: how every word list is written. */
export const plainWords = remembered((text) => text.toLowerCase().replace(/ё/g, 'е'));
