/** Which tables may lend a table their columns, and which of them surely belong to it. */
import { activity, audiences } from '../table/row-facts.ts';
import type { TableContent } from '../table/table.ts';
import { matchArrivals } from './arrivals.ts';
import { type JoinChoices, joinName } from './choices.ts';
import { broughtBy, figures, type JoinKind } from './lend.ts';
import {
  type JoinKey,
  type Match,
  matchAddresses,
  matchBy,
  matchDays,
  matchPlacements,
  matchPosts,
  type PostKey,
  postKeys,
} from './match.ts';
import { FEWEST, has, mayBeOneAccount, type Side } from './side.ts';

/** A smaller part than this may be chance, or another account: the join is only offered. */
const ENOUGH = 0.6;

/** What is decided about a post before and beside its publication; a table of these is a tracker. */
const tracked = ['sentAt', 'approvedAt', 'decider', 'approver', 'revisionRounds', 'urgency', 'eventAt'];

export interface Candidate {
  readonly kind: JoinKind;
  readonly other: Side;
  readonly keys: readonly PostKey[];
  readonly match: Match;
  readonly of: number;
  readonly isSure: boolean;
  /** Ids of the fields that would come along. */
  readonly brought: readonly string[];
}

/** The tables that this one may take columns from. Of several that bring the same, none is sure. */
export function candidates(own: Side, sides: readonly Side[], choices: JoinChoices): readonly Candidate[] {
  const nameFrom = (other: Side) => joinName({ to: own.table.sheet, from: other.table.sheet });
  const others = sides.filter((other) => other !== own && other.table.length >= FEWEST);
  const found = others.flatMap((other): readonly Candidate[] => {
    const known = kindOf(own, other);
    const kind = known ?? (sides.indexOf(own) < sides.indexOf(other) && arePieces(own.table, other.table) ? 'posts' : undefined);
    if (!kind || !mayBeOneAccount(own, other)) return [];
    // Two lists of posts are one list only where their addresses say so.
    const matchOfPosts = known === undefined ? matchAddresses : matchPosts;
    const keys = kind === 'posts' ? keysOf(own, other) : [];
    const named = keys.find((key) => key === choices[nameFrom(other)]);
    const byKind = { posts: matchOfPosts, series: matchDays, placements: matchPlacements, arrivals: matchArrivals }[kind];
    // A named key that finds nothing leaves what is found without it.
    const match = (named && matchBy[named](own, other)) ?? byKind(own, other);
    if (!match) return [];
    const of = kind === 'placements' ? match.matched : Math.min(candidateRows(own, match.by), candidateRows(other, match.by));
    const isEnough = match.matched >= FEWEST && match.matched >= ENOUGH * of;
    return [
      {
        kind,
        other,
        keys,
        match,
        of,
        isSure: kind === 'placements' || kind === 'arrivals' || isEnough,
        brought: broughtBy(own.table, kind, other.table),
      },
    ];
  });
  const isRivalled = (one: Candidate) =>
    found.some(
      (rival) =>
        rival !== one &&
        rival.kind === one.kind &&
        rival.isSure &&
        one.kind !== 'placements' &&
        choices[nameFrom(rival.other)] !== 'off' &&
        // Matches by link or id cannot be of another account.
        !(one.match.by === 'link' || one.match.by === 'id') &&
        rival.brought.some((id) => one.brought.includes(id)),
    );
  return found.map((one) => ({ ...one, isSure: one.isSure && !isRivalled(one) }));
}

/** An export that comes in pieces, one metric a tab: the same posts by their addresses, and the first of the tables gets the rest. */
const arePieces = (own: TableContent, other: TableContent): boolean =>
  ['link', 'postId'].some((id) => own.columns.has(id) && other.columns.has(id)) &&
  !has(own, tracked) &&
  !has(other, tracked) &&
  has(other, figures);

/** What a table could get from another: figures for posts that somebody tracks, activity or placements for a history of followers, followers for placements. */
function kindOf(ownSide: Side, otherSide: Side): JoinKind | undefined {
  const [own, other] = [ownSide.table, otherSide.table];
  if (has(own, tracked) && !has(other, tracked) && has(other, figures) && has(other, ['title', 'link', 'postId'])) return 'posts';
  if (has(own, ['placement'])) return isHistory(otherSide) ? 'arrivals' : undefined;
  if (!isHistory(ownSide)) return undefined;
  if (has(other, ['placement'])) return has(own, ['paid', 'spend']) ? undefined : 'placements';
  return has(other, [...activity, ...audiences]) && otherSide.isDaily() ? 'series' : undefined;
}

/** Followers of one account, day by day. */
const isHistory = ({ table, isDaily }: Side) =>
  !has(table, ['placement']) && has(table, ['followers', 'followersNet', 'followersGained']) && isDaily();

const keysOf = (own: Side, other: Side): readonly PostKey[] =>
  postKeys.filter((key) => candidateRows(own, key) > 0 && candidateRows(other, key) > 0);

/** How many rows have what the key needs. */
function candidateRows({ table, links, ids, days }: Side, by: JoinKey): number {
  if (by === 'link' || by === 'id') return count(by === 'link' ? links() : ids(), (key) => key !== '');
  const titles = table.columns.get('title')?.texts;
  return count(days(), (day, row) => !Number.isNaN(day) && (by === 'day' || (titles?.[row] ?? '') !== ''));
}

function count<Item>(items: ArrayLike<Item>, isCounted: (item: Item, row: number) => boolean): number {
  let counted = 0;
  for (let row = 0; row < items.length; row++) if (isCounted(items[row] as Item, row)) counted++;
  return counted;
}
