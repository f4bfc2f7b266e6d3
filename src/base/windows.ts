/** The median of the first `size` of numbers in ascending order, one place left out if so asked; `NaN` for none. */
export function middleOf(sorted: ArrayLike<number>, size: number, without = -1): number {
  const count = without < 0 ? size : size - 1;
  const middle = count >> 1;
  const upper = valueAt(sorted, middle, without);
  return count % 2 === 1 ? upper : (valueAt(sorted, middle - 1, without) + upper) / 2;
}

const valueAt = (sorted: ArrayLike<number>, place: number, without: number): number =>
  sorted[without >= 0 && place >= without ? place + 1 : place] ?? Number.NaN;

/** A place of a value among the first `size` of numbers in ascending order, -1 where it is none of them. */
export function placeAmong(sorted: ArrayLike<number>, size: number, value: number): number {
  let place = 0;
  // From the start: among so few that beats halving.
  while (place < size && (sorted[place] ?? value) < value) place++;
  return place < size && sorted[place] === value ? place : -1;
}

/** Walks along the values with their surroundings in ascending order (the first `size` of `sorted`); unknown values are left out. */
export function eachWindow(
  values: ArrayLike<number>,
  halfWindow: number,
  visit: (sorted: Float64Array, size: number, entry: number) => void,
): void {
  // One buffer, moved in place: windows are so small that shifting beats searching.
  const sorted = new Float64Array(2 * halfWindow + 1);
  let size = 0;
  for (let entry = -halfWindow; entry < values.length; entry++) {
    const entering = valueIn(values, entry + halfWindow);
    const leaving = valueIn(values, entry - halfWindow - 1);
    const isEntering = !Number.isNaN(entering);
    const value = isEntering ? entering : Number.POSITIVE_INFINITY;
    // The value goes where it belongs; what stands between that place and the hole moves over by one.
    let at = Number.isNaN(leaving) ? size++ : placeAmong(sorted, size, leaving);
    for (; at > 0 && (sorted[at - 1] ?? 0) > value; at--) sorted[at] = sorted[at - 1] ?? 0;
    for (; at < size - 1 && (sorted[at + 1] ?? 0) < value; at++) sorted[at] = sorted[at + 1] ?? 0;
    sorted[at] = value;
    if (!isEntering) size--;
    if (entry >= 0) visit(sorted, size, entry);
  }
}

/** A value, `NaN` beyond either end: to ask a typed array there is slow. */
const valueIn = (values: ArrayLike<number>, place: number): number =>
  place >= 0 && place < values.length ? (values[place] ?? Number.NaN) : Number.NaN;
