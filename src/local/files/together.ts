import { basename, extname } from 'node:path';
import type { Book } from '../book/book.ts';
import { renamedTabs } from '../book/references.ts';
import { type NamedFile, type OpenedFile, openBytes } from './open.ts';
import type { OpenOptions } from './xlsx.ts';

/** Several files as tabs of one book. It is written into the first workbook among them, so that what that holds besides cells stays. */
export async function openTogether(files: readonly NamedFile[], options: OpenOptions = {}): Promise<OpenedFile> {
  const opened: { readonly name: string; readonly file: OpenedFile }[] = [];
  for (const { name, bytes } of files) opened.push({ name, file: await openBytes(name, bytes, options) });
  const base = opened.find(({ file }) => !file.reading) ?? opened[0];
  if (!base) throw new Error('There is no file to open');
  for (const { name, file } of opened) if (file !== base.file) addTabs(base.file.book, file.book, basename(name, extname(name)));
  return base.file;
}

function addTabs(book: Book, { sheets }: Book, fileName: string): void {
  const names = new Map<string, string>();
  for (const { name } of sheets) {
    const taken = new Set([...book.sheets.map((sheet) => sheet.name), ...names.values()].map((taken) => taken.toLowerCase()));
    names.set(name, freeName(name, sheets.length === 1 ? fileName : `${name} (${fileName})`, taken));
  }
  for (const sheet of sheets) {
    const { rows } = book.copyOf(sheet, names.get(sheet.name) ?? sheet.name);
    for (const { extras } of rows) {
      extras.forEach((extra, index) => {
        if (extra?.formula !== undefined) extras[index] = { ...extra, formula: renamedTabs(extra.formula, names) };
      });
    }
  }
}

/** As long as a tab's name may be. */
const MOST_LETTERS = 31;

/** Its own name; where that is taken one after its file; where that is taken too, with a number. @param taken in small letters, which all programs compare */
function freeName(own: string, afterFile: string, taken: ReadonlySet<string>): string {
  const allowed = afterFile.replace(/[[\]:*?/\\]/g, ' ');
  let name = own;
  for (let number = 1; taken.has(name.toLowerCase()); number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    name = allowed.slice(0, MOST_LETTERS - ending.length) + ending;
  }
  return name;
}
