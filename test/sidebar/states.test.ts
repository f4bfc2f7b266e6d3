import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/local/browser.ts';
import type { Host } from '../../src/local/host.ts';
import { tab } from '../addon/full-book.ts';
import { openHost, postsBook } from '../addon/open-book.ts';
import { axe, bookOf, button, choose, using as drive, highlight, part, sampleHost, scanned, seen } from './drive.ts';
import type { Sidebar, SidebarOptions } from './open-sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const using = (host: Host, options: SidebarOptions, run: (sidebar: Sidebar) => Promise<void>) =>
  drive(browser, host, options, async (sidebar) => {
    await run(sidebar);
    await axe(sidebar.page);
  });

describe('every state has a sentence and a way forward', { timeout: 60_000 }, () => {
  it.each([
    ['an empty sheet', bookOf(), /The sheet is empty/],
    ['no header', bookOf(['x', 'y'], ['a', 'b']), /No header row was found|None of the columns was recognised/],
    [
      'nothing recognised',
      bookOf(['Kraut', 'Rüben', 'Zwiebeln'], [1, 2, 3], [4, 5, 6]),
      /No header row was found|None of the columns was recognised/,
    ],
  ])('%s', async (_, book, sentence) => {
    await using(openHost(book), {}, async ({ page }) => {
      await seen(page, sentence);
      await button(page, 'Scan again').waitFor();
      await button(page, 'Add template tabs').waitFor();
    });
  });

  it('nothing found', async () => {
    const book = bookOf(['Title', 'Revision rounds'], ['a', 1], ['b', 0]);
    await using(openHost(book), {}, async ({ page }) => {
      await seen(page, 'Nothing found in what could be checked.');
      await part(page, /^Not checked: \d+, and why$/).waitFor();
    });
  });

  it('reading, and cancelled', async () => {
    const host = openHost(postsBook(60_000));
    await using(
      host,
      { between: async (method, answer) => (method === 'chunk' ? new Promise((go) => setTimeout(() => go(answer()), 300)) : answer()) },
      async ({ page }) => {
        // A large workbook is read when asked for.
        await seen(page, /This workbook is large: 60,00\d\srows/);
        await button(page, 'Scan').click();
        await seen(page, /^[1-9][\d,]+ rows read$/);
        await button(page, 'Cancel').click();
        await seen(page, 'Cancelled; nothing was written.');
        await button(page, 'Scan again').waitFor();
      },
    );
  });

  it('the sheet changed since the scan: nothing is written, and a new scan is offered', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      host.runtime.book.sheets[0]?.setValue(5, 1, 'another title');
      host.runtime.book.sheets[0]?.setValue(6, 11, 77_777);
      host.runtime.book.sheets[0]?.setValue(6, 12, 77_777);
      await highlight(page).click();
      await seen(page, 'The sheet has changed since it was read, so nothing was written.');
      await button(page, 'Refresh and highlight').click();
      await seen(page, /Highlighted/);
    });
  });

  it('only results of formulas changed since the scan: what was scanned can be highlighted, and reported', async () => {
    const book = postsBook(20);
    for (let row = 4; row <= 23; row++) tab(book).setExtra(row, 4, { formula: `=LEN(A${row})` });
    await using(openHost(book), {}, async ({ page }) => {
      await scanned(page);
      tab(book).setValue(6, 4, 2);
      await highlight(page).click();
      await seen(page, 'Only results of formulas changed since the scan; the rows are the same.');
      await button(page, 'Highlight what was scanned').click();
      await seen(page, /Highlighted/);
      await button(page, 'Client report').click();
      await button(page, 'Make the report').click();
      await button(page, 'Report what was scanned').click();
      await seen(page, /The report is on the tab/);
    });
  });

  it('another file or other tabs are noticed when one comes back: old results are not offered', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.waitForTimeout(100);
      await highlight(page).waitFor();
      const [sheet] = host.runtime.book.sheets;
      if (sheet) sheet.name = 'Renamed';
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await seen(page, 'The tabs have changed since they were read.');
      expect(await highlight(page).count()).toBe(0);
      await button(page, 'Refresh and highlight').click();
      await seen(page, /Highlighted/);
    });
  });

  it('what was typed into our columns is shown and asked about', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      await highlight(page).click();
      await seen(page, /Highlighted/);
      host.runtime.book.sheets[0]?.setValue(5, 21, 'ask Lena <b>today</b>');
      await button(page, 'Remove highlight').click();
      await seen(page, /Something was typed into our columns/);
      await seen(page, /ask Lena <b>today<\/b>/);
      await button(page, 'Go on').click();
      await seen(page, /Highlight removed; your own edits stay/);
    });
  });

  it('somebody else is writing', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      host.runtime.isLockedByOther = true;
      await highlight(page).click();
      await seen(page, 'Somebody else is writing the audit right now');
      host.runtime.isLockedByOther = false;
      await button(page, 'Try again').click();
      await seen(page, /Highlighted/);
    });
  });

  it('view only', async () => {
    await using(await sampleHost({ canEdit: false }), {}, async ({ page }) => {
      await seen(page, 'You may only view this file');
      await seen(page, /places where results get lost/);
      expect(await highlight(page).count()).toBe(0);
    });
  });

  it('no place to keep settings', async () => {
    await using(await sampleHost({ hasStore: false }), {}, async ({ page }) => {
      await scanned(page);
      await choose(page, 'Client');
      await seen(page, 'they last until the panel is closed');
    });
  });

  it.each([
    ['signed in with several accounts', () => null, /several Google accounts/],
    [
      'answered for another account',
      () => {
        throw new Error('PERMISSION_DENIED: the user does not have permission to run callApi on this file');
      },
      /several Google accounts|another account/,
    ],
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
    ['an answer that the page cannot use', () => JSON.stringify({ ok: true, answer: {} }), /^Something in this panel went wrong/],
  ])('%s, at opening and at scanning', async (_, fail, sentence) => {
    let isBroken = true;
    const between = (_method: string, answer: () => unknown) => (isBroken ? fail() : answer());
    await using(await sampleHost(), { between }, async ({ page }) => {
      await seen(page, sentence);
      isBroken = false;
      await button(page, 'Try again').click();
      await scanned(page);
      isBroken = true;
      await choose(page, 'Scan again');
      await seen(page, sentence);
      isBroken = false;
      await button(page, 'Try again').click();
      await scanned(page);
    });
  });

  it('text from cells is text, never markup, wherever it is shown', async () => {
    const evil = (text: string) => `${text}<img src=x onerror="document.title='hit'">`;
    const book = bookOf(
      [evil('Тема'), 'Revision rounds', 'Decider', 'Города', evil('Столбец')],
      [evil('<script>alert(1)</script>'), 9, evil('Bob'), 'x', 'y'],
      [evil('{{constructor}}'), 8, evil('javascript:alert(1)'), 'x', 'y'],
    );
    const [sheet] = book.sheets;
    if (sheet) sheet.name = evil('Sheet');
    const host = openHost(book);
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      const openAll = async () => {
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.open = true;
        });
        await page.waitForTimeout(100);
      };
      await openAll();
      await page.locator('.place').first().click();
      await page.locator('.row-name').first().waitFor();
      await page.keyboard.press('Escape');
      await choose(page, 'People');
      await seen(page, evil('Bob'));
      await page.keyboard.press('Escape');
      await choose(page, 'Columns');
      await openAll();
      await seen(page, evil('Столбец'));
      await page.keyboard.press('Escape');
      await highlight(page).click();
      await seen(page, /Highlighted/);
      sheet?.setValue(2, (sheet.rows[0]?.values.indexOf('Why') ?? 0) + 1, evil('typed'));
      await button(page, 'Remove highlight').click();
      await seen(page, 'typed<img src=x onerror');
      expect(await page.locator('img, b, script:not(body > script, head > script)').count()).toBe(0);
      expect(await page.title()).not.toBe('hit');
    });
  });

  it('a clock that cannot be told: nothing is read, and the zone is named', async () => {
    const book = bookOf(['Title', 'Revision rounds'], ['a', 9]);
    book.timeZone = 'Nowhere/Town';
    await using(openHost(book), {}, async ({ page }) => {
      await seen(page, 'The clock of the time zone Nowhere/Town cannot be told for certain, so the scan stops here');
      await button(page, 'Try again').waitFor();
      expect(await page.locator('.place').count()).toBe(0);
    });
  });

  it('a file without a tab of cells', async () => {
    const host = openHost(bookOf(['a']));
    const between = (method: string, answer: () => unknown) => {
      const text = answer();
      return method === 'start' ? String(text).replace('"isGrid":true', '"isGrid":false') : text;
    };
    await using(host, { between }, async ({ page }) => {
      await seen(page, 'There is no tab with cells in this file');
      await button(page, 'Try again').waitFor();
    });
  });

  it('a protected range: nothing is written, and it says whom to ask', async () => {
    const host = await sampleHost();
    const [sheet] = host.runtime.book.sheets;
    if (!sheet) throw new Error('no tab');
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      sheet.protections = [
        { area: { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns + 2 }, description: '', canEdit: false },
      ];
      const before = JSON.stringify(sheet.rows);
      await highlight(page).click();
      await seen(page, /protected/i);
      await button(page, 'Try again').waitFor();
      expect(JSON.stringify(sheet.rows)).toBe(before);
    });
  });

  it('reasons and rows have come apart: said at opening, with a scan as the way forward', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
      await highlight(page).click();
      await seen(page, /Highlighted/);
    });
    // Only our two columns are sorted, as by a selected range.
    const sheet = host.runtime.book.sheet('Посты');
    if (!sheet) throw new Error('no tab');
    const column =
      (sheet.rows[2]?.values ?? []).indexOf('Почему') + 1 ||
      (sheet.rows.find(({ values }) => values.includes('Почему'))?.values.indexOf('Почему') ?? 0) + 1;
    const [one, other] = [sheet.value(7, column), sheet.value(16, column)];
    sheet.setValue(7, column, other);
    sheet.setValue(16, column, one);
    await using(host, {}, async ({ page }) => {
      await seen(page, 'Reasons and rows have come apart');
      await highlight(page).click();
      await seen(page, /Highlighted/);
    });
  });

  it('cancelling is at once, whatever Google is still doing', async () => {
    let isSlow = false;
    const between = (method: string, answer: () => unknown) =>
      isSlow && method === 'chunk' ? new Promise((go) => setTimeout(() => go(answer()), 3000)) : answer();
    await using(await sampleHost(), { between }, async ({ page }) => {
      await scanned(page);
      isSlow = true;
      await choose(page, 'Scan again');
      await button(page, 'Cancel').click();
      await page.getByText('Cancelled; nothing was written.').waitFor({ timeout: 1000 });
      await button(page, 'Scan again').waitFor();
      // What comes in late changes nothing.
      await page.waitForTimeout(3200);
      expect(await highlight(page).count()).toBe(0);
    });
  });

  it('settings that cannot be saved are said beside the work, which goes on', async () => {
    let isFull = false;
    const problem = JSON.stringify({ ok: false, problem: 'The settings have grown too large for this file.' });
    const between = (method: string, answer: () => unknown) => (isFull && method === 'saveSettings' ? problem : answer());
    await using(await sampleHost(), { between }, async ({ page }) => {
      await scanned(page);
      isFull = true;
      await page.getByLabel('Period').selectOption('90');
      await seen(page, 'The settings have grown too large for this file.');
      isFull = false;
      await button(page, 'Try again').click();
      await button(page, 'Close').click();
      await highlight(page).click();
      await seen(page, /Highlighted/);
    });
  });
});
