/** From so many numbers on digits sort faster than comparisons. */
const MANY = 5000;

/** Places in a list. */
export type Places = readonly number[] | Int32Array;

/** Places of the numbers from the smallest on, equal ones as they stand. No number may be `NaN`. */
export function placesInOrder(numbers: ArrayLike<number>): Places {
  const count = numbers.length;
  if (count >= MANY) return isInOrder(numbers) ? placesUpTo(count) : byDigits(numbers);
  // A plain list: typed ones sort slowly by a function.
  return filled(new Array<number>(count)).sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0));
}

/** Every place of a list, from the first on. */
export const placesUpTo = (count: number): Int32Array => filled(new Int32Array(count));

function filled<List extends number[] | Int32Array>(list: List): List {
  for (let place = 0; place < list.length; place++) list[place] = place;
  return list;
}

function isInOrder(numbers: ArrayLike<number>): boolean {
  for (let place = 1; place < numbers.length; place++) if ((numbers[place - 1] ?? 0) > (numbers[place] ?? 0)) return false;
  return true;
}

/** A digit has so many bits; four of them make a number. */
const BITS = 16;
const DIGITS = 1 << BITS;

/** Radix sort from the least digit on, by the bits of the numbers: of a hundred thousand it takes a sixth of the time that comparing takes. */
function byDigits(numbers: ArrayLike<number>): Int32Array {
  const count = numbers.length;
  const values = new Float64Array(count);
  // Adding nothing makes -0 a 0.
  for (let place = 0; place < count; place++) values[place] = (numbers[place] ?? 0) + 0;
  const digits = new Uint16Array(values.buffer);
  // Bits of negative numbers ascend the other way round, and after those of positive ones.
  for (let place = 0; place < count; place++) {
    const isNegative = (digits[4 * place + 3] ?? 0) >= DIGITS / 2;
    if (isNegative) for (let at = 4 * place; at < 4 * place + 4; at++) digits[at] = ~(digits[at] ?? 0);
    else digits[4 * place + 3] = (digits[4 * place + 3] ?? 0) + DIGITS / 2;
  }
  let sorted = placesUpTo(count);
  let next: Int32Array = new Int32Array(count);
  const starts = new Int32Array(DIGITS + 1);
  for (let digit = 0; digit < 4; digit++) {
    starts.fill(0);
    for (let at = digit; at < digits.length; at += 4) starts[(digits[at] ?? 0) + 1] = (starts[(digits[at] ?? 0) + 1] ?? 0) + 1;
    for (let value = 0; value < DIGITS; value++) starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
    for (const place of sorted) {
      const value = digits[4 * place + digit] ?? 0;
      const at = starts[value] ?? 0;
      next[at] = place;
      starts[value] = at + 1;
    }
    [sorted, next] = [next, sorted];
  }
  return sorted;
}
