import { DAY, HOUR, isoWall, type WallTime } from './dates.ts';

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
interface Shift {
  readonly start: number;
  readonly end: number;
}

/** Monday first, as people write it. */
const dayNames: readonly (readonly string[])[] = [
  ['mon', 'monday', 'пн', 'понедельник'],
  ['tue', 'tuesday', 'вт', 'вторник'],
  ['wed', 'wednesday', 'ср', 'среда'],
  ['thu', 'thursday', 'чт', 'четверг'],
  ['fri', 'friday', 'пт', 'пятница'],
  ['sat', 'saturday', 'сб', 'суббота'],
  ['sun', 'sunday', 'вс', 'воскресенье'],
];
const dayOf = new Map(dayNames.flatMap((names, day) => names.map((name) => [name, day] as const)));

/** Why a text is no working hours: what came, for the caller's sentence. */
export class WorkingHoursProblem extends Error {}

/**
 * Reads working hours such as `Mon-Fri 10:00-19:00`, `Пн-Пт 10:00-19:00`, `Mon-Thu 9:00-18:00, Fri 9:00-17:00`, `24/7`; days off
 * (ISO or DD.MM.YYYY) after a semicolon. A shift that ends before it starts runs past midnight.
 * @throws WorkingHoursProblem naming the part that cannot be read
 */
export function parseWorkingHours(text: string): Calendar {
  const [pattern = '', daysOff = ''] = text.split(';');
  const week: Shift[][] = Array.from({ length: 7 }, () => []);
  const groups = pattern.trim() === '24/7' ? ['mon-sun 0:00-24:00'] : pattern.split(',');
  for (const group of groups) {
    const { days, shift } = parseGroup(group);
    for (const day of days) week[day]?.push(shift);
  }
  return createCalendar(week, parseDaysOff(daysOff), false);
}

function parseGroup(group: string): { days: readonly number[]; shift: Shift } {
  const match = /^\s*([a-zа-я]+)(?:\s*[-–—]\s*([a-zа-я]+))?\.?\s+(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?\s*$/i.exec(group);
  const first = dayOf.get((match?.[1] ?? '').toLowerCase());
  const last = match?.[2] === undefined ? first : dayOf.get(match[2].toLowerCase());
  const start = Number(match?.[3]) * 60 + Number(match?.[4] ?? 0);
  const end = Number(match?.[5]) * 60 + Number(match?.[6] ?? 0);
  if (!match || first === undefined || last === undefined || !(start < 1440 && end <= 1440) || start === end)
    throw new WorkingHoursProblem(group.trim());
  const days = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, offset) => (first + offset) % 7);
  return { days, shift: { start, end: end > start ? end : end + 1440 } };
}

function parseDaysOff(text: string): readonly number[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((day) => {
      const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(day);
      const iso = russian ? `${russian[3]}-${`0${russian[2]}`.slice(-2)}-${`0${russian[1]}`.slice(-2)}` : day;
      const wall = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
      // 31 February would silently be a day of March.
      if (Number.isNaN(wall) || isoWall(wall).slice(0, 10) !== iso) throw new WorkingHoursProblem(day);
      return wall / DAY;
    });
}

/** Day number (1970-01-01 is 0, a Thursday) to weekday, 0 for Monday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

function createCalendar(week: readonly (readonly Shift[])[], daysOff: readonly number[], assumed: boolean): Calendar {
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
