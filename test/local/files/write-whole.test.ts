import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { openBytes } from '../../../src/local/files/open.ts';
import { writeWhole } from '../../../src/local/files/write-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a file is written whole, never over another, and nothing else is left beside it', () => {
  const wanted = join(folder, 'copy.xlsx');
  expect([writeWhole(wanted, strToU8('one')), writeWhole(wanted, strToU8('two'))]).toEqual([wanted, join(folder, 'copy-2.xlsx')]);
  expect(
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  ).toEqual(['two', 'one']);
});

it('where there is no folder, a sentence says so and nothing is left', () => {
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  expect(() => writeWhole(join(inner, 'nowhere', 'copy.xlsx'), strToU8('x'))).toThrow(/cannot be written/);
  expect(readdirSync(inner)).toEqual([]);
});

it('stray control characters are left out of a text table, and counted', async () => {
  const { book, reading } = await openBytes('a.csv', strToU8('Post,Likes\na\u0000b,5\u0007\n'));
  expect([book.sheets[0]?.value(2, 1), book.sheets[0]?.value(2, 2), reading?.stray]).toEqual(['ab', '5', 2]);
  await expect(
    openBytes(
      'a.csv',
      Uint8Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 0 : 65)),
    ),
  ).rejects.toThrow(/not a text table/);
});
