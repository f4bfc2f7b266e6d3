import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/base/cells.ts';
import type { JoinChoices } from '../../src/joining/choices.ts';
import { joinTables } from '../../src/joining/join.ts';
import { fc, test as property } from '../base/property.ts';
import { days, type Grid, tableOf } from './tables.ts';

/** What was joined: `to ← from by: matched of of`, in brackets where it is only offered. */
function joinsOf(sheets: Readonly<Record<string, Grid>>, choices?: JoinChoices): readonly string[] {
  const { joins } = joinTables(
    Object.entries(sheets).map(([sheet, grid]) => tableOf(sheet, grid)),
    choices,
  );
  return joins.map(({ to, from, by, matched, of, fields }) => {
    const text = `${to} ← ${from} by ${by}: ${matched} of ${of}`;
    return fields.length > 0 ? text : `(${text})`;
  });
}

const post = (at: number) => `https://www.instagram.com/p/Post${at}/`;
const topics = ['Spring menu opens', 'Meet our barista', 'Five teas for rain', 'Behind the counter', 'How we roast', 'Sunday breakfast'];

/** Hand-made: a tracker of six posts, and the export of the same, newest first, with one post more. */
const tracker: Grid = [
  ['Topic', 'Link', 'Sent for approval', 'Approved', 'Decided by'],
  ...topics.map((topic, at): readonly Cell[] => [
    topic,
    post(at),
    `0${at + 1}.04.2026 10:00`,
    `0${at + 2}.04.2026 10:00`,
    at % 2 ? 'Olga' : 'Ivan',
  ]),
];
const exported: Grid = [
  ['Post ID', 'Description', 'Publish time', 'Permalink', 'Likes', 'Comments', 'Reach'],
  ...[...topics, 'Not in the tracker']
    .map((topic, at): readonly Cell[] => [
      `179${at}`,
      `${topic}! And a long text about it`,
      `0${at + 2}.04.2026 12:00`,
      `https://instagram.com/p/Post${at}?utm_source=ig`,
      100 + at,
      at,
      900 + at,
    ])
    .reverse(),
];

/** Hand-made: followers of 30 days, and activity of the last 20 of them, newest first. */
const followers: Grid = [['Date', 'Followers'], ...days(30).map((day, at): readonly Cell[] => [day, 1000 + 3 * at])];
const activity: Grid = [
  ['Date', 'Likes', 'Comments', 'Reach'],
  ...days(30)
    .slice(10)
    .map((day, at): readonly Cell[] => [day, 40 + at, 3, 500 + at])
    .reverse(),
];

describe('what belongs together', () => {
  it('a tracker and an export, post by post by link', () => {
    expect(joinsOf({ Tracker: tracker, Export: exported })).toEqual(['Tracker ← Export by link: 6 of 6']);
  });
  it('the tracker has the figures of its own posts then, and the export nothing of it', () => {
    const { tables } = joinTables([tableOf('Tracker', tracker), tableOf('Export', exported)]);
    expect([...(tables[0]?.columns.get('likes')?.numbers ?? [])]).toEqual([100, 101, 102, 103, 104, 105]);
    expect([...(tables[0]?.columns.get('reach')?.numbers ?? [])]).toEqual([900, 901, 902, 903, 904, 905]);
    expect(tables[0]?.columns.get('likes')?.from).toBe('Export');
    expect(tables[1]?.columns.has('decider')).toBe(false);
  });
  it('by id, where links are not there', () => {
    const byId = (grid: Grid, drop: string, id: string) => {
      const at = grid[0]?.indexOf(drop) ?? -1;
      return grid.map((row, place) => [...row.filter((_, column) => column !== at), place === 0 ? id : `x${String(row[1]).slice(0, 5)}`]);
    };
    const mine = tracker.map((row, at) => [row[0], at === 0 ? 'Post ID' : `179${at - 1}`, ...row.slice(2)]);
    const theirs = byId(exported, 'Permalink', 'Custom labels');
    expect(joinsOf({ Tracker: mine, Export: theirs })).toEqual(['Tracker ← Export by id: 6 of 6']);
  });
  it('by day and title, where neither is there', () => {
    const mine = tracker.map(([topic, , ...rest], at) => [topic, at === 0 ? 'Publish date' : `0${at + 1}.04.2026`, ...rest]);
    const theirs = exported.map((row) => row.filter((_, column) => column !== 0 && column !== 3));
    expect(joinsOf({ Tracker: mine, Export: theirs })).toEqual(['Tracker ← Export by title: 6 of 6']);
  });
  it('by day and title, where few have an address', () => {
    const mine = tracker.map(([topic, link, ...rest], at) => [
      topic,
      at > 2 ? '' : link,
      at === 0 ? 'Publish date' : `0${at + 1}.04.2026`,
      ...rest,
    ]) as Grid;
    expect(joinsOf({ Tracker: mine, Export: exported })).toEqual(['Tracker ← Export by title: 6 of 6']);
  });
  it('by the same words, also where another post of that day has them among its own', () => {
    const day = '02.04.2026';
    const mine: Grid = [
      ['Topic', 'Publish date', 'Sent for approval'],
      ...topics.slice(0, 3).map((topic): readonly Cell[] => [topic, day, '01.04.2026 10:00']),
    ];
    const theirs: Grid = [
      ['Description', 'Publish time', 'Likes'],
      ...topics.slice(0, 3).flatMap((topic, at): readonly (readonly Cell[])[] => [
        [`${topic}, and the day after`, `${day} 18:00`, 5],
        [topic, `${day} 12:00`, 100 + at],
      ]),
    ];
    const { tables } = joinTables([tableOf('Tracker', mine), tableOf('Export', theirs)]);
    expect([...(tables[0]?.columns.get('likes')?.numbers ?? [])]).toEqual([100, 101, 102]);
  });
  it('followers and activity of one account, day by day', () => {
    expect(joinsOf({ History: followers, Overview: activity })).toEqual(['History ← Overview by day: 20 of 20']);
    const { tables } = joinTables([tableOf('History', followers), tableOf('Overview', activity)]);
    const likes = [...(tables[0]?.columns.get('likes')?.numbers ?? [])];
    expect([likes.slice(0, 10).every(Number.isNaN), likes[10], likes[29]]).toEqual([true, 40, 59]);
  });
  it('activity in pieces of one metric each', () => {
    const piece = (header: string, column: number): Grid => activity.map((row, at) => [row[0], at === 0 ? header : row[column]]);
    expect(joinsOf({ Followers: followers, Reach: piece('Reach', 3), Likes: piece('Likes', 1) })).toEqual([
      'Followers ← Reach by day: 20 of 20',
      'Followers ← Likes by day: 20 of 20',
    ]);
  });
  it('a placement and the days after it', () => {
    const ads: Grid = [
      ['Blogger', 'Placement date', 'Price'],
      ['@one', '10.04.2026', 5000],
      ['@two', '20.04.2026', 7000],
      ['@three', '01.01.2026', 9000],
    ];
    expect(joinsOf({ History: followers, Ads: ads })).toEqual(['History ← Ads by day: 2 of 2', 'Ads ← History by day: 2 of 3']);
    const { tables } = joinTables([tableOf('History', followers), tableOf('Ads', ads)]);
    const paid = [...(tables[0]?.columns.get('paid')?.flags ?? [])];
    expect(paid.flatMap((flag, at) => (flag === 1 ? [at + 1] : []))).toEqual([10, 11, 12, 13, 20, 21, 22, 23]);
  });
});

describe('a key that the user names', () => {
  const dated = tracker.map((row, at) => [...row, at === 0 ? 'Publish date' : `0${at + 1}.04.2026`]);
  const sheets = { Tracker: dated, Export: exported };
  it('is offered where both tables have it', () => {
    const { joins } = joinTables([tableOf('Tracker', dated), tableOf('Export', exported)]);
    expect(joins.map(({ by, keys }) => [by, keys])).toEqual([['link', ['link', 'title']]]);
  });
  it('joins by it alone', () => {
    expect(joinsOf(sheets, { 'Tracker ← Export': 'title' })).toEqual(['Tracker ← Export by title: 6 of 6']);
  });
  it('that finds nothing leaves what is found without it', () => {
    const foreign = dated.map((row, at) => (at === 0 ? row : [`Another text ${at}`, ...row.slice(1)]));
    expect(joinsOf({ Tracker: foreign, Export: exported }, { 'Tracker ← Export': 'title' })).toEqual(['Tracker ← Export by link: 6 of 6']);
  });
  it('joins what is too little to be joined without a word', () => {
    const few = dated.map((row, at) => (at > 3 ? [row[0], post(at + 20), ...row.slice(2)] : row));
    expect(joinsOf({ Tracker: few, Export: exported }, { 'Tracker ← Export': 'link' })).toEqual(['Tracker ← Export by link: 3 of 6']);
    expect(joinsOf({ Tracker: few, Export: exported.map((row) => row.filter((_, at) => at !== 1)) })).toEqual([
      '(Tracker ← Export by link: 3 of 6)',
    ]);
  });
});

describe('what does not belong together', () => {
  it('posts, of which a day may have several, and days of one row each', () => {
    const several = activity.flatMap((row, at) => (at % 4 === 3 ? [row, row] : [row]));
    expect(joinsOf({ History: followers, Overview: several })).toEqual([]);
  });
  it('two accounts with the same days, named in a column', () => {
    const named = (grid: Grid, account: string): Grid => grid.map((row, at) => [...row, at === 0 ? 'Account' : account]);
    expect(joinsOf({ History: named(followers, 'first'), Overview: named(activity, 'second') })).toEqual([]);
  });
  it('two networks, named by the tabs', () => {
    expect(joinsOf({ 'Instagram followers': followers, 'TikTok overview': activity })).toEqual([]);
    expect(joinsOf({ 'TikTok followers': followers, 'TikTok overview': activity })).toHaveLength(1);
  });
  it('two histories for one table of activity, and two tables of activity for one history: only offered', () => {
    expect(joinsOf({ First: followers, Overview: activity, Other: activity })).toEqual([
      '(First ← Overview by day: 20 of 20)',
      '(First ← Other by day: 20 of 20)',
    ]);
  });
  it('another client’s tracker: other links, other days', () => {
    const other = tracker.map((row, at) => (at === 0 ? row : [`Other ${at}`, `https://instagram.com/p/Other${at}/`, ...row.slice(2)]));
    expect(joinsOf({ Tracker: other, Export: exported })).toEqual([]);
  });
  it('another client’s tracker with the very titles and days: their links are other posts', () => {
    const dated = tracker.map((row, at) => [
      row[0],
      at === 0 ? 'Link' : `https://instagram.com/p/Other${at}/`,
      at === 0 ? 'Publish date' : `0${at + 1}.04.2026`,
      ...row.slice(2),
    ]);
    expect(joinsOf({ Tracker: dated, Export: exported })).toEqual([]);
    const elsewhere = dated.map((row, at) => (at === 0 ? row : [row[0], `https://docs.example.com/draft/${at}`, ...row.slice(2)]));
    expect(joinsOf({ Tracker: elsewhere, Export: exported })).toEqual(['Tracker ← Export by title: 6 of 6']);
  });
  it('reposts with equal titles on one day: left unjoined, and below 60 % only offered', () => {
    const mine = [
      ['Topic', 'Publish date', 'Sent for approval', 'Approved'],
      ...[0, 1, 2, 3, 4, 5].map((at) => [at < 3 ? topics[at] : 'Same text', `0${at < 3 ? at + 2 : 9}.04.2026`, '01.04.2026', '01.04.2026']),
    ] as Grid;
    const theirs = [
      ['Description', 'Publish time', 'Likes'],
      ...[0, 1, 2].map((at) => [topics[at], `0${at + 2}.04.2026 12:00`, 5]),
      ...[0, 1, 2].map((at) => ['Same text', '09.04.2026 12:00', 5 + at]),
    ] as Grid;
    expect(joinsOf({ Tracker: mine, Export: theirs })).toEqual(['(Tracker ← Export by title: 3 of 6)']);
    expect(joinsOf({ Tracker: mine, Export: theirs }, { 'Tracker ← Export': 'on' })).toEqual(['Tracker ← Export by title: 3 of 6']);
  });
  it('what the user undid', () => {
    expect(joinsOf({ Tracker: tracker, Export: exported }, { 'Tracker ← Export': 'off' })).toEqual(['(Tracker ← Export by link: 6 of 6)']);
  });
});

describe('an export that comes in pieces', () => {
  const ids = ['1_21', '1_22', '1_23', '1_24'];
  const reach: Grid = [
    ['Post ID', 'Post Message', 'Posted', 'Reach'],
    ...ids.map((id, at) => [id, topics[at] ?? '', days(4)[at], 500 + at]),
  ];
  const acts = (own: readonly string[]): Grid => [
    ['Post ID', 'Post Message', 'Posted', 'Likes', 'Comments'],
    ...own.map((id, at) => [id, topics[at] ?? '', days(4)[at], 20 + at, 3]),
  ];
  it('is joined post by post into the first piece', () => {
    const sheets = { 'Key Metrics': reach, Actions: acts([...ids].reverse()) };
    expect(joinsOf(sheets)).toEqual(['Key Metrics ← Actions by id: 4 of 4']);
    const { tables } = joinTables(Object.entries(sheets).map(([sheet, grid]) => tableOf(sheet, grid)));
    expect([...(tables[0]?.columns.get('likes')?.numbers ?? [])]).toEqual([23, 22, 21, 20]);
  });
  it('two lists of other posts are left apart, whatever their titles and days', () => {
    expect(joinsOf({ One: reach, Two: acts(['1_91', '1_92', '1_93', '1_94']) })).toEqual([]);
  });
});

describe('shuffled, thinned and disturbed', () => {
  const numbered = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 40 });
  property([numbered, numbered, fc.boolean()])('never joins two rows of different posts', (mine, theirs, hasLinks) => {
    const nameOf = (at: number) => `${topics[at % topics.length]} ${['alpha', 'beta', 'gamma', 'delta'][at % 4]}${at} number${at}`;
    const dayOf = (at: number) => new Date(Date.UTC(2026, 3, 1 + (at % 20), 9));
    const first = [
      ['Topic', 'Publish date', 'Link', 'Sent for approval', 'Approved'],
      ...mine.map((at) => [nameOf(at), dayOf(at), hasLinks ? post(at) : '', dayOf(at), dayOf(at)]),
    ] as Grid;
    const second = [
      ['Description', 'Publish time', 'Permalink', 'Likes'],
      ...theirs.map((at) => [`${nameOf(at)} and more words`, dayOf(at), `${post(at)}?x=${at}`, 1000 + at]),
    ] as Grid;
    const { tables } = joinTables([tableOf('A', first), tableOf('B', second)], { 'A ← B': 'on' });
    const likes = tables[0]?.columns.get('likes')?.numbers ?? [];
    likes.forEach((value, row) => {
      if (!Number.isNaN(value)) expect(value).toBe(1000 + (mine[row] ?? -1));
    });
    if (hasLinks) expect([...likes].filter((value) => !Number.isNaN(value))).toHaveLength(mine.filter((at) => theirs.includes(at)).length);
  });
});
