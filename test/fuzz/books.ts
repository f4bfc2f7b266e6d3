/** Workbooks as clients keep them, at random: tables anywhere, odd grids, and everything of the client's own that must come back. */

import type { Book } from '../../src/local/book/book.ts';
import type { Area, Value } from '../../src/local/book/parts.ts';
import { columnLetters } from '../../src/local/book/references.ts';
import type { SheetModel } from '../../src/local/book/sheet.ts';
import { type Field, fields } from '../../src/table/fields.ts';
import { fc } from './budget.ts';
import { hostileTexts } from './cells.ts';

const day = Date.UTC(2026, 4, 1);
/** A value that a column of a kind may well hold, by number. */
const likely: Readonly<Record<Field['kind'], (number: number) => Value>> = {
  count: (number) => (number % 9 === 0 ? '1,2 тыс.' : number % 4000),
  number: (number) => (number % 100) / 4,
  money: (number) => (number % 7 === 0 ? '1 500 ₽' : (number % 90) * 1000),
  share: (number) => (number % 5 === 0 ? '45 %' : (number % 100) / 100),
  date: (number) => ({ wall: day + (number % 960) * 3_600_000 }),
  text: (number) => ['СММ', 'Лена (знакомая)', 'директор', 'Лайки', 'reels', 'a', '', 'https://example.com/1'][number % 8] ?? '',
  flag: (number) => [true, false, 'да', ''][number % 4] ?? '',
};

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 6 }), fc.constant('ы'.repeat(300)));
const odd: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.constantFrom<Value>(null, '#N/A', '#REF!', 'Итого', -1, 1e300, true, { wall: -2_209_000_000_000 }),
);

const cell = fc.record({
  number: fc.nat(100_000),
  odd: fc.option(odd, { freq: 5, nil: undefined }),
  formula: fc.option(fc.constantFrom('=SUM($A$2:B9)', '=A1', "='O''Brien'!C3*2", '=ER(B2;C2)', '="A1"&B2'), { freq: 14, nil: undefined }),
});
/** Columns that signals judge row by row, so that there is something to write. */
const telling = fields.filter(({ id }) =>
  ['revisionRounds', 'sentAt', 'approvedAt', 'leadAt', 'answeredAt', 'decider', 'goal'].includes(id),
);
const header = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...telling).map((field) => ({ field: field as Field | undefined, name: '' })) },
  { weight: 9, arbitrary: fc.constantFrom(...fields).map((field) => ({ field: field as Field | undefined, name: '' })) },
  { weight: 2, arbitrary: text.map((name) => ({ field: undefined as Field | undefined, name })) },
);
/** A place as parts of the grid, so that it fits whatever the grid. */
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const place = fc.tuple(share, share, share, share);
type Place = readonly [number, number, number, number];

const tab = fc.record({
  name: fc.constantFrom('Посты', 'Leads', '=Заявки', "O'Brien", '__proto__', '😀 план', 'A1', '<b>x</b>', 'конкурсы, май'),
  isRussian: fc.boolean(),
  headers: fc.array(header, { minLength: 1, maxLength: 9 }),
  rows: fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 14 }),
  above: fc.nat(3),
  left: fc.nat(2),
  spare: fc.tuple(fc.nat(3), fc.nat(3)),
  beside: fc.boolean(),
  rules: fc.array(fc.record({ place, formula: fc.option(fc.constantFrom('=$A2>1', '=B$3="N"'), { nil: undefined }) }), { maxLength: 3 }),
  filter: fc.option(fc.record({ isTables: fc.boolean(), place, criteria: fc.array(fc.nat(8), { maxLength: 3 }) }), { nil: undefined }),
  merges: fc.array(place, { maxLength: 2 }),
  protections: fc.array(
    fc.record({ place: fc.option(place, { nil: undefined }), isLocked: fc.constantFrom(false, false, false, false, true) }),
    { maxLength: 2 },
  ),
  styled: fc.array(place, { maxLength: 3 }),
  notes: fc.array(place, { maxLength: 2 }),
  hidden: fc.record({ rows: fc.array(fc.nat(12), { maxLength: 2 }), columns: fc.array(fc.nat(9), { maxLength: 2 }), isTab: fc.boolean() }),
  frozen: fc.tuple(fc.nat(4), fc.nat(4)),
  charts: fc.array(place, { maxLength: 1 }),
  named: fc.array(place, { maxLength: 2 }),
});
type TabPlan = typeof tab extends fc.Arbitrary<infer T> ? T : never;

export const bookPlans = fc.record({
  tabs: fc.uniqueArray(tab, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
  locale: fc.constantFrom('ru_RU', 'en_US', 'de_DE'),
  timeZone: fc.constantFrom('Europe/Moscow', 'America/New_York', 'Asia/Kolkata'),
  active: fc.nat(2),
});
export type BookPlan = typeof bookPlans extends fc.Arbitrary<infer B> ? B : never;

/** Fills a book by plan; whatever it held before is gone. */
export function build(book: Book, { tabs, locale, timeZone, active }: BookPlan): void {
  Object.assign(book, { sheets: [], activeSheet: undefined, metadata: [], namedRanges: [], locale, timeZone });
  for (const plan of tabs) buildTab(book, plan);
  book.activeSheet = book.sheets[active % book.sheets.length];
}

function buildTab(book: Book, plan: TabPlan): void {
  const { headers, rows, above, left, spare } = plan;
  const right = left + headers.length;
  const sheet = book.addSheet(plan.name, undefined, above + 1 + rows.length + spare[0], right + (plan.beside ? 2 : 0) + spare[1]);
  if (above > 0) sheet.setValue(1, left + 1, 'План на май');
  headers.forEach(({ field, name }, index) => {
    const column = left + 1 + index;
    const aliases = field?.aliases[plan.isRussian ? 'ru' : 'en'] ?? [];
    sheet.setValue(above + 1, column, (aliases[0] ?? name) || null);
    rows.forEach((cells, down) => {
      const { number, odd, formula } = cells[index] ?? { number: 0 };
      const row = above + 2 + down;
      sheet.setValue(row, column, odd === undefined ? likely[field?.kind ?? 'text'](number) || null : odd);
      if (formula !== undefined) sheet.setExtra(row, column, { formula });
    });
  });
  if (plan.beside) sheet.setValue(above + 1, right + 2, 'Сводка');
  dress(book, sheet, plan);
}

/** All that is the client's own besides the values. */
function dress(book: Book, sheet: SheetModel, plan: TabPlan): void {
  const at = (place: Place) => areaOf(sheet, place);
  const { above, left, headers, rows } = plan;
  sheet.rules = plan.rules.map(({ place, formula }) => ({
    areas: [at(place)],
    ...(formula === undefined ? { other: 'gradient' } : { formula, background: '#D9EAD3' }),
  }));
  if (plan.filter) {
    const table = { row: above + 1, column: left + 1, rows: rows.length + 1, columns: headers.length };
    const area = plan.filter.isTables ? table : at(plan.filter.place);
    const criteria = plan.filter.criteria.map(
      (offset) => [area.column + (offset % area.columns), { hiddenValues: [`v${offset}`] }] as const,
    );
    sheet.filter = { area, criteria: new Map<number, unknown>(criteria) };
  }
  sheet.merges = plan.merges.map(at);
  sheet.protections = plan.protections.map(({ place, isLocked }, index) => ({
    description: `p${index}`,
    canEdit: !isLocked,
    ...(place ? { area: at(place) } : {}),
  }));
  for (const place of plan.styled) {
    const { row, column } = at(place);
    sheet.setStyle(row, column, { background: '#FFF2CC', numberFormat: '0', bold: true });
    sheet.setExtra(row, column, { validation: { from: column } });
  }
  for (const place of plan.notes) sheet.setExtra(at(place).row, at(place).column, { note: '=1+1' });
  for (const row of plan.hidden.rows) Object.assign(sheet.rows[row] ?? {}, { isHidden: true, height: 30 });
  for (const column of plan.hidden.columns) sheet.setColumn((column % sheet.maxColumns) + 1, { isHidden: true, width: 50 + column });
  sheet.isHidden = plan.hidden.isTab && book.sheets.length > 1;
  sheet.frozenRows = Math.min(plan.frozen[0], sheet.maxRows - 1);
  sheet.frozenColumns = Math.min(plan.frozen[1], sheet.maxColumns - 1);
  sheet.charts = plan.charts.map((place) => ({
    row: at(place).row,
    column: at(place).column,
    description: { type: 'LINE', area: at(place), options: {} },
  }));
  sheet.activeArea = { row: 1, column: sheet.maxColumns, rows: 1, columns: 1 };
  book.namedRanges = [
    ...book.namedRanges,
    ...plan.named.map((place, index) => ({
      name: `${columnLetters(index + 1)}_${book.sheets.length}`,
      sheet: sheet.name,
      area: at(place),
    })),
  ];
}

function areaOf({ maxRows, maxColumns }: SheetModel, [down, across, high, wide]: Place): Area {
  const [row, column] = [Math.floor(down * maxRows) + 1, Math.floor(across * maxColumns) + 1];
  return { row, column, rows: Math.floor(high * (maxRows - row + 1)) + 1, columns: Math.floor(wide * (maxColumns - column + 1)) + 1 };
}
