import { remembered } from '../../base/remembered.ts';

/** Ages in full years, both ends included. */
export interface AgeRange {
  readonly from: number;
  readonly to: number;
  /** `30+`: no upper end is named. */
  readonly isOpen?: boolean;
}

/** Without an upper end (`25+`) an audience is taken to end here. */
const OLDEST = 65;
const YOUNGEST = 13;

/** `18–24`, `18-24 лет`, `от 25 до 45`, `25 to 45`, `18+`, `старше 30`, `до 18`. */
const range = /(?<![\d./])(\d{1,2})\s*(?:-|–|—|−|до|to|…|\.\.)\s*(\d{1,2})(?!\d|[./]\d)/g;
const from = /(?<!\d)(\d{1,2})\s*(?:\+|plus|и старше|and older|and over)/g;
const older = /(?:старше|от|from|over|older than|above)\s*(\d{1,2})(?!\d|[./]\d)/g;
const younger = /(?:до|младше|under|younger than|up to)\s*(\d{1,2})(?!\d|[./]\d)/g;

/**
 * The ages a text names, in the order in which they stand there; none where it names none.
 * @example agesIn('25–45, ядро 30+') → [{ from: 25, to: 45 }, { from: 30, to: 65 }]
 */
export const agesIn: (text: string) => readonly AgeRange[] = remembered((text) => {
  const found: { readonly at: number; readonly range: AgeRange }[] = [];
  let rest = text.toLowerCase().replace(/\u00A0/g, ' ');
  const take = (pattern: RegExp, rangeOf: (numbers: readonly number[]) => AgeRange) => {
    rest = rest.replace(pattern, (all: string, ...groups) => {
      const numbers = groups.filter((group): group is string => typeof group === 'string' && /^\d{1,2}$/.test(group)).map(Number);
      const ages = rangeOf(numbers);
      const at = Number(groups.find((group) => typeof group === 'number'));
      if (ages.from < ages.to && ages.to <= 99) found.push({ at, range: ages });
      // Taken: another pattern must not find it again, and places stay what they were.
      return ' '.repeat(all.length);
    });
  };
  take(range, ([low = 0, high = 0]) => ({ from: low, to: high }));
  take(from, ([low = 0]) => ({ from: low, to: OLDEST, isOpen: true }));
  take(older, ([low = 0]) => ({ from: low, to: OLDEST, isOpen: true }));
  take(younger, ([high = 0]) => ({ from: Math.min(YOUNGEST, high - 1), to: high }));
  return found.sort((one, other) => one.at - other.at).map((one) => one.range);
});

/** Part of the first range's years that lie in the second, from 0 to 1; one without an upper end is taken to end with the second. */
export function overlapOf(audience: AgeRange, wanted: AgeRange): number {
  const end = audience.isOpen ? Math.max(wanted.to, audience.from) : audience.to;
  const common = Math.min(end, wanted.to) - Math.max(audience.from, wanted.from) + 1;
  return Math.max(0, common) / (end - audience.from + 1);
}
