import { audienceShares, relevantShare } from './ADFIT.ts';
import { defineFormula } from './engine/define.ts';
import { FormulaProblem } from './engine/environment.ts';
import { count, num } from './engine/params.ts';

/** Price per 1,000 people inside the target: price over the relevant part of the reach. */
export function costPerRelevantMille(price: number, reach: number, relevantShare: number): number {
  return (price / (reach * relevantShare)) * 1000;
}

export const RELEVANTCPM = defineFormula({
  name: 'RELEVANTCPM',
  summary: {
    en: 'Price per 1,000 people inside the target: the price divided by the part of the reach that fits.',
    ru: 'Цена за 1000 подходящих людей: цена, делённая на подходящую часть охвата.',
  },
  params: [
    num('price', { en: 'Price of the placement.', ru: 'Цена размещения.' }, { atLeast: 0 }),
    count('reach', { en: 'People reached.', ru: 'Сколько людей охвачено.' }, { above: 0 }),
    ...audienceShares,
  ],
  returns: 'A price in the currency of the price, per row.',
  examples: [
    { formula: '=RELEVANTCPM(10000, 50000, 0.8, 0.5)', arguments: [10_000, 50_000, 0.8, 0.5], result: 500 },
    {
      formula: '=RELEVANTCPM("1 000 ₽", 10000, "50 %", "100 %", "50 %")',
      arguments: ['1 000 ₽', 10_000, '50 %', '100 %', '50 %'],
      result: 400,
    },
  ],
  evaluate: ([price, reach, geo, age, real]) => {
    const relevant = relevantShare(geo, age, real);
    if (relevant === 0)
      throw new FormulaProblem({
        en: 'RELEVANTCPM requires shares above 0: nobody in the target was reached',
        ru: 'RELEVANTCPM: нужны доли больше 0, иначе в цель никто не попал',
      });
    return costPerRelevantMille(price, reach, relevant);
  },
});
