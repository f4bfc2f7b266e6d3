import { DAY, HOUR, type WallTime } from './dates.ts';

/** When the client works: a weekly pattern and days off, all in the spreadsheet's wall time. */
export interface Calendar {
  /** True when nobody stated it: the finding says so. */
  readonly assumed: boolean;
  /** Hours of one working day: the longest day of the week. Two working days are twice as many hours. */
  readonly hoursPerDay: number;
  /** Working hours from one wall time to another; 0 when `to` is not after `from`. */
  hoursBetween(from: WallTime, to: WallTime): number;
}

/** Minutes of the day a shift covers; an end past 1440 runs into the next day. */
export interface Shift {
  readonly start: number;
  readonly end: number;
}

/** Day number (1970-01-01 is 0, a Thursday) to weekday, 0 for Monday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

/** A calendar of a week's shifts, Monday first, and days off as days since 1970. */
export function createCalendar(week: readonly (readonly Shift[])[], daysOff: readonly number[], assumed: boolean): Calendar {
  const shifts = week.map(merged);
  const minutesOf = (day: readonly Shift[]) => day.reduce((sum, { start, end }) => sum + end - start, 0);
  const perWeekday = shifts.map(minutesOf);
  const perWeek = perWeekday.reduce((sum, minutes) => sum + minutes, 0);
  const off = [...new Set(daysOff)].filter((day) => (perWeekday[weekdayOf(day)] ?? 0) > 0).sort((one, other) => one - other);
  const isOff = new Set(off);

  /** Working minutes of all shifts that begin before this day, counted from an arbitrary Monday. */
  const minutesBefore = (day: number): number => {
    const monday = day - weekdayOf(day);
    let minutes = ((monday + 3) / 7) * perWeek;
    for (let weekday = 0; weekday < day - monday; weekday++) minutes += perWeekday[weekday] ?? 0;
    for (const holiday of off) {
      if (holiday >= day) break;
      minutes -= perWeekday[weekdayOf(holiday)] ?? 0;
    }
    return minutes;
  };

  /** Working minutes of a day's shifts when so many minutes have passed since its midnight. */
  const minutesOn = (day: number, passed: number): number => {
    let minutes = 0;
    if (!isOff.has(day)) for (const { start, end } of shifts[weekdayOf(day)] ?? []) minutes += Math.max(0, Math.min(passed, end) - start);
    return minutes;
  };

  /** Working minutes up to a wall time: whole days before yesterday, then yesterday's night shift and today's shifts so far. */
  const minutesUntil = (wall: WallTime): number => {
    const today = Math.floor(wall / DAY);
    const minuteOfDay = (wall - today * DAY) / 60_000;
    return minutesBefore(today - 1) + minutesOn(today - 1, minuteOfDay + 1440) + minutesOn(today, minuteOfDay);
  };

  return {
    assumed,
    hoursPerDay: Math.max(...perWeekday) / 60,
    hoursBetween: (from, to) => (to <= from ? 0 : ((minutesUntil(to) - minutesUntil(from)) * 60_000) / HOUR),
  };
}

/** Shifts of a day that overlap count once. */
function merged(shifts: readonly Shift[]): readonly Shift[] {
  const result: Shift[] = [];
  for (const shift of [...shifts].sort((one, other) => one.start - other.start)) {
    const last = result[result.length - 1];
    if (last && shift.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, shift.end) };
    else result.push(shift);
  }
  return result;
}

const monday = { start: 600, end: 1140 };

/** Where nobody stated working hours: Mon-Fri 10:00-19:00, marked as assumed. */
export const defaultCalendar: Calendar = createCalendar([[monday], [monday], [monday], [monday], [monday], [], []], [], true);
