/** What is usual for the posts of one account, and how far they lie from it: their likes, beside their other activity and their reach. */
import { grouped } from '../../base/groups.ts';
import { placesUpTo } from '../../base/order.ts';
import { knownOf, medianOf, numbersAt, numbersFrom, robustDeviation } from '../../base/statistics.ts';

/** An account's posts as they were measured, in lists of one length. */
export interface Measured {
  readonly types: readonly string[];
  readonly likes: Float64Array;
  readonly logLikes: Float64Array;
  readonly ratio: Float64Array;
  readonly perReach: Float64Array;
}

/** What is usual for a post: of its type where there are enough such posts, else of its account. */
interface Usual {
  readonly posts: number;
  readonly likes: number;
  readonly logLikes: number;
  readonly ratio: number;
  readonly perReach: number;
}

/** How far an account's posts lie from what is usual for them. */
export interface Account {
  readonly posts: number;
  readonly usual: (type: string) => Usual;
  readonly logLikesDeviation: number;
  readonly ratioDeviation: number;
  readonly perReachDeviation: number;
  /** The ratio's distance beyond which even the account's beloved posts hardly ever lie. */
  readonly farthest: (own: number) => number;
}

/** Likes beside the post's other activity, in logs; one of each is added, so that silence has a logarithm. */
export const ratioOf = (likes: number, others: number): number => Math.log((likes + 1) / (others + 1));

/** Likes beside reach, in logs; `NaN` where nobody's reach is known. */
export const perReachOf = (likes: number, reach: number | undefined): number =>
  reach && reach > 0 ? Math.log((likes + 1) / reach) : Number.NaN;

/** Posts of a type that show what is usual for it: memes are liked, questions are answered. */
const POSTS_OF_TYPE = 8;
/** An account's own outstanding posts: this part of all. */
const OUTSTANDING = 0.1;
/** What a post may stand out by. */
type Deviating = 'logLikes' | 'ratio' | 'perReach';

/** @param accepted how often an account without bought likes may have a post beyond its own tail */
export function accountOf(posts: Measured, accepted: number): Account {
  const { types } = posts;
  const usualOf = (own: ArrayLike<number>): Usual => {
    const middle = (measure: 'likes' | Deviating) => medianOf(knownOf(numbersAt(posts[measure], own)));
    return {
      posts: own.length,
      likes: middle('likes'),
      logLikes: middle('logLikes'),
      ratio: middle('ratio'),
      perReach: middle('perReach'),
    };
  };
  const whole = usualOf(placesUpTo(types.length));
  const usualOfType = new Map<string, Usual>();
  for (const [type, own] of grouped(types.keys(), (place) => types[place] ?? ''))
    if (own.length >= POSTS_OF_TYPE) usualOfType.set(type, usualOf(own));
  const usual = (type: string) => usualOfType.get(type) ?? whole;
  const distances = (measure: Deviating) => {
    const own = posts[measure];
    return knownOf(numbersFrom(own.length, (place) => (own[place] ?? Number.NaN) - usual(types[place] ?? '')[measure]));
  };
  const ratios = distances('ratio');
  const ratioDeviation = robustDeviation(ratios, 0);
  return {
    posts: types.length,
    usual,
    logLikesDeviation: robustDeviation(distances('logLikes'), 0),
    ratioDeviation,
    perReachDeviation: robustDeviation(distances('perReach'), 0),
    farthest: tailOf(ratios, ratioDeviation, accepted),
  };
}

/** What a normal sample's outstanding values exceed their level by, in deviations: no account is taken for steadier. */
const LEAST_EXCESS = 0.45;

/**
 * Some posts are simply loved, and every account has its own way of having such posts. Beyond a level that a tenth of the posts exceed, distances
 * of most things fall off evenly, and the mean excess of so few over it predicts how far the farthest may lie (the predictive distribution of an
 * exponential sample). A post is left out of the tail that it is held against.
 */
function tailOf(distances: Float64Array, deviation: number, accepted: number): Account['farthest'] {
  const sorted = distances.sort().reverse();
  const count = Math.max(2, Math.round(OUTSTANDING * sorted.length));
  const level = sorted[count + 1] ?? 0;
  const sum = sorted.subarray(0, count + 1).reduce((total, distance) => total + distance, 0);
  return (own) => {
    const excess = (sum - Math.max(own, sorted[count] ?? 0)) / count - level;
    return level + Math.max(excess, LEAST_EXCESS * deviation) * count * ((count / accepted) ** (1 / count) - 1);
  };
}
