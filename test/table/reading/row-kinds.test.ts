import { describe, expect, it } from 'vitest';
import { RowKind, rowKind } from '../../../src/table/reading/row-kinds.ts';

const headers = ['Дата', 'Тема', 'Лайки'];

describe('rowKind', () => {
  it.each([
    'Итого',
    'ИТОГО:',
    'Итоговое значение',
    'Всего',
    'Всего за май',
    'Total',
    'Grand total',
    'Среднее',
    'Average',
    'Total: Account',
    'Итого (5 размещений)',
    'Общий итог',
    'Всего 12 постов',
  ])('leaves out a row labelled %j', (label) => {
    expect(rowKind([label, '', 100], headers)).toBe(RowKind.total);
    expect(rowKind(['', label, 100], headers)).toBe(RowKind.total);
  });
  it.each(['Итоги конкурса', 'Total look: что надеть', 'Суммарный разбор', 'Средиземноморское меню', 'Averages are lies', 'Итогом стало'])(
    'keeps a post called %j',
    (title) => {
      expect(rowKind(['01.05.2026', title, 100], headers)).toBe(RowKind.data);
      expect(rowKind([title, '', 100], headers)).toBe(RowKind.data);
    },
  );
  it('keeps a dated post whose title begins like a total', () => {
    expect(rowKind(['01.05.2026', 'Итого: пять уроков мая', 100], headers)).toBe(RowKind.data);
    expect(rowKind([new Date(0), 'Total: what we learned', 100], headers)).toBe(RowKind.data);
  });
  it('takes a row that describes the headers at length for a header, and a post that begins so for a post', () => {
    const row = ['', 'Daily: The number of new people who have liked your Page', 'Lifetime: The total number of people'];
    expect(rowKind(row, headers)).toBe(RowKind.header);
    expect(rowKind(['01.05.2026', 'Daily: five things that we learned in May', 100], headers)).toBe(RowKind.data);
  });
  it('tells blank rows and repeated headers', () => {
    expect(rowKind(['', null, '  '], headers)).toBe(RowKind.blank);
    expect(rowKind(['Дата', 'Тема', 'Лайки'], headers)).toBe(RowKind.header);
    expect(rowKind(['01.05.2026', 'Тема', 100], headers)).toBe(RowKind.data);
  });
});
