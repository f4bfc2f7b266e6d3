/** Which row of another table belongs to which row of this one; one to one, and a tie joins nothing. */
import type { TableContent } from '../table/table.ts';
import { dayOf, linkKey, timesOf, titleLikeness } from './keys.ts';

export const joinKeys = ['link', 'id', 'title', 'day'] as const;
export type JoinKey = (typeof joinKeys)[number];

export interface Match {
  readonly by: JoinKey;
  /** For each row of this table the row of the other, -1 where there is none. */
  readonly rows: Int32Array;
  readonly matched: number;
}

/** Titles of one day less alike than this are two posts. */
const ALIKE = 0.75;

/** Posts by link, else by id, else by day and likeness of the title: the first key by which any row is found. */
export function matchPosts(own: TableContent, other: TableContent): Match | undefined {
  const byKey = (by: JoinKey, field: string, keyOf: (text: string) => string) =>
    matchUnique(by, textKeys(own, field, keyOf), textKeys(other, field, keyOf));
  const found = [byKey('link', 'link', linkKey), byKey('id', 'postId', (text) => text.trim()), matchTitles(own, other)];
  return found.reduce<Match | undefined>((best, match) => (match && match.matched > (best?.matched ?? 0) ? match : best), undefined);
}

/** Rows of the same calendar day, where a day stands once in each table. */
export function matchDays(own: TableContent, other: TableContent): Match | undefined {
  const keys = (table: TableContent) => {
    const times = timesOf(table);
    return Array.from({ length: table.length }, (_, row) => String(dayOf(times?.[row]) ?? ''));
  };
  return matchUnique('day', keys(own), keys(other));
}

const textKeys = ({ columns, length }: TableContent, field: string, keyOf: (text: string) => string): readonly string[] => {
  const texts = columns.get(field)?.texts;
  return Array.from({ length }, (_, row) => keyOf(texts?.[row] ?? ''));
};

/** Joins keys that stand exactly once on either side. */
function matchUnique(by: JoinKey, own: readonly string[], other: readonly string[]): Match | undefined {
  const places = (keys: readonly string[]) => {
    const found = new Map<string, number>();
    keys.forEach((key, row) => {
      if (key !== '') found.set(key, found.has(key) ? -1 : row);
    });
    return found;
  };
  const [mine, theirs] = [places(own), places(other)];
  const rows = new Int32Array(own.length).fill(-1);
  let matched = 0;
  for (const [key, row] of mine) {
    const place = theirs.get(key) ?? -1;
    if (row < 0 || place < 0) continue;
    rows[row] = place;
    matched++;
  }
  return matched === 0 ? undefined : { by, rows, matched };
}

/** Posts of one day whose titles are alike; each must be the only such post of the other. */
function matchTitles(own: TableContent, other: TableContent): Match | undefined {
  const [mine, theirs] = [own.columns.get('title')?.texts, other.columns.get('title')?.texts];
  const [ownTimes, otherTimes] = [timesOf(own), timesOf(other)];
  if (!mine || !theirs || !ownTimes || !otherTimes) return undefined;
  const ofDay = new Map<number, number[]>();
  theirs.forEach((title, row) => {
    const day = dayOf(otherTimes[row]);
    if (day === undefined || title === '') return;
    const rows = ofDay.get(day);
    if (rows) rows.push(row);
    else ofDay.set(day, [row]);
  });
  const rows = new Int32Array(own.length).fill(-1);
  const takenBy = new Map<number, number>();
  mine.forEach((title, row) => {
    const day = dayOf(ownTimes[row]);
    if (title === '' || day === undefined) return;
    const alike = (ofDay.get(day) ?? []).filter((place) => titleLikeness(title, theirs[place] ?? '') >= ALIKE);
    const [only] = alike;
    if (only === undefined || alike.length > 1) return;
    rows[row] = only;
    takenBy.set(only, (takenBy.get(only) ?? 0) + 1);
  });
  let matched = 0;
  rows.forEach((place, row) => {
    if (place >= 0 && (takenBy.get(place) ?? 0) > 1) rows[row] = -1;
    if ((rows[row] ?? -1) >= 0) matched++;
  });
  return matched === 0 ? undefined : { by: 'title', rows, matched };
}
