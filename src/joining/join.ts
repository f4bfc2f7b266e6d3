/** Tables of one client that belong together: one gets the columns that another has, row by row. Signals know nothing of it. */
import { CellState } from '../base/numbers.ts';
import { paid } from '../table/fields.ts';
import { timesOf } from '../table/row-facts.ts';
import type { TableContent, TypedColumn } from '../table/table.ts';
import { dayOf, mayBeOneAccount } from './keys.ts';
import { type JoinKey, keyFields, type Match, matchAddresses, matchBy, matchDays, matchPosts, type PostKey, postKeys } from './match.ts';

export const joinKinds = ['posts', 'series', 'placements'] as const;
export type JoinKind = (typeof joinKinds)[number];

/** Two tables that belong together, or could. */
export interface Join {
  readonly kind: JoinKind;
  /** The tab that gets columns, and the tab that has them. */
  readonly to: string;
  readonly from: string;
  readonly by: JoinKey;
  /** Keys that both tables have, of which the user may name another. */
  readonly keys: readonly PostKey[];
  /** Rows that were found, of how many that could be. */
  readonly matched: number;
  readonly of: number;
  /** Ids of the fields that came along; none where the join is only offered. */
  readonly fields: readonly string[];
}

export const joinChoices = ['on', 'off', ...postKeys] as const;
export type JoinChoice = (typeof joinChoices)[number];

/** Joins that the user decided on, by `joinName`: `off` undoes one, `on` makes one that is only offered, the name of a key makes it by that key. */
export type JoinChoices = Readonly<Record<string, JoinChoice>>;

export const joinName = ({ to, from }: Pick<Join, 'to' | 'from'>): string => `${to} ← ${from}`;

export interface Joined {
  /** The tables in the order given; those that got columns have them. */
  readonly tables: readonly TableContent[];
  readonly joins: readonly Join[];
}

/** A smaller part than this may be chance, or another account: the join is only offered. */
const ENOUGH = 0.6;
/** A table of fewer rows proves nothing by its matches. */
const FEWEST = 3;

/** What is decided about a post before and beside its publication; a table of these is a tracker. */
const tracked = ['sentAt', 'approvedAt', 'decider', 'approver', 'revisionRounds', 'urgency', 'eventAt'];
const activity = ['likes', 'comments', 'shares', 'saves', 'engagements'];
const audiences = ['reach', 'impressions', 'views'];
const figures = ['followers', ...activity, ...audiences, 'paid', 'spend'];
/** Days after a placement in which it explains growth. */
const DAYS_OF_PLACEMENT = 3;

export function joinTables(tables: readonly TableContent[], choices: JoinChoices = {}): Joined {
  const joins: Join[] = [];
  const extended = tables.map((own) => {
    const wanted = [...candidates(own, tables, choices)];
    let table = own;
    for (const candidate of wanted) {
      const added = candidate.brought.length === 0 ? [] : columnsOf(table, candidate);
      const choice = choices[joinName({ to: own.sheet, from: candidate.other.sheet })];
      const isApplied = choice === undefined ? candidate.isSure : choice !== 'off';
      if (added.length === 0) continue;
      const { kind, keys, match, of } = candidate;
      joins.push({
        kind,
        to: own.sheet,
        from: candidate.other.sheet,
        by: match.by,
        keys,
        matched: match.matched,
        of,
        fields: isApplied ? added.map(({ field }) => field.id) : [],
      });
      if (isApplied) table = withColumns(table, added);
    }
    return table;
  });
  return { tables: extended, joins };
}

interface Candidate {
  readonly kind: JoinKind;
  readonly other: TableContent;
  readonly keys: readonly PostKey[];
  readonly match: Match;
  readonly of: number;
  readonly isSure: boolean;
  /** Ids of the fields that would come along. */
  readonly brought: readonly string[];
}

/** The tables that this one may take columns from. Of several that bring the same, none is sure. */
function candidates(own: TableContent, tables: readonly TableContent[], choices: JoinChoices): readonly Candidate[] {
  const others = tables.filter((other) => other !== own && other.length >= FEWEST && mayBeOneAccount(own, other));
  const found = others.flatMap((other): readonly Candidate[] => {
    const known = kindOf(own, other);
    const kind = known ?? (arePieces(own, other, tables) ? 'posts' : undefined);
    if (!kind) return [];
    // Two lists of posts are one list only where their addresses say so.
    const matchOfPosts = known === undefined ? matchAddresses : matchPosts;
    const keys = kind === 'posts' ? keysOf(own, other) : [];
    const named = keys.find((key) => key === choices[joinName({ to: own.sheet, from: other.sheet })]);
    const byKind = { posts: matchOfPosts, series: matchDays, placements: matchPlacements }[kind];
    // A named key that finds nothing leaves what is found without it.
    const match = (named && matchBy[named](own, other)) ?? byKind(own, other);
    if (!match) return [];
    const of = kind === 'placements' ? match.matched : Math.min(candidateRows(own, match.by), candidateRows(other, match.by));
    const isEnough = match.matched >= FEWEST && match.matched >= ENOUGH * of;
    return [{ kind, other, keys, match, of, isSure: kind === 'placements' || isEnough, brought: broughtBy(own, kind, other) }];
  });
  const isRivalled = (one: Candidate) =>
    found.some(
      (rival) =>
        rival !== one &&
        rival.kind === one.kind &&
        rival.isSure &&
        one.kind !== 'placements' &&
        choices[joinName({ to: own.sheet, from: rival.other.sheet })] !== 'off' &&
        // Matches by link or id cannot be of another account.
        !(one.match.by === 'link' || one.match.by === 'id') &&
        rival.brought.some((id) => one.brought.includes(id)),
    );
  return found.map((one) => ({ ...one, isSure: one.isSure && !isRivalled(one) }));
}

/** An export that comes in pieces, one metric a tab: the same posts by their addresses, and the first of the tables gets the rest. */
const arePieces = (own: TableContent, other: TableContent, tables: readonly TableContent[]): boolean =>
  tables.indexOf(own) < tables.indexOf(other) &&
  ['link', 'postId'].some((id) => own.columns.has(id) && other.columns.has(id)) &&
  !has(own, tracked) &&
  !has(other, tracked) &&
  has(other, figures);

const has = ({ columns }: TableContent, ids: readonly string[]) => ids.some((id) => columns.has(id));

/** What a table could get from another: figures for posts that somebody tracks, activity for a history of followers, placements for the same. */
function kindOf(own: TableContent, other: TableContent): JoinKind | undefined {
  if (has(own, tracked) && !has(other, tracked) && has(other, figures) && has(other, ['title', 'link', 'postId'])) return 'posts';
  if (has(own, ['placement']) || !isDaily(own)) return undefined;
  if (!has(own, ['followers', 'followersNet', 'followersGained'])) return undefined;
  if (has(other, ['placement'])) return timesOf(other) && !has(own, ['paid', 'spend']) ? 'placements' : undefined;
  return isDaily(other) && has(other, [...activity, ...audiences]) ? 'series' : undefined;
}

/** A row for each day, of one account: what a post brought is not what a day brought. */
function isDaily(table: TableContent): boolean {
  const times = timesOf(table);
  if (!times || table.accountNames.length > 1 || has(table, ['title', 'link', 'postId'])) return false;
  const days = new Set<number>();
  let dated = 0;
  for (let row = 0; row < table.length; row++) {
    const day = dayOf(times[row]);
    if (day === undefined) continue;
    dated++;
    days.add(day);
  }
  return dated >= FEWEST && days.size >= 0.9 * dated;
}

const keysOf = (own: TableContent, other: TableContent): readonly PostKey[] =>
  postKeys.filter((key) => [own, other].every(({ columns }) => columns.has(keyFields[key])));

/** Rows that have what the key needs. */
function candidateRows(table: TableContent, by: JoinKey): number {
  const times = timesOf(table);
  const texts = by === 'day' ? undefined : table.columns.get(keyFields[by])?.texts;
  let rows = 0;
  for (let row = 0; row < table.length; row++) {
    const isThere = by === 'day' ? dayOf(times?.[row]) !== undefined : (texts?.[row] ?? '') !== '';
    if (isThere) rows++;
  }
  return rows;
}

/** For each day of a history the placement that ran on it or shortly before. */
function matchPlacements(own: TableContent, other: TableContent): Match | undefined {
  const [times, placed] = [timesOf(own), timesOf(other)];
  const placements = new Map<number, number>();
  for (let row = 0; row < other.length; row++) {
    const day = dayOf(placed?.[row]);
    for (let after = 0; day !== undefined && after <= DAYS_OF_PLACEMENT; after++)
      if (!placements.has(day + after)) placements.set(day + after, row);
  }
  const rows = Int32Array.from({ length: own.length }, (_, row) => placements.get(dayOf(times?.[row]) ?? Number.NaN) ?? -1);
  const matched = new Set(rows.filter((row) => row >= 0)).size;
  return matched === 0 ? undefined : { by: 'day', rows, matched };
}

/** Ids of the fields that this table lacks and the other brings. */
function broughtBy(own: TableContent, kind: JoinKind, other: TableContent): readonly string[] {
  if (kind === 'placements') return [paid.id];
  const wanted = kind === 'posts' ? [...figures, 'publishedAt', 'format'] : [...activity, ...audiences, 'followers'];
  return wanted.filter((id) => !own.columns.has(id) && other.columns.has(id));
}

function columnsOf(own: TableContent, { kind, other, match }: Candidate): readonly TypedColumn[] {
  if (kind === 'placements') return own.columns.has(paid.id) ? [] : [placementMarks(other, match)];
  return broughtBy(own, kind, other).flatMap((id) => {
    const column = other.columns.get(id);
    return column ? [taken(column, match, other.sheet)] : [];
  });
}

/** A column of another table in the order of this one; rows that were not found are blank. */
function taken({ field, header, numbers, texts, flags, states }: TypedColumn, { rows }: Match, from: string): TypedColumn {
  const pick = (read: (row: number) => number) => Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : read(row)));
  return {
    field,
    header,
    index: -1,
    from,
    ...(numbers ? { numbers: pick((row) => numbers[row] ?? Number.NaN) } : {}),
    ...(texts ? { texts: Array.from(rows, (row) => (row < 0 ? '' : (texts[row] ?? ''))) } : {}),
    ...(flags ? { flags: Int8Array.from(rows, (row) => (row < 0 ? -1 : (flags[row] ?? -1))) } : {}),
    states: Uint8Array.from(rows, (row) => (row < 0 ? CellState.blank : (states[row] ?? CellState.blank))),
  };
}

/** Days on which a placement ran count as paid: what they brought is explained. */
function placementMarks(other: TableContent, { rows }: Match): TypedColumn {
  return {
    field: paid,
    header: other.columns.get('placement')?.header ?? '',
    index: -1,
    from: other.sheet,
    flags: Int8Array.from(rows, (row) => (row < 0 ? -1 : 1)),
    states: Uint8Array.from(rows, (row) => (row < 0 ? CellState.blank : CellState.read)),
  };
}

function withColumns(table: TableContent, added: readonly TypedColumn[]): TableContent {
  return {
    ...table,
    columns: new Map([...table.columns, ...added.map((column) => [column.field.id, column] as const)]),
    fields: new Set([...table.fields, ...added.map(({ field }) => field.id)]),
  };
}
