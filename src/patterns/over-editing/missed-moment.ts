import { hasTimeOfDay } from '../../base/dates.ts';
import { elapsedHours } from '../../base/zone.ts';
import { approvedAt, eventAt, publishedAt, sentAt, urgency } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found, unclear } from '../engine/verdicts.ts';
import { hasHappened, isSituational } from '../shared/timing.ts';

/** A situational post that came out after its moment, most of the delay being approval. */
export const missedMoment = defineSignal({
  id: 'missed-moment',
  columns: { eventAt, publishedAt, sentAt, approvedAt: optional(approvedAt), urgency: optional(urgency) },
  needsOneOf: [['approvedAt']],
  settings: {
    windowHours: setting(
      24,
      'hours',
      { en: 'Hours after the event in which a post is timely', ru: 'Сколько часов после инфоповода пост уместен' },
      { min: 1, max: 96, step: 1 },
      { en: 'news items live 12 to 48 h', ru: 'новость живёт от 12 до 48 часов' },
    ),
    approvalShare: setting(
      0.5,
      'share',
      { en: 'Share of the delay that approval took', ru: 'Доля задержки, которую заняло согласование' },
      { min: 0.1, max: 1, step: 0.05 },
      { en: 'product decision: more than half', ru: 'наше решение: больше половины' },
    ),
  },
  judge: ({ eventAt, publishedAt, sentAt, approvedAt, urgency }, { windowHours, approvalShare }, context) => {
    if (urgency !== undefined && !isSituational(urgency)) return undefined;
    if (!hasHappened(publishedAt, context.now)) return unclear('not-published');
    if (publishedAt < eventAt) return unclear('before-event');
    if (!hasTimeOfDay(publishedAt) || !hasTimeOfDay(eventAt)) return unclear('no-time-of-day');
    const delay = elapsedHours(eventAt, publishedAt, context.zone);
    if (delay <= windowHours) return undefined;
    if (approvedAt === undefined) return unclear('not-logged');
    const waited = elapsedHours(Math.max(sentAt, eventAt), Math.max(eventAt, Math.min(approvedAt, publishedAt)), context.zone);
    return waited > delay * approvalShare ? found('serious', { delay, waited, window: windowHours }) : undefined;
  },
  bill: {
    cost: () => ({ unit: 'posts', amount: 1 }),
    texts: {
      en: { what: () => 'published after the moment had passed', arithmetic: 'One for every post that came out too late.' },
      ru: {
        what: ({ amount }, words) => `${words.plural(amount, 'вышел', 'вышли')}, когда момент уже прошёл`,
        arithmetic: 'По одному за каждый опоздавший пост.',
      },
    },
  },
  texts: {
    en: {
      title: 'The moment has passed',
      finding: ({ delay, waited, window }, words) =>
        `Published ${words.hours(delay)} after the event, ${words.hours(waited)} of them in approval; such posts live about ${words.hours(window)}.`,
      brief: ({ delay }, words) => `${words.hours(delay)} after the event`,
      fix: 'Let real-time posts go out on the SMM specialist’s word, with a list of topics that need a call first.',
      outside: {
        heading: ({ rows }, words) =>
          `${words.number(rows, 0)} real-time ${words.plural(rows, 'post', 'posts')} came out after the moment had passed`,
      },
      unclear: {
        'not-published': 'not published yet',
        'before-event': 'published before the event',
        'no-time-of-day': 'the event or the publication has a day but no time',
        'not-logged': 'the approval time was not written down',
      },
    },
    ru: {
      title: 'Момент прошёл',
      finding: ({ delay, waited, window }, words) =>
        `Вышел через ${words.hours(delay)} после инфоповода, из них ${words.hours(waited)} ушло на согласование; такие посты живут около ${words.hours(window)}.`,
      brief: ({ delay }, words) => `через ${words.hours(delay)} после события`,
      fix: 'Выпускать ситуативные посты под ответственность SMM-специалиста, а темы, где нужен звонок, перечислить заранее.',
      outside: {
        heading: ({ rows }, words) =>
          `${words.number(rows, 0)} ${words.plural(rows, 'ситуативный пост вышел', 'ситуативных поста вышли', 'ситуативных постов вышли')}, когда момент уже прошёл`,
      },
      unclear: {
        'not-published': 'ещё не опубликован',
        'before-event': 'опубликован раньше инфоповода',
        'no-time-of-day': 'у инфоповода или публикации указан день без времени',
        'not-logged': 'время согласования не записано',
      },
    },
  },
});
