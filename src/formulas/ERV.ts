import { defineEngagementRate } from './engagement-rate.ts';

/** By views: of all showings, how many led to an act. */
export const ERV = defineEngagementRate({
  name: 'ERV',
  by: 'views',
  en: 'views',
  ru: 'просмотрам',
  source: { en: 'Views or impressions: how often the post was shown', ru: 'просмотры или показы поста' },
});
