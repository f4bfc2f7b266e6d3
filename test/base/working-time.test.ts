import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/base/working-time.ts';
import { calendarOf } from './calendar.ts';
import { fc, test as property } from './property.ts';

const wall = (text: string) => Date.parse(`${text}Z`);
const hours = (pattern: string, from: string, to: string) => calendarOf(pattern).hoursBetween(wall(from), wall(to));

// 1 June 2026 is a Monday.
describe('hoursBetween', () => {
  it.each([
    ['the same day', '2026-06-01T11:00', '2026-06-01T12:30', 1.5],
    ['over night', '2026-06-01T18:00', '2026-06-02T11:00', 2],
    ['over a weekend', '2026-06-05T18:00', '2026-06-08T11:00', 2],
    ['before and after hours', '2026-06-01T08:00', '2026-06-01T22:00', 9],
    ['on a weekend', '2026-06-06T10:00', '2026-06-07T19:00', 0],
    ['a whole week', '2026-06-01T00:00', '2026-06-08T00:00', 45],
    ['a year', '2026-01-01T00:00', '2027-01-01T00:00', 261 * 9],
    ['reversed', '2026-06-02T11:00', '2026-06-01T11:00', 0],
    ['no time at all', '2026-06-01T11:00', '2026-06-01T11:00', 0],
    ['before 1970', '1969-12-29T10:00', '1969-12-30T11:00', 10],
  ])('Mon-Fri 10-19: %s', (_name, from, to, expected) => {
    expect(hours('Mon-Fri 10:00-19:00', from, to)).toBe(expected);
    expect(hours('Пн–Пт 10:00–19:00', from, to)).toBe(expected);
    expect(defaultCalendar.hoursBetween(wall(from), wall(to))).toBe(expected);
  });

  it.each([
    ['several groups', 'Mon-Thu 9:00-18:00, Fri 9:00-17:00', '2026-06-04T09:00', '2026-06-06T00:00', 17],
    ['around the clock', '24/7', '2026-06-05T18:00', '2026-06-08T11:00', 65],
    ['a night shift past midnight', 'Mon-Fri 22:00-06:00', '2026-06-05T20:00', '2026-06-06T12:00', 8],
    ['the night shift of Sunday on Monday', 'Sun 22:00-06:00', '2026-06-08T00:00', '2026-06-08T12:00', 6],
    ['a week that wraps', 'Sat-Mon 10:00-12:00', '2026-06-01T00:00', '2026-06-08T00:00', 6],
    ['a lunch break', 'Mon-Fri 10:00-13:00, Mon-Fri 14:00-19:00', '2026-06-01T12:00', '2026-06-01T15:00', 2],
    ['overlapping shifts once', 'Mon 10:00-15:00, Mon 12:00-18:00', '2026-06-01T00:00', '2026-06-02T00:00', 8],
    ['hours that begin and end between two hours', 'Mon-Fri 9:30-18:15', '2026-06-01T00:00', '2026-06-02T00:00', 8.75],
    ['the first half hour of such a day', 'Mon-Fri 9:30-18:15', '2026-06-01T09:00', '2026-06-01T10:00', 0.5],
    ['hours without minutes, and air', ' Mon - Fri  10 - 19 ', '2026-06-01T18:00', '2026-06-02T11:00', 2],
    ['around the clock, with air', ' 24/7 ', '2026-06-06T00:00', '2026-06-06T05:00', 5],
    ['shifts that overlap, the later first', 'Mon 12:00-18:00, Mon 10:00-15:00', '2026-06-01T00:00', '2026-06-02T00:00', 8],
    ['within a day off', 'Mon-Fri 10:00-19:00; 2026-06-12', '2026-06-12T11:00', '2026-06-12T15:00', 0],
    [
      'days off in any order, a later one first',
      'Mon-Fri 10:00-19:00; 2026-07-01,  12.06.2026 2026-06-11',
      '2026-06-10T18:00',
      '2026-06-15T11:00',
      2,
    ],
    ['a day off named twice', 'Mon-Fri 10:00-19:00; 2026-06-12, 12.06.2026', '2026-06-11T18:00', '2026-06-15T11:00', 2],
    [
      'a day off on a weekend and on a working day',
      'Mon-Fri 10:00-19:00; 2026-06-06, 2026-06-05',
      '2026-06-04T18:00',
      '2026-06-08T11:00',
      2,
    ],
    ['days off', 'Пн-Пт 10:00-19:00; 12.06.2026, 2026-06-11', '2026-06-10T18:00', '2026-06-15T11:00', 2],
    ['a day off on a weekend', 'Mon-Fri 10:00-19:00; 2026-06-06', '2026-06-05T18:00', '2026-06-08T11:00', 2],
  ])('%s', (_name, pattern, from, to, expected) => {
    expect(hours(pattern, from, to)).toBe(expected);
  });

  property(
    [
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom('Mon-Fri 10:00-19:00; 2026-06-12', 'Tue-Sat 21:00-05:30', 'Sun 0:00-24:00'),
    ],
    60,
  )('agrees with counting minute by minute', (start, length, pattern) => {
    const calendar = calendarOf(pattern);
    const from = wall('2026-05-20T00:00') + start * 60_000;
    let minutes = 0;
    for (let minute = 0; minute < length; minute++)
      minutes += calendar.hoursBetween(from + minute * 60_000, from + (minute + 1) * 60_000) * 60;
    expect(calendar.hoursBetween(from, from + length * 60_000) * 60).toBeCloseTo(minutes, 4);
  });
});
