import { statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ReportRequest } from '../api/requests.ts';
import { statedClient } from '../audit/client-report/addressee.ts';
import { judge, type PreparedAudit, prepareAudit } from '../audit/engine.ts';
import type { Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { WallTime } from '../base/dates.ts';
import { createZone } from '../base/zone.ts';
import { reportRequest } from '../client/report-request.ts';
import { annotationRequest, auditableTabs, scan } from '../client/scan.ts';
import type { Language, Text } from '../i18n/language.ts';
import { reportContent } from '../wording/client-report/content.ts';
import { reportPage } from '../wording/client-report/page.ts';
import { wasAudited } from '../wording/render.ts';
import type { TextTable } from './files/csv.ts';
import { openFile } from './files/open.ts';
import { unpack } from './files/package.ts';
import { findLosses, inventoryOf, type Loss } from './files/parts.ts';
import { writeWhole } from './files/write-whole.ts';
import { writeSheets } from './files/xlsx.ts';
import { Host } from './host.ts';
import { LocalProblem } from './problem.ts';

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
  readonly onProgress?: (progress: Progress) => void;
}

/** How far an audit is: sizes in bytes, or rows. */
export type Progress =
  | { readonly stage: 'opening' | 'writing'; readonly bytes: number }
  | { readonly stage: 'reading'; readonly read: number; readonly all: number };

export interface AuditedFile {
  readonly report: Report;
  readonly language: Language;
  readonly now: WallTime;
  /** How a text table was read. */
  readonly reading?: Pick<TextTable, 'encoding' | 'delimiter' | 'stray'>;
  /** Path of the annotated copy; absent when nothing could be audited, or with `isStrict` when something would be lost. */
  readonly written?: string;
  /** Path of the report for the client. */
  readonly reportWritten?: string;
  readonly losses: readonly Loss[];
  readonly otherTabs: readonly string[];
}

/** Audits a client's file through the built add-on, just as the sidebar does, and writes an annotated copy. */
export async function auditFile(options: AuditFileOptions): Promise<AuditedFile> {
  const { path, settings, timeZone, tabs } = options;
  const say = options.onProgress ?? (() => undefined);
  say({ stage: 'opening', bytes: sizeOf(path) });
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
  if (tabs.kind === 'named' && !all.includes(tabs.name)) throw new LocalProblem(noSuchTab(tabs.name, all));

  const scanned = await scan(host.callApi, all, settings, { onProgress: (read, all) => say({ stage: 'reading', read, all }) });
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
  const clientReport =
    options.report &&
    (await makeReport(
      host,
      options.report.out,
      reportRequest(judged, options.report.patterns, language, start.now, addressed(settings, prepared, path)),
    ));
  // The input stays as it is: in the copy, traces of an earlier audit give way without asking.
  await host.callApi('annotate', { ...annotationRequest(judged, language, start.now), force: true });
  say({ stage: 'writing', bytes: file.bytes.length });
  collectGarbage();
  const bytes = await file.write();
  const losses = file.inventory ? findLosses(file.inventory, inventoryOf(unpack(bytes))) : [];
  if (losses.length > 0 && options.isStrict) return { ...result, losses };
  const written = writeWhole(options.out ?? join(dirname(path), `${basename(path, extname(path))}-audited.xlsx`), bytes);
  return {
    ...result,
    losses,
    written,
    ...(options.report && clientReport ? { reportWritten: writeWhole(options.report.out, clientReport) } : {}),
  };
}

/**
 * Where Node was started with `--expose-gc`, as `npm run audit` does: writing takes more memory than all before it, and what the audit has
 * left behind would come on top.
 */
const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.();

/** Without a name in the settings or the workbook the report is for whom the file is called after. */
function addressed(settings: AuditSettings, prepared: PreparedAudit, path: string): AuditSettings {
  const client = settings.report?.client ?? statedClient(prepared) ?? basename(path, extname(path));
  return { ...settings, report: { ...settings.report, client } };
}

/** A page is written as it is; else the add-on writes its report, and we move the tab into a file of its own, and leaves the workbook without it. */
async function makeReport(host: Host, out: string, request: ReportRequest): Promise<Uint8Array> {
  if (out.toLowerCase().endsWith('.html')) return Buffer.from(reportPage(reportContent(request)));
  const { book } = host.runtime;
  const result = await host.callApi('report', { ...request, force: true });
  const sheet = result.outcome === 'written' ? book.sheet(result.tab) : undefined;
  if (!sheet) throw new Error('The report was not written');
  const bytes = await writeSheets([sheet]);
  book.sheets = book.sheets.filter((one) => one !== sheet);
  book.activeSheet = book.sheets[0];
  return bytes;
}

/** 0 for a file that cannot be looked at: opening it says why. */
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const noSuchTab = (name: string, tabs: readonly string[]): Text => ({
  en: `There is no tab "${name}": choose one of ${tabs.join(', ')}.`,
  ru: `Вкладки «${name}» нет: выберите из имеющихся: ${tabs.join(', ')}.`,
});

/** Where fewer of the letters are Cyrillic, a name or a title is written so, not the sheet. */
const CYRILLIC_PART = 0.2;

/** A file has no locale: it is Russian when a good part of the letters in its first rows are Cyrillic, links left out. */
function languageOfBook(cells: unknown): Language {
  const text = JSON.stringify(cells).replace(/https?:[^\s"]+/g, '');
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return cyrillic > 0 && cyrillic >= CYRILLIC_PART * (cyrillic + latin) ? 'ru' : 'en';
}
