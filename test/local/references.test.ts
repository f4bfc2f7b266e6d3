import { describe, expect, it } from 'vitest';
import { columnLetters, columnNumber, movedFormula, shiftedSpan, shiftFormula } from '../../src/local/book/references.ts';
import { fc, test as property } from '../base/property.ts';

const insert = { sheet: 'Sheet', at: 4, count: 2 };
const remove = { sheet: 'Sheet', at: 4, count: -2 };

describe('shiftFormula', () => {
  it.each([
    ['=SUM(A1:C3)', '=SUM(A1:C3)'],
    ['=SUM(D1:E3)', '=SUM(F1:G3)'],
    ['=SUM(A1:E3)', '=SUM(A1:G3)'],
    ['=$D$1+d2', '=$F$1+F2'],
    ['=D:D', '=F:F'],
    ['="D1"&D1', '="D1"&F1'],
    ['=Other!D1+Sheet!D1', '=Other!D1+Sheet!F1'],
    ["='Sheet'!D1", "='Sheet'!F1"],
    ['=LOG10(D1)', '=LOG10(F1)'],
    ['=D1_total', '=D1_total'],
  ])('%s becomes %s when two columns come before D', (before, after) => {
    expect(shiftFormula(before, 'Sheet', insert)).toBe(after);
  });
  it.each([
    ['=D1', '=#REF!'],
    ['=F1', '=D1'],
    ['=SUM(C1:F1)', '=SUM(C1:D1)'],
    ['=SUM(D1:E1)', '=SUM(#REF!)'],
  ])('%s becomes %s when D and E go', (before, after) => {
    expect(shiftFormula(before, 'Sheet', remove)).toBe(after);
  });
  it('leaves formulas of other sheets alone', () => {
    expect(shiftFormula('=D1', 'Other', insert)).toBe('=D1');
  });
});

describe('movedFormula', () => {
  it.each([
    ['=SUM(A1:C3)+$D$4', '=SUM(A3:C5)+$D$4'],
    ["='It''s'!B$1&\"A1\"", "='It''s'!B$1&\"A1\""],
    ['=D:D+LOG10(B2)', '=D:D+LOG10(B4)'],
  ])('%s becomes %s two rows lower', (before, after) => {
    expect(movedFormula(before, 2)).toBe(after);
  });
});

property([fc.integer({ min: 1, max: 18_278 })])('columns have names and back', (column) => {
  expect(columnNumber(columnLetters(column))).toBe(column);
});

property([
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 0, max: 10 }),
  fc.integer({ min: 1, max: 25 }),
  fc.integer({ min: 1, max: 4 }),
])('coming and going gives every span back', (first, length, at, count) => {
  const there = shiftedSpan(first, first + length, { at, count });
  expect(there && shiftedSpan(there[0], there[1], { at, count: -count })).toEqual([first, first + length]);
});
