import type { Worksheet } from '@cj-tech-master/excelts';
import { type ColumnShift, columnNumber, shiftFormula } from '../../book/references.ts';
import type { EditablePackage, Parts } from './package.ts';

/** A workbook's tables ("format as table") as their parts were, by name. */
export type Tables = ReadonlyMap<string, string>;

export const tablesOf = (parts: Parts): Tables =>
  new Map(
    Object.entries(parts)
      .filter(([name]) => TABLE.test(name))
      .map(([, content]) => [nameOf(content.toString()), content.toString()]),
  );

/**
 * The library neither moves tables along with their columns nor keeps their filter buttons, so that they are written as they were, where
 * they stand now. One that columns came into is left as the library has it.
 *
 * @param moved the column shifts of each sheet
 */
export function restoreTables(
  file: EditablePackage,
  tables: Tables,
  moved: readonly (readonly [Worksheet, readonly ColumnShift[]])[],
): void {
  const shiftsOf = new Map(moved.flatMap(([worksheet, shifts]) => worksheet.getTables().map(({ name }) => [name, shifts] as const)));
  for (const part of file.names().filter((name) => TABLE.test(name))) {
    const written = file.text(part);
    const original = tables.get(nameOf(written));
    const shifts = shiftsOf.get(nameOf(written)) ?? [];
    if (original === undefined) continue;
    const before = /\sref="([^"]*)"/.exec(original)?.[1] ?? '';
    if (widthOf(before) !== widthOf(shiftsOver(before, shifts))) continue;
    const xml = original
      .replace(/(\sref=")([^"]*)"/g, (_, start: string, area: string) => `${start}${shiftsOver(area, shifts)}"`)
      // These number styles, which the library numbers anew.
      .replace(/\s\w*[dD]xfId="\d+"/g, '');
    file.put(part, xml);
  }
}

const TABLE = /^xl\/tables\/[^/]+\.xml$/;
const nameOf = (xml: string) => /<table\s[^>]*?\sname="([^"]*)"/.exec(xml)?.[1] ?? '';
const shiftsOver = (area: string, shifts: readonly ColumnShift[]) =>
  shifts.reduce((text, shift) => shiftFormula(text, shift.sheet, shift), area);

/** How many columns `A1:C9` has. */
function widthOf(area: string): number {
  const [, first = '', last = first] = /^([A-Z]+)\d+(?::([A-Z]+)\d+)?$/.exec(area) ?? [];
  return columnNumber(last) - columnNumber(first);
}
