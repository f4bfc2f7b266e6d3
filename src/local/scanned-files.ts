/** Opening and scanning the files of one client. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { AuditSettings } from '../audit/settings.ts';
import type { WallTime } from '../base/dates.ts';
import { createZone } from '../base/zone.ts';
import { auditableTabs, type ScannedSheet, scan } from '../client/scan.ts';
import { type Language, localeOf } from '../i18n/language.ts';
import { STANDARD_INPUT } from './client-files.ts';
import { type OpenedFile, openBytes, openFile } from './files/open.ts';
import { contentKind } from './files/signature.ts';
import { Host } from './host.ts';

/** How far an audit is: sizes in bytes, or rows. */
export type Progress =
  | { readonly stage: 'opening' | 'writing'; readonly bytes: number }
  | { readonly stage: 'reading'; readonly read: number; readonly all: number };

/** A client's file at a path; `-` is standard input. */
export interface ClientFile {
  readonly path: string;
  readonly file: OpenedFile;
}

export interface ScannedFile extends ClientFile {
  readonly host: Host;
  readonly now: WallTime;
  /** Its tables under the names of the audit, of which none is there twice. */
  readonly scanned: readonly ScannedSheet[];
}

/** @throws LocalProblem saying why one of them cannot be read */
export async function openAll(
  paths: readonly string[],
  timeZone: string,
  onProgress: (progress: Progress) => void,
): Promise<readonly ClientFile[]> {
  const opened: ClientFile[] = [];
  for (const path of paths) {
    const isInput = path === STANDARD_INPUT;
    onProgress({ stage: 'opening', bytes: isInput ? 0 : sizeOf(path) });
    const file = await (isInput ? openInput() : openFile(path));
    file.book.timeZone = timeZone;
    opened.push({ path, file });
  }
  return opened;
}

/** What comes in has no name: what it is is seen from its content. */
function openInput(): Promise<OpenedFile> {
  const bytes = new Uint8Array(readFileSync(process.stdin.fd));
  return openBytes(contentKind(bytes) === 'package' ? 'input.xlsx' : 'input.csv', bytes);
}

/** How the files are scanned. */
interface ScanOptions {
  readonly settings: AuditSettings;
  readonly timeZone: string;
  readonly language: Language;
  readonly asOf: WallTime | undefined;
  /** Reads one file after the other; without it each has a host of its own, which can write into it too. */
  readonly host?: Host | undefined;
  readonly onProgress: (progress: Progress) => void;
}

/** Scans every tab of every file through the built add-on, just as the sidebar does. */
export async function scanAll(
  opened: readonly ClientFile[],
  { settings, timeZone, language, asOf, host: reader, onProgress }: ScanOptions,
): Promise<readonly ScannedFile[]> {
  const zone = createZone(timeZone);
  const names = new Set<string>();
  const files: ScannedFile[] = [];
  for (const { path, file } of opened) {
    file.book.locale = localeOf[language];
    const options = { userLocale: language, ...(asOf === undefined ? {} : { now: () => zone.toInstant(asOf) }) };
    const host = reader ?? new Host(file.book, options);
    reader?.turnTo(file.book, options);
    const start = await host.callApi('start', {});
    const scanned = await scan(host.callApi, auditableTabs(start), settings, {
      onProgress: (read, all) => onProgress({ stage: 'reading', read, all }),
    });
    files.push({ path, file, host, now: start.now, scanned: calledApart(path, scanned, names) });
  }
  return files;
}

/** A table whose name another file has too is called after its file. */
function calledApart(path: string, scanned: readonly ScannedSheet[], taken: Set<string>): readonly ScannedSheet[] {
  return scanned.map((one) => {
    const { sheet } = one.layout;
    const name = taken.has(sheet) ? `${basename(path)}: ${sheet}` : sheet;
    taken.add(name);
    return { ...one, layout: { ...one.layout, sheet: name } };
  });
}

/** 0 for a file that cannot be looked at: opening it says why. */
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The language of what the files hold. */
export const languageOfFiles = (opened: readonly ClientFile[]): Language =>
  languageOfCells(opened.flatMap(({ file }) => file.book.sheets.map((sheet) => sheet.rows.slice(0, 20).map(({ values }) => values))));

/** Where fewer of the letters are Cyrillic, a name or a title is written so, not the sheet. */
const CYRILLIC_PART = 0.2;

/** A file has no locale: it is Russian when a good part of the letters in its first rows are Cyrillic, links left out. */
function languageOfCells(cells: unknown): Language {
  const text = JSON.stringify(cells).replace(/https?:[^\s"]+/g, '');
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return cyrillic > 0 && cyrillic >= CYRILLIC_PART * (cyrillic + latin) ? 'ru' : 'en';
}
