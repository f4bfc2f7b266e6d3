/** Words, links, numbers of phones and ids in another disguise: the same wherever they are the same, of the same length and script. */
import { randomInt } from 'node:crypto';

/** Who makes one disguise of many: by default chance, so that nobody can work backwards. */
export type Draw = (below: number) => number;

const alphabets = [
  { letter: /\p{Script=Cyrillic}/u, letters: 'абвгдежзиклмнопрстуфхцчшэюя' },
  { letter: /\p{Script=Greek}/u, letters: 'αβγδεζηθικλμνξοπρστυφχψω' },
  { letter: /\p{L}/u, letters: 'abcdefghijklmnopqrstuvwxyz' },
] as const;

/** So many digits in a row tell one thing from another; fewer count, date or measure. */
const LONG_NUMBER = 6;
/** What reaches or names somebody as a whole: an address, a link, a handle. */
const address = /(?:https?:\/\/|www\.)\S+|[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|@[\w.]{3,}/giu;
/** Hosts of networks say which network it is, and nothing of whose page. */
const knownHost =
  /^(?:https?:\/\/)?(?:[\w-]+\.)?(?:instagram|facebook|fb|youtube|youtu|tiktok|twitter|x|linkedin|vk|ok|t|telegram|pinterest|threads|dzen)\.(?:com|net|ru|me|be)\b/i;

/** Disguises what a cell says. */
export class Disguise {
  private readonly words = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** @param isKept which words say nothing of anybody and are wanted: `Итого`, `reels`, `владелица` */
  constructor(
    private readonly isKept: (word: string) => boolean,
    private readonly draw: Draw = (below) => randomInt(below),
  ) {}

  /** A sentence, word by word; addresses and long numbers as a whole. */
  text(text: string): string {
    let at = 0;
    let out = '';
    for (const match of text.matchAll(address)) {
      out += this.plain(text.slice(at, match.index)) + this.whole(match[0]);
      at = match.index + match[0].length;
    }
    return out + this.plain(text.slice(at));
  }

  /** An id, a link or a handle: every letter and digit of it. */
  whole(text: string): string {
    const [host = ''] = knownHost.exec(text) ?? [/^https?:\/\//i.exec(text)?.[0] ?? ''];
    return host + text.slice(host.length).replace(/[\p{L}\p{N}]+/gu, (run) => this.instead(run));
  }

  /** A number that names somebody or something, as a phone or an id does. */
  readonly number = (value: number): number => Number(this.instead(String(value)));

  private plain(text: string): string {
    return text
      .replace(/\+?\d[\d\s\u00A0()-]{8,}\d/g, (run) => (run.replace(/\D/g, '').length > 9 ? this.phone(run) : run))
      .replace(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*|\d+/gu, (word) => (this.isPlain(word) ? word : this.instead(word)));
  }

  /** Digits of its own, the gaps where they were. */
  private phone(run: string): string {
    const digits = this.instead(run.replace(/\D/g, ''));
    let at = 0;
    return run.replace(/\d/g, () => digits[at++] ?? '0');
  }

  private isPlain(word: string): boolean {
    if (/^\d+$/.test(word)) return word.length < LONG_NUMBER;
    return (word.length <= 2 && word === word.toLowerCase()) || this.isKept(word);
  }

  /** The disguise of a word, its capitals where they were. */
  private instead(word: string): string {
    const key = word.toLowerCase();
    const known = this.words.get(key) ?? this.drawn(key);
    this.words.set(key, known);
    return [...word]
      .map((sign, index) => (sign === sign.toLowerCase() ? (known[index] ?? sign) : (known[index] ?? sign).toUpperCase()))
      .join('');
  }

  /** Two words never get one disguise, as long as there are enough of its length. */
  private drawn(key: string): string {
    for (let tries = 0; ; tries++) {
      const drawn = [...key].map((sign, index) => this.sign(sign, index)).join('');
      if ((this.taken.has(drawn) || drawn === key) && tries < 100) continue;
      this.taken.add(drawn);
      return drawn;
    }
  }

  private sign(sign: string, index: number): string {
    // A number keeps its length: it does not begin with nought.
    if (/\d/.test(sign)) return String(index === 0 && sign !== '0' ? 1 + this.draw(9) : this.draw(10));
    const letters = alphabets.find(({ letter }) => letter.test(sign))?.letters;
    return letters === undefined ? sign : (letters[this.draw(letters.length)] ?? sign);
  }
}
