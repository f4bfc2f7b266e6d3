import { anyWord } from './word-matching.ts';

/** What SMM work can be agreed on; the article's list and the salesperson on the client's side. */
export const scopeItems = ['targeting', 'photo', 'copy', 'strategy', 'posting', 'salesperson'] as const;
export type ScopeItem = (typeof scopeItems)[number];

export const budgetPeriods = ['week', 'month', 'quarter', 'year', 'total'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** What is known of the client. What is empty is not judged. */
export interface ClientFacts {
  readonly city?: string;
  readonly age?: string;
  /** Whether the target place is a city or a whole country: the thresholds differ. */
  readonly target: 'city' | 'country';
  readonly adBudget?: { readonly amount: number; readonly period: BudgetPeriod; readonly currency?: string };
  readonly scope?: readonly ScopeItem[];
  /** Followers today: what gains without a total are counted back from. */
  readonly followers?: number;
  /** ISO day on which the account was opened. */
  readonly launched?: string;
}

const scopeWords: readonly (readonly [ScopeItem, (text: string) => boolean])[] = [
  ['targeting', anyWord(['таргет*', 'реклам*', 'targeting', 'ads', 'advertising', 'paid social'])],
  ['photo', anyWord(['фото*', 'съемк*', 'видео*', 'дизайн*', 'контент*', 'photo*', 'video*', 'design', 'content'])],
  ['copy', anyWord(['текст*', 'копирайт*', 'copy', 'copywriting', 'texts'])],
  ['strategy', anyWord(['стратег*', 'strategy'])],
  ['posting', anyWord(['постинг*', 'публикац*', 'ведени*', 'посты', 'posting', 'publishing'])],
  ['salesperson', anyWord(['продаж*', 'продавец', 'продаван', 'обработк*', 'менеджер*', 'sales', 'salesperson', 'lead handling'])],
];

/** The agreed work that a text names (`фото, тексты, постинг`), in the order of `scopeItems`. */
export function readScope(text: string): readonly ScopeItem[] {
  return scopeWords.filter(([, matches]) => matches(text)).map(([item]) => item);
}

/** Photos, texts and posting keep a page alive; they do not bring or answer leads. */
export function isContentOnly(scope: readonly ScopeItem[]): boolean {
  return scope.length > 0 && scope.every((item) => item === 'photo' || item === 'copy' || item === 'posting');
}

export const asksForSales = anyWord([
  'продаж*',
  'заявк*',
  'заявок',
  'лид',
  'лиды',
  'лидов',
  'выручк*',
  'оборот*',
  'заказ*',
  'покупк*',
  'покупател*',
  'сделк*',
  'клиент*',
  'запис*',
  'sales',
  'leads',
  'lead',
  'revenue',
  'orders',
  'purchases',
  'deals',
  'customers',
  'clients',
  'bookings',
]);
export const asksForLikesOrFollowers = anyWord([
  'лайк*',
  'подписчи*',
  'подписк*',
  'подписок',
  'фолловер*',
  'сердеч*',
  'likes',
  'followers',
  'subscribers',
  'follows',
  'fans',
]);
/** Measures that say more than likes and followers do. */
export const asksForMore = anyWord([
  'охват*',
  'просмотр*',
  'показ*',
  'вовлеч*',
  'er',
  'err',
  'сохран*',
  'коммент*',
  'репост*',
  'переход*',
  'клик*',
  'трафик*',
  'узнаваем*',
  'обращени*',
  'отзыв*',
  'reach',
  'views',
  'impressions',
  'engagement*',
  'saves',
  'comments',
  'shares',
  'clicks',
  'traffic',
  'awareness',
  'reviews',
]);
