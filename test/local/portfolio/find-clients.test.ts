import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import { writeSheets } from '../../../src/local/files/xlsx.ts';
import { findClients } from '../../../src/local/portfolio/find-clients.ts';
import { isOwnOutput } from '../../../src/local/portfolio/own-output.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-find-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of [
  'acme/2026/posts.xlsx',
  'acme/leads.csv',
  'b.tsv',
  'b.csv',
  'acme/leads-audited.xlsx',
  'acme/leads-audited-2.xlsx',
  '.hidden/c.csv',
  'notes.md',
]) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), 'x');
}
symlinkSync(join(folder, 'acme'), join(folder, 'again'));
symlinkSync(join(folder, 'b.csv'), join(folder, 'linked.csv'));

describe('the clients of a folder', () => {
  it('are its tables at any depth, without links, hidden folders and our own copies', () => {
    expect(findClients(folder, false).map(({ client }) => client)).toEqual(['acme/2026/posts', 'acme/leads', 'b.csv', 'b.tsv']);
  });

  it('are folders with all files in them when that is asked for', () => {
    expect(findClients(folder, true).map(({ client, paths }) => [client, paths.length])).toEqual([
      ['acme', 2],
      ['b', 2],
    ]);
  });
});

describe('a workbook of our own', () => {
  const bookOf = (...tabs: readonly string[]) => {
    const book = new Book();
    for (const tab of tabs) book.addSheet(tab).setValue(1, 1, 'x');
    return writeSheets(book.sheets);
  };

  it.each([
    [['SMM audit portfolio', '1. Who decides'], true],
    [['Отчёт для клиента'], true],
    [['Posts', 'SMM audit summary'], false],
    [['Posts'], false],
  ] as const)('%j: %s', async (tabs, isOwn) => {
    expect(isOwnOutput(await bookOf(...tabs))).toBe(isOwn);
  });

  it('is no text and no broken package', () => {
    expect([Buffer.from('Тема;Лайки'), Buffer.from('PK broken')].map(isOwnOutput)).toEqual([false, false]);
  });
});
