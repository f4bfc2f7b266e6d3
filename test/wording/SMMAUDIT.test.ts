import { describe, expect, it } from 'vitest';
import { SMMAUDIT } from '../../src/wording/SMMAUDIT.ts';
import { call, callIn } from '../formulas/call.ts';

const table = [
  ['Тема', 'Кругов правок', 'Цель поста', 'Отправлено на согласование', 'Согласовано'],
  ['a', 2, 'Охват', '01.06.2026 10:00', '01.06.2026 12:00'],
  ['b', 6, 'Лайки', '01.06.2026 10:00', ''],
  ['', '', '', '', ''],
  ['c', 4, 'Заявки', '01.06.2026 10:00', '01.06.2026 12:00'],
  ['', '', '', '', ''],
];

describe('SMMAUDIT', () => {
  it('gives its example', () => {
    for (const { arguments: args, result } of SMMAUDIT.examples) expect(call(SMMAUDIT, ...args)).toEqual(result);
  });
  it('is aligned with the table, down to its last filled row', () => {
    const result = callIn('ru_RU', SMMAUDIT, table) as string[][];
    expect(result.map(([numbers]) => numbers)).toEqual(['SMM-аудит', '', '3, 4', '', '4']);
    expect(result[2]?.[1]).toBe(
      'В цели только лайки или подписчики: на успех они влияют косвенно, и их легко накрутить. 6 кругов правок; начиная с 3 пост теряет темп.',
    );
  });
  it('judges what is open only with as_of', () => {
    const open = (...rest: unknown[]) => (call(SMMAUDIT, table, 4, ...rest) as string[][])[2]?.[1];
    expect(open()).toBe('6 rounds of edits; 3 or more slow a post down.');
    expect(open('2026-06-15')).toMatch(/^Has been waiting 10 working days/);
  });
  it('accuses nobody for a cell that it cannot read', () => {
    const leads = [
      ['Lead time', 'First response', 'Phone'],
      ['2026-06-01 10:00', 'answered by phone', '1'],
      ['2026-06-01 10:00', '2026-06-01 10:30', '2'],
    ];
    expect((call(SMMAUDIT, leads, 2, '2026-06-15') as string[][]).slice(1).map(([found]) => found)).toEqual(['', '']);
  });
  it('says what was not checked', () => {
    expect((call(SMMAUDIT, table, 5) as string[][])[0]?.[1]).toMatch(/^Why\. Not checked: .*columns missing/);
  });
  it('answers bad input with a sentence', () => {
    expect(() => call(SMMAUDIT, table, 9)).toThrow('SMMAUDIT requires pattern from 1 to 5, not "9"');
    expect(() => call(SMMAUDIT, table, 4, 'soon')).toThrow('SMMAUDIT requires as_of as a date, not "soon"');
    expect(() => call(SMMAUDIT, [[1, 2]])).toThrow('No header row was found');
  });

  it('works over headers that repeat or are names of inner things', () => {
    const table = [
      ['Post', 'Revision rounds', 'Note', 'Note', '__proto__', 'constructor'],
      ['Team photo', 6, '', '', 'x', 'y'],
    ];
    expect(call(SMMAUDIT, table, 4)).toEqual([
      [expect.stringContaining('SMM audit'), expect.stringContaining('Why')],
      ['4', '6 rounds of edits; 3 or more slow a post down.'],
    ]);
  });
});
