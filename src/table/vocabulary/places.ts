import { remembered } from '../../base/remembered.ts';
import { placeNames } from './place-names.ts';

/** Cities and countries that a text names, in Russian or English, declined or not. */
export interface Places {
  /** Names of cities in GeoNames' spelling. */
  readonly cities: readonly string[];
  /** ISO codes of countries named as such. */
  readonly countries: readonly string[];
  /** `вся страна`, `all`, `worldwide`: no place in particular. */
  readonly isEverywhere: boolean;
}

/**
 * Finds the places a text names: `Пермь`, `жители Перми`, `Perm, Russia`, `Мск и Спб`. Only larger cities are known; a word that is none of
 * them names nothing.
 */
export const placesIn: (text: string) => Places = remembered((text) => {
  const words = stems(text);
  const { longest, byStems } = gazetteer();
  const cities = new Set<string>();
  const countries = new Set<string>();
  for (let from = 0; from < words.length; ) {
    const length = lengths(longest).find((count) => byStems.has(words.slice(from, from + count).join(' '))) ?? 0;
    const place = byStems.get(words.slice(from, from + length).join(' '));
    if (place?.city !== undefined) cities.add(place.city);
    else if (place) countries.add(place.country);
    from += Math.max(1, length);
  }
  return { cities: [...cities], countries: [...countries], isEverywhere: words.some((word) => everywhere.has(word)) };
});

/** ISO code of the country that a city of `placesIn` lies in. */
export const countryOfCity = (city: string): string | undefined => gazetteer().countries.get(city);

interface Place {
  readonly country: string;
  readonly city?: string;
}

/** What people write instead of the name. */
const otherNames: Readonly<Record<string, string>> = {
  Moscow: 'Москва|Мск|Msk',
  'Saint Petersburg': 'Санкт-Петербург|Петербург|Питер|Спб|St Petersburg|St. Petersburg|Spb',
  'Rostov-na-Donu': 'Ростов|Rostov-on-Don|Rostov',
  'Nizhniy Novgorod': 'Нижний',
  Yekaterinburg: 'Екб|Ekb',
  'Nizhny Tagil': 'Нижний Тагил',
  'Velikiy Novgorod': 'Великий Новгород',
  'Komsomolsk-on-Amur': 'Комсомольск-на-Амуре',
  'Petropavlovsk-Kamchatsky': 'Петропавловск-Камчатский',
  Kyiv: 'Киев|Київ|Kiev',
  Kharkiv: 'Харьков|Харків|Kharkov',
  Odessa: 'Одесса|Odesa',
  Dnipro: 'Днепр|Дніпро',
  Lviv: 'Львов|Львів',
  Zaporizhia: 'Запорожье|Запоріжжя',
  Minsk: 'Мінськ',
  "Homyel'": 'Гомель|Gomel',
  Mahilyow: 'Могилёв|Mogilev',
  Hrodna: 'Гродно|Grodno',
  'Nur-Sultan': 'Астана|Нур-Султан|Astana',
  Oral: 'Уральск',
  'Ust-Kamenogorsk': 'Усть-Каменогорск|Оскемен',
  Karagandy: 'Караганда|Karaganda',
  Semey: 'Семей|Семипалатинск',
  Tashkent: 'Ташкент|Toshkent',
  Samarkand: 'Самарканд',
  Chisinau: 'Кишинёв|Chișinău',
  Yerevan: 'Ереван',
  Baku: 'Баку',
  Tbilisi: 'Тбилиси',
  Paris: 'Париж',
  London: 'Лондон',
  Berlin: 'Берлин',
  Vienna: 'Вена|Wien',
  Prague: 'Прага|Praha',
  Warsaw: 'Варшава|Warszawa',
  Rome: 'Рим|Roma',
  Milan: 'Милан|Milano',
  Madrid: 'Мадрид',
  Barcelona: 'Барселона',
  'New York City': 'Нью-Йорк|New York|NYC',
  'Los Angeles': 'Лос-Анджелес|LA',
  Beijing: 'Пекин',
  Istanbul: 'Стамбул',
  Dubai: 'Дубай|Дубаи',
  Munich: 'Мюнхен|München',
};
const otherCountries: Readonly<Record<string, string>> = {
  RU: 'РФ|RF|Российская Федерация|Russian Federation',
  US: 'США|USA|U.S.|America|Америка',
  GB: 'Великобритания|Англия|UK|England|Great Britain',
  BY: 'Белоруссия|РБ|Belarus',
  AE: 'Эмираты|UAE',
  KZ: 'РК',
};
const everywhereWords =
  'все города|весь мир|любой|любая|везде|всюду|все|вся страна|all|everywhere|worldwide|global|international|nationwide|международная|разные|different';

const letters: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'e', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
  ...{ щ: 'shch', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

/** Endings of cases: `Перми`, `Нижнем Новгороде`, `Москвы`. What is left is long enough to tell one name from another. */
const ENDING = /(?<=..)(?:ogo|ego|omu|emu|oi|ei|om|em|im|ikh|aia|[aeiou]+)$/;

/** The words of a text in one spelling: Latin letters, no accents, no case endings. */
function stems(text: string): readonly string[] {
  const latin = Array.from(text.toLowerCase(), (letter) => letters[letter] ?? letter).join('');
  const plain = latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘"`.]/g, '')
    .replace(/ı/g, 'i')
    .replace(/(^|[^a-z])ye/g, '$1e')
    .replace(/[yji]+/g, 'i');
  return plain
    .split(/[^a-z]+/)
    .filter(Boolean)
    .map((word) => word.replace(ENDING, ''));
}

const everywhere = new Set(everywhereWords.split('|').flatMap((words) => (words.includes(' ') ? [] : stems(words))));

interface Gazetteer {
  readonly byStems: ReadonlyMap<string, Place>;
  readonly countries: ReadonlyMap<string, string>;
  /** Words of the longest name. */
  readonly longest: number;
}

let known: Gazetteer | undefined;

/** Made when the first place is looked for: loading costs nothing. */
function gazetteer(): Gazetteer {
  known ??= readNames();
  return known;
}

function readNames(): Gazetteer {
  const byStems = new Map<string, Place>();
  const countries = new Map<string, string>();
  let longest = 1;
  const add = (name: string, place: Place) => {
    const words = stems(name);
    const key = words.join(' ');
    if (key === '' || byStems.has(key)) return;
    longest = Math.max(longest, words.length);
    byStems.set(key, place);
  };
  for (const [country, [english, russian]] of Object.entries(placeNames)) {
    for (const name of [english, russian, ...(otherCountries[country]?.split('|') ?? [])]) add(name, { country });
  }
  for (const [country, [, , cities]] of Object.entries(placeNames)) {
    for (const city of cities.split('|')) {
      countries.set(city, country);
      for (const name of [city, ...(otherNames[city]?.split('|') ?? [])]) add(name, { country, city });
    }
  }
  return { byStems, countries, longest };
}

const lengths = (longest: number) => Array.from({ length: longest }, (_, index) => longest - index);
