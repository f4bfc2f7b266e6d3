import { relevantShare } from '../../formulas/ADFIT.ts';

/** The known shares of a placement's audience that lie inside the target. */
export interface KnownShares {
  readonly geo: number | undefined;
  readonly age: number | undefined;
  readonly real: number | undefined;
}

/** Which shares are known, as one word: placements are compared only with those of which as much is known. */
export function knownKinds({ geo, age, real }: KnownShares): string {
  return [geo === undefined ? '' : 'geo', age === undefined ? '' : 'age', real === undefined ? '' : 'real'].filter(Boolean).join('-');
}

/** Product of the known shares (independence assumed), or `undefined` when none is known. */
export function relevantPart(shares: KnownShares): number | undefined {
  return knownKinds(shares) === '' ? undefined : relevantShare(shares.geo ?? 1, shares.age ?? 1, shares.real ?? 1);
}
