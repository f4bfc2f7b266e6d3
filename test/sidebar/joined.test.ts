import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../src/local/book/book.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { fill, openHost } from '../addon/open-book.ts';
import { axe, button, part, seen, using } from './drive.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Made by hand: a tracker whose third post waited, and the export of its six posts. */
function twoTabs(): Book {
  const book = new Book();
  const tracker = book.addSheet('Tracker', 0, 20, 6);
  const links = [1, 2, 3, 4, 5, 6].map((at) => `https://www.instagram.com/p/Post${at}/`);
  fill(tracker, [
    ['Topic', 'Publish date', 'Link', 'Sent for approval', 'Approved'],
    ...links.map((link, at) => [
      `Topic ${at}`,
      `2026-04-2${at}`,
      link,
      '2026-04-01 10:00',
      at === 2 ? '2026-04-20 10:00' : '2026-04-01 15:00',
    ]),
  ]);
  const exported = book.addSheet('Export', 1, 20, 6);
  fill(exported, [
    ['Description', 'Publish time', 'Permalink', 'Likes', 'Reach'],
    ...links.map((link, at) => [`Topic ${at}`, `2026-04-2${at} 12:00`, `${link}?x=1`, 100 + at, 900 + at]),
  ]);
  return book;
}

describe.each([
  {
    language: 'en',
    title: /^Tabs joined: 1$/,
    joined: /6 of 6 rows by link/,
    undo: 'Undo: Tracker ← Export',
    apart: /They are not joined/,
    join: 'Join: Tracker ← Export',
    key: 'Rows matched by',
    byTitle: /6 of 6 rows by day and title/,
  },
  {
    language: 'ru',
    title: /^Соединено вкладок: 1$/,
    joined: /6 из 6 по ссылке/,
    undo: 'Разъединить: Tracker ← Export',
    apart: /они не соединены/,
    join: 'Соединить: Tracker ← Export',
    key: 'Строки сопоставлены по',
    byTitle: /6 из 6 по дню и названию/,
  },
] as const)('tabs that belong together ($language)', ({ language, title, joined, undo, apart, join, key, byTitle }) => {
  it('are said, undone and joined again, and by another key', { timeout: 90_000 }, async () => {
    await using(browser, openHost(twoTabs(), { userLocale: language }), { language }, async ({ page }) => {
      await part(page, title).click();
      await seen(page, joined);
      await axe(page);
      await button(page, undo).click();
      await seen(page, apart);
      await button(page, join).click();
      await seen(page, joined);
      expect(await button(page, undo).count()).toBe(1);
      await page.getByLabel(key).selectOption('title');
      await seen(page, byTitle);
      await axe(page);
    });
  });
});
