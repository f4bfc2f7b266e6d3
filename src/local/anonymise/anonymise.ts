/** A file that may be shown to strangers: headers, shapes, numbers and dates as they were, and nobody in it. */
import { cleanText } from '../../base/cells.ts';
import { hasContact } from '../../base/contacts.ts';
import { readDates } from '../../base/dates.ts';
import { monthOf } from '../../base/month-names.ts';
import { CellState, readNumbers } from '../../base/numbers.ts';
import { explanationIn } from '../../patterns/shared/explanations.ts';
import { roleByWords } from '../../patterns/shared/people.ts';
import { fields } from '../../table/fields.ts';
import { readDuration } from '../../table/reading/durations.ts';
import { RowKind, rowKind } from '../../table/reading/row-kinds.ts';
import { isKnownHeader } from '../../table/recognition/headers.ts';
import { describeSheet, type SheetLayout, TOP_ROWS } from '../../table/recognition/layout.ts';
import { networkNamed } from '../../table/recognition/networks.ts';
import { isNobody } from '../../table/vocabulary/nobody.ts';
import { Book } from '../book/book.ts';
import { isDateValue, type Value } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';
import { Disguise, type Draw } from './disguise.ts';

/** Columns whose words come from a short list and say nothing of anybody. */
const kept: ReadonlySet<string> = new Set([
  ...['platform', 'format', 'urgency', 'paid', 'leadAnswered', 'currency', 'placementKind', 'timeOfDay', 'day', 'publishedAt', 'sentAt'],
  ...['approvedAt', 'approvalHistory', 'answeredAt', 'answeredAfter', 'leadAt', 'placedAt', 'eventAt', 'audienceAge', 'audiencePlace'],
  ...['parameter', 'goal', 'scope'],
]);
/** Columns of which every letter and digit is somebody's. */
const whole: ReadonlySet<string> = new Set(['link', 'postId']);
/** Columns of figures: as large as they may be, they name nobody. */
const figures: ReadonlySet<string> = new Set(fields.filter(({ kind }) => kind !== 'text' && kind !== 'flag').map(({ id }) => id));

/** A whole number of so many digits in a column of no figures is a phone or an id. */
const LARGE = 1_000_000_000;

const isTelling = (word: string): boolean =>
  roleByWords(word) !== 'unknown' ||
  monthOf(word.toLowerCase()) !== undefined ||
  isNobody(word) ||
  explanationIn(word) !== '' ||
  networkNamed(word) !== undefined ||
  isKnownHeader(word);

/**
 * The book with names, texts, links, ids, phones and e-mails replaced, each alike wherever it is the same. Formulas become their values;
 * notes, pictures and formats are left out.
 * @param draw chance, unless a test wants it told
 */
export function anonymised(book: Book, draw?: Draw): Book {
  const disguise = new Disguise(isTelling, draw);
  const copy = new Book();
  copy.locale = book.locale;
  copy.timeZone = book.timeZone;
  for (const sheet of book.sheets) {
    const made = copy.addSheet(disguise.text(sheet.name), copy.sheets.length, sheet.maxRows, sheet.maxColumns);
    copyCells(sheet, made, disguise);
  }
  return copy;
}

function copyCells(sheet: SheetModel, made: SheetModel, disguise: Disguise): void {
  const rows = sheet.rows.map(({ values }) => values.map((value) => (isDateValue(value) ? new Date(value.wall) : (value ?? ''))));
  const layout = describeSheet(sheet.name, rows.slice(0, TOP_ROWS));
  const headers = layout.columns.map(({ header }) => header);
  sheet.rows.forEach(({ values }, row) => {
    const cells = layout.columns.map(({ index }) => rows[row]?.[index] ?? '');
    // A header may have a row of groups above it; one cell alone is a title. A total says so in words of its own.
    const isGroups = row === layout.headerRow - 1 && values.filter((value) => value !== null && value !== '').length > 1;
    const isHeader = !layout.problem && (row === layout.headerRow || isGroups);
    const isTotal = rowKind(cells, headers) === RowKind.total;
    values.forEach((value, column) => {
      const isOwn = (isHeader || isTotal) && !hasContact(cleanText(value));
      if (value !== null)
        made.setValue(row + 1, column + 1, isOwn ? value : cellOf(value, row > layout.headerRow ? fieldOf(layout, column) : '', disguise));
      const numberFormat = sheet.extra(row + 1, column + 1)?.style?.numberFormat;
      if (isDateValue(value)) made.setStyle(row + 1, column + 1, { numberFormat: numberFormat ?? 'yyyy-mm-dd hh:mm' });
    });
  });
}

const fieldOf = ({ columns }: SheetLayout, column: number): string => columns.find(({ index }) => index === column)?.field ?? '';

function cellOf(value: Value, field: string, disguise: Disguise): Value {
  if (typeof value === 'number') return !figures.has(field) && Number.isInteger(value) && value >= LARGE ? disguise.number(value) : value;
  if (typeof value !== 'string') return value;
  if (whole.has(field)) return disguise.whole(value);
  if (!hasContact(value) && (kept.has(field) || saysNumberOrDate(value))) return value;
  return disguise.text(value);
}

/** `1,2 тыс.`, `12.03.2026 10:00`, `45 %`, `1 h 20`: nobody is in it. */
function saysNumberOrDate(text: string): boolean {
  if (!/\d/.test(text) || text.replace(/\D/g, '').length > 14) return false;
  const [number] = readNumbers([text]).states;
  const [date] = readDates([text], { clock: { toWall: (instant) => instant }, fallbackOrder: 'day-first' }).states;
  return number === CellState.read || date === CellState.read || readDuration(text, '') !== undefined;
}
