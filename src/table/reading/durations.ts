import { cleanText } from '../../base/cells.ts';
import { DAY, HOUR } from '../../base/dates.ts';

const MINUTE = 60_000;

/** `18:30`, `6:05 PM`, `18.30`, `18h30`, `9 am`, `18`, and what a spreadsheet makes of such a cell. */
const clockShape = /^(?:1899-12-30T)?(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(h|[ap]\.?\s?m\.?)?$/i;

/** Milliseconds since midnight of a time that stands alone; `undefined` where it is none. */
export function readTimeOfDay(text: string): number | undefined {
  const share = /^0[.,]\d{3,}$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  if (share !== undefined) return Math.round((share * DAY) / MINUTE) * MINUTE;
  const [, hour, minute = '0', half = ''] = clockShape.exec(cleanText(text)) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const isHalf = /^[ap]/i.test(half);
  if (isHalf && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = isHalf ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  return hours > 23 ? undefined : hours * HOUR + Number(minute) * MINUTE;
}

const unitShape = /(^|[\s,.(\d])(?:(мин|min|m$|м$)|(час|ч$|ч[\s.,)]|hour|hrs?|h$|h[\s.,)])|(дн|ден|day|сут|d$))/i;
const unitOf = (text: string): number | undefined => {
  const [, , minutes, hours, days] = unitShape.exec(text) ?? [];
  return minutes ? MINUTE : hours ? HOUR : days ? DAY : undefined;
};

/**
 * How long something took, in milliseconds: `1:35` (hours and minutes), `35 мин`, `2 ч 10 мин`, `1.5 h`, or a number in the unit that the
 * header names; `undefined` where no unit is known.
 */
export function readDuration(text: string, header: string): number | undefined {
  const plain = cleanText(text).toLowerCase();
  const clock = /^(?:1899-12-30t)?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(plain);
  if (clock) return Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3] ?? 0) * 1000;
  const parts = (plain.match(/\d+(?:[.,]\d+)?\s*[a-zа-я.]*/g) ?? []).map((part) => /^([\d.,]+?)\s*([a-zа-я.]*)$/.exec(part) ?? []);
  if (parts.length === 0 || plain.replace(/\d+(?:[.,]\d+)?\s*[a-zа-я.]*/g, '').replace(/[\s,и]|and/g, '') !== '') return undefined;
  let sum = 0;
  for (const [, amount = '', word = ''] of parts) {
    const unit = word === '' ? (parts.length === 1 ? unitOf(header.toLowerCase()) : undefined) : unitOf(word);
    if (unit === undefined) return undefined;
    sum += Number(amount.replace(',', '.')) * unit;
  }
  return sum;
}
