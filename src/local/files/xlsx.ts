import { Readable, Writable } from 'node:stream';
import { Workbook } from '@cj-tech-master/excelts';
import { zipSync } from 'fflate';
import { Book } from '../book/book.ts';
import type { SheetModel } from '../book/sheet.ts';
import { fileProblems, LocalProblem } from '../problem.ts';
import { unpackChecked } from './guard.ts';
import { dropOwnTraces } from './own-traces.ts';
import { addCharts } from './parts/chart-parts.ts';
import { type Inventory, inventoryOf } from './parts/fragile.ts';
import { keepLinksInside } from './parts/inner-links.ts';
import { EditablePackage, isPlain } from './parts/package.ts';
import { type Rules, restoreRules, rulesOf } from './parts/rule-parts.ts';
import { shiftColumns, shiftDrawings, writeFormulas } from './parts/shift.ts';
import { restoreTables, type Tables, tablesOf } from './parts/table-parts.ts';
import { readSheet } from './read-sheet.ts';
import { writeChanges, writeEdits, writeNewSheet } from './write-sheet.ts';

/** A workbook file and the model made from it. Writing goes back into the very workbook, so what we do not know of stays. */
export interface OpenedWorkbook {
  readonly book: Book;
  /** What the file holds that could get lost; a text table holds nothing of the kind. */
  readonly inventory?: Inventory;
  /** The annotated file: everything of the client's, and what the add-on wrote into the model. */
  write(): Promise<Uint8Array>;
}

export interface OpenOptions {
  /** For somebody to look at: an annotated file as it is, not only the client's sheets that stand in it, and with its looks. */
  readonly isShown?: boolean;
}

export async function openXlsx(bytes: Uint8Array, { isShown = false }: OpenOptions = {}): Promise<OpenedWorkbook> {
  const open = async () => {
    const loaded = await load(bytes);
    return { ...loaded, dropped: isShown ? [] : dropOwnTraces(loaded.workbook) };
  };
  const { workbook, inventory, tables, rules, isDated, dropped } = await open();
  const book = new Book();
  for (const worksheet of workbook.worksheets) readSheet(book, worksheet, isShown);
  if (book.sheets.length === 0) throw new LocalProblem(fileProblems.empty);
  const known = new Set(book.sheets);
  let unwritten: Workbook | undefined = workbook;
  return {
    book,
    inventory,
    write: async () => {
      // Writing changes the workbook, so that every later copy starts from the file again.
      const workbook = unwritten ?? (await open()).workbook;
      unwritten = undefined;
      const pairs = workbook.worksheets.map((worksheet) => ({
        worksheet,
        sheet: book.sheets.find((sheet) => known.has(sheet) && sheet.name === worksheet.name),
      }));
      const shifts = new Map(
        pairs.flatMap(({ sheet, worksheet }, index) => (sheet ? [[index + 1, shiftColumns(worksheet, sheet)] as const] : [])),
      );
      const hasMoved = [...shifts.values()].some((list) => list.length > 0);
      for (const { sheet, worksheet } of pairs) {
        if (!sheet) {
          workbook.removeWorksheet(worksheet.id);
          continue;
        }
        if (hasMoved) writeFormulas(worksheet, sheet);
        if (sheet.isEdited) writeEdits(worksheet, sheet, isShown);
        writeChanges(worksheet, sheet);
      }
      for (const sheet of book.sheets) if (!known.has(sheet)) writeNewSheet(workbook, sheet);
      const file = await written(workbook);
      shiftDrawings(file, shifts);
      const moved = pairs.map(
        ({ worksheet }, index) =>
          [worksheet, [...dropped.filter(({ sheet }) => sheet === worksheet.name), ...(shifts.get(index + 1) ?? [])]] as const,
      );
      restoreTables(file, tables, moved);
      restoreRules(file, rules, new Map(moved.map(([{ name }, shifts]) => [name, shifts])));
      const added = book.sheets.filter((sheet) => !known.has(sheet));
      keepLinksInside(file, added);
      addCharts(file, added);
      if (!isDated) dropDates(file);
      return file.bytes();
    },
  };
}

interface Loaded {
  readonly workbook: Workbook;
  readonly inventory: Inventory;
  readonly tables: Tables;
  readonly rules: Rules;
  /** Whether the file says when it was made. */
  readonly isDated: boolean;
}

async function load(bytes: Uint8Array): Promise<Loaded> {
  if (bytes.length === 0) throw new LocalProblem(fileProblems.empty);
  const { parts, isAsPacked } = unpackChecked(bytes);
  const workbook = new Workbook();
  try {
    // From front to back the library takes a third of the memory, and less time.
    await workbook.xlsx.read(Readable.from(inPieces(isAsPacked && isPlain(bytes) ? bytes : zipSync(parts, { level: 0 }))));
  } catch (cause) {
    throw new LocalProblem(fileProblems.broken, { cause });
  }
  return {
    workbook,
    inventory: inventoryOf(parts),
    tables: tablesOf(parts),
    rules: rulesOf(parts),
    isDated: parts[PROPERTIES]?.includes('dcterms:created') ?? false,
  };
}

async function written(workbook: Workbook): Promise<EditablePackage> {
  const chunks: Uint8Array[] = [];
  // The library's own buffer cuts off what comes in pieces of more than a megabyte.
  const collector = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await workbook.xlsx.write(collector);
  return new EditablePackage(Buffer.concat(chunks));
}

const PROPERTIES = 'docProps/core.xml';

/** Leaves out the moment of writing, which the library puts in where no other date is known. */
function dropDates(file: EditablePackage): void {
  file.put(PROPERTIES, file.text(PROPERTIES).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
}

const PIECE = 65_536;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A new workbook around text cells: how a .csv becomes an annotated .xlsx. */
export function bookFromText(name: string, rows: readonly (readonly string[])[]): OpenedWorkbook {
  const book = new Book();
  const sheet = book.addSheet(
    name.slice(0, 31).replace(/[[\]:*?/\\]/g, ' '),
    0,
    Math.max(1, rows.length),
    rows.reduce((widest, row) => Math.max(widest, row.length), 1),
  );
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (cell !== '') sheet.setValue(index + 1, column + 1, cell);
    });
  });
  return {
    book,
    write: () => writeSheets(book.sheets),
  };
}

/** A new file of these sheets alone. When it was written does not stand in it: the same sheets give the same bytes. */
export async function writeSheets(sheets: readonly SheetModel[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const sheet of sheets) writeNewSheet(workbook, sheet);
  const file = await written(workbook);
  keepLinksInside(file, sheets);
  addCharts(file, sheets);
  dropDates(file);
  return file.bytes();
}
