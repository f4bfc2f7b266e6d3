import { grouped } from '../../base/groups.ts';
import { largestOf } from '../../base/statistics.ts';
import { START_UP } from '../../growth/events.ts';
import { LEAST_ROWS } from '../../growth/index.ts';
import { type GrowthEvent, INERT_PART, type InertGrowth } from '../../growth/series.ts';
import { type GainEvidence, gainSentence, gainStory, type Measure, measured } from '../../growth/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { type Words, wordsOf } from '../../i18n/words.ts';
import { comments, day, engagements, followers, impressions, likes, publishedAt, reach, saves, views } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { whereKnown } from '../engine/row-reader.ts';
import { type Cost, decimalsFor } from '../engine/signal-bill.ts';
import { type CodedEvidence, told } from '../engine/told.ts';
import { explained, found, notJudged, unclear } from '../engine/verdicts.ts';
import { explainingColumns } from '../shared/explanations.ts';
import { whyNoHistory } from '../shared/history.ts';
import { type AccountEstimate, estimateAccount } from './account-estimate.ts';

type Estimate = Extract<InertGrowth, { status: 'estimated' }>;

/** The first row of the account that is meant, where the sheet has several. */
type Whose = { row?: number };
/** The part of today's followers that shows no sign of activity, with the bounds of it. */
type SilentShare = Whose & { share: number; low: number; high: number; risk: number; rows: number } & {
  from?: number;
  to?: number;
  noSaves: boolean;
  noReach: boolean;
};
/** What was read otherwise than it stands. */
type Reading = Whose & { mistyped: number; newestFirst: boolean } & { [M in Measure]?: boolean };
type Insights = { share: SilentShare; reading: Reading };
type NoGrowth = {
  'too-few-rows': { rows: number };
  'several-accounts': Record<string, never>;
  list: Record<string, never>;
  'no-order': Record<string, never>;
};

const en = wordsOf('en');
const ru = wordsOf('ru');

const nobody = { growth: undefined, why: [], measures: {}, events: new Map<number, GrowthEvent>() };

/** A loss after the gain is told from this part of it on. */
const NOTABLE_LOSS = 0.05;

/** Where activity accounts for so large a part of a jump, the rest is a question. */
const MOSTLY_PAID = 0.5;

/** A jump that is worth asking about and no more, whatever the risk of the whole account: reality has many such. */
const isQuestion = ({ base, paid }: { readonly base: number; readonly paid: number }): boolean => base < START_UP || paid >= MOSTLY_PAID;

/** Follower gains that no activity and no reach accompany: the rows behind BOTRISK. */
export const inertFollowers = defineSignal({
  id: 'inert-followers',
  columns: {
    followers,
    likes: whereKnown(likes),
    comments: whereKnown(comments),
    saves: whereKnown(saves),
    engagements: whereKnown(engagements),
    reach: whereKnown(reach),
    impressions: whereKnown(impressions),
    views: whereKnown(views),
    publishedAt: whereKnown(publishedAt),
    day: whereKnown(day),
  },
  beside: explainingColumns,
  settings: {
    seriousRisk: setting(
      0.7,
      'share',
      { en: 'Risk above which it is serious', ru: 'Риск, выше которого это важно' },
      { min: 0.5, max: 0.95, step: 0.05 },
      {
        en: 'in five simulated worlds 0.4 to 5% of honest accounts reach 0.7',
        ru: 'моделирование: в пяти мирах до 0,7 доходит от 0,4 до 5 % честных аккаунтов',
      },
    ),
  },
  baseline: (rows, _context, table) => {
    const noHistory = whyNoHistory(table);
    if (noHistory) return notJudged(noHistory);
    const accounts = new Map<number, AccountEstimate>();
    // Where each row of the table stands in its account.
    const places = new Int32Array(table.length);
    for (const [account, own] of grouped(rows.indexes, (index) => table.accounts[index] ?? 0)) {
      own.forEach((index, at) => {
        places[index] = at;
      });
      accounts.set(account, estimateAccount(table, Int32Array.from(own)));
    }
    const answers = [...accounts.values()].map(({ growth }) => growth);
    const tooShort = answers.flatMap((growth) => (growth.status === 'too-few-rows' ? [growth.usableRows] : []));
    if (answers.length === 0 || answers.some(({ status }) => status === 'estimated')) return { accounts, places };
    return tooShort.length === 0 ? notJudged('several-accounts') : notJudged('too-few-rows', { rows: largestOf(tooShort) });
  },
  judge: ({ index, account, publishedAt, day }, { seriousRisk }, _context, { accounts, places }) => {
    const { growth, why, measures, events } = accounts.get(account) ?? nobody;
    const at = places[index] ?? -1;
    if (growth?.status === 'several-accounts') return unclear('several-accounts');
    if (growth?.status !== 'estimated') return unclear('too-few-rows');
    const event = events.get(at);
    if (event && why[at] !== undefined) return explained(why[at] ?? 'other');
    const flag = growth.flags[at];
    if (flag === undefined || Number.isNaN(flag)) return unclear('first-row');
    if (!event || flag !== 1) return undefined;
    const gained = growth.unexplained[at] ?? 0;
    const wall = publishedAt ?? day;
    const isSerious = growth.risk > seriousRisk && hasComparison(measures) && !isQuestion(event);
    return found<GainEvidence & { risk: number }>(isSerious ? 'serious' : 'minor', {
      ...(wall === undefined ? {} : { date: wall }),
      gained,
      audience: gained / event.base,
      timesUsual: event.timesUsual,
      paid: event.paid,
      ...measures,
      tail: event.tail,
      vanished: growth.vanished,
      level: growth.level,
      lost: event.after < -NOTABLE_LOSS * event.gained ? -event.after : 0,
      likely: isSerious,
      risk: growth.risk,
    });
  },
  insights: (_rows, _settings, _context, { accounts }): readonly CodedEvidence<Insights>[] =>
    [...accounts.values()].flatMap(({ firstRow, growth, measures, span, events }) => {
      if (growth.status !== 'estimated') return [];
      const whose: Whose = accounts.size > 1 ? { row: firstRow } : {};
      const reading = readingOf(growth, whose);
      const isMoreThanAsked = [...events.values()].some((event) => !isQuestion(event)) || events.size === 0;
      if (growth.risk < 0.5 || growth.share <= 0 || !hasComparison(measures) || !isMoreThanAsked) return reading;
      const { share, low, high, risk, usableRows } = growth;
      const noSaves = !measures.saves && !measures.engagements;
      const evidence: SilentShare = {
        ...whose,
        share,
        low,
        high,
        risk,
        rows: usableRows,
        ...span,
        noSaves,
        noReach: !measures.reach && !measures.views,
      };
      return [{ code: 'share' as const, evidence }, ...reading];
    }),
  // Followers that are explained are no longer silent ones.
  restated: ({ code, evidence }, left) => {
    if (code !== 'share') return { code, evidence };
    const parts = ['share', 'low', 'high'].map((part) => [part, Number(evidence[part]) * left]);
    return left > 0 ? { code, evidence: { ...evidence, ...Object.fromEntries(parts) } } : undefined;
  },
  chart: 'growth',
  bill: {
    cost: ({ gained, risk, ...evidence }) =>
      hasComparison(evidence) && !isQuestion({ base: gained / evidence.audience, paid: evidence.paid })
        ? { unit: 'followers', amount: INERT_PART.usual * risk * gained, low: INERT_PART.low * gained, high: INERT_PART.high * gained }
        : undefined,
    texts: {
      en: {
        what: ({ low, high }, words) =>
          `with no sign of activity${low === undefined || high === undefined ? '' : ` (between ${words.number(low, 0)} and ${words.number(high, 0)})`}`,
        arithmetic: `The gain, weighed by how likely it is that no activity stands behind it, and ${en.percent(INERT_PART.usual)} of that; the range is from ${en.percent(INERT_PART.low)} to ${en.percent(INERT_PART.high)} of the gain.`,
        part: likelyGain,
      },
      ru: {
        what: ({ low, high }, words) =>
          `без признаков активности${low === undefined || high === undefined ? '' : ` (от ${words.number(low, 0)} до ${words.number(high, 0)})`}`,
        arithmetic: `Прирост с поправкой на то, насколько вероятно, что активности за ним нет, и от этого ${ru.percent(INERT_PART.usual)}; границы — от ${ru.percent(INERT_PART.low)} до ${ru.percent(INERT_PART.high)} прироста.`,
        part: likelyGain,
      },
    },
  },
  texts: {
    en: {
      title: 'Followers without activity',
      finding: (evidence) => gainSentence(evidence, 'en'),
      brief: ({ gained }, words) => `+${words.number(gained, 0)} followers`,
      fix: 'Look together at where these followers came from, and judge the account by ER and saves rather than by their number.',
      outside: {
        finding: ({ date: _, ...evidence }) => gainStory(evidence, 'en'),
        heading: ({ rows }, words) => `Followers came without matching activity ${rows === 1 ? 'once' : `${words.number(rows, 0)} times`}`,
      },
      unclear: {
        'too-few-rows': 'too few rows of this account with followers',
        'several-accounts': 'the follower counts look like several accounts in one table',
        'first-row': 'the oldest row of the account: nothing to compare it with',
      },
      notJudged: told<NoGrowth>({
        'too-few-rows': ({ rows }, words) =>
          `too few rows of one account with followers to know its usual growth (${words.number(rows, 0)} at most; ${LEAST_ROWS} are needed)`,
        'several-accounts': () => 'the follower counts look like several accounts in one table',
        list: () =>
          'the rows are different accounts, not one account over time; growth is judged where each account has rows of several dates',
        'no-order': () => 'no date tells which row came first; growth is judged where there is a date column',
      }),
      insights: told<Insights>({
        reading: (evidence, words) => {
          const { mistyped, newestFirst } = evidence;
          return [
            accountOf(evidence, 'en'),
            'To judge the growth of followers, some cells were read otherwise than they stand.',
            mistyped > 0
              ? `Looks mistyped, taken as its neighbours: ${words.number(mistyped, 0)} follower ${words.plural(mistyped, 'count', 'counts')}.`
              : '',
            measured(evidence, 'en') === '' ? '' : `Only ever grow, taken for running totals: ${measured(evidence, 'en')}.`,
            newestFirst === true
              ? 'There are no dates and followers only fall from top to bottom: the newest row was taken to be on top.'
              : '',
          ]
            .filter(Boolean)
            .join(' ');
        },
        share: (evidence, words) => {
          const { share, low, high, rows, from, to } = evidence;
          const span = from === undefined || to === undefined ? '' : ` ${words.since(from)} to ${words.date(to)}`;
          return `${accountOf(evidence, 'en')} About ${words.percent(share)} of today’s followers show no sign of activity (${words.percent(low)} to ${words.percent(high)}), judging by ${words.number(rows, 0)} rows${span}; what happened outside them cannot be judged.${lacking(evidence, 'en')}`.trim();
        },
      }),
    },
    ru: {
      title: 'Подписчики без активности',
      finding: (evidence) => gainSentence(evidence, 'ru'),
      brief: ({ gained }, words) => `+${words.number(gained, 0)} ${words.plural(gained, 'подписчик', 'подписчика', 'подписчиков')}`,
      fix: 'Вместе посмотреть, откуда пришли эти подписчики, и судить об аккаунте по ER и сохранениям, а не по числу подписчиков.',
      outside: {
        finding: ({ date: _, ...evidence }) => gainStory(evidence, 'ru'),
        heading: ({ rows }, words) =>
          `${rows === 1 ? 'Один раз подписчики пришли' : `${words.number(rows, 0)} ${words.plural(rows, 'раз', 'раза', 'раз')} подписчики приходили`} без соответствующей активности`,
      },
      unclear: {
        'too-few-rows': 'у этого аккаунта слишком мало строк с подписчиками',
        'several-accounts': 'числа подписчиков похожи на несколько аккаунтов в одной таблице',
        'first-row': 'первая по времени строка аккаунта: сравнить не с чем',
      },
      notJudged: told<NoGrowth>({
        'too-few-rows': ({ rows }, words) =>
          `слишком мало строк одного аккаунта с подписчиками, чтобы знать его обычный рост (самое большее ${words.number(rows, 0)}, а нужно ${LEAST_ROWS})`,
        'several-accounts': () => 'числа подписчиков похожи на несколько аккаунтов в одной таблице',
        list: () => 'строки — разные аккаунты, а не один во времени; рост оценивается, когда у аккаунта есть строки за разные даты',
        'no-order': () => 'по таблице не понять, какая строка раньше; рост оценивается, когда есть колонка с датой',
      }),
      insights: told<Insights>({
        reading: (evidence, words) => {
          const { mistyped: count, newestFirst } = evidence;
          return [
            accountOf(evidence, 'ru'),
            'Чтобы оценить рост подписчиков, часть ячеек прочитана не так, как написана.',
            count > 0
              ? `${words.plural(count, 'Похоже на опечатку, взято', 'Похожи на опечатки, взяты')} по соседним строкам: ${words.number(count, 0)} ${words.plural(count, 'число', 'числа', 'чисел')} подписчиков.`
              : '',
            measured(evidence, 'ru') === '' ? '' : `Только растут и поэтому приняты за накопленный итог: ${measured(evidence, 'ru')}.`,
            newestFirst === true ? 'Дат нет, а подписчиков сверху вниз только меньше: новые строки сочтены верхними.' : '',
          ]
            .filter(Boolean)
            .join(' ');
        },
        share: (evidence, words) => {
          const { share, low, high, rows, from, to } = evidence;
          const span = from === undefined || to === undefined ? '' : ` ${words.since(from)} по ${words.date(to)}`;
          return `${accountOf(evidence, 'ru')} Около ${words.percent(share)} нынешних подписчиков, похоже, не проявляют активности (от ${words.percent(low)} до ${words.percent(high)}). Оценка по ${words.number(rows, 0)} ${words.plural(rows, 'строке', 'строкам')}${span}; о том, что было вне их, судить нельзя.${lacking(evidence, 'ru')}`.trim();
        },
      }),
    },
  },
});

/** Whether the sheet keeps anything that could have accompanied the growth: without it followers alone prove nothing. */
const hasComparison = (evidence: { readonly [M in Measure]?: unknown }): boolean => measured(evidence, 'en') !== '';

/** `+1,200 × 0.87 × 0.9 = 940` */
function likelyGain({ gained, risk }: { gained: number; risk: number }, { amount }: Cost, words: Words): string {
  const shown = (value: number) => words.number(value, 0);
  const decimals = decimalsFor(risk, (likelihood) => shown(gained * likelihood * INERT_PART.usual) === shown(amount));
  return `${shown(gained)} × ${words.number(risk, decimals)} × ${words.number(INERT_PART.usual)} = ${shown(amount)}`;
}

/** Which account is meant, where the sheet has several. */
function accountOf({ row }: Whose, language: Language): string {
  if (row === undefined) return '';
  return language === 'en' ? `Account of row ${row}.` : `Аккаунт из строки ${row}.`;
}

/** What was read otherwise than it stands: to be said, never done in silence. */
function readingOf({ mistyped, cumulative, isNewestFirst }: Estimate, whose: Whose): readonly CodedEvidence<Insights>[] {
  if (mistyped.length === 0 && cumulative.length === 0 && !isNewestFirst) return [];
  const running = Object.fromEntries(cumulative.map((kind) => [kind === 'total' ? 'engagements' : kind, true]));
  return [{ code: 'reading', evidence: { ...whose, mistyped: mistyped.length, newestFirst: isNewestFirst, ...running } }];
}

/** What is not in the sheet and could have cleared the growth; begins with a space. */
function lacking({ noSaves, noReach, row }: SilentShare, language: Language): string {
  if (!noSaves && !noReach) return '';
  const isWhole = row === undefined;
  if (language === 'en') {
    const what = noSaves && noReach ? 'saves and no reach' : noSaves ? 'saves' : 'reach';
    return ` There ${noSaves ? 'are' : 'is'} no ${what} in ${isWhole ? 'the sheet' : 'the rows of this account'}, so this is less certain.`;
  }
  const what = noSaves && noReach ? 'сохранений и охвата' : noSaves ? 'сохранений' : 'охвата';
  return ` ${isWhole ? 'В таблице' : 'В строках этого аккаунта'} нет ${what}, поэтому уверенности меньше.`;
}
