import { firstPlace } from '../../base/statistics.ts';
import { middleOf } from '../../base/windows.ts';
import { costPerRelevantMille } from '../../formulas/RELEVANTCPM.ts';
import { ageShare, currency, geoShare, placementKind, price, reach, realShare, targetShare } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found, unclear } from '../engine/verdicts.ts';
import { plainWords } from '../shared/word-matching.ts';
import { isTargetUnknown, knownKinds, relevantPart, supposedKinds, targetUnknown } from './relevance.ts';

/** Price per 1,000 relevant people beside the median of the others. */
type Comparison = { price: number; own: number; median: number; times: number; others: number; currency?: string };

/** Price per 1,000 relevant people against the sheet's other placements of the same kind and currency. */
export const overpricedReach = defineSignal({
  id: 'overpriced-reach',
  columns: {
    price,
    reach,
    geoShare: optional(geoShare),
    ageShare: optional(ageShare),
    realShare: optional(realShare),
    targetShare: optional(targetShare),
    placementKind: optional(placementKind),
    currency: optional(currency),
  },
  needsOneOf: [['geoShare'], ['ageShare'], ['realShare'], ['targetShare']],
  settings: {
    times: setting(
      3,
      'times',
      { en: 'Times the median price per 1,000 relevant people', ru: 'Во сколько раз дороже медианы за 1000 подходящих людей' },
      { min: 1.5, max: 10, step: 0.5 },
      {
        en: 'published CPM norms differ tenfold, so placements are compared inside the sheet only',
        ru: 'опубликованные нормы CPM расходятся в десять раз, поэтому сравниваем только внутри таблицы',
      },
    ),
    others: setting(
      4,
      'rows',
      { en: 'Other placements needed to compare', ru: 'Сколько других размещений нужно для сравнения' },
      { min: 2, max: 20, step: 1 },
      {
        en: 'product decision: a median of fewer is one blogger’s mood',
        ru: 'наше решение: медиана меньшего числа размещений ничего не значит',
      },
    ),
  },
  baseline: (rows, { client }, table) => {
    const prices = new Map<number, number>();
    const groups = new Map<string, number[]>();
    const groupOf = new Map<number, readonly number[]>();
    for (const { index, price, reach, geoShare, ageShare, realShare, targetShare, placementKind, currency } of rows.all()) {
      const shares = { geo: geoShare, age: ageShare, real: realShare, target: targetShare };
      const relevant = relevantPart(shares);
      if (relevant === undefined || relevant === 0 || reach <= 0) continue;
      const key = [plainWords(placementKind ?? ''), plainWords(currency ?? ''), knownKinds(shares)].join('|');
      const own = costPerRelevantMille(price, reach, relevant);
      const group = groups.get(key) ?? [];
      group.push(own);
      groups.set(key, group);
      prices.set(index, own);
      groupOf.set(index, group);
    }
    for (const group of groups.values()) group.sort((one, other) => one - other);
    return { prices, groupOf, isUnknown: isTargetUnknown(table, client) || supposedKinds(table, client).size > 0 };
  },
  judge: (
    { index, reach, price, geoShare, ageShare, realShare, targetShare, currency },
    { times, others },
    _context,
    { prices, groupOf, isUnknown },
  ) => {
    const relevant = relevantPart({ geo: geoShare, age: ageShare, real: realShare, target: targetShare });
    if (relevant === undefined) return unclear('no-share');
    if (isUnknown && targetShare === undefined) return unclear('target-unknown');
    if (reach <= 0 || relevant === 0) return unclear('nobody-reached');
    const own = prices.get(index) ?? 0;
    const group = groupOf.get(index) ?? [];
    const compared = group.length - 1;
    if (compared < others) return unclear('too-few-others');
    const median = middleOf(
      group,
      group.length,
      firstPlace(group.length, (place) => (group[place] ?? 0) >= own),
    );
    return own > times * median
      ? found<Comparison>('serious', {
          price,
          own,
          median,
          times: own / median,
          others: compared,
          ...(currency === undefined ? {} : { currency }),
        })
      : undefined;
  },
  chart: 'prices',
  texts: {
    en: {
      title: 'Expensive reach',
      finding: ({ own, median, times, others, currency }, words) =>
        `${words.money(own, currency)} per 1,000 people in the target, ${words.times(times)} the usual price of ${words.number(others)} comparable placements (${words.money(median, currency)}).`,
      brief: ({ own, currency }, words) => `${words.money(own, currency)} per 1,000`,
      fix: 'Compare the price per 1,000 people in the target before agreeing, and offer the usual one.',
      outside: {
        heading: ({ rows, of, limits: { times = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} placements cost more than ${words.times(times)} the usual price per 1,000 people who fit`,
      },
      unclear: {
        'no-share': 'no share of the audience is known',
        'target-unknown': targetUnknown.en,
        'nobody-reached': 'nobody in the target was reached, so there is no price per thousand',
        'too-few-others': 'too few other placements of the same kind and currency to compare with',
      },
    },
    ru: {
      title: 'Дорогой охват',
      finding: ({ own, median, times, others, currency }, words) =>
        `${words.money(own, currency)} за 1000 подходящих людей — ${words.times(times)} дороже обычного: у ${words.number(others)} ${words.plural(others, 'похожего размещения', 'похожих размещений')} это ${words.money(median, currency)}.`,
      brief: ({ own, currency }, words) => `${words.money(own, currency)} за 1000`,
      fix: 'До сделки сравнивать цену за 1000 подходящих людей и предлагать обычную.',
      outside: {
        heading: ({ rows, of, limits: { times = 0 } }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'размещения', 'размещений')} ${words.plural(rows, 'стоило', 'стоили', 'стоили')} более чем ${words.times(times)} дороже обычного за 1000 подходящих людей`,
      },
      unclear: {
        'no-share': 'доли аудитории неизвестны',
        'target-unknown': targetUnknown.ru,
        'nobody-reached': 'ни один подходящий человек не охвачен, поэтому цены за тысячу нет',
        'too-few-others': 'слишком мало других размещений того же вида и в той же валюте',
      },
    },
  },
});
