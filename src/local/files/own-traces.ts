import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import type { Rule } from '../book/parts.ts';
import type { ColumnShift } from '../book/references.ts';

export const isOwnRule = ({ formula }: Rule) => formula?.includes('N("smm-audit")') ?? false;

/** A file that was annotated before: our columns are known by both headings side by side, our tab by its name, our rules by the marker. @returns where columns went */
export function dropOwnTraces(workbook: Workbook): readonly ColumnShift[] {
  const shifts: ColumnShift[] = [];
  const summaryNames = new Set<string>(languages.map((language) => shared.summaryTab[language]));
  for (const worksheet of [...workbook.worksheets]) {
    if (summaryNames.has(worksheet.name) && workbook.worksheets.length > 1) {
      workbook.removeWorksheet(worksheet.id);
      continue;
    }
    removeOwnRules(worksheet);
    const column = ownColumn(worksheet);
    if (column === undefined) continue;
    worksheet.spliceColumns(column, 2);
    shifts.push({ sheet: worksheet.name, at: column, count: -2 });
  }
  return shifts;
}

export function removeOwnRules(worksheet: Worksheet): void {
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
