import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../src/local/host.ts';
import { launchBrowser } from '../browser.ts';
import { axe, button, using as drive, part, sampleHost, seen } from './drive.ts';
import type { Sidebar, SidebarOptions } from './open-sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const using = (host: Host, options: SidebarOptions, run: (sidebar: Sidebar) => Promise<void>) => drive(browser, host, options, run);

describe('for everybody', { timeout: 90_000 }, () => {
  it.each([
    ['en', ['Scan', 'Tab', 'Client report', 'Make the report']],
    ['ru', ['Проверить', 'Вкладка', 'Отчёт для клиента', 'Составить отчёт']],
  ] as const)(
    'axe finds nothing, and nothing overflows a sidebar, also twice as large (%s)',
    async (language, [scan, tab, report, make]) => {
      await using(await sampleHost({ userLocale: language }), { language }, async ({ page }) => {
        const fits = async () => {
          for (const width of [150, 300]) {
            await page.setViewportSize({ width, height: 900 });
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          }
        };
        await button(page, scan).waitFor();
        await fits();
        await page.getByLabel(tab).selectOption('');
        await button(page, scan).click();
        await button(page, report).click();
        await button(page, make).click();
        await page.locator('input[type=email]').fill('client@example.com');
        await page.locator('input[type=email]').press('Enter');
        // Every part is opened, those inside parts too.
        for (let round = 0; round < 3; round++) {
          await page.evaluate(() => {
            for (const part of document.querySelectorAll('details')) part.open = true;
          });
          await page.waitForTimeout(100);
        }
        await fits();
        await axe(page);
      });
    },
  );

  it.each([
    ['en', ['Scan', 'Cancel', 'Highlight', 'Remove highlight', 'Client report']],
    ['ru', ['Проверить', 'Отмена', 'Подсветить', 'Убрать подсветку', 'Отчёт для клиента']],
  ] as const)('has the promised names (%s)', async (language, [scan, cancel, highlight, remove, report]) => {
    const host = await sampleHost({ userLocale: language });
    const between = (method: string, answer: () => unknown) =>
      method === 'chunk' ? new Promise((go) => setTimeout(() => go(answer()), 300)) : answer();
    await using(host, { language, between }, async ({ page }) => {
      await button(page, scan).click();
      await button(page, cancel).waitFor();
      await button(page, highlight).waitFor();
      await button(page, remove).waitFor();
      await button(page, report).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    });
  });

  it('is used with the keyboard alone from the tab to the shared report; focus can be seen and is never lost', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await button(page, 'Scan').waitFor();
      const focused = () =>
        page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent;
          return [element === document.body ? '' : (label ?? '').trim(), getComputedStyle(element).outlineWidth] as const;
        });
      const reach = async (name: string) => {
        for (let press = 0; press < 400; press++) {
          const [text, outline] = await focused();
          if (text !== '') expect(outline).toBe('3px');
          if (text.startsWith(name)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`${name} was not reached by keyboard`);
      };
      const press = async (name: string, key = 'Enter') => {
        await reach(name);
        await page.keyboard.press(key);
      };
      await reach('Period');
      await page.keyboard.press('ArrowDown');
      await seen(page, 'Rows outside the period are not judged');
      await page.keyboard.press('ArrowUp');
      await press('Scan');
      await button(page, 'Highlight').waitFor();
      expect((await focused())[0]).toBe('Highlight');

      await press('4. ');
      await press('This is fine: Row 16');
      await press('agreed with the client');
      await seen(page, 'Marked as fine');
      // What now stands in the place of the finding has the focus.
      expect((await focused())[0]).toMatch(/^Row \d+/);
      await press('Undo');
      await press('Thresholds: Rounds of edits');
      const heading = await part(page, '4. ').textContent();
      await reach('Rounds of edits worth a remark');
      await page.keyboard.press('ArrowRight');
      expect(await part(page, '4. ').textContent()).not.toBe(heading);

      await press('Client report');
      await press('1. Who decides', 'Space');
      await press('Make the report');
      await seen(page, /The report is on the tab/);
      await seen(page, 'The client will see exactly this:');
      await reach('The client’s e-mail');
      await page.keyboard.type('client@example.com');
      await page.keyboard.press('Enter');
      await seen(page, 'Done: the client can view the copy.');
      await press('Highlight');
      await seen(page, /Highlighted/);
      await press('Remove highlight');
      await seen(page, /Removed/);
      expect((await focused())[0]).not.toBe('');
    });
  });
});
