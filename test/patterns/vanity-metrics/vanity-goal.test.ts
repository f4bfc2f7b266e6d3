import { describe, expect, it } from 'vitest';
import { vanityGoal } from '../../../src/patterns/vanity-metrics/vanity-goal.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const judge = (goal: string) => runSignal(vanityGoal, ['Показатель', 'План'], [[goal, 100]]);

describe('vanity-goal', () => {
  it.each(['Подписчики', '10 000 подписчиков к июню', 'Лайки', 'likes and followers', 'Прирост подписчиков'])('finds %j', (goal) => {
    expect(foundRows(judge(goal))).toEqual(['2 minor']);
  });
  it.each(['Заявки', 'Охват', 'подписчики и заявки', 'ER', 'Сохранения и лайки', 'Вовлечённость подписчиков', 'Clients'])(
    'leaves alone %j',
    (goal) => {
      expect(judge(goal).outcome).toBe('clear');
    },
  );
});
