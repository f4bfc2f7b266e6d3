import { boughtExample, defineGrowthFormula } from './growth-formula.ts';

/** The account's risk that part of its growth is inert. */
export const BOTRISK = defineGrowthFormula({
  name: 'BOTRISK',
  summary: {
    en: 'Risk from 0 to 1 that part of an account’s followers is inert: growth that no activity or reach accompanies.',
    ru: 'Риск от 0 до 1, что часть подписчиков без активности: рост, который не сопровождают ни реакции, ни охват.',
  },
  returns: 'A risk from 0 to 1, not a verdict; under 0.3 calm, from 0.5 worth asking, above 0.7 likely.',
  examples: [
    {
      formula: '=BOTRISK(B2:B4, C2:D4)',
      arguments: [
        [[100], [101], [102]],
        [
          [5, 1],
          [4, 1],
          [6, 2],
        ],
      ],
      result: 'too few rows',
    },
    { formula: '=BOTRISK(B2:B13, C2:D13)', arguments: boughtExample, result: 0.991 },
  ],
  answer: ({ risk }) => Math.round(risk * 1000) / 1000,
});
