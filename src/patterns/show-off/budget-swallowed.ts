import { DAY } from '../../base/dates.ts';
import { currency, placedAt, price, publishedAt } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found, notJudged, unclear } from '../engine/verdicts.ts';
import type { BudgetPeriod } from '../shared/client.ts';

/** The placement's share of the budget of its period. */
type Swallowed = { price: number; share: number; budget: number; period: string; currency?: string };

/** One placement that takes most of the ad budget of its period. */
export const budgetSwallowed = defineSignal({
  id: 'budget-swallowed',
  columns: { price, placedAt: optional(placedAt), publishedAt: optional(publishedAt), currency: optional(currency) },
  settings: {
    budgetShare: setting(
      0.5,
      'share',
      { en: 'Share of the period’s ad budget', ru: 'Доля рекламного бюджета периода' },
      { min: 0.2, max: 1, step: 0.05 },
      {
        en: 'product decision: more than half leaves nothing to compare it with',
        ru: 'наше решение: если ушло больше половины, сравнивать уже не с чем',
      },
    ),
  },
  baseline: (rows, { client: { adBudget } }) => {
    if (adBudget === undefined) return notJudged('no-budget');
    const placements = new Map<string, number>();
    for (const row of rows()) {
      const period = periodOf(row.placedAt ?? row.publishedAt, adBudget.period);
      if (period !== undefined) placements.set(period, (placements.get(period) ?? 0) + 1);
    }
    return { adBudget, placements };
  },
  judge: ({ price, placedAt, publishedAt, currency }, { budgetShare }, _context, { adBudget, placements }) => {
    const period = periodOf(placedAt ?? publishedAt, adBudget.period);
    if (period === undefined) return unclear('no-date');
    if (currency !== undefined && adBudget.currency !== undefined && currency !== adBudget.currency) return unclear('other-currency');
    if ((placements.get(period) ?? 0) < 2) return unclear('single');
    const share = price / adBudget.amount;
    return share > budgetShare
      ? found<Swallowed>('serious', {
          price,
          share,
          budget: adBudget.amount,
          period: adBudget.period,
          ...(adBudget.currency === undefined ? {} : { currency: adBudget.currency }),
        })
      : undefined;
  },
  texts: {
    en: {
      title: 'One placement, most of the budget',
      finding: ({ share, budget, period, currency }, words) =>
        `This placement took ${words.percent(Number(share))} of the ad budget ${{ week: 'of the week ', month: 'of the month ', quarter: 'of the quarter ', year: 'of the year ' }[String(period)] ?? ''}(${words.money(budget, currency)}).`,
      fix: 'Split the sum over several fitting placements and compare what each brought.',
      outside: {
        heading: ({ rows, of, limits: { budgetShare = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} placements took more than ${words.percent(budgetShare)} of the ad budget of its period`,
      },
      unclear: {
        'no-date': 'no date, so its budget period is unknown',
        'other-currency': 'the price is in another currency than the budget',
        single: 'the only placement of its period',
      },
      notJudged: { 'no-budget': () => 'the ad budget is not stated: a client tab ("Ad budget") or the settings' },
    },
    ru: {
      title: 'Одно размещение — большая часть бюджета',
      finding: ({ share, budget, period, currency }, words) =>
        `На это размещение ушло ${words.percent(Number(share))} рекламного бюджета ${{ week: 'недели ', month: 'месяца ', quarter: 'квартала ', year: 'года ' }[String(period)] ?? ''}(${words.money(budget, currency)}).`,
      fix: 'Разделить сумму на несколько подходящих размещений и сравнить, что принесло каждое.',
      outside: {
        heading: ({ rows, of, limits: { budgetShare = 0 } }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'размещения', 'размещений')} ${words.plural(rows, 'заняло', 'заняли', 'заняли')} больше ${words.percent(budgetShare)} рекламного бюджета своего периода`,
      },
      unclear: {
        'no-date': 'нет даты, поэтому период бюджета неизвестен',
        'other-currency': 'цена в другой валюте, чем бюджет',
        single: 'единственное размещение своего периода',
      },
      notJudged: { 'no-budget': () => 'не указан рекламный бюджет: нужна вкладка о клиенте («Рекламный бюджет») или настройки' },
    },
  },
});

/** A key for the budget period a wall time falls into; `undefined` without a date, unless the budget covers everything. */
function periodOf(wall: number | undefined, period: BudgetPeriod): string | undefined {
  if (period === 'total') return 'total';
  if (wall === undefined) return undefined;
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  if (period === 'year') return String(year);
  if (period === 'quarter') return `${year} q${Math.floor(date.getUTCMonth() / 3)}`;
  if (period === 'month') return `${year}-${date.getUTCMonth()}`;
  const mondays = Math.floor((wall / DAY + 3) / 7);
  return `week ${mondays}`;
}
