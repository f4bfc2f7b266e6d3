import type { ConditionalFormattingOptions, Worksheet } from '@cj-tech-master/excelts';
import { type ColumnShift, shiftFormula } from '../../book/references.ts';
import type { SheetModel } from '../../book/sheet.ts';
import type { EditablePackage } from './package.ts';

/**
 * Makes room in the file where the model made room. The library moves cells, widths, merges and names; what else points at columns is
 * moved here, formulas as the model has them. Columns that come after everything need no room.
 * @returns the shifts that moved something
 */
export function shiftColumns(worksheet: Worksheet, sheet: SheetModel): readonly ColumnShift[] {
  const moving = sheet.shifts.filter(({ at }) => at <= worksheet.columnCount);
  for (const shift of moving) {
    const { at, count } = shift;
    if (count > 0) worksheet.spliceColumns(at, 0, ...Array.from({ length: count }, () => []));
    else worksheet.spliceColumns(at, -count);
    const moved = (references: string) => shiftFormula(references, sheet.name, shift);
    worksheet.conditionalFormattings = worksheet.conditionalFormattings.map(({ ref, rules }: ConditionalFormattingOptions) => ({
      ref: moved(ref),
      rules: rules.map((rule) =>
        'formulae' in rule && rule.formulae ? { ...rule, formulae: rule.formulae.map((formula: unknown) => moved(String(formula))) } : rule,
      ),
    }));
    const { model } = worksheet.dataValidations;
    worksheet.dataValidations.model = Object.fromEntries(Object.entries(model).map(([cells, validation]) => [moved(cells), validation]));
    if (typeof worksheet.autoFilter === 'string') worksheet.autoFilter = moved(worksheet.autoFilter);
  }
  return moving;
}

/** Writes the model's formulas, whose references followed the columns, into the file. */
export function writeFormulas(worksheet: Worksheet, sheet: SheetModel): void {
  sheet.rows.forEach(({ extras }, row) => {
    extras.forEach((extra, column) => {
      if (extra?.formula === undefined) return;
      const cell = worksheet.getCell(row + 1, column + 1);
      const formula = extra.formula.slice(1);
      // What Google wrapped on export stays wrapped; only a formula whose references moved is written anew.
      if (cell.formula !== undefined && cell.formula !== formula && !cell.formula.includes('__xludf.')) {
        cell.value = { formula, ...(cell.result === undefined ? {} : { result: cell.result }) };
      }
    });
  });
}

/** Moves the anchors of a sheet's charts and pictures; the library carries drawings over without looking inside. */
export function shiftDrawings(file: EditablePackage, shifts: ReadonlyMap<number, readonly ColumnShift[]>): void {
  for (const [number, list] of shifts) {
    if (list.length === 0) continue;
    const relations = file.text(`xl/worksheets/_rels/sheet${number}.xml.rels`);
    const drawing = /Target="\.\.\/drawings\/(drawing\d+\.xml)"/.exec(relations)?.[1];
    if (drawing === undefined || !file.has(`xl/drawings/${drawing}`)) continue;
    const moved = list.reduce(
      (xml, { at, count }) =>
        xml.replace(/<xdr:col>(\d+)<\/xdr:col>/g, (whole, column) =>
          Number(column) + 1 >= at ? `<xdr:col>${Number(column) + count}</xdr:col>` : whole,
        ),
      file.text(`xl/drawings/${drawing}`),
    );
    file.put(`xl/drawings/${drawing}`, moved);
  }
}
