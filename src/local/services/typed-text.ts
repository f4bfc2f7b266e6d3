import { DAY } from '../../base/dates.ts';
import { monthOf } from '../../base/month-names.ts';
import type { Value } from '../book/parts.ts';

/** What a cell is given by a text: a value, or a formula to be computed. */
export type Entered = { readonly value: Value } | { readonly formula: string };

const language = (locale: string) => locale.slice(0, 2).toLowerCase();

/** Sheets knows English months everywhere, and those of the spreadsheet's own language. */
const monthIn = (word: string, locale: string) => monthOf(word, 'en') ?? monthOf(word, language(locale));

/**
 * What Sheets makes of a text that `setValue` hands to a cell without text format: it reads it as if somebody had typed it, in the
 * spreadsheet's locale. Where it is not known whether Sheets converts a text, this one does.
 * Source: Range.setValues ("the cell is formatted as the values are typed"), and the help page on dates and times.
 * @param today midnight of the spreadsheet's today, as wall time: a date without a year is of this year
 */
export function readTyped(text: string, locale: string, today: number): Entered {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=')) return { formula: text };
  const plain = text.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (/^(true|истина|wahr)$/i.test(plain)) return { value: true };
  if (/^(false|ложь|falsch)$/i.test(plain)) return { value: false };
  const number = readNumber(plain, locale);
  if (number !== undefined) return { value: number };
  const wall = readMoment(plain, locale, today);
  if (wall !== undefined) return { value: { wall } };
  // A sum such as `+7 900` or `-5+x` begins a formula, as in the formula bar.
  return /^[+-]./.test(plain) ? { formula: `=${plain}` } : { value: text };
}

function readNumber(text: string, locale: string): number | undefined {
  const comma = /^(ru|de|fr|es|it|pt|pl|tr|uk)/.test(language(locale));
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const bare = (bracketed ?? text).replace(/^([+-]?)\s*[$€£₽₴₸]\s*/, '$1').replace(/\s*([$€£₽₴₸]|р\.|руб\.?)$/, '');
  const match = /^([+-]?)(\d[\d., ']*|[.,]\d+)(e[+-]?\d+)?\s*(%?)$/i.exec(bare);
  if (!match) return undefined;
  const [, sign = '', digits = '', exponent = '', percent = ''] = match;
  const grouped = comma ? /^(\d{1,3}(?:[ .]\d{3})+|\d+)?(,\d*)?$/ : /^(\d{1,3}(?:[ ,]\d{3})+|\d+)?(\.\d*)?$/;
  if (!grouped.test(digits.trim())) return undefined;
  const value = Number(
    digits
      .trim()
      .replace(comma ? /[ .]/g : /[ ,]/g, '')
      .replace(',', '.') + exponent,
  );
  return Number.isFinite(value) ? (value * (sign === '-' || bracketed !== undefined ? -1 : 1)) / (percent === '%' ? 100 : 1) : undefined;
}

/** Time alone stands on the day before 1900 that serial numbers count from. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

function readMoment(text: string, locale: string, today: number): number | undefined {
  const [, before = '', hour, minute, second = '0', half = ''] =
    /^(.*?)(?:^|[ T])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?$/i.exec(text) ?? [];
  if (hour === undefined) return readDay(text, locale, today);
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  const time = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  const day = before === '' ? FIRST_DAY : readDay(before.replace(/,?\s*$/, ''), locale, today);
  return day === undefined ? undefined : day + time;
}

function readDay(text: string, locale: string, today: number): number | undefined {
  const thisYear = new Date(today).getUTCFullYear();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (numeric) {
    const [, one, , other, year] = numeric;
    const isAmerican = /^en[_-]US/i.test(locale);
    const [day, month] = isAmerican ? [Number(other), Number(one)] : [Number(one), Number(other)];
    return dayOf(fullYear(year, thisYear), month - 1, day);
  }
  const words = text
    .replace(/[,.]/g, ' ')
    .replace(/\s(г|года)\s*$/i, '')
    .trim()
    .split(/[\s-]+/);
  const place = words.findIndex((word) => monthIn(word, locale) !== undefined);
  if (place < 0 || words.length < 2 || words.length > 3) return undefined;
  const month = monthIn(words[place] ?? '', locale) ?? 0;
  const numbers = words.filter((_, index) => index !== place);
  if (numbers.some((word) => !/^\d{1,2}$|^\d{4}$/.test(word))) return undefined;
  const [first = '', second] = numbers;
  if (second === undefined && first.length === 4) return dayOf(Number(first), month, 1);
  return dayOf(fullYear(second, thisYear), month, Number(first));
}

const fullYear = (year: string | undefined, thisYear: number): number =>
  year === undefined ? thisYear : Number(year) + (year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900);

function dayOf(year: number, month: number, day: number): number | undefined {
  const wall = Date.UTC(year, month, day);
  return new Date(wall).getUTCMonth() === month && day >= 1 ? Math.floor(wall / DAY) * DAY : undefined;
}
