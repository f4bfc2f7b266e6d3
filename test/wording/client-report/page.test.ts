import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/audit/client-report/facts.ts';
import { type Language, languages } from '../../../src/i18n/language.ts';
import type { Book } from '../../../src/local/book/book.ts';
import { launchBrowser } from '../../../src/local/browser.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { reportContent } from '../../../src/wording/client-report/content.ts';
import { reportPage } from '../../../src/wording/client-report/page.ts';
import { fullBook, people, phones, tab } from '../../addon/full-book.ts';
import { openHost, scanAndAudit } from '../../addon/open-book.ts';
import { axe } from '../../sidebar/drive.ts';

async function pageOf(book: Book, language: Language, client = 'Harmony'): Promise<string> {
  const { prepared, report, start } = await scanAndAudit(openHost(book));
  const settings = { report: { client, author: 'Anna' } };
  return reportPage(reportContent(factsOf(prepared, report, { patterns: [1, 2, 3, 4, 5], settings, language, now: start.now })));
}

async function sample(): Promise<Book> {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  Object.assign(book, { locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg' });
  return book;
}

describe('the report as a page', () => {
  it.each(languages)('asks for nothing from elsewhere, has no script, and stays small (%s)', async (language) => {
    const page = await pageOf(await sample(), language);
    expect(page.length).toBeLessThan(400_000);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|javascript:|\son\w+=|@import|url\(|https?:/i);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]{20,}"/g)).toHaveLength(4);
  });

  it('escapes whatever stands in cells', async () => {
    const book = fullBook();
    const attack = `"><script>alert('1')</script>&<img src=x onerror=alert(1)>`;
    for (let row = 4; row <= 43; row++) tab(book).setValue(row, 1, attack);
    book.sheets.forEach((sheet, index) => {
      sheet.name = `<b>${index}</b>`;
    });
    const page = await pageOf(book, 'ru', attack);
    expect(page).not.toMatch(/<script|<img|<b>\d/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('holds no formula, note, id, name or phone', async () => {
    const book = fullBook();
    tab(book).setExtra(4, 6, { formula: '=ER(A4,B4)', note: 'Клиент просил' });
    const page = await pageOf(book, 'ru');
    const ids = patterns.flatMap(({ id, signals }) => [id, ...signals.map((signal) => signal.id)]);
    for (const secret of [...people, ...phones, ...ids, '=ER', 'Клиент просил', 'перезвонить', 'Лена', 'Инна', 'smm-audit'])
      expect(page).not.toContain(secret);
  });

  it('does not break a line between a number and what it counts', async () => {
    const page = await pageOf(await sample(), 'ru');
    // Words of a picture stand where they stand.
    expect(page.replace(/<svg.*?<\/svg>/g, '')).not.toMatch(/>[^<]*\d [а-яё]/i);
  });
});

describe('the page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it.each([
    ['a phone', { viewport: { width: 390, height: 800 } }],
    ['the dark', { viewport: { width: 900, height: 800 }, colorScheme: 'dark' as const }],
    ['a desk', { viewport: { width: 1280, height: 800 } }],
  ])('can be read by anybody on %s, and runs over no edge', async (_where, options) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(await pageOf(await sample(), 'en'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options.viewport.width);
    await axe(page);
    expect(asked).toEqual([]);
    await context.close();
  });
});
