import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../src/local/host.ts';
import { openHost, postsBook } from '../addon/open-book.ts';
import { launchBrowser } from '../browser.ts';
import { bookOf, button, using as drive, part, sampleHost, scanned, seen } from './drive.ts';
import type { Sidebar, SidebarOptions } from './open-sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const using = (host: Host, options: SidebarOptions, run: (sidebar: Sidebar) => Promise<void>) => drive(browser, host, options, run);

describe('the sidebar, from opening to a highlighted sheet', { timeout: 60_000 }, () => {
  it('chooses the active tab, says what it recognised and what is missing, and writes nothing by scanning', async () => {
    const host = await sampleHost();
    const before = JSON.stringify(host.runtime.book.sheets.map(({ rows }) => rows));
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      expect(await page.getByLabel('Tab').inputValue()).toBe('Посты');
      await seen(page, /Columns: Посты \(recognised 19 \/ 19\)/);
      await seen(page, /needs a column such as “Goal”/);
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
      await seen(page, /636 followers with no sign of activity/);
      await part(page, '3. ').click();
      const finding = page.locator('li', { hasText: '742 followers' });
      await finding.getByRole('button', { name: 'This is fine: Row 39' }).click();
      await finding.getByRole('button', { name: 'a giveaway' }).click();
      await seen(page, 'Marked as fine: it no longer counts.');
      await part(page, 'Explained, not counted').click();
      expect(await page.getByText('636 followers with no sign of activity').count()).toBe(0);
      await page.locator('li', { hasText: 'a giveaway' }).getByRole('button', { name: 'Undo' }).click();
      await seen(page, /636 followers with no sign of activity/);
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
      await page.getByLabel('Period').selectOption('between');
      await page.getByLabel('To', { exact: true }).fill('2026-04-30');
      await page.getByLabel('To', { exact: true }).press('Tab');
      // The first day is never after the last.
      expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2026-04-30');
      await page.getByLabel('From', { exact: true }).fill('2026-04-01');
      await page.getByLabel('From', { exact: true }).press('Tab');
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
      const budget = page.getByLabel('Ad budget');
      await budget.fill('1,2 тыс.');
      await budget.press('Tab');
      expect(await budget.inputValue()).toBe('1,200');
      await budget.fill('a lot');
      await budget.press('Tab');
      await seen(page, 'This sum cannot be read');
      await page.getByLabel('Working hours').fill('whenever');
      await page.getByLabel('Working hours').press('Tab');
      await seen(page, 'These working hours cannot be read');
    });
  });

  it('each line of the bill opens its rows with their arithmetic', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await page.getByLabel('Tab').selectOption({ label: 'Размещения' });
      await seen(page, /Columns: Размещения/);
      await scanned(page);
      const line = page.locator('details', { hasText: '113,765 ₽ spent on people' });
      await line.locator('summary').click();
      await line.getByText('Price × (1 − the part of the audience that fits).').waitFor();
      const rows = await line.locator('li').allTextContents();
      expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
        'Row 8: 95,000 ₽ × (1 − 0.108%) = 94,897 ₽',
        'Row 9: 12,000 ₽ × (1 − 25.84%) = 8,899 ₽',
        'Row 11: 11,000 ₽ × (1 − 9.38%) = 9,968 ₽',
      ]);
    });
  });

  it('adds the public holidays of a year with one click, shows them, and counts without them at once', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      const hours = () => part(page, 'spent waiting for approval').textContent();
      const before = await hours();
      await page.locator('summary', { hasText: /^\s*Client\s*$/ }).click();
      await button(page, '+ public holidays in Russia, 2026').click();
      expect(await page.getByLabel('Days off').inputValue()).toMatch(/^2026-01-01, .*2026-03-09, 2026-05-01, .*2026-11-04, 2026-12-31$/);
      expect(await hours()).not.toBe(before);
      expect(await button(page, '✓ public holidays in Russia, 2026').isDisabled()).toBe(true);
      await page.getByLabel('Days off').fill('01.05.2026; 2026-05-09');
      await page.getByLabel('Days off').press('Tab');
      expect(await page.getByLabel('Days off').inputValue()).toBe('2026-05-01, 2026-05-09');
      await page.getByLabel('Days off').fill('30.02.2026');
      await page.getByLabel('Days off').press('Tab');
      await seen(page, 'These days off cannot be read');
      await expect.poll(async () => (await host.callApi('start', {})).settings.client?.daysOff).toEqual(['2026-05-01', '2026-05-09']);
    });
  });

  it('shows each threshold with its unit, usual value and source', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await part(page, '4. ').click();
      await part(page, 'Thresholds: Waiting for approval').click();
      const slider = page.getByLabel('Working days a planned post may wait');
      expect(await slider.getAttribute('aria-valuetext')).toBe('2\u00A0working days');
      await seen(page, 'Default: 2\u00A0working days (product decision: a week has two rounds of approval)');
    });
  });

  it('remembers a mark when fresher numbers are imported in another order', async () => {
    const host = await sampleHost();
    const sheet = host.runtime.book.sheet('Посты');
    if (!sheet) throw new Error('no tab');
    const explain = async (page: Page) => {
      await part(page, '4. ').click();
      await page.getByRole('button', { name: 'This is fine: Row 16' }).first().click();
      await page.getByRole('button', { name: 'agreed with the client' }).click();
      await seen(page, 'Marked as fine: it no longer counts.');
    };
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await explain(page);
      await expect.poll(async () => Object.keys((await host.callApi('start', {})).settings.marks ?? {}).length).toBe(1);
    });
    // The post is now in row 20, with more likes.
    const [one, other] = [sheet.rows[15], sheet.rows[19]];
    if (!one || !other) throw new Error('no rows');
    sheet.rows[15] = other;
    sheet.rows[19] = one;
    const likes = (sheet.rows.find(({ values }) => values.includes('Лайки'))?.values.indexOf('Лайки') ?? 0) + 1;
    sheet.setValue(20, likes, 9999);
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await part(page, '4. ').click();
      await part(page, 'Explained, not counted').click();
      await page.locator('li', { hasText: 'agreed with the client' }).getByRole('button', { name: 'Row 20' }).waitFor();
    });
  });

  it('warns where only the judged cells tell a row, and takes the mark back from the message', async () => {
    await using(openHost(bookOf(['Revision rounds', 'Likes'], [9, 10], [1, 12])), {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      await scanned(page);
      await part(page, '4. ').click();
      await page.getByRole('button', { name: 'This is fine: Row 2' }).click();
      await page.getByRole('button', { name: 'another reason' }).click();
      await seen(page, 'the mark holds only until its judged cells change');
      await seen(page, 'Nothing found in what could be checked.');
      await page.locator('.messages').getByRole('button', { name: 'Undo' }).click();
      await seen(page, /4\. Speed of approval: 1/);
    });
  });

  it('copies headers, or shows them to be copied where the panel may not', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true,
          value: { writeText: async (text: string) => document.body.setAttribute('data-copied', text) },
        });
      });
      await page.getByRole('button', { name: 'Copy headers: Slow first answer' }).click();
      await seen(page, 'Headers copied');
      expect(await page.locator('body').getAttribute('data-copied')).toBe('Lead time\tFirst response');
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }));
      await page.getByRole('button', { name: 'Copy headers: Slow first answer' }).click();
      expect(await page.getByLabel('Copy these headers:').inputValue()).toBe('Lead time\tFirst response');
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
