import { describe, expect, it } from 'vitest';
import { describeSheet } from '../../src/table/recognition/layout.ts';
import { certaintyText, doubtText } from '../../src/wording/column-text.ts';
import type { Grid } from '../audit/audit-table.ts';

const columnsOf = (grid: Grid, corrections = {}) => describeSheet('Sheet', grid, corrections).columns;

describe('how sure a column is', () => {
  const grid: Grid = [
    ['Publish time', 'Лайки', 'Likes total posts', 'Город, %', 'Охват'],
    ['01.03.2026', 10, 1, '40 %', 'нет'],
    ['02.03.2026', 'много', 2, '50 %', 'нет данных у нас'],
    ['03.03.2026', 12, 3, '60 %', 300],
  ];

  it('says what the header and the cells say', () => {
    const [date, likes, , , reach] = columnsOf(grid);
    expect(date).toMatchObject({ certainty: 0.99, fit: { cells: 3, of: 3 } });
    expect(likes?.certainty).toBeCloseTo(0.99 * (1 + 2 / 3) * 0.5, 10);
    expect(date && certaintyText(date, 'en')).toBe('99% sure: a known header; 3 of 3 cells are dates');
    expect(likes && certaintyText(likes, 'ru')).toBe('уверенность 83\u00A0%: известный заголовок; 2 из 3 ячеек — числа');
    // Most of its cells speak against the header: the doubt is shown.
    expect(reach).toMatchObject({ field: 'reach', fit: { cells: 1, of: 3 }, doubt: { code: 'few-fit' } });
  });
  it('shows a doubt where most cells speak against the header', () => {
    const column = columnsOf([['Тема', 'Лайки'], ...['много', 'мало', 'так себе', 12].map((likes) => ['Пост', likes])])[1];
    expect(column).toMatchObject({ field: 'likes', doubt: { code: 'few-fit', detail: 'likes' }, fit: { cells: 1, of: 4 } });
    expect(column && doubtText(column, 'ru')).toBe('мало её ячеек похожи на: лайки');
  });
  it('says that a name was only alike where the cells refuse a guess', () => {
    const known = columnsOf([
      ['Тема', 'Лайки'],
      ['Пост', 'много'],
      ['Пост', 'мало'],
    ])[1];
    expect(known && doubtText(known, 'en')).toBe('the name fits, the cells do not: likes');
    const alike = columnsOf([
      ['Тема', 'Лайкоф'],
      ['Пост', 'много'],
      ['Пост', 'мало'],
    ])[1];
    expect(alike && doubtText(alike, 'ru')).toBe('название лишь похоже, а ячейки говорят о другом: лайки');
  });
  it('of equal headers the column with the better cells is taken', () => {
    const rows = ['много', 'мало', 'так себе', 12].map((likes, at) => ['Пост', likes, 10 + at]);
    const columns = columnsOf([['Тема', 'Лайки', 'лайки'], ...rows]);
    expect(columns.map(({ field }) => field)).toEqual(['title', null, 'likes']);
  });
  it('what the user set is sure; without filled cells it is the header alone', () => {
    const [given, empty] = columnsOf(
      [
        ['Нечто', 'Лайки'],
        ['2', ''],
      ],
      { Нечто: 'comments' },
    );
    expect(given && certaintyText(given, 'en')).toBe('set by you');
    expect(empty && certaintyText(empty, 'en')).toBe('99% sure: a known header; no cell is filled yet');
  });
});
