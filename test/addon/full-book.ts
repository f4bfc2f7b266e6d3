import type { Book } from '../../src/local/book/book.ts';
import type { Value } from '../../src/local/book/parts.ts';
import type { SheetModel } from '../../src/local/book/sheet.ts';
import { at, fill, postsBook } from './open-book.ts';

export const people = ['Марина Крылова', 'Глеб Осокин'];
export const phones = ['+7 900 123-45-67', '8 (900) 765-43-21'];

/** The posts tab of a book, as the tests know it. */
export function tab(book: Book, name = 'Посты'): SheetModel {
  const sheet = book.sheet(name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
}

/**
 * A client's book with everything a removal must give back: own colours, notes, validations, a filter with criteria, rules, formulas that
 * point across our columns, merges, charts, named ranges, hidden and frozen parts, protections, another tab, and a dashboard to the right.
 */
export function fullBook(): Book {
  const book = postsBook(40);
  const sheet = tab(book);
  fill(sheet, [
    [],
    [],
    ['', '', '', '', '', '', '', 'Сводка'],
    ['', '', '', '', '', '', '', 'Всего лайков', null],
    ['', '', '', '', '', '', '', 'Плановый бюджет', 60_000],
  ]);
  sheet.setExtra(4, 9, { formula: '=SUM(F4:F43)' });
  sheet.setExtra(6, 9, { formula: "=COUNTA('Посты'!$A$4:$F$43)+I5" });
  for (let row = 4; row <= 43; row++) {
    sheet.setStyle(row, 6, { background: '#FFF2CC', numberFormat: '0', bold: true });
    sheet.setExtra(row, 6, { validation: { kind: 'number', from: 0 } });
  }
  sheet.setExtra(5, 1, { note: 'Клиент просил переделать' });
  sheet.setExtra(8, 9, { note: 'Из договора' });
  sheet.setColumn(1, { width: 240 });
  sheet.setColumn(6, { width: 61, isHidden: true });
  sheet.setColumn(9, { width: 130 });
  const hidden = sheet.rows[11];
  if (hidden) Object.assign(hidden, { isHidden: true, height: 40 });
  sheet.frozenRows = 3;
  sheet.frozenColumns = 1;
  sheet.merges = [
    { row: 1, column: 1, rows: 1, columns: 4 },
    { row: 1, column: 6, rows: 1, columns: 3 },
  ];
  sheet.charts = [
    { row: 8, column: 8, description: { type: 'LINE', area: { row: 3, column: 1, rows: 41, columns: 6 }, options: { title: 'Лайки' } } },
  ];
  sheet.rules = [
    { areas: [{ row: 4, column: 6, rows: 40, columns: 1 }], formula: '=$F4>140', background: '#D9EAD3' },
    { areas: [{ row: 1, column: 1, rows: 90, columns: 12 }], other: { kind: 'gradient' } },
  ];
  sheet.filter = {
    area: { row: 3, column: 1, rows: 41, columns: 6 },
    criteria: new Map<number, unknown>([
      [2, { type: 'DATE_AFTER', values: [new Date(Date.UTC(2026, 2, 1))] }],
      [5, { hiddenValues: ['Лена'] }],
    ]),
  };
  sheet.protections = [{ area: { row: 3, column: 1, rows: 1, columns: 6 }, description: 'Заголовки', canEdit: true }];
  book.namedRanges = [
    { name: 'лайки', sheet: 'Посты', area: { row: 4, column: 6, rows: 40, columns: 1 } },
    { name: 'бюджет', sheet: 'Посты', area: { row: 5, column: 9, rows: 1, columns: 1 } },
  ];
  const other = book.addSheet('Заявки', 1, 30, 8);
  fill(other, leads());
  other.setExtra(6, 1, { formula: '=Посты!I5*2' });
  book.addSheet('Архив', 2, 10, 5).isHidden = true;
  book.activeSheet = sheet;
  sheet.activeArea = { row: 7, column: 3, rows: 1, columns: 1 };
  return book;
}

/** Leads with names and phone numbers, which must never leave the sheet nor be written again. */
export function leads(): Value[][] {
  return [
    ['Дата заявки', 'Имя', 'Телефон', 'Дата ответа', 'Ответственный', 'Что сказать'],
    [at('2026-06-01 10:00'), people[0] ?? '', phones[0] ?? '', at('2026-06-05 12:00'), '', `перезвонить ${phones[0]}`],
    [at('2026-06-02 11:00'), people[1] ?? '', phones[1] ?? '', '', people[1] ?? '', ''],
    [at('2026-06-03 12:00'), 'Инна', '', at('2026-06-03 12:20'), 'СММ', ''],
  ];
}

/** Every cell of a column, from the first row on. */
export const columnOf = (sheet: SheetModel, column: number): readonly Value[] =>
  Array.from({ length: sheet.lastRow() }, (_, row) => sheet.value(row + 1, column));

/** Rows of the filter's range below its header in another order, as sorting through the filter does: the range's columns move, no others. */
export function sortThroughFilter(sheet: SheetModel, compare: (one: readonly Value[], other: readonly Value[]) => number): void {
  if (!sheet.filter) throw new Error('no filter');
  const { row, column, rows, columns } = sheet.filter.area;
  const lines = Array.from({ length: rows - 1 }, (_, down) =>
    Array.from({ length: columns }, (_, across) => sheet.value(row + 1 + down, column + across)),
  );
  lines.sort(compare).forEach((line, down) => {
    line.forEach((value, across) => {
      sheet.setValue(row + 1 + down, column + across, value);
    });
  });
}
