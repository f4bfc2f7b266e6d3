/** What the sidebar holds in a real browser after it has scanned a large tab. */
import { Book } from '../../src/local/book/book.ts';
import { at, fill, openHost } from '../addon/open-book.ts';
import { launchBrowser } from '../browser.ts';
import { openSidebar } from '../sidebar/open-sidebar.ts';
import { headers, postRows } from './sheet.ts';
import { markdownTable } from './table.ts';

export async function pageMemoryTable(rows: number): Promise<string> {
  const browser = await launchBrowser();
  try {
    const { page } = await openSidebar(browser, openHost(bookOf(rows)));
    page.setDefaultTimeout(300_000);
    const devtools = await page.context().newCDPSession(page);
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return usedSize / 2 ** 20;
    };
    await page.getByRole('button', { name: 'Scan', exact: true }).waitFor();
    const before = await heap();
    await page.getByRole('button', { name: 'Scan', exact: true }).click();
    await page.getByRole('button', { name: 'Highlight', exact: true }).waitFor();
    const after = await heap();
    return markdownTable(
      ['the page’s heap', 'MB'],
      [
        ['opened', before.toFixed(0)],
        [`after a scan of ${rows.toLocaleString('en')} × ${headers.length} cells`, after.toFixed(0)],
      ],
    );
  } finally {
    await browser.close();
  }
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
