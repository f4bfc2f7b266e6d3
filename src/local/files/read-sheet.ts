import type { Cell, ConditionalFormattingOptions, Worksheet } from '@cj-tech-master/excelts';
import type { Book } from '../book/book.ts';
import type { Area, Rule, Value } from '../book/parts.ts';
import { columnNumber } from '../book/references.ts';
import type { SheetModel } from '../book/sheet.ts';
import { readLooks, shareNoStyle } from './looks.ts';
import { isOwnRule } from './own-traces.ts';

/** A column's width counts characters, about this many pixels each. */
export const PIXELS = 7;

/** Puts a sheet of the file into the model; how it looks only where somebody is going to see it. */
export function readSheet(book: Book, worksheet: Worksheet, withLooks: boolean): void {
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
      shareNoStyle(cell);
      if (cell.isMerged && cell.master !== cell) return;
      const { value, formula, isSpilled } = readCell(cell);
      if (value !== null) sheet.setValue(rowNumber, column, value);
      if (formula !== undefined) sheet.setExtra(rowNumber, column, { formula });
      else if (isSpilled) sheet.setExtra(rowNumber, column, { isSpilled });
    });
  });
  sheet.rules = worksheet.conditionalFormattings.map(readRule);
  sheet.filter = readFilter(worksheet);
  if (withLooks) readLooks(worksheet, sheet);
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
export const SPILLED = '="COMPUTED_VALUE"';

export function readCell(cell: Cell): Content {
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
