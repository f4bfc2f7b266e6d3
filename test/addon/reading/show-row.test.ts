import { beforeEach, describe, expect, it } from 'vitest';
import { rowRequest } from '../../../src/client/row-request.ts';
import type { Book } from '../../../src/local/book/book.ts';
import type { Host } from '../../../src/local/host.ts';
import { tab } from '../full-book.ts';
import { annotated, openHost, postsBook, scanAndAudit } from '../open-book.ts';

let book: Book;
let host: Host;
let scan: Awaited<ReturnType<typeof scanAndAudit>>;
beforeEach(async () => {
  book = postsBook(40);
  host = openHost(book);
  scan = await scanAndAudit(host);
});

/** Asks for the post that was in row 9 (“Пост 6”) when it was scanned. */
async function show(signal = 'approval-lag') {
  tab(book).selected = [];
  const request = rowRequest(scan, 'Посты', 9, signal);
  if (!request) throw new Error('no request');
  const { outcome } = await host.callApi('showRow', request);
  return [
    outcome,
    tab(book)
      .selected.map(({ row, column }) => `${row}:${column}`)
      .join(' '),
  ];
}
const swap = (one: number, other: number) => {
  const { rows } = tab(book);
  [rows[one - 1], rows[other - 1]] = [rows[other - 1], rows[one - 1]] as [(typeof rows)[0], (typeof rows)[0]];
};

describe('showRow', () => {
  it('selects what the signal judged, not the first column', async () => {
    expect(await show('revision-rounds')).toEqual(['shown', '9:4']);
    expect(await show('approval-lag')).toEqual(['shown', '9:2 9:3']);
  });

  it('finds the row where it stands after a sort, beside our columns too, and after a judged cell was edited', async () => {
    swap(9, 20);
    expect(await show()).toEqual(['shown', '20:2 20:3']);
    await annotated(openHost(book));
    tab(book).setValue(20, 3, 'tomorrow');
    expect(await show()).toEqual(['shown', '20:2 20:3']);
    tab(book).insertColumns(1, 0);
  });

  it('points at no other row where the post is gone, or where two could be it', async () => {
    tab(book).setValue(9, 1, 'another post');
    expect(await show()).toEqual(['moved', '']);
    swap(9, 20);
    for (const column of [1, 2, 3, 4, 5, 6]) {
      tab(book).setValue(9, column, tab(book).value(10, column));
      tab(book).setValue(12, column, tab(book).value(10, column));
    }
    expect(await show()).toEqual(['moved', '']);
  });

  it('says that nobody sees a hidden row', async () => {
    const row = tab(book).rows[8];
    if (row) row.isHidden = true;
    expect(await show()).toEqual(['hidden', '9:2 9:3']);
  });

  it('asks Google as often whatever the length of the table', async () => {
    const calls = async (rows: number) => {
      book = postsBook(rows);
      host = openHost(book);
      scan = await scanAndAudit(host);
      swap(9, 20);
      host.runtime.resetCalls();
      await show();
      return host.runtime.total;
    };
    expect(await calls(2000)).toBe(await calls(40));
  });
});
