import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createZone } from '../../src/base/zone.ts';
import { Book } from '../../src/local/book/book.ts';
import { openFile } from '../../src/local/files/open.ts';
import { Host } from '../../src/local/host.ts';
import type { RuntimeOptions } from '../../src/local/services/runtime.ts';
import { fill } from '../addon/open-book.ts';
import { openSidebar, type Sidebar, type SidebarOptions } from './open-sidebar.ts';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const part = (page: Page, text: string | RegExp) => page.locator('summary', { hasText: text });
export const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 5000 });

/** The sample client's workbook at noon of 15 June 2026. */
export async function sampleHost(options: RuntimeOptions = {}): Promise<Host> {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  book.locale = 'ru_RU';
  book.timeZone = 'Asia/Yekaterinburg';
  const noon = createZone(book.timeZone).toInstant(Date.UTC(2026, 5, 15, 12));
  return new Host(book, { userLocale: 'en', now: () => noon, ...options });
}

/** A book of one tab with these cells. */
export function bookOf(...rows: (string | number)[][]): Book {
  const book = new Book();
  fill(book.addSheet('Sheet1', 0, Math.max(20, rows.length), Math.max(5, ...rows.map((row) => row.length))), rows);
  return book;
}

/** Opens, does, and expects a page without complaints. */
export async function using(
  browser: Browser,
  host: Host,
  options: SidebarOptions,
  run: (sidebar: Sidebar) => Promise<void>,
): Promise<void> {
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

/** The page reads by itself; what it offers next says that it has read. */
export const scanned = (page: Page) => highlight(page).waitFor();
export const highlight = (page: Page) => page.getByRole('button', { name: /^(Highlight [\d,]+ rows?|Подсветить [\d\s]+ строк\S?)$/ });

/** Opens one place where results get lost. @param id of its signal */
export const place = (page: Page, id: string) => page.locator(`[data-key="place ${id}"]`);

export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^(Menu|Меню)$/ }).click();
  await page.getByRole('navigation').getByRole('button', { name: item, exact: true }).click();
}

/** What assistive technology would stumble over. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
