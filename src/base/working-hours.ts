import { DAY } from './dates.ts';
import { isoDayOf } from './days-off.ts';
import { type Calendar, createCalendar, type Shift } from './working-time.ts';

/** Monday first, as people write them; after `с` and `по` Russian days bend. */
const dayNames: readonly string[] = [
  'mo mon monday пн понедельник понедельника',
  'tu tue tues tuesday вт вторник вторника',
  'we wed weds wednesday ср среда среду среды',
  'th thu thur thurs thursday чт четверг четверга',
  'fr fri friday пт пятница пятницу пятницы',
  'sa sat saturday сб суббота субботу субботы',
  'su sun sunday вс воскресенье воскресенья',
];
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const workingDays = everyDay.slice(0, 5);
const weekend = everyDay.slice(5);
const daysOfWord: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...dayNames.flatMap((names, day) => names.split(' ').map((name) => [name, [day]] as const)),
  ...['weekdays', 'weekday', 'workdays', 'working days', 'будни', 'будние', 'будние дни', 'рабочие дни', 'по будням'].map(
    (word) => [word, workingDays] as const,
  ),
  ...['weekends', 'weekend', 'по выходным'].map((word) => [word, weekend] as const),
  ...['daily', 'every day', 'everyday', 'all week', 'ежедневно', 'каждый день', 'без выходных'].map((word) => [word, everyDay] as const),
]);

const closedWords = /\s*[:=-]?\s*(closed|day off|days off|off|закрыто|выходной|выходные|не работаем)$/;
const breakWords = /^(lunch break|lunch|break|обеденный перерыв|перерыв на обед|обед|перерыв)\s*:?\s*/;
const aroundTheClock = /^(24 ?\/ ?7|24 hours|24h|around the clock|круглосуточно)$/;
const noon = 720;
const midnight = 1440;

/** What stands where a part should be that can be read: for the caller's sentence. */
export interface UnreadableHours {
  readonly unreadable: string;
}

/**
 * Reads working hours as people write them, in Russian or English; parts stand behind commas or semicolons.
 *
 * | text | meaning |
 * | --- | --- |
 * | `Mon-Fri 10:00-19:00`, `Пн–Пт 10–19`, `с пн по пт с 10 до 19` | Monday to Friday |
 * | `9am-6pm`, `10-19` | no days said: Monday to Friday |
 * | `Mon-Fri 9:00-13:00, 14:00-18:00` | hours alone belong to the days before them |
 * | `Mon-Fri 10-19, lunch 13-14` | a break is taken out of the days before it |
 * | `будни 10-19, сб 11-15`, `Mon-Fri 10-19; Sat 10-14` | each group has its own |
 * | `Sat, Sun 11-15` | days alone belong to the hours behind them |
 * | `daily 10-19, Sun closed` | but not on Sunday |
 * | `24/7` | around the clock |
 * | `Mon-Fri 22:00-06:00` | an end before the start is past midnight |
 * | `9-5` | hours of twelve: to 17:00, not for twenty hours |
 * | `…; 12.06.2026, 2026-07-03` | days off |
 */
export function readWorkingHours(text: string): Calendar | UnreadableHours {
  const week: Shift[][] = everyDay.map(() => []);
  const daysOff: number[] = [];
  let days: readonly number[] = [];
  let daysAreOpen = false;
  let hasHours = false;
  for (const part of partsOf(text)) {
    const off = part.split(/\s+/).map(isoDayOf);
    if (off.every((day) => day !== undefined)) {
      daysOff.push(...off.map((day) => Date.parse(day) / DAY));
      continue;
    }
    if (closedWords.test(part)) {
      const closed = readDays(part.replace(closedWords, ''));
      if (!closed) return { unreadable: part };
      for (const day of daysAreOpen ? [...days, ...closed] : closed) week[day] = [];
      daysAreOpen = false;
      continue;
    }
    if (breakWords.test(part)) {
      const pauses = readShifts(part.replace(breakWords, ''));
      if (!pauses || !hasHours) return { unreadable: part };
      for (const day of days) week[day] = pauses.reduce<readonly Shift[]>(without, week[day] ?? []).slice();
      continue;
    }
    const { before, hours } = splitAtHours(part);
    const named = before === '' ? [] : readDays(before);
    const shifts = hours === '' ? [] : readShifts(hours);
    if (!named || !shifts) return { unreadable: part };
    if (named.length > 0) days = daysAreOpen ? [...days, ...named] : named;
    else if (days.length === 0) days = aroundTheClock.test(hours) ? everyDay : workingDays;
    for (const day of days) week[day]?.push(...shifts);
    daysAreOpen = shifts.length === 0;
    hasHours ||= shifts.length > 0;
  }
  if (!hasHours || daysAreOpen || week.every((shifts) => shifts.length === 0)) return { unreadable: text.trim() };
  return createCalendar(week, daysOff, false);
}

export const isUnreadable = (hours: Calendar | UnreadableHours): hours is UnreadableHours => 'unreadable' in hours;

/** The parts between commas and semicolons, in one spelling: lower case, one kind of dash, `from … to …` as a dash. */
function partsOf(text: string): readonly string[] {
  const spelling = text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/(^|[ ,;])(from|с) (?=[a-zа-я\d])/g, '$1')
    .replace(/ (to|till|until|through|до|по) (?!будням|выходным)/g, '-')
    .replace(/ (and|и) /g, ',');
  return spelling
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `mon-fri 10-19`: where the days end and the hours begin. */
function splitAtHours(part: string): { readonly before: string; readonly hours: string } {
  const start = aroundTheClock.test(part) ? 0 : part.search(/(^| )(?=\d|круглосуточно$|around the clock$)/);
  if (start < 0) return { before: part, hours: '' };
  return { before: part.slice(0, start).replace(/:$/, '').trim(), hours: part.slice(start).trim() };
}

/** `mon-fri`, `sat`, `weekdays`: days from Monday 0; a range may run over Sunday. */
function readDays(text: string): readonly number[] | undefined {
  const [first, last, ...more] = text.split('-').map((word) => daysOfWord.get(word.replace(/\./g, '').trim()));
  if (!first || more.length > 0) return;
  if (text.indexOf('-') < 0) return first;
  const [from, to] = [first[0] as number, last?.[0]];
  if (to === undefined || first.length > 1 || (last?.length ?? 0) > 1) return;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, offset) => (from + offset) % 7);
}

const oneTime = String.raw`(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?`;
const oneShift = new RegExp(String.raw`^${oneTime} ?(?:ч\.?|h)? ?- ?${oneTime} ?(?:ч\.?|h|часов)?(?: |$)`);

/** Hours one behind the other: `9:00-13:00 14:00-18:00`. */
function readShifts(text: string): readonly Shift[] | undefined {
  if (aroundTheClock.test(text)) return [{ start: 0, end: midnight }];
  const shifts: Shift[] = [];
  for (let rest = text; rest !== ''; ) {
    const match = oneShift.exec(rest);
    const shift = match && shiftOf(match);
    if (!shift) return;
    shifts.push(shift);
    rest = rest.slice(match[0].length).trim();
  }
  return shifts;
}

function shiftOf([, startHour, startMinute, startHalf, endHour, endMinute, endHalf]: readonly (string | undefined)[]): Shift | undefined {
  const end = minuteOfDay(endHour, endMinute, endHalf);
  // `1-6pm` is an afternoon, `9-6pm` begins in the morning.
  const sameHalf = minuteOfDay(startHour, startMinute, startHalf ?? endHalf);
  const start =
    startHalf === undefined && endHalf !== undefined && sameHalf >= end ? minuteOfDay(startHour, startMinute, undefined) : sameHalf;
  if (!(start < midnight && end <= midnight) || start === end) return;
  if (end > start) return { start, end };
  const isOfTwelve = [startMinute, endMinute, startHalf, endHalf].every((part) => part === undefined) && start < noon && end > 0;
  return { start, end: end + (isOfTwelve ? noon : midnight) };
}

/** Minutes since midnight; `NaN` where there is no such time. */
function minuteOfDay(hour = '', minute = '0', half: string | undefined): number {
  const hours = Number(hour);
  if (Number(minute) > 59) return Number.NaN;
  if (half === undefined) return hours * 60 + Number(minute);
  if (hours < 1 || hours > 12) return Number.NaN;
  return ((hours % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + Number(minute);
}

/** Shifts with a pause taken out. */
function without(shifts: readonly Shift[], pause: Shift): readonly Shift[] {
  return shifts.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, pause.start) },
      { start: Math.max(start, pause.end), end },
    ].filter((left) => left.end > left.start),
  );
}
