import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/i18n/words.ts';

const [en, ru] = [wordsOf('en'), wordsOf('ru')];
/** No-break spaces, which keep a number and its unit on one line, as `_`. */
const shown = (text: string) => text.replace(/\u00A0/g, '_');

describe('numbers in sentences', () => {
  it.each([
    [1234.56, 1, '1,234.6', '1_234,6'],
    [1_000_000, 0, '1,000,000', '1_000_000'],
    [5, 1, '5', '5'],
    [-0.04, 1, '0', '0'],
    [-3.5, 1, '−3.5', '−3,5'],
  ])('%d with %d decimals', (value, decimals, english, russian) => {
    expect([en.number(value, decimals), ru.number(value, decimals)].map(shown)).toEqual([english, russian]);
  });

  it.each([
    [0.38, '38%', '38_%'],
    [0.012, '1.2%', '1,2_%'],
    [1, '100%', '100_%'],
  ])('%d as a share', (share, english, russian) => {
    expect([en.percent(share), ru.percent(share)].map(shown)).toEqual([english, russian]);
  });

  it.each([
    [0.5, '30_min', '30_мин'],
    [3.54, '3.5_h', '3,5_ч'],
    [26.4, '26_h', '26_ч'],
  ])('%d hours', (hours, english, russian) => {
    expect([en.hours(hours), ru.hours(hours)].map(shown)).toEqual([english, russian]);
  });

  it.each([
    [1250, 'USD', '$1,250', '1_250_$'],
    [1250, 'EUR', '€1,250', '1_250_€'],
    [1250, 'RUB', '1,250_₽', '1_250_₽'],
    [9.5, 'CHF', '9.5_CHF', '9,5_CHF'],
    [1250, undefined, '1,250', '1_250'],
  ])('%d of %s', (amount, currency, english, russian) => {
    expect([en.money(amount, currency), ru.money(amount, currency)].map(shown)).toEqual([english, russian]);
  });

  it.each([
    [1, 'row', 'строка'],
    [2, 'rows', 'строки'],
    [5, 'rows', 'строк'],
    [11, 'rows', 'строк'],
    [21, 'rows', 'строка'],
    [112, 'rows', 'строк'],
    [1.5, 'rows', 'строки'],
    [0, 'rows', 'строк'],
  ])('the word after %d', (count, english, russian) => {
    expect([en.plural(count, 'row', 'rows'), ru.plural(count, 'строка', 'строки', 'строк')]).toEqual([english, russian]);
  });

  it('days and dates', () => {
    const day = Date.UTC(2026, 2, 8);
    expect([en.day(day), ru.day(day), en.date(day), ru.date(day)]).toEqual(['8 March', '8 марта', '8 March 2026', '8 марта 2026']);
  });

  it.each([
    [1, 'from 1 March 2026', 'с 1 марта 2026'],
    [2, 'from 2 March 2026', 'со 2 марта 2026'],
    [22, 'from 22 March 2026', 'с 22 марта 2026'],
  ])('from day %d on', (day, english, russian) => {
    const time = Date.UTC(2026, 2, day);
    expect([en.since(time), ru.since(time)]).toEqual([english, russian]);
  });
});
