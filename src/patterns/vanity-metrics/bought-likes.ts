import { grouped } from '../../base/groups.ts';
import { knownOf, medianOf, numbersFrom, robustDeviation } from '../../base/statistics.ts';
import { comments, likes, reach, saves } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { told } from '../engine/told.ts';
import { explained, found, notJudged, unclear } from '../engine/verdicts.ts';
import { explainingColumns } from '../shared/explanations.ts';

/** How far a post's likes stand out of its own other activity and of its reach, in deviations; beside the usual likes of so many posts. */
type Outlier = { likes: number; usual: number; posts: number; ratioScore: number; reachScore?: number };

type TooFew = { 'too-few-posts': { posts: number; needed: number } };

interface AccountUsual {
  readonly posts: number;
  readonly likes: number;
  readonly logLikes: number;
  readonly logLikesDeviation: number;
  readonly ratio: number;
  readonly ratioDeviation: number;
  readonly perReach: number;
  readonly perReachDeviation: number;
}

const ratioOf = (likes: number, others: number) => Math.log((likes + 1) / (others + 1));

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
      { en: 'own simulation: at most 1.4% of honest accounts', ru: 'наше моделирование: задевает не больше 1,4 % честных аккаунтов' },
    ),
    reachScore: setting(
      4,
      'score',
      { en: 'Deviations of likes per reach', ru: 'Отклонений лайков к охвату' },
      { min: 2, max: 8, step: 0.5 },
      { en: 'own simulation: at most 1.4% of honest accounts', ru: 'наше моделирование: задевает не больше 1,4 % честных аккаунтов' },
    ),
    loneScore: setting(
      3.5,
      'score',
      { en: 'Deviations of likes per other activity, without reach', ru: 'Отклонений лайков к прочей активности без охвата' },
      { min: 2, max: 6, step: 0.5 },
      { en: 'own simulation: at most 1.4% of honest accounts', ru: 'наше моделирование: задевает не больше 1,4 % честных аккаунтов' },
    ),
    likesScore: setting(
      2,
      'score',
      { en: 'Deviations of the likes themselves, without reach', ru: 'Отклонений самих лайков без охвата' },
      { min: 1, max: 5, step: 0.5 },
      { en: 'own simulation: at most 1.4% of honest accounts', ru: 'наше моделирование: задевает не больше 1,4 % честных аккаунтов' },
    ),
  },
  baseline: (rows, _context, table) => {
    const usual = new Map<number, AccountUsual>();
    for (const [account, all] of grouped(rows(), (row) => row.account)) {
      const own = all.filter((row) => row.comments !== undefined || row.saves !== undefined);
      const measure = (read: (row: (typeof own)[number]) => number) =>
        knownOf(numbersFrom(own.length, (place) => read(own[place] as (typeof own)[number])));
      const ratios = measure((row) => ratioOf(row.likes, (row.comments ?? 0) + (row.saves ?? 0)));
      const logLikes = measure((row) => Math.log(row.likes + 1));
      const perReach = measure(({ likes, reach }) => (reach && reach > 0 ? Math.log((likes + 1) / reach) : Number.NaN));
      const middles = { logLikes: medianOf(logLikes), ratio: medianOf(ratios), perReach: medianOf(perReach) };
      usual.set(account, {
        ...middles,
        posts: own.length,
        likes: medianOf(measure((row) => row.likes)),
        logLikesDeviation: robustDeviation(logLikes, middles.logLikes),
        ratioDeviation: robustDeviation(ratios, middles.ratio),
        perReachDeviation: robustDeviation(perReach, middles.perReach),
      });
    }
    return { usual, why: table.explanations() };
  },
  tooFew: ({ usual }, { posts }) => {
    const most = [...usual.values()].reduce((best, account) => Math.max(best, account.posts), 0);
    return most >= posts ? undefined : notJudged('too-few-posts', { posts: most, needed: posts });
  },
  judge: (row, settings, _context, baseline) => {
    const usual = baseline.usual.get(row.account);
    if (!usual || usual.posts < settings.posts) return unclear('too-few-posts');
    if (row.comments === undefined && row.saves === undefined) return unclear('no-other-activity');
    if (row.likes <= 2 * usual.likes) return undefined;
    const others = (row.comments ?? 0) + (row.saves ?? 0);
    const scale = Math.sqrt(usual.ratioDeviation ** 2 + 1 / (others + 1) + 1 / (row.likes + 1));
    const ratioScore = (ratioOf(row.likes, others) - usual.ratio) / scale;
    const hasReach = row.reach !== undefined && row.reach > 0 && !Number.isNaN(usual.perReach);
    const evidence = { likes: row.likes, usual: usual.likes, posts: usual.posts, ratioScore };
    if (hasReach) {
      const reachScore =
        (Math.log((row.likes + 1) / (row.reach ?? 1)) - usual.perReach) / Math.sqrt(usual.perReachDeviation ** 2 + 1 / (row.likes + 1));
      if (ratioScore <= settings.ratioScore || reachScore <= settings.reachScore) return undefined;
      const why = baseline.why[row.index];
      return why === undefined ? found<Outlier>('serious', { ...evidence, reachScore }) : explained(why);
    }
    const likesScore = (Math.log(row.likes + 1) - usual.logLikes) / Math.max(usual.logLikesDeviation, 1e-9);
    if (ratioScore <= settings.loneScore || likesScore <= settings.likesScore) return undefined;
    const why = baseline.why[row.index];
    return why === undefined ? found<Outlier>('minor', evidence) : explained(why);
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
          `${words.number(rows, 0)} of ${words.number(of, 0)} posts have many more likes than usual and no more of anything else`,
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
          `У ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'поста', 'постов')} лайков много больше обычного, а остальной активности — нет`,
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
