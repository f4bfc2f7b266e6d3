import { describe, expect, it } from 'vitest';
import { clientCopies, reportRequest, usualPatterns } from '../../src/client/report-request.ts';
import { tab } from './full-book.ts';
import { books, letClocksRun, locales, seen, zones } from './odd-books.ts';
import { openHost, scanAndAudit } from './open-book.ts';

describe.each(Object.entries(books))('%s, from highlighting to removing', (_name, make) => {
  describe.each(locales)('in %s', (locale) => {
    it.each(zones)('on the clock of %s', async (zone) => {
      const book = make();
      Object.assign(book, { locale, timeZone: zone });
      const host = openHost(book);
      const before = seen(book);
      const judged = await scanAndAudit(host);
      letClocksRun(book, '2026-06-15 12:05');
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
      letClocksRun(book, '2026-06-15 12:00');
      expect(seen(book)).toBe(before);
    });
  });
});
