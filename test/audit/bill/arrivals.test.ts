import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/audit/engine/judge.ts';
import type { Cell } from '../../../src/base/cells.ts';
import { partText } from '../../../src/wording/bill-text.ts';
import { type Grid, inputOf, now, zone } from '../audit-table.ts';

/** Made by hand: each placement costs 1,000 ₽, a fifth of its audience is in the city; 40, 1 and no followers came, and of one nobody knows. */
const placements: Grid = [
  ['Блогер', 'Дата размещения', 'Цена, ₽', 'Аудитория в городе, %', 'Новые подписчики'],
  ...[40, 1, 0, ''].map((came, at): readonly Cell[] => [`@blogger${at}`, `1${at}.04.2026`, 1000, '20%', came]),
];
const partsOf = (grid: Grid) => {
  const { bill } = audit([inputOf('Размещения', grid)], {}, { zone, now });
  return bill.flatMap((line) => (line.unit === 'money' ? line.parts.map((part) => ({ part, line })) : []));
};

describe('followers that came with a placement', () => {
  it('stand beside its line of the bill, with what one cost', () => {
    const parts = partsOf(placements);
    expect(parts.map(({ part }) => part.arrivals)).toEqual([
      { price: 1000, followers: 40 },
      { price: 1000, followers: 1 },
      { price: 1000, followers: 0 },
      undefined,
    ]);
    const texts = parts.map(({ part, line }) =>
      [partText(part, line, 'en'), partText(part, line, 'ru')].map((text) => text.replace(/\u00A0/g, ' ')),
    );
    expect(texts[0]?.[0]).toMatch(/; 40 followers came with it, 25(\.00)? ₽ each$/);
    expect(texts[0]?.[1]).toMatch(/; с ним пришло 40 подписчиков, по 25(,00)? ₽$/);
    expect(texts[1]?.[1]).toMatch(/; с ним пришёл 1 подписчик, по 1 000(,00)? ₽$/);
    expect(texts[2]).toEqual([
      expect.stringMatching(/; no followers came with it$/),
      expect.stringMatching(/; подписчиков с ним не пришло$/),
    ]);
    expect(texts[3]?.[0]).not.toMatch(/followers/);
  });
  it('are a price in the middle where enough placements brought any', () => {
    const many: Grid = [placements[0] ?? [], ...[40, 20, 10, 0].map((came, at) => [`@b${at}`, `1${at}.04.2026`, 1000, '90%', came])];
    const [sheet] = audit([inputOf('Размещения', many)], {}, { zone, now }).sheets;
    expect(sheet?.overview?.perFollower).toEqual({ median: 50, rows: 3, without: 1 });
    const [few] = audit([inputOf('Размещения', placements)], {}, { zone, now }).sheets;
    expect(few?.overview?.perFollower).toBeUndefined();
  });
  it('come from the history of the account in another tab where the row says nothing', () => {
    const history: Grid = [
      ['Дата', 'Подписчики'],
      ...Array.from({ length: 30 }, (_, at): readonly Cell[] => [
        `${String(at + 1).padStart(2, '0')}.04.2026`,
        1000 + 2 * at + (at >= 10 ? 25 : 0),
      ]),
    ];
    const own = placements
      .slice(0, 2)
      .concat([['@other', '20.04.2026', 1000, '20%', '']])
      .map((row, at) => [row[0], at === 1 ? '11.04.2026' : row[1], row[2], row[3]]);
    const { bill } = audit([inputOf('Размещения', own), inputOf('Подписчики', history)], {}, { zone, now });
    expect(bill.flatMap(({ parts }) => parts.map(({ arrivals }) => arrivals?.followers))).toEqual([25, 0]);
  });
});
