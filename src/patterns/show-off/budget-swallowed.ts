import { DAY } from '../../base/dates.ts';
import { currency, day, placedAt, placement, price, publishedAt, spend } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found, notJudged, unclear } from '../engine/verdicts.ts';
import type { BudgetPeriod } from '../shared/client.ts';

/** The placement's share of the budget of its period; `rows` where the sheet tells what it cost in parts, such as day by day. */
type Swallowed = { price: number; share: number; budget: number; period: string; rows?: number; currency?: string };

/** What a placement cost within one budget period, and the last row of the sheet that tells of it. */
interface Sum {
  readonly amount: number;
  readonly rows: number;
  readonly lastRow: number;
}

/** One placement that takes most of the ad budget of its period. */
export const budgetSwallowed = defineSignal({
  id: 'budget-swallowed',
  columns: {
    price: optional(price),
    spend: optional(spend),
    placement: optional(placement),
    placedAt: optional(placedAt),
    publishedAt: optional(publishedAt),
    day: optional(day),
    currency: optional(currency),
  },
  needsOneOf: [['price'], ['placement', 'spend']],
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
    const sums = new Map<string, Map<string, Sum>>();
    for (const row of rows.all()) {
      const period = periodOf(timeOf(row), adBudget.period);
      const cost = costOf(row);
      if (period === undefined || cost === undefined) continue;
      const placements = sums.get(period) ?? new Map<string, Sum>();
      const known = placements.get(nameOf(row));
      placements.set(nameOf(row), { amount: (known?.amount ?? 0) + cost, rows: (known?.rows ?? 0) + 1, lastRow: row.row });
      sums.set(period, placements);
    }
    return { adBudget, sums };
  },
  judge: (row, { budgetShare }, _context, { adBudget, sums }) => {
    const { currency } = row;
    const period = periodOf(timeOf(row), adBudget.period);
    if (costOf(row) === undefined) return unclear('no-cost');
    if (period === undefined) return unclear('no-date');
    if (currency !== undefined && adBudget.currency !== undefined && currency !== adBudget.currency) return unclear('other-currency');
    const placements = sums.get(period);
    if (!placements || placements.size < 2) return unclear('single');
    const sum = placements.get(nameOf(row));
    // A campaign told day by day is one placement: its last day carries the sum.
    if (sum?.lastRow !== row.row) return undefined;
    const share = sum.amount / adBudget.amount;
    // A budget without a currency is in that of the prices: it was compared with them.
    const unit = adBudget.currency ?? currency;
    return share > budgetShare
      ? found<Swallowed>('serious', {
          price: sum.amount,
          share,
          ...(sum.rows > 1 ? { rows: sum.rows } : {}),
          budget: adBudget.amount,
          period: adBudget.period,
          ...(unit === undefined ? {} : { currency: unit }),
        })
      : undefined;
  },
  texts: {
    en: {
      title: 'One placement, most of the budget',
      finding: ({ share, budget, period, currency, rows }, words) =>
        `This placement${rows === undefined ? '' : ` (${words.number(rows, 0)} rows together)`} took ${words.percent(share)} of the ad budget ${{ week: 'of the week ', month: 'of the month ', quarter: 'of the quarter ', year: 'of the year ' }[String(period)] ?? ''}(${words.money(budget, currency)}).`,
      brief: ({ share }, words) => `${words.percent(share)} of the budget`,
      fix: 'Split the sum over several fitting placements and compare what each brought.',
      outside: {
        heading: ({ rows, of, limits: { budgetShare = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} placements took more than ${words.percent(budgetShare)} of the ad budget of its period`,
      },
      unclear: {
        'no-cost': 'no price',
        'no-date': 'no date, so its budget period is unknown',
        'other-currency': 'the price is in another currency than the budget',
        single: 'the only placement of its period',
      },
      notJudged: { 'no-budget': () => 'no ad budget that can be read: a client tab ("Ad budget") or the settings' },
    },
    ru: {
      title: 'Одно размещение — большая часть бюджета',
      finding: ({ share, budget, period, currency, rows }, words) =>
        `На это размещение${rows === undefined ? '' : ` (вместе ${words.number(rows, 0)} ${words.plural(rows, 'строка', 'строки', 'строк')})`} ушло ${words.percent(share)} рекламного бюджета ${{ week: 'недели ', month: 'месяца ', quarter: 'квартала ', year: 'года ' }[String(period)] ?? ''}(${words.money(budget, currency)}).`,
      brief: ({ share }, words) => `${words.percent(share)} бюджета`,
      fix: 'Разделить сумму на несколько подходящих размещений и сравнить, что принесло каждое.',
      outside: {
        heading: ({ rows, of, limits: { budgetShare = 0 } }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'размещения', 'размещений')} ${words.plural(rows, 'заняло', 'заняли', 'заняли')} больше ${words.percent(budgetShare)} рекламного бюджета своего периода`,
      },
      unclear: {
        'no-cost': 'нет цены',
        'no-date': 'нет даты, поэтому период бюджета неизвестен',
        'other-currency': 'цена в другой валюте, чем бюджет',
        single: 'единственное размещение своего периода',
      },
      notJudged: {
        'no-budget': () => 'рекламный бюджет не указан или не прочитан: нужна вкладка о клиенте («Рекламный бюджет») или настройки',
      },
    },
  },
});

type Told = Readonly<Partial<Record<'price' | 'spend' | 'placedAt' | 'publishedAt' | 'day', number | undefined>>> & {
  readonly placement?: string | undefined;
  readonly row: number;
};

const costOf = ({ price, spend }: Told): number | undefined => price ?? spend;
const timeOf = ({ placedAt, publishedAt, day }: Told): number | undefined => placedAt ?? publishedAt ?? day;
/** Rows of one name are one placement; a row without a name is one of its own. */
const nameOf = ({ placement, row }: Told): string => placement ?? String(row);

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
