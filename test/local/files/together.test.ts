import { describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import { openBytes } from '../../../src/local/files/open.ts';
import { openTogether } from '../../../src/local/files/together.ts';
import { writeSheets } from '../../../src/local/files/xlsx.ts';

const csv = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A workbook of two tabs, the second adding up the first. */
async function workbook(name: string, likes: number) {
  const book = new Book();
  const posts = book.addSheet('Posts');
  posts.setValue(1, 1, 'Likes');
  posts.setValue(2, 1, likes);
  posts.setStyle(2, 1, { numberFormat: '0.0' });
  const sums = book.addSheet('Sums');
  sums.setValue(1, 1, likes);
  sums.setExtra(1, 1, { formula: '=SUM(Posts!A2:A2)' });
  return { name, bytes: await writeSheets(book.sheets) };
}

const namesOf = (book: Book) => book.sheets.map(({ name }) => name);

describe('openTogether', () => {
  it('makes a tab of each file, and writes them as one workbook', async () => {
    const { book, write } = await openTogether([csv('tracker.csv', 'Post,Rounds\na,6\n'), csv('export.csv', 'Post,Likes\na,10\n')]);
    expect(namesOf(book)).toEqual(['tracker', 'export']);
    const { book: written } = await openBytes('out.xlsx', await write());
    expect(namesOf(written)).toEqual(['tracker', 'export']);
    expect(written.sheet('export')?.value(2, 2)).toBe('10');
  });

  it('writes into the first workbook among them', async () => {
    const { book } = await openTogether([csv('a.csv', 'Post\nx\n'), await workbook('b.xlsx', 5)]);
    expect(namesOf(book)).toEqual(['Posts', 'Sums', 'a']);
  });

  it('calls a tab after its file where its name is taken, and its formulas follow', async () => {
    const files = [await workbook('March.xlsx', 5), await workbook('April: new.xlsx', 7), csv('posts.csv', 'Post\nx\n')];
    const { book, write } = await openTogether([...files, csv('posts.csv', 'Post\ny\n')], { isShown: true });
    const names = ['Posts', 'Sums', 'Posts (April  new)', 'Sums (April  new)', 'posts 2', 'posts 3'];
    expect(namesOf(book)).toEqual(names);
    expect(book.sheet('Sums (April  new)')?.extra(1, 1)?.formula).toBe("=SUM('Posts (April  new)'!A2:A2)");
    expect(book.sheet('Sums')?.extra(1, 1)?.formula).toBe('=SUM(Posts!A2:A2)');
    const { book: written } = await openBytes('out.xlsx', await write(), { isShown: true });
    expect(namesOf(written)).toEqual(names);
    expect(written.sheet('Posts (April  new)')?.extra(2, 1)?.style?.numberFormat).toBe('0.0');
  });

  it('cuts a name to what a tab may have', async () => {
    const long = 'a very long name of an export file';
    const { book } = await openTogether([csv(`${long} 1.csv`, 'Post\nx\n'), csv(`${long} 2.csv`, 'Post\ny\n')]);
    expect(namesOf(book)).toEqual([long.slice(0, 31), `${long.slice(0, 29)} 2`]);
  });

  it('opens all of them or none', async () => {
    await expect(openTogether([csv('a.csv', 'Post\nx\n'), csv('b.ods', 'x')])).rejects.toThrow('Files of type .ods are not read');
  });
});
