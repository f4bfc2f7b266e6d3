import { describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';
import { openHost, postsBook, scanAndAudit } from '../open-book.ts';

const cellsOf = (rows: readonly { readonly values: readonly unknown[] }[]) =>
  rows.map(({ values }) => values.map((value) => (value ?? null) as string | null));

describe('template tabs', () => {
  it.each(['ru_RU', 'en_US'])('are understood without a correction, and with them everything can be checked (%s)', (locale) => {
    const book = new Book();
    book.locale = locale;
    book.addSheet('Empty', 0, 10, 5);
    openHost(book).run('addTemplateTabs');
    const made = book.sheets.slice(1);
    expect(made).toHaveLength(5);
    const known = new Set<string>();
    for (const sheet of made) {
      const [header = []] = cellsOf(sheet.rows);
      const layout = describeSheet(sheet.name, [header, header.map(() => null)]);
      for (const { header: text, field } of layout.columns) expect([sheet.name, text, field !== null]).toEqual([sheet.name, text, true]);
      for (const { field } of layout.columns) if (field) known.add(field);
    }
    const lacking = patterns
      .flatMap(({ signals }) => signals)
      .map((signal) => ({ signal: signal.id, missing: signal.missing((id) => known.has(id)) }))
      .filter(({ missing }) => missing.length > 0);
    expect(lacking, 'give a tab in src/addon/writing/templates.ts these columns').toEqual([]);
  });

  it('leave a tab of that name as it is, and have headers, validation and one example that is not counted', () => {
    const book = postsBook(3);
    const before = JSON.stringify(book.sheets[0]?.rows);
    const host = openHost(book, { userLocale: 'ru' });
    host.run('addTemplateTabs');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Посты', 'Заявки', 'Размещения', 'Цели', 'Клиент']);
    expect(JSON.stringify(book.sheets[0]?.rows)).toBe(before);
    const leads = book.sheets[1];
    expect(leads?.rows[1]?.values).toContain('Пример, не считается: перепишите или удалите');
    expect(leads?.rows.slice(2).flatMap(({ values }) => values.filter((value) => value !== null && value !== undefined))).toEqual([]);
    // Shown is the first of those that were added.
    expect(book.activeSheet).toBe(leads);
    expect(leads?.rows[1]?.extras?.[0]?.validation).toMatchObject({ criterion: 'date' });
    host.run('addTemplateTabs');
    expect(host.runtime.alerts).toEqual([
      'Добавлены вкладки: Заявки, Размещения, Цели, Клиент.',
      'Все вкладки-шаблоны уже есть в этом файле.',
    ]);
  });

  it.each(['ru_RU', 'en_US'])('count nothing of the example, and everything below it (%s)', async (locale) => {
    const book = new Book();
    book.locale = locale;
    book.addSheet('Empty', 0, 10, 5);
    const host = openHost(book);
    host.run('addTemplateTabs');
    const posts = book.sheets[1];
    if (!posts) throw new Error('no tab');
    expect(book.activeSheet).toBe(posts);
    const nothing = await scanAndAudit(host);
    expect(nothing.report.sheets.map(({ rowsAudited }) => rowsAudited)).toEqual([0, 0, 0, 0, 0, 6]);
    for (const [index, value] of (posts.rows[1]?.values ?? []).entries())
      if (value !== null && value !== undefined) posts.setValue(3, index + 1, value);
    posts.setValue(3, posts.lastColumn(), 'mine');
    const { report } = await scanAndAudit(host);
    expect(report.sheets[1]).toMatchObject({ rowsAudited: 1, leftOut: [{ reason: 'example', rows: [2] }] });
  });
});
