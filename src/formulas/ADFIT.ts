import { defineFormula } from './engine/define.ts';
import { share } from './engine/params.ts';

/** The part of an audience inside the target: the product of its shares, taken as independent. All from 0 to 1. */
export function relevantShare(geoShare: number, ageShare: number, realShare = 1): number {
  return geoShare * ageShare * realShare;
}

/** The three shares of an audience, as ADFIT and RELEVANTCPM take them. */
export const audienceShares = [
  share('geo_share', { en: 'Share of the audience in the target city or country.', ru: 'Доля аудитории в нужном городе или стране.' }),
  share('age_share', { en: 'Share of the audience of the target age.', ru: 'Доля аудитории нужного возраста.' }),
  share(
    'real_share',
    { en: 'Optional. Share of real, active followers.', ru: 'Необязательно. Доля живых подписчиков.' },
    { optional: true },
  ),
] as const;

export const ADFIT = defineFormula({
  name: 'ADFIT',
  summary: {
    en: 'The part of a blogger’s audience that fits: shares by place, age and reality multiplied, taken as independent.',
    ru: 'Какая часть аудитории блогера подходит: доли по месту, возрасту и живости, перемноженные как независимые.',
  },
  params: audienceShares,
  returns: 'A share from 0 to 1 per row.',
  examples: [
    { formula: '=ADFIT(0.8, 0.5)', arguments: [0.8, 0.5], result: 0.4 },
    { formula: '=ADFIT("80 %", "50 %", "50 %")', arguments: ['80 %', '50 %', '50 %'], result: 0.2 },
  ],
  evaluate: ([geo, age, real]) => relevantShare(geo, age, real),
});
