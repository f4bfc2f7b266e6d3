/** What makes a post the same post in two tables, and a day the same day. */
import { DAY, type WallTime } from '../base/dates.ts';
import { networkNamed } from '../table/recognition/networks.ts';
import type { TableContent } from '../table/table.ts';

/** A link without what changes from copy to copy: scheme, `www.`, query, closing slash; letters of an id keep their case. */
export function linkKey(link: string): string {
  const [address = ''] = link.trim().split(/[?#]/);
  const [, host = '', path = ''] = /^(?:https?:\/\/)?(?:www\.|m\.)?([^/]+)(\/.*)?$/i.exec(address) ?? [];
  // The front page of a site is no post.
  return path.replace(/\/+$/, '') === '' ? '' : `${host.toLowerCase()}${path.replace(/\/+$/, '')}`;
}

export const dayOf = (wall: WallTime | undefined): number | undefined =>
  wall === undefined || Number.isNaN(wall) ? undefined : Math.floor(wall / DAY);

/** A title as it is compared: its words, and which of them are numbers. */
export interface Title {
  readonly words: ReadonlySet<string>;
  readonly numbers: readonly string[];
}

export function titleOf(text: string): Title {
  const words = new Set(
    text
      .toLowerCase()
      .replace(/ё/g, 'е')
      .match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? [],
  );
  return { words, numbers: [...words].filter((word) => /\d/.test(word)) };
}

/**
 * How alike two titles are, from 0 to 1: words they share, of the words of the shorter, which may be a topic for a whole text.
 * @param shared how many words they share
 */
export function titleLikeness(one: Title, other: Title, shared = sharedWords(one, other)): number {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one];
  if (few.words.size === 0) return 0;
  // Parts of a series differ by their number alone.
  if (few.numbers.length > 0 && many.numbers.length > 0 && !few.numbers.some((word) => many.words.has(word))) return 0;
  // One short word in common says little.
  return few.words.size === 1 && many.words.size > 1 ? 0.5 * shared : shared / few.words.size;
}

function sharedWords(one: Title, other: Title): number {
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared++;
  return shared;
}

/** Whether nothing says that two tables are of different accounts: accounts, networks in cells, networks in the names of the tabs. */
export function mayBeOneAccount(one: TableContent, other: TableContent): boolean {
  const clash = (field: string) => {
    const [own, theirs] = [one, other].map(
      ({ columns }) => new Set((columns.get(field)?.texts ?? []).filter(Boolean).map((text) => text.toLowerCase())),
    );
    return own !== undefined && theirs !== undefined && own.size > 0 && theirs.size > 0 && ![...own].some((text) => theirs.has(text));
  };
  const [ownNetwork, theirNetwork] = [networkNamed(one.sheet), networkNamed(other.sheet)];
  return !clash('account') && !clash('platform') && !(ownNetwork && theirNetwork && ownNetwork !== theirNetwork);
}
