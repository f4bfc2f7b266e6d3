import type { Pattern } from '../engine/signal.ts';
import { boughtLikes } from './bought-likes.ts';
import { inertFollowers } from './inert-followers.ts';
import { vanityGoal } from './vanity-goal.ts';

export const vanityMetrics: Pattern = {
  id: 'vanity-metrics',
  title: { en: 'What is measured', ru: 'Что считаем результатом' },
  why: {
    en: 'Engagement rate is activity divided by followers: followers who never act lower it, and with it the reach of every later post.',
    ru: 'ER — активность, делённая на подписчиков: подписчики без активности снижают его, а с ним и охват каждого следующего поста.',
  },
  colour: { row: '#FEF7E0', cell: '#FDD663' },
  signals: [inertFollowers, boughtLikes, vanityGoal],
};
