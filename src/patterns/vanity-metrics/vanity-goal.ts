import { goal } from '../../table/fields.ts';
import { defineSignal } from '../engine/define.ts';
import { found } from '../engine/verdicts.ts';
import { asksForLikesOrFollowers, asksForMore, asksForSales } from '../shared/client.ts';

/** A goal that asks for likes or followers and for nothing else. */
export const vanityGoal = defineSignal({
  id: 'vanity-goal',
  columns: { goal },
  settings: {},
  judge: ({ goal }) => (asksForLikesOrFollowers(goal) && !asksForMore(goal) && !asksForSales(goal) ? found('minor', {}) : undefined),
  texts: {
    en: {
      title: 'Likes or followers as the goal',
      finding: () => 'This goal counts likes or followers only; both affect results indirectly and are easy to inflate.',
      fix: 'Measure what people do: saves, comments, clicks, enquiries, and ER instead of the follower count.',
      outside: {
        heading: ({ rows, of }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} goals ${words.plural(rows, 'counts', 'count')} likes or followers only`,
      },
    },
    ru: {
      title: 'Цель — лайки или подписчики',
      finding: () => 'В цели только лайки или подписчики: на успех они влияют косвенно, и их легко накрутить.',
      fix: 'Считать то, что люди делают: сохранения, комментарии, переходы, заявки, а вместо числа подписчиков — ER.',
      outside: {
        heading: ({ rows, of }, words) =>
          `В ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'цели', 'целей')} только лайки или подписчики`,
      },
    },
  },
});
