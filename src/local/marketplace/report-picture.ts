import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AuditSum } from '../../audit/progress/kept.ts';
import { usualPatterns } from '../../client/report-request.ts';
import { escaped } from '../../wording/escaped.ts';
import { auditFiles } from '../audit-files.ts';
import { SAMPLE_NOW, samples } from '../sample/sample.ts';

const size = { width: 1500, height: 1280 };
/** As wide as half the picture: the page in two columns. */
const COLUMN = 738;

/** An invented year before the sample's audit, in which approval becomes quicker; two things were agreed on in spring. */
const history = [29, 29, 28, 26, 24, 25, 22, 20, 21, 17, 15].map((rows, month): AuditSum => {
  const at = new Date(Date.UTC(2025, 6 + month, 28)).toISOString().slice(0, 10);
  return { at, counts: [{ signal: 'approval-lag', rows, of: 60 }], bill: [] };
});
const agreements = [
  { signal: 'approval-lag', from: '2026-05-01', limits: { plannedDays: 2, situationalHours: 4 }, who: 'Olga' },
  { signal: 'slow-response', from: '2026-05-01', limits: { minorHours: 1, seriousHours: 24 }, who: 'Vera' },
];

/** The README's picture of the report: the sample client's page, its beginning, and beside it the months and the first topics. */
export async function reportPicture(page: Page, path: string): Promise<void> {
  const { path: sample, timeZone } = samples.en;
  const folder = mkdtempSync(join(tmpdir(), 'smm-audit-'));
  try {
    const out = join(folder, 'report.html');
    await auditFiles({
      paths: [sample],
      ...{ tabs: { kind: 'all' }, timeZone, language: 'en', asOf: SAMPLE_NOW, copies: 'none', isStrict: false },
      settings: { history, agreements },
      report: { out, patterns: usualPatterns },
    });
    await page.setViewportSize({ width: COLUMN, height: size.height });
    await page.goto(`file://${out}`);
    const months = await page.locator('section', { hasText: 'The course of months' }).boundingBox();
    const html = escaped(readFileSync(out, 'utf8'));
    const column = (from: number) =>
      `<div style="overflow:hidden;width:${COLUMN}px;background:#fff"><iframe srcdoc="${html}" style="width:100%;height:5000px;margin-top:-${from}px;border:0"></iframe></div>`;
    await page.setViewportSize(size);
    await page.setContent(
      `<body style="display:flex;justify-content:space-between;height:100vh;margin:0;background:#dadce0">${column(0)}${column((months?.y ?? 0) - 24)}</body>`,
    );
    await page.waitForTimeout(500);
    await page.screenshot({ path });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
