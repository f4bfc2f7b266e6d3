import { DAY, HOUR, type WallTime } from './dates.ts';

/** One time zone: instants to the wall clock it shows, and back. */
export interface Zone {
  /** IANA name, such as `Europe/Moscow`. */
  readonly id: string;
  /** What the wall clock shows at an instant (ms since 1970-01-01 UTC). */
  toWall(instant: number): WallTime;
  /**
   * The instant at which the wall clock shows this. A time that the clock shows twice means the first; a time that it skips is read
   * with the offset before the gap, so it lands as far after the gap.
   */
  toInstant(wall: WallTime): number;
}

/** Hours that passed on a zone's clock from one wall time to another, its daylight-saving changes counted. */
export const elapsedHours = (from: WallTime, to: WallTime, zone: Zone): number => (zone.toInstant(to) - zone.toInstant(from)) / HOUR;

/** No zone has changed its clock twice within so many days. */
const STEP = 8 * DAY;

/** The clock's offset in ms from one instant up to another. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/**
 * A zone with a table of its clock changes, built year by year as they are asked for: formatting each date would be a thousand times
 * slower. Old local mean times, such as Moscow's +02:30:17 of 1899, are right to the second.
 * @throws RangeError when the platform does not know the zone
 */
export function createZone(id: string): Zone {
  const offsetAt = offsetReader(id);
  const years = new Map<number, readonly Span[]>();

  const spansOf = (year: number): readonly Span[] => {
    const known = years.get(year);
    if (known) return known;
    const end = Date.UTC(year + 1, 0, 1);
    let from = Date.UTC(year, 0, 1);
    let offset = offsetAt(from);
    const spans: Span[] = [];
    for (let step = from; step < end; step += STEP) {
      const next = Math.min(step + STEP, end);
      const nextOffset = offsetAt(next);
      if (nextOffset === offset) continue;
      const until = firstWith(nextOffset, step, next, offsetAt);
      spans.push({ from, until, offset });
      from = until;
      offset = nextOffset;
    }
    spans.push({ from, until: end, offset });
    years.set(year, spans);
    return spans;
  };

  // The dates of a column lie near each other: most are answered by the span of the last one.
  let recent: Span | undefined;
  const offsetOf = (instant: number): number => {
    if (recent && instant >= recent.from && instant < recent.until) return recent.offset;
    // Beyond what a Date can hold no clock says anything.
    if (!(Math.abs(instant) < 8.6e15)) return 0;
    recent = spansOf(new Date(instant).getUTCFullYear()).find(({ until }) => instant < until);
    return recent?.offset ?? 0;
  };

  return {
    id,
    toWall: (instant) => instant + offsetOf(instant),
    toInstant: (wall) => {
      // The offsets a day before and after enclose any clock change near this time.
      const before = offsetOf(wall - DAY);
      const early = wall - before;
      if (offsetOf(early) === before) return early;
      const late = wall - offsetOf(wall + DAY);
      return late + offsetOf(late) === wall ? late : early;
    },
  };
}

/** The first second in (low, high] at which the offset is already `offset`. */
function firstWith(offset: number, low: number, high: number, offsetAt: (instant: number) => number): number {
  let before = low;
  let after = high;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

function offsetReader(id: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    // Some engines print midnight as 24 of the same day.
    return Date.UTC(year, month - 1, day, hour % 24, minute, second) - Math.floor(instant / 1000) * 1000;
  };
}
