import { type Cell, cleanText, isDate, isEmpty } from '../../base/cells.ts';
import type { Text } from '../../i18n/language.ts';
import { exportLanguages } from '../languages/index.ts';
import { isKnownHeader } from '../recognition/headers.ts';

/** What a row of the table's area is. */
export const RowKind = { data: 0, blank: 1, total: 2, header: 3, otherHeader: 4, example: 5 } as const;

/** Stands in a cell of the example row that our templates bring: a row that says so of itself is not audited. */
export const exampleMark: Text = { en: 'Example, not counted: overwrite or delete', ru: 'Пример, не считается: перепишите или удалите' };
const exampleMarks: readonly string[] = [exampleMark.en, exampleMark.ru];
export type RowKindCode = (typeof RowKind)[keyof typeof RowKind];

/** `Итого`, `Всего за май`, `Total:`; not `Total look` or `Итоги конкурса`. */
const totalWords = [
  ...[
    'итоговое значение',
    'общий итог',
    'общая сумма',
    'общее',
    'итого по всем',
    'overall',
    'overall total',
    'итого',
    'итог',
    'всего',
    'сумма',
    'среднее',
    'в среднем',
    'grand total',
    'totals?',
    'subtotal',
    'sum',
    'average',
    'avg',
  ],
  ...exportLanguages.flatMap(({ totals }) => totals),
];
const totalLabel = new RegExp(`^(?:${totalWords.join('|')})(?:\\s+(?:за|по|for|of)\\s.*)?[\\s:.]*$`, 'i');
/** `Total: Account`, `Итого (5 размещений)`: a title may begin so too, so that the row must name no day. */
const totalBeginning = new RegExp(`^(?:${totalWords.join('|')})\\s*(?:[:(–—-]|\\s\\d)`, 'i');

/**
 * Tells data rows from blank ones, totals (`Итого`, `Total`, `Итоговое значение`), repeated headers, and what reads like the header of
 * another table: words alone, most of them known headers.
 * @param cells one row of the table's area
 * @param headers the header texts of the same columns
 */
export function rowKind(cells: readonly Cell[], headers: readonly string[]): RowKindCode {
  let filled = 0;
  let likeHeader = 0;
  let firstText: string | undefined;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (isEmpty(cell)) continue;
    filled++;
    if (typeof cell !== 'string') continue;
    const text = cleanText(cell);
    if (exampleMarks.indexOf(text) >= 0) return RowKind.example;
    firstText ??= filled <= 2 ? text : undefined;
    if (text !== '' && text === headers[column]) likeHeader++;
  }
  if (filled === 0) return RowKind.blank;
  if (firstText !== undefined && firstText.length <= 60) {
    if (totalLabel.test(firstText)) return RowKind.total;
    if (totalBeginning.test(firstText) && !cells.some(namesDay)) return RowKind.total;
  }
  if ((likeHeader >= 2 && likeHeader === filled) || isDescription(cells, filled)) return RowKind.header;
  return isOtherHeader(cells, filled) ? RowKind.otherHeader : RowKind.data;
}

/** A date, or text that begins like one. */
const namesDay = (cell: Cell): boolean => isDate(cell) || (typeof cell === 'string' && /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell));

/** Below its headers Facebook says at length what each means: `Daily: The number of …`. */
const description = /^(daily|weekly|28 days|lifetime|total)\s*: ./i;
const isDescription = (cells: readonly Cell[], filled: number): boolean =>
  filled >= 1 && cells.every((cell) => isEmpty(cell) || (typeof cell === 'string' && cell.length > 20 && description.test(cell)));

function isOtherHeader(cells: readonly Cell[], filled: number): boolean {
  if (filled < 2) return false;
  let known = 0;
  for (const cell of cells) {
    if (isEmpty(cell)) continue;
    // Most rows end here, at their first number or date.
    if (typeof cell !== 'string' || /\d/.test(cell) || cell.length > 60) return false;
    if (isKnownHeader(cell)) known++;
  }
  return known >= 2 && known * 2 >= filled;
}
