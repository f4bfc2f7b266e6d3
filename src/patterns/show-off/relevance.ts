import { relevantShare } from '../../formulas/ADFIT.ts';
import type { Text } from '../../i18n/language.ts';
import { ageShare, geoShare } from '../../table/fields.ts';
import type { TableContent } from '../../table/table.ts';
import { agesIn } from '../../table/vocabulary/ages.ts';
import { placesIn } from '../../table/vocabulary/places.ts';
import type { ClientFacts } from '../shared/client.ts';

/** The known shares of a placement's audience that lie inside the target. */
export interface KnownShares {
  readonly geo: number | undefined;
  readonly age: number | undefined;
  readonly real: number | undefined;
  /** Of place and age together: where it is known, it stands for both. */
  readonly target: number | undefined;
}

/** Whether shares of several places or ages stand side by side while nobody says which of them are the client's: none is taken. */
export const isTargetUnknown = ({ siblings }: TableContent, { city, age }: ClientFacts): boolean =>
  siblings.some(({ field }) => (field === geoShare ? city : age) === undefined);

/** Kinds of shares whose header names a place or ages while the client's own are not known: whether they are the target is a question. */
export function supposedKinds({ columns }: TableContent, client: ClientFacts): ReadonlySet<string> {
  const [place = '', age = ''] = [geoShare, ageShare].map(({ id }) => columns.get(id)?.header);
  const { cities, countries } = placesIn(place);
  const isPlace = client.city === undefined && cities.length + countries.length > 0;
  const isAge = client.age === undefined && agesIn(age).length > 0;
  return new Set([...(isPlace ? ['geo'] : []), ...(isAge ? ['age'] : [])]);
}

/** Why a placement is not judged then. */
export const targetUnknown: Text = {
  en: 'the shares are of places or ages that the headers name, and which of them are the client’s is not stated',
  ru: 'доли — по местам или возрастам из заголовков, а какие из них — цель клиента, не указано',
};

/** Which shares are known, as one word: placements are compared only with those of which as much is known. */
export function knownKinds(shares: KnownShares): string {
  const { geo, age, real, target } = shares;
  const fit = target === undefined ? [geo === undefined ? '' : 'geo', age === undefined ? '' : 'age'] : ['target'];
  return [...fit, real === undefined ? '' : 'real'].filter(Boolean).join('-');
}

/** Product of the known shares (independence assumed), or `undefined` when none is known. */
export function relevantPart(shares: KnownShares): number | undefined {
  const { geo = 1, age = 1, real = 1, target } = shares;
  if (knownKinds(shares) === '') return undefined;
  return target === undefined ? relevantShare(geo, age, real) : relevantShare(target, 1, real);
}
