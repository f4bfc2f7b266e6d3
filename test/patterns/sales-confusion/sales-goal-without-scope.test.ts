import { describe, expect, it } from 'vitest';
import { salesGoalWithoutScope } from '../../../src/patterns/sales-confusion/sales-goal-without-scope.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const headers = ['Показатель', 'План', 'За что платят'];

describe('sales-goal-without-scope', () => {
  it.each([
    ['Заявки из соцсетей', 'фото, тексты, постинг'],
    ['Продажи', 'контент'],
    ['Monthly sales', 'photos and posting'],
  ])('finds %s for %s', (goal, scope) => {
    expect(foundRows(runSignal(salesGoalWithoutScope, headers, [[goal, 20, scope]]))).toEqual(['2 serious']);
  });
  it.each([
    ['Заявки из соцсетей', 'таргет, фото, тексты'],
    ['Продажи', 'контент и отдельный менеджер по продажам'],
    ['Охват', 'фото, тексты, постинг'],
  ])('leaves alone %s for %s', (goal, scope) => {
    expect(runSignal(salesGoalWithoutScope, headers, [[goal, 20, scope]]).outcome).toBe('clear');
  });
  it.each(['Оплачивается', 'В договоре', 'Included in the fee', 'Paid for'])(
    'believes a yes or no under “%s” beside the goal',
    (header) => {
      const goals = [
        ['Охват', 100, 'да'],
        ['Продажи', 20, 'нет'],
        ['Заявки', 20, 'да'],
      ];
      const { findings } = runSignal(salesGoalWithoutScope, ['Показатель', 'План', header], goals);
      expect(findings.map(({ row, severity, evidence }) => [row, severity, evidence.isOutside])).toEqual([[3, 'serious', true]]);
    },
  );
  it('takes the scope from the client where the row has none', () => {
    const given = { client: { target: 'city' as const, scope: ['photo' as const, 'copy' as const] } };
    expect(foundRows(runSignal(salesGoalWithoutScope, ['Показатель', 'План'], [['Продажи', 5]], given))).toEqual(['2 serious']);
  });
  it('is not judged when nobody says what is paid for', () => {
    expect(runSignal(salesGoalWithoutScope, ['Показатель', 'План'], [['Продажи', 5]]).notJudged?.reason).toBe('no-scope');
  });
});
