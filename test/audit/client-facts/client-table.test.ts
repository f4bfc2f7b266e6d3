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
