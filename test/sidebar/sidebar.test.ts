import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/local/browser.ts';
import type { Host } from '../../src/local/host.ts';
import { openHost, postsBook } from '../addon/open-book.ts';
import { bookOf, button, choose, using as drive, highlight, part, place, sampleHost, scanned, seen } from './drive.ts';
import type { Sidebar, SidebarOptions } from './open-sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const using = (host: Host, options: SidebarOptions, run: (sidebar: Sidebar) => Promise<void>) => drive(browser, host, options, run);

describe('the answer', { timeout: 60_000 }, () => {
  it('stands there without a click, the dearest first, and nothing is written', async () => {
    const host = await sampleHost();
    const before = JSON.stringify(host.runtime.book.sheets.map(({ rows }) => rows));
    await using(host, {}, async ({ page }) => {
      await seen(page, /^\d+ places where results get lost$/);
      await scanned(page);
      expect(await page.getByLabel('Tab').inputValue()).toBe('');
      // biome-ignore lint/performance/useDomNodeTextContent: its lines are those that a person sees
      expect((await page.locator('.place').first().innerText()).split('\n')).toEqual([
        '113,765 ₽'.replace(' ', '\u00A0'),
        'spent on people outside the target audience',
        '3\u00A0placements · serious',
      ]);
      await seen(page, /48 of 59 posts needed fewer than 3 rounds of edits/);
      expect(await button(page, 'Remove highlight').count()).toBe(0);
    });
    expect(JSON.stringify(host.runtime.book.sheets.map(({ rows }) => rows))).toBe(before);
  });

  it('is highlighted and taken away again, with one button in front', async () => {
    const host = await sampleHost();
    const names = () => host.runtime.book.sheets.map(({ name }) => name);
    const before = names();
    const main = 'footer button.main';
    await using(host, {}, async ({ page }) => {
      await highlight(page).click();
      await seen(page, /Highlighted 37\srows/);
      expect(names().length).toBe(before.length + 1);
      expect(await page.locator(main).allTextContents()).toEqual(['Client report']);
      await page.locator('.toast').getByRole('button', { name: 'Open', exact: true }).click();
      await expect.poll(() => host.runtime.book.activeSheet?.name).toBe('SMM-аудит, итоги');
      await button(page, 'Remove highlight').click();
      await seen(page, 'Highlight removed; your own edits stay.');
      expect(names()).toEqual(before);
      expect(await page.locator(main).textContent()).toMatch(/^Highlight/);
      expect(await button(page, 'Remove highlight').count()).toBe(0);
    });
  });

  it('is undone from its own message', async () => {
    const host = await sampleHost();
    const before = host.runtime.book.sheets.length;
    await using(host, {}, async ({ page }) => {
      await highlight(page).click();
      await page.locator('.toast').getByRole('button', { name: 'Undo', exact: true }).click();
      await seen(page, 'Highlight removed');
      expect(host.runtime.book.sheets.length).toBe(before);
    });
  });

  it('is of one tab or one period without reading anew', async () => {
    const asked: string[] = [];
    const between = (method: string, answer: () => unknown) => {
      asked.push(method);
      return answer();
    };
    await using(await sampleHost(), { between }, async ({ page }) => {
      await scanned(page);
      const reads = asked.length;
      await page.getByLabel('Tab').selectOption({ label: 'Размещения' });
      await seen(page, /^3 places where results get lost$/);
      await page.getByLabel('Tab').selectOption('');
      await page.getByLabel('Period').selectOption('between');
      await page.getByLabel('To', { exact: true }).fill('2026-04-30');
      await page.getByLabel('To', { exact: true }).press('Tab');
      // The first day is never after the last.
      expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2026-04-30');
      await page.getByLabel('From', { exact: true }).fill('2026-04-01');
      await page.getByLabel('From', { exact: true }).press('Tab');
      await part(page, 'Assumptions').click();
      await seen(page, /outside the period: \d+/);
      await expect.poll(() => asked.slice(reads)).toEqual(['saveSettings']);
    });
  });

  it('shows the course of months once audits have left their sums', async () => {
    const host = await sampleHost();
    const sum = (at: string, rows: number) => ({ at, counts: [{ signal: 'approval-lag', rows, of: 20 }], bill: [] });
    await host.callApi('saveSettings', { history: [sum('2026-03-31', 8), sum('2026-04-30', 5), sum('2026-05-31', 2)] });
    await using(host, {}, async ({ page }) => {
      await page.getByRole('img', { name: /Waiting for approval.*31 March 2026: 40; 30 April 2026: 25; 31 May 2026: 10/ }).waitFor();
      await button(page, 'Client report').click();
      await page.getByText('Agreements and progress').click();
      await seen(page, /^Audits remembered, sums only: 3$/);
      await button(page, 'Forget them').click();
      await page.getByText('Audits remembered, sums only').waitFor({ state: 'detached' });
    });
  });

  it('says once what could not be checked, and gives tabs to start from', async () => {
    const host = openHost(bookOf(['Title', 'Revision rounds'], ['a', 1], ['b', 0]));
    await using(host, {}, async ({ page }) => {
      await seen(page, 'Nothing found in what could be checked.');
      await part(page, /^Not checked: \d+, and why$/).click();
      await seen(page, 'There is no filled table of leads');
      await button(page, 'Add template tabs').click();
      await expect.poll(() => host.runtime.book.sheets.map(({ name }) => name)).toContain('Leads');
      await button(page, 'Add template tabs').click();
      await seen(page, 'All template tabs are already in this file.');
    });
  });
});

describe('a place where results get lost', { timeout: 60_000 }, () => {
  it('names its rows as a person does and selects the judged cells of one', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await place(page, 'revision-rounds').click();
      const row = page.locator('.row-name', { hasText: 'Гармония внутри' });
      expect((await row.textContent())?.replace(/\s+/g, ' ')).toBe('“Гармония внутри” · 21 April · 7 rounds');
      await row.click();
      await expect.poll(() => host.runtime.book.sheet('Посты')?.selected).toEqual([{ row: 40, column: 8, rows: 1, columns: 1 }]);
    });
  });

  it('finds the row again after a sort, and never points at another', async () => {
    const host = await sampleHost();
    const sheet = host.runtime.book.sheet('Посты');
    if (!sheet) throw new Error('no tab');
    await using(host, {}, async ({ page }) => {
      await place(page, 'revision-rounds').click();
      const row = page.locator('.row-name', { hasText: 'Гармония внутри' });
      [sheet.rows[39], sheet.rows[20]] = [sheet.rows[20], sheet.rows[39]] as [(typeof sheet.rows)[0], (typeof sheet.rows)[0]];
      await row.click();
      await expect.poll(() => sheet.selected[0]?.row).toBe(21);
      for (const [index] of (sheet.rows[20]?.values ?? []).entries()) sheet.setValue(21, index + 1, 'x');
      sheet.selected = [];
      await row.click();
      await seen(page, 'Rows have moved: refresh.');
      expect(sheet.selected).toEqual([]);
      await button(page, 'Refresh and highlight').click();
      await seen(page, /Highlighted/);
    });
  });

  it('shows how a figure is made, row by row', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await place(page, 'audience-mismatch').click();
      await seen(page, 'Of each price the part paid for people who do not fit.');
      const rows = await page.locator('li.row').allInnerTexts();
      expect(rows.flatMap((row) => row.replace(/\u00A0/g, ' ').match(/\S+ ₽ × .*$/m) ?? [])).toEqual([
        '95,000 ₽ × (1 − 0.108%) = 94,897 ₽',
        '11,000 ₽ × (1 − 9.38%) = 9,968 ₽',
        '12,000 ₽ × (1 − 25.84%) = 8,899 ₽',
      ]);
    });
  });

  it('recounts at a moved limit without reading the sheet, keeps it with the file, and goes back to the usual one', async () => {
    const host = await sampleHost();
    const asked: string[] = [];
    const between = (method: string, answer: () => unknown) => {
      asked.push(method);
      return answer();
    };
    await using(host, { between }, async ({ page }) => {
      await place(page, 'revision-rounds').click();
      const reads = asked.length;
      const count = page.locator('.limit .count');
      expect((await count.textContent())?.replace('\u00A0', ' ')).toBe('→ 11 posts');
      await page.getByRole('slider').first().focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
      expect((await count.textContent())?.replace('\u00A0', ' ')).not.toBe('→ 11 posts');
      await expect.poll(() => asked.slice(reads)).toEqual(['saveSettings']);
      expect((await host.callApi('start', {})).settings.thresholds).toHaveProperty('revision-rounds');
      await button(page, 'Reset').click();
      expect((await count.textContent())?.replace('\u00A0', ' ')).toBe('→ 11 posts');
      await expect.poll(async () => (await host.callApi('start', {})).settings.thresholds?.['revision-rounds']).toEqual({});
    });
  });

  it('has a chart whose points say what they are and lead into the sheet', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await place(page, 'approval-lag').click();
      const point = page.getByRole('button', { name: /^“О философии студии” · 18 March · In question: 6\.1/ });
      await point.focus();
      await page.locator('.pointed', { hasText: 'О философии студии' }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => host.runtime.book.sheet('Посты')?.selected[0]?.row).toBe(16);
      expect(await page.getByText('rank correlation').count()).toBe(0);
    });
  });

  it('agrees with itself after a finding was called fine, and back again', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await place(page, 'inert-followers').click();
      await seen(page, /\d+ followers$/);
      await seen(page, /About \d+% of today’s followers/);
      await page.getByRole('button', { name: 'This is fine: row 39' }).click();
      await button(page, 'a giveaway').click();
      await seen(page, 'Marked as fine: it no longer counts.');
      expect(await page.getByText(/^\d+ followers$/).count()).toBe(0);
      expect(await page.getByText('of today’s followers').count()).toBe(0);
      expect(await page.locator('svg').count()).toBe(0);
      await part(page, 'Explained, not counted').click();
      await page.locator('li', { hasText: 'a giveaway' }).getByRole('button', { name: 'Undo' }).click();
      await seen(page, /\d+ followers$/);
      await seen(page, /About \d+% of today’s followers/);
    });
  });

  it('remembers a mark when fresher numbers are imported in another order', async () => {
    const host = await sampleHost();
    const sheet = host.runtime.book.sheet('Посты');
    if (!sheet) throw new Error('no tab');
    await using(host, {}, async ({ page }) => {
      await place(page, 'approval-lag').click();
      await page.getByRole('button', { name: 'This is fine: row 16' }).click();
      await button(page, 'agreed with the client').click();
      await expect.poll(async () => Object.keys((await host.callApi('start', {})).settings.marks ?? {}).length).toBe(1);
    });
    // The post is now in row 20, with more likes.
    [sheet.rows[15], sheet.rows[19]] = [sheet.rows[19], sheet.rows[15]] as [(typeof sheet.rows)[0], (typeof sheet.rows)[0]];
    const likes = (sheet.rows.find(({ values }) => values.includes('Лайки'))?.values.indexOf('Лайки') ?? 0) + 1;
    sheet.setValue(20, likes, 9999);
    await using(host, {}, async ({ page }) => {
      await place(page, 'approval-lag').click();
      await part(page, 'Explained, not counted').click();
      await page.locator('li', { hasText: 'agreed with the client' }).getByRole('button', { name: 'О философии студии' }).click();
      await expect.poll(() => sheet.selected[0]?.row).toBe(20);
    });
  });

  it('shows each limit with its unit, usual value and source', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await place(page, 'approval-lag').click();
      expect(await page.getByLabel('Working days a planned post may wait').getAttribute('aria-valuetext')).toBe('2\u00A0working days');
      await seen(page, 'Usual: 2\u00A0working days (product decision: a week has two rounds of approval)');
    });
  });

  it('a row without link, id or title: the mark holds only as long as its cells', async () => {
    const book = bookOf(
      ['Sent for approval', 'Approved'],
      ['2026-03-02 10:00', '2026-03-20 10:00'],
      ['2026-03-03 10:00', '2026-03-03 12:00'],
    );
    await using(openHost(book), {}, async ({ page }) => {
      await place(page, 'approval-lag').click();
      await page.getByRole('button', { name: 'This is fine: row 2' }).click();
      await button(page, 'another reason').click();
      await seen(page, 'the mark holds only until its judged cells change');
      await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'This is fine: row 2' }).waitFor();
    });
  });
});

describe('what can be set', { timeout: 60_000 }, () => {
  it('columns: what is doubtful first, the sure ones folded; a correction is read at once and kept', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      await choose(page, 'Columns');
      await part(page, 'Sure: 19').click();
      await page.getByLabel('Кругов правок').selectOption('');
      await part(page, 'Sure: 18').waitFor();
      await expect.poll(async () => (await host.callApi('start', {})).settings.columns).toEqual({ Посты: { 'Кругов правок': '' } });
      await page.keyboard.press('Escape');
      await scanned(page);
      expect(await place(page, 'revision-rounds').count()).toBe(0);
    });
  });

  it('columns: what was said of one is offered in the next workbook, and can be forgotten', async () => {
    const first = await sampleHost();
    await using(first, {}, async ({ page }) => {
      await scanned(page);
      await choose(page, 'Columns');
      await part(page, 'Sure: 19').click();
      await page.getByLabel('Кругов правок').selectOption('comments');
      await expect.poll(async () => Object.values((await first.callApi('start', {})).taught)).toEqual(['comments']);
    });
    const next = await sampleHost();
    for (const [key, value] of first.runtime.userProperties) next.runtime.userProperties.set(key, value);
    // No header can be read from what is kept.
    expect([...next.runtime.userProperties.values()].join()).toMatch(/^\[\["[0-9a-f]{16}","comments"\]\]$/);
    await using(next, {}, async ({ page }) => {
      await scanned(page);
      await choose(page, 'Columns');
      await seen(page, /In another workbook you said: comments/);
      await page.getByRole('button', { name: 'Use it here' }).click();
      await expect.poll(async () => (await next.callApi('start', {})).settings.columns).toEqual({ Посты: { 'Кругов правок': 'comments' } });
      await page.getByRole('button', { name: 'Forget what I said of columns' }).click();
      await expect.poll(async () => (await next.callApi('start', {})).taught).toEqual({});
    });
  });

  it('takes client facts from the client tab, says so, and lets them be overridden; names get roles', async () => {
    await using(await sampleHost(), {}, async ({ page }) => {
      await scanned(page);
      const before = await place(page, 'strategy-not-owned').textContent();
      await choose(page, 'Client');
      await seen(page, /from the tab “Клиент”/);
      const target = page.getByLabel('Target place');
      expect(await target.inputValue()).not.toBe('');
      await target.fill('Kazan');
      await target.press('Tab');
      await seen(page, /set here/);
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
      await seen(page, 'Time zone of the spreadsheet: Asia/Yekaterinburg');
      await page.keyboard.press('Escape');
      await choose(page, 'People');
      await page.getByLabel('Лена (знакомая)').selectOption('smm');
      await page.keyboard.press('Escape');
      await expect.poll(() => place(page, 'strategy-not-owned').textContent()).not.toBe(before);
    });
  });

  it('adds the public holidays of a year with one click, shows them, and counts without them at once', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      const hours = await place(page, 'approval-lag').textContent();
      await choose(page, 'Client');
      await button(page, '+ public holidays in Russia, 2026').click();
      expect(await page.getByLabel('Days off').inputValue()).toMatch(/^2026-01-01, .*2026-03-09, 2026-05-01, .*2026-11-04, 2026-12-31$/);
      expect(await button(page, '✓ public holidays in Russia, 2026').isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await place(page, 'approval-lag').textContent()).not.toBe(hours);
      await choose(page, 'Client');
      await page.getByLabel('Days off').fill('01.05.2026; 2026-05-09');
      await page.getByLabel('Days off').press('Tab');
      expect(await page.getByLabel('Days off').inputValue()).toBe('2026-05-01, 2026-05-09');
      await page.getByLabel('Days off').fill('30.02.2026');
      await page.getByLabel('Days off').press('Tab');
      await seen(page, 'These days off cannot be read');
      await expect.poll(async () => (await host.callApi('start', {})).settings.client?.daysOff).toEqual(['2026-05-01', '2026-05-09']);
    });
  });

  it('copies headers, or shows them to be copied where the panel may not', async () => {
    await using(openHost(bookOf(['Title', 'Sent for approval'], ['a', '2026-03-02'], ['b', '2026-03-03'])), {}, async ({ page }) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true,
          value: { writeText: async (text: string) => document.body.setAttribute('data-copied', text) },
        });
      });
      await part(page, /^Not checked/).click();
      await page.getByRole('button', { name: 'Copy headers: Waiting for approval' }).click();
      await seen(page, 'Headers copied');
      expect(await page.locator('body').getAttribute('data-copied')).toBe('Approved at');
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }));
      await page.getByRole('button', { name: 'Copy headers: Waiting for approval' }).click();
      expect(await page.getByLabel('Copy these headers:').inputValue()).toBe('Approved at');
    });
  });
});

describe('a long list', { timeout: 60_000 }, () => {
  it('tells its version in the menu', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    await using(await sampleHost(), {}, async ({ page }) => {
      await scanned(page);
      await button(page, 'Menu').click();
      await seen(page, `SMM Audit ${version}`);
    });
  });

  it('draws the first findings, and more on demand', async () => {
    await using(openHost(postsBook(12_000)), {}, async ({ page }) => {
      await place(page, 'revision-rounds').click();
      const entries = page.locator('li.row');
      await entries.first().waitFor();
      expect(await entries.count()).toBe(50);
      await page.getByRole('button', { name: /^Show more/ }).click();
      await expect.poll(() => entries.count()).toBe(100);
    });
  });
});
