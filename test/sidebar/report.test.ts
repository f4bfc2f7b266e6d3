import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/local/browser.ts';
import type { Host } from '../../src/local/host.ts';
import type { RuntimeOptions } from '../../src/local/services/runtime.ts';
import { axe, button, choose, sampleHost, scanned, seen, using } from './drive.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** The sample client's workbook, scanned, with the part of the page about the report open. */
async function withReportPart(options: RuntimeOptions, run: (page: Page, host: Host) => Promise<void>): Promise<void> {
  const host = await sampleHost(options);
  await using(browser, host, {}, async ({ page }) => {
    await scanned(page);
    await button(page, 'Client report').click();
    await run(page, host);
  });
}

describe('the report for the client, in the sidebar', { timeout: 60_000 }, () => {
  it('is made of the chosen patterns, shows exactly what will be seen, and then shares it', async () => {
    await withReportPart({}, async (page, host) => {
      const first = page.getByLabel('1. Who decides');
      expect(await first.isChecked()).toBe(false);
      await page.getByLabel('5. Advertising and audience').uncheck();
      await button(page, 'Make the report').click();
      await seen(page, /The report is on the tab “Отчёт для клиента”/);
      const texts = JSON.stringify(host.runtime.book.sheet('Отчёт для клиента')?.rows);
      expect(texts).toContain('Скорость согласования');
      expect(texts).not.toContain('Реклама и аудитория');

      await seen(page, 'The client will see exactly this:');
      await seen(page, /titles of posts and kinds of placements: .*О философии студии/);
      await seen(page, 'names: none');
      await button(page, 'Let the client view it').click();
      await seen(page, 'Write the client’s e-mail address first.');
      await page.getByLabel('The client’s e-mail').fill('nobody');
      await button(page, 'Let the client view it').click();
      await seen(page, 'This is not an e-mail address');
      expect(host.runtime.copies).toEqual([]);
      await axe(page);
      await page.getByLabel('The client’s e-mail').fill('client@example.com');
      await button(page, 'Let the client view it').click();
      await seen(page, 'Done: the client can view the copy.');
      expect(host.runtime.copies.map(({ viewers, book }) => [viewers, book.sheets.length])).toEqual([[['client@example.com'], 1]]);
    });
  });

  it('takes the tables along, values only, and names their columns before anything leaves', async () => {
    await withReportPart({}, async (page, host) => {
      await button(page, 'Make the report').click();
      await button(page, 'Add the tables, values only').click();
      await seen(page, /Copied, values only: Посты, для клиента/);
      await seen(page, /the table: “Посты, для клиента”, rows: \d+, columns: №; Площадка; Тема поста/);
      await seen(page, /row numbers: Заявки: 7, 8, 9/);
      expect(await page.getByText('Кто решает').count()).toBe(0);
      expect(host.runtime.copies).toEqual([]);
    });
  });

  it('is not made of a sheet that changed since the scan: that is said, and a new scan leads on', async () => {
    await withReportPart({}, async (page, host) => {
      host.runtime.book.sheet('Посты')?.setValue(5, 4, 'another title');
      await button(page, 'Make the report').click();
      await seen(page, 'The sheet has changed since it was read, so nothing was written.');
      await seen(page, /^Посты$/);
      expect(host.runtime.book.sheet('Отчёт для клиента')).toBeUndefined();
      await button(page, 'Back').click();
      await choose(page, 'Scan again');
      await scanned(page);
      await button(page, 'Client report').click();
      await button(page, 'Make the report').click();
      await seen(page, /The report is on the tab/);
      host.runtime.book.sheet('Посты')?.insertColumns(2, 1);
      await button(page, 'Add the tables, values only').click();
      await seen(page, 'The sheet has changed since it was read, so nothing was written.');
      expect(host.runtime.book.sheet('Посты, для клиента')).toBeUndefined();
    });
  });

  it('shows the way by hand where Google refuses', async () => {
    await withReportPart({ refusesCopies: true }, async (page, host) => {
      await button(page, 'Make the report').click();
      await page.getByLabel('The client’s e-mail').fill('client@example.com');
      await page.getByLabel('The client’s e-mail').press('Enter');
      await seen(page, 'nobody was let in');
      await seen(page, 'File → Download → PDF');
      expect(host.runtime.copies).toEqual([]);
    });
  });

  it('says that nobody was let in, and which copy is left, where Google refuses half-way', async () => {
    const beforeCall = (method: string) => {
      if (method === 'Spreadsheet.addViewer') throw new Error('Exception: no');
    };
    await withReportPart({ beforeCall }, async (page, host) => {
      await button(page, 'Make the report').click();
      await page.getByLabel('The client’s e-mail').fill('client@example.com');
      await button(page, 'Let the client view it').click();
      await seen(page, 'nobody was let in');
      await seen(page, /Отчёт для клиента$/);
      expect(host.runtime.copies.flatMap(({ viewers }) => viewers)).toEqual([]);
    });
  });

  it('stands for whom and by whom the user says, and remembers it', async () => {
    await withReportPart({}, async (page, host) => {
      await page.getByLabel('By whom').fill('Анна');
      await page.getByLabel('By whom').press('Tab');
      await button(page, 'Make the report').click();
      await seen(page, /The report is on the tab/);
      const texts = JSON.stringify(host.runtime.book.sheet('Отчёт для клиента')?.rows);
      expect(texts).toContain('Анна, ');
      // What was not said is proposed: the client of the client tab, the days that the rows cover.
      expect(await page.getByLabel('For whom').getAttribute('placeholder')).toBe('Студия «Зелёный час» (вымышленная)');
      expect(await page.getByLabel('For what period').getAttribute('placeholder')).toBe('2 March – 15 June 2026');
      expect(texts).toContain('Студия «Зелёный час» (вымышленная) · 2 марта – 15 июня 2026');
      await page.getByLabel('For what period').fill('весна 2026');
      await page.getByLabel('For what period').press('Tab');
      await button(page, 'Make the report').click();
      await expect.poll(() => JSON.stringify(host.runtime.book.sheet('Отчёт для клиента')?.rows)).toContain(' · весна 2026');
      await expect.poll(() => JSON.stringify([...host.runtime.properties.values()])).toContain('Анна');
    });
  });

  it('goes with the highlight when that is removed, unless something was filled in', async () => {
    await withReportPart({}, async (page, host) => {
      const before = host.runtime.book.sheets.length;
      await button(page, 'Make the report').click();
      await seen(page, /The report is on the tab/);
      host.runtime.book.sheet('Отчёт для клиента')?.setValue(40, 3, 'Ольга');
      await button(page, 'Back').click();
      await choose(page, 'Remove highlight');
      await seen(page, 'would be lost');
      await button(page, 'Go on').click();
      await seen(page, 'Highlight removed; your own edits stay');
      expect(host.runtime.book.sheets.length).toBe(before);
    });
  });
});

describe('the report as a page, from the sidebar', { timeout: 60_000 }, () => {
  it('is saved on the user’s machine without a word to the server', async () => {
    await withReportPart({}, async (page, host) => {
      host.runtime.resetCalls();
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download as a page').click()]);
      expect(download.suggestedFilename()).toBe('Отчёт для клиента.html');
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toContain('О чём стоит договориться');
      expect(text).not.toContain('Кто принимает решения');
      expect(host.runtime.total).toBe(0);
    });
  });
});

describe('agreements, in the sidebar', { timeout: 60_000 }, () => {
  it('are kept with the document once ticked, and say how they go', async () => {
    await withReportPart({}, async (page) => {
      await page.getByText('Agreements and progress').click();
      await page.getByLabel(/Agree on one approver/).check();
      await page.getByLabel('From', { exact: true }).fill('2026-05-01');
      await page.getByLabel('From', { exact: true }).press('Tab');
      await seen(page, /Since 1 May 2026: \d+ of \d+ posts waited .*longer than 2 working days.*\. Before: \d+ of \d+\./);
      await axe(page);
    });
  });
});
