import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileProblems, LocalProblem } from '../problem.ts';
import { readTextTable, type TextTable } from './csv.ts';
import { contentKind } from './signature.ts';
import { bookFromText, type OpenedWorkbook, type OpenOptions, openXlsx } from './xlsx.ts';

export interface OpenedFile extends OpenedWorkbook {
  readonly bytes: Uint8Array;
  /** How a text table was read. */
  readonly reading?: Pick<TextTable, 'encoding' | 'delimiter' | 'stray'>;
}

/** Endings of tables; what is inside is seen from the content. */
const endings = new Set(['.xlsx', '.xlsm', '.xls', '.csv', '.tsv', '.txt']);

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens a client's .xlsx, .csv or .tsv. Other formats are refused by name. */
export async function openFile(path: string, options: OpenOptions = {}): Promise<OpenedFile> {
  const { name, bytes } = readNamed(path);
  return openBytes(name, bytes, options);
}

/** @throws LocalProblem where there is no such file, or none that we read */
export function readNamed(path: string): NamedFile {
  if (!existsSync(path)) throw new LocalProblem(fileProblems.missing(path));
  if (statSync(path).isDirectory()) throw new LocalProblem(fileProblems.folder(path));
  checkEnding(path);
  return { name: basename(path), bytes: readBytes(path) };
}

function checkEnding(name: string): void {
  const ending = extname(name).toLowerCase();
  if (!endings.has(ending)) throw new LocalProblem(fileProblems.format(ending));
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new LocalProblem(fileProblems.unreadable(path), { cause });
  }
}

/** The same from a file's content. */
export async function openBytes(name: string, bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenedFile> {
  checkEnding(name);
  if (bytes.length === 0) throw new LocalProblem(fileProblems.empty);
  const opened = await openedBytes(name, bytes, options);
  opened.book.name = basename(name, extname(name));
  return opened;
}

async function openedBytes(name: string, bytes: Uint8Array, options: OpenOptions): Promise<OpenedFile> {
  if (contentKind(bytes) === 'package') return { ...(await openXlsx(bytes, options)), bytes };
  const { rows, encoding, delimiter, stray } = readTextTable(bytes);
  return { ...bookFromText(basename(name, extname(name)), rows), bytes, reading: { encoding, delimiter, stray } };
}

/** A path beside the wanted one that no file has yet: a copy gets a number, nothing is overwritten. */
export function freePath(wanted: string): string {
  const ending = extname(wanted);
  const stem = join(dirname(wanted), basename(wanted, ending));
  let path = wanted;
  for (let number = 2; existsSync(path); number++) path = `${stem}-${number}${ending}`;
  return path;
}
