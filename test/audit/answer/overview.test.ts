import { describe, expect, it } from 'vitest';
import type { Overview } from '../../../src/audit/answer/overview.ts';
import { overviewLines } from '../../../src/wording/overview-text.ts';
import { auditGrid, type Grid } from '../audit-table.ts';

const overviewOf = (grid: Grid): Overview => auditGrid(grid).sheets[0]?.overview ?? { figures: [], parts: [], standOut: [], additions: [] };

/** Ten posts with 1,000 views each and an engagement rate of 3 to 5 %, the seventh with 20 %. */
const views = (header: readonly string[], rest: readonly (string | number)[] = []): Grid => [
  [...header],
  ...Array.from({ length: 10 }, (_, post): (string | number)[] => [
    `0${(post % 9) + 1}.05.2026`.slice(-10),
    `Topic ${post}`,
    post === 6 ? 180 : 25 + 2 * post,
    post === 6 ? 20 : 5,
    1000,
    ...rest,
  ]),
];

describe('what can be said of every table', () => {
  it('is the rate by what there is, its range, and the rows far above', () => {
    const { rate, standOut } = overviewOf(views(['Date', 'Topic', 'Likes', 'Comments', 'Views']));
    expect(rate).toMatchObject({ by: 'views', rows: 10 });
    // 30, 32, … without the seventh: the two middle rows have 38 and 40 engagements.
    expect(rate?.median).toBeCloseTo(0.039, 3);
    expect(standOut.map(({ row, engagements }) => [row, engagements])).toEqual([[8, 200]]);
  });

  it('names the columns that would allow most, each with what it would show, and what it needs besides', () => {
    const { additions } = overviewOf(views(['Date', 'Topic', 'Likes', 'Comments', 'Views']));
    expect(additions.length).toBe(2);
    for (const { fields, signals } of additions) {
      expect(fields.length).toBeLessThanOrEqual(2);
      expect(signals.length).toBeGreaterThan(0);
    }
    // Comparing deciders needs followers and the decider: followers alone do not promise it.
    const alone = additions.find(({ fields }) => fields.join() === 'followers');
    expect(alone?.signals ?? []).not.toContain('decider-drag');
  });

  it('asks for one number where gains are there', () => {
    const { additions } = overviewOf(views(['Date', 'Topic', 'Likes', 'Comments', 'Views', 'New followers'], [3]));
    const total = additions.find(({ fields }) => fields.join() === 'followers');
    if (total) expect(total.isNumber).toBe(true);
    expect(additions.length).toBeGreaterThan(0);
  });

  it('is no rate where the sums of whole accounts stand beside their sizes; the rate that the table gives will do', () => {
    const accounts = (rate: readonly string[]) => [
      ['channel_info', 'followers', 'total_likes', ...rate.slice(0, 1)],
      ...Array.from({ length: 8 }, (_, at): (string | number)[] => [`name${at}`, 1000 + at, 90_000 + at, ...rate.slice(1)]),
    ];
    expect(overviewOf(accounts([])).rate).toBeUndefined();
    expect(overviewOf(accounts(['Engagement rate', '3.5%'])).rate).toMatchObject({ by: 'stated', median: 0.035, rows: 8 });
  });

  it('is the pace of a table however long it is', () => {
    const rows = Array.from({ length: 150_000 }, (_, day): string[] => [`${2000 + (day % 26)}-05-01`, 'Yoga']);
    expect(overviewOf([['Publish date', 'Topic'], ...rows]).pace).toMatchObject({ rows: 150_000, from: Date.UTC(2000, 4, 1) });
  });

  it('is silent about rates where there is nothing to divide', () => {
    expect(overviewOf([['Дата', 'Тема'], ...Array.from({ length: 8 }, (_, day) => [`0${day + 1}.05.2026`, 'Йога'])]).rate).toBeUndefined();
  });

  it('is the middle and the sum of each count where no rate can be told', () => {
    const gains = Array.from({ length: 8 }, (_, day) => [`0${day + 1}.05.2026`, day]);
    expect(overviewOf([['Date', 'New followers'], ...gains]).figures).toEqual([
      { field: 'followersGained', median: 3.5, sum: 28, rows: 8 },
    ]);
  });

  it('of less than a week says how many and when, and makes no week of it', () => {
    const days = ['01.05.2026', '02.05.2026', '04.05.2026'].map((day, at) => [day, `Post ${at}`]);
    const { pace } = overviewOf([['Publish date', 'Topic'], ...days]);
    expect(pace).toEqual({ rows: 3, from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 4, 4) });
    const said = (from: number, to: number) =>
      overviewLines({ figures: [], parts: [], standOut: [], additions: [], pace: { rows: 3, from, to } }, 'en');
    expect(said(Date.UTC(2026, 4, 1), Date.UTC(2026, 4, 4)).join(' ')).toMatch(/^3 \S+ from .* to [^:]*\.$/);
    expect(said(Date.UTC(2026, 4, 1), Date.UTC(2026, 4, 1)).join(' ')).toMatch(/^3 \S+ on [^:]*\.$/);
  });

  it('of a plan without figures is how many posts there are a week, and what they are', () => {
    const plan = Array.from({ length: 14 }, (_, day) => [
      `${String(day + 1).padStart(2, '0')}.05.2026`,
      `Post ${day}`,
      ['Reels', 'photo', 'reels'][day % 3],
    ]);
    const { pace, parts, figures } = overviewOf([['Publish date', 'Topic', 'Format'], ...plan]);
    expect(pace).toEqual({ rows: 14, from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 4, 14), perWeek: 7 });
    expect(parts).toEqual([
      {
        field: 'format',
        shares: [
          { name: 'Reels', rows: 9 },
          { name: 'photo', rows: 5 },
        ],
      },
    ]);
    expect(figures).toEqual([]);
  });
  it('of a list of bloggers is their size and price, with no sum of sizes in the words', () => {
    const bloggers = [12_000, 900, 45_000, 3_000, 70_000].map((followers, at) => [`Blogger ${at}`, followers, 1000 * at]);
    const overview = overviewOf([['Influencer', 'Followers', 'Price'], ...bloggers]);
    expect(overviewLines(overview, 'en').slice(0, 2)).toEqual([
      'followers in total: 12,000 in the middle (5 entries).',
      'price: 2,000 in the middle, 10,000 in all (5 entries).',
    ]);
    const russian = overviewLines(overview, 'ru').map((line) => line.replace(/\u00A0/g, ' '));
    expect(russian.slice(0, 2)).toEqual([
      'подписчиков всего: в середине 12 000 (5 записей).',
      'цена: в середине 2 000, всего 10 000 (5 записей).',
    ]);
  });
  it('words of free text are no parts', () => {
    const plan = Array.from({ length: 6 }, (_, day) => [`0${day + 1}.05.2026`, `Post ${day}`, `a reel about number ${day}`]);
    expect(overviewOf([['Publish date', 'Topic', 'Format'], ...plan]).parts).toEqual([]);
  });

  it('reads as sentences in both languages', () => {
    const overview: Overview = {
      parts: [
        {
          field: 'format',
          shares: [
            { name: 'Reels', rows: 12 },
            { name: 'photo', rows: 8 },
          ],
        },
      ],
      pace: { rows: 20, from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 4, 31), perWeek: 4.52 },
      figures: [{ field: 'followersGained', median: 3, sum: 1200, rows: 31 }],
      rate: { by: 'views', median: 0.041, low: 0.03, high: 0.05, rows: 93 },
      standOut: [{ row: 12, times: 4.88, engagements: 200 }],
      additions: [
        { fields: ['sentAt', 'approvedAt'], signals: ['approval-lag'] },
        { fields: ['followers'], signals: ['inert-followers'], isNumber: true },
      ],
    };
    expect(
      overviewLines(overview, 'en')
        .join('\n')
        .replace(/\u00A0/g, ' '),
    ).toBe(
      [
        'ER by views: 4.1% in the middle, eight of ten between 3% and 5% (93 entries).',
        '20 entries from 1 May 2026 to 31 May 2026: 4.5 a week.',
        'post format: Reels 12, photo 8.',
        'new followers: 3 in the middle, 1,200 in all (31 entries).',
        'Far above the rest: row 12 (4.9 times the middle).',
        'To check “Waiting for approval” the table needs columns such as “Sent for approval” and “Approved at”.',
        'One number, followers today (in the settings of the client), would be enough to check: “Followers without activity”.',
      ].join('\n'),
    );
    expect(
      overviewLines(overview, 'ru')
        .join('\n')
        .replace(/\u00A0/g, ' '),
    ).toBe(
      [
        'ER по просмотрам: в середине 4,1 %, у восьми из десяти от 3 % до 5 % (93 записи).',
        '20 записей с 1 мая 2026 по 31 мая 2026: 4,5 в неделю.',
        'формат поста: Reels 12, photo 8.',
        'новые подписчики: в середине 3, всего 1 200 (31 запись).',
        'Намного выше остальных: строка 12 (в 4,9 раза).',
        'Чтобы проверить «Ожидание согласования», нужны колонки, например «Отправлено на согласование» и «Согласовано».',
        'Одного числа, подписчиков сегодня (в настройках клиента), хватит, чтобы проверить: «Подписчики без активности».',
      ].join('\n'),
    );
  });
});
