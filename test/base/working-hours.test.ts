import { describe, expect, it } from 'vitest';
import { isUnreadable, readWorkingHours } from '../../src/base/working-hours.ts';
import { calendarOf } from './calendar.ts';
import { fc, test as property } from './property.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
// 1 June 2026 is a Monday.
const monday = Date.UTC(2026, 5, 1);

/** Working minutes as `Mon 10:00-13:00 14:00-19:00, …`, found by asking for every quarter of an hour of a week. */
function spelledOut(text: string): string {
  const calendar = calendarOf(text);
  const at = (quarter: number) => monday + quarter * 900_000;
  const clock = (quarter: number) => `${Math.floor(quarter / 4)}:${`0${(quarter % 4) * 15}`.slice(-2)}`;
  return days
    .flatMap((day, index) => {
      const works = Array.from({ length: 97 }, (_, quarter) => {
        const from = at(index * 96 + quarter);
        return quarter < 96 && calendar.hoursBetween(from, from + 900_000) > 0;
      });
      const shifts = works.flatMap((isOn, quarter) => {
        if (!isOn || works[quarter - 1]) return [];
        return [`${clock(quarter)}-${clock(works.indexOf(false, quarter))}`];
      });
      return shifts.length > 0 ? [`${day} ${shifts.join(' ')}`] : [];
    })
    .join(', ');
}

const everyDay = (hours: string, of = days) => of.map((day) => `${day} ${hours}`).join(', ');
const working = (hours: string) => everyDay(hours, days.slice(0, 5));

// Written before the grammar; every text is one that a client tab or a colleague's formula held.
describe('readWorkingHours', () => {
  it.each([
    ['Mon-Fri 10:00-19:00', working('10:00-19:00')],
    ['Пн-Пт 10:00-19:00', working('10:00-19:00')],
    ['Пн–Пт с 10:00 до 19:00', working('10:00-19:00')],
    ['с понедельника по пятницу с 10 до 19', working('10:00-19:00')],
    ['from Monday to Friday from 10:00 to 19:00', working('10:00-19:00')],
    ['9am-6pm', working('9:00-18:00')],
    ['9:30 AM – 6:15 PM', working('9:30-18:15')],
    ['9-6pm', working('9:00-18:00')],
    ['1-6pm', working('13:00-18:00')],
    ['12pm-8pm', working('12:00-20:00')],
    ['9-5', working('9:00-17:00')],
    ['10.00-19.00', working('10:00-19:00')],
    ['10-19 ч.', working('10:00-19:00')],
    ['Mon-Fri 9:00-13:00, 14:00-18:00', working('9:00-13:00 14:00-18:00')],
    ['Mon-Fri 9:00-13:00 14:00-18:00', working('9:00-13:00 14:00-18:00')],
    ['Mon-Fri 9-13 and 14-18', working('9:00-13:00 14:00-18:00')],
    ['Пн-Пт 10-19, обед 13:00-14:00', working('10:00-13:00 14:00-19:00')],
    ['Mon-Fri 10-19; lunch 13-14', working('10:00-13:00 14:00-19:00')],
    ['Mon-Fri 10-19; Sat 10-14', `${working('10:00-19:00')}, Sat 10:00-14:00`],
    ['будни 10-19, сб 11-15', `${working('10:00-19:00')}, Sat 11:00-15:00`],
    ['пн.-пт. 10–19; сб. 11–15', `${working('10:00-19:00')}, Sat 11:00-15:00`],
    ['weekdays 10-19, weekends 12-16', `${working('10:00-19:00')}, Sat 12:00-16:00, Sun 12:00-16:00`],
    ['Пн, ср, пт 10-14', 'Mon 10:00-14:00, Wed 10:00-14:00, Fri 10:00-14:00'],
    ['Пн и ср 10-14', 'Mon 10:00-14:00, Wed 10:00-14:00'],
    ['Mon-Thu: 9-18, Fri: 9-17', `${everyDay('9:00-18:00', days.slice(0, 4))}, Fri 9:00-17:00`],
    ['daily 10-22', everyDay('10:00-22:00')],
    ['ежедневно 10-22', everyDay('10:00-22:00')],
    ['daily 10-19, Sun closed', everyDay('10:00-19:00', days.slice(0, 6))],
    ['Пн-Пт 10:00-19:00, сб, вс — выходной', working('10:00-19:00')],
    ['24/7', everyDay('0:00-24:00')],
    ['круглосуточно', everyDay('0:00-24:00')],
    ['Mon-Fri around the clock', working('0:00-24:00')],
    ['Sat-Mon 10-12', 'Mon 10:00-12:00, Sat 10:00-12:00, Sun 10:00-12:00'],
    ['Mon 22:00-6:00', 'Mon 22:00-24:00, Tue 0:00-6:00'],
    ['\u00a0MON–FRI  10 — 19 ', working('10:00-19:00')],
  ])('%s', (text, expected) => {
    expect(spelledOut(text)).toBe(expected);
  });

  it('takes days off wherever they stand behind the hours', () => {
    const hours = (text: string) => calendarOf(text).hoursBetween(monday, monday + 14 * 86_400_000);
    expect(hours('Mon-Fri 10-19; Sat 10-14')).toBe(98);
    expect(hours('Mon-Fri 10-19; Sat 10-14; 12.06.2026')).toBe(89);
    expect(hours('Mon-Fri 10-19; Sat 10-14; 12.06.2026 2026-06-13, 3.6.2026')).toBe(76);
  });

  it('knows how long a working day is', () => {
    expect(calendarOf('Mon-Thu 9:00-18:00, Fri 9:00-17:00').hoursPerDay).toBe(9);
    expect(calendarOf('Mon-Fri 10-19, lunch 13-14').hoursPerDay).toBe(8);
    expect(calendarOf('Mon 10:00-19:00').assumed).toBe(false);
  });

  it.each([
    ...['whenever', 'Mon-Fri', 'Mon-Fri 10-10', 'Mon-Fri 25:00-26:00', 'Foo-Bar 10:00-19:00', '', 'Mon-Fri 10:00-19:00; soon'],
    ...['Foo 10:00-19:00', 'Mon-Foo 10:00-19:00', 'Foo-Fri 10:00-19:00', 'Mon-Fri 10:00-24:30', 'Mon-Fri 24:00-6:00', 'on Mon 10:00-19:00'],
    ...['Mon 10:00-19:00 or so', 'Mon 10:00-19:00; 2026-06-12x', 'Mon 10:00-19:00; 12026-06-12', 'Mon 10:00-19:00; 12.06.20260'],
    ...['Mon 10:00-19:00; x12.06.2026', 'Mon 10:00-19:00; 2026-02-31', 'Mon-Fri 13pm-6pm', 'Mon-Fri 10:75-19:00', 'lunch 13-14'],
    ...['Mon-Wed-Fri 10-19', 'weekdays-Sat 10-19', 'Mon-Fri 10-19, Sat', 'Sun closed', '; 12.06.2026', 'lunch 13-14, Mon-Fri 10-19'],
  ])('refuses %j', (text) => {
    expect(isUnreadable(readWorkingHours(text))).toBe(true);
  });

  it('names the part that it cannot read', () => {
    expect(readWorkingHours('Mon-Fri 10-19; sometimes on Sat')).toEqual({ unreadable: 'sometimes on sat' });
  });

  const shift = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 24 }));
  property([fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), shift), { minLength: 1, maxLength: 7 })], 60)(
    'a week reads the same however its groups are put together',
    (groups) => {
      const texts = groups.map(([day, [start, end]]) => `${days[day]} ${start}:00-${end}:00`);
      expect(spelledOut(texts.join('; '))).toBe(spelledOut([...texts].reverse().join(', ')));
    },
  );
});
