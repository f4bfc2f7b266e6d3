import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createZone } from '../../src/base/zone.ts';
import { Book } from '../../src/local/book/book.ts';
import { openFile } from '../../src/local/files/open.ts';
import { Host } from '../../src/local/host.ts';
import type { RuntimeOptions } from '../../src/local/services/runtime.ts';
import { fill, openHost, postsBook } from '../addon/open-book.ts';
import { launchBrowser } from '../browser.ts';
import { openSidebar, type Sidebar, type SidebarOptions } from './open-sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const part = (page: Page, text: string) => page.locator('summary', { hasText: text });
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 5000 });
const idle = (page: Page) => page.locator('progress').waitFor({ state: 'detached', timeout: 10_000 });

/** The sample client's workbook at noon of 15 June 2026. */
async function sampleHost(options: RuntimeOptions = {}): Promise<Host> {
  const { book } = await openFile('test/fixtures/sample-client.xlsx');
  book.locale = 'ru_RU';
  book.timeZone = 'Asia/Yekaterinburg';
  const noon = createZone(book.timeZone).toInstant(Date.UTC(2026, 5, 15, 12));
  return new Host(book, { userLocale: 'en', now: () => noon, ...options });
}

/** Opens, does, and expects a page without complaints. */
async function using(host: Host, options: SidebarOptions, run: (sidebar: Sidebar) => Promise<void>): Promise<void> {
  const sidebar = await openSidebar(browser, host, options);
  try {
    await run(sidebar);
    expect(sidebar.complaints).toEqual([]);
    // No state leaves a spinner behind.
    expect(await sidebar.page.locator('progress').count()).toBe(0);
  } finally {
    await sidebar.page.context().close();
  }
}

async function scanned(page: Page): Promise<void> {
  await button(page, 'Scan').click();
  await button(page, 'Highlight').waitFor();
}

describe('the sidebar, from opening to a highlighted sheet', { timeout: 60_000 }, () => {
  it('chooses the active tab, says what it recognised and what is missing, and writes nothing by scanning', async () => {
    const host = await sampleHost();
    const before = JSON.stringify(host.runtime.book.sheets.map(({ rows }) => rows));
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      expect(await page.getByLabel('Tab').inputValue()).toBe('Посты');
      await seen(page, /Columns: Посты \(recognised 19 \/ 19\)/);
      await seen(page, /needs a column such as "Goal"/);
      await scanned(page);
      await seen(page, /3\. .*: 2, serious/);
      await seen(page, 'Not checked, and why');
    });
    expect(JSON.stringify(host.runtime.book.sheets.map(({ rows }) => rows))).toBe(before);
  });

  it('goes the whole way: whole workbook, bill, row, highlight, remove', async () => {
    const host = await sampleHost();
    const names = () => host.runtime.book.sheets.map(({ name }) => name);
    const before = names();
    await using(host, {}, async ({ page }) => {
      await page.getByLabel('Tab').selectOption({ label: 'Whole workbook' });
      await seen(page, /Columns: Клиент/);
      await scanned(page);
      await part(page, '113,765 ₽ spent on people').click();
      await page
        .getByRole('button', { name: /^Размещения, row/ })
        .first()
        .click();
      expect(host.runtime.book.sheets.find(({ name }) => name === 'Размещения')).toBe(host.runtime.book.activeSheet);
      await button(page, 'Highlight').click();
      await seen(page, /Highlighted \d+ rows/);
      expect(names().length).toBe(before.length + 1);
      await button(page, 'Remove highlight').click();
      await seen(page, /Removed; the sheet is as it was before/);
      expect(names()).toEqual(before);
    });
  });

  it('recounts at a moved threshold without reading the sheet, keeps it with the file, and comes back with it', async () => {
    const host = await sampleHost();
    const asked: string[] = [];
    const between = (method: string, answer: () => unknown) => {
      asked.push(method);
      return answer();
    };
    await using(host, { between }, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      const reads = asked.length;
      await part(page, '4. ').click();
      await part(page, 'Thresholds: Rounds of edits').click();
      const slider = page.getByRole('slider').first();
      const heading = await part(page, '4. ').textContent();
      await slider.focus();
      for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
      expect(await part(page, '4. ').textContent()).not.toBe(heading);
      await expect.poll(() => asked.slice(reads)).toEqual(['saveSettings']);
    });
    expect((await host.callApi('start', {})).settings.thresholds).toHaveProperty('revision-rounds');
  });

  it('takes a finding marked innocent out of list and bill, shows it as explained, and back again', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await seen(page, /643 followers with no sign of activity/);
      await part(page, '3. ').click();
      const finding = page.locator('li', { hasText: '742 followers' });
      await finding.getByRole('button', { name: 'This is fine: Row 39' }).click();
      await finding.getByRole('button', { name: 'a giveaway' }).click();
      await seen(page, 'Marked as fine: it no longer counts.');
      await part(page, 'Explained, not counted').click();
      expect(await page.getByText('643 followers with no sign of activity').count()).toBe(0);
      await page.locator('li', { hasText: 'a giveaway' }).getByRole('button', { name: 'Undo' }).click();
      await seen(page, /643 followers with no sign of activity/);
    });
  });

  it('lets a column be corrected, remembers it, and asks to scan again', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await part(page, 'Columns: Посты').click();
      await page.getByLabel('Кругов правок').selectOption('');
      await seen(page, 'The columns have changed: scan again.');
      await seen(page, /recognised 18 \/ 19/);
      await expect.poll(async () => (await host.callApi('start', {})).settings.columns).toEqual({ Посты: { 'Кругов правок': '' } });
    });
  });

  it('limits the audit to a period', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await page.getByLabel('Period').selectOption('30');
      await seen(page, 'Rows outside the period are not judged');
      await part(page, 'What was taken for granted').click();
      await seen(page, /outside the period: \d+/);
    });
  });

  it('takes client facts from the client tab, says so, and lets them be overridden; names get roles', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await page.locator('summary', { hasText: /^Client$/ }).click();
      await seen(page, /from the tab «Клиент»/);
      const place = page.getByLabel('Target place');
      expect(await place.inputValue()).not.toBe('');
      await place.fill('Kazan');
      await place.press('Tab');
      await seen(page, /set here/);
      await part(page, 'People').click();
      await page.getByLabel('Лена (знакомая)').selectOption('smm');
      await seen(page, /^1\. Who decides: \d+/);
      await page.getByLabel('Working hours').fill('whenever');
      await page.getByLabel('Working hours').press('Tab');
      await seen(page, 'These working hours cannot be read');
    });
  });
});

describe('a long list', { timeout: 60_000 }, () => {
  it('draws the first findings, and more on demand', async () => {
    await using(openHost(postsBook(12_000)), {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await part(page, '4. ').click();
      const entries = page.locator('details', { hasText: '4. ' }).first().locator('ul.plain').first().locator('> li');
      await entries.first().waitFor();
      expect(await entries.count()).toBe(50);
      await page
        .getByRole('button', { name: /^Show more/ })
        .first()
        .click();
      await expect.poll(() => entries.count()).toBe(100);
    });
  });
});

describe('every state has a sentence and a way forward', { timeout: 60_000 }, () => {
  const emptyBook = () => {
    const book = new Book();
    book.addSheet('Sheet1', 0, 20, 5);
    return book;
  };
  const bookOf = (...rows: (string | number)[][]) => {
    const book = emptyBook();
    const [sheet] = book.sheets;
    if (sheet) fill(sheet, rows);
    return book;
  };

  it.each([
    ['an empty sheet', emptyBook(), /The sheet is empty/],
    ['no header', bookOf(['x', 'y'], ['a', 'b']), /No header row was found|None of the columns was recognised/],
    [
      'nothing recognised',
      bookOf(['Kraut', 'Rüben', 'Zwiebeln'], [1, 2, 3], [4, 5, 6]),
      /No header row was found|None of the columns was recognised/,
    ],
  ])('%s', async (_, book, sentence) => {
    await using(openHost(book), {}, async ({ page }) => {
      await seen(page, sentence);
      expect(await button(page, 'Scan').isEnabled()).toBe(true);
    });
  });

  it('nothing found', async () => {
    const book = bookOf(['Title', 'Revision rounds'], ['a', 1], ['b', 0]);
    await using(openHost(book), {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await button(page, 'Scan').click();
      await seen(page, 'Nothing found in what could be checked.');
      await seen(page, 'Not checked, and why');
    });
  });

  it('reading, and cancelled', async () => {
    const host = openHost(postsBook(60_000));
    await using(
      host,
      { between: async (method, answer) => (method === 'chunk' ? new Promise((go) => setTimeout(() => go(answer()), 300)) : answer()) },
      async ({ page }) => {
        await button(page, 'Scan').waitFor();
        await button(page, 'Scan').click();
        await seen(page, /Rows read: [\d,]+ \/ 60,000/);
        await button(page, 'Cancel').click();
        await seen(page, 'Cancelled; nothing was written.');
        await idle(page);
      },
    );
  });

  it('the sheet changed since the scan: nothing is written, and a new scan is offered', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      host.runtime.book.sheets[0]?.setValue(5, 1, 'another title');
      host.runtime.book.sheets[0]?.setValue(6, 11, 77_777);
      host.runtime.book.sheets[0]?.setValue(6, 12, 77_777);
      await button(page, 'Highlight').click();
      await seen(page, 'The sheet changed since the scan, so nothing was written.');
      await button(page, 'Scan again').click();
      await button(page, 'Highlight').waitFor();
    });
  });

  it('what was typed into our columns is shown and asked about', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await button(page, 'Highlight').click();
      await seen(page, /Highlighted/);
      host.runtime.book.sheets[0]?.setValue(5, 21, 'ask Lena <b>today</b>');
      await button(page, 'Remove highlight').click();
      await seen(page, /Something was typed into our columns/);
      await seen(page, /ask Lena <b>today<\/b>/);
      await button(page, 'Go on').click();
      await seen(page, /Removed; the sheet is as it was before/);
    });
  });

  it('somebody else is writing', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      host.runtime.isLockedByOther = true;
      await button(page, 'Highlight').click();
      await seen(page, 'Somebody else is writing the audit right now');
      host.runtime.isLockedByOther = false;
      await button(page, 'Try again').click();
      await seen(page, /Highlighted/);
    });
  });

  it('view only', async () => {
    await using(await sampleHost({ canEdit: false }), {}, async ({ page }) => {
      await seen(page, 'You may only view this file');
      await button(page, 'Scan').click();
      await seen(page, 'The bill');
      expect(await button(page, 'Highlight').count()).toBe(0);
    });
  });

  it('no place to keep settings', async () => {
    await using(await sampleHost({ hasStore: false }), {}, async ({ page }) => {
      await seen(page, 'they last until the panel is closed');
    });
  });

  it.each([
    ['signed in with several accounts', () => null, /several Google accounts/],
    [
      'offline',
      () => {
        throw new Error('NetworkError: Connection failure due to HTTP 0');
      },
      /no connection to Google Sheets/,
    ],
    [
      'a server error',
      () => JSON.stringify({ ok: false, problem: 'Google Sheets did not answer in time: wait a moment and try again.' }),
      /did not answer in time/,
    ],
  ])('%s, at opening and at scanning', async (_, fail, sentence) => {
    let isBroken = true;
    const between = (_method: string, answer: () => unknown) => (isBroken ? fail() : answer());
    await using(await sampleHost(), { between }, async ({ page }) => {
      await seen(page, sentence);
      isBroken = false;
      await button(page, 'Try again').click();
      await button(page, 'Scan').waitFor();
      isBroken = true;
      await button(page, 'Scan').click();
      await seen(page, sentence);
      isBroken = false;
      await button(page, 'Try again').click();
      await button(page, 'Highlight').waitFor();
    });
  });

  it('text from cells is text, never markup', async () => {
    const book = bookOf(['<img src=x onerror=alert(1)>', 'Revision rounds', 'Decider'], ['<script>alert(1)</script>', 9, '<b>Bob</b>']);
    await using(openHost(book), {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await part(page, 'Columns').click();
      await part(page, 'People').click();
      await seen(page, '<b>Bob</b>');
      expect(await page.locator('img, b').count()).toBe(0);
    });
  });
});

describe('for everybody', { timeout: 90_000 }, () => {
  it.each(['en', 'ru'] as const)('axe finds nothing, and nothing overflows a sidebar, also twice as large (%s)', async (language) => {
    const host = await sampleHost({ userLocale: language });
    for (const width of [300, 150]) {
      await using(host, { language, width }, async ({ page }) => {
        const texts = { en: ['Scan', 'Tab'], ru: ['Проверить', 'Вкладка'] }[language] as [string, string];
        await button(page, texts[0]).waitFor();
        const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await fits();
        await page.getByLabel(texts[1]).selectOption('');
        await button(page, texts[0]).click();
        await page.locator('h2').first().waitFor();
        // Every part is opened, those inside parts too.
        for (let round = 0; round < 3; round++) {
          await page.evaluate(() => {
            for (const part of document.querySelectorAll('details')) part.open = true;
          });
          await page.waitForTimeout(100);
        }
        await fits();
        const { violations } = await new AxeBuilder({ page: page as never }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  });

  it('is used with the keyboard alone, and focus can be seen', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      const reach = async (name: string) => {
        for (let press = 0; press < 300; press++) {
          await page.keyboard.press('Tab');
          const [text, outline] = await page.evaluate(() => {
            const focused = document.activeElement as HTMLElement;
            return [focused === document.body ? '' : (focused.textContent ?? '').trim(), getComputedStyle(focused).outlineWidth] as const;
          });
          if (text === '') continue;
          expect(outline).toBe('3px');
          if (text.startsWith(name)) return;
        }
        throw new Error(`${name} was not reached by keyboard`);
      };
      await reach('Scan');
      await page.keyboard.press('Enter');
      await button(page, 'Highlight').waitFor();
      await page.locator('body').focus();
      await reach('4. ');
      await page.keyboard.press('Enter');
      await seen(page, /Waited|waited/);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await reach('Highlight');
      await page.keyboard.press('Enter');
      await seen(page, /Highlighted/);
    });
  });
});
