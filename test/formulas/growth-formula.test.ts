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
    expect(() => call(BOTRISK)).toThrow('BOTRISK requires followers: pass 1 argument, not 0');
    expect(() => call(BOTRISK, 1, 2, 3, 4, 5, 6)).toThrow('BOTRISK takes 5 arguments at most, not 6');
  });
});

const inAnyOrder = (range: unknown[][]) => [5, 0, 9, 2, 11, 7, 1, 10, 3, 8, 6, 4].map((row) => range[row] ?? []);
const twoDigits = (number: number) => `0${number}`.slice(-2);
const months = column(...Array.from({ length: 12 }, (_, month) => `2026-${twoDigits(month + 1)}-06`));
const risk = (...args: readonly unknown[]) => Number(call(BOTRISK, ...args));

describe('what the ranges say', () => {
  it('dates put rows in their order, whatever the order of the sheet', () => {
    expect(risk(inAnyOrder(followers), inAnyOrder(engagements), inAnyOrder(dates))).toBe(risk(followers, engagements, dates));
  });

  it('dates that can be read in two ways are read as the spreadsheet’s locale has them', () => {
    const written = column(...Array.from({ length: 12 }, (_, row) => `${twoDigits(row + 1)}/06/2026`));
    // A smaller gain than the example's, of which neither is quite sure.
    const smaller = followers.map(([count]) => [Number(count) > 1300 ? Number(count) - 280 : count]);
    const [days, apart] = [call(BOTRISK, smaller, engagements, dates), call(BOTRISK, smaller, engagements, months)];
    expect(days).not.toBe(apart);
    expect(callIn('ru_RU', BOTRISK, smaller, engagements, written)).toBe(days);
    expect(callIn('en_US', BOTRISK, smaller, engagements, written)).toBe(apart);
    // A day that is no month decides, whatever the locale.
    const decided = column(...Array.from({ length: 12 }, (_, row) => `${twoDigits(row + 2)}/06/2026`));
    expect(callIn('en_US', BOTRISK, smaller, engagements, decided)).toBe(days);
  });

  it('dates of cells are days of the spreadsheet’s clock', () => {
    const instants = column(...Array.from({ length: 12 }, (_, day) => new Date(Date.UTC(2026, 5, 1 + day, -3))));
    expect(risk(followers, engagements, instants)).toBe(risk(followers, engagements, dates));
  });

  it('reach that rose with the followers takes the suspicion away; reach as always does not', () => {
    const reach = (seventh: number) => column(...Array.from({ length: 12 }, (_, row) => (row === 6 ? seventh : 400)));
    const suspected = risk(followers, engagements, dates);
    expect(suspected).toBeGreaterThan(0.5);
    expect(risk(followers, engagements, dates, reach(400))).toBeGreaterThan(0.5);
    // 334 newcomers are less than 3 % of 20,000 people reached.
    expect(risk(followers, engagements, dates, reach(20_000))).toBeLessThan(0.5);
  });

  it.each(['', 'нет', 'no', 'FALSE', '0', false, '-'])('%j does not mark a row as explained', (mark) => {
    const marks = column(...Array.from({ length: 12 }, (_, row) => (row === 6 ? mark : '')));
    expect(risk(followers, engagements, dates, '', marks)).toBe(risk(followers, engagements, dates));
  });
  it.each(['x', 'да', true, 1, 'no giveaway but a mention', 'note 0'])('%j marks a row as explained', (mark) => {
    const marks = column(...Array.from({ length: 12 }, (_, row) => (row === 6 ? mark : '')));
    expect(risk(followers, engagements, dates, '', marks)).toBeLessThan(0.3);
  });

  it('columns without a number are as if they were not there; one that is left is a sum, which says less', () => {
    const likes = engagements.map(([first]) => [first]);
    const withEmpty = engagements.map(([first]) => [first, '']);
    const withGap = engagements.map(([first, second], row) => [first, row === 2 ? '' : second]);
    expect(risk(followers, withEmpty, dates)).toBe(risk(followers, likes, dates));
    expect(risk(followers, likes, dates)).toBeLessThan(risk(followers, engagements, dates));
    expect(risk(followers, withGap, dates)).toBeGreaterThan(risk(followers, likes, dates));
  });

  it('counts are whole: 1,340 is more than a thousand', () => {
    const written = column(...followers.map(([count]) => Number(count).toLocaleString('en')));
    expect(risk(written, engagements, dates)).toBe(risk(followers, engagements, dates));
  });
});
