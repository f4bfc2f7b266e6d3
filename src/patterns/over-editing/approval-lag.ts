import type { WallTime } from '../../base/dates.ts';
import { rankCorrelation } from '../../base/ranks.ts';
import { normalBelow, numbersAt, numbersFrom } from '../../base/statistics.ts';
import { elapsedHours } from '../../base/zone.ts';
import type { Language } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import { approvedAt, publishedAt, sentAt, status, urgency } from '../../table/fields.ts';
import { isDropped } from '../../table/vocabulary/statuses.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import type { Context } from '../engine/signal.ts';
import type { Table } from '../engine/table.ts';
import { type CodedEvidence, told } from '../engine/told.ts';
import { found, unclear } from '../engine/verdicts.ts';
import { limitWords } from '../shared/limit-words.ts';
import { comparedColumns, fromMovingMedian, NEIGHBOURS, withoutSaves } from '../shared/neighbours.ts';
import { streakInflation } from '../shared/streaks.ts';
import { certainSpan, hasHappened, isPublished, isSituational } from '../shared/timing.ts';

/** Hours waited; a planned post's wait also in working days, and whether its hours were assumed. */
type Wait = { waited: number; elapsed: number; allowed: number; open: boolean } & (
  | { situational: true }
  | { situational: false; days: number; assumed: boolean }
);

/** How long approval and ER go together: how many posts were compared, and how many left out. */
type Relation = { correlation: number; p: number; posts: number; left: number; withoutSaves?: true };
type Insights = {
  'too-few-posts': { posts: number; needed: number };
  'no-relation': Relation;
  'longer-lower': Relation;
  'longer-higher': Relation;
};

/** Unless somebody moves them. */
const PLANNED_DAYS = 2;
const SITUATIONAL_HOURS = 4;
/** Published posts with both times that a correlation needs. */
const POSTS_TO_CORRELATE = 20;
/** Surroundings overlap, which makes chance look a little rarer than it is: 0.03 keeps sheets without any relation below 1 in 20. */
const ACCEPTED_CHANCE = 0.03;

/** Hours by the clock between two cells, the fewest that they allow. */
function elapsedOf(sentAt: WallTime, end: WallTime, context: Context): number {
  const { from, to } = certainSpan(sentAt, end);
  return elapsedHours(from, to, context.zone);
}

/** Sent for approval to approved; what is still open runs until now. */
export const approvalLag = defineSignal({
  id: 'approval-lag',
  columns: {
    sentAt,
    approvedAt: optional(approvedAt),
    publishedAt: optional(publishedAt),
    urgency: optional(urgency),
    status: optional(status),
  },
  beside: comparedColumns,
  needsOneOf: [['approvedAt']],
  settings: {
    plannedDays: setting(
      PLANNED_DAYS,
      'workingDays',
      { en: 'Working days a planned post may wait', ru: 'Сколько рабочих дней может ждать плановый пост' },
      { min: 0.5, max: 10, step: 0.5 },
      { en: 'product decision: a week has two rounds of approval', ru: 'наше решение: в неделе два круга согласований' },
    ),
    plannedSeriousDays: setting(
      5,
      'workingDays',
      {
        en: 'Working days after which a planned post’s wait is serious',
        ru: 'После скольких рабочих дней ожидание планового поста — это важно',
      },
      { min: 1, max: 20, step: 0.5 },
      { en: 'product decision: one working week', ru: 'наше решение: рабочая неделя' },
    ),
    situationalHours: setting(
      SITUATIONAL_HOURS,
      'hours',
      { en: 'Hours a real-time post may wait', ru: 'Сколько часов может ждать ситуативный пост' },
      { min: 0.5, max: 24, step: 0.5 },
      {
        en: 'Graffius 2018: half of the engagement of an Instagram post comes within 19 h; news items live 12 to 48 h',
        ru: 'Graffius 2018: половину реакций пост в Instagram получает за 19 часов; новость живёт от 12 до 48 часов',
      },
    ),
    situationalSeriousHours: setting(
      24,
      'hours',
      { en: 'Hours after which a real-time post’s wait is serious', ru: 'После скольких часов ожидание ситуативного поста — это важно' },
      { min: 2, max: 96, step: 1 },
      { en: 'news items live 12 to 48 h', ru: 'новость живёт от 12 до 48 часов' },
    ),
  },
  // How approval time and ER go together depends on no threshold.
  baseline: (rows, context, table) => relationToRate(rows.indexes.length, table, context),
  judge: ({ sentAt, approvedAt, publishedAt, urgency, status }, settings, context) => {
    const { now, calendar } = context;
    if (approvedAt === undefined && isPublished({ publishedAt, status }, now)) return unclear('not-logged');
    if (approvedAt === undefined && isDropped(status ?? '')) return unclear('dropped');
    const end = approvedAt ?? now;
    if (end === undefined) return unclear('no-now');
    if (end < sentAt) return unclear(approvedAt === undefined ? 'sent-in-future' : 'approved-before-sent');
    const isOpen = approvedAt === undefined;
    if (isSituational(urgency)) {
      const waited = elapsedOf(sentAt, end, context);
      if (waited <= settings.situationalHours) return undefined;
      const severity = waited > settings.situationalSeriousHours ? 'serious' : 'minor';
      return found<Wait>(severity, { waited, elapsed: waited, allowed: settings.situationalHours, situational: true, open: isOpen });
    }
    const waited = calendar.hoursBetween(sentAt, end);
    const days = waited / calendar.hoursPerDay;
    if (days <= settings.plannedDays) return undefined;
    return found<Wait>(days > settings.plannedSeriousDays ? 'serious' : 'minor', {
      waited,
      elapsed: elapsedOf(sentAt, end, context),
      days,
      allowed: settings.plannedDays,
      situational: false,
      open: isOpen,
      assumed: calendar.assumed,
    });
  },
  insights: (_rows, _settings, _context, relation) => relation,
  chart: 'waiting',
  isApart: ({ situational }) => situational,
  bill: {
    cost: ({ waited, elapsed }) => ({ unit: 'hours', amount: waited, byCalendar: elapsed }),
    texts: {
      en: {
        what: ({ byCalendar }, words) =>
          `spent waiting for approval (planned posts: working time${byCalendar === undefined ? '' : `; ${words.number(byCalendar, 0)} by the calendar`})`,
        arithmetic: 'From “sent” to “approved”; what is still open runs to the day of the scan.',
        part: ({ waited, elapsed }, _, words) => `${words.hours(waited)} (by the calendar ${words.hours(elapsed)})`,
      },
      ru: {
        what: ({ byCalendar }, words) =>
          `ожидания согласования (плановые посты — в рабочем времени${byCalendar === undefined ? '' : `; по календарю ${words.number(byCalendar, 0)}`})`,
        arithmetic: 'От «отправлено» до «согласовано»; если ответа ещё нет — до дня проверки.',
        part: ({ waited, elapsed }, _, words) => `${words.hours(waited)} (по календарю ${words.hours(elapsed)})`,
      },
    },
  },
  texts: {
    en: {
      title: 'Waiting for approval',
      finding: (evidence, words) => {
        const { waited, allowed, open } = evidence;
        const verb = open ? 'Has been waiting' : 'Waited';
        if (evidence.situational)
          return `${verb} ${words.hours(waited)} for approval; ${limitWords(allowed, SITUATIONAL_HOURS, words.hours(allowed), `a real-time post lives hours, so up to ${words.hours(allowed)} is usual`, 'en')}.`;
        return `${verb} ${workingDays(evidence.days, words)} for approval${evidence.assumed ? ' (working hours taken as Mon–Fri 10:00–19:00)' : ''}; ${limitWords(allowed, PLANNED_DAYS, words.number(allowed), `up to ${words.number(allowed)} is usual`, 'en')}.`;
      },
      brief: (evidence, words) => (evidence.situational ? words.hours(evidence.waited) : workingDays(evidence.days, words)),
      fix: 'Agree on one approver and a time by which silence means yes.',
      outside: {
        heading: ({ rows, of, apart = 0, limits: { plannedDays = 0, situationalHours = 0 } }, words) => {
          const count = `${words.number(rows, 0)} of ${words.number(of, 0)} posts`;
          const days = `longer than ${words.number(plannedDays)} working ${words.plural(plannedDays, 'day', 'days')}`;
          const hours = `longer than ${words.hours(situationalHours)}`;
          const planned = rows - apart;
          if (apart === 0) return `${count} waited for approval ${days}`;
          if (planned === 0) return `${count}, real-time ones, waited for approval ${hours}`;
          return `${count} waited long for approval: ${words.number(planned, 0)} ${days}, ${words.number(apart, 0)} real-time ${words.plural(apart, 'one', 'ones')} ${hours}`;
        },
        good: ({ rows, of, apart = 0, limits: { plannedDays = 0, situationalHours = 0 } }, words) => {
          const days = `within ${words.number(plannedDays)} working ${words.plural(plannedDays, 'day', 'days')}`;
          const count = `${words.number(rows, 0)} of ${words.number(of, 0)} posts were approved`;
          return apart === 0 ? `${count} ${days}` : `${count} in time: ${days}, real-time ones within ${words.hours(situationalHours)}`;
        },
      },
      unclear: {
        'not-logged': 'published, but the approval time was not written down',
        dropped: 'rejected or cancelled, but when was not written down',
        'no-now': 'still open, and no date to count up to',
        'approved-before-sent': 'approved earlier than sent',
        'sent-in-future': 'sent later than the date of the audit',
      },
      insights: told<Insights>({
        'too-few-posts': ({ posts, needed }, words) =>
          `Approval time and ER: too few comparable posts (${words.number(posts, 0)}; ${words.number(needed, 0)} are needed).`,
        'no-relation': (evidence, words) => `Approval time and ER: no clear relation ${among(evidence, words)}.${poorer(evidence, 'en')}`,
        'longer-lower': (evidence, words) =>
          `Longer approval went together with lower ER than that of the neighbours (${among(evidence, words)}). A comparison, not a cause.${poorer(evidence, 'en')}`,
        'longer-higher': (evidence, words) =>
          `Longer approval went together with higher ER than that of the neighbours (${among(evidence, words)}). A comparison, not a cause.${poorer(evidence, 'en')}`,
      }),
    },
    ru: {
      title: 'Ожидание согласования',
      finding: (evidence, words) => {
        const { waited, allowed, open } = evidence;
        const verb = open ? 'Ждёт согласования уже' : 'Согласование заняло';
        if (evidence.situational)
          return `${verb} ${words.hours(waited)}; ${limitWords(allowed, SITUATIONAL_HOURS, words.hours(allowed), `ситуативный пост живёт часы, обычно хватает ${words.hours(allowed)}`, 'ru')}.`;
        return `${verb} ${workingDays(evidence.days, words)}${evidence.assumed ? ' (рабочее время взято Пн–Пт 10:00–19:00)' : ''}; ${limitWords(allowed, PLANNED_DAYS, words.number(allowed), `обычно хватает ${words.number(allowed)}`, 'ru')}.`;
      },
      brief: (evidence, words) => (evidence.situational ? words.hours(evidence.waited) : workingDays(evidence.days, words)),
      fix: 'Выбрать одного согласующего и срок, после которого молчание означает согласие.',
      outside: {
        heading: ({ rows, of, apart = 0, limits: { plannedDays = 0, situationalHours = 0 } }, words) => {
          const count = `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'поста', 'постов')}`;
          const waited = words.plural(rows, 'ждал', 'ждали');
          const days = `дольше ${words.number(plannedDays)} ${words.plural(plannedDays, 'рабочего дня', 'рабочих дней')}`;
          const hours = `дольше ${words.hours(situationalHours)}`;
          const planned = rows - apart;
          if (apart === 0) return `${count} ${waited} согласования ${days}`;
          if (planned === 0) return `${count}, ${words.plural(apart, 'ситуативный', 'ситуативные')}, ${waited} согласования ${hours}`;
          return `${count} долго ждали согласования: ${words.number(planned, 0)} — ${days}, ${words.number(apart, 0)} ${words.plural(apart, 'ситуативный', 'ситуативных')} — ${hours}`;
        },
        good: ({ rows, of, apart = 0, limits: { plannedDays = 0, situationalHours = 0 } }, words) => {
          const days = `${words.number(plannedDays)} ${words.plural(plannedDays, 'рабочий день', 'рабочих дня', 'рабочих дней')}`;
          const count = `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'поста', 'постов')} ${words.plural(rows, 'согласован', 'согласованы')}`;
          return apart === 0
            ? `${count} не дольше чем за ${days}`
            : `${count} вовремя: не дольше чем за ${days}, ситуативные — за ${words.hours(situationalHours)}`;
        },
      },
      unclear: {
        'not-logged': 'опубликован, но время согласования не записано',
        dropped: 'отклонён или отменён, но когда, не записано',
        'no-now': 'ещё не согласован, а до какой даты считать, неизвестно',
        'approved-before-sent': 'согласован раньше, чем отправлен',
        'sent-in-future': 'отправлен позже даты проверки',
      },
      insights: told<Insights>({
        'too-few-posts': ({ posts, needed }, words) =>
          `Срок согласования и ER: слишком мало сравнимых постов (${words.number(posts, 0)}, а нужно ${words.number(needed, 0)}).`,
        'no-relation': (evidence, words) => `Срок согласования и ER: ясной связи нет (${among(evidence, words)}).${poorer(evidence, 'ru')}`,
        'longer-lower': (evidence, words) =>
          `Долгому согласованию сопутствовал более низкий ER, чем у соседних постов (${among(evidence, words)}). Это сравнение, причину оно не доказывает.${poorer(evidence, 'ru')}`,
        'longer-higher': (evidence, words) =>
          `Долгому согласованию сопутствовал более высокий ER, чем у соседних постов (${among(evidence, words)}). Это сравнение, причину оно не доказывает.${poorer(evidence, 'ru')}`,
      }),
    },
  },
});

/** `2.5 working days` */
function workingDays(days: number, words: Words): string {
  const count = Math.round(days * 10) / 10;
  const forms: Readonly<Record<Language, string>> = {
    en: words.plural(count, 'working day', 'working days'),
    ru: Number.isInteger(count) ? words.plural(count, 'рабочий день', 'рабочих дня', 'рабочих дней') : 'рабочего дня',
  };
  return `${words.number(count)} ${forms[words.language]}`;
}

/** How the wait and ER of the same posts go together; empty where no post has both. */
function relationToRate(sentPosts: number, table: Table, context: Context): readonly CodedEvidence<Insights>[] {
  const [sent, approved, published] = [sentAt, approvedAt, publishedAt].map(({ id }) => table.columns.get(id)?.numbers);
  const at = (numbers: Float64Array | undefined, row: number) => numbers?.[row] ?? Number.NaN;
  const { logRates, series, times: timesOfRows, lacksSaves } = table.posts();
  const hasBoth = (row: number) => at(approved, row) >= at(sent, row) && hasHappened(known(at(published, row)), context.now);
  const compared = series.map((rows) => rows.filter(hasBoth));
  const posts = compared.reduce((sum, rows) => sum + rows.length, 0);
  if (posts === 0) return [];
  if (posts < POSTS_TO_CORRELATE) return [{ code: 'too-few-posts', evidence: { posts, needed: POSTS_TO_CORRELATE } }];
  // Both drift over the months, so each is taken as its distance from its surroundings.
  const [times, lags, rates] = [new Float64Array(posts), new Float64Array(posts), new Float64Array(posts)];
  let first = 0;
  for (const rows of compared) {
    const own = (measure: (row: number) => number) => numbersFrom(rows.length, (place) => measure(rows[place] ?? 0));
    times.set(numbersAt(timesOfRows, rows), first);
    const waits = own((row) => Math.log(1 + elapsedHours(at(sent, row), at(approved, row), context.zone)));
    lags.set(fromMovingMedian(waits, NEIGHBOURS), first);
    rates.set(fromMovingMedian(numbersAt(logRates, rows), NEIGHBOURS), first);
    first += rows.length;
  }
  const { correlation } = rankCorrelation(lags, rates);
  const inflation = streakInflation({ times, one: lags, other: rates }, 2 * NEIGHBOURS + 1);
  const p = 2 * (1 - normalBelow(Math.abs(correlation) * Math.sqrt((posts - 1) / inflation)));
  const code = p >= ACCEPTED_CHANCE ? 'no-relation' : correlation < 0 ? 'longer-lower' : 'longer-higher';
  return [{ code, evidence: { correlation, p, posts, left: sentPosts - posts, ...(lacksSaves ? { withoutSaves: true } : {}) } }];
}

const known = (value: number) => (Number.isNaN(value) ? undefined : value);

/** How many posts were compared, and how many had to be left out. */
function among({ posts: compared, left: without }: Relation, words: Words): string {
  const count = words.number(compared, 0);
  const rest = words.number(without, 0);
  const texts: Readonly<Record<Language, () => string>> = {
    en: () => `among ${count} posts${without > 0 ? `, ${rest} without both times, ER or publication left out` : ''}`,
    ru: () => {
      const others = `${words.plural(without, 'не вошёл', 'не вошли', 'не вошло')} ${rest}: нет одного из времён, ER или публикации`;
      return `${words.plural(compared, 'сравнён', 'сравнены', 'сравнено')} ${count} ${words.plural(compared, 'пост', 'поста', 'постов')}${without > 0 ? `, ${others}` : ''}`;
    },
  };
  return texts[words.language]();
}

const poorer = (evidence: Relation, language: Language) => (evidence.withoutSaves === true ? withoutSaves[language] : '');
