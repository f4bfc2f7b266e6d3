import { describe, expect, it } from 'vitest';
import { isoWall, readDates } from '../../src/base/dates.ts';
import { readNumbers } from '../../src/base/numbers.ts';
import { Book } from '../../src/local/book/book.ts';
import { readTextTable } from '../../src/local/files/csv.ts';
import { openXlsx, writeSheets } from '../../src/local/files/xlsx.ts';
import { fc, test as property } from './property.ts';

/** How people and programs of a locale write numbers: group, decimal mark, what stands around. */
const numberStyles = [
  { group: ',', mark: '.', around: (text: string) => text },
  { group: '.', mark: ',', around: (text: string) => text },
  { group: ' ', mark: ',', around: (text: string) => text },
  { group: '\u00A0', mark: ',', around: (text: string) => `${text}\u00A0₽` },
  { group: '\u202F', mark: ',', around: (text: string) => `${text} руб.` },
  { group: '', mark: '.', around: (text: string) => `$${text}` },
  { group: ',', mark: '.', around: (text: string) => `${text} USD` },
] as const;

function written(value: number, { group, mark, around }: (typeof numberStyles)[number]): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${mark}${fraction}`;
  return around(`${value < 0 ? '-' : ''}${text}`);
}

const dateStyles: readonly ((parts: { y: string; m: string; d: string; t: string }) => string)[] = [
  ({ y, m, d, t }) => `${y}-${m}-${d}T${t}:00`,
  ({ y, m, d, t }) => `${y}-${m}-${d} ${t}`,
  ({ y, m, d, t }) => `${d}.${m}.${y} ${t}`,
  ({ y, m, d, t }) => `${d}.${m}.${y}, ${t}`,
  ({ y, m, d, t }) => `${m}/${d}/${y} ${t}`,
  ({ y, m, d, t }) => `${d}/${m}/${y} ${t}`,
];

/** Made so that one date at least tells day from month: a column without such a date is undecided, and says so. */
const moments = fc
  .array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 20 })
  .map((minutes) => [Date.UTC(2024, 4, 27, 10, 30), ...minutes.map((minute) => Date.UTC(2024, 0, 1) + minute * 60_000)]);

const csvOf = (cells: readonly string[]) =>
  new TextEncoder().encode(`Дата;Число\n${cells.map((cell) => `"${cell.replace(/"/g, '""')}";1`).join('\n')}\n`);
const throughCsv = (cells: readonly string[]) =>
  readTextTable(csvOf(cells))
    .rows.slice(1)
    .map(([cell]) => cell ?? '');

describe('what is written is read back', () => {
  property([fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 1, maxLength: 20 }), fc.constantFrom(...numberStyles)])(
    'numbers of every style, through a file',
    (cents, style) => {
      const values = [1234.25, ...cents.map((amount) => amount / 100)];
      const { values: read } = readNumbers(throughCsv(values.map((value) => written(value, style))));
      expect([...read].map((value) => Math.round(value * 100))).toEqual(values.map((value) => Math.round(value * 100)));
    },
  );

  property([moments, fc.constantFrom(...dateStyles)])('dates of every style, through a file', (times, style) => {
    const cells = times.map((time) => {
      const iso = isoWall(time);
      return style({ y: iso.slice(0, 4), m: iso.slice(5, 7), d: iso.slice(8, 10), t: iso.slice(11, 16) });
    });
    const { values } = readDates(throughCsv(cells), { clock: { toWall: (instant) => instant }, now: Date.UTC(2030, 0, 1) });
    expect([...values].map(isoWall)).toEqual(times.map(isoWall));
  });
});

describe('a workbook that is written', () => {
  const cell = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'aяЁ €=+-@<&"\'\u00A0😀1,.') }),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 8),
    fc.boolean(),
    fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => ({ wall: seconds * 1000 })),
  );
  const grids = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  const opened = fc.sample(grids, { numRuns: 40, seed: 20_261_124 });

  // The library's writer is asynchronous, so that the samples are drawn first.
  it.each(opened.map((grid) => [grid]))('holds what was put into it', async (grid) => {
    const sheet = new Book().addSheet('S');
    for (const [row, line] of grid.entries()) for (const [column, value] of line.entries()) sheet.setValue(row + 1, column + 1, value);
    const { book } = await openXlsx(await writeSheets([sheet]));
    const read = grid.map((line, row) => line.map((_, column) => book.sheets[0]?.value(row + 1, column + 1)));
    expect(read).toEqual(grid);
  });
});
