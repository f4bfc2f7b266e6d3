/**
 * How hard the random tests try: the same few thousand tries in every test run, and with `npm run fuzz` as many times more as asked, from
 * a seed that is printed and can be given again.
 */
import fc from 'fast-check';
import { it } from 'vitest';

const seed = Number(process.env.FUZZ_SEED ?? 20_261_124);
const times = Number(process.env.FUZZ_TIMES ?? 1);

/** A property over what one arbitrary gives, awaited; the number of tries is that of a short run. */
export function fuzz<Value>(
  sentence: string,
  arbitrary: fc.Arbitrary<Value>,
  tries: number,
  check: (value: Value) => void | Promise<void>,
): void {
  const numRuns = Math.ceil(tries * times);
  it(`${sentence} (${numRuns} tries)`, { timeout: 60_000 * Math.max(1, times) }, () =>
    fc.assert(
      fc.asyncProperty(arbitrary, async (value) => check(value)),
      { seed, numRuns },
    ),
  );
}

export { fc };
