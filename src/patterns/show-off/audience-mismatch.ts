import type { Language } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import { ageShare, audienceAge, audiencePlace, currency, geoShare, placement, price, realShare, targetShare } from '../../table/fields.ts';
import { placesIn } from '../../table/vocabulary/places.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional, whereKnown } from '../engine/row-reader.ts';
import { type Cost, decimalsFor } from '../engine/signal-bill.ts';
import type { Table } from '../engine/table.ts';
import { type Found, found, unclear } from '../engine/verdicts.ts';
import type { ClientFacts } from '../shared/client.ts';
import { type WordsApart, wordsApart } from './audience-words.ts';
import { isTargetUnknown, knownKinds, relevantPart, supposedKinds, targetUnknown } from './relevance.ts';

const tradeRule = {
  en: 'the trade’s rule of thumb: 70% of the audience in the target country; no norm for a city is published',
  ru: 'правило рынка: 70 % аудитории в целевой стране; для города опубликованной нормы нет',
};

/** The judged share and the relevant one; with a price, what of it went outside the target. */
type ByShare = {
  kind: string;
  known: string;
  share: number;
  relevant: number;
  price?: number;
  outside?: number;
  currency?: string;
  /** That the place or the ages which the header names are the client's is only supposed. */
  supposed?: true;
};
/** What the words for place and age say beside the client's own; `overlap` is the part of the audience's years in the client's. */
type ByWords = { place?: string; overlap?: number; from?: number; to?: number; clientFrom?: number; clientTo?: number };
type Mismatch = Partial<ByShare> & ByWords;

/** An audience of which less than half of its years are the client's is worth a question. */
const ENOUGH_OVERLAP = 0.5;

/** The smallest known share of a placement's audience inside the target; where only words are known, how far they lie from the client's. */
export const audienceMismatch = defineSignal({
  id: 'audience-mismatch',
  columns: {
    geoShare: optional(geoShare),
    ageShare: optional(ageShare),
    realShare: optional(realShare),
    targetShare: optional(targetShare),
    price: whereKnown(price),
    currency: optional(currency),
    audiencePlace: optional(audiencePlace),
    audienceAge: optional(audienceAge),
    placement: optional(placement),
  },
  // A city or an age beside anything but a placement is not the audience of an ad.
  needsOneOf: [['geoShare'], ['ageShare'], ['realShare'], ['targetShare'], ['audiencePlace', 'placement'], ['audienceAge', 'placement']],
  settings: {
    cityMinor: setting(
      0.5,
      'share',
      { en: 'City: share below which it is worth a remark', ru: 'Город: доля, ниже которой стоит сказать' },
      { min: 0.1, max: 0.9, step: 0.05 },
      tradeRule,
    ),
    citySerious: setting(
      0.25,
      'share',
      { en: 'City: share below which it is serious', ru: 'Город: доля, ниже которой это важно' },
      { min: 0.05, max: 0.8, step: 0.05 },
      tradeRule,
    ),
    countryMinor: setting(
      0.7,
      'share',
      { en: 'Country: share below which it is worth a remark', ru: 'Страна: доля, ниже которой стоит сказать' },
      { min: 0.1, max: 0.95, step: 0.05 },
      tradeRule,
    ),
    countrySerious: setting(
      0.5,
      'share',
      { en: 'Country: share below which it is serious', ru: 'Страна: доля, ниже которой это важно' },
      { min: 0.05, max: 0.9, step: 0.05 },
      tradeRule,
    ),
  },
  baseline: (_rows, { client }, table) => supposedShares(table, client),
  judge: (
    { geoShare, ageShare, realShare, targetShare, price, currency, audiencePlace, audienceAge, placement },
    settings,
    { client },
    supposed,
  ) => {
    const shares = { geo: geoShare, age: ageShare, real: realShare, target: targetShare };
    const relevant = relevantPart(shares);
    const isCountry = supposed.isCountry || client.target === 'country';
    const [minor, serious] = !isCountry ? [settings.cityMinor, settings.citySerious] : [settings.countryMinor, settings.countrySerious];
    const smallest = Math.min(...(targetShare === undefined ? [geoShare ?? 1, ageShare ?? 1] : [targetShare]), realShare ?? 1);
    if (supposed.isUnknown && relevant !== undefined && targetShare === undefined) return unclear('target-unknown');
    if (relevant !== undefined && smallest < minor) {
      const kind = smallest === targetShare ? 'target' : smallest === geoShare ? 'geo' : smallest === ageShare ? 'age' : 'real';
      if (supposed.kinds.has(kind))
        return found<Mismatch>('minor', { kind, known: knownKinds(shares), share: smallest, relevant, supposed: true });
      return found<Mismatch>(smallest < serious ? 'serious' : 'minor', {
        kind,
        known: knownKinds(shares),
        share: smallest,
        relevant,
        ...(price === undefined ? {} : { price, outside: price * (1 - relevant), ...(currency === undefined ? {} : { currency }) }),
      });
    }
    // A share says more than a word for the same.
    const words = {
      ...(geoShare === undefined && audiencePlace !== undefined ? { place: audiencePlace } : {}),
      ...(ageShare === undefined && audienceAge !== undefined ? { age: audienceAge } : {}),
    };
    const apart = placement === undefined ? {} : wordsApart(words, client);
    if (apart.place === undefined && apart.age === undefined)
      return relevant === undefined ? unclear((words.place ?? words.age) ? 'words-not-comparable' : 'no-share') : undefined;
    return judgeWords(apart, ageShare === undefined);
  },
  bill: {
    cost: ({ outside, currency }) =>
      outside === undefined ? undefined : { unit: 'money', amount: outside, ...(currency === undefined ? {} : { currency }) },
    texts: {
      en: {
        what: () => 'spent on people outside the target audience',
        arithmetic:
          'Of each price the part paid for people who do not fit. Place and age are taken as unrelated: half in the place and half of the age make a quarter that fits.',
        part: priceOutside,
      },
      ru: {
        what: () => 'потрачено на людей вне целевой аудитории',
        arithmetic:
          'Из каждой цены — часть, заплаченная за тех, кто не подходит. Место и возраст считаем не связанными: половина в нужном месте и половина нужного возраста — это четверть подходящих.',
        part: priceOutside,
      },
    },
  },
  texts: {
    en: {
      title: 'Audience outside the target',
      finding: ({ kind, share, relevant, outside, known, currency, supposed, ...apart }, words) =>
        share === undefined
          ? wordsSentence(apart, words)
          : supposed
            ? `${words.percent(share)} of this audience is ${kind === 'age' ? 'of the age' : 'in the place'} that the column names. Is that the client’s target? Where the client works is not stated.`
            : [
                `${words.percent(share)} of this audience is ${{ geo: 'in the target place', age: 'of the target age', target: 'the client’s target', real: 'real' }[kind ?? ''] ?? 'in the target'}.`,
                together(known, 'en', (kinds) => `By ${kinds} together about ${words.percent(relevant ?? 1)} fit (taken as unrelated).`),
                outside === undefined ? '' : `${words.money(outside, currency)} of the price went on people outside the target.`,
              ]
                .filter(Boolean)
                .join(' '),
      brief: ({ outside, currency, relevant, share }, words) =>
        outside !== undefined ? words.money(outside, currency) : share === undefined ? '' : `${words.percent(relevant ?? share)} fit`,
      fix: 'Before buying, ask for the audience by city and age, and price the part that fits.',
      outside: {
        heading: ({ rows, of }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} placements reached too few people of the target audience`,
        good: ({ rows, of }, words) => `${words.number(rows, 0)} of ${words.number(of, 0)} placements fit the target audience`,
      },
      unclear: {
        'no-share': 'no share of the audience is known',
        'target-unknown': targetUnknown.en,
        'words-not-comparable': 'place and age of the audience are words, and the client’s own are not known or not understood',
      },
    },
    ru: {
      title: 'Аудитория вне цели',
      finding: ({ kind, share, relevant, outside, known, currency, supposed, ...apart }, words) =>
        share === undefined
          ? wordsSentence(apart, words)
          : supposed
            ? `${kind === 'age' ? 'Возраста, который назван' : 'В месте, которое названо'} в колонке, — ${words.percent(share)} этой аудитории. Это цель клиента? Где он работает, не указано.`
            : [
                `${{ geo: 'В нужном месте живёт', age: 'Нужного возраста —', target: 'Целевая —', real: 'Живые подписчики —' }[kind ?? ''] ?? 'Подходит'} ${words.percent(share)} этой аудитории.`,
                together(
                  known,
                  'ru',
                  (kinds) => `По ${kinds} вместе подходит около ${words.percent(relevant ?? 1)} (если одно с другим не связано).`,
                ),
                outside === undefined ? '' : `На людей вне цели пришлось ${words.money(outside, currency)} из цены.`,
              ]
                .filter(Boolean)
                .join(' '),
      brief: ({ outside, currency, relevant, share }, words) =>
        outside !== undefined ? words.money(outside, currency) : share === undefined ? '' : `подходит ${words.percent(relevant ?? share)}`,
      fix: 'Перед покупкой просить статистику по городам и возрасту и считать цену за ту часть, которая подходит.',
      outside: {
        heading: ({ rows, of }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'размещения', 'размещений')} ${words.plural(rows, 'охватило', 'охватили', 'охватили')} слишком мало целевой аудитории`,
        good: ({ rows, of }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'размещения', 'размещений')} ${words.plural(rows, 'подошло', 'подошли', 'подошли')} по аудитории`,
      },
      unclear: {
        'no-share': 'доли аудитории неизвестны',
        'target-unknown': targetUnknown.ru,
        'words-not-comparable': 'место и возраст аудитории записаны словами, а город и возраст клиента неизвестны или не поняты',
      },
    },
  },
});

interface Supposed {
  readonly kinds: ReadonlySet<string>;
  readonly isCountry: boolean;
  /** Several stand side by side: none is supposed more than another. */
  readonly isUnknown: boolean;
}

/**
 * Shares whose header names a place or ages while the client's own are not known: whether they are the target is a question, not a finding.
 */
function supposedShares(table: Table, client: ClientFacts): Supposed {
  const kinds = supposedKinds(table, client);
  const isCountry = kinds.has('geo') && placesIn(table.columns.get(geoShare.id)?.header ?? '').cities.length === 0;
  return { kinds, isCountry, isUnknown: isTargetUnknown(table, client) };
}

/** Serious where place and age both lie apart, or the audience is in another country. */
function judgeWords({ place, age }: WordsApart, isAgeKnownInWords: boolean): Found<Mismatch> | undefined {
  const overlap = isAgeKnownInWords ? age?.overlap : undefined;
  const isElsewhere = place !== undefined && place !== 'fits';
  const isOther = overlap !== undefined && overlap < ENOUGH_OVERLAP;
  if (!isElsewhere && !isOther) return undefined;
  const isSerious = place === 'other-country' || (isElsewhere && overlap === 0);
  return found<Mismatch>(isSerious ? 'serious' : 'minor', {
    ...(isElsewhere ? { place } : {}),
    ...(isOther && age
      ? { overlap, from: age.audience.from, to: age.audience.to, clientFrom: age.client.from, clientTo: age.client.to }
      : {}),
  });
}

const placeTexts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    'other-city': 'The audience lives in another city than the client works in.',
    'other-country': 'The audience lives in another country than the client works in.',
    wide: 'The audience is spread over a whole country or wider; the client works in one city. What part of it lives there?',
  },
  ru: {
    'other-city': 'Аудитория живёт не в том городе, где работает клиент.',
    'other-country': 'Аудитория живёт не в той стране, где работает клиент.',
    wide: 'Аудитория — вся страна или шире, а клиент работает в одном городе. Какая её часть живёт там?',
  },
};

/** `Its age, 13–17, is not the client’s 25–45.` */
const ageTexts: Readonly<Record<Language, (evidence: ByWords, words: Words) => string>> = {
  en: ({ overlap = 0, from, to, clientFrom, clientTo }, words) =>
    overlap === 0
      ? `Its age, ${from}–${to}, does not meet the client’s ${clientFrom}–${clientTo}.`
      : `Of its ages ${from}–${to} only ${words.percent(overlap)} of the years are the client’s ${clientFrom}–${clientTo}.`,
  ru: ({ overlap = 0, from, to, clientFrom, clientTo }, words) =>
    overlap === 0
      ? `Её возраст, ${from}–${to}, не пересекается с возрастом клиентов, ${clientFrom}–${clientTo}.`
      : `Из её возраста ${from}–${to} на возраст клиентов, ${clientFrom}–${clientTo}, приходится только ${words.percent(overlap)} лет.`,
};

const onlyWords: Readonly<Record<Language, string>> = {
  en: 'No shares are given, so this goes by words alone.',
  ru: 'Долей в таблице нет, это вывод только по словам.',
};

function wordsSentence(evidence: Mismatch, words: Words): string {
  const { language } = words;
  const { place, overlap } = evidence;
  return [
    place === undefined ? '' : (placeTexts[language][place] ?? ''),
    overlap === undefined ? '' : ageTexts[language](evidence, words),
    onlyWords[language],
  ]
    .filter(Boolean)
    .join(' ');
}

/** Shares that are multiplied, as a sentence lists them. */
const kindNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { geo: 'place', age: 'age', target: 'target', real: 'real followers' },
  ru: { geo: 'месту', age: 'возрасту', target: 'цели', real: 'живым подписчикам' },
};
const ands: Readonly<Record<Language, string>> = { en: ' and ', ru: ' и ' };

/** What is said of several known shares together; empty of one alone. */
function together(known: string | undefined, language: Language, say: (kinds: string) => string): string {
  const kinds = (known ?? '').split('-').map((kind) => kindNames[language][kind] ?? '');
  const last = kinds.pop() ?? '';
  return kinds.length === 0 ? '' : say(`${kinds.join(', ')}${ands[language]}${last}`);
}

function priceOutside({ price = 0, relevant = 1 }: Mismatch, { amount, currency }: Cost, words: Words): string {
  const result = words.money(amount, currency);
  const decimals = decimalsFor(relevant * 100, (percent) => words.money(price * (1 - percent / 100), currency) === result);
  return `${words.money(price, currency)} × (1 − ${words.percent(relevant, decimals)}) = ${result}`;
}
