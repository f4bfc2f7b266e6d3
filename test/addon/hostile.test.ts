import { describe, expect, it } from 'vitest';
import type { AuditSettings } from '../../src/audit/settings.ts';
import { clientCopies, reportRequest } from '../../src/client/report-request.ts';
import { Book } from '../../src/local/book/book.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import { hostileTexts } from '../fuzz/cells.ts';
import { at, fill, openHost, scanAndAudit } from './open-book.ts';

const longest = '=1+1'.padEnd(50_000, ' (');
const words = [...hostileTexts, longest];

/** A tab whose name, headers, accounts, people and texts all are one word; a header stands there twice. */
function bookOf(word: string): Book {
  const book = new Book();
  book.locale = 'ru_RU';
  book.timeZone = 'Europe/Moscow';
  const sheet = book.addSheet(word.slice(0, 100), 0, 40, 12);
  const headers = ['Тема', 'Аккаунт', 'Кто решил', 'Кругов правок', 'Отправлено на согласование', 'Согласовано', word, word];
  const posts = Array.from({ length: 24 }, (_, row) => [word, word, word, 6, at('2026-03-02 10:00'), at('2026-04-02 10:00'), row, word]);
  fill(sheet, [headers, ...posts]);
  return book;
}

describe('a hostile text in every place', () => {
  it.each(words.map((word) => [word]))('is neither run nor lost: %.40j', async (word) => {
    const book = bookOf(word);
    const before = JSON.stringify(snapshot(book));
    const host = openHost(book);
    const sheet = word.slice(0, 100);
    const settings: AuditSettings = JSON.parse(
      `{"people":{${JSON.stringify(word)}:"friend"},"columns":{${JSON.stringify(sheet)}:{${JSON.stringify(word)}:""}},"formats":{${JSON.stringify(sheet)}:{${JSON.stringify(word)}:{"decimalMark":","}}}}`,
    );
    if (word !== longest) {
      expect(await host.callApi('saveSettings', settings)).toEqual({ stored: true });
      expect(JSON.stringify((await host.callApi('start', {})).settings)).toBe(JSON.stringify(settings));
    }
    const judged = await scanAndAudit(host, settings);
    expect(await host.callApi('annotate', judged.request)).toMatchObject({ outcome: 'written', rows: 24 });
    const request = reportRequest(judged, [1, 2, 3, 4, 5], 'ru', judged.start.now);
    expect(await host.callApi('report', request)).toMatchObject({ outcome: 'written' });
    for (const copy of clientCopies(judged, [1, 2, 3, 4, 5], 'ru'))
      expect(await host.callApi('clientCopy', copy)).toMatchObject({ outcome: 'written' });

    // Nothing became a formula, and nothing in our tabs begins like one.
    expect(book.sheets.flatMap(({ rows }) => rows.flatMap(({ extras }) => extras.filter((extra) => extra?.formula)))).toEqual([]);
    for (const { rows } of book.sheets.slice(1))
      for (const { values } of rows)
        for (const value of values) if (typeof value === 'string') expect(value).not.toMatch(/^[\t\r ]*[=+@-]/);
    expect(({} as Record<string, unknown>).decimalMark).toBeUndefined();
    expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
    expect(JSON.stringify(snapshot(book))).toBe(before);
  });

  it('asked for as a code word says nothing of inner things', async () => {
    const host = openHost(bookOf('a'));
    const { request } = await scanAndAudit(host);
    const results = (request.sheets[0]?.results ?? []).map((result) => ({
      ...result,
      outcome: 'not-checked' as const,
      missing: [],
      notJudged: { reason: 'constructor', evidence: {} },
      skipped: [{ reason: 'toString', rows: 1 }],
    }));
    await host.callApi('annotate', { ...request, sheets: request.sheets.map((sheet) => ({ ...sheet, results })) });
    expect(JSON.stringify(snapshot(host.runtime.book))).not.toMatch(/\[object|native code/);
  });
});
