import { type Cell, cleanText, isBlank, isDate } from './cells.ts';
import { monthOf } from './month-names.ts';
import { CellState } from './numbers.ts';

/** A moment as the spreadsheet's wall clock shows it: milliseconds since 1970-01-01 as if that clock ran in UTC. */
export type WallTime = number;

export type DateOrder = 'day-first' | 'month-first';

/** The only thing reading dates needs to know of a time zone: written offsets (`+0000`, `Z`) and `Date`s are instants. */
export interface InstantClock {
  toWall(instant: number): WallTime;
}

export interface DateColumn {
  /** One wall time a row, `NaN` where it is not known. A cell without a time of day is midnight. */
  readonly values: Float64Array;
  /** One `CellState` a row. */
  readonly states: Uint8Array;
  /** How many cells admit only this order, and how many admit both (`03/04/2026`). */
  readonly evidence: { readonly dayFirst: number; readonly monthFirst: number; readonly either: number };
  readonly order: DateOrder | undefined;
  readonly decidedBy: 'not-needed' | 'cells' | 'fallback' | 'undecided';
  /** How many cells had no year and got one from the order of the rows. */
  readonly yearsInferred: number;
}

export interface DateReading {
  readonly clock: InstantClock;
  /** Order to use when no cell decides: the user's setting or the spreadsheet's locale. */
  readonly fallbackOrder?: DateOrder | undefined;
  /** How far east of Greenwich, in ms, the clock runs that the header names; a cell's own offset comes first. */
  readonly offset?: number | undefined;
  /** The column names spans, each meant by its first day: `March 2026`, `2026-03`, `2026-W10`, `02.03–08.03.2026`. */
  readonly arePeriods?: boolean | undefined;
  /** Bare numbers from 1 to 53 are weeks of a year. */
  readonly areWeeks?: boolean | undefined;
  /** Needed to infer years that were not written; without it such cells are unreadable. */
  readonly now?: WallTime | undefined;
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** A cell that names a day but no time of day reads as midnight; what is midnight has no known time of day. */
export function hasTimeOfDay(wall: WallTime): boolean {
  return wall % DAY !== 0;
}

/** Whether two wall times lie in the same calendar year: then a year need not be told with each. */
export const isOneYear = (one: WallTime, other: WallTime): boolean => new Date(one).getUTCFullYear() === new Date(other).getUTCFullYear();

/** `2026-03-01T10:00:00` for a wall time. */
export function isoWall(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 19);
}

const timePattern = '(?:[ T,]*(?:в |at |kl\\.? )?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?\\s?m\\.?)?)?';
const isoShape = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${timePattern}$`, 'i');
const numericShape = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?:\\s*г\\.?)?${timePattern}$`, 'i');
const letter = '[\\p{L}\\p{M}]';
const weekday = `(?:${letter}{2,11}\\.?,\\s*)?`;
/** `19 de ago. de 2011`, `19. Aug. 2011`. */
const of = '(?:\\s*\\.?\\s*(?:de|del|di)?\\s+|[ -]|\\.\\s*)';
const dayMonthShape = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?${of}(${letter}{3,12})\\.?(?:(?:[ ,-]|\\s+(?:de|del|di)\\s)+(\\d{4}|\\d{2}(?!:|\\d)))?(?:\\s*[гр]\\.?)?${timePattern}$`,
  'iu',
);
const monthDayShape = new RegExp(`^${weekday}(${letter}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:(?:,| ) ?(\\d{4}))?${timePattern}$`, 'iu');

/** A time of day and, behind it, the clock it is told by: `15:40 +0000`, `10:00Z`, `4:30 pm (GMT+3)`, `12:00 МСК`. */
const zonedShape =
  /^(.*\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?)\s*\(?\s*(Z|МСК|MSK|(?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{1,2}(?::?\d{2})?)\s*\)?$/i;

/**
 * Milliseconds east of Greenwich of a clock as people name it: `UTC`, `GMT+3`, `+05:30`, `Z`, `МСК`; `undefined` when it is none.
 */
export function offsetOfZone(text: string): number | undefined {
  if (/^(МСК|MSK)$/i.test(text)) return 3 * HOUR;
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT|UT)?\s*([+-−])(\d{1,2}):?(\d{2})?$/i.exec(text) ?? [];
  if (hours === undefined) return /^(Z|UTC|GMT)$/i.test(text) ? 0 : undefined;
  return (Number(hours) * HOUR + Number(minutes) * 60_000) * (sign === '+' ? 1 : -1);
}

interface Parts {
  readonly year: number | undefined;
  /** First and second field of a numeric date; day and month where the month has a name. */
  readonly first: number;
  readonly second: number;
  readonly order: DateOrder | 'either' | 'named';
  readonly timeOfDay: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Nobody means an earlier day; an hour alone stands on 30 December 1899, from which a spreadsheet counts its days. */
const FIRST_YEAR = 1900;
const FIRST_WALL: WallTime = Date.UTC(FIRST_YEAR, 0, 1);

/** Wall time of calendar parts, `undefined` for the 31st of February and for years that nobody means. */
function wallOf(year: number, month: number, day: number, timeOfDay: number): WallTime | undefined {
  const length = month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
  return day >= 1 && day <= length && year >= FIRST_YEAR ? Date.UTC(year, month - 1, day) + timeOfDay : undefined;
}

/** Milliseconds since midnight from captured hour, minute, second and am/pm; `undefined` when it is no time of day. */
function timeOfDay(hour?: string, minute?: string, second?: string, half?: string): number | undefined {
  if (hour === undefined) return 0;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return (hours * 60 + Number(minute)) * 60_000 + Number(second ?? 0) * 1000;
}

function fullYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = Number(text);
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** `2026-03-01T10:00:00`, as dates cross from the sheet: read digit by digit, many times faster than by a pattern. */
function readIsoWall(text: string): WallTime | undefined {
  if (text.length !== 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 84) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59)) return undefined;
  return wallOf(year, twoDigits(text, 5), twoDigits(text, 8), ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** The number that two digits of a text write; `NaN` where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

function readIso(text: string): WallTime | undefined {
  const match = isoShape.exec(text);
  if (!match) return undefined;
  const time = timeOfDay(match[5], match[6], match[7], match[8]);
  return time === undefined ? undefined : wallOf(Number(match[1]), Number(match[3]), Number(match[4]), time);
}

const monthShape = new RegExp(`^(${letter}{3,12})\\.?,?(?:\\s*'?(\\d{4}|\\d{2}))?(?:\\s*г\\.?)?$`, 'iu');
const rangeShape = /^(.*?\d)\s*(?:[–—]|\s-\s|\.\.|…)\s*\d.*?(\d{4})?\s*(?:г\.?)?$/;

const weekWord = '(?:cw|kw|week|wk|w|неделя|недели|нед|тиждень|тижд|седмица|semana|sem|semaine|woche|settimana|tydzień|hafta)';
const weekShape = new RegExp(
  `^(?:${weekWord}\\.?\\s*(?:№|#|nr\\.?)?\\s*(\\d{1,2})|(\\d{1,2})(?:-?(?:я|st|nd|rd|th|ª))?\\s*${weekWord}\\.?)$`,
  'i',
);

/** The number of a week without its year: `W12`, `Неделя 3`, `3-я неделя`; a bare number where these are weeks. */
function weekNumber(text: string, areWeeks: boolean): number | undefined {
  const [, after, before] = weekShape.exec(text) ?? [];
  const week = Number(after ?? before ?? (areWeeks && /^\d{1,2}$/.test(text) ? text : undefined));
  return week >= 1 && week <= 53 ? week : undefined;
}

/** The first day of a month, a week or a range of days. */
function takePeriodApart(text: string): Parts | undefined {
  const [, name = '', ofName] = monthShape.exec(text) ?? [];
  const month = monthOf(name);
  if (month !== undefined) return { year: fullYear(ofName), first: 1, second: month + 1, order: 'named', timeOfDay: 0 };
  const [, year, numbered] = /^(\d{4})[-./](\d{1,2})$/.exec(text) ?? [];
  const [, numberedFirst, yearLast] = /^(\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  const number = Number(numbered ?? numberedFirst);
  if (number >= 1 && number <= 12) return { year: Number(year ?? yearLast), first: 1, second: number, order: 'named', timeOfDay: 0 };
  const [, weekYear, week] = /^(\d{4})\s*[-/ ]?\s*(?:W|CW|KW|нед\.?|неделя)\s*(\d{1,2})$/i.exec(text) ?? [];
  if (Number(week) >= 1 && Number(week) <= 53) return namedDay(mondayOf(Number(weekYear), Number(week)));
  const [, from, ownYear] = rangeShape.exec(text) ?? [];
  const start = from === undefined ? undefined : takeApart(from);
  return start && { ...start, year: start.year ?? fullYear(ownYear) };
}

const namedDay = (wall: WallTime): Parts => {
  const date = new Date(wall);
  return { year: date.getUTCFullYear(), first: date.getUTCDate(), second: date.getUTCMonth() + 1, order: 'named', timeOfDay: 0 };
};

/** Monday of an ISO week: the first week has the fourth of January. */
function mondayOf(year: number, week: number): WallTime {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * DAY;
}

function takeApart(text: string): Parts | undefined {
  const numeric = numericShape.exec(text);
  if (numeric) {
    const [, first, separator, second, year, ...time] = numeric;
    const clock = timeOfDay(...(time as [string?, string?, string?, string?]));
    const [a, b] = [Number(first), Number(second)];
    if (clock === undefined || (a > 12 && b > 12) || a < 1 || b < 1 || a > 31 || b > 31) return undefined;
    // Nobody writes the month first with dots; equal fields read the same either way.
    const order = a > 12 || separator === '.' ? 'day-first' : b > 12 ? 'month-first' : 'either';
    return { year: fullYear(year), first: a, second: b, order, timeOfDay: clock };
  }
  const dayMonth = dayMonthShape.exec(text);
  const monthDay = dayMonth ? null : monthDayShape.exec(text);
  const match = dayMonth ?? monthDay;
  if (!match) return undefined;
  const [, one = '', two = '', year, ...time] = match;
  const month = monthOf(dayMonth ? two : one);
  const clock = timeOfDay(...(time as [string?, string?, string?, string?]));
  if (month === undefined || clock === undefined) return undefined;
  return { year: fullYear(year), first: Number(dayMonth ? one : two), second: month + 1, order: 'named', timeOfDay: clock };
}

/** Serial day numbers of the years 1954 to 2119: a date whose format got lost on the way. */
const isSerial = (value: number) => value >= 20_000 && value <= 80_000;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** Unix time of the years 2001 to 2096, in seconds or in milliseconds, as programs export it; `undefined` for any other number. */
function unixInstant(value: number): number | undefined {
  if (value >= 1e9 && value < 4e9) return Math.round(value * 1000);
  return value >= 1e12 && value < 4e12 ? Math.round(value) : undefined;
}

/**
 * Reads one column (n cells) of dates: `Date`s, ISO text with or without an offset, `15.09.2026 18:00`, `09/15/2026`, `8-May-20`,
 * `Tue, Jul 14, 2026`, `3 окт. 2026 г.`, `28 August`. Day and month order is decided once, by the cells that admit one reading only;
 * cells that contradict the majority are unreadable.
 */
export function readDates(cells: ArrayLike<Cell>, reading: DateReading): DateColumn {
  const count = cells.length;
  const values = new Float64Array(count).fill(Number.NaN);
  const states = new Uint8Array(count);
  const written: { row: number; parts: Parts; offset: number | undefined }[] = [];
  const yearless: Yearless[] = [];
  const { clock } = reading;
  /** @param own offset that the cell states: then midnight too is a time of day; else a day alone is a day on every clock */
  const set = (row: number, wall: WallTime | undefined, own?: number) => {
    if (wall === undefined || !(wall >= FIRST_WALL)) return;
    const offset = own ?? (reading.offset !== undefined && hasTimeOfDay(wall) ? reading.offset : undefined);
    values[row] = offset === undefined ? wall : clock.toWall(wall - offset);
    states[row] = CellState.read;
  };
  /** An instant is the same moment on every clock. */
  const setInstant = (row: number, instant: number | undefined) => {
    if (instant === undefined) return;
    values[row] = clock.toWall(instant);
    states[row] = CellState.read;
  };
  for (let row = 0; row < count; row++) {
    const cell = cells[row];
    // As most cells come: there is nothing to clean.
    const exact = typeof cell === 'string' ? readIsoWall(cell) : undefined;
    if (exact !== undefined) {
      set(row, exact);
      continue;
    }
    if (isBlank(cell)) continue;
    states[row] = CellState.unreadable;
    const week = reading.arePeriods ? weekNumber(cleanText(cell), reading.areWeeks === true) : undefined;
    if (week !== undefined) yearless.push({ row, position: 7 * week, wallIn: (year) => mondayOf(year, week) });
    else if (typeof cell === 'number') {
      if (isSerial(cell)) set(row, SERIAL_EPOCH + Math.round(cell * 86_400) * 1000);
      else setInstant(row, unixInstant(cell));
    } else if (typeof cell !== 'string') {
      if (isDate(cell) && !Number.isNaN(cell.getTime())) set(row, clock.toWall(cell.getTime()));
    } else if (cell.length <= 60) {
      const whole = cleanText(cell);
      const wall = readIsoWall(whole);
      if (wall !== undefined) set(row, wall);
      else if (/^\d{10}(\d{3})?(\.\d+)?$/.test(whole)) setInstant(row, unixInstant(Number(whole)));
      else {
        const [, text = whole, zone] = zonedShape.exec(whole) ?? [];
        const offset = zone === undefined ? undefined : offsetOfZone(zone);
        const iso = readIso(text);
        const parts = iso === undefined ? (takeApart(text) ?? (reading.arePeriods ? takePeriodApart(text) : undefined)) : undefined;
        if (iso !== undefined) set(row, iso, offset);
        else if (parts) written.push({ row, parts, offset });
      }
    }
  }

  const evidence = countOrders(written);
  const decision = decideOrder(evidence, reading.fallbackOrder);
  for (const { row, parts, offset } of written) {
    const readsEitherWay = parts.order === 'named' || parts.first === parts.second;
    const order = readsEitherWay ? 'day-first' : parts.order === 'either' ? decision.order : parts.order;
    if (order === undefined) {
      states[row] = CellState.undecided;
      continue;
    }
    if (!readsEitherWay && decision.by === 'cells' && order !== decision.order) continue;
    const [day, month] = order === 'day-first' ? [parts.first, parts.second] : [parts.second, parts.first];
    if (parts.year !== undefined) set(row, wallOf(parts.year, month, day, parts.timeOfDay), offset);
    else yearless.push({ row, position: month * 31 + day, wallIn: (year) => wallOf(year, month, day, parts.timeOfDay), offset });
  }
  inferYears(yearless, reading.now, set);
  return {
    values,
    states,
    evidence,
    order: decision.order,
    decidedBy: decision.by,
    yearsInferred: reading.now === undefined ? 0 : yearless.length,
  };
}

function countOrders(written: readonly { parts: Parts }[]): DateColumn['evidence'] {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const { parts } of written) {
    if (parts.order === 'day-first') dayFirst++;
    else if (parts.order === 'month-first') monthFirst++;
    else if (parts.order === 'either' && parts.first !== parts.second) either++;
  }
  return { dayFirst, monthFirst, either };
}

function decideOrder(
  { dayFirst, monthFirst, either }: DateColumn['evidence'],
  fallback: DateOrder | undefined,
): { order: DateOrder | undefined; by: DateColumn['decidedBy'] } {
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'day-first' : 'month-first', by: 'cells' };
  if (dayFirst + monthFirst + either === 0) return { order: undefined, by: 'not-needed' };
  return fallback === undefined ? { order: undefined, by: 'undecided' } : { order: fallback, by: 'fallback' };
}

interface Yearless {
  readonly row: number;
  /** About which day of a year it is. */
  readonly position: number;
  readonly wallIn: (year: number) => WallTime | undefined;
  readonly offset?: number | undefined;
}

/**
 * Gives dates without a year the latest years that keep the rows in order and none of them after `now`. A step back of more than half
 * a year is a turn of the year; most small steps going down means newest first.
 */
function inferYears(
  dates: readonly Yearless[],
  now: WallTime | undefined,
  set: (row: number, wall: WallTime | undefined, own?: number) => void,
): void {
  if (now === undefined || dates.length === 0) return;
  let rising = 0;
  for (let i = 1; i < dates.length; i++) {
    const [previous, current] = [dates[i - 1], dates[i]];
    if (!previous || !current) continue;
    const step = current.position - previous.position;
    if (step !== 0 && Math.abs(step) < 186) rising += step > 0 ? 1 : -1;
  }
  const newestFirst = rising < 0;
  const latestFirst = newestFirst ? dates : [...dates].reverse();
  let year = new Date(now).getUTCFullYear();
  let later: number | undefined;
  for (const date of latestFirst) {
    if (later === undefined) {
      const thisYear = date.wallIn(year);
      if (thisYear === undefined || Math.floor(thisYear / DAY) * DAY > now) year--;
    } else if (date.position - later > 186) year--;
    later = date.position;
    set(date.row, date.wallIn(year), date.offset);
  }
}
