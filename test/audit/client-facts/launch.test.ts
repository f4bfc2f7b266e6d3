import { describe, expect, it } from 'vitest';
import { withLaunch } from '../../../src/audit/client-facts/launch.ts';
import { audit } from '../../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../../src/audit/engine/prepare.ts';
import type { Cell } from '../../../src/base/cells.ts';
import { type Grid, inputOf, now, zone } from '../audit-table.ts';

/** Made by hand: 60 days, 30 likes and 400 reached on each; 900 followers more came within a day, on the tenth. */
const days: Grid = [
  ['Дата', 'Подписчики', 'Лайки', 'Охват'],
  ...Array.from({ length: 60 }, (_, at): readonly Cell[] => [
    new Date(Date.UTC(2026, 2, 1 + at)),
    1200 + 2 * at + (at >= 9 ? 900 : 0),
    30 + (at % 5),
    400 + 7 * (at % 4),
  ]),
];
const clientTab = (label: string, value: Cell): Grid => [
  ['Параметр', 'Значение'],
  ['Город', 'Пермь'],
  [label, value],
];
const rowsFound = (client: { launched?: string }, ...tabs: readonly Grid[]) => {
  const inputs = [inputOf('Дни', days), ...tabs.map((tab) => inputOf('Клиент', tab))];
  const [sheet] = audit(inputs, { client }, { zone, now }).sheets;
  return sheet?.results.find(({ signal }) => signal === 'inert-followers')?.findings.map(({ row }) => row);
};

describe('the first days of an account', () => {
  it('are fourteen, the day of the launch among them', () => {
    const dated: Grid = [
      ['Дата', 'Подписчики'],
      ...Array.from({ length: 20 }, (_, at): readonly Cell[] => [`${at + 1}.03.2026`, 100 + at]),
    ];
    const table = prepareAudit([inputOf('Дни', dated)], {}, { zone, now }).sheets[0]?.read?.table;
    const explained = table && withLaunch(table, '2026-03-03').explanations();
    expect(explained?.map((why, row) => (why === 'launch' ? row + 1 : 0)).filter(Boolean)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ]);
  });

  it('explain its growth once the launch is known, and no later day', () => {
    expect(rowsFound({})).toEqual([11]);
    expect(rowsFound({ launched: '2026-03-01' })).toEqual([]);
    expect(rowsFound({ launched: '2026-02-25' })).toEqual([]);
    expect(rowsFound({ launched: '2026-02-10' })).toEqual([11]);
    expect(rowsFound({ launched: '2026-03-20' })).toEqual([11]);
  });
  it.each([
    ['Запуск аккаунта', '01.03.2026'],
    ['Launch date', '2026-03-01'],
    ['Дата запуска', '2026-03-01T00:00:00'],
    ['Дата запуска', new Date(zone.toInstant(Date.UTC(2026, 2, 1)))],
  ] as const)('are told by the client tab: %s %s', (label, value) => expect(rowsFound({}, clientTab(label, value))).toEqual([]));
});
