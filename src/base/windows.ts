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
  // One buffer moved in place: splicing a list at every step costs three times as much.
  const sorted = new Float64Array(2 * halfWindow + 2);
  let size = 0;
  const place = (value: number) => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const add = (value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) return;
    const at = place(value);
    sorted.copyWithin(at + 1, at, size);
    sorted[at] = value;
    size++;
  };
  const drop = (value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) return;
    const at = place(value);
    sorted.copyWithin(at, at + 1, size);
    size--;
  };
  for (let entry = 0; entry < halfWindow; entry++) add(values[entry]);
  for (let entry = 0; entry < values.length; entry++) {
    add(values[entry + halfWindow]);
    drop(values[entry - halfWindow - 1]);
    visit(sorted, size, entry);
  }
}
