/**
 * Renders what the Marketplace asks for into `docs/marketplace`: icons and the banner from one SVG, screenshots of the add-on at work; and
 * the READMEs' pictures of the same moments, of the report and of the portfolio.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Language, languages } from '../../i18n/language.ts';
import { launchBrowser } from '../browser.ts';
import { texts } from '../playground/page/texts.ts';
import { startPlayground } from '../playground/server.ts';
import { portfolioPicture } from './portfolio-picture.ts';
import { reportPicture } from './report-picture.ts';

const folder = 'docs/marketplace';
/** What the names of the READMEs' pictures end in. */
const endings: Readonly<Record<Language, string>> = { en: '', ru: '-ru' };
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');

/** Sizes that Google asks for, in pixels: https://developers.google.com/workspace/marketplace/create-listing, looked up 2026-11-26. */
const iconSizes = [32, 48, 96, 128];
const banner = { width: 220, height: 140 };
const screen = { width: 1280, height: 800 };
const sheetSize = { width: 1366, height: 768 };
/** In pixels: more than the columns before them take. */
const TO_THE_LAST_COLUMNS = 1540;

const words = {
  open: { en: 'Open audit', ru: 'Открыть аудит' },
  highlight: { en: /^Highlight/, ru: /^Подсветить/ },
} as const;

async function drawn(page: Page, html: string, size: { readonly width: number; readonly height: number }, path: string): Promise<void> {
  await page.setViewportSize(size);
  await page.setContent(`<style>*{margin:0}body{overflow:hidden}</style>${html}`);
  await page.screenshot({ path: join(folder, path), omitBackground: true });
}

const bannerHtml = `<div style="display:flex;align-items:center;gap:12px;width:220px;height:140px;padding:0 16px;box-sizing:border-box;background:#e8f0fe">
  <div style="flex:none;width:56px">${icon}</div>
  <div style="font:bold 19px/1.25 Arial,sans-serif;color:#174ea6">SMM Audit<div style="font:12px/1.35 Arial,sans-serif;color:#202124">Where results get lost, in numbers</div></div></div>`;

/** The sample client in the playground: the answer, one place in detail, the highlighted sheet. */
async function screenshots(page: Page, language: Language): Promise<void> {
  const playground = await startPlayground({ port: 0, language });
  try {
    await page.setViewportSize(screen);
    await page.goto(playground.address);
    await page.locator('#sheet[aria-busy=false]').waitFor();
    await page.waitForTimeout(1500);
    const sidebar = (name: string) => page.locator('#panel iframe').screenshot({ path: `docs/sidebar-${name}${endings[language]}.png` });
    const shot = (name: string) => page.screenshot({ path: join(folder, `screenshot-${name}-${language}.png`) });
    await page.locator('#menu summary').click();
    await page.locator('#menu').getByRole('button', { name: words.open[language], exact: true }).click();
    const panel = page.frameLocator('#panel iframe');
    const highlight = panel.getByRole('button', { name: words.highlight[language] });
    await highlight.waitFor();
    await shot('answer');
    await sidebar('results');
    await panel.locator('.place').first().click();
    await page.waitForTimeout(500);
    await shot('place');
    await sidebar('card');
    await panel.locator('.back').click();
    await highlight.click();
    await panel.locator('.toast').waitFor();
    await page.locator('#sheet[aria-busy=false]').waitFor();
    await page.waitForTimeout(1500);
    await shot('highlighted');
    if (language !== 'en') return;
    await page.screenshot({ path: 'docs/playground.png' });
    await annotatedSheet(page);
  } finally {
    await playground.close();
  }
}

/** The reasons beside the last columns of the highlighted sheet, without the panel. */
async function annotatedSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts.closePanel.en }).click();
  await page.setViewportSize(sheetSize);
  const grid = page.locator('#sheet');
  await grid.hover();
  await page.mouse.wheel(TO_THE_LAST_COLUMNS, 0);
  await page.waitForTimeout(1500);
  await grid.screenshot({ path: 'docs/annotated-sheet.png' });
}

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const size of iconSizes)
    await drawn(page, `<div style="width:${size}px">${icon}</div>`, { width: size, height: size }, `icon-${size}.png`);
  await drawn(page, bannerHtml, banner, 'banner.png');
  for (const language of languages) {
    const context = await browser.newContext();
    await screenshots(await context.newPage(), language);
    await context.close();
  }
  await reportPicture(page, 'docs/client-report.png');
  await portfolioPicture(page, 'docs/portfolio.png');
} finally {
  await browser.close();
}
