/** The median of the first `size` of numbers in ascending order, one place left out if so asked; `NaN` for none. */
export function middleOf(sorted: ArrayLike<number>, size: number, without = -1): number {
  const count = without < 0 ? size : size - 1;
  const at = (place: number) => sorted[without >= 0 && place >= without ? place + 1 : place] ?? Number.NaN;
  const middle = count >> 1;
  return count % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}

/** Walks along the values with their surroundings in ascending order (the first `size` of `sorted`); unknown values are left out. */
export function eachWindow(
  values: ArrayLike<number>,
  halfWindow: number,
  visit: (sorted: Float64Array, size: number, entry: number) => void,
): void {
  // One buffer, moved in place: windows are so small that shifting beats searching.
  const sorted = new Float64Array(2 * halfWindow + 2);
  let size = 0;
  const add = (value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) return;
    let at = size++;
    for (; at > 0 && (sorted[at - 1] ?? 0) > value; at--) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = value;
  };
  const drop = (value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) return;
    let at = 0;
    while (sorted[at] !== value) at++;
    size--;
    for (; at < size; at++) sorted[at] = sorted[at + 1] ?? 0;
  };
  for (let entry = 0; entry < halfWindow; entry++) add(values[entry]);
  for (let entry = 0; entry < values.length; entry++) {
    add(values[entry + halfWindow]);
    drop(values[entry - halfWindow - 1]);
    visit(sorted, size, entry);
  }
}
