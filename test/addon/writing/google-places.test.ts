import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/local/book/book.ts';
import { snapshot } from '../../../src/local/book/snapshot.ts';
import { tab } from '../full-book.ts';
import { openHost, postsBook, scanAndAudit } from '../open-book.ts';

const shown = (book: Book) => JSON.stringify(snapshot(book));

describe('highlighting where no column can be inserted', () => {
  it.each([
    ['frozen columns', /unfreeze/, { frozenColumns: 6 }],
    [
      'a protected last column',
      /protected from you/,
      { protections: [{ area: { row: 1, column: 6, rows: 40, columns: 1 }, canEdit: false, description: '' }] },
    ],
  ] as const)('says that %s are in the way, and nothing is half done', async (_what, sentence, particulars) => {
    const book = postsBook(20);
    Object.assign(tab(book), particulars);
    const before = shown(book);
    const host = openHost(book, { userLocale: 'en' });
    const { request } = await scanAndAudit(host);
    await expect(host.callApi('annotate', request)).rejects.toThrow(sentence);
    expect(shown(book)).toBe(before);
  });
});
