/** What makes a post the same post in two tables, and a day the same day. */
import { DAY } from '../base/dates.ts';

/** Scheme, `www.`, host, path; what follows them changes from copy to copy. */
const ADDRESS = /^\s*(?:https?:\/\/)?(?:www\.|m\.)?([^/?#\s]+)(\/[^?#]*)?/i;

/** A link without scheme, `www.`, query and closing slash; letters of an id keep their case. */
export function linkKey(link: string): string {
  const [, host = '', path = ''] = ADDRESS.exec(link) ?? [];
  let end = path.trimEnd().length;
  while (path[end - 1] === '/') end--;
  // The front page of a site is no post.
  return end === 0 ? '' : host.toLowerCase() + path.slice(0, end);
}

/** Days since 1970; `NaN` stays `NaN`. @param wall milliseconds of wall time */
export const dayOf = (wall: number): number => Math.floor(wall / DAY);
