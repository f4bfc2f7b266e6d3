import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Host } from '../../src/local/host.ts';

export interface Sidebar {
  readonly page: Page;
  /** Errors on the console, and requests for anything but the page itself. */
  readonly complaints: readonly string[];
}

export interface SidebarOptions {
  readonly language?: 'en' | 'ru';
  readonly width?: number;
  /** Stands between the page and the add-on: may answer in its stead, be slow, or throw. */
  readonly between?: (method: string, answer: () => unknown) => unknown;
}

/** `google.script.run` as the page knows it; plain text, since it runs in the page. */
const bridge = `{
  const runner = (success, failure) => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    callApi: (method, argument) => {
      window.askHost(method, argument).then((answer) => {
        if (answer.failure === undefined) success?.(answer.result);
        else failure?.(new Error(answer.failure));
      });
    },
  });
  window.google = { script: { run: runner() } };
}`;

/** The built page at the width of a sidebar, its `google.script.run` bridged to the local host. */
export async function openSidebar(browser: Browser, host: Host, options: SidebarOptions = {}): Promise<Sidebar> {
  const { language = 'en', width = 300, between = (_, answer) => answer() } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints: string[] = [];
  const address = pathToFileURL('dist/sidebar.html').href;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(request.url());
  });
  await page.exposeFunction('askHost', async (method: string, argument: string) => {
    try {
      return { result: await between(method, () => host.callFromPage('callApi', [method, argument])) };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  });
  await page.addInitScript({ content: bridge });
  await page.goto(address);
  return { page, complaints };
}
