import { addTo } from '../../base/groups.ts';
import { numbersFrom } from '../../base/statistics.ts';
import { eachWindow, middleOf, placeAmong } from '../../base/windows.ts';
import type { Text } from '../../i18n/language.ts';
import { comments, day, engagements, followers, format, likes, publishedAt, saves } from '../../table/fields.ts';
import { engagementsOf, reactions, timesOf } from '../../table/row-facts.ts';
import { optional } from '../engine/row-reader.ts';
import type { Posts, Table } from '../engine/table.ts';
import { explainingColumns } from './explanations.ts';
import { plainWords } from './word-matching.ts';

/** What makes posts comparable: the columns of every signal that compares a post with its neighbours. */
export const comparedColumns = {
  followers: optional(followers),
  likes: optional(likes),
  comments: optional(comments),
  saves: optional(saves),
  engagements: optional(engagements),
  publishedAt: optional(publishedAt),
  day: optional(day),
  ...explainingColumns,
};

/** To be said beside a comparison that rests on such an ER; it begins with a space. */
export const withoutSaves: Text = {
  en: ' ER is counted without saves, which are not in the sheet, so this is less certain.',
  ru: ' ER посчитан без сохранений: в таблице их нет, поэтому уверенности меньше.',
};

const HAS_SAVES = 4;

export function postsOf(table: Table): Posts {
  const logRates = logEngagementRates(table);
  const kinds = knownKinds(table);
  const times = timesOrPlaces(table);
  const timeOf = (row: number) => times[row] ?? row;
  const series = groupPosts(table, logRates, kinds);
  for (const rows of series) {
    const isInOrder = rows.every((row, place) => place === 0 || timeOf(row) >= timeOf(rows[place - 1] ?? row));
    if (!isInOrder) rows.sort((one, other) => timeOf(one) - timeOf(other));
  }
  return { logRates, series, times, lacksSaves: kinds.some((known) => known > 0) && kinds.every((known) => known < HAS_SAVES) };
}

function timesOrPlaces(table: Table): Float64Array {
  const times = timesOf(table);
  return numbersFrom(table.length, (row) => {
    const time = times?.[row] ?? Number.NaN;
    return Number.isNaN(time) ? row : time;
  });
}

/** What is known of each row's engagement: likes 1, comments 2, saves 4. Where saves are missing, ER looks lower beside posts that have them. */
function knownKinds({ columns, length }: Table): Uint8Array {
  const parts = reactions.map((id) => columns.get(id)?.numbers);
  const kinds = new Uint8Array(length);
  parts.forEach((part, place) => {
    for (let row = 0; part && row < length; row++) if (!Number.isNaN(part[row])) kinds[row] = (kinds[row] ?? 0) | (1 << place);
  });
  return kinds;
}

/** One like is added, so that silence has a logarithm. */
function logEngagementRates(table: Table): Float64Array {
  const actsAt = engagementsOf(table, reactions);
  const audience = table.columns.get(followers.id)?.numbers;
  return numbersFrom(table.length, (row) => {
    const base = audience?.[row] ?? Number.NaN;
    return base > 0 ? Math.log((actsAt(row) + 1) / base) : Number.NaN;
  });
}

function groupPosts({ accounts, columns, explanations }: Table, logRates: Float64Array, kinds: Uint8Array): readonly Int32Array[] {
  const formats = columns.get(format.id)?.texts;
  const why = explanations();
  const groups = new Map<string, Map<number, number[]>>();
  for (let row = 0; row < logRates.length; row++) {
    if (Number.isNaN(logRates[row]) || (why[row] !== undefined && why[row] !== 'giveaway')) continue;
    const type = plainWords(formats?.[row] ?? '');
    const ofType = groups.get(type) ?? new Map<number, number[]>();
    addTo(ofType, 2 * HAS_SAVES * (accounts[row] ?? 0) + (kinds[row] ?? 0), row);
    groups.set(type, ofType);
  }
  return [...groups.values()].flatMap((ofType) => [...ofType.values()].map((rows) => Int32Array.from(rows)));
}

/** How many posts to each side are a post's surroundings. */
export const NEIGHBOURS = 7;

/** Each value's distance from the median of its surroundings, so many to each side, its own left out. */
export function fromMovingMedian(values: ArrayLike<number>, halfWindow: number): Float64Array {
  const distances = new Float64Array(values.length);
  eachWindow(values, halfWindow, (sorted, size, at) => {
    const value = values[at] ?? 0;
    if (size > 1) distances[at] = value - middleOf(sorted, size, placeAmong(sorted, size, value));
  });
  return distances;
}
