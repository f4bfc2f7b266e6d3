import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/local/browser.ts';
import type { Host } from '../../src/local/host.ts';
import { axe, button, choose, using as drive, highlight, place, sampleHost, scanned, seen } from './drive.ts';
import type { Sidebar, SidebarOptions } from './open-sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const using = (host: Host, options: SidebarOptions, run: (sidebar: Sidebar) => Promise<void>) => drive(browser, host, options, run);

const names = {
  en: {
    highlight: /^Highlight \d+ rows$/,
    ...{ remove: 'Remove highlight', report: 'Client report', back: 'Back', menu: 'Menu', make: 'Make the report', cancel: 'Cancel' },
    ...{ columns: 'Columns', client: 'Client', people: 'People', again: 'Scan again' },
  },
  ru: {
    highlight: /^Подсветить \d+ строк/,
    ...{ remove: 'Убрать подсветку', report: 'Отчёт для клиента', back: 'Назад', menu: 'Меню', make: 'Составить отчёт', cancel: 'Отмена' },
    ...{ columns: 'Колонки', client: 'Клиент', people: 'Люди', again: 'Проверить снова' },
  },
} as const;

describe('for everybody', { timeout: 120_000 }, () => {
  it.each(['en', 'ru'] as const)(
    'axe finds nothing, and nothing overflows a sidebar, also twice as large, on any screen (%s)',
    async (language) => {
      const name = names[language];
      await using(await sampleHost({ userLocale: language }), { language }, async ({ page }) => {
        const sound = async () => {
          for (const width of [150, 300]) {
            await page.setViewportSize({ width, height: 900 });
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          }
          await axe(page);
        };
        const openAll = async () => {
          for (let round = 0; round < 2; round++) {
            await page.evaluate(() => {
              for (const part of document.querySelectorAll('details')) part.open = true;
            });
            await page.waitForTimeout(50);
          }
        };
        await page.getByRole('button', { name: name.highlight }).waitFor();
        await button(page, name.menu).click();
        await openAll();
        await sound();
        await button(page, name.menu).click();
        for (const key of await page.locator('.place').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.key))) {
          await page.locator(`[data-key="${key}"]`).click();
          await openAll();
          const more = page.getByRole('button', { name: /^(This is fine|Это нормально): / });
          if ((await more.count()) > 0) await more.first().click();
          await sound();
          await button(page, name.back).click();
        }
        for (const screen of [name.columns, name.client, name.people]) {
          await choose(page, screen);
          await openAll();
          await sound();
          await button(page, name.back).click();
        }
        await page.getByRole('button', { name: name.highlight }).click();
        await button(page, name.remove).waitFor();
        await sound();
        await button(page, name.report).click();
        await button(page, name.make).click();
        await page.locator('input[type=email]').fill('client@example.com');
        await page.locator('input[type=email]').press('Enter');
        await openAll();
        await sound();
      });
    },
  );

  it.each(['en', 'ru'] as const)('has the promised names (%s)', async (language) => {
    const name = names[language];
    const host = await sampleHost({ userLocale: language });
    const between = (method: string, answer: () => unknown) =>
      method === 'chunk' ? new Promise((go) => setTimeout(() => go(answer()), 300)) : answer();
    await using(host, { language, between }, async ({ page }) => {
      await button(page, name.cancel).waitFor();
      await page.getByRole('button', { name: name.highlight }).waitFor();
      await button(page, name.report).waitFor();
      expect(await button(page, name.remove).count()).toBe(0);
      await choose(page, name.again);
      await button(page, name.cancel).waitFor();
      await page.getByRole('button', { name: name.highlight }).click();
      await button(page, name.remove).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    });
  });

  it('shows a newcomer the headline within two seconds and one piece of evidence with one click more', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await page.getByRole('heading', { name: /\d+ places where results get lost/ }).waitFor({ timeout: 2000 });
      await place(page, 'audience-mismatch').click();
      await page.locator('.row-name').first().click();
      await expect.poll(() => host.runtime.book.activeSheet?.name).toBe('Размещения');
      expect(host.runtime.book.activeSheet?.selected.length).toBeGreaterThan(0);
    });
  });

  it('is used with the keyboard alone from the answer to the shared report; focus can be seen and is never lost', async () => {
    const host = await sampleHost();
    await using(host, {}, async ({ page }) => {
      await scanned(page);
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
      await page.keyboard.press('ArrowUp');
      await press('11\u00A0posts');
      expect((await focused())[0]).toBe('← Back');
      await page.keyboard.press('Escape');
      // Back where one was.
      expect((await focused())[0]).toMatch(/^11\sposts/);
      await page.keyboard.press('Enter');
      await press('This is fine: row 16');
      await press('agreed with the client');
      await seen(page, 'Marked as fine');
      expect((await focused())[0]).not.toBe('');
      await press('Undo');
      await reach('Rounds of edits worth a remark');
      const before = await page.locator('.limit .count').textContent();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.limit .count').textContent()).not.toBe(before);
      await press('Reset');
      expect(await page.locator('.limit .count').textContent()).toBe(before);
      await page.keyboard.press('Escape');

      await press('Client report');
      await press('1. Who decides', 'Space');
      await press('Make the report');
      await seen(page, /The report is on the tab/);
      await seen(page, 'The client will see exactly this:');
      await reach('The client’s e-mail');
      await page.keyboard.type('client@example.com');
      await page.keyboard.press('Enter');
      await seen(page, 'Done: the client can view the copy.');
      await page.keyboard.press('Escape');
      await press('Highlight');
      await seen(page, /Highlighted/);
      await press('Remove highlight');
      await seen(page, /Highlight removed/);
      expect((await focused())[0]).not.toBe('');
      await highlight(page).waitFor();
    });
  });
});
