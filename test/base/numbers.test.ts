import { describe, expect, it } from 'vitest';
import { asShares, CellState, readNumbers } from '../../src/base/numbers.ts';
import { fc, test as property } from './property.ts';

const values = (cells: readonly (string | number | boolean)[], reading = {}) => [...readNumbers(cells, reading).values];

/** Groups that are none, marks and spaces that contradict each other, words twice, two numbers. */
const unclear = [
  ...['12,34.5', '1.2.3', '1,234.5.6', '1 234.567,8', '1,5 0', '12 34,5', '12345 678'],
  ...['1 тыс. тыс.', '5 ₽ $', '5 abc', '5 % %', '5 % abc', 'abc 5', '9'.repeat(61)],
];

describe('readNumbers', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u00A0234,5', 1234.5],
    ['1\u202F234\u202F567', 1_234_567],
    ['1.2K', 1200],
    ['0.89k', 890],
    ['1,2 тыс.', 1200],
    ['21 тыс.', 21_000],
    ['48.5M', 48_500_000],
    ['29.0b', 29_000_000_000],
    ['12,5 %', 0.125],
    ['1.39%', 0.0139],
    ['1938.0', 1938],
    ['0.01216', 0.01216],
    ['−5', -5],
    ['+7', 7],
    ['1 500 ₽', 1500],
    ['$12.50', 12.5],
    ['1.234.567,8', 1_234_567.8],
    ["1'234'567", 1_234_567],
    [',5', 0.5],
    [',500', 0.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1 234.567', 1234.567],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['5 тыс. %', 50],
    ['RUB 500', 500],
    ['12 чел.', 12],
    ['12,34,567', 1_234_567],
    ['₹1,00,000.50', 100_000.5],
    ['Rs. 500', 500],
    ['R$ 1.234,56', 1234.56],
    ['120 т.р.', 120_000],
    ['1,5 т. р.', 1500],
    ['250 zł', 250],
    ['AED 300', 300],
    ['300 000 VND', 300_000],
  ])('reads %j as %d', (text, expected) => {
    expect(values([text])).toEqual([expected]);
  });

  it.each([
    ['R$ 5', 'BRL'],
    ['₹5', 'INR'],
    ['5 VND', 'VND'],
    ['5 zł', 'PLN'],
    ['AED 5', 'AED'],
    ['5 т.р.', 'RUB'],
    ['5 chf', 'CHF'],
  ])('knows the currency of %j: %s', (text, code) => {
    expect(readNumbers([text]).currencies).toEqual([code]);
  });

  it('reads 2.300 beside 1.2K as thousands where things are counted, and doubts it elsewhere', () => {
    expect(values(['2.300', '1.2K', '4.1K'], { wholeNumbers: true })).toEqual([2300, 1200, 4100]);
    expect(values(['2,300', '1,2 тыс.'], { wholeNumbers: true })).toEqual([2300, 1200]);
  });

  it.each(['-', '–', 'n/a', 'undefined', 'Lifetime', 'н/д', '', '   '])('takes %j for unknown, never for zero', (text) => {
    const column = readNumbers([text]);
    expect([column.values[0], column.states[0]]).toEqual([Number.NaN, CellState.blank]);
  });

  it.each(['abc', '25-34', '1..2', '1,2,3', '12:30', '+7 900 000-00-01', '#N/A', 'Loading...', '1 23 456', '5 6', 'около 500', ...unclear])(
    'refuses %j instead of guessing',
    (text) => {
      const column = readNumbers([text]);
      expect([column.values[0], column.states[0]]).toEqual([Number.NaN, CellState.unreadable]);
    },
  );

  it('decides the decimal mark by the cells that admit one reading only', () => {
    expect(values(['12,400', '3.5'])).toEqual([12_400, 3.5]);
    expect(values(['1,234', '2,5'])).toEqual([1.234, 2.5]);
  });

  it('leaves a column undecided when every cell admits both readings, unless told', () => {
    expect([...readNumbers(['12,400', '1,234']).states]).toEqual([CellState.undecided, CellState.undecided]);
    expect(values(['12,400'], { fallbackMark: ',' })).toEqual([12.4]);
    expect(values(['12,400'], { fallbackMark: '.' })).toEqual([12_400]);
  });

  it('counts things by thousands, since nobody has 12.4 followers', () => {
    expect(values(['12,400', '2,300'], { wholeNumbers: true })).toEqual([12_400, 2300]);
    expect(readNumbers(['$1,200'], { wholeNumbers: true })).toMatchObject({ currencies: ['USD'], currencyOf: Int8Array.of(0) });
    expect(values(['2.300'], { wholeNumbers: true })).toEqual([2300]);
    // Of thousands there may well be a fraction.
    expect([...readNumbers(['1,234K', '5'], { wholeNumbers: true }).states]).toEqual([CellState.undecided, CellState.read]);
  });

  it('takes no space inside a fraction, and names each currency once', () => {
    expect([...readNumbers(['1,5 6', '12']).states]).toEqual([CellState.unreadable, CellState.read]);
    const { currencies, currencyOf } = readNumbers(['5₽', '6 ₽', '7 $', '8 ₽', '9']);
    expect([currencies, [...(currencyOf ?? [])]]).toEqual([
      ['RUB', 'USD'],
      [0, 0, 1, 0, -1],
    ]);
  });

  it('makes cells that contradict the majority unreadable and counts them', () => {
    const column = readNumbers(['1,5', '2,5', '3.75']);
    expect([...column.states]).toEqual([CellState.read, CellState.read, CellState.unreadable]);
    expect(column.evidence).toEqual({ comma: 2, dot: 1, either: 0 });
  });

  it('reads what has one reading by it, whatever decides the others', () => {
    expect(values(['1,5', '2.5', '12,400'], { fallbackMark: ',' })).toEqual([1.5, 2.5, 12.4]);
    expect(values(['1,5', '2.5', '12,400'], { fallbackMark: '.' })).toEqual([1.5, 2.5, 12_400]);
    expect(values(['1.234K', '2,5'], { wholeNumbers: true })).toEqual(
      [Number.NaN, 2.5].map((value, index) => (index === 0 ? 1_234_000 : value)),
    );
    expect(values(['1,5', '2.5', '3,400'], { wholeNumbers: true, fallbackMark: ',' })).toEqual([1.5, 2.5, 3.4]);
    expect(values(['9'.repeat(60)])).toEqual([Number('9'.repeat(60))]);
  });

  it.each([
    [['5', ''], {}, 'not-needed', undefined, { comma: 0, dot: 0, either: 0 }],
    [['1,5'], {}, 'cells', ',', { comma: 1, dot: 0, either: 0 }],
    [['100,500', '5'], {}, 'undecided', undefined, { comma: 0, dot: 0, either: 1 }],
    [['100,500', '2,300'], { fallbackMark: '.' }, 'fallback', '.', { comma: 0, dot: 0, either: 2 }],
    [['1,5', '2.5'], { fallbackMark: ',' }, 'fallback', ',', { comma: 1, dot: 1, either: 0 }],
    [['12.400'], { wholeNumbers: true }, 'whole-numbers', undefined, { comma: 0, dot: 0, either: 1 }],
  ] as const)('says of %j, read with %j, what decided', (cells, reading, decidedBy, decimalMark, evidence) => {
    expect(readNumbers(cells, reading)).toMatchObject({ decidedBy, decimalMark, evidence });
  });

  it('keeps the currency of each cell', () => {
    expect([...(readNumbers(['1 ₽', '2 $', '3 руб.', '4 USD']).currencyOf ?? [])]).toEqual([0, 1, 0, 1]);
    const { currencies, currencyOf } = readNumbers(['100 ₽', '20 USD', '30']);
    expect([currencies, [...(currencyOf ?? [])]]).toEqual([
      ['RUB', 'USD'],
      [0, 1, -1],
    ]);
  });

  property([fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), fc.constantFrom(' ', '\u00A0', '\u202F')])(
    'reads back whole numbers written with spaces',
    (number, space) => {
      const text = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, space);
      expect(values([number < 0 ? `-${text}` : text])).toEqual([number === 0 ? 0 : number]);
    },
  );

  property([fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom(',', '.')])(
    'reads back decimals in either style once one cell decides',
    (whole, cents, mark) => {
      const group = mark === ',' ? '.' : ',';
      const text = `${String(whole).replace(/\B(?=(\d{3})+$)/g, group)}${mark}${`0${cents}`.slice(-2)}`;
      expect(values([text, `7${mark}25`])[0]).toBeCloseTo(whole + cents / 100, 6);
    },
  );

  property([fc.array(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)))])(
    'never throws and never returns infinity',
    (cells) => {
      for (const value of readNumbers(cells as string[]).values) expect(Number.isFinite(value) || Number.isNaN(value)).toBe(true);
    },
  );
});

describe('asShares', () => {
  it('takes a column for percent as soon as one unsigned value exceeds 1', () => {
    expect([...asShares(readNumbers(['73.7', '0.5', 26])).values]).toEqual([0.737, 0.005, 0.26]);
  });
  it('keeps fractions, and cells with their own percent sign', () => {
    expect([...asShares(readNumbers([0.6, '45 %', 1])).values]).toEqual([0.6, 0.45, 1]);
  });
  it('takes percent signs at their word in a column of percents, and leaves blanks blank', () => {
    const column = asShares(readNumbers(['45 %', 73.7, '', 0, '-']));
    expect([...column.values]).toEqual([0.45, 0.737, Number.NaN, 0, Number.NaN]);
    expect([...column.states]).toEqual([CellState.read, CellState.read, CellState.blank, CellState.read, CellState.blank]);
  });
  it('refuses what is no share', () => {
    expect([...asShares(readNumbers(['150 %', -0.2, 0.3])).states]).toEqual([CellState.unreadable, CellState.unreadable, CellState.read]);
  });
});
