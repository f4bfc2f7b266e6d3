import { describe, expect, it } from 'vitest';
import { auditGrid, resultOf } from '../audit-table.ts';

// Made by hand: a national star bought for a client of one city; the share column carries the city or the ages in its header.
const placements = (header: string, share: string) => [
  ['Блогер', 'Цена', 'Охват', header],
  ['Звезда', 300_000, 900_000, share],
  ['Местный', 10_000, 9000, '80 %'],
];
const found = (header: string, share: string, client: { city?: string; age?: string }) =>
  resultOf(auditGrid(placements(header, share), { client: { ...client, target: 'city' } }), 'audience-mismatch').findings.map(
    ({ row, severity }) => `${row} ${severity}`,
  );

describe('a share named after a place or ages', () => {
  it.each([
    ['of the client’s own city is judged', '% Пермь', '1 %', { city: 'Пермь' }, ['2 serious']],
    ['of the client’s own city in Latin letters', 'Perm, %', '1 %', { city: 'Пермь' }, ['2 serious']],
    ['where the client’s city is not known is asked about', '% Пермь', '1 %', {}, ['2 minor']],
    ['of another city says nothing of the client', '% Москва', '1 %', { city: 'Пермь' }, []],
    ['of the client’s ages is judged', '25–34, %', '2 %', { age: '25–45' }, ['2 serious']],
    ['of other ages says nothing of the client', '13–17, %', '2 %', { age: '25–45' }, []],
  ])('%s', (_name, header, share, client, expected) => {
    expect(found(header, share, client)).toEqual(expected);
  });
});

describe('shares of several places and ages beside each other', () => {
  const headers = ['Блогер', 'Цена', 'Охват', 'Москва, %', 'Пермь, %', '18–24', '25–34', '35–44', '45–54'];
  const rows = [
    ['Звезда', 100_000, 900_000, '60 %', '3 %', 50, 20, 10, 10],
    ['Местный', 10_000, 9000, '10 %', '80 %', 5, 45, 40, 5],
    ['Соседний', 10_000, 9000, '20 %', '70 %', 5, 50, 40, 5],
  ];
  const judged = (client: { city?: string; age?: string }) => auditGrid([headers, ...rows], { client: { ...client, target: 'city' } });

  it('are all recognised', () => {
    const [sheet] = judged({}).sheets;
    expect(sheet?.columns.slice(3).map(({ field }) => field)).toEqual([...Array(2).fill('geoShare'), ...Array(4).fill('ageShare')]);
  });
  it('those of the client are judged: the city as it stands, the ages by how many of their years are the client’s', () => {
    const result = resultOf(judged({ city: 'Пермь', age: '25–44' }), 'audience-mismatch');
    expect(result.findings.map(({ row, severity, evidence }) => [row, severity, evidence.kind, evidence.share])).toEqual([
      [2, 'serious', 'geo', 0.03],
    ]);
    // 20 + 10 % of these ages, and half of the years from 45 to 54.
    const wide = resultOf(judged({ city: 'Пермь', age: '25–49' }), 'audience-mismatch');
    expect(Number(wide.findings[0]?.evidence.relevant) / 0.03).toBeCloseTo(0.35, 10);
  });
  it('nobody is accused where the client is not known, and it is said why', () => {
    for (const signal of ['audience-mismatch', 'overpriced-reach'])
      expect(resultOf(judged({}), signal)).toMatchObject({ findings: [], skipped: [{ reason: 'target-unknown', rows: [2, 3, 4] }] });
  });
  it('a share of the target audience as a whole stands for place and age', () => {
    const grid = [
      ['Паблик', 'Размещение', 'Цена', 'ЦА'],
      ['a', 'a', 1000, '10 %'],
      ['b', 'b', 1000, '60 %'],
    ];
    const { findings } = resultOf(auditGrid(grid), 'audience-mismatch');
    expect(findings.map(({ row, evidence }) => [row, evidence.kind, evidence.outside])).toEqual([[2, 'target', 900]]);
  });
});
