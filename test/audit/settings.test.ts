import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../src/audit/settings.ts';
import { fc, test as property } from '../base/property.ts';

describe('checkSettings', () => {
  it('accepts everything documented', () => {
    expect(
      checkSettings(
        {
          language: 'ru',
          client: {
            city: 'Новосибирск',
            target: 'city',
            adBudget: 60_000,
            adBudgetPeriod: 'month',
            scope: ['photo'],
            workingHours: 'Пн-Пт 10:00-19:00',
            daysOff: ['2026-06-12'],
          },
          people: { Лена: 'friend' },
          thresholds: { 'approval-lag': { plannedDays: 3 } },
          columns: { Посты: { Сердечки: 'likes', Служебное: '' } },
          formats: { Посты: { Цена: { decimalMark: ',' }, Дата: { dateOrder: 'day-first' } } },
          period: { kind: 'between', from: '2026-01-01', to: '2026-03-31' },
          marks: { '0123456789abcdef': 'giveaway' },
        },
        '',
      ),
    ).toEqual([]);
  });
  it.each([
    [{ threshold: {} }, 'threshold'],
    [{ thresholds: { 'approval-lag': { plannedDay: 3 } } }, 'thresholds.approval-lag.plannedDay'],
    [{ thresholds: { 'approval-lag': { plannedDays: '3' } } }, 'thresholds.approval-lag.plannedDays'],
    [{ people: { Лена: 'boss' } }, 'people.Лена'],
    [{ columns: { Посты: { Лайки: 'hearts' } } }, 'columns.Посты.Лайки'],
    [{ client: { scope: ['magic'] } }, 'client.scope[0]'],
    [{ period: { kind: 'between', from: 'soon', to: '2026-01-01' } }, 'period.from'],
    [[], 'value'],
    [null, 'value'],
  ])('names what is wrong in %j', (settings, path) => {
    expect(checkSettings(settings, '').map((problem) => problem.path)).toEqual([path]);
  });
  it('says what would fit, in both languages', () => {
    const said = checkSettings(
      { client: { adBudget: -1, scope: 'photo' }, period: { kind: 'last-days', days: 'many' }, language: 'de' },
      '',
    );
    expect(said.map(({ got, expected }) => [got, expected.en, expected.ru])).toEqual([
      ['-1', 'a number from 0 up', 'число от 0'],
      ['"photo"', 'a list', 'список'],
      ['"many"', 'a number', 'число'],
      ['"de"', 'one of "en", "ru"', 'одно из "en", "ru"'],
    ]);
  });
  property([fc.anything()])('never throws', (value) => {
    expect(Array.isArray(checkSettings(value, ''))).toBe(true);
  });
});
