import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/audit/engine/judge.ts';
import { billText, partText } from '../../../src/wording/bill-text.ts';
import { inputOf, now, zone } from '../audit-table.ts';

const placements = [
  ['Блогер', 'Цена', 'Доля города'],
  ['a', '1 000 ₽', '20 %'],
  ['b', '$100', '40 %'],
  ['c', '2 000 ₽', '90 %'],
  ['d', '500 ₽', '10 %'],
];
const leads = [
  ['Дата', 'Заявки', 'Обработано заявок'],
  ['01.06.2026', 5, 3],
  ['02.06.2026', 4, 4],
];

describe('the bill', () => {
  const { bill } = audit([inputOf('Размещения', placements), inputOf('Заявки', leads)], {}, { zone, now });

  it('has one line per unit and currency, never mixed, with its rows', () => {
    expect(bill.map(({ unit, currency, amount, parts }) => [unit, currency, amount, parts.map(({ row }) => row)])).toEqual([
      ['money', 'RUB', 1000 * (1 - 0.2) + 500 * (1 - 0.1), [2, 5]],
      ['money', 'USD', 100 * (1 - 0.4), [3]],
      ['leads', undefined, 2, [2]],
    ]);
  });

  it('says so when it rests on fewer than three rows', () => {
    expect(billText({ signal: 'audience-mismatch', unit: 'money', amount: 1250, currency: 'RUB', rows: 2 }, 'ru')).toBe(
      '1\u00A0250\u00A0₽ потрачено на людей вне целевой аудитории; 2 строки: уточнить',
    );
    expect(billText({ signal: 'leads-unanswered', unit: 'leads', amount: 21, rows: 5 }, 'ru')).toBe('21 заявка без ответа; 5 строк');
    expect(billText({ signal: 'inert-followers', unit: 'followers', amount: 300, low: 200, high: 350, rows: 4 }, 'en')).toBe(
      '300 followers with no sign of activity (between 200 and 350); 4 rows',
    );
  });

  it('reads as a sentence in both languages, whatever the number', () => {
    const lines = [
      { signal: 'approval-lag', unit: 'hours', amount: 1, byCalendar: 3, rows: 3 },
      { signal: 'missed-moment', unit: 'posts', amount: 1, rows: 3 },
      { signal: 'leads-unanswered', unit: 'leads', amount: 3, outOf: 25, rows: 3 },
      { signal: 'below-usual', unit: 'engagements', amount: 341, rows: 9 },
    ] as const;
    expect(lines.map((line) => billText(line, 'ru'))).toEqual([
      '1 час ожидания согласования (плановые посты — в рабочем времени; по календарю 3); 3 строки',
      '1 пост вышел, когда момент уже прошёл; 3 строки',
      '3 заявки из 25 (12\u00A0%) без ответа; 3 строки',
      '341 реакции не хватает до обычного уровня; 9 строк',
    ]);
    expect(lines.map((line) => billText(line, 'en'))).toEqual([
      '1 hour spent waiting for approval (planned posts: working time; 3 by the calendar); 3 rows',
      '1 post published after the moment had passed; 3 rows',
      '3 leads of 25 (12%) without an answer; 3 rows',
      '341 engagements below the usual level; 9 rows',
    ]);
  });

  it('shows the arithmetic of each row, in the numbers of its finding', () => {
    const shown = bill.map((line) => line.parts.map((part) => partText(part, line, 'en')));
    expect(shown).toEqual([
      ['1,000\u00A0₽ × (1 − 20%) = 800\u00A0₽', '500\u00A0₽ × (1 − 10%) = 450\u00A0₽'],
      ['$100 × (1 − 40%) = $60'],
      ['5 − 3 = 2'],
    ]);
  });

  it('counts a row once, however many tabs show it', () => {
    const twice = audit([inputOf('A', leads), inputOf('B', leads)], {}, { zone, now }).bill;
    expect(twice.map(({ amount }) => amount)).toEqual([4]);
  });
});
