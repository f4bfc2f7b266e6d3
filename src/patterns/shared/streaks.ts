import { type Places, placesInOrder } from '../../base/order.ts';

/** Posts, in lists of one length: their places in time, and how far two of their measures are from what is usual among their neighbours. */
export interface Paired {
  readonly times: ArrayLike<number>;
  readonly one: ArrayLike<number>;
  readonly other: ArrayLike<number>;
}

/**
 * Posts resemble the post before them beyond what a comparison with neighbours takes out, and people decide, and approve slowly, in runs. Where both
 * do, chance lines them up more often than among posts taken singly: the sum of their products varies this many times more
 * (Bartlett 1935, where the resemblance fades evenly).
 * @param neighbours with how many posts each was compared
 */
export function streakInflation({ times, one, other }: Paired, neighbours: number): number {
  const order = placesInOrder(times);
  const shared = resemblance(one, order, neighbours) * resemblance(other, order, neighbours);
  return (1 + shared) / (1 - shared);
}

/** More than this is one run. */
const MOST = 0.9;

/** The part of its distance that a post shares with the next, and what the comparison has hidden of it (Marriott and Pope 1954). */
function resemblance(distances: ArrayLike<number>, order: Places, neighbours: number): number {
  let products = 0;
  let squares = 0;
  let before = 0;
  for (const place of order) {
    const distance = distances[place] ?? 0;
    products += distance * before;
    squares += distance ** 2;
    before = distance;
  }
  const seen = squares > 0 ? products / squares : 0;
  return Math.min(MOST, Math.max(0, seen + (1 + 3 * seen) / neighbours));
}
