import { Workbook } from '@cj-tech-master/excelts';
import { Book } from '../book/book.ts';
import type { SheetModel } from '../book/sheet.ts';
import { fileProblems, LocalProblem } from '../problem.ts';
import { addCharts } from './charts.ts';
import { checkPackage } from './guard.ts';
import { dropOwnTraces } from './own-traces.ts';
import { readSheet } from './read-sheet.ts';
import { shiftColumns, shiftDrawings, writeFormulas } from './shift.ts';
import { writeChanges, writeEdits, writeNewSheet } from './write-sheet.ts';

/** A workbook file and the model made from it. Writing goes back into the very workbook, so what we do not know of stays. */
export interface OpenedWorkbook {
  readonly book: Book;
  /** The annotated file: everything of the client's, and what the add-on wrote into the model. */
  write(): Promise<Uint8Array>;
}

export interface OpenOptions {
  /** For somebody to look at: an annotated file as it is, not only the client's sheets that stand in it, and with its looks. */
  readonly isShown?: boolean;
}

export async function openXlsx(bytes: Uint8Array, { isShown = false }: OpenOptions = {}): Promise<OpenedWorkbook> {
  const open = async () => {
    const workbook = await load(bytes);
    if (!isShown) dropOwnTraces(workbook);
    return workbook;
  };
  const workbook = await open();
  const book = new Book();
  for (const worksheet of workbook.worksheets) readSheet(book, worksheet, isShown);
  if (book.sheets.length === 0) throw new LocalProblem(fileProblems.empty);
  const known = new Set(book.sheets);
  let unwritten: Workbook | undefined = workbook;
  return {
    book,
    write: async () => {
      // Writing changes the workbook, so that every later copy starts from the file again.
      const workbook = unwritten ?? (await open());
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
      const bytes = shiftDrawings(new Uint8Array(await workbook.xlsx.writeBuffer()), shifts);
      return addCharts(
        bytes,
        book.sheets.filter((sheet) => !known.has(sheet)),
      );
    },
  };
}

async function load(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length === 0) throw new LocalProblem(fileProblems.empty);
  // The signature of an OLE container: an encrypted workbook, or an old .xls under a new name.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) throw new LocalProblem(fileProblems.encrypted);
  checkPackage(bytes);
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (cause) {
    throw new LocalProblem(fileProblems.broken, { cause });
  }
  return workbook;
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

/** A new file of these sheets alone. */
export async function writeSheets(sheets: readonly SheetModel[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const sheet of sheets) writeNewSheet(workbook, sheet);
  return addCharts(new Uint8Array(await workbook.xlsx.writeBuffer()), sheets);
}
