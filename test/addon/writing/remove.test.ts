import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/local/book/book.ts';
import { snapshot } from '../../../src/local/book/snapshot.ts';
import { columnOf, fullBook, sortThroughFilter, tab } from '../full-book.ts';
import { annotated, openHost, postsBook } from '../open-book.ts';

/** Books with one thing each that a removal could lose, and one with everything. */
const books: Readonly<Record<string, () => Book>> = {
  'a plain book': () => postsBook(30),
  'a book with everything': fullBook,
  'a grid that ends with the table': () => {
    const book = postsBook(30);
    tab(book).maxColumns = 6;
    tab(book).maxRows = 33;
    return book;
  },
  'a filter over whole columns': () => {
    const book = fullBook();
    tab(book).filter = { area: { row: 3, column: 1, rows: 88, columns: 12 }, criteria: new Map([[9, { kind: 'x' }]]) };
    return book;
  },
  'a table that does not begin in the first column': () => {
    const book = fullBook();
    tab(book).insertColumns(1, 2);
    return book;
  },
  'rules, a merge and a protection that reach across the place of our columns': () => {
    const book = fullBook();
    const across = { row: 2, column: 5, rows: 1, columns: 4 };
    Object.assign(tab(book), {
      merges: [across],
      rules: [{ areas: [across, { row: 4, column: 6, rows: 1, columns: 1 }], formula: '=$F4>$I$5', bold: true }],
      protections: [{ area: across, description: 'Шапка', canEdit: true }],
    });
    return book;
  },
  'all columns but the last frozen': () => {
    const book = fullBook();
    tab(book).frozenColumns = 5;
    return book;
  },
  'another tab at hand': () => {
    const book = fullBook();
    book.activeSheet = tab(book, 'Заявки');
    return book;
  },
};

describe('removing', () => {
  for (const [name, make] of Object.entries(books)) {
    it(`gives the file back exactly as it was: ${name}`, async () => {
      const book = make();
      const before = JSON.stringify(snapshot(book));
      const host = openHost(book);
      const { result } = await annotated(host);
      expect(result).toMatchObject({ outcome: 'written' });
      expect(JSON.stringify(snapshot(book))).not.toBe(before);
      // Once more, as users do.
      await annotated(host);
      expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
      expect(JSON.stringify(snapshot(book))).toBe(before);
      expect(await host.callApi('remove', {})).toEqual({ outcome: 'nothing' });
    });
  }

  it('asks before what the user typed goes, and names it: in our columns, beside them, in the summary', async () => {
    const book = postsBook(20);
    const host = openHost(book);
    await annotated(host);
    const sheet = tab(book);
    sheet.setValue(4, 8, 'клиент согласен');
    sheet.setValue(8, 7, 'проверить');
    sheet.setValue(1, 8, 'обсудить');
    sheet.setValue(30, 8, { wall: Date.UTC(2026, 0, 1) });
    const summary = tab(book, 'SMM-аудит, итоги');
    summary.setValue(3, 3, 'в отчёт');
    const result = await host.callApi('remove', {});
    expect(result).toMatchObject({ outcome: 'typed-over' });
    expect(result.outcome === 'typed-over' && result.cells.map(({ sheet: name, row }) => `${name} ${row}`)).toEqual([
      'Посты 1',
      'Посты 4',
      'Посты 8',
      'Посты 30',
      'SMM-аудит, итоги 3',
    ]);
    expect(result.outcome === 'typed-over' && result.cells[1]?.text).toBe('клиент согласен');
    expect(await host.callApi('remove', { force: true })).toMatchObject({ outcome: 'removed' });
    expect(columnOf(sheet, 7).every((value) => value === null)).toBe(true);
  });

  it('does not ask about what merely moved, or was deleted', async () => {
    const book = fullBook();
    const host = openHost(book);
    await annotated(host);
    sortThroughFilter(tab(book), (one, other) => Number(other[5]) - Number(one[5]));
    tab(book).setValue(5, 8, null);
    tab(book).setValue(6, 8, null);
    expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
  });

  it('finds its columns wherever they were moved, and its rules when they point nowhere', async () => {
    const book = postsBook(20);
    const before = JSON.stringify(snapshot(book));
    const host = openHost(book);
    await annotated(host);
    const sheet = tab(book);
    // The user deletes the numbers by hand: the rules are left with #REF!.
    sheet.deleteColumns(7, 1);
    expect(sheet.rules.some(({ formula = '' }) => formula.includes('#REF!'))).toBe(true);
    expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
    expect(JSON.stringify(snapshot(book))).toBe(before);
    // And once with both columns gone.
    await annotated(host);
    sheet.deleteColumns(7, 2);
    expect((await host.callApi('start', {})).tabs[0]?.annotation).toBe('none');
    await host.callApi('remove', {});
    expect(JSON.stringify(snapshot(book))).toBe(before);
  });

  it('leaves a column that the user put in the place of ours, and asks about what they typed into the other', async () => {
    const book = postsBook(20);
    const host = openHost(book);
    await annotated(host);
    const sheet = tab(book);
    sheet.deleteColumns(8, 1);
    sheet.insertColumns(8, 1);
    for (const filled of [false, true]) {
      if (filled) sheet.setValue(3, 8, 'Почему мы так решили');
      sheet.setValue(5, 7, 'проверить');
      expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'typed-over', cells: [{ row: 5, text: 'проверить' }] });
    }
    expect(await host.callApi('remove', { force: true })).toMatchObject({ outcome: 'removed' });
    expect([sheet.value(3, 7), sheet.maxColumns]).toEqual(['Почему мы так решили', 13]);
    expect(await host.callApi('remove', {})).toEqual({ outcome: 'nothing' });
  });

  it('takes both columns though one was put elsewhere', async () => {
    const book = postsBook(20);
    const before = JSON.stringify(snapshot(book));
    const host = openHost(book);
    await annotated(host);
    const sheet = tab(book);
    sheet.insertColumns(8, 1);
    expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
    sheet.deleteColumns(7, 1);
    expect(JSON.stringify(snapshot(book))).toBe(before);
  });

  it('narrows a filter that the user made anew over our columns, and drops one over ours alone', async () => {
    for (const [column, columns, left] of [
      [1, 8, 6],
      [7, 2, undefined],
    ] as const) {
      const book = postsBook(20);
      const host = openHost(book);
      await annotated(host);
      const criteria = new Map<number, unknown>([[8, { kind: 'notEmpty' }]]);
      tab(book).filter = { area: { row: 3, column, rows: 21, columns }, criteria };
      await host.callApi('remove', {});
      expect(tab(book).filter?.area.columns).toBe(left);
      expect(tab(book).filter?.criteria.size ?? 0).toBe(0);
    }
  });

  it('finds the columns of a copied tab by their headings, after asking', async () => {
    const book = postsBook(20);
    const before = JSON.stringify(snapshot(book));
    const host = openHost(book);
    await annotated(host);
    const sheet = tab(book);
    sheet.metadata = [];
    for (const column of [7, 8]) sheet.setColumn(column, { metadata: undefined });
    expect(await host.callApi('remove', {})).toEqual({ outcome: 'unmarked', tabs: ['Посты'] });
    expect(await host.callApi('remove', { force: true })).toMatchObject({ outcome: 'removed' });
    expect(JSON.stringify(snapshot(book))).toBe(before);
  });

  it('is for one at a time', async () => {
    const host = openHost(postsBook(5));
    await annotated(host);
    host.runtime.isLockedByOther = true;
    expect(await host.callApi('remove', {})).toEqual({ outcome: 'busy' });
  });
});
