import { DAY } from '../../base/dates.ts';
import type { Language } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import { answeredAt, leadAnswered, leadAt, leads, leadsAnswered } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { found, unclear } from '../engine/verdicts.ts';
import { certainSpan } from '../shared/timing.ts';

type Unanswered = { came: number; unanswered: number; waitingDays?: number };

/** Leads that came and got no answer: one lead a row, or counts per row. */
export const leadsUnanswered = defineSignal({
  id: 'leads-unanswered',
  columns: {
    leads: { optional: leads },
    leadsAnswered: { optional: leadsAnswered },
    leadAt: { optional: leadAt },
    answeredAt: { optional: answeredAt },
    leadAnswered: { optional: leadAnswered },
  },
  needsOneOf: [
    ['leads', 'leadsAnswered'],
    ['leadAt', 'answeredAt'],
    ['leadAt', 'leadAnswered'],
  ],
  settings: {
    waitingHours: setting(
      1,
      'hours',
      { en: 'Working hours after which a lead without an answer counts', ru: 'Через сколько рабочих часов заявка считается без ответа' },
      { min: 0, max: 48, step: 1 },
      {
        en: 'HBR 2011: the chance to qualify a lead falls after the first hour; 23% of firms never answered',
        ru: 'HBR 2011: после первого часа шансы падают; 23 % компаний не ответили вовсе',
      },
    ),
  },
  judge: ({ leads, leadsAnswered, leadAt, answeredAt, leadAnswered }, { waitingHours }, { now, calendar }) => {
    if (leadAt !== undefined && leads === undefined) {
      if (answeredAt !== undefined || leadAnswered === true) return undefined;
      if (leadAnswered === false) return found<Unanswered>('serious', { came: 1, unanswered: 1 });
      if (now === undefined) return unclear('no-now');
      const { from, to } = certainSpan(leadAt, now);
      if (from >= now || calendar.hoursBetween(from, to) <= waitingHours) return unclear('still-fresh');
      return found<Unanswered>('serious', { came: 1, unanswered: 1, waitingDays: Math.floor((to - from) / DAY) });
    }
    if (leads === undefined || leadsAnswered === undefined) return unclear('no-count');
    if (leadsAnswered > leads) return unclear('more-answers-than-leads');
    return leadsAnswered < leads ? found<Unanswered>('serious', { came: leads, unanswered: leads - leadsAnswered }) : undefined;
  },
  chart: 'leads',
  bill: {
    cost: ({ unanswered }) => ({ unit: 'leads', amount: unanswered }),
    texts: {
      en: {
        what: ({ amount, outOf }, words) => `${ofAll.en(amount, outOf, words)}without an answer`,
        arithmetic: 'Leads that came, less those that were answered.',
        part: ({ came, unanswered }, _, words) => difference(came, unanswered, words),
      },
      ru: {
        what: ({ amount, outOf }, words) => `${ofAll.ru(amount, outOf, words)}без ответа`,
        arithmetic: 'Сколько заявок пришло, без тех, на которые ответили.',
        part: ({ came, unanswered }, _, words) => difference(came, unanswered, words),
      },
    },
  },
  texts: {
    en: {
      title: 'Leads without an answer',
      finding: ({ came, unanswered, waitingDays }, words) => {
        if (came > 1) return `${words.number(unanswered)} of ${words.number(came)} leads got no answer.`;
        const days = waitingDays ?? 0;
        return days > 0
          ? `No answer to this lead is recorded; ${words.number(days)} ${words.plural(days, 'day has', 'days have')} passed.`
          : 'No answer to this lead is recorded.';
      },
      brief: ({ came, unanswered, waitingDays = 0 }, words) =>
        came > 1
          ? `${words.number(unanswered)} of ${words.number(came)}`
          : waitingDays > 0
            ? `${words.number(waitingDays)} ${words.plural(waitingDays, 'day', 'days')}`
            : 'no answer',
      fix: 'Name one person on the client side who answers every lead, and a substitute.',
      outside: {
        heading: ({ rows, of }, words) => `${words.number(rows, 0)} of ${words.number(of, 0)} entries about leads have no recorded answer`,
      },
      unclear: {
        'no-now': 'no answer yet, and no date to count up to',
        'still-fresh': 'came so recently that it can still be answered in time',
        'no-count': 'no time of a lead, or no number of leads or answers',
        'more-answers-than-leads': 'more answers than leads',
      },
    },
    ru: {
      title: 'Заявки без ответа',
      finding: ({ came, unanswered, waitingDays }, words) => {
        if (came > 1)
          return `Без ответа ${words.plural(unanswered, 'осталась', 'остались', 'осталось')} ${words.number(unanswered)} из ${words.number(came)} ${words.plural(came, 'заявки', 'заявок')}.`;
        const days = waitingDays ?? 0;
        return days > 0
          ? `Ответ на заявку не отмечен, прошло ${words.number(days)} ${words.plural(days, 'день', 'дня', 'дней')}.`
          : 'Ответ на заявку не отмечен.';
      },
      brief: ({ came, unanswered, waitingDays = 0 }, words) =>
        came > 1
          ? `${words.number(unanswered)} из ${words.number(came)}`
          : waitingDays > 0
            ? `${words.number(waitingDays)} ${words.plural(waitingDays, 'день', 'дня', 'дней')}`
            : 'нет ответа',
      fix: 'Назначить на стороне клиента одного человека, который отвечает на каждую заявку, и замену ему.',
      outside: {
        heading: ({ rows, of }, words) =>
          `В ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'записи', 'записей')} о заявках ответ не отмечен`,
      },
      unclear: {
        'no-now': 'ответа ещё нет, а до какой даты считать, неизвестно',
        'still-fresh': 'заявка пришла недавно, на неё ещё успевают ответить',
        'no-count': 'нет времени заявки или числа заявок и ответов',
        'more-answers-than-leads': 'ответов больше, чем заявок',
      },
    },
  },
});

/** `of 40 (12%) `; empty where a row may be several leads. */
const ofAll: Readonly<Record<Language, (amount: number, outOf: number | undefined, words: Words) => string>> = {
  en: (amount, outOf, words) => (outOf === undefined ? '' : `of ${words.number(outOf, 0)} (${words.percent(amount / outOf)}) `),
  ru: (amount, outOf, words) => (outOf === undefined ? '' : `из ${words.number(outOf, 0)} (${words.percent(amount / outOf)}) `),
};

const difference = (came: number, unanswered: number, words: Words) =>
  `${words.number(came, 0)} − ${words.number(came - unanswered, 0)} = ${words.number(unanswered, 0)}`;
