import { defineEngagementRate } from './engagement-rate.ts';

/** By followers: the rate a media kit quotes. */
export const ER = defineEngagementRate({
  name: 'ER',
  by: 'followers',
  en: 'followers',
  ru: 'подписчикам',
  source: { en: 'Followers on the day of posting', ru: 'число подписчиков в день публикации' },
});
