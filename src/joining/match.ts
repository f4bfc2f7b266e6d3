/** Which row of another table belongs to which row of this one; one to one, and a tie joins nothing. */
import { addTo } from '../base/groups.ts';
import type { Side } from './side.ts';
import { createTitleReader, createWordIndex, titleLikeness } from './titles.ts';

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

export type MatchSides = (own: Side, other: Side) => Match | undefined;

/** Posts by one key alone. */
export const matchBy: Readonly<Record<PostKey, MatchSides>> = {
  link: (own, other) => matchUnique('link', own.links(), other.links()),
  id: (own, other) => matchUnique('id', own.ids(), other.ids()),
  title: matchTitles,
};

/** Posts by link, else by id, else by day and likeness of the title: by the key that finds most; a sure key that finds nearly all comes first. */
export const matchPosts: MatchSides = (own, other) => {
  const sure = matchAddresses(own, other);
  const all = Math.min(own.table.length, other.table.length);
  return (sure?.matched ?? 0) >= PLENTY * all ? sure : better(sure, matchTitles(own, other));
};

/** Posts by link or by id, whichever finds more. */
export const matchAddresses: MatchSides = (own, other) => better(matchBy.link(own, other), matchBy.id(own, other));

/** Rows of the same calendar day, where a day stands once in each table. */
export const matchDays: MatchSides = (own, other) => matchUnique('day', own.days(), other.days());

/** The one that finds more rows, of equal ones the first. */
const better = (one: Match | undefined, other: Match | undefined): Match | undefined =>
  (other?.matched ?? 0) > (one?.matched ?? 0) ? other : one;

/** Joins keys that stand exactly once on either side; an empty text and `NaN` are no keys. */
function matchUnique<Key extends string | number>(by: JoinKey, own: ArrayLike<Key>, other: ArrayLike<Key>): Match | undefined {
  if (own.length === 0 || other.length === 0) return undefined;
  const places = new Map<Key, number>();
  for (let row = 0; row < other.length; row++) {
    const key = other[row];
    if (isKey(key)) places.set(key, places.has(key) ? -1 : row);
  }
  const rows = new Int32Array(own.length).fill(-1);
  for (let row = 0; row < own.length; row++) {
    const key = own[row];
    if (isKey(key)) rows[row] = places.get(key) ?? -1;
  }
  return oneToOne(by, rows, other.length);
}

const isKey = <Key extends string | number>(key: Key | undefined): key is Key => key !== undefined && key !== '' && !Number.isNaN(key);

/** Without the rows of the other table that several rows of this one have found. */
function oneToOne(by: JoinKey, rows: Int32Array, others: number): Match | undefined {
  const finders = new Int32Array(others);
  for (const place of rows) if (place >= 0) finders[place] = (finders[place] ?? 0) + 1;
  let matched = 0;
  rows.forEach((place, row) => {
    if (finders[place] === 1) matched++;
    else rows[row] = -1;
  });
  return matched === 0 ? undefined : { by, rows, matched };
}

/** Days after a placement in which it explains growth. */
export const DAYS_OF_PLACEMENT = 3;

/** For each day of a history the placement that ran on it or shortly before; one placement explains several days. */
export const matchPlacements: MatchSides = (own, other) => {
  const placements = new Map<number, number>();
  other.days().forEach((day, row) => {
    if (Number.isNaN(day)) return;
    for (let after = 0; after <= DAYS_OF_PLACEMENT; after++) if (!placements.has(day + after)) placements.set(day + after, row);
  });
  const rows = Int32Array.from(own.days(), (day) => placements.get(day) ?? -1);
  const matched = new Set(rows.filter((row) => row >= 0)).size;
  return matched === 0 ? undefined : { by: 'day', rows, matched };
};

/** Nobody publishes so many posts a day; what has them is no list of posts. */
const MOST_A_DAY = 500;

/** Posts of one day whose titles are the same or, of the rest, alike; each must be the only such post of the other. */
function matchTitles(own: Side, other: Side): Match | undefined {
  const [mine, theirs] = [own, other].map(({ table }) => table.columns.get('title')?.texts);
  if (!mine || !theirs) return undefined;
  const rows = new Int32Array(mine.length).fill(-1);
  const [ownDays, otherDays] = [rowsByDay(own), rowsByDay(other)];
  const mayBeOnePost = (row: number, place: number) => !areOtherPages(own.links()[row], other.links()[place]);
  for (const [day, posts] of otherDays) {
    const ownPosts = ownDays.get(day);
    if (!ownPosts || posts.length > MOST_A_DAY) continue;
    // The same words are the same post, also where another post has them among its own.
    const same = matchUnique('title', textsAt(mine, ownPosts), textsAt(theirs, posts))?.rows;
    same?.forEach((at, ownAt) => {
      const [row, place] = [ownPosts[ownAt] ?? -1, posts[at] ?? -1];
      if (place >= 0 && mayBeOnePost(row, place)) rows[row] = place;
    });
    const found = new Set(ownPosts.map((row) => rows[row]));
    const [left, places] = [ownPosts.filter((row) => rows[row] === -1), posts.filter((place) => !found.has(place))];
    if (left.length === 0 || places.length === 0) continue;
    // A reader for each day: it need not remember the words of years.
    const read = createTitleReader();
    const words = textsAt(theirs, places).map(read);
    const sharedWith = createWordIndex(words);
    for (const row of left) {
      const title = read(mine[row] ?? '');
      let alike = 0;
      for (const [at, shared] of sharedWith(title)) {
        const place = places[at] ?? -1;
        if (titleLikeness(title, words[at] ?? title, shared) < ALIKE || !mayBeOnePost(row, place)) continue;
        alike++;
        rows[row] = alike === 1 ? place : -1;
      }
    }
  }
  return oneToOne('title', rows, theirs.length);
}

const textsAt = (texts: readonly string[], rows: readonly number[]): readonly string[] => rows.map((row) => texts[row] ?? '');

function rowsByDay({ days }: Side): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  days().forEach((day, row) => {
    if (!Number.isNaN(day)) addTo(rows, day, row);
  });
  return rows;
}

/** Two addresses on one site are two posts, whatever their titles. */
const areOtherPages = (one = '', other = '') => one !== other && one !== '' && other !== '' && siteOf(one) === siteOf(other);
const siteOf = (link: string) => link.slice(0, Math.max(0, link.indexOf('/')));
