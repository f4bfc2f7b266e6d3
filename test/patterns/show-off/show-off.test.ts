import { describe, expect, it } from 'vitest';
import { audienceMismatch } from '../../../src/patterns/show-off/audience-mismatch.ts';
import { budgetSwallowed } from '../../../src/patterns/show-off/budget-swallowed.ts';
import { overpricedReach } from '../../../src/patterns/show-off/overpriced-reach.ts';
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

describe('overpriced-reach', () => {
  const headers = ['Блогер', 'Вид размещения', 'Цена', 'Охват', 'Доля города'];
  const usual = ['a', 'b', 'c', 'd'].map((name) => [name, 'пост', 1000, 10_000, '50 %']);

  it('finds more than three times the median of four others', () => {
    const result = runSignal(overpricedReach, headers, [...usual, ['star', 'пост', 3100, 10_000, '50 %']]);
    expect(result.findings).toEqual([
      { row: 6, severity: 'serious', evidence: { price: 3100, own: 620, median: 200, times: 3.1, others: 4 } },
    ]);
  });
  it('leaves exactly three times alone, and other kinds out of the comparison', () => {
    expect(runSignal(overpricedReach, headers, [...usual, ['star', 'пост', 3000, 10_000, '50 %']]).outcome).toBe('clear');
    const otherKind = runSignal(overpricedReach, headers, [...usual, ['star', 'сторис', 9000, 10_000, '50 %']]);
    expect(otherKind.skipped).toEqual([{ reason: 'too-few-others', rows: [2, 3, 4, 5, 6] }]);
  });
  it('never compares currencies', () => {
    const result = runSignal(overpricedReach, headers, [
      ...usual.map(([name, kind, , reach, share]) => [name ?? '', kind ?? '', '1000 ₽', reach ?? '', share ?? '']),
      ['star', 'пост', '$3100', 10_000, '50 %'],
    ]);
    expect(result.outcome).toBe('not-checked');
  });
});

describe('budget-swallowed', () => {
  const client = { target: 'city' as const, adBudget: { amount: 60_000, period: 'month' as const } };
  const judge = (rows: readonly (readonly (string | number)[])[], given: Surroundings = { client }) =>
    runSignal(budgetSwallowed, ['Блогер', 'Дата размещения', 'Цена'], rows, given);

  it('finds more than half of the budget of its month', () => {
    expect(
      foundRows(
        judge([
          ['a', '01.06.2026', 30_001],
          ['b', '02.06.2026', 30_000],
        ]),
      ),
    ).toEqual(['2 serious']);
  });
  it('does not judge the only placement of its month', () => {
    expect(
      judge([
        ['a', '01.05.2026', 50_000],
        ['b', '02.06.2026', 1000],
        ['c', '03.06.2026', 1000],
      ]).skipped,
    ).toEqual([{ reason: 'single', rows: [2] }]);
  });
  it('is not judged without a budget', () => {
    expect(judge([['a', '01.06.2026', 30_001]], {}).notJudged?.reason).toBe('no-budget');
  });
});
