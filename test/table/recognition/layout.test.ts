import { describe, expect, it } from 'vitest';
import { describeSheet, describeTables } from '../../../src/table/recognition/layout.ts';
import type { Grid } from '../../audit/audit-table.ts';

/** Header → field, for the columns that were recognised. */
function mapping(grid: Grid, corrections = {}) {
  const { columns } = describeSheet('Sheet', grid, corrections);
  return Object.fromEntries(columns.filter(({ field }) => field !== null).map(({ header, field }) => [header, field]));
}

describe('describeSheet', () => {
  it('finds the header below title lines', () => {
    const layout = describeSheet('Sheet', [
      ['Отчёт за май 2026'],
      ['Клиент: студия «Ромашка»', ''],
      [],
      ['Дата публикации', 'Лайки', 'Подписчики'],
      ['01.05.2026', 10, 1000],
    ]);
    expect([layout.headerRow, layout.firstColumn, layout.lastColumn]).toEqual([3, 0, 2]);
  });

  it('leaves out what stands to the right behind an empty column', () => {
    const layout = describeSheet('Sheet', [
      ['Тема', 'Лайки', 'Комментарии', '', 'План', 'Факт'],
      ['a', 10, 1, '', 5, 6],
    ]);
    expect([layout.firstColumn, layout.lastColumn]).toEqual([0, 2]);
  });

  it.each([
    [['Аудитория\u00ADный охват'], {}],
    [['Лай\u00ADки', 'ОХВАТ ', 'Сохранёнки'], { Лайки: 'likes', ОХВАТ: 'reach', Сохранёнки: 'saves' }],
    [['Amount spent (USD)', 'Reach'], { 'Amount spent (USD)': 'spend', Reach: 'reach' }],
    [['Цена, ₽', 'Охват'], { 'Цена, ₽': 'price', Охват: 'reach' }],
  ])('recognises %j', (headers, expected) => {
    expect(mapping([headers, headers.map(() => 1)])).toEqual(expected);
  });

  it.each([
    [
      'a calendar',
      [
        ['Name', 'Created time', 'Assignee', 'Status'],
        ['Reel about tea', '2026-06-01 10:00', 'Olga', 'Draft'],
      ],
      {},
    ],
    [
      'a calendar of posts',
      [
        ['Title', 'Created time', 'Owner', 'Format'],
        ['Reel about tea', '2026-06-01 10:00', 'Olga', 'Reel'],
      ],
      { Title: 'title', Format: 'format' },
    ],
    [
      'posts as programs export them',
      [
        ['id', 'created_time', 'message', 'likes'],
        ['1_1', '2026-06-01T10:00:00+0000', 'Tea', 5],
      ],
      { id: 'postId', created_time: 'publishedAt', likes: 'likes' },
    ],
    [
      'contacts of a CRM',
      [
        ['Email', 'Create Date', 'Contact owner', 'First response'],
        ['a@example.com', '2026-06-01 10:00', 'Olga', '2026-06-01 10:30'],
      ],
      { 'Create Date': 'leadAt', 'Contact owner': 'responsible', 'First response': 'answeredAt' },
    ],
    [
      'deals',
      [
        ['Название сделки', 'Дата создания', 'Ответственный'],
        ['Сделка 1', '01.06.2026 10:00', 'Ольга'],
      ],
      { 'Дата создания': 'leadAt', Ответственный: 'responsible' },
    ],
    [
      'an engagement in percent',
      [
        ['Post', 'Engagement', 'Reach'],
        ['a b', '3.2%', 500],
        ['c d', '1.2%', 700],
      ],
      { Post: 'title', Engagement: 'engagementRate', Reach: 'reach' },
    ],
    [
      'goals that are numbers',
      [
        ['Title', 'Goal 2', 'Likes'],
        ['a b', 5, 500],
        ['c d', 7, 700],
      ],
      { Title: 'title', Likes: 'likes' },
    ],
  ])('knows what owners, days of creation and goals are in %s', (_, grid, expected) => {
    expect(mapping(grid)).toMatchObject(expected);
    const meant = Object.values(mapping(grid));
    for (const field of ['leadAt', 'responsible', 'goal', 'engagements'])
      expect(meant.includes(field)).toBe((Object.values(expected) as string[]).includes(field));
  });

  it('takes the metrics of one network where several stand side by side', () => {
    const grid = [
      ['Дата', 'VK подписчики', 'IG подписчики', 'IG лайки', 'VK лайки', 'IG охват', 'Комментарии (IG)'],
      ['01.05.2026', 3000, 5000, 100, 20, 900, 4],
      ['02.05.2026', 3003, 5010, 120, 25, 950, 6],
    ];
    expect(mapping(grid)).toEqual({
      Дата: 'day',
      'IG подписчики': 'followers',
      'IG лайки': 'likes',
      'IG охват': 'reach',
      'Комментарии (IG)': 'comments',
    });
    expect(describeSheet('Sheet', grid).columns[1]).toMatchObject({ field: null, doubt: { code: 'other-table', detail: 'followers' } });
  });

  it('takes no row of data for the header, however many words of it are known', () => {
    const layout = describeSheet('Sheet', [
      ['Тема', 'Формат', 'Просмотры'],
      ['Охват', 'Лайки', 100],
      ['Лайки', 'Комментарии', 'Подписчики', 5, 'Охват'],
    ]);
    expect(layout.headerRow).toBe(0);
  });

  it('believes a header only if its cells can hold such values', () => {
    const { columns } = describeSheet('Sheet', [
      ['Тема', 'Лайки', 'Доля возраста'],
      ['a', 10, '25-34'],
      ['b', 12, '35-44'],
    ]);
    expect(columns[2]).toMatchObject({ field: null, doubt: { code: 'not-that-kind', detail: 'ageShare' } });
  });

  it('does not take ids that became 1.8E+16 for ids', () => {
    const { columns } = describeSheet('Sheet', [
      ['Post ID', 'Likes', 'Reach'],
      ['1.8E+16', 10, 100],
      ['1,80E+16', 12, 120],
    ]);
    expect(columns[0]).toMatchObject({ field: null, doubt: { code: 'not-that-kind', detail: 'postId' } });
  });

  it('tells a count of posts from posts, and a number of a thing from how many there are', () => {
    expect(
      mapping([
        ['Неделя', 'Кол-во постов', '№ заявки', 'Охват за неделю', 'Подписчики за неделю'],
        ['02.03.2026', 4, 17, 900, 12],
        ['09.03.2026', 5, 18, 950, 9],
      ]),
    ).toEqual({ Неделя: 'day', 'Охват за неделю': 'reach', 'Подписчики за неделю': 'followersNet' });
  });

  it.each([
    ['Охв.', 'reach', 'likely'],
    ['Кол-во лайков', 'likes', 'normalised'],
    ['Likes ❤️', 'likes', 'normalised'],
    ['Охват / Reach', 'reach', 'normalised'],
    ['Reach (paid)', 'reach', 'likely'],
    ['Likes+Comments', 'engagements', 'likely'],
    ['Лайков', 'likes', 'exact'],
    ['Ср. охват', null, null],
    ['Likes / post', null, null],
    ['Охват конкурента', null, null],
  ])('%s: %s, %s', (header, field, confidence) => {
    const { columns } = describeSheet('Sheet', [
      ['Тема', header, 'Сохранения'],
      ['a', 120, 7],
      ['b', 140, 9],
    ]);
    expect(columns[1]).toMatchObject({ field, confidence });
  });

  it('takes the most telling of several columns for one field, and says so of the other', () => {
    const { columns } = describeSheet('Sheet', [
      ['Post', 'Reactions', 'Likes'],
      ['a', 12, 10],
    ]);
    expect(columns.map(({ field }) => field)).toEqual(['title', null, 'likes']);
    expect(columns[1]?.doubt).toEqual({ code: 'other-column', detail: 'Likes' });
  });

  it('never takes new followers or net change for the total', () => {
    expect(
      mapping([
        ['Post ID', 'Follows', 'Likes'],
        ['1', 3, 10],
      ]),
    ).toMatchObject({ Follows: 'followersGained' });
    expect(
      mapping([
        ['Video', 'Video publish time', 'Subscribers', 'Views'],
        ['x', '8-May-20', 12, 100],
      ]),
    ).toMatchObject({ Subscribers: 'followersNet' });
    expect(
      mapping([
        ['Тема', 'Подписчики'],
        ['a', -3],
        ['b', 5],
      ]),
    ).toMatchObject({ Подписчики: 'followersNet' });
  });

  it('shows a doubt where followers jump about like a change', () => {
    const table = (counts: readonly number[], topic?: string) =>
      describeSheet('Sheet', [
        ['Дата', ...(topic ? [topic] : []), 'Подписчики'],
        ...counts.map((count, row) => [`0${row + 1}.05.2026`, ...(topic ? ['Пост'] : []), count]),
      ]).columns[topic ? 2 : 1];
    expect(table([4200, 4212, 4220, 4231])?.doubt).toBeUndefined();
    expect(table([4033, 812, 9041, 605, 2020])).toMatchObject({
      field: 'followers',
      doubt: { code: 'other-field', detail: 'followersNet' },
    });
    // Up and down beside posts: what each of them brought.
    expect(table([4033, 812, 9041, 605, 2020], 'Тема')).toMatchObject({
      field: 'followersGained',
      doubt: { code: 'other-field', detail: 'followers' },
    });
  });

  it('takes a day’s number that is often nothing, and in no order, for what the day brought', () => {
    const { columns } = describeSheet('Sheet', [
      ['Data', 'Inscritos'],
      ...[1, 0, 3, 364, 2, 0, 5].map((count, row) => [`2026-03-0${row + 1}`, count]),
    ]);
    expect(columns[1]).toMatchObject({ field: 'followersNet', doubt: { code: 'other-field', detail: 'followers' } });
  });

  it('takes followers in a list without days for the followers of each account, and a name for whose they are', () => {
    const { columns } = describeSheet('Sheet', [
      ['Nick', 'Name', 'Subscribers', 'Link'],
      ...[75_600, 148_000, 900, 21_000].map((count, row) => [`a.${row}`, `Person ${row}`, count, 'https://www.youtube.com/@a']),
    ]);
    expect(columns.map(({ field }) => field)).toEqual(['account', null, 'followers', 'link']);
  });

  it('lets the table say what a plain date is', () => {
    expect(
      mapping([
        ['Дата', 'Тема'],
        ['01.05.2026', 'a'],
      ]).Дата,
    ).toBe('publishedAt');
    expect(
      mapping([
        ['Дата', 'Подписчики'],
        ['01.05.2026', 5],
      ]).Дата,
    ).toBe('day');
    expect(
      mapping([
        ['Дата', 'Первый ответ'],
        ['01.05.2026', '02.05.2026'],
      ]).Дата,
    ).toBe('leadAt');
    expect(
      mapping([
        ['Дата', 'Блогер', 'Цена'],
        ['01.05.2026', 'a', 5],
      ]).Дата,
    ).toBe('placedAt');
  });

  it('follows corrections, also to leave a column alone', () => {
    const grid = [
      ['Тема', 'Сердечки', 'Лайки'],
      ['a', 5, 6],
    ];
    expect(mapping(grid, { Сердечки: 'likes', Лайки: '' })).toEqual({ Тема: 'title', Сердечки: 'likes' });
  });

  it.each([
    ['empty', [[], ['', null, ' ']]],
    [
      'no-header',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      'no-header',
      [
        ['aaa', 'bbb'],
        ['ccc', 'ddd'],
      ],
    ],
  ])('names the problem: %s', (problem, grid) => {
    expect(describeSheet('Sheet', grid).problem).toBe(problem);
  });

  it('survives hostile headers', () => {
    const headers = ['__proto__', 'constructor', 'toString', 'Лайки', 'Лайки', '=1+1', '<script>', 'x'.repeat(50_000)];
    expect(describeSheet('Sheet', [headers, headers.map(() => 1)]).columns.map(({ field }) => field)).toEqual([
      null,
      null,
      null,
      'likes',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('several tables in one tab', () => {
  const names = (top: Grid, firstRow = 0) => describeTables('Tab', top, {}, firstRow).map(({ sheet }) => sheet);
  const posts = (count: number) => Array.from({ length: count }, (_, index) => [`0${index + 1}.03.2026`, `Post ${index}`, 10 + index]);
  const header = ['Publish time', 'Post topic', 'Likes'];

  it.each<[string, Grid, readonly string[]]>([
    ['one', [header, ...posts(6)], ['Tab']],
    ['one above', [['Parameter', 'Value'], ['City', 'Perm'], [], header, ...posts(6)], ['Tab', 'Tab!A1']],
    [
      'two above',
      [['Parameter', 'Value'], ['City', 'Perm'], [], ['Blogger', 'Price'], ['a', 100], [], header, ...posts(6)],
      ['Tab', 'Tab!A4', 'Tab!A1'],
    ],
    [
      'one beside, of other days',
      [[...header, '', 'Date', 'Followers'], ...posts(6).map((row) => [...row, '', row[0], 500])],
      ['Tab', 'Tab!E1'],
    ],
    ['a title and a note above', [['Report of Anna'], ['Likes are good'], [], header, ...posts(6)], ['Tab']],
    [
      'a list of choices beside',
      [
        [...header, '', 'Format', 'Status'],
        ...posts(6).map((row, index) => [...row, '', ['reel', 'photo'][index], ['ready', 'sent'][index]]),
      ],
      ['Tab'],
    ],
  ])('%s', (_, top, expected) => {
    expect(names(top)).toEqual(expected);
  });

  it('an empty column between columns of the same rows is a margin, not the end', () => {
    const top = [[...header, '', 'Comments', 'Reach'], ...posts(6).map((row) => [...row, '', 2, 300])];
    const [layout, ...others] = describeTables('Tab', top);
    expect(others).toEqual([]);
    expect(layout?.columns.map(({ field }) => field)).toEqual(['publishedAt', 'title', 'likes', null, 'comments', 'reach']);
  });

  it('further down the sheet rows keep their numbers', () => {
    const [layout] = describeTables('Tab', [['Advertising'], ['Blogger', 'Price'], ['a', 100]], {}, 40);
    expect(layout).toMatchObject({ sheet: 'Tab!A42', tab: 'Tab', headerRow: 41, firstRow: 40 });
    expect(describeTables('Tab', [['Notes'], ['Anna', 'Boris']], {}, 40)).toEqual([]);
  });
});

describe('a header of two rows', () => {
  const posts = [
    ['1_2', 'Tea', '3/1/16 7:05', 1, 20, 3],
    ['1_3', 'Coffee', '3/2/16 7:05', 2, 25, 4],
  ];
  it('whose second names what stands under a group', () => {
    const top: Grid = [
      ['Post ID', 'Post Message', 'Posted', 'Lifetime Talking About This (Post) by action type', '', ''],
      ['', '', '', 'share', 'like', 'comment'],
      ...posts,
    ];
    const { headerRow, columns } = describeSheet('Lifetime Talking About This', top);
    expect(headerRow).toBe(1);
    expect(columns.map(({ field }) => field)).toEqual(['postId', 'title', 'publishedAt', 'shares', 'likes', 'comments']);
  });
  it('a row of words under a group is data where other columns have cells too', () => {
    const top: Grid = [
      ['Post ID', 'Post topic', 'Reactions', ''],
      ['a1', 'Tea', 'many', 'few'],
      ['a2', 'Coffee', 'few', 'many'],
    ];
    expect(describeSheet('Tab', top).headerRow).toBe(0);
  });
});
