import type { Words } from '../../i18n/words.ts';
import { ageShare, currency, geoShare, price, realShare } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { type Cost, decimalsFor } from '../engine/signal-bill.ts';
import { found, unclear } from '../engine/verdicts.ts';
import { knownKinds, relevantPart } from './relevance.ts';

const tradeRule = {
  en: 'the trade’s rule of thumb: 70% of the audience in the target country; no norm for a city is published',
  ru: 'правило рынка: 70 % аудитории в целевой стране; для города опубликованной нормы нет',
};

/** The judged share and the relevant one; with a price, what of it went outside the target. */
type Mismatch = { kind: string; known: string; share: number; relevant: number; price?: number; outside?: number; currency?: string };

/** The smallest known share of a placement's audience inside the target. */
export const audienceMismatch = defineSignal({
  id: 'audience-mismatch',
  columns: {
    geoShare: optional(geoShare),
    ageShare: optional(ageShare),
    realShare: optional(realShare),
    price: optional(price),
    currency: optional(currency),
  },
  needsOneOf: [['geoShare'], ['ageShare'], ['realShare']],
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
  judge: ({ geoShare, ageShare, realShare, price, currency }, settings, { client }) => {
    const shares = { geo: geoShare, age: ageShare, real: realShare };
    const relevant = relevantPart(shares);
    if (relevant === undefined) return unclear('no-share');
    const smallest = Math.min(geoShare ?? 1, ageShare ?? 1, realShare ?? 1);
    const [minor, serious] =
      client.target === 'city' ? [settings.cityMinor, settings.citySerious] : [settings.countryMinor, settings.countrySerious];
    if (smallest >= minor) return undefined;
    const kind = smallest === geoShare ? 'geo' : smallest === ageShare ? 'age' : 'real';
    return found<Mismatch>(smallest < serious ? 'serious' : 'minor', {
      kind,
      known: knownKinds(shares),
      share: smallest,
      relevant,
      ...(price === undefined ? {} : { price, outside: price * (1 - relevant), ...(currency === undefined ? {} : { currency }) }),
    });
  },
  bill: {
    cost: ({ outside, currency }) =>
      outside === undefined ? undefined : { unit: 'money', amount: outside, ...(currency === undefined ? {} : { currency }) },
    texts: {
      en: {
        what: () => 'spent on people outside the target audience',
        arithmetic: 'Price × (1 − the part of the audience that fits).',
        part: priceOutside,
      },
      ru: {
        what: () => 'потрачено на людей вне целевой аудитории',
        arithmetic: 'Цена × (1 − доля подходящей аудитории).',
        part: priceOutside,
      },
    },
  },
  texts: {
    en: {
      title: 'Audience outside the target',
      finding: ({ kind, share, relevant, outside, known, currency }, words) =>
        [
          `${words.percent(Number(share))} of this audience is ${{ geo: 'in the target place', age: 'of the target age', real: 'real' }[String(kind)] ?? 'in the target'}.`,
          String(known).indexOf('-') < 0 ? '' : `Taken together about ${words.percent(Number(relevant))} fit (independence assumed).`,
          outside === undefined ? '' : `${words.money(Number(outside), currency)} of the price went on people outside the target.`,
        ]
          .filter(Boolean)
          .join(' '),
      fix: 'Before buying, ask for the audience by city and age, and price the part that fits.',
      unclear: { 'no-share': 'no share of the audience is known' },
    },
    ru: {
      title: 'Аудитория вне цели',
      finding: ({ kind, share, relevant, outside, known, currency }, words) =>
        [
          `${{ geo: 'В нужном месте живёт', age: 'Нужного возраста —', real: 'Живые подписчики —' }[String(kind)] ?? 'Подходит'} ${words.percent(Number(share))} этой аудитории.`,
          String(known).indexOf('-') < 0 ? '' : `Вместе подходит около ${words.percent(Number(relevant))} (если доли независимы).`,
          outside === undefined ? '' : `На людей вне цели пришлось ${words.money(Number(outside), currency)} из цены.`,
        ]
          .filter(Boolean)
          .join(' '),
      fix: 'Перед покупкой просить статистику по городам и возрасту и считать цену за ту часть, которая подходит.',
      unclear: { 'no-share': 'доли аудитории неизвестны' },
    },
  },
});

function priceOutside({ price = 0, relevant }: Mismatch, { amount, currency }: Cost, words: Words): string {
  const result = words.money(amount, currency);
  const decimals = decimalsFor(relevant * 100, (percent) => words.money(price * (1 - percent / 100), currency) === result);
  return `${words.money(price, currency)} × (1 − ${words.percent(relevant, decimals)}) = ${result}`;
}
