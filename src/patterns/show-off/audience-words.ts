import { type AgeRange, agesIn, overlapOf } from '../../table/vocabulary/ages.ts';
import { countryOfCity, placesIn } from '../../table/vocabulary/places.ts';
import type { ClientFacts } from '../shared/client.ts';

/** How an audience that is known in words lies to the client's own place and ages; `undefined` where words or client say nothing. */
export interface WordsApart {
  /** `fits`; `other-city` or `other-country`; `wide`: a whole country or everybody, of which the part in the client's city is unknown. */
  readonly place?: 'fits' | 'other-city' | 'other-country' | 'wide';
  /** Part of the audience's years that lie in the client's, from 0 to 1. */
  readonly age?: { readonly overlap: number; readonly audience: AgeRange; readonly client: AgeRange };
}

/** Compares the words of a cell with what is known of the client. Cities count by name, whatever their spelling or case. */
export function wordsApart(audience: { readonly place?: string; readonly age?: string }, client: ClientFacts): WordsApart {
  const place = placeApart(audience.place ?? '', client);
  // `Москва, 13–17` says both in one cell.
  const [own] = agesIn(audience.age ?? audience.place ?? '');
  const [wanted] = agesIn(client.age ?? '');
  return {
    ...(place === undefined ? {} : { place }),
    ...(own && wanted ? { age: { overlap: overlapOf(own, wanted), audience: own, client: wanted } } : {}),
  };
}

function placeApart(text: string, { city = '', target }: ClientFacts): WordsApart['place'] {
  const own = placesIn(city);
  const audience = placesIn(text);
  const ownCountries = new Set([...own.countries, ...own.cities.flatMap((name) => countryOfCity(name) ?? [])]);
  if (ownCountries.size === 0) return undefined;
  const isNamed = audience.cities.length + audience.countries.length > 0;
  if (target === 'city' && own.cities.length > 0) {
    if (audience.cities.some((name) => own.cities.includes(name))) return 'fits';
    if (audience.cities.some((name) => ownCountries.has(countryOfCity(name) ?? ''))) return 'other-city';
    if (audience.cities.length > 0) return 'other-country';
    if (audience.countries.some((code) => ownCountries.has(code)) || audience.isEverywhere) return 'wide';
    return audience.countries.length > 0 ? 'other-country' : undefined;
  }
  if (!isNamed) return undefined;
  const countries = [...audience.countries, ...audience.cities.flatMap((name) => countryOfCity(name) ?? [])];
  return countries.some((code) => ownCountries.has(code)) ? 'fits' : 'other-country';
}
