import { type Cell, type CellFormulaValue, type ConditionalFormattingOptions, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { type Area, Book, isDateValue, type Rule, type SheetModel, sameValue, type Value } from '../book/book.ts';
import { columnLetters, columnNumber } from '../book/references.ts';
import { usesCustomFunction } from '../custom-functions.ts';
import { addCharts } from './charts.ts';
import { checkPackage } from './guard.ts';
import { FileProblem, fileProblems } from './problem.ts';
import { shiftColumns, shiftDrawings, writeFormulas } from './shift.ts';

/** A workbook file and the model made from it. Writing goes back into the very workbook, so what we do not know of stays. */
export interface OpenedWorkbook {
  readonly book: Book;
  /** The annotated file: everything of the client's, and what the add-on wrote into the model. */
  write(): Promise<Uint8Array>;
}

export interface OpenOptions {
  /** Show an annotated file as it is, instead of the client's sheets alone that stand in it. */
  readonly keepsAnnotation?: boolean;
}

export async function openXlsx(bytes: Uint8Array, { keepsAnnotation = false }: OpenOptions = {}): Promise<OpenedWorkbook> {
  const open = async () => {
    const workbook = await load(bytes);
    if (!keepsAnnotation) dropOwnTraces(workbook);
    return workbook;
  };
  const workbook = await open();
  const book = new Book();
  for (const worksheet of workbook.worksheets) readSheet(book, worksheet);
  if (book.sheets.length === 0) throw new FileProblem(fileProblems.empty);
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
        if (sheet.isEdited) writeEdits(worksheet, sheet);
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
  if (bytes.length === 0) throw new FileProblem(fileProblems.empty);
  // The signature of an OLE container: an encrypted workbook, or an old .xls under a new name.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) throw new FileProblem(fileProblems.encrypted);
  checkPackage(bytes);
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (cause) {
    throw new FileProblem(fileProblems.broken, { cause });
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

/** A column's width counts characters, about this many pixels each. */
const PIXELS = 7;

function readSheet(book: Book, worksheet: Worksheet): void {
  // The library counts columns anew each time it is asked.
  const { rowCount, columnCount } = worksheet;
  const sheet = book.addSheet(worksheet.name, undefined, Math.max(1, rowCount), Math.max(1, columnCount));
  sheet.isHidden = worksheet.state !== 'visible';
  for (let column = 1; column <= columnCount; column++) {
    const { width } = worksheet.getColumn(column);
    if (width !== undefined) sheet.setColumn(column, { width: Math.round(width * PIXELS) });
  }
  worksheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      if (cell.isMerged && cell.master !== cell) return;
      const { value, ...extra } = readCell(cell);
      if (value !== null) sheet.setValue(rowNumber, column, value);
      if (Object.keys(extra).length > 0) sheet.setExtra(rowNumber, column, extra);
    });
  });
  sheet.rules = worksheet.conditionalFormattings.map(readRule);
  sheet.filter = readFilter(worksheet);
}

/** Only where the filter is; its criteria stay in the file. */
function readFilter(worksheet: Worksheet): SheetModel['filter'] {
  const { autoFilter } = worksheet;
  const area = typeof autoFilter === 'string' ? areaOf(autoFilter) : undefined;
  return area && { area, criteria: new Map() };
}

/** Reads `A1:C9`, with or without `$`. */
function areaOf(text: string): Area | undefined {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(text);
  if (!match) return undefined;
  const [column, lastColumn] = [columnNumber(match[1] ?? ''), columnNumber(match[3] ?? '')];
  const row = Number(match[2]);
  return { row, column, rows: Number(match[4]) - row + 1, columns: lastColumn - column + 1 };
}

/** What a cell of the file holds. */
interface Content {
  readonly value: Value;
  readonly formula?: string;
  readonly isSpilled?: boolean;
}

/** What Google writes in place of a formula into the cells that a formula elsewhere fills. */
const SPILLED = '="COMPUTED_VALUE"';

function readCell(cell: Cell): Content {
  const { value } = cell;
  if (cell.formula !== undefined) return unwrapped(`=${cell.formula}`, plainValue(cell.result));
  return { value: plainValue(value) };
}

/** Google exports a custom function as `IFERROR(__xludf.DUMMYFUNCTION("ER(B2,C2)"),0.05)`: the formula and its last value. */
function unwrapped(formula: string, value: Value): Content {
  const match = /^=IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\),(.*)\)$/s.exec(formula);
  if (!match) return { value, formula };
  const source = `=${(match[1] ?? '').replace(/""/g, '"')}`;
  const last = match[2] ?? '';
  const cached = /^"(.*)"$/s.exec(last);
  const known = value ?? (cached ? (cached[1] ?? '').replace(/""/g, '"') : last === '' ? null : Number(last));
  return source === SPILLED ? { value: known, isSpilled: true } : { value: known, formula: source };
}

function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value === '' ? null : value;
  // The library gives wall time as if it were UTC, which is just what the model holds.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { wall: Math.round(value.getTime() / 1000) * 1000 };
  const parts = value as { richText?: { text: string }[]; error?: string; text?: unknown; result?: unknown };
  if (parts.richText) return parts.richText.map(({ text }) => text).join('');
  if (parts.error !== undefined) return parts.error;
  if ('text' in parts) return plainValue(parts.text);
  return 'result' in parts ? plainValue(parts.result) : null;
}

/** Rules of ours are understood; of the client's it is only known that they are there. */
function readRule({ ref, rules }: ConditionalFormattingOptions): Rule {
  const [rule] = rules;
  const formula = rule?.type === 'expression' ? `=${rule.formulae?.[0] ?? ''}` : '';
  const colour = rule?.style?.fill?.type === 'pattern' ? rule.style.fill.bgColor?.argb : undefined;
  const own: Rule = {
    areas: ref.split(' ').flatMap((text) => areaOf(text) ?? []),
    formula,
    ...(colour === undefined ? {} : { background: `#${colour.slice(2)}` }),
    ...(rule?.style?.font?.bold ? { bold: true } : {}),
  };
  return isOwnRule(own) ? own : { areas: [], other: { ref, rules } };
}

const isOwnRule = ({ formula }: Rule) => formula?.includes('N("smm-audit")') ?? false;

/** Puts what the add-on wrote into a sheet of the file: its inserted columns, its rules, the filter's width. */
function writeChanges(worksheet: Worksheet, sheet: SheetModel): void {
  for (const { at, count } of sheet.shifts.filter(({ count }) => count > 0)) {
    for (let column = at; column < at + count; column++) writeColumn(worksheet, sheet, column);
  }
  removeOwnRules(worksheet);
  writeRules(worksheet, sheet.rules.filter(isOwnRule));
  if (sheet.filter && worksheet.autoFilter) worksheet.autoFilter = reference(sheet.filter.area);
}

/** Cells that somebody typed over or sorted elsewhere; every other cell stays as the file has it. */
function writeEdits(worksheet: Worksheet, sheet: SheetModel): void {
  const rows = Math.max(sheet.rows.length, worksheet.rowCount);
  const columns = Math.max(sheet.lastColumn(), worksheet.columnCount);
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const cell = worksheet.getCell(row, column);
      if (cell.isMerged && cell.master !== cell) continue;
      const value = sheet.value(row, column);
      const { formula, isSpilled } = sheet.extra(row, column) ?? {};
      const before = readCell(cell);
      if (formula === before.formula && isSpilled === before.isSpilled && sameValue(value, before.value)) continue;
      writeContent(cell, value, isSpilled ? SPILLED : formula);
      if (isDateValue(value) && !isDateValue(before.value)) cell.numFmt = value.wall % DAY === 0 ? 'dd.mm.yyyy' : 'dd.mm.yyyy hh:mm';
    }
  }
}

const DAY = 86_400_000;

function writeContent(cell: Cell, value: Value, formula?: string): void {
  const result = isDateValue(value) ? new Date(value.wall) : value;
  cell.value =
    formula === undefined ? result : ({ formula: fileFormula(formula, value), ...(result === null ? {} : { result }) } as CellFormulaValue);
}

/** A custom function as Google writes it into a file: other programs then show the last value instead of an error. */
function fileFormula(formula: string, value: Value): string {
  const source = formula.replace(/^=/, '');
  if (formula !== SPILLED && !usesCustomFunction(source)) return source;
  const last = typeof value === 'number' ? String(value) : `"${String(value ?? '').replace(/"/g, '""')}"`;
  return `IFERROR(__xludf.DUMMYFUNCTION("${source.replace(/"/g, '""')}"),${last})`;
}

function writeColumn(worksheet: Worksheet, sheet: SheetModel, column: number): void {
  const { width, isHidden } = sheet.column(column);
  if (width !== undefined) worksheet.getColumn(column).width = width / PIXELS;
  if (isHidden) worksheet.getColumn(column).hidden = true;
  for (let row = 1; row <= sheet.rows.length; row++) writeCell(worksheet, sheet, row, column);
}

/** What a cell without a font of its own is written in. */
const USUAL_FONT = { name: 'Calibri', family: 2, size: 11 } as const;

function writeCell(worksheet: Worksheet, sheet: SheetModel, row: number, column: number): void {
  const value = sheet.value(row, column);
  const { style, formula, isSpilled } = sheet.extra(row, column) ?? {};
  if (value === null && formula === undefined && !style?.background) return;
  const cell = worksheet.getCell(row, column);
  writeContent(cell, value, isSpilled ? SPILLED : formula);
  if (typeof value === 'string') cell.numFmt = '@';
  else if (style?.numberFormat) cell.numFmt = style.numberFormat;
  if (style?.bold) cell.font = { ...(cell.font ?? USUAL_FONT), bold: true };
  if (style?.fontSize !== undefined) cell.font = { ...(cell.font ?? USUAL_FONT), size: style.fontSize };
  if (style?.background) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.background) } };
  if (style?.wrap) cell.alignment = { wrapText: true, vertical: 'top' };
}

function writeRules(worksheet: Worksheet, rules: readonly Rule[]): void {
  // Excel's rules have one order for the sheet: ours come after the client's, as in the model.
  const first =
    1 +
    worksheet.conditionalFormattings.reduce(
      (most: number, { rules: theirs }: ConditionalFormattingOptions) => Math.max(most, ...theirs.map(({ priority }) => priority ?? 0)),
      0,
    );
  rules.forEach(({ areas, formula = '', background = '', bold }, index) => {
    worksheet.addConditionalFormatting({
      ref: areas.map(reference).join(' '),
      rules: [
        {
          type: 'expression',
          priority: first + index,
          formulae: [formula.replace(/^=/, '')],
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(background) } }, ...(bold ? { font: { bold } } : {}) },
        },
      ],
    });
  });
}

const argb = (colour: string) => `FF${colour.slice(1).toUpperCase()}`;

function reference({ row, column, rows, columns }: Area): string {
  return `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

function writeNewSheet(workbook: Workbook, sheet: SheetModel): void {
  const worksheet = workbook.addWorksheet(
    sheet.name,
    sheet.frozenRows > 0 ? { views: [{ state: 'frozen', ySplit: sheet.frozenRows }] } : {},
  );
  const columns = Math.max(1, sheet.lastColumn());
  Object.assign(worksheet.pageSetup, { paperSize: A4, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
  for (let column = 1; column <= columns; column++) writeColumn(worksheet, sheet, column);
  writeHeights(worksheet, sheet);
  const area = printArea(sheet);
  if (area) worksheet.pageSetup.printArea = area;
  writeRules(worksheet, sheet.rules.filter(isOwnRule));
}

/** How many rows of the least height a chart covers. */
const CHART_ROWS = 18;

/** The columns of text with what stands below them; without an area where charts stand beside. */
function printArea(sheet: SheetModel): string | undefined {
  const columns = sheet.columns.findIndex(({ width }) => width === undefined);
  const last = columns < 0 ? sheet.columns.length : columns;
  if (last === 0 || sheet.charts.some(({ column }) => column > last)) return undefined;
  const lastText = sheet.rows.reduce((row, { values }, index) => (values.slice(0, last).some(Boolean) ? index + 1 : row), 1);
  return `A1:${columnLetters(last)}${Math.max(lastText, ...sheet.charts.map(({ row }) => row + CHART_ROWS))}`;
}

const LINE_HEIGHT = 15;
/** A letter of text is narrower than a digit, by which widths are counted. */
const LETTER = 6;
/** The paper's number in the format. */
const A4 = 9;

/** Rows of wrapped text are as high as their text: not every program works that out when it opens a file. */
function writeHeights(worksheet: Worksheet, sheet: SheetModel): void {
  sheet.rows.forEach(({ values, extras }, row) => {
    const lines = extras.map((extra, column) => {
      const { width } = sheet.column(column + 1);
      const text = String(values[column] ?? '');
      return extra?.style?.wrap && width !== undefined ? Math.ceil(text.length / (width / LETTER)) : 1;
    });
    const most = Math.max(1, ...lines);
    if (most > 1) worksheet.getRow(row + 1).height = most * LINE_HEIGHT;
  });
}

/** A file that was annotated before: our columns are known by both headings side by side, our tab by its name, our rules by the marker. */
function dropOwnTraces(workbook: Workbook): void {
  const summaryNames = new Set<string>(languages.map((language) => shared.summaryTab[language]));
  for (const worksheet of [...workbook.worksheets]) {
    if (summaryNames.has(worksheet.name) && workbook.worksheets.length > 1) {
      workbook.removeWorksheet(worksheet.id);
      continue;
    }
    removeOwnRules(worksheet);
    const column = ownColumn(worksheet);
    if (column !== undefined) worksheet.spliceColumns(column, 2);
  }
}

function removeOwnRules(worksheet: Worksheet): void {
  // The library keeps what the test says yes to.
  worksheet.removeConditionalFormatting(({ rules }) => !JSON.stringify(rules).includes('smm-audit'));
}

function ownColumn(worksheet: Worksheet): number | undefined {
  const { rowCount, columnCount } = worksheet;
  for (let row = 1; row <= Math.min(20, rowCount); row++) {
    for (let column = 1; column < columnCount; column++) {
      const [first, second] = [worksheet.findCell(row, column)?.value, worksheet.findCell(row, column + 1)?.value];
      if (languages.some((language) => first === shared.patternsHeading[language] && second === shared.reasonsHeading[language]))
        return column;
    }
  }
  return undefined;
}
