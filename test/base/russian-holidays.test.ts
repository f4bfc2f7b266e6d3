import { describe, expect, it } from 'vitest';
import { russianHolidays } from '../../src/base/russian-holidays.ts';

describe('public holidays in Russia', () => {
  it('are the fourteen days of the Labour Code in a year whose moved days are not known, and it says so', () => {
    const { days, isComplete } = russianHolidays(2031);
    expect([days.length, days[0], days[13], isComplete]).toEqual([14, '2031-01-01', '2031-11-04', false]);
  });

  // Working days by the production calendars of these years: 248, 247 and 247, less the Saturdays that were made working days.
  it.each([
    [2024, 248 - 3],
    [2025, 247 - 1],
    [2026, 247],
  ])('leave as many working days from Monday to Friday as the calendar of %d has', (year, expected) => {
    const off = new Set(russianHolidays(year).days);
    let working = 0;
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      const weekday = new Date(day).getUTCDay();
      if (weekday > 0 && weekday < 6 && !off.has(new Date(day).toISOString().slice(0, 10))) working++;
    }
    expect(working).toBe(expected);
  });

  it('are in order, each once, each a day of that year', () => {
    for (const year of [2024, 2025, 2026, 2027]) {
      const { days } = russianHolidays(year);
      expect([...new Set(days)].sort()).toEqual(days);
      expect(days.every((day) => new Date(day).toISOString().startsWith(day) && day.startsWith(String(year)))).toBe(true);
    }
  });
});
