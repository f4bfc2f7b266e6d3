import { isFew } from '../audit/answer/places.ts';
import { shortfallId, shortfallTexts } from '../audit/bill/shortfall.ts';
import type { BillLine, BillPart } from '../audit/report.ts';
import type { Language } from '../i18n/language.ts';
import { type Words, wordsOf } from '../i18n/words.ts';
import type { BillSum, BillTexts, Cost } from '../patterns/engine/signal-bill.ts';
import type { Evidence } from '../patterns/engine/verdicts.ts';
import { signalById } from '../patterns/index.ts';

/** A line of the bill without its rows: whose it is, the sum, and on how many rows it rests. */
export type BillLineSum = BillSum & Pick<BillLine, 'signal'>;

/** A line of the bill: the figure, and what it is a figure of. Side by side they read as one sentence. */
export interface BillWords {
  readonly amount: string;
  readonly what: string;
}

/** One line of the bill in words, with the number of rows it rests on. */
export function billText(sum: BillLineSum, language: Language): string {
  const { amount, what } = billWords(sum, language);
  return `${amount} ${what}`;
}

export function billWords(sum: BillLineSum, language: Language): BillWords {
  const words = wordsOf(language);
  const what = textsOf(sum.signal, language)?.what(sum, words) ?? '';
  return { amount: amountText(sum, language), what: `${what}; ${rowCount(sum.rows, words)}${isFew(sum.rows) ? fewRows[language] : ''}` };
}

/** What a sum is a figure of, without the number of rows and what is counted beside it. */
export function billSubject({ byCalendar: _, ...sum }: BillLineSum, language: Language): string {
  return textsOf(sum.signal, language)?.what(sum, wordsOf(language)) ?? '';
}

/** How the figures of a line are made, row by row. */
export const billArithmetic = (signal: string, language: Language): string => textsOf(signal, language)?.arithmetic ?? '';

/** The arithmetic of one row, in the numbers of its finding. */
export function partText({ amount, evidence, arrivals }: BillPart, { signal, unit, currency }: BillLine, language: Language): string {
  const words = wordsOf(language);
  const cost: Cost = { unit, amount, ...(currency === undefined ? {} : { currency }) };
  const own =
    textsOf(signal, language)?.part?.(evidence, cost, words) ??
    (unit === 'money' ? words.money(amount, currency) : words.number(amount, 0));
  return arrivals ? `${own}; ${arrivalsText[language](arrivals, currency, words)}` : own;
}

const followerForms: Forms = { en: ['follower', 'followers'], ru: ['подписчик', 'подписчика', 'подписчиков'] };
type Arrivals = NonNullable<BillPart['arrivals']>;

const arrivalsText: Readonly<Record<Language, (arrivals: Arrivals, currency: string | undefined, words: Words) => string>> = {
  en: ({ followers, price }, currency, words) =>
    followers === 0
      ? 'no followers came with it'
      : `${counted(followers, words, followerForms)} came with it, ${words.money(price / followers, currency)} each`,
  ru: ({ followers, price }, currency, words) =>
    followers === 0
      ? 'подписчиков с ним не пришло'
      : `с ним ${words.plural(followers, 'пришёл', 'пришли', 'пришло')} ${counted(followers, words, followerForms)}, по ${words.money(price / followers, currency)}`,
};

const textsOf = (signal: string, language: Language): BillTexts<Evidence> | undefined =>
  signal === shortfallId ? shortfallTexts[language] : signalById(signal)?.signal.bill?.texts[language];

const fewRows: Readonly<Record<Language, string>> = { en: ': ask', ru: ': уточнить' };

const rowForms: Forms = { en: ['row', 'rows'], ru: ['строка', 'строки', 'строк'] };
/** `1 row`, `3 строки`. */
export const rowCount = (rows: number, words: Words) => counted(rows, words, rowForms);

const entryForms: Forms = { en: ['entry', 'entries'], ru: ['запись', 'записи', 'записей'] };
/** The same for somebody who does not see the sheet: `1 entry`, `3 записи`. */
export const entryCount = (rows: number, words: Words) => counted(rows, words, entryForms);

type Forms = Readonly<Record<Language, readonly [string, string, string?]>>;

/** `3 leads`, `3 заявки`: a number of things, rounded. */
const counted = (amount: number, words: Words, forms: Forms) =>
  `${words.number(amount, 0)} ${words.plural(Math.round(amount), ...forms[words.language])}`;

/** What each unit but money counts. */
const things: Readonly<Record<Exclude<Cost['unit'], 'money'>, Forms>> = {
  hours: { en: ['hour', 'hours'], ru: ['час', 'часа', 'часов'] },
  posts: { en: ['post', 'posts'], ru: ['пост', 'поста', 'постов'] },
  leads: { en: ['lead', 'leads'], ru: ['заявка', 'заявки', 'заявок'] },
  followers: { en: ['follower', 'followers'], ru: ['подписчик', 'подписчика', 'подписчиков'] },
  engagements: { en: ['engagement', 'engagements'], ru: ['реакции', 'реакций', 'реакций'] },
};

/** An amount with its unit: `1,250 ₽`, `12 hours`. */
export function amountText({ unit, amount, currency }: Cost, language: Language): string {
  const words = wordsOf(language);
  return unit === 'money' ? words.money(amount, currency) : counted(amount, words, things[unit]);
}
