import { hash } from '../../table/identity.ts';

/**
 * Remembers texts in little space, as a Bloom filter: a text that was remembered is always known again, any other is taken for one of
 * them about once in 700 times, more often where a file has more than 5,000 different reasons. Metadata of a file holds 30,000
 * characters in all, far less than the reasons themselves.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS_PER_LETTER = 6;
const BITS_PER_TEXT = 16;
const PROBES = 5;
const FEWEST_LETTERS = 64;
/** For the annotated tabs of a file together, and for each tab of our own: with half a dozen of these all fit. */
export const LETTERS_OF_ANNOTATIONS = 15_000;
export const LETTERS_OF_OWN_TAB = 2400;

/** A memory of these texts, as at most so many letters. */
export function rememberTexts(texts: Iterable<string>, most: number): string {
  const different = new Set(texts);
  if (different.size === 0) return '';
  const wanted = Math.ceil((different.size * BITS_PER_TEXT) / BITS_PER_LETTER);
  const letters = Math.max(FEWEST_LETTERS, Math.min(Math.floor(most), wanted));
  const memory = new Uint8Array(letters);
  different.forEach((text) => {
    for (const bit of probes(text, letters)) memory[bit.letter] = (memory[bit.letter] ?? 0) | bit.mask;
  });
  return Array.from(memory, (bits) => ALPHABET.charAt(bits)).join('');
}

/** Whether the text is one of those remembered. */
export function isRemembered(memory: string, text: string): boolean {
  return memory !== '' && probes(text, memory.length).every(({ letter, mask }) => (ALPHABET.indexOf(memory.charAt(letter)) & mask) !== 0);
}

/** The bits that stand for a text in a memory of so many letters. */
function probes(text: string, letters: number): readonly { readonly letter: number; readonly mask: number }[] {
  const sum = hash(text);
  const start = Number.parseInt(sum.slice(0, 8), 16);
  const step = Number.parseInt(sum.slice(8), 16) | 1;
  return Array.from({ length: PROBES }, (_, probe) => {
    const bit = (start + probe * (step >>> 0)) % (letters * BITS_PER_LETTER);
    return { letter: Math.floor(bit / BITS_PER_LETTER), mask: 1 << (bit % BITS_PER_LETTER) };
  });
}
