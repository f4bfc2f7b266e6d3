import { describe, expect, it } from 'vitest';
import { budgetSwallowed } from '../../../src/patterns/show-off/budget-swallowed.ts';
import { foundRows, runSignal, type Surroundings } from '../run-signal.ts';

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
  it('sums the daily rows of a campaign, in whatever column they are told', () => {
    const days = [1, 2, 3].flatMap((day) => [
      ['Лето', `0${day}.06.2026`, 11_000],
      ['Весна', `0${day}.06.2026`, 1000],
    ]);
    expect(runSignal(budgetSwallowed, ['Campaign name', 'Reporting starts', 'Amount spent (EUR)'], days, { client }).findings).toEqual([
      { row: 6, severity: 'serious', evidence: { price: 33_000, share: 0.55, rows: 3, budget: 60_000, period: 'month', currency: 'EUR' } },
    ]);
    expect(runSignal(budgetSwallowed, ['Campaign name', 'Date', 'Budget'], days, { client }).findings).toHaveLength(1);
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
