/** Followers that came with each placement of a list, by the history of an account: more than usual, in days that are its own. */
import { medianOf } from '../base/statistics.ts';
import { DAYS_OF_PLACEMENT, type MatchSides } from './match.ts';
import type { Side } from './side.ts';

/** What is usual rests on at least so many days without a placement. */
const FEWEST_USUAL = 7;

/** Placements whose followers can be told, by the day of the history on which they ran. */
export const matchArrivals: MatchSides = (own, other) => {
  const rowOfDay = new Map(Array.from(other.days(), (day, row) => [day, row] as const));
  const arrivals = arrivalsOf(own, other);
  const rows = Int32Array.from(own.days(), (day, row) => (Number.isNaN(arrivals[row]) ? -1 : (rowOfDay.get(day) ?? -1)));
  const matched = rows.filter((row) => row >= 0).length;
  return matched === 0 ? undefined : { by: 'day', rows, matched };
};

/**
 * For each placement how many followers more than usual came on its day and in the days after it that it may explain; none are 0.
 * `NaN` where one of these days is not known or is another placement's too: nothing is shared out or extrapolated.
 */
export function arrivalsOf(placements: Side, history: Side): Float64Array {
  const gains = gainsOf(history);
  const days = placements.days();
  /** By day: how many placements may explain it. */
  const explainedBy = new Map<number, number>();
  const daysOf = (day: number) => Array.from({ length: DAYS_OF_PLACEMENT + 1 }, (_, after) => day + after);
  for (const day of days) for (const explained of daysOf(day)) explainedBy.set(explained, (explainedBy.get(explained) ?? 0) + 1);
  const quiet = [...gains].flatMap(([day, gain]) => (explainedBy.has(day) ? [] : [gain]));
  const usual = quiet.length < FEWEST_USUAL ? Number.NaN : medianOf(Float64Array.from(quiet));
  return days.map((day) => {
    let more = 0;
    for (const explained of daysOf(day))
      more += explainedBy.get(explained) === 1 ? (gains.get(explained) ?? Number.NaN) - usual : Number.NaN;
    return Math.max(0, Math.round(more));
  });
}

/** By day: how many followers it brought; a day after one that is not known has no gain. */
function gainsOf({ table: { columns }, days }: Side): ReadonlyMap<number, number> {
  const [net, gained, total] = ['followersNet', 'followersGained', 'followers'].map((id) => columns.get(id)?.numbers);
  const stated = net ?? gained;
  const numbers = new Map(Array.from(days(), (day, row) => [day, (stated ?? total)?.[row] ?? Number.NaN] as const));
  const known = [...numbers].filter(([day]) => !Number.isNaN(day));
  const gains = stated ? known : known.map(([day, followers]) => [day, followers - (numbers.get(day - 1) ?? Number.NaN)] as const);
  return new Map(gains.filter(([, gain]) => !Number.isNaN(gain)));
}
