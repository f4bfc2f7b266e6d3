import { describe, expect, it } from 'vitest';
import { withFollowers } from '../../../src/audit/client-facts/followers-from-gains.ts';
import { audit } from '../../../src/audit/engine/judge.ts';
import { pickCells } from '../../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../../src/base/cells.ts';
import { createZone } from '../../../src/base/zone.ts';
import { createTable } from '../../../src/patterns/engine/create-table.ts';
import { readTable } from '../../../src/table/reading/read-table.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';
import { inputOf } from '../audit-table.ts';

const zone = createZone('Europe/Moscow');
const now = Date.UTC(2026, 5, 15);

function followersOf(headers: readonly string[], rows: readonly (readonly Cell[])[], today: number | undefined) {
  const layout = describeSheet('Sheet', [headers, ...rows]);
  const table = createTable(readTable(layout, pickCells(layout, rows), { zone, now }).table);
  const numbers = withFollowers(table, today)?.columns.get('followers')?.numbers;
  return numbers && [...numbers].map((value) => (Number.isNaN(value) ? null : value));
}

describe('followers counted back from today', () => {
  const days = ['01.06.2026', '02.06.2026', '03.06.2026'];
  it('by the net change of each day, whichever way the rows run', () => {
    const rows = days.map((day, at) => [day, [5, -2, 10][at]]);
    expect(followersOf(['Дата', 'Прирост подписчиков'], rows, 1000)).toEqual([992, 990, 1000]);
    expect(followersOf(['Дата', 'Прирост подписчиков'], [...rows].reverse(), 1000)).toEqual([1000, 990, 992]);
  });
  it('by what came less what was lost', () => {
    const rows = days.map((day, at) => [day, [5, 3, 10][at], [1, 0, ''][at]]);
    expect(followersOf(['Дата', 'Новые подписчики', 'Отписались'], rows, 1000)).toEqual([987, 990, 1000]);
  });
  it('not in a list of placements: between them followers come too', () => {
    const rows = days.map((day, at) => [`@blogger${at}`, day, [5, 3, 10][at]]);
    expect(followersOf(['Блогер', 'Дата размещения', 'Новые подписчики'], rows, 1000)).toBeUndefined();
  });
  it('as far as gains are known', () => {
    expect(
      followersOf(
        ['Дата', 'Прирост подписчиков'],
        [
          [days[0], 5],
          [days[1], ''],
          [days[2], 10],
        ],
        1000,
      ),
    ).toEqual([null, 990, 1000]);
  });
  it.each([
    [
      'nobody says how many there are today',
      ['Дата', 'Прирост подписчиков'],
      [
        [days[0], 5],
        [days[1], 6],
      ],
      undefined,
    ],
    [
      'the table has its own',
      ['Дата', 'Прирост подписчиков', 'Подписчики'],
      [
        [days[0], 5, 900],
        [days[1], 6, 906],
      ],
      1000,
    ],
    [
      'there are several accounts',
      ['Дата', 'Аккаунт', 'Прирост подписчиков'],
      [
        [days[0], 'a', 5],
        [days[1], 'b', 6],
      ],
      1000,
    ],
    [
      'nothing is dated',
      ['Тема', 'Прирост подписчиков'],
      [
        ['a b', 5],
        ['c d', 6],
      ],
      1000,
    ],
  ] as const)('not where %s', (_, headers, rows, today) => {
    expect(followersOf(headers, rows as unknown as Cell[][], today)).toBeUndefined();
  });
  it('let growth be judged, and it is said what they were counted from', () => {
    const quiet = [3, 2, 4, 3, 2, 3, 4, 2, 3, 3, 2, 4];
    const rows = quiet.map((gain, at) => [new Date(Date.UTC(2026, 4, 1 + at)), at === 6 ? 400 : gain, 50 + (at % 5), 4, 900 + 10 * at]);
    const grid = [['Date', 'New followers', 'Likes', 'Comments', 'Reach'], ...rows];
    const judged = (client: object) => {
      const report = audit([inputOf('Days', grid)], { client }, { zone, now });
      return [
        report.sheets[0]?.results.find(({ signal }) => signal === 'inert-followers')?.findings.map(({ row }) => row),
        report.assumptions.some(({ code }) => code === 'counted-back'),
      ];
    };
    expect(judged({ followers: 1500 })).toEqual([[8], true]);
    expect(judged({})).toEqual([[], false]);
    const tab = [
      ['Parameter', 'Value'],
      ['Followers today', '1 500'],
    ];
    expect(audit([inputOf('Days', grid), inputOf('Client', tab)], {}, { zone, now }).assumptions).toContainEqual({
      code: 'counted-back',
      sheet: 'Days',
      column: 'New followers',
      followers: 1500,
    });
  });
});
