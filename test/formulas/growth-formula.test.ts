import { describe, expect, it } from 'vitest';
import { BOTRISK } from '../../src/formulas/BOTRISK.ts';
import { BOTROWS } from '../../src/formulas/BOTROWS.ts';
import { BOTSHARE } from '../../src/formulas/BOTSHARE.ts';
import { boughtExample } from '../../src/formulas/growth-formula.ts';
import { call, callIn, column } from './call.ts';

const [followers, engagements] = boughtExample as readonly [unknown[][], unknown[][]];
const dates = column(...Array.from({ length: 12 }, (_, day) => `2026-06-${`0${day + 1}`.slice(-2)}`));

describe('BOTRISK and its siblings', () => {
  it('give the same newest first as oldest first, with dates', () => {
    const reversed = (range: unknown[][]) => [...range].reverse();
    expect(call(BOTRISK, reversed(followers), reversed(engagements), reversed(dates))).toBe(call(BOTRISK, followers, engagements, dates));
    expect(call(BOTROWS, reversed(followers), reversed(engagements), reversed(dates))).toEqual(
      [...(call(BOTROWS, followers, engagements, dates) as unknown[][])].reverse(),
    );
  });
  it('give a share that is smaller than the whole gain in question, and none where nothing is', () => {
    // 334 of 1,347 followers came in the row in question; a part of them would have come anyway.
    expect(call(BOTSHARE, followers, engagements)).toBeGreaterThan(0.1);
    expect(call(BOTSHARE, followers, engagements)).toBeLessThan(334 / 1347);
    const steady = column(...Array.from({ length: 12 }, (_, row) => 1000 + 2 * row));
    expect(call(BOTSHARE, steady, engagements)).toBe(0);
  });
  it('believe what is marked as explained', () => {
    const marks = column('', '', '', '', '', '', 'розыгрыш', '', '', '', '', '');
    expect(call(BOTRISK, followers, engagements, dates, '', marks)).toBeLessThan(0.3);
  });
  it('end with the followers in open ranges', () => {
    const open = (range: unknown[][]) => [...range, ...Array.from({ length: 500 }, () => range[0]?.map(() => ''))];
    expect((call(BOTROWS, open(followers), open(engagements)) as unknown[]).length).toBe(12);
  });
  it('say too few rows, and several accounts, in words', () => {
    expect(callIn('ru_RU', BOTRISK, column(100, 101, 102), column(1, 2, 3))).toBe('мало строк');
    expect(
      call(
        BOTRISK,
        column(...Array.from({ length: 12 }, (_, row) => (row % 2 === 0 ? 1000 : 9000))),
        column(...Array.from({ length: 12 }, () => 5)),
      ),
    ).toBe('looks like several accounts');
  });
  it('name ranges that do not fit', () => {
    expect(() => call(BOTRISK, followers, column(1, 2))).toThrow('BOTRISK requires engagements as high as followers, not 2 and 12 rows');
    expect(() => call(BOTRISK, engagements, engagements)).toThrow('BOTRISK requires followers in one column, not 2');
    expect(() => call(BOTRISK)).toThrow('BOTRISK requires followers and engagements');
  });
});
