import { boughtExample, defineGrowthFormula } from './growth-formula.ts';

/** Which rows the risk comes from. */
export const BOTROWS = defineGrowthFormula({
  name: 'BOTROWS',
  summary: {
    en: 'Row by row: 1 where the gain in followers looks inert, 0 where not, blank where it cannot be said.',
    ru: 'По строкам: 1, где прирост подписчиков похож на неживой, 0, где нет, пусто, где сказать нельзя.',
  },
  returns: 'One value per row, aligned with followers.',
  examples: [
    {
      formula: '=BOTROWS(B2:B13, C2:D13)',
      arguments: boughtExample,
      result: [[''], [0], [0], [0], [0], [0], [1], [0], [0], [0], [0], [0]],
    },
  ],
  answer: ({ flags }) => Array.from(flags, (flag) => [Number.isNaN(flag) ? '' : flag]),
});
