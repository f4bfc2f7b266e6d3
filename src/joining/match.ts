import { timesOf } from '../table/row-facts.ts';
/** Which row of another table belongs to which row of this one; one to one, and a tie joins nothing. */
import type { TableContent } from '../table/table.ts';
import { dayOf, linkKey, type Title, titleLikeness, titleOf } from './keys.ts';

/** What says that two rows are of the same post, the surest first. */
export const postKeys = ['link', 'id', 'title'] as const;
export type PostKey = (typeof postKeys)[number];
export const joinKeys = [...postKeys, 'day'] as const;
export type JoinKey = (typeof joinKeys)[number];

export interface Match {
  readonly by: JoinKey;
  /** For each row of this table the row of the other, -1 where there is none. */
  readonly rows: Int32Array;
  readonly matched: number;
}

/** Titles of one day less alike than this are two posts. */
const ALIKE = 0.75;

/** So large a part found by one key needs no other. */
const PLENTY = 0.9;

/** Posts by link, else by id, else by day and likeness of the title: by the key that finds most; a sure key that finds nearly all comes first. */
export function matchPosts(own: TableContent, other: TableContent): Match | undefined {
  const sure = matchAddresses(own, other);
  return (sure?.matched ?? 0) >= PLENTY * Math.min(own.length, other.length) ? sure : better(sure, matchTitles(own, other));
}

/** Posts by link or by id, whichever finds more. */
export const matchAddresses: MatchTables = (own, other) => better(matchBy.link(own, other), matchBy.id(own, other));

type MatchTables = (own: TableContent, other: TableContent) => Match | undefined;

/** Ids of the fields that hold the keys. */
export const keyFields: Readonly<Record<PostKey, string>> = { link: 'link', id: 'postId', title: 'title' };

const matchTexts =
  (by: PostKey, keyOf: (text: string) => string): MatchTables =>
  (own, other) =>
    matchUnique(by, textKeys(own, keyFields[by], keyOf), textKeys(other, keyFields[by], keyOf));

/** Posts by one key alone. */
export const matchBy: Readonly<Record<PostKey, MatchTables>> = {
  link: matchTexts('link', linkKey),
  id: matchTexts('id', (text) => text.trim()),
  title: matchTitles,
};

/** The one that finds more rows, of equal ones the first. */
const better = (one: Match | undefined, other: Match | undefined): Match | undefined =>
  (other?.matched ?? 0) > (one?.matched ?? 0) ? other : one;

/** Rows of the same calendar day, where a day stands once in each table. */
export function matchDays(own: TableContent, other: TableContent): Match | undefined {
  const keys = (table: TableContent) => {
    const times = timesOf(table);
    return Array.from({ length: table.length }, (_, row) => dayOf(times?.[row]));
  };
  return matchUnique('day', keys(own), keys(other));
}

const textKeys = ({ columns, length }: TableContent, field: string, keyOf: (text: string) => string): readonly string[] => {
  const texts = columns.get(field)?.texts;
  return Array.from({ length }, (_, row) => keyOf(texts?.[row] ?? ''));
};

/** Joins keys that stand exactly once on either side. */
function matchUnique<Key extends string | number>(
  by: JoinKey,
  own: readonly (Key | undefined)[],
  other: readonly (Key | undefined)[],
): Match | undefined {
  const places = (keys: readonly (Key | undefined)[]) => {
    const found = new Map<Key, number>();
    keys.forEach((key, row) => {
      if (key !== undefined && key !== '') found.set(key, found.has(key) ? -1 : row);
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

/** Nobody publishes so many posts a day; what has them is no list of posts. */
const MOST_A_DAY = 500;

/** The other table's posts of one day, and which of them have a word. */
interface Day {
  readonly rows: number[];
  readonly byWord: Map<string, number[]>;
}

/** Posts of one day whose titles are alike; each must be the only such post of the other. */
function matchTitles(own: TableContent, other: TableContent): Match | undefined {
  const [mine, theirs] = [own.columns.get('title')?.texts, other.columns.get('title')?.texts];
  const [ownTimes, otherTimes] = [timesOf(own), timesOf(other)];
  if (!mine || !theirs || !ownTimes || !otherTimes) return undefined;
  const titles = theirs.map(titleOf);
  const [ownLinks, otherLinks] = [textKeys(own, 'link', linkKey), textKeys(other, 'link', linkKey)];
  const days = daysOf(titles, otherTimes);
  const rows = new Int32Array(own.length).fill(-1);
  const takenBy = new Map<number, number>();
  mine.forEach((text, row) => {
    const day = days.get(dayOf(ownTimes[row]) ?? Number.NaN);
    if (text === '' || !day || day.rows.length > MOST_A_DAY) return;
    // Two addresses on one site are two posts, whatever their titles.
    const isElsewhere = (place: number) => areOtherPages(ownLinks[row] ?? '', otherLinks[place] ?? '');
    const [only, ...others] = alikeOf(titleOf(text), day, titles).filter((place) => !isElsewhere(place));
    if (only === undefined || others.length > 0) return;
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

const siteOf = (link: string) => link.slice(0, Math.max(0, link.indexOf('/')));
const areOtherPages = (one: string, other: string) => one !== '' && other !== '' && siteOf(one) === siteOf(other) && one !== other;

function daysOf(titles: readonly Title[], times: ArrayLike<number>): ReadonlyMap<number, Day> {
  const days = new Map<number, Day>();
  titles.forEach(({ words }, row) => {
    const date = dayOf(times[row]);
    if (date === undefined || words.size === 0) return;
    const day = days.get(date) ?? { rows: [], byWord: new Map<string, number[]>() };
    days.set(date, day);
    day.rows.push(row);
    for (const word of words) {
      const known = day.byWord.get(word);
      if (known) known.push(row);
      else day.byWord.set(word, [row]);
    }
  });
  return days;
}

/** Rows of a day whose titles are alike enough; words are counted by where they stand, not title against title. */
function alikeOf(title: Title, { byWord }: Day, titles: readonly Title[]): readonly number[] {
  const shared = new Map<number, number>();
  for (const word of title.words) for (const row of byWord.get(word) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
  return [...shared].flatMap(([row, count]) => {
    const other = titles[row];
    return other && titleLikeness(title, other, count) >= ALIKE ? [row] : [];
  });
}
