import fc from 'fast-check';
import { it } from 'vitest';

export { fc };

/** Declares a property test: arbitraries first, then the sentence and the check. The seed is fixed; a failure prints its own. */
export function test<Values extends [unknown, ...unknown[]]>(arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> }, runs = 300) {
  return (sentence: string, check: (...values: Values) => void): void => {
    it(sentence, () => {
      fc.assert(fc.property(...arbitraries, check), { numRuns: runs, seed: 20_261_124 });
    });
  };
}
