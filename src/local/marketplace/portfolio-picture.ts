import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Space below the table, in pixels. */
const MARGIN = 24;
/** A page narrower than its tables. */
const NARROW = 800;

/** The README's picture of the portfolio: the page of the invented agency down to the end of its ranking, as wide as that is. */
export async function portfolioPicture(page: Page, path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'smm-audit-'));
  try {
    const html = join(folder, 'portfolio.html');
    const out = join(folder, 'portfolio.xlsx');
    // It ends with 1 where something was found.
    spawnSync(`npm run --silent portfolio -- test/fixtures/agency --lang en --as-of 2026-06-15 --html "${html}" --out "${out}"`, {
      shell: true,
    });
    // As narrow as the widest words let the ranking be, beside the margins of the page.
    await page.setViewportSize({ width: NARROW, height: NARROW });
    await page.goto(`file://${html}`);
    const box = await page.locator('table').first().boundingBox();
    const width = Math.ceil(2 * (box?.x ?? 0) + (box?.width ?? 0));
    await page.setViewportSize({ width, height: NARROW });
    const { y = 0, height = 0 } = (await page.locator('table').first().boundingBox()) ?? {};
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.ceil(y + height) + MARGIN } });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
