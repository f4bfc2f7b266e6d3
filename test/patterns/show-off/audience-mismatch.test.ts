import { describe, expect, it } from 'vitest';
import { audienceMismatch } from '../../../src/patterns/show-off/audience-mismatch.ts';
import { foundRows, runSignal, type Surroundings } from '../run-signal.ts';

describe('audience-mismatch', () => {
  const judge = (rows: readonly (readonly (string | number)[])[], given: Surroundings = {}) =>
    runSignal(audienceMismatch, ['Блогер', 'Цена', 'Доля города', 'Доля возраста'], rows, given);

  it('judges a city at one half and one quarter', () => {
    const rows = [
      ['a', 100, '50 %', '90 %'],
      ['b', 100, '49 %', '90 %'],
      ['c', 100, '25 %', '90 %'],
      ['d', 100, '24 %', '90 %'],
    ];
    expect(foundRows(judge(rows))).toEqual(['3 minor', '4 minor', '5 serious']);
  });
  it('judges a country at 70 and 50 %', () => {
    const rows = [
      ['a', 100, '70 %', ''],
      ['b', 100, '69 %', ''],
      ['c', 100, '49 %', ''],
    ];
    expect(foundRows(judge(rows, { client: { target: 'country' } }))).toEqual(['3 minor', '4 serious']);
  });
  it('takes the smallest known share and prices what went outside', () => {
    expect(judge([['a', 1000, '80 %', '20 %']]).findings[0]?.evidence).toEqual({
      kind: 'age',
      known: 'geo-age',
      share: 0.2,
      relevant: 0.8 * 0.2,
      price: 1000,
      outside: 1000 * (1 - 0.8 * 0.2),
    });
  });
  it('does not judge rows without any share', () => {
    expect(judge([['a', 100, '', '-']]).skipped).toEqual([{ reason: 'no-share', rows: [2] }]);
  });
});
