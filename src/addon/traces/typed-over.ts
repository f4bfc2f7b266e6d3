import type { TypedOver } from '../../api/messages.ts';
import { columnLetters, isDate, isEmpty, quoteCell } from '../../base/cells.ts';
import { lazily } from '../../base/lazily.ts';
import { createZone, type Zone } from '../../base/zone.ts';
import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { isPatternsCell } from '../../wording/patterns-cell.ts';
import { jsonCell } from '../reading/cells.ts';
import type { Range, Sheet } from '../services/google.ts';
import type { ColumnRole, OwnColumn, TabRecord } from './ownership.ts';
import { isRemembered } from './remembered-texts.ts';

/** Where the numbers that charts draw from began on a tab of an earlier version. */
const OLD_CHART_COLUMN = 14;

/** How many of the user's cells are shown; when there are more, these are enough to ask about. */
const MOST_SHOWN = 50;

/** What somebody else typed into our two columns, notes included. */
export function typedIntoColumns(sheet: Sheet, own: readonly OwnColumn[], record: TabRecord): TypedOver['cells'] {
  const first = own[0]?.column;
  // What a run that was cut off left behind is ours, whatever it remembers.
  if (first === undefined || record.underWay) return [];
  const last = own[own.length - 1]?.column ?? first;
  const whole = sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`);
  return typedInto(sheet, whole, (text, offset) => {
    const role = own.find(({ column }) => column === first + offset)?.role;
    return role === undefined || isOurs(text, role, record);
  });
}

function isOurs(text: string, role: ColumnRole, { texts }: TabRecord): boolean {
  const heading = role === 'patterns' ? shared.patternsHeading : shared.reasonsHeading;
  if (languages.some((language) => text === heading[language])) return true;
  return role === 'patterns' ? isPatternsCell(text) : isRemembered(texts, text);
}

/** What somebody else typed into a tab that we made. */
export function typedIntoOurTab(sheet: Sheet, { texts, underWay }: TabRecord): TypedOver['cells'] {
  if (underWay) return [];
  return typedInto(sheet, sheet.getDataRange(), (text, column, isDateCell) => {
    // Earlier versions let Sheets make dates of the labels that charts draw from.
    const isOldLabel = isDateCell && column + 1 >= OLD_CHART_COLUMN;
    return isOldLabel || isRemembered(texts, text);
  });
}

/** A cell as our tabs remember it: a date as the spreadsheet's clock shows it, whatever zone the script runs in. */
export const rememberedForm = (cell: unknown, zone: () => Zone): string => String(isDate(cell) ? jsonCell(cell, zone()) : cell);

/** The spreadsheet's zone, asked for once and only where there is a date. */
export const lazyZone = () => lazily(() => createZone(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()));

type IsKnown = (text: string, column: number, isDateCell: boolean) => boolean;

function typedInto(sheet: Sheet, range: Range, isKnown: IsKnown): TypedOver['cells'] {
  const zone = lazyZone();
  const notes = range.getNotes();
  const first = range.getRow();
  const typed: { row: number; text: string }[] = [];
  range.getValues().forEach((cells, index) => {
    cells.forEach((cell, column) => {
      const row = first + index;
      const note = notes[index]?.[column] ?? '';
      if (!isEmpty(cell) && !isKnown(rememberedForm(cell, zone), column, isDate(cell))) typed.push({ row, text: quoteCell(cell) });
      if (note !== '') typed.push({ row, text: quoteCell(note) });
    });
  });
  if (typed.length === 0) return [];
  const name = sheet.getName();
  return typed.slice(0, MOST_SHOWN).map(({ row, text }) => ({ sheet: name, row, text }));
}
