import { writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ReportRequest } from '../addon/api.ts';
import { judge, prepareAudit } from '../audit/engine.ts';
import { wasAudited } from '../audit/render.ts';
import type { Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { WallTime } from '../base/dates.ts';
import { createZone } from '../base/zone.ts';
import type { Language } from '../i18n/language.ts';
import { reportRequest } from '../sidebar/report.ts';
import { annotationRequest, auditableTabs, scan } from '../sidebar/scan.ts';
import { freePath, openFile } from './files/open.ts';
import { findLosses, type Loss } from './files/parts.ts';
import { writeSheets } from './files/xlsx.ts';
import { Host } from './host.ts';

export interface AuditFileOptions {
  readonly path: string;
  /** One tab, all of them, or by default the first that has a table. */
  readonly tabs: { readonly kind: 'first' | 'all' } | { readonly kind: 'named'; readonly name: string };
  readonly settings: AuditSettings;
  readonly timeZone: string;
  readonly language?: Language;
  /** Date of the audit on the spreadsheet's clock; by default now. */
  readonly asOf?: WallTime;
  /** Where the annotated copy goes; by default beside the input. Never over another file. */
  readonly out?: string;
  /** Where the report for the client goes, and which patterns are in it. */
  readonly report?: { readonly out: string; readonly patterns: readonly number[] };
  /** Write nothing when something of the client's would be lost. */
  readonly isStrict: boolean;
  readonly onProgress?: (read: number, all: number) => void;
}

export interface AuditedFile {
  readonly report: Report;
  readonly language: Language;
  readonly now: WallTime;
  /** How a text table was read. */
  readonly reading?: string;
  /** Path of the annotated copy; absent when nothing could be audited, or with `isStrict` when something would be lost. */
  readonly written?: string;
  /** Path of the report for the client. */
  readonly reportWritten?: string;
  readonly losses: readonly Loss[];
  readonly otherTabs: readonly string[];
}

export class NoSuchTab extends Error {
  constructor(readonly tabs: readonly string[]) {
    super('no such tab');
  }
}

/** Audits a client's file through the built add-on, just as the sidebar does, and writes an annotated copy. */
export async function auditFile(options: AuditFileOptions): Promise<AuditedFile> {
  const { path, settings, timeZone, tabs } = options;
  const file = await openFile(path);
  const zone = createZone(timeZone);
  const { book } = file;
  book.timeZone = timeZone;
  const language =
    options.language ??
    settings.language ??
    languageOfBook(file.book.sheets.map((sheet) => sheet.rows.slice(0, 20).map(({ values }) => values)));
  book.locale = language === 'ru' ? 'ru_RU' : 'en_US';
  const { asOf } = options;
  const host = new Host(book, { userLocale: language, ...(asOf === undefined ? {} : { now: () => zone.toInstant(asOf) }) });
  const start = await host.callApi('start', {});
  const all = auditableTabs(start);
  if (tabs.kind === 'named' && !all.includes(tabs.name)) throw new NoSuchTab(all);

  const scanned = await scan(host.callApi, all, settings, options.onProgress ? { onProgress: options.onProgress } : {});
  const first = scanned.find(({ layout }) => !layout.problem)?.layout.sheet ?? all[0];
  const chosen = tabs.kind === 'all' ? all : [tabs.kind === 'named' ? tabs.name : (first ?? '')];
  const inputs = scanned.map((sheet) => ({ ...sheet, isContext: !chosen.includes(sheet.layout.sheet) }));
  const prepared = prepareAudit(inputs, settings, { zone, now: start.now });
  const report = judge(prepared, settings);
  const result = {
    report,
    language,
    now: start.now,
    ...(file.reading === undefined ? {} : { reading: file.reading }),
    otherTabs: all.filter((name) => !chosen.includes(name)),
  };
  if (!report.sheets.some(wasAudited)) return { ...result, losses: [] };

  const judged = { report, scanned, prepared };
  const reportWritten =
    options.report && (await writeReport(host, reportRequest(judged, options.report.patterns, language, start.now), options.report.out));
  // The input stays as it is: in the copy, traces of an earlier audit give way without asking.
  await host.callApi('annotate', { ...annotationRequest(judged, language, start.now), force: true });
  const bytes = await file.write();
  const losses = extname(path).toLowerCase() === '.xlsx' ? findLosses(file.bytes, bytes) : [];
  if (losses.length > 0 && options.isStrict) return { ...result, losses };
  const written = freePath(options.out ?? join(dirname(path), `${basename(path, extname(path))}-audited.xlsx`));
  writeFileSync(written, bytes, { flag: 'wx' });
  return { ...result, losses, written, ...(reportWritten === undefined ? {} : { reportWritten }) };
}

/** Lets the add-on write its report, moves the tab into a file of its own, and leaves the workbook without it. */
async function writeReport(host: Host, request: ReportRequest, out: string): Promise<string> {
  const { book } = host.runtime;
  const result = await host.callApi('report', { ...request, force: true });
  const sheet = result.outcome === 'written' ? book.sheet(result.tab) : undefined;
  if (!sheet) throw new Error('The report was not written');
  const bytes = await writeSheets([sheet]);
  book.sheets = book.sheets.filter((one) => one !== sheet);
  book.activeSheet = book.sheets[0];
  const written = freePath(out);
  writeFileSync(written, bytes, { flag: 'wx' });
  return written;
}

/** A file has no locale: it is Russian when its first rows have Cyrillic letters. */
function languageOfBook(cells: unknown): Language {
  return /[а-яё]/i.test(JSON.stringify(cells)) ? 'ru' : 'en';
}
