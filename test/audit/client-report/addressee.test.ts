import { describe, expect, it } from 'vitest';
import { addressed, proposedClient } from '../../../src/audit/client-report/addressee.ts';
import { Book } from '../../../src/local/book/book.ts';
import { fill, openHost, scanAndAudit } from '../../addon/open-book.ts';

/** A workbook of posts, and of a client tab where there is one. */
async function prepared(client?: readonly [string, string]) {
  const book = new Book();
  fill(book.addSheet('Posts', 0, 20, 5), [
    ['Post', 'Revision rounds'],
    ['a', 6],
  ]);
  if (client) fill(book.addSheet('Client', 1, 20, 5), [['Parameter', 'Value'], client]);
  return (await scanAndAudit(openHost(book))).prepared;
}

describe('for whom the report seems to be', () => {
  it('is the client that the workbook names, whatever the file is called', async () => {
    expect(proposedClient(await prepared(['Client', 'Green Hour']), 'table of posts')).toBe('Green Hour');
    expect(proposedClient(await prepared(['Client’s city', 'Perm']), 'Green Hour')).toBe('Green Hour');
  });

  it.each([
    ['Green Hour', 'Green Hour'],
    ['green_hour_2026.xlsx', 'green hour 2026'],
    ['Copy of Coca-Cola (2)', 'Coca-Cola'],
    ['Копия Зелёный час', 'Зелёный час'],
    ['Untitled spreadsheet', ''],
    ['Новая таблица', ''],
    ['Копия Новая таблица', ''],
    ['', ''],
  ])('is else taken from the name of the file: %j gives %j', async (file, client) => {
    expect(proposedClient(await prepared(), file)).toBe(client);
  });

  it('is what the user says', async () => {
    const settings = { report: { client: 'Harmony', author: 'Anna' } };
    expect(addressed(settings, await prepared(['Client', 'Green Hour']), 'x').report).toEqual(settings.report);
    expect(addressed({}, await prepared(), 'Green Hour').report).toEqual({ client: 'Green Hour' });
  });
});
