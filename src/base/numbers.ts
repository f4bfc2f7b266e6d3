import { type Cell, cleanText, isBlank, isDate, isErrorText } from './cells.ts';
import { ownValue } from './records.ts';

export type DecimalMark = ',' | '.';

/** What a column says about itself: how many cells admit only this decimal mark, and how many admit both readings. */
export interface MarkEvidence {
  readonly comma: number;
  readonly dot: number;
  readonly either: number;
}

/** How each cell of a numeric column was read. */
export const CellState = { blank: 0, read: 1, unreadable: 2, undecided: 3 } as const;

export interface NumberColumn {
  /** One number a row, `NaN` where it is not known. A percent sign divides by 100. */
  readonly values: Float64Array;
  /** One `CellState` a row. */
  readonly states: Uint8Array;
  /** 1 where the cell carried its own percent sign. */
  readonly percentSigned: Uint8Array;
  readonly evidence: MarkEvidence;
  /** The mark the column was read with; `undefined` when no cell needed one, or none could be decided. */
  readonly decimalMark: DecimalMark | undefined;
  readonly decidedBy: 'not-needed' | 'cells' | 'whole-numbers' | 'fallback' | 'undecided';
  /** ISO codes of the currencies written in the cells, in order of appearance. */
  readonly currencies: readonly string[];
  /** The currency of each row (index into `currencies`), -1 where none was written; absent when no cell had one. */
  readonly currencyOf?: Int8Array;
}

const currencyCodes: Readonly<Record<string, string>> = {
  '₽': 'RUB',
  р: 'RUB',
  'р.': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  рублей: 'RUB',
  rub: 'RUB',
  rur: 'RUB',
  $: 'USD',
  usd: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  '₸': 'KZT',
  тг: 'KZT',
  kzt: 'KZT',
  '₴': 'UAH',
  грн: 'UAH',
  'грн.': 'UAH',
  uah: 'UAH',
  byn: 'BYN',
  pln: 'PLN',
  zł: 'PLN',
  r$: 'BRL',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '₫': 'VND',
  đ: 'VND',
  '₺': 'TRY',
  tl: 'TRY',
  '₾': 'GEL',
  '֏': 'AMD',
  '₼': 'AZN',
  '₪': 'ILS',
  '₩': 'KRW',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  kč: 'CZK',
  лв: 'BGN',
  'лв.': 'BGN',
  сум: 'UZS',
  сом: 'KGS',
  'бел. руб.': 'BYN',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  mx$: 'MXN',
  s$: 'SGD',
  hk$: 'HKD',
  dh: 'AED',
  dhs: 'AED',
};

/** Codes that people write as they are. What is no currency on its own (`kr`, `¥`) is not guessed. */
const isoCodes = new Set(
  'aed amd ars aud azn bgn brl cad chf clp cny cop czk dkk egp gel hkd huf idr ils inr jpy kgs krw kwd mdl mxn myr ngn nok nzd pen php qar ron rsd sar sek sgd thb try twd uzs vnd zar'.split(
    ' ',
  ),
);

/** Whether a currency is named by its code; one that a cell spells in its own way is a cell's text, which goes nowhere. */
export const isIsoCurrency = (currency: string): boolean => /^[A-Z]{3}$/.test(currency);

/** The ISO code of a currency as people write it (`₽`, `руб.`, `USD`), or `undefined`. */
export function currencyCode(text: string): string | undefined {
  const key = text.trim().toLowerCase();
  return ownValue(currencyCodes, key) ?? (isoCodes.has(key) ? key.toUpperCase() : undefined);
}

const multipliers: Readonly<Record<string, number>> = {
  k: 1e3,
  к: 1e3,
  тыс: 1e3,
  'тыс.': 1e3,
  mil: 1e3,
  m: 1e6,
  м: 1e6,
  млн: 1e6,
  'млн.': 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  млрд: 1e9,
  'млрд.': 1e9,
};

/** `25 т.р.`: thousands of roubles in one word. */
const thousandsOfRoubles = /^т\.?\s?р\.?$/;

const units = new Set(['чел', 'чел.', 'шт', 'шт.', 'раз', 'раза', 'people']);

type Mark = 'none' | DecimalMark | 'either';

interface Digits {
  /** The digits with every mark and space still in place. */
  readonly digits: string;
  readonly mark: Mark;
  readonly negative: boolean;
  readonly factor: number;
  readonly percent: boolean;
  readonly currency: string | undefined;
}

const shape = /^((?:[^\d.,+()\s-][^\d.,+()-]*?\.?)?)\s*([+-]?)\s*(\d[\d\s.,'’]*|[.,]\d+)\s*([^\d\s].*)?$/;

/** Takes a written number apart without deciding its decimal mark; `undefined` when it is not one number. */
function takeApart(text: string): Digits | undefined {
  const plain = text.replace(/[\u2212\u2013\u2014]/g, '-');
  const match = shape.exec(plain);
  if (!match) return undefined;
  const before = (match[1] ?? '').trim();
  const digits = (match[3] ?? '').trim();
  let factor = 1;
  let percent = false;
  let currency = before === '' ? undefined : currencyCode(before);
  if (before !== '' && currency === undefined) return undefined;
  for (const word of (match[4] ?? '')
    .trim()
    .toLowerCase()
    .replace(/%/g, ' % ')
    .replace(/т\. р\.?/, 'т.р.')
    .split(/\s+/)) {
    if (word === '') continue;
    if (thousandsOfRoubles.test(word) && factor === 1 && currency === undefined) {
      factor = 1e3;
      currency = 'RUB';
      continue;
    }
    const factorOfWord = ownValue(multipliers, word);
    const currencyOfWord = currencyCode(word);
    if (word === '%' && !percent) percent = true;
    else if (factorOfWord !== undefined && factor === 1) factor = factorOfWord;
    else if (currencyOfWord !== undefined && currency === undefined) currency = currencyOfWord;
    else if (!units.has(word)) return undefined;
  }
  const mark = markOf(digits);
  return mark === undefined ? undefined : { digits, mark, negative: match[2] === '-', factor, percent, currency };
}

/** By thousands, or as in India by hundreds above them: `12,34,567`. */
const grouped = (text: string, separator: string) =>
  new RegExp(`^\\d{1,3}(${separator}\\d{3})+$`).test(text) || (separator === ',' && /^\d{1,2}(,\d{2})+,\d{3}$/.test(text));

/** Which decimal mark this spelling admits; `undefined` when it is no number under either. */
function markOf(digits: string): Mark | undefined {
  const hasSpaces = /[\s'’]/.test(digits);
  const commas = digits.split(',').length - 1;
  const dots = digits.split('.').length - 1;
  if (commas + dots === 0) return !hasSpaces || grouped(digits, "[\\s'’]") ? 'none' : undefined;
  if (commas > 0 && dots > 0) {
    const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
    const [whole = '', ...rest] = digits.split(decimal);
    return rest.length === 1 && !hasSpaces && grouped(whole, decimal === ',' ? '\\.' : ',') ? decimal : undefined;
  }
  const mark: DecimalMark = commas > 0 ? ',' : '.';
  const other: DecimalMark = mark === ',' ? '.' : ',';
  if (commas + dots > 1) return grouped(digits, mark === ',' ? ',' : '\\.') ? other : undefined;
  const [whole = '', fraction = ''] = digits.split(mark);
  if (/[\s'’]/.test(fraction)) return undefined;
  if (hasSpaces) return grouped(whole, "[\\s'’]") ? mark : undefined;
  const couldGroup = fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && !/^0/.test(whole);
  return couldGroup ? 'either' : mark;
}

function amountOf(number: Digits, decimalMark: DecimalMark): number {
  const decimal = number.digits.lastIndexOf(decimalMark);
  const whole = decimal < 0 ? number.digits : number.digits.slice(0, decimal);
  const fraction = decimal < 0 ? '' : number.digits.slice(decimal + 1);
  const read = Number(`${whole.replace(/\D/g, '')}.${fraction.replace(/\D/g, '')}0`);
  // Dividing keeps 12,5 % at exactly 0.125; multiplying by 0.01 would not.
  const scaled = number.percent ? (read * number.factor) / 100 : read * number.factor;
  return number.negative ? -scaled : scaled;
}

export interface NumberReading {
  /** Decimal mark to use when no cell decides: the user's setting or the spreadsheet's locale. */
  readonly fallbackMark?: DecimalMark | undefined;
  /** The column counts things: nobody has 12.4 followers, so `12,400` and `2.300` are thousands. */
  readonly wholeNumbers?: boolean;
}

/**
 * Reads one column (n cells) of numbers as people write them: `1 234,5`, `1.2K`, `1,2 тыс.`, `12,5 %`, `1 500 ₽`.
 * The decimal mark is decided once, by the cells that admit one reading only; cells that contradict the majority are unreadable.
 */
export function readNumbers(cells: ArrayLike<Cell>, reading: NumberReading = {}): NumberColumn {
  const count = cells.length;
  const values = new Float64Array(count).fill(Number.NaN);
  const states = new Uint8Array(count);
  const percentSigned = new Uint8Array(count);
  const written: { row: number; number: Digits }[] = [];
  for (let row = 0; row < count; row++) {
    const cell = cells[row];
    if (typeof cell === 'number') {
      const finite = Number.isFinite(cell);
      values[row] = finite ? cell : Number.NaN;
      states[row] = finite ? CellState.read : CellState.unreadable;
      continue;
    }
    if (cell === '' || isBlank(cell)) continue;
    states[row] = CellState.unreadable;
    if (typeof cell !== 'string' || isDate(cell) || isErrorText(cell)) continue;
    const number = cell.length > 60 ? undefined : takeApart(cleanText(cell));
    if (number) written.push({ row, number });
  }

  const evidence = countMarks(written);
  // Of a count only `1.2K` has decimals: what it says of the mark does not make `2.300` beside it two and a bit.
  const worded = reading.wholeNumbers ? countMarks(written.filter(({ number }) => number.factor !== 1)) : { comma: 0, dot: 0, either: 0 };
  const decision = decideMark({ ...evidence, comma: evidence.comma - worded.comma, dot: evidence.dot - worded.dot }, reading);
  const markOfWorded = worded.comma === worded.dot ? decision.mark : worded.comma > worded.dot ? ',' : '.';
  const currencies: string[] = [];
  let currencyOf: Int8Array | undefined;
  const set = (row: number, number: Digits, mark: DecimalMark) => {
    values[row] = amountOf(number, mark);
    states[row] = CellState.read;
    percentSigned[row] = number.percent ? 1 : 0;
    if (number.currency === undefined) return;
    currencyOf ??= new Int8Array(count).fill(-1);
    if (currencies.indexOf(number.currency) < 0) currencies.push(number.currency);
    currencyOf[row] = currencies.indexOf(number.currency);
  };
  for (const { row, number } of written) {
    if (number.mark === 'either' && decision.by === 'whole-numbers' && number.factor === 1) {
      set(row, number, number.digits.indexOf(',') < 0 ? ',' : '.');
      continue;
    }
    const isWorded = reading.wholeNumbers === true && number.factor !== 1;
    const decided = isWorded ? markOfWorded : decision.mark;
    if (number.mark === 'either' && decided === undefined) {
      states[row] = CellState.undecided;
      continue;
    }
    const isMarked = number.mark === ',' || number.mark === '.';
    if (isMarked && !isWorded && decision.by === 'cells' && number.mark !== decision.mark) continue;
    set(row, number, isMarked ? (number.mark as DecimalMark) : (decided ?? '.'));
  }
  return {
    values,
    states,
    percentSigned,
    evidence,
    decimalMark: decision.mark,
    decidedBy: decision.by,
    currencies,
    ...(currencyOf ? { currencyOf } : {}),
  };
}

function countMarks(written: readonly { number: Digits }[]): MarkEvidence {
  let comma = 0;
  let dot = 0;
  let either = 0;
  for (const { number } of written) {
    if (number.mark === ',') comma++;
    else if (number.mark === '.') dot++;
    else if (number.mark === 'either') either++;
  }
  return { comma, dot, either };
}

function decideMark(
  { comma, dot, either }: MarkEvidence,
  { fallbackMark, wholeNumbers }: NumberReading,
): { mark: DecimalMark | undefined; by: NumberColumn['decidedBy'] } {
  if (comma !== dot) return { mark: comma > dot ? ',' : '.', by: 'cells' };
  if (comma + dot + either === 0) return { mark: undefined, by: 'not-needed' };
  if (wholeNumbers && comma === 0) return { mark: fallbackMark, by: 'whole-numbers' };
  return fallbackMark === undefined ? { mark: undefined, by: 'undecided' } : { mark: fallbackMark, by: 'fallback' };
}

/**
 * Turns a numeric column into shares from 0 to 1. Cells with their own percent sign already are; if any other value of the column
 * exceeds 1, all the others are in percent. Values outside 0..1 afterwards are unreadable.
 */
export function asShares(column: NumberColumn): NumberColumn {
  const values = Float64Array.from(column.values);
  const states = Uint8Array.from(column.states);
  const inPercent = values.some((value, row) => value > 1 && column.percentSigned[row] === 0);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const share = inPercent && column.percentSigned[row] === 0 ? value / 100 : value;
    const readable = share >= 0 && share <= 1;
    values[row] = readable ? share : Number.NaN;
    if (!readable) states[row] = CellState.unreadable;
  }
  return { ...column, values, states };
}
