import { describe, expect, it } from 'vitest';
import { pickCells } from '../../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../../src/base/cells.ts';
import { createZone } from '../../../src/base/zone.ts';
import { readTable } from '../../../src/table/reading/read-table.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';

const read = (headers: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const layout = describeSheet('Sheet', [headers, ...rows]);
  return readTable(layout, pickCells(layout, rows), { zone: createZone('Europe/Moscow'), now: Date.UTC(2026, 5, 15) });
};
const totals = (headers: readonly string[], rows: readonly (readonly Cell[])[]) =>
  read(headers, rows).leftOut.flatMap(({ reason, rows: numbers }) => (reason === 'total' ? numbers : []));

const placements = ['Блогер', 'Дата размещения', 'Цена', 'Охват'];
const parts = [
  ['a', '01.06.2026', 1000, 12_000],
  ['b', '02.06.2026', 2500, 31_000],
  ['c', '03.06.2026', 4000, 9000],
];

describe('a row that is the sum of the others', () => {
  it.each([
    ['without a label, below', [...parts, ['', '', 7500, 52_000]], [5]],
    ['without a label, above', [['', '', 7500, 52_000], ...parts], [2]],
    ['under a name that no list of words has', [...parts, ['все вместе', '', 7500, 52_000]], [5]],
    ['rounded', [...parts, ['', '', 7500.4, 52_010]], [5]],
    ['in one column, the other blank', [...parts, ['', '', 7500, '']], [5]],
  ])('is left out as a total: %s', (_, rows, expected) => {
    expect(totals(placements, rows)).toEqual(expected);
  });
  it.each([
    ['has a date', [...parts, ['d', '04.06.2026', 7500, 52_000]]],
    ['has a name and agrees in one column only', [...parts, ['d', '', 7500, '']]],
    ['agrees in one column and not in another', [...parts, ['', '', 7500, 51_000]]],
    ['stands among two others', [...parts.slice(0, 2), ['', '', 3500, 43_000]]],
  ])('stays where it %s', (_, rows) => {
    expect(totals(placements, rows)).toEqual([]);
  });
  it('is not told from followers, which are a level', () => {
    expect(
      totals(
        ['Дата', 'Подписчики'],
        [
          ['01.06.2026', 100],
          ['02.06.2026', 110],
          ['03.06.2026', 120],
          ['', 330],
        ],
      ),
    ).toEqual([]);
  });
});

describe('columns of one table', () => {
  it('share what they say of the order of day and month', () => {
    const { columns, table } = read(
      ['Заявка пришла', 'Первый ответ'],
      [
        ['03/04/2026 10:00', '13/04/2026 10:00'],
        ['05/04/2026 10:00', '25/04/2026 10:00'],
      ],
    );
    expect([...(table.columns.get('leadAt')?.numbers ?? [])]).toEqual([Date.UTC(2026, 3, 3, 10), Date.UTC(2026, 3, 5, 10)]);
    expect(columns[0]?.dates?.decidedBy).toBe('fallback');
  });
  it('share the decimal mark', () => {
    const { table } = read(
      ['Блогер', 'Цена', 'Доля города'],
      [
        ['a', '1.500', '12,5 %'],
        ['b', '2.250', '8,5 %'],
      ],
    );
    expect([...(table.columns.get('price')?.numbers ?? [])]).toEqual([1500, 2250]);
  });
  it('decide nothing for each other where they disagree', () => {
    const { columns } = read(
      ['Заявка пришла', 'Первый ответ', 'Отправлено на согласование'],
      [['03/04/2026 10:00', '13/04/2026 10:00', '04/13/2026 10:00']],
    );
    expect(columns[0]?.dates?.decidedBy).toBe('undecided');
  });
  it('are read by the clock that their header names', () => {
    const { table } = read(['Lead time (UTC)', 'First response (GMT+3)'], [['2026-03-01 10:00', '2026-03-01 14:00']]);
    expect([table.columns.get('leadAt')?.numbers?.[0], table.columns.get('answeredAt')?.numbers?.[0]]).toEqual([
      Date.UTC(2026, 2, 1, 13),
      Date.UTC(2026, 2, 1, 14),
    ]);
  });
});
