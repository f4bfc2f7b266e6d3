import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/base/cells.ts';
import { arrivalsOf } from '../../src/joining/arrivals.ts';
import { joinTables } from '../../src/joining/join.ts';
import { sideOf } from '../../src/joining/side.ts';
import { days, type Grid, tableOf } from './tables.ts';

/** Made by hand: three followers a day for 30 days; 50 more on the 10th, 20 on the 11th, and 7 more on the 24th. */
const more: Readonly<Record<number, number>> = { 10: 50, 11: 20, 24: 7 };
const gains = days(30).map((_, at) => 3 + (more[at + 1] ?? 0));
const totals = gains.map((_, at) => 1000 + gains.slice(0, at + 1).reduce((sum, gain) => sum + gain, 0));
const history: Grid = [['Date', 'Followers'], ...days(30).map((day, at): readonly Cell[] => [day, totals[at]])];
const ads = (...dates: readonly string[]): Grid => [
  ['Blogger', 'Placement date', 'Price'],
  ...dates.map((date, at): readonly Cell[] => [`@blogger${at}`, date, 1000]),
];

const arrivals = (placements: Grid, other: Grid = history) => [
  ...arrivalsOf(sideOf(tableOf('Ads', placements)), sideOf(tableOf('History', other))),
];

describe('followers that came with a placement', () => {
  it('are those above the usual of its day and the three after', () => {
    expect(arrivals(ads('10.04.2026', '16.04.2026', '21.04.2026'))).toEqual([70, 0, 7]);
  });
  it('are none where fewer came than usual', () => {
    const poor: Grid = [['Date', 'New followers'], ...days(30).map((day, at): readonly Cell[] => [day, at === 9 ? -40 : 3])];
    expect(arrivals(ads('10.04.2026'), poor)).toEqual([0]);
  });
  it('are the same by what each day brought, whichever way the rows run', () => {
    const daily: Grid = [['Date', 'New followers'], ...days(30).map((day, at): readonly Cell[] => [day, gains[at]])];
    expect(arrivals(ads('10.04.2026', '16.04.2026'), [daily[0] ?? [], ...daily.slice(1).reverse()])).toEqual([70, 0]);
  });
  it('are nobody’s where two placements may explain a day', () => {
    expect(arrivals(ads('10.04.2026', '13.04.2026', '20.04.2026'))).toEqual([Number.NaN, Number.NaN, 0]);
  });
  it('are not known where a day is missing, outside the history, or without a usual to compare with', () => {
    const holed = history.filter((_, at) => at !== 11);
    expect(arrivals(ads('10.04.2026', '16.04.2026'), holed)).toEqual([Number.NaN, 0]);
    expect(arrivals(ads('29.04.2026', '01.01.2026', '16.04.2026'))).toEqual([Number.NaN, Number.NaN, 0]);
    expect(arrivals(ads('10.04.2026'), [history[0] ?? [], ...history.slice(8, 20)])).toEqual([70]);
    expect(arrivals(ads('10.04.2026'), [history[0] ?? [], ...history.slice(8, 16)])).toEqual([Number.NaN]);
  });
  it('are only offered where two histories could tell, and never taken in place of the table’s own', () => {
    const placements = tableOf('Ads', ads('10.04.2026', '16.04.2026'));
    const two = joinTables([placements, tableOf('One', history), tableOf('Two', history)]).joins.filter(({ to }) => to === 'Ads');
    expect(two.map(({ from, fields }) => [from, fields])).toEqual([
      ['One', []],
      ['Two', []],
    ]);
    const own = ads('10.04.2026', '16.04.2026', '20.04.2026').map((row, at) => [...row, at === 0 ? 'New followers' : 5]);
    expect(joinTables([tableOf('Ads', own), tableOf('One', history)]).joins.map(({ to }) => to)).toEqual(['One']);
  });
});
