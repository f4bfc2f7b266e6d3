import { judge } from '../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../src/audit/engine/prepare.ts';
import type { AuditSettings } from '../../src/audit/settings.ts';
import { createZone } from '../../src/base/zone.ts';
import { annotationRequest, auditableTabs, scan } from '../../src/client/scan.ts';
import { Book } from '../../src/local/book/book.ts';
import type { Value } from '../../src/local/book/parts.ts';
import type { SheetModel } from '../../src/local/book/sheet.ts';
import { Host } from '../../src/local/host.ts';
import type { RuntimeOptions } from '../../src/local/services/runtime.ts';

/** Noon of Monday, 15 June 2026, in Moscow. */
export const instant = Date.UTC(2026, 5, 15, 9);

/** A date in a cell: `2026-06-01 10:00` of the spreadsheet's clock. */
export const at = (text: string): Value => ({ wall: Date.parse(`${text.replace(' ', 'T')}Z`) });

export function fill(sheet: SheetModel, cells: readonly (readonly Value[])[]): void {
  cells.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value !== '') sheet.setValue(row + 1, column + 1, value);
    });
  });
}

/** A Russian client's book with a posts tab and as many rows as asked; every fifth post waits too long, every seventh has six rounds. */
export function postsBook(rows: number): Book {
  const book = new Book();
  book.locale = 'ru_RU';
  book.timeZone = 'Europe/Moscow';
  const sheet = book.addSheet('Посты', 0, rows + 50, 12);
  const posts = Array.from({ length: rows }, (_, index): Value[] => {
    const sent = { wall: Date.UTC(2026, 2, 2, 10) + (index % 60) * 86_400_000 };
    const approved = { wall: sent.wall + (index % 5 === 0 ? 14 * 86_400_000 : 3_600_000) };
    return [
      `Пост ${index + 1}`,
      sent,
      approved,
      index % 7 === 0 ? 6 : 1,
      'Лена (знакомая)'.slice(0, index % 11 === 0 ? 15 : 4),
      120 + index,
    ];
  });
  fill(sheet, [
    ['Контент-план'],
    [],
    ['Тема', 'Отправлено на согласование', 'Согласовано', 'Кругов правок', 'Кто решил', 'Лайки'],
    ...posts,
  ]);
  return book;
}

/** Scans and audits through the add-on's API, as the sidebar does. */
export async function scanAndAudit(host: Host, settings: AuditSettings = {}) {
  const start = await host.callApi('start', {});
  const scanned = await scan(host.callApi, auditableTabs(start), settings);
  const prepared = prepareAudit(scanned, settings, { zone: createZone(start.timeZone), now: start.now });
  const report = judge(prepared, settings);
  return { start, scanned, prepared, report, request: annotationRequest({ report, scanned, prepared }, start.sheetLanguage, start.now) };
}

export async function annotated(host: Host, settings: AuditSettings = {}) {
  const { request, report } = await scanAndAudit(host, settings);
  return { request, report, result: await host.callApi('annotate', request) };
}

export const openHost = (book: Book, options: RuntimeOptions = {}) => new Host(book, { now: () => instant, ...options });
