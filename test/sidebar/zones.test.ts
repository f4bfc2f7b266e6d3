import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/local/browser.ts';
import { seen as allOf, books, letClocksRun, locales, zones } from '../addon/odd-books.ts';
import { openHost } from '../addon/open-book.ts';
import { button, highlight, scanned, seen, using } from './drive.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Each locale with each clock; the books take turns. */
const all = locales.flatMap((locale, first) =>
  zones.map((zone, second) => [locale, zone, Object.keys(books)[(first + second) % 2] ?? ''] as const),
);

describe('highlight, remove, highlight again, report, tables, remove: by mouse', { timeout: 60_000 }, () => {
  it.each(all)('in %s on the clock of %s: %s', async (locale, zone, name) => {
    const book = books[name]?.();
    if (!book) throw new Error(name);
    Object.assign(book, { locale, timeZone: zone });
    const host = openHost(book, { userLocale: 'en' });
    const before = allOf(book);
    await using(browser, host, {}, async ({ page }) => {
      await highlight(page).click();
      await seen(page, /Highlighted [\d,]+\srows/);
      letClocksRun(book, '2026-06-15 12:05');
      await button(page, 'Remove highlight').click();
      await scanned(page);
      await highlight(page).click();
      await seen(page, /Highlighted [\d,]+\srows/);
      await button(page, 'Client report').click();
      await button(page, 'Make the report').click();
      await seen(page, /The report is on the tab/);
      await button(page, 'Add the tables, values only').click();
      await seen(page, /Copied, values only/);
      await button(page, 'Back').click();
      await button(page, 'Remove highlight').click();
      await seen(page, 'Highlight removed; your own edits stay.');
    });
    letClocksRun(book, '2026-06-15 12:00');
    expect(allOf(book)).toBe(before);
  });
});
