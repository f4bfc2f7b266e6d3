import { DAY, hasTimeOfDay, type WallTime } from '../../base/dates.ts';
import { isOut } from '../../table/vocabulary/statuses.ts';
import { anyWord } from './word-matching.ts';

/** Words that mark a post as bound to its moment; without them it is planned. */
const situational = anyWord([
  'ситуати*',
  'инфоповод*',
  'срочн*',
  'новост*',
  'situational',
  'real-time',
  'real time',
  'realtime',
  'topical',
  'newsworthy',
  'urgent',
  'reactive',
  'newsjack*',
  'breaking',
  'trend*',
]);
const negated = anyWord(['нет', 'не', 'no', 'not', 'плановый', 'планово', 'planned']);

/** Whether the cell calls the post situational: by such a word, or by a plain yes in a column that asks for it. */
export function isSituational(urgency: string | undefined): boolean {
  if (urgency === undefined) return false;
  return (situational(urgency) && !negated(urgency)) || /^(да|yes|true|1|\+)$/i.test(urgency.trim());
}

/** Whether a post is out: its status decides where it says so, else whether its time of publication has passed. */
export function isPublished(
  { publishedAt, status }: { readonly publishedAt: WallTime | undefined; readonly status: string | undefined },
  now: WallTime | undefined,
): boolean {
  return hasHappened(publishedAt, now) && isOut(status ?? '') !== false;
}

/** Whether the moment has passed; without a clock, a time that was written down counts as passed. */
export function hasHappened(moment: WallTime | undefined, now: WallTime | undefined): moment is WallTime {
  return moment !== undefined && (now === undefined || moment <= now);
}

/**
 * Hours that certainly passed between two cells, where hours matter. A cell that names only a day could mean any time of it, so it
 * counts from the end of that day, or up to its start: nobody is accused of hours that the sheet does not prove.
 */
export function certainSpan(from: WallTime, to: WallTime): { readonly from: WallTime; readonly to: WallTime } {
  const start = hasTimeOfDay(from) ? from : from + DAY;
  return { from: start, to: Math.max(start, to) };
}
