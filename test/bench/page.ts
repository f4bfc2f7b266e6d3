/** The sidebar in a real browser after it has scanned a large tab: what it holds, and how long it is busy when a threshold moves. */
import type { Page } from 'playwright-core';
import { Book } from '../../src/local/book/book.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { at, fill, openHost } from '../addon/open-book.ts';
import { openSidebar } from '../sidebar/open-sidebar.ts';
import { headers, postRows } from './sheet.ts';
import { markdownTable, milliseconds } from './table.ts';

export async function pageTable(): Promise<string> {
  const browser = await launchBrowser();
  /** A page that has scanned so many rows. */
  const scanned = async <Answer>(rows: number, measure: (page: Page, heapBefore: number) => Promise<Answer>): Promise<Answer> => {
    const { page } = await openSidebar(browser, openHost(bookOf(rows)));
    page.setDefaultTimeout(300_000);
    // A large workbook is read when asked for.
    await page.getByRole('button', { name: 'Scan', exact: true }).waitFor();
    const before = await heapOf(page);
    await page.getByRole('button', { name: 'Scan', exact: true }).click();
    await page.getByRole('button', { name: /^Highlight / }).waitFor();
    const answer = await measure(page, before);
    await page.context().close();
    return answer;
  };
  try {
    const heaps = await scanned(100_000, async (page, before) => [before, await heapOf(page)] as const);
    const moves = await scanned(50_000, timesOfMoves);
    const sorted = [...moves.times].sort((one, other) => one - other);
    const megabytes = (heap: number) => `${heap.toFixed(0)} MB`;
    return markdownTable(
      ['the page', 'measured', 'goal'],
      [
        ['heap, just opened', megabytes(heaps[0]), ''],
        [`heap after a scan of 100,000 × ${headers.length} cells`, megabytes(heaps[1]), ''],
        [
          `busy after a threshold moved, 50,000 rows, ${moves.findings.toLocaleString('en')} rows found: median of ${sorted.length} moves / longest`,
          `${milliseconds(sorted[sorted.length >> 1] ?? 0)} / ${milliseconds(sorted[sorted.length - 1] ?? 0)}`,
          '< 100 ms',
        ],
      ],
    );
  } finally {
    await browser.close();
  }
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** Opens every place, and moves each of its limits to and fro: recounting, judging and drawing happen at once. */
async function timesOfMoves(page: Page): Promise<{ readonly times: readonly number[]; readonly findings: number }> {
  const keys = await page.locator('.place').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.key ?? ''));
  const times: number[] = [];
  for (const key of keys) {
    await page.locator(`[data-key="${key}"]`).click();
    for (let closed = page.locator('details:not([open]) > summary'); (await closed.count()) > 0; ) await closed.first().click();
    const own = await page.evaluate(() => {
      const moved: number[] = [];
      for (let round = 0; round < 3; round++) {
        for (const slider of document.querySelectorAll<HTMLInputElement>('input[type=range]')) {
          for (const move of [() => slider.stepUp(), () => slider.stepDown()]) {
            move();
            const start = performance.now();
            slider.dispatchEvent(new Event('input'));
            moved.push(performance.now() - start);
          }
        }
      }
      return moved;
    });
    times.push(...own);
    await page.keyboard.press('Escape');
  }
  const label = await page.getByRole('button', { name: /^Highlight / }).textContent();
  return { times, findings: Number(/[\d,]+/.exec(label ?? '')?.[0].replace(/,/g, '') ?? 0) };
}

function bookOf(rows: number): Book {
  const book = new Book();
  book.locale = 'ru_RU';
  book.timeZone = 'Europe/Moscow';
  const cells = postRows(rows).map((row) =>
    row.map((cell) => (typeof cell === 'string' && /^\d{4}-.*T/.test(cell) ? at(cell) : ((cell ?? null) as string | number | null))),
  );
  fill(book.addSheet('Посты', 0, rows + 50, headers.length + 2), [headers, ...cells]);
  return book;
}
