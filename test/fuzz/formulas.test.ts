import { describe, expect } from 'vitest';
import { formulas } from '../../src/addon/entry/formulas.ts';
import { fields } from '../../src/table/fields.ts';
import { callIn } from '../formulas/call.ts';
import { fc, fuzz } from './budget.ts';
import { anyCell } from './cells.ts';

/** Ranges of any shape, ragged and empty ones too, and single cells. */
const anyArgument = fc.oneof(
  { weight: 2, arbitrary: anyCell },
  { weight: 4, arbitrary: fc.array(fc.array(anyCell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }) },
  { weight: 3, arbitrary: fc.array(anyCell, { minLength: 1, maxLength: 14 }).map((cells) => cells.map((cell) => [cell])) },
  { weight: 1, arbitrary: fc.array(anyCell, { maxLength: 5 }).map((cells) => [cells]) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>([], [[]], [[], [1]]) },
);
const locale = fc.constantFrom('ru_RU', 'en_US', 'en_GB', 'de_DE', '', 'xx', 'zz_ZZ_ZZ_ZZZZZZZZZZ', 'ar_EG', '__proto__');
const calls = fc.record({ args: fc.array(anyArgument, { maxLength: 7 }), locale });

/** A table with headers that are known, and any cells below. */
const tables = fc
  .array(
    fc.tuple(
      fc.constantFrom(...fields.flatMap(({ aliases }) => [aliases.en[0] ?? '', aliases.ru[0] ?? ''])),
      fc.array(anyCell, { minLength: 8, maxLength: 8 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((columns) => Array.from({ length: 9 }, (_, row) => columns.map(([header, cells]) => (row === 0 ? header : cells[row - 1]))));

const foreign = /NaN|undefined|Infinity|\[object|null|is not a function|Cannot read|Invalid (time|date)|Maximum call|Unexpected/;

/** A number, a date, a blank, a yes/no or a text; what a text quotes of the cells is the user's own. */
function expectCell(value: unknown, args: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (Object.prototype.toString.call(value) === '[object Date]') expect(Number.isFinite((value as Date).getTime())).toBe(true);
  else expectSentence(value, args);
}

function expectSentence(value: unknown, args: unknown): void {
  expect(['string', 'boolean']).toContain(typeof value);
  const found = foreign.exec(String(value))?.[0];
  if (found !== undefined) expect(JSON.stringify(args), `an own word in ${String(value)}`).toContain(found);
}

function check(formula: (typeof formulas)[number], args: readonly unknown[], inLocale: string): void {
  let result: unknown;
  try {
    result = callIn(inLocale, formula, ...args);
  } catch (problem) {
    // A sentence of ours is a plain Error; a TypeError or RangeError is somebody else's.
    expect(Object.prototype.toString.call(problem)).toBe('[object Error]');
    expect((problem as Error).constructor.name, `${formula.name}: ${(problem as Error).stack}`).toBe('Error');
    expect((problem as Error).message.startsWith(formula.name), (problem as Error).message).toBe(true);
    expectSentence((problem as Error).message, args);
    return;
  }
  if (!Array.isArray(result)) {
    expectCell(result, args);
    return;
  }
  const widths = new Set(result.map((row: unknown) => (Array.isArray(row) ? row.length : -1)));
  expect(widths.size, 'a ragged result').toBe(1);
  expect(widths.has(-1)).toBe(false);
  for (const row of result as unknown[][]) for (const cell of row) expectCell(cell, args);
}

describe('a custom function over whatever cells', () => {
  for (const formula of formulas)
    fuzz(`${formula.name} gives a number, a date, a blank or a sentence`, calls, 400, ({ args, locale }) => check(formula, args, locale));

  const audit = formulas.find(({ name }) => name === 'SMMAUDIT');
  if (!audit) throw new Error('SMMAUDIT is gone');
  fuzz(
    'SMMAUDIT over known headers stays beside its rows',
    fc.record({
      table: tables,
      pattern: fc.constantFrom(undefined, '', 1, 3, 5),
      asOf: fc.constantFrom(undefined, new Date('2026-06-01')),
      locale,
    }),
    300,
    ({ table, pattern, asOf, locale }) => {
      check(audit, [table, pattern, asOf], locale);
    },
  );
});
