import { describe, expect, it } from 'vitest';
import { slowResponse } from '../../../src/patterns/sales-confusion/slow-response.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const judge = (came: string, answered: string) =>
  runSignal(slowResponse, ['Имя', 'Дата обращения', 'Время первого ответа'], [['a', came, answered]], {
    workingHours: 'Mon-Fri 10:00-19:00',
  });

describe('slow-response', () => {
  it.each([
    ['an hour and a minute', '01.06.2026 11:00', '01.06.2026 12:01', '2 minor'],
    ['exactly 24 working hours', '01.06.2026 10:00', '03.06.2026 16:00', '2 minor'],
    ['a minute over 24 working hours', '01.06.2026 10:00', '03.06.2026 16:01', '2 serious'],
    ['days only: the whole day between them is certain', '01.06.2026', '03.06.2026', '2 minor'],
  ])('finds: %s', (_name, came, answered, expected) => {
    expect(foundRows(judge(came, answered))).toEqual([expected]);
  });
  it.each([
    ['exactly an hour', '01.06.2026 11:00', '01.06.2026 12:00'],
    ['came at night, answered at 10:05', '01.06.2026 23:40', '02.06.2026 10:05'],
    ['came on Saturday, answered on Monday morning', '06.06.2026 13:00', '08.06.2026 10:59'],
    ['days only, the next day: no hour is certain', '01.06.2026', '02.06.2026'],
    ['time of the lead, day of the answer', '01.06.2026 15:00', '01.06.2026'],
  ])('leaves alone: %s', (_name, came, answered) => {
    expect(judge(came, answered).outcome).toBe('clear');
  });
  it('does not judge an answer before the lead', () => {
    expect(judge('02.06.2026 15:00', '01.06.2026 15:00').skipped).toEqual([{ reason: 'answered-before-lead', rows: [2] }]);
  });
  it('gives the median and the share within the hour, never a mean', () => {
    const result = runSignal(
      slowResponse,
      ['Имя', 'Дата обращения', 'Время первого ответа'],
      [
        ['a', '01.06.2026 11:00', '01.06.2026 11:30'],
        ['b', '01.06.2026 11:00', '01.06.2026 13:00'],
        ['c', '01.06.2026 11:00', '05.06.2026 18:00'],
      ],
    );
    expect(result.insights).toEqual([{ code: 'usual-response', evidence: { median: 2, share: 1 / 3, limit: 1, rows: 3 } }]);
  });
});
