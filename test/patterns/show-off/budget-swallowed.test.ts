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
