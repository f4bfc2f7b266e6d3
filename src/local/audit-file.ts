import { statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ReportRequest } from '../api/requests.ts';
import { statedClient } from '../audit/client-report/addressee.ts';
import { judge } from '../audit/engine/judge.ts';
import { type PreparedAudit, prepareAudit } from '../audit/engine/prepare.ts';
import type { Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { WallTime } from '../base/dates.ts';
import { createZone } from '../base/zone.ts';
import { reportRequest } from '../client/report-request.ts';
import { annotationRequest, auditableTabs, type ScannedSheet, scan } from '../client/scan.ts';
import { type Language, localeOf, type Text } from '../i18n/language.ts';
import { reportContent } from '../wording/client-report/content.ts';
import { reportPage } from '../wording/client-report/page.ts';
import { wasAudited } from '../wording/render.ts';
import type { TextTable } from './files/csv.ts';
import { openFile } from './files/open.ts';
import { findLosses, inventoryOf, type Loss } from './files/parts/fragile.ts';
import { unpack } from './files/parts/package.ts';
import { writeWhole } from './files/write-whole.ts';
import { writeSheets } from './files/xlsx.ts';
import { Host } from './host.ts';
import { LocalProblem } from './problem.ts';

export interface AuditOptions {
  /** Files of one client: one report, one bill, an annotated copy beside each. */
  readonly paths: readonly string[];
  /** One tab, all of them, or by default the first that has a table; of several files always all. */
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

export interface AuditedClient {
  readonly report: Report;
  readonly language: Language;
  readonly now: WallTime;
  /** How a text table was read. */
  readonly reading?: Pick<TextTable, 'encoding' | 'delimiter' | 'stray'>;
  /** Paths of the annotated copies; none when nothing could be audited, or with `isStrict` when something would be lost. */
  readonly written: readonly string[];
  /** Path of the report for the client. */
  readonly reportWritten?: string;
  readonly losses: readonly Loss[];
  readonly otherTabs: readonly string[];
}

/** Audits a client’s files through the built add-on, just as the sidebar does, and writes annotated copies. */
export async function auditFiles(options: AuditOptions): Promise<AuditedClient> {
  const { settings, timeZone } = options;
  const say = options.onProgress ?? (() => undefined);
  const isOneFile = options.paths.length === 1;
  if (!isOneFile && options.tabs.kind === 'named') throw new LocalProblem(ofSeveral.sheet);
  if (!isOneFile && options.out !== undefined) throw new LocalProblem(ofSeveral.out);
  if (!isOneFile && options.report && !isPage(options.report.out)) throw new LocalProblem(ofSeveral.report);
  const tabs = isOneFile ? options.tabs : ({ kind: 'all' } as const);
  const opened: OpenedFile[] = [];
  for (const path of options.paths) {
    say({ stage: 'opening', bytes: sizeOf(path) });
    opened.push(await openAt(path, timeZone));
  }
  const language =
    options.language ??
    settings.language ??
    languageOfBook(opened.flatMap(({ file }) => file.book.sheets.map((sheet) => sheet.rows.slice(0, 20).map(({ values }) => values))));
  const zone = createZone(timeZone);
  const names = new Set<string>();
  const files: ScannedFile[] = [];
  for (const { path, file } of opened) {
    file.book.locale = localeOf[language];
    const { asOf } = options;
    const host = new Host(file.book, { userLocale: language, ...(asOf === undefined ? {} : { now: () => zone.toInstant(asOf) }) });
    const start = await host.callApi('start', {});
    const all = auditableTabs(start);
    if (tabs.kind === 'named' && !all.includes(tabs.name)) throw new LocalProblem(noSuchTab(tabs.name, all));
    const scanned = await scan(host.callApi, all, settings, { onProgress: (read, rows) => say({ stage: 'reading', read, all: rows }) });
    files.push({ path, file, host, now: start.now, ...calledApart(path, scanned, names) });
  }
  const scanned = files.flatMap((file) => file.scanned);
  const first = scanned.find(({ layout }) => !layout.problem)?.layout.sheet ?? scanned[0]?.layout.sheet;
  const all = scanned.map(({ layout }) => layout.sheet);
  const chosen = tabs.kind === 'all' ? all : [tabs.kind === 'named' ? tabs.name : (first ?? '')];
  const inputs = scanned.map((sheet) => ({ ...sheet, isContext: !chosen.includes(sheet.layout.sheet) }));
  const now = files[0]?.now ?? 0;
  const prepared = prepareAudit(inputs, settings, { zone, now });
  const report = judge(prepared, settings);
  const [only] = files;
  const result = {
    report,
    language,
    now,
    ...(isOneFile && only?.file.reading ? { reading: only.file.reading } : {}),
    otherTabs: all.filter((name) => !chosen.includes(name)),
  };
  if (!only || !report.sheets.some(wasAudited)) return { ...result, losses: [], written: [] };

  const judged = { report, scanned, prepared };
  const clientReport =
    options.report &&
    (await makeReport(
      only.host,
      options.report.out,
      reportRequest(judged, options.report.patterns, language, now, addressed(settings, prepared, only.path)),
    ));
  const copies: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  const losses: Loss[] = [];
  for (const { path, file, host, scanned: own, originals } of files) {
    const request = annotationRequest({ report: onlyOf(report, own), scanned: own, prepared }, language, now);
    const sheets = request.sheets.map((sheet) => ({ ...sheet, sheet: originals.get(sheet.sheet) ?? sheet.sheet }));
    if (sheets.length === 0) continue;
    // The input stays as it is: in the copy, traces of an earlier audit give way without asking.
    await host.callApi('annotate', { ...request, sheets, force: true });
    say({ stage: 'writing', bytes: file.bytes.length });
    collectGarbage();
    const bytes = await file.write();
    if (file.inventory) losses.push(...findLosses(file.inventory, inventoryOf(unpack(bytes))));
    copies.push({ path: options.out ?? join(dirname(path), `${basename(path, extname(path))}-audited.xlsx`), bytes });
  }
  if (losses.length > 0 && options.isStrict) return { ...result, losses, written: [] };
  return {
    ...result,
    losses,
    written: copies.map(({ path, bytes }) => writeWhole(path, bytes)),
    ...(options.report && clientReport ? { reportWritten: writeWhole(options.report.out, clientReport) } : {}),
  };
}

type OpenFile = Awaited<ReturnType<typeof openFile>>;

interface OpenedFile {
  readonly path: string;
  readonly file: OpenFile;
}

interface ScannedFile extends OpenedFile {
  readonly host: Host;
  readonly now: WallTime;
  /** Its tabs under the names of the audit, of which none is there twice. */
  readonly scanned: readonly ScannedSheet[];
  /** Name of the audit → name in the file. */
  readonly originals: ReadonlyMap<string, string>;
}

async function openAt(path: string, timeZone: string): Promise<OpenedFile> {
  const file = await openFile(path);
  file.book.timeZone = timeZone;
  return { path, file };
}

/** A tab whose name another file has too is called after its file. */
function calledApart(path: string, scanned: readonly ScannedSheet[], taken: Set<string>): Pick<ScannedFile, 'scanned' | 'originals'> {
  const originals = new Map<string, string>();
  const renamed = scanned.map((sheet) => {
    const original = sheet.layout.sheet;
    const name = taken.has(original) ? `${basename(path)}: ${original}` : original;
    taken.add(name);
    originals.set(name, original);
    return { ...sheet, layout: { ...sheet.layout, sheet: name } };
  });
  return { scanned: renamed, originals };
}

/** The report with the tabs of one file alone; the bill stays the client's. */
function onlyOf(report: Report, scanned: readonly ScannedSheet[]): Report {
  const own = new Set(scanned.map(({ layout }) => layout.sheet));
  return { ...report, sheets: report.sheets.filter(({ sheet }) => own.has(sheet)) };
}

const ofSeveral = {
  sheet: {
    en: 'Of several files every tab is audited: leave out --sheet.',
    ru: 'В нескольких файлах проверяются все вкладки: уберите --sheet.',
  },
  out: {
    en: 'Each of several files gets its copy beside it: leave out --out.',
    ru: 'Копия каждого файла ложится рядом с ним: уберите --out.',
  },
  report: {
    en: 'The report on several files is an .html page: give --report a name that ends so.',
    ru: 'Отчёт по нескольким файлам — страница .html: дайте --report такое имя.',
  },
} as const satisfies Record<string, Text>;

const isPage = (path: string) => path.toLowerCase().endsWith('.html');

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
  if (isPage(out)) return Buffer.from(reportPage(reportContent(request)));
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
