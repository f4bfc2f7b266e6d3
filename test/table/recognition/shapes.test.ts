import { describe, expect, it } from 'vitest';
import { readTable, type SheetCells } from '../../../src/table/reading/read-table.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';
import { assumptionText } from '../../../src/wording/assumption-text.ts';
import { leftOutText, problemText } from '../../../src/wording/render.ts';
import { auditGrid, type Grid, inputOf, now, zone } from '../../audit/audit-table.ts';

/** Shapes of tables, all written by hand. */
const posts = (count: number): Grid =>
  Array.from({ length: count }, (_, index) => [`0${(index % 9) + 1}.03.2026`, `Пост ${index}`, 100 + index, 5, 2000 + index]);
const header = ['Дата публикации', 'Тема поста', 'Лайки', 'Комментарии', 'Подписчики'];

describe('several tables under one another', () => {
  it('the first is used, the other is named with its first row', () => {
    const grid: Grid = [header, ...posts(6), [], ['Блогер', 'Цена', 'Охват'], ['a', 1000, 5000], ['b', 2000, 9000]];
    const [sheet] = auditGrid(grid).sheets;
    expect(sheet?.rowsAudited).toBe(6);
    expect(sheet?.area?.endRow).toBe(7);
    expect(sheet?.leftOut).toEqual([{ reason: 'other-table', rows: [9, 10, 11] }]);
    expect(leftOutText({ reason: 'other-table', rows: [9, 10, 11] }, 'ru')).toBe('другая таблица ниже со строки 9: 3');
  });

  it('a row of words among the data is no other table', () => {
    const goals: Grid = [
      ['Показатель', 'План', 'Факт', 'За что платят'],
      ['Охват', 1000, 900, ''],
      ['Лайки', 'Подписчики', '', ''],
      ['Заявки', 10, 8, 'Заявки'],
    ];
    expect(auditGrid(goals).sheets[0]?.leftOut).toEqual([]);
  });
});

describe('shapes that are refused by name', () => {
  it.each([
    [
      'tall-export',
      [
        ['Date', 'Metric', 'Value'],
        ['2026-03-01', 'Likes', 10],
        ['2026-03-01', 'Comments', 2],
        ['2026-03-02', 'Likes', 12],
      ],
    ],
    [
      'tall-export',
      [
        ['Показатель', 'Значение'],
        ['Охват', 1200],
        ['Подписчики', 300],
        ['Сохранения', 9],
      ],
    ],
    [
      'month-blocks',
      [
        ['Показатель', 'Январь', 'Февраль', 'Март 2026'],
        ['Охват', 100, 120, 130],
        ['Лайки', 10, 12, 13],
      ],
    ],
    [
      'month-blocks',
      [
        ['', 'Jan', '', 'Feb', '', 'Mar', ''],
        ['', 'Likes', 'Reach', 'Likes', 'Reach', 'Likes', 'Reach'],
        ['Posts', 1, 2, 3, 4, 5, 6],
      ],
    ],
  ] as const)('%s', (problem, grid) => {
    expect(describeSheet('Sheet', grid).problem).toBe(problem);
    expect(auditGrid(grid).sheets[0]?.problem).toBe(problem);
    for (const language of ['en', 'ru'] as const) expect(problemText(problem, language)).toMatch(/: .+\.$/);
  });

  it.each([
    [
      'a client tab',
      [
        ['Параметр', 'Значение'],
        ['Город', 'Тюмень'],
        ['Возраст', '25-45'],
      ],
    ],
    ['posts in May and March', [header, ['01.05.2026', 'Май', 1, 2, 3], ['01.03.2026', 'Март', 1, 2, 3]]],
  ] as const)('not %s', (_, grid) => {
    expect(describeSheet('Sheet', grid).problem).toBeUndefined();
  });
});

describe('an engagement rate that stands in the sheet', () => {
  const rated = (rate: (likes: number, comments: number, followers: number, reach: number) => number | string): Grid => [
    [...header, 'Охват', 'ER'],
    ...posts(12).map(([day, topic, likes, comments, followers], index) => {
      const reach = 900 + 37 * index;
      return [day, topic, likes, comments, followers, reach, rate(Number(likes), Number(comments), Number(followers), reach)];
    }),
  ];
  const said = (grid: Grid) => {
    const assumption = auditGrid(grid).assumptions.find((one) => one.code === 'rate-of');
    if (!assumption) return undefined;
    const { by, of, matched, rows } = assumption.rate;
    return [`${by} ${matched}/${rows}${of ? ` ${of}` : ''}`, assumptionText(assumption, 'ru')];
  };
  it.each([
    ['followers', (likes: number, comments: number, followers: number) => (likes + comments) / followers, 'посчитано по подписчикам'],
    [
      'reach',
      (likes: number, comments: number, _: number, reach: number) => `${(((likes + comments) / reach) * 100).toFixed(1)} %`,
      'посчитано по охвату',
    ],
    ['reach', (likes: number, _: number, __: number, reach: number) => likes / reach, 'посчитано по охвату'],
  ] as const)('is found to be by %s', (by, rate, name) => {
    expect(said(rated(rate))).toEqual([`${by} 12/12`, expect.stringContaining(name)]);
  });
  it('is told from views by subscribers, which Telegram tables call ERR', () => {
    const grid: Grid = [
      ['Дата', 'Пост', 'Просмотры', 'Реакции', 'Подписчики', 'ERR, %'],
      ...Array.from({ length: 8 }, (_, index) => {
        const views = 400 + 23 * index;
        return [`0${index + 1}.03.2026`, `Пост ${index}`, views, 10 + index, 1200 + index, ((100 * views) / (1200 + index)).toFixed(1)];
      }),
    ];
    expect(said(grid)).toEqual(['followers 8/8 views', expect.stringContaining('просмотры к числу подписчиков, а не активность')]);
  });
  it('is said to agree with nothing, and is not used', () => {
    expect(said(rated((likes) => likes / 77_777))).toEqual(['unknown 0/12', expect.stringContaining('не используется')]);
  });
});

describe('a metric that a platform does not export', () => {
  it('is named as such', () => {
    const grid: Grid = [
      ['Content', 'Video title', 'Video publish time', 'Views', 'Likes', 'Comments added', 'Subscribers'],
      ['a', 'One', 'Mar 1, 2026', 100, 5, 1, 2],
      ['b', 'Two', 'Mar 2, 2026', 120, 6, 1, 3],
    ];
    const assumption = auditGrid(grid).assumptions.find(({ code }) => code === 'not-exported');
    expect(assumption && assumptionText(assumption, 'en')).toBe('Sheet: YouTube Studio does not export: saves, reach, followers in total.');
  });
});

describe('how a column is read', () => {
  const table = (cells: readonly string[], dates: readonly string[]): Grid => [
    ['Дата публикации', 'Тема', 'Цена'],
    ...cells.map((cell, index) => [dates[index] ?? '', `Пост ${index}`, cell]),
  ];
  const said = (grid: Grid, code: string) => {
    const assumption = auditGrid(grid).assumptions.find((one) => one.code === code);
    return assumption && assumptionText(assumption, 'ru');
  };
  it('is said with the cells that decide', () => {
    const grid = table(['1,5', '2,25', '3.75', '1,234'], ['03/14/2026', '03/04/2026', '03/18/2026', '03/05/2026']);
    expect(said(grid, 'decimal-mark')).toBe(
      'Sheet, «Цена»: десятичный знак «,» (2 ячейки читаются только так, двояко читается 1, противоречит и не прочитана 1).',
    );
    expect(said(grid, 'date-order')).toBe('Sheet, «Дата публикации»: первым идёт месяц (2 ячейки читаются только так, двояко читаются 2).');
  });
  it('thousands in a header multiply its numbers, unless the cell says its size itself', () => {
    const grid: Grid = [
      ['Блогер', 'Охват, тыс.', 'Цена (млн)', 'Гео'],
      ['a', '12,5', '0,2', 0.7],
      ['b', 9, 1, 0.5],
      ['c', '7,4 тыс.', '', 0.2],
    ];
    const { layout, cells } = inputOf('Sheet', grid);
    const { table } = readTable(layout, cells as SheetCells, { zone, now });
    expect([...(table.columns.get('reach')?.numbers ?? [])]).toEqual([12_500, 9000, 7400]);
    expect([...(table.columns.get('price')?.numbers ?? [])].slice(0, 2)).toEqual([200_000, 1_000_000]);
  });
});
