/** What makes a post the same post in two tables, and a day the same day. */
import { DAY, type WallTime } from '../base/dates.ts';
import type { TableContent } from '../table/table.ts';

/** A link without what changes from copy to copy: scheme, `www.`, query, closing slash; letters of an id keep their case. */
export function linkKey(link: string): string {
  const [address = ''] = link.trim().split(/[?#]/);
  const [, host = '', path = ''] = /^(?:https?:\/\/)?(?:www\.|m\.)?([^/]+)(\/.*)?$/i.exec(address) ?? [];
  // The front page of a site is no post.
  return path.replace(/\/+$/, '') === '' ? '' : `${host.toLowerCase()}${path.replace(/\/+$/, '')}`;
}

/** When a post came out, or whose day a row is. */
export const timesOf = ({ columns }: TableContent): ArrayLike<WallTime> | undefined =>
  columns.get('publishedAt')?.numbers ?? columns.get('day')?.numbers;

export const dayOf = (wall: WallTime | undefined): number | undefined =>
  wall === undefined || Number.isNaN(wall) ? undefined : Math.floor(wall / DAY);

const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .replace(/ё/g, 'е')
      .match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? [],
  );

/** How alike two titles are, from 0 to 1: words they share, of the words of the shorter, which may be a topic for a whole text. */
export function titleLikeness(one: string, other: string): number {
  const [few, many] = [words(one), words(other)].sort((first, second) => first.size - second.size);
  if (!few || !many || few.size === 0) return 0;
  // Parts of a series differ by their number alone.
  const numbers = [few, many].map((own) => [...own].filter((word) => /\d/.test(word)));
  if (numbers.every((own) => own.length > 0) && !numbers[0]?.some((word) => many.has(word))) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  // One short word in common says little.
  return few.size === 1 && many.size > 1 ? 0.5 * shared : shared / few.size;
}

const networks: readonly (readonly [string, RegExp])[] = [
  ['instagram', /instagram|инстаграм|(^|[^a-z])ig([^a-z]|$)/i],
  ['facebook', /facebook|фейсбук|(^|[^a-z])fb([^a-z]|$)/i],
  ['tiktok', /tik ?-?tok|тикток/i],
  ['youtube', /youtube|ютуб|(^|[^a-z])yt([^a-z]|$)/i],
  ['vk', /vkontakte|вконтакте|(^|[^a-zа-я])(vk|вк)([^a-zа-я]|$)/i],
  ['telegram', /telegram|телеграм|(^|[^a-zа-я])(tg|тг)([^a-zа-я]|$)/i],
  ['linkedin', /linkedin/i],
  ['x', /twitter|твиттер|(^|[^a-z])x([^a-z]|$)/i],
  ['ok', /одноклассник/i],
];

/** The network that a tab's or a file's name speaks of; `undefined` where none, or several. */
export function networkOf(name: string): string | undefined {
  const found = networks.filter(([, words]) => words.test(name.replace(/_/g, ' ')));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** Whether nothing says that two tables are of different accounts: accounts, networks in cells, networks in the names of the tabs. */
export function mayBeOneAccount(one: TableContent, other: TableContent): boolean {
  const clash = (field: string) => {
    const [own, theirs] = [one, other].map(
      ({ columns }) => new Set((columns.get(field)?.texts ?? []).filter(Boolean).map((text) => text.toLowerCase())),
    );
    return own !== undefined && theirs !== undefined && own.size > 0 && theirs.size > 0 && ![...own].some((text) => theirs.has(text));
  };
  const [ownNetwork, theirNetwork] = [networkOf(one.sheet), networkOf(other.sheet)];
  return !clash('account') && !clash('platform') && !(ownNetwork && theirNetwork && ownNetwork !== theirNetwork);
}
