import { eachWindow, middleOf } from '../base/windows.ts';
import { type Explainable, explanationOf } from './explanations.ts';
import { plainWords } from './words.ts';

/** A post with what its engagement rate is made of, and what makes it comparable. */
export interface ComparablePost extends Explainable {
  readonly index: number;
  readonly account: number;
  readonly followers: number | undefined;
  readonly likes?: number | undefined;
  readonly comments?: number | undefined;
  readonly saves?: number | undefined;
  readonly engagements?: number | undefined;
  readonly publishedAt?: number | undefined;
}

/** Logarithm of the engagement rate by followers; `undefined` when it is not known. One like is added, so that silence has a logarithm. */
export function logEngagementRate({ followers, likes, comments, saves, engagements }: ComparablePost): number | undefined {
  const isKnown = likes !== undefined || comments !== undefined || saves !== undefined;
  const acts = isKnown ? (likes ?? 0) + (comments ?? 0) + (saves ?? 0) : engagements;
  return acts === undefined || followers === undefined || !(followers > 0) ? undefined : Math.log((acts + 1) / followers);
}

/** Posts of one account and type in time order: history and formats are never mixed. Paid posts are left out. */
export function seriesOfPosts<Post extends ComparablePost>(posts: readonly Post[]): readonly (readonly Post[])[] {
  const series = new Map<string, Post[]>();
  for (const post of posts) {
    const why = explanationOf(post);
    if (why !== undefined && why !== 'giveaway') continue;
    const key = `${post.account} ${plainWords(post.format ?? '')}`;
    const list = series.get(key);
    if (list) list.push(post);
    else series.set(key, [post]);
  }
  for (const list of series.values()) list.sort((one, other) => (one.publishedAt ?? one.index) - (other.publishedAt ?? other.index));
  return [...series.values()];
}

/** How many posts to each side are a post's surroundings. */
export const NEIGHBOURS = 7;

/** Each value's distance from the median of its surroundings, so many to each side, its own left out. */
export function fromMovingMedian(values: readonly number[], halfWindow: number): readonly number[] {
  const distances = new Array<number>(values.length).fill(0);
  eachWindow(values, halfWindow, (sorted, size, at) => {
    const value = values[at] ?? 0;
    if (size > 1) distances[at] = value - middleOf(sorted, size, sorted.indexOf(value));
  });
  return distances;
}
