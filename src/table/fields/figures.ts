import { type Field, field } from './field.ts';

export const followers = field(
  'followers',
  'count',
  { en: 'followers in total', ru: 'подписчиков всего' },
  [
    'Followers',
    'Followers Count',
    'Total followers',
    'Total Fans',
    'Page total likes',
    'Page T Likes',
    'Audience',
    'Lifetime Total Likes',
    'Subscribers',
    'Members',
  ],
  [
    'Подписчики',
    'Подписчиков',
    'Подписчиков всего',
    'Всего подписчиков',
    'Подписчики на конец недели',
    'Подписчиков на начало периода',
    'Участники',
    'Участников',
    'Аудитория аккаунта',
  ],
);

export const followersGained = field(
  'followersGained',
  'count',
  { en: 'new followers', ru: 'новые подписчики' },
  [
    'New follows',
    'Follows',
    'Followers Gained',
    'Subscribers gained',
    'Facebook follows',
    'Instagram follows',
    'New Facebook Page likes',
    'Facebook Page new likes',
    'New Page likes',
    'New Followers',
    'New followers',
    'Daily New Likes',
  ],
  ['Подписались', 'Новых за период', 'Новые подписчики', 'Подписок', 'Подписки', 'Новых подписчиков', 'Пришло подписчиков'],
);

export const followersLost = field(
  'followersLost',
  'count',
  { en: 'followers lost', ru: 'отписались' },
  ['Unfollows', 'Followers Lost', 'Subscribers lost', 'Daily Unlikes'],
  ['Отписались', 'Отписки', 'Отписок'],
);

export const followersNet = field(
  'followersNet',
  'number',
  { en: 'net change of followers', ru: 'прирост подписчиков' },
  ['Net Audience Growth', 'Net Follower Growth', 'Difference in followers from previous day', 'Net growth', 'Net new followers'],
  ['Чистый прирост подписчиков', 'Прирост', 'Прирост подписчиков'],
);

export const likes = field(
  'likes',
  'count',
  { en: 'likes', ru: 'лайки' },
  ['Likes', 'Total likes', 'Like', 'Reactions', 'Post reactions', 'favorites', 'Hearts'],
  ['Лайки', 'Лайков', 'Отметки "Нравится"', 'Нравится', 'Реакции', 'Лайк'],
);

export const comments = field(
  'comments',
  'count',
  { en: 'comments', ru: 'комментарии' },
  ['Comments', 'Comments added', 'Total comments', 'Comments Count', 'Post comments', 'Replies', 'Comment', 'New Comments'],
  ['Комментарии', 'Комментариев', 'Комменты', 'Ответы'],
);

export const shares = field(
  'shares',
  'count',
  { en: 'shares', ru: 'репосты' },
  ['Shares', 'Total shares', 'Shares Count', 'Post shares', 'Reposts', 'Retweets', 'Share', 'Forwards'],
  ['Репосты', 'Репостов', 'Поделились', 'Поделилось', 'Пересылки'],
);

export const saves = field(
  'saves',
  'count',
  { en: 'saves', ru: 'сохранения' },
  ['Saves', 'Saved', 'Post Saves', 'Bookmarks', 'Add to favorites'],
  ['Сохранения', 'Сохранений', 'Сохранили', 'Сохраненки', 'Сохраненок', 'В избранное', 'Добавили в избранное'],
);

export const engagements = field(
  'engagements',
  'count',
  { en: 'engagements, already summed', ru: 'взаимодействия одной суммой' },
  [
    'Engagements',
    'Total Interactions',
    'T Interactions',
    'Reactions, Comments and Shares',
    'Content interactions',
    'Post engagements',
    'Interactions',
    'Engagement',
    'Total engagement',
  ],
  ['Вовлеченность', 'Взаимодействия', 'Взаимодействия с контентом', 'Активность'],
);

export const reach = field(
  'reach',
  'count',
  { en: 'reach', ru: 'охват' },
  [
    'Reach',
    'Accounts reached',
    'Lifetime Post Total Reach',
    'T Reach',
    'Total Reach',
    'Impressions Unique',
    'Unique viewers',
    'Viewers',
    'Total Viewers',
  ],
  ['Охват', 'Охват всего', 'Охваты', 'Охваченные аккаунты', 'Охват поста', 'Уникальные зрители', 'Охват сторис'],
);

export const impressions = field(
  'impressions',
  'count',
  { en: 'impressions', ru: 'показы' },
  ['Impressions', 'Lifetime Post Total Impressions', 'T Impression', 'Page impressions', 'Post Impressions', 'tweet_impressions'],
  ['Показы', 'Показов', 'Показы значков видео', 'Покази'],
);

export const views = field(
  'views',
  'count',
  { en: 'views', ru: 'просмотры' },
  ['Views', 'Video Views', 'Total views', 'Video views', 'Engaged views'],
  ['Просмотры', 'Просмотров', 'Просмотры постов', 'Просмотры рилс'],
);

export const engagementRate = field(
  'engagementRate',
  'share',
  { en: 'engagement rate as given', ru: 'ER, как посчитан в таблице' },
  [
    'Engagement rate',
    'Engagement Rate (per Impression)',
    'Campaign ER%',
    'Avg. ER%',
    'ER',
    'Engagement rate by reach',
    'Engagement rate by followers',
    'Engagement rate by views',
  ],
  ['ER', 'ER по подписчикам', 'ER по просмотрам', 'ER по охвату', 'ERR', 'ERR24', 'Вовлеченность, %'],
);

export const spend = field(
  'spend',
  'money',
  { en: 'ad spend', ru: 'потрачено на рекламу' },
  ['Amount spent', 'Ad spend', 'Spend', 'Promotion spend', 'Boost spend'],
  ['Сумма затрат', 'Потрачено', 'Расход', 'Расход на продвижение', 'Сума витрат', 'Витрачена сума'],
);

export const paid = field(
  'paid',
  'flag',
  { en: 'paid promotion', ru: 'платное продвижение' },
  ['Paid', 'Promoted', 'Boosted', 'Is paid', 'Ad'],
  ['Продвижение', 'Платное продвижение', 'Реклама', 'Промо', 'Таргет'],
);

/** What networks count: followers, reactions, reach, and what was spent on them. */
export const figureFields: readonly Field[] = [
  followers,
  followersGained,
  followersLost,
  followersNet,
  likes,
  comments,
  shares,
  saves,
  engagements,
  reach,
  impressions,
  views,
  engagementRate,
  spend,
  paid,
];
