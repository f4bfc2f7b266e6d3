import { describe, expect, it } from 'vitest';
import { clientCopies, reportRequest, usualPatterns } from '../../src/client/report-request.ts';
import type { Book } from '../../src/local/book/book.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import { fullBook, tab } from './full-book.ts';
import { at, fill, openHost, scanAndAudit } from './open-book.ts';

const locales = ['ru_RU', 'en_US', 'de_DE'];
/** Among them a half hour, three quarters of an hour, a clock change in March, and the other side of the date line. */
const zones = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Apia'];

/** A header row as people have it: a month, a number, a tick, and a clock beside the table. Made by hand. */
function oddHeaders(): Book {
  const book = fullBook();
  fill(tab(book), [[], [], ['', '', '', '', '', '', at('2026-03-01'), 2026, true, 'обновлено']]);
  tab(book).setValue(3, 11, at('2026-06-15 12:00'));
  tab(book).setExtra(3, 11, { formula: '=NOW()' });
  return book;
}

const books = { 'a full book': fullBook, 'a header with a date, a number, a tick and a clock': oddHeaders };
const seen = (book: Book) =>
  JSON.stringify(snapshot(book), (key, value: unknown) => (/^(id|activeSheet|activeArea)$/.test(key) ? undefined : value));

describe.each(Object.entries(books))('%s, from highlighting to removing', (_name, make) => {
  describe.each(locales)('in %s', (locale) => {
    it.each(zones)('on the clock of %s', async (zone) => {
      const book = make();
      Object.assign(book, { locale, timeZone: zone });
      const host = openHost(book);
      const before = seen(book);
      const judged = await scanAndAudit(host);
      // Time goes on, and with it whatever a clock in the sheet shows.
      for (const sheet of book.sheets)
        for (const [row, { extras }] of sheet.rows.entries())
          for (const [column, extra] of extras.entries())
            if (extra?.formula === '=NOW()') sheet.setValue(row + 1, column + 1, at('2026-06-15 12:05'));
      const later = make();
      const language = locale === 'ru_RU' ? 'ru' : 'en';
      const report = reportRequest(judged, usualPatterns, language, judged.start.now);
      const copies = clientCopies(judged, usualPatterns, language);
      expect(copies.length).toBeGreaterThan(0);
      const outcomes: string[] = [];
      for (let time = 0; time < 2; time++) {
        outcomes.push((await host.callApi('annotate', judged.request)).outcome, (await host.callApi('report', report)).outcome);
        for (const copy of copies) outcomes.push((await host.callApi('clientCopy', copy)).outcome);
      }
      expect(new Set(outcomes)).toEqual(new Set(['written']));
      for (const sheet of book.sheets.filter(({ charts }) => charts.length > 0 && charts !== tab(book).charts))
        for (const { values } of sheet.rows)
          for (const label of values.slice(13)) expect(typeof label === 'object' && label !== null).toBe(false);
      expect((await host.callApi('remove', {})).outcome).toBe('removed');
      const clock = tab(later).rows[2]?.extras[10]?.formula === '=NOW()';
      if (clock) tab(book).setValue(3, 11, at('2026-06-15 12:00'));
      expect(seen(book)).toBe(before);
    });
  });
});
