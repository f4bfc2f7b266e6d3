import { boughtExample, defineGrowthFormula } from './growth-formula.ts';

/** How much of today's audience the unexplained growth is. */
export const BOTSHARE = defineGrowthFormula({
  name: 'BOTSHARE',
  summary: {
    en: 'Share from 0 to 1 of today’s followers that looks inert.',
    ru: 'Доля от 0 до 1 нынешних подписчиков, которые не подают признаков активности.',
  },
  returns: 'A share from 0 to 1; format the cell as a percentage.',
  examples: [{ formula: '=BOTSHARE(B2:B13, C2:D13)', arguments: boughtExample, result: 0.2191 }],
  answer: ({ share }) => Math.round(share * 10_000) / 10_000,
});
