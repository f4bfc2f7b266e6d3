import type { Cell, CellFormulaValue, ConditionalFormattingOptions, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { DAY } from '../../base/dates.ts';
import { type Area, isDateValue, type Rule, sameValue, type Value } from '../book/parts.ts';
import { columnLetters } from '../book/references.ts';
import { type SheetModel, USUAL_WIDTH } from '../book/sheet.ts';
import { wrappedLines } from '../book/wrapped.ts';
import { usesCustomFunction } from '../custom-functions.ts';
import { argb, looksOf, restyle, sameLooks, writeLooks } from './looks.ts';
import { isOwnRule, removeOwnRules } from './own-traces.ts';
import { LINE_HEIGHT, setPages } from './pages.ts';
import { PIXELS, readCell, SPILLED } from './read-sheet.ts';

/** Puts what the add-on wrote into a sheet of the file: its inserted columns, its rules, the filter's width. */
export function writeChanges(worksheet: Worksheet, sheet: SheetModel): void {
  for (const { at, count } of sheet.shifts.filter(({ count }) => count > 0)) {
    for (let column = at; column < at + count; column++) writeColumn(worksheet, sheet, column);
  }
  removeOwnRules(worksheet);
  writeRules(worksheet, sheet.rules.filter(isOwnRule));
  if (sheet.filter && worksheet.autoFilter) worksheet.autoFilter = reference(sheet.filter.area);
}

/** Cells that somebody typed over or sorted elsewhere; every other cell stays as the file has it. */
export function writeEdits(worksheet: Worksheet, sheet: SheetModel, withLooks: boolean): void {
  const rows = Math.max(sheet.rows.length, worksheet.rowCount);
  const columns = Math.max(sheet.lastColumn(), worksheet.columnCount);
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const cell = worksheet.getCell(row, column);
      if (cell.isMerged && cell.master !== cell) continue;
      const value = sheet.value(row, column);
      const { formula, isSpilled, style } = sheet.extra(row, column) ?? {};
      const before = readCell(cell);
      if (withLooks && !sameLooks(style, looksOf(cell))) writeLooks(cell, style);
      if (formula === before.formula && isSpilled === before.isSpilled && sameValue(value, before.value)) continue;
      writeContent(cell, value, isSpilled ? SPILLED : formula);
      if (isDateValue(value) && !isDateValue(before.value))
        restyle(cell, { numFmt: value.wall % DAY === 0 ? 'dd.mm.yyyy' : 'dd.mm.yyyy hh:mm' });
    }
  }
}

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
  // Cells that look alike share one style object: the library then works each out once.
  const shared = new Map<string, Cell['style']>();
  for (let row = 1; row <= sheet.rows.length; row++) {
    const value = sheet.value(row, column);
    const { style, formula, isSpilled, link } = sheet.extra(row, column) ?? {};
    if (value === null && formula === undefined && !style?.background) continue;
    const cell = worksheet.getCell(row, column);
    if (link === undefined) writeContent(cell, value, isSpilled ? SPILLED : formula);
    else cell.value = { text: String(value), hyperlink: `#${link}` };
    const looks = typeof value === 'string' ? { ...style, numberFormat: '@' } : style;
    const key = JSON.stringify([looks, isDateValue(value)]);
    const known = shared.get(key);
    if (known) cell.style = known;
    else {
      writeLooks(cell, looks);
      shared.set(key, cell.style);
    }
  }
}

function writeRules(worksheet: Worksheet, rules: readonly Rule[]): void {
  // Excel's rules have one order for the sheet: ours come after the client's, as in the model.
  const first =
    1 +
    worksheet.conditionalFormattings.reduce(
      (most: number, { rules: theirs }: ConditionalFormattingOptions) => Math.max(most, ...theirs.map(({ priority }) => priority ?? 0)),
      0,
    );
  rules.forEach(({ areas, formula = '', background, bold }, index) => {
    worksheet.addConditionalFormatting({
      ref: areas.map(reference).join(' '),
      rules: [
        {
          type: 'expression',
          priority: first + index,
          formulae: [formula.replace(/^=/, '')],
          style: {
            ...(background === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(background) } } }),
            ...(bold ? { font: { bold } } : {}),
          },
        },
      ],
    });
  });
}

function reference({ row, column, rows, columns }: Area): string {
  return `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

export function writeNewSheet(workbook: Workbook, sheet: SheetModel): void {
  const worksheet = workbook.addWorksheet(
    sheet.name,
    sheet.frozenRows > 0 ? { views: [{ state: 'frozen', ySplit: sheet.frozenRows }] } : {},
  );
  worksheet.properties.defaultColWidth = USUAL_WIDTH / PIXELS;
  const columns = Math.max(1, sheet.lastColumn());
  for (let column = 1; column <= columns; column++) writeColumn(worksheet, sheet, column);
  writeHeights(worksheet, sheet);
  setPages(worksheet, sheet);
  writeRules(worksheet, sheet.rules.filter(isOwnRule));
}

function writeHeights(worksheet: Worksheet, sheet: SheetModel): void {
  for (let row = 1; row <= sheet.rows.length; row++) {
    const lines = wrappedLines(sheet, row);
    if (lines > 1) worksheet.getRow(row).height = lines * LINE_HEIGHT;
  }
}
