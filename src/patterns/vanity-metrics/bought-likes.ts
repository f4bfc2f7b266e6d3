import { grouped } from '../../base/groups.ts';
import { numbersAt, numbersFrom } from '../../base/statistics.ts';
import { comments, format, likes, reach, saves } from '../../table/fields.ts';
import { knownSumOf } from '../../table/row-facts.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { told } from '../engine/told.ts';
import { explained, found, notJudged, unclear } from '../engine/verdicts.ts';
import { explainingColumns } from '../shared/explanations.ts';
import { plainWords } from '../shared/word-matching.ts';
import { type Account, accountOf, type Measured, perReachOf, ratioOf } from './account-likes.ts';

/** How far a post's likes stand out of its own other activity and of its reach, in deviations; beside the usual likes of so many posts. */
type Outlier = { likes: number; usual: number; posts: number; ratioScore: number; reachScore?: number };

type TooFew = { 'too-few-posts': { posts: number; needed: number } };

/** An account without bought likes has a post beyond its own tail in no more than this part. */
const ACCEPTED_CHANCE = 0.05;

/** Likes out of line with the post's own comments, saves and reach. */
export const boughtLikes = defineSignal({
  id: 'bought-likes',
  columns: {
    likes,
    comments: optional(comments),
    saves: optional(saves),
    reach: optional(reach),
  },
  beside: explainingColumns,
  needsOneOf: [['comments'], ['saves']],
  settings: {
    posts: setting(
      20,
      'rows',
      { en: 'Posts of an account needed', ru: 'Сколько постов аккаунта нужно' },
      { min: 10, max: 100, step: 5 },
      { en: 'fewer posts do not show how far likes usually wander', ru: 'по меньшему числу постов не видно обычного разброса лайков' },
    ),
    ratioScore: setting(
      3,
      'score',
      { en: 'Deviations of likes per other activity, with reach', ru: 'Отклонений лайков к прочей активности, если есть охват' },
      { min: 2, max: 6, step: 0.5 },
      {
        en: 'own simulation: speaks in at most 4% of honest sheets',
        ru: 'наше моделирование: срабатывает не больше чем в 4 % честных таблиц',
      },
    ),
    reachScore: setting(
      4,
      'score',
      { en: 'Deviations of likes per reach', ru: 'Отклонений лайков к охвату' },
      { min: 2, max: 8, step: 0.5 },
      {
        en: 'own simulation: speaks in at most 4% of honest sheets',
        ru: 'наше моделирование: срабатывает не больше чем в 4 % честных таблиц',
      },
    ),
    loneScore: setting(
      3.5,
      'score',
      { en: 'Deviations of likes per other activity, without reach', ru: 'Отклонений лайков к прочей активности без охвата' },
      { min: 2, max: 6, step: 0.5 },
      {
        en: 'own simulation: speaks in at most 4% of honest sheets',
        ru: 'наше моделирование: срабатывает не больше чем в 4 % честных таблиц',
      },
    ),
    likesScore: setting(
      2,
      'score',
      { en: 'Deviations of the likes themselves, without reach', ru: 'Отклонений самих лайков без охвата' },
      { min: 1, max: 5, step: 0.5 },
      {
        en: 'own simulation: speaks in at most 4% of honest sheets',
        ru: 'наше моделирование: срабатывает не больше чем в 4 % честных таблиц',
      },
    ),
  },
  baseline: (rows, _context, table) => {
    const why = table.explanations();
    const formats = table.columns.get(format.id)?.texts;
    const typeOf = (row: number) => plainWords(formats?.[row] ?? '');
    const accounts = new Map<number, Account>();
    const groups = grouped(rows.indexes, (index) => table.accounts[index] ?? 0);
    const othersAt = knownSumOf(table, [comments.id, saves.id]);
    const [likesOfRows, reachOfRows] = [likes, reach].map(({ id }) => table.columns.get(id)?.numbers);
    for (const [account, all] of groups) {
      const own = all.filter((index) => why[index] === undefined && !Number.isNaN(othersAt(index)));
      const likesOf = numbersAt(likesOfRows, own);
      const reachOf = numbersAt(reachOfRows, own);
      const measure = (of: (likes: number, place: number) => number) => numbersFrom(own.length, (place) => of(likesOf[place] ?? 0, place));
      const posts: Measured = {
        types: own.map(typeOf),
        likes: likesOf,
        logLikes: measure((count) => Math.log(count + 1)),
        ratio: measure((count, place) => ratioOf(count, othersAt(own[place] ?? 0))),
        perReach: measure((count, place) => perReachOf(count, reachOf[place])),
      };
      accounts.set(account, accountOf(posts, ACCEPTED_CHANCE / groups.size));
    }
    return { accounts, why, typeOf };
  },
  tooFew: ({ accounts }, { posts }) => {
    const most = [...accounts.values()].reduce((best, account) => Math.max(best, account.posts), 0);
    return most >= posts ? undefined : notJudged('too-few-posts', { posts: most, needed: posts });
  },
  judge: (row, settings, _context, { accounts, why, typeOf }) => {
    const account = accounts.get(row.account);
    if (!account || account.posts < settings.posts) return unclear('too-few-posts');
    if (row.comments === undefined && row.saves === undefined) return unclear('no-other-activity');
    const usual = account.usual(typeOf(row.index));
    if (row.likes <= 2 * usual.likes) return undefined;
    const others = (row.comments ?? 0) + (row.saves ?? 0);
    const scale = Math.sqrt(account.ratioDeviation ** 2 + 1 / (others + 1) + 1 / (row.likes + 1));
    const distance = ratioOf(row.likes, others) - usual.ratio;
    const ratioScore = distance / scale;
    const hasReach = row.reach !== undefined && row.reach > 0 && !Number.isNaN(usual.perReach);
    const evidence = { likes: row.likes, usual: usual.likes, posts: usual.posts, ratioScore };
    const explanation = why[row.index];
    if (hasReach) {
      const reachScore =
        (perReachOf(row.likes, row.reach) - usual.perReach) / Math.sqrt(account.perReachDeviation ** 2 + 1 / (row.likes + 1));
      if (ratioScore <= settings.ratioScore || reachScore <= settings.reachScore) return undefined;
      return explanation === undefined ? found<Outlier>('serious', { ...evidence, reachScore }) : explained(explanation);
    }
    const likesScore = (Math.log(row.likes + 1) - usual.logLikes) / Math.max(account.logLikesDeviation, 1e-9);
    // Nothing but its likes sets the post apart: people may simply love it, as they do others of the account.
    if (ratioScore <= settings.loneScore || likesScore <= settings.likesScore || distance <= account.farthest(distance)) return undefined;
    return explanation === undefined ? found<Outlier>('minor', evidence) : explained(explanation);
  },
  texts: {
    en: {
      title: 'Likes without other activity',
      finding: ({ likes, usual, posts, reachScore }, words) =>
        `${words.number(likes, 0)} likes, ${words.times(likes / Math.max(usual, 1))} the usual of ${words.number(posts, 0)} posts, while ${reachScore === undefined ? 'comments and saves' : 'comments, saves and reach'} stayed where they always are. Was the post shared somewhere, or did people simply love it?`,
      brief: ({ likes }, words) => `${words.number(likes, 0)} likes`,
      fix: 'Check who liked this post before relying on its numbers; judge it by comments and saves.',
      outside: {
        heading: ({ rows, of }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} posts ${words.plural(rows, 'has', 'have')} many more likes than usual and no more of anything else`,
      },
      unclear: { 'too-few-posts': 'too few posts of this account', 'no-other-activity': 'no comments and no saves to compare with' },
      notJudged: told<TooFew>({
        'too-few-posts': ({ posts, needed }, words) =>
          `too few comparable posts (${words.number(posts, 0)}; ${words.number(needed, 0)} are needed)`,
      }),
    },
    ru: {
      title: 'Лайки без другой активности',
      finding: ({ likes, usual, posts, reachScore }, words) =>
        `${words.number(likes, 0)} ${words.plural(Math.round(likes), 'лайк', 'лайка', 'лайков')}, ${words.times(likes / Math.max(usual, 1))} больше обычного (по ${words.number(posts, 0)} ${words.plural(posts, 'посту', 'постам')}), а ${reachScore === undefined ? 'комментариев и сохранений' : 'комментариев, сохранений и охвата'} столько же, сколько всегда. Постом где-то поделились или он просто всем понравился?`,
      brief: ({ likes }, words) => `${words.number(likes, 0)} ${words.plural(likes, 'лайк', 'лайка', 'лайков')}`,
      fix: 'Прежде чем опираться на эти цифры, посмотреть, кто поставил лайки, и судить о посте по комментариям и сохранениям.',
      outside: {
        heading: ({ rows, of }, words) =>
          `У ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'поста', 'постов')} лайков намного больше обычного, а всего остального — столько же, сколько всегда`,
      },
      unclear: {
        'too-few-posts': 'слишком мало постов этого аккаунта',
        'no-other-activity': 'нет комментариев и сохранений для сравнения',
      },
      notJudged: told<TooFew>({
        'too-few-posts': ({ posts, needed }, words) =>
          `слишком мало сравнимых постов (${words.number(posts, 0)}, а нужно ${words.number(needed, 0)})`,
      }),
    },
  },
});
