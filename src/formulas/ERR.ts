import { defineEngagementRate } from './engagement-rate.ts';

/** By reach: of those who saw the post, how many acted. */
export const ERR = defineEngagementRate({
  name: 'ERR',
  by: 'reach',
  en: 'reach',
  ru: 'охвату',
  source: { en: 'Unique accounts that saw the post', ru: 'охват: сколько разных людей увидели пост' },
});
