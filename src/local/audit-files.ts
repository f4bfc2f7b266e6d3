import { basename, dirname, extname, join } from 'node:path';
import type { ReportRequest } from '../api/requests.ts';
import { addressed } from '../audit/client-report/addressee.ts';
import { judge } from '../audit/engine/judge.ts';
import { type PreparedAudit, prepareAudit } from '../audit/engine/prepare.ts';
import type { Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { WallTime } from '../base/dates.ts';
import { createZone } from '../base/zone.ts';
import { reportRequest } from '../client/report-request.ts';
import { annotationRequest, type ScannedSheet } from '../client/scan.ts';
import type { Language, Text } from '../i18n/language.ts';
import { reportContent } from '../wording/client-report/content.ts';
import { reportPage } from '../wording/client-report/page.ts';
import { wasAudited } from '../wording/render.ts';
import { STANDARD_INPUT } from './client-files.ts';
import type { TextTable } from './files/csv.ts';
import { findLosses, inventoryOf, type Loss } from './files/parts/fragile.ts';
import { unpack } from './files/parts/package.ts';
import { writeOnce, writeWhole } from './files/write-whole.ts';
import { writeSheets } from './files/xlsx.ts';
import type { Host } from './host.ts';
import { LocalProblem } from './problem.ts';
import { languageOfFiles, openAll, type Progress, type ScannedFile, scanAll } from './scanned-files.ts';

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
  /** Annotated copies: always written, under a free name; not where the very same bytes are there already; or none. By default always. */
  readonly copies?: 'always' | 'once' | 'none';
  /** Reads the files where none is written into: it can be used again and again. */
  readonly reader?: Host;
  readonly onProgress?: (progress: Progress) => void;
}

export interface AuditedClient {
  readonly report: Report;
  /** The tables that it rests on. */
  readonly prepared: PreparedAudit;
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
  checkSeveral(options);
  const { paths, settings, timeZone, asOf, isStrict, onProgress = () => undefined } = options;
  const opened = await openAll(paths, timeZone, onProgress);
  const language = options.language ?? settings.language ?? languageOfFiles(opened);
  const host = options.copies === 'none' ? options.reader : undefined;
  const files = await scanAll(opened, { settings, timeZone, language, asOf, host, onProgress });
  const scanned = files.flatMap((file) => file.scanned);
  const chosen = chosenTab(scanned, paths.length === 1 ? options.tabs : { kind: 'all' });
  const isChosen = ({ layout }: ScannedSheet) => chosen === undefined || layout.tab === chosen;
  const inputs = scanned.map((sheet) => ({ ...sheet, isContext: !isChosen(sheet) }));
  const now = files[0]?.now ?? 0;
  const prepared = prepareAudit(inputs, settings, { zone: createZone(timeZone), now });
  const report = judge(prepared, settings);
  const [first] = files;
  const reading = paths.length === 1 ? first?.file.reading : undefined;
  const otherTabs = [...new Set(scanned.filter((sheet) => !isChosen(sheet)).map(({ layout }) => layout.tab))];
  const audited = { report, prepared, language, now, otherTabs, losses: [], written: [], ...(reading ? { reading } : {}) };
  if (!first || !report.sheets.some(wasAudited)) return audited;

  const clientReport =
    options.report &&
    (await makeReport(
      first.host,
      options.report.out,
      reportRequest(
        { report, scanned, prepared },
        options.report.patterns,
        language,
        now,
        addressed(settings, prepared, first.file.book.name),
      ),
    ));
  const { copies, losses } = await annotatedCopies(
    options.copies === 'none' ? [] : files,
    { report, prepared },
    { ...options, onProgress, language, now },
  );
  if (losses.length > 0 && isStrict) return { ...audited, losses };
  const write = options.copies === undefined || options.copies === 'always' ? writeWhole : writeOnce;
  return {
    ...audited,
    losses,
    written: copies.map(({ path, bytes }) => write(path, bytes)),
    ...(options.report && clientReport ? { reportWritten: write(options.report.out, clientReport) } : {}),
  };
}

/** @throws LocalProblem where what is asked for makes sense of one file only */
function checkSeveral({ paths, tabs, out, report }: AuditOptions): void {
  if (paths.length === 1) return;
  if (tabs.kind === 'named') throw new LocalProblem(ofSeveral.sheet);
  if (out !== undefined) throw new LocalProblem(ofSeveral.out);
  if (report && !isPage(report.out)) throw new LocalProblem(ofSeveral.report);
}

/**
 * The one tab to audit; none where all of them are.
 * @throws LocalProblem where there is no tab of the name
 */
function chosenTab(scanned: readonly ScannedSheet[], tabs: AuditOptions['tabs']): string | undefined {
  if (tabs.kind === 'all') return undefined;
  const all = [...new Set(scanned.map(({ layout }) => layout.tab))];
  if (tabs.kind !== 'named') return scanned.find(({ layout }) => !layout.problem)?.layout.tab ?? all[0];
  if (!all.includes(tabs.name)) throw new LocalProblem(noSuchTab(tabs.name, all));
  return tabs.name;
}

interface Copies {
  readonly copies: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly losses: readonly Loss[];
}

/** Each file with its findings marked, not written yet; what came in without a name has a copy only where one is given. */
async function annotatedCopies(
  files: readonly ScannedFile[],
  { report, prepared }: { readonly report: Report; readonly prepared: PreparedAudit },
  {
    out,
    settings,
    onProgress,
    language,
    now,
  }: Pick<AuditOptions, 'out' | 'settings'> & { onProgress: (progress: Progress) => void; language: Language; now: WallTime },
): Promise<Copies> {
  const copies: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  const losses: Loss[] = [];
  for (const { path, file, host, scanned } of files) {
    const copy = out ?? (path === STANDARD_INPUT ? undefined : join(dirname(path), `${basename(path, extname(path))}-audited.xlsx`));
    const request = annotationRequest({ report: onlyOf(report, scanned), scanned, prepared }, language, now, settings);
    if (request.sheets.length === 0 || copy === undefined) continue;
    // The input stays as it is: in the copy, traces of an earlier audit give way without asking.
    await host.callApi('annotate', { ...request, force: true });
    onProgress({ stage: 'writing', bytes: file.bytes.length });
    collectGarbage();
    const bytes = await file.write();
    if (file.inventory) losses.push(...findLosses(file.inventory, inventoryOf(unpack(bytes))));
    copies.push({ path: copy, bytes });
  }
  return { copies, losses };
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

const noSuchTab = (name: string, tabs: readonly string[]): Text => ({
  en: `There is no tab "${name}": choose one of ${tabs.join(', ')}.`,
  ru: `Вкладки «${name}» нет: выберите из имеющихся: ${tabs.join(', ')}.`,
});
