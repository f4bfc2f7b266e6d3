/** A post's place in time, and how far two of its measures are from what is usual among its neighbours. */
export interface Paired {
  readonly time: number;
  readonly one: number;
  readonly other: number;
}

/**
 * Posts resemble the post before them beyond what a comparison with neighbours takes out, and people decide, and approve slowly, in runs. Where both
 * do, chance lines them up more often than among posts taken singly: the sum of their products varies this many times more
 * (Bartlett 1935, where the resemblance fades evenly).
 * @param neighbours with how many posts each was compared
 */
export function streakInflation(posts: readonly Paired[], neighbours: number): number {
  const inOrder = [...posts].sort((one, other) => one.time - other.time);
  const ofOne = inOrder.map(({ one }) => one);
  const ofOther = inOrder.map(({ other }) => other);
  const shared = resemblance(ofOne, neighbours) * resemblance(ofOther, neighbours);
  return (1 + shared) / (1 - shared);
}

/** More than this is one run. */
const MOST = 0.9;

/** The part of its distance that a post shares with the next, and what the comparison has hidden of it (Marriott and Pope 1954). */
function resemblance(distances: readonly number[], neighbours: number): number {
  let products = 0;
  let squares = 0;
  distances.forEach((distance, place) => {
    products += distance * (distances[place - 1] ?? 0);
    squares += distance ** 2;
  });
  const seen = squares > 0 ? products / squares : 0;
  return Math.min(MOST, Math.max(0, seen + (1 + 3 * seen) / neighbours));
}
