import { DAY, hasTimeOfDay } from '../../base/dates.ts';
import { quantileOf } from '../../base/statistics.ts';
import { answeredAt, leadAt } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { type CodedEvidence, told } from '../engine/told.ts';
import { found, unclear } from '../engine/verdicts.ts';
import { limitWords } from '../shared/limit-words.ts';
import { certainSpan } from '../shared/timing.ts';

/** Unless somebody moves it. */
const MINOR_HOURS = 1;

/** How fast leads are usually answered, in working hours. */
type Insights = { 'usual-response': { median: number; share: number; limit: number; rows: number } };

/** First human answer to a lead, in the client's working hours. */
export const slowResponse = defineSignal({
  id: 'slow-response',
  columns: { leadAt, answeredAt },
  settings: {
    minorHours: setting(
      MINOR_HOURS,
      'hours',
      { en: 'Working hours until the first answer', ru: 'Рабочих часов до первого ответа' },
      { min: 0.25, max: 24, step: 0.25 },
      {
        en: 'MIT/InsideSales 2007 and HBR 2011: one hour is the cut point after which a lead is rarely qualified',
        ru: 'MIT/InsideSales 2007 и HBR 2011: после первого часа заявка редко доходит до разговора',
      },
    ),
    seriousHours: setting(
      24,
      'hours',
      { en: 'Working hours after which it is serious', ru: 'Рабочих часов, после которых это важно' },
      { min: 1, max: 120, step: 1 },
      { en: 'HBR 2011: 24 h is the last of the published cut points', ru: 'HBR 2011: 24 часа — последний из опубликованных рубежей' },
    ),
  },
  judge: ({ leadAt, answeredAt }, { minorHours, seriousHours }, { calendar }) => {
    const waited = responseHours(leadAt, answeredAt, calendar);
    if (waited === undefined) return unclear('answered-before-lead');
    if (waited <= minorHours) return undefined;
    return found(waited > seriousHours ? 'serious' : 'minor', { waited, allowed: minorHours, assumed: calendar.assumed });
  },
  insights: (rows, { minorHours }, { calendar }): readonly CodedEvidence<Insights>[] => {
    const waits = rows.all().flatMap(({ leadAt, answeredAt }) => responseHours(leadAt, answeredAt, calendar) ?? []);
    if (waits.length === 0) return [];
    const inTime = waits.filter((waited) => waited <= minorHours).length;
    return [
      {
        code: 'usual-response',
        evidence: { median: quantileOf(waits, 0.5), share: inTime / waits.length, limit: minorHours, rows: waits.length },
      },
    ];
  },
  chart: 'leads',
  texts: {
    en: {
      title: 'Slow first answer',
      finding: ({ waited, allowed, assumed }, words) =>
        `First answer after ${words.hours(waited)} of working time${assumed ? ' (working hours taken as Mon–Fri 10:00–19:00)' : ''}; ${limitWords(allowed, MINOR_HOURS, words.hours(allowed), `after ${words.hours(allowed)} leads go cold`, 'en')}.`,
      brief: ({ waited }, words) => words.hours(waited),
      fix: 'Agree on a first answer within an hour of working time, even if it only says “we’ve got your message”.',
      outside: {
        heading: ({ rows, of, limits: { minorHours = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} answered leads waited longer than ${words.hours(minorHours)} of working time`,
        good: ({ rows, of, limits: { minorHours = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} answered leads (${words.percent(rows / of)}) had a first answer within ${words.hours(minorHours)} of working time`,
      },
      unclear: { 'answered-before-lead': 'the answer is earlier than the lead' },
      insights: told<Insights>({
        'usual-response': ({ median, share, limit, rows }, words) =>
          `Half of the ${words.number(rows)} answered leads got an answer within ${words.hours(median)} of working time; ${words.percent(share)} within ${words.hours(limit)}.`,
      }),
    },
    ru: {
      title: 'Медленный первый ответ',
      finding: ({ waited, allowed, assumed }, words) =>
        `Первый ответ через ${words.hours(waited)} рабочего времени${assumed ? ' (рабочее время взято Пн–Пт 10:00–19:00)' : ''}; ${limitWords(allowed, MINOR_HOURS, words.hours(allowed), `после ${words.hours(allowed)} заявки остывают`, 'ru')}.`,
      brief: ({ waited }, words) => words.hours(waited),
      fix: 'Договориться о первом ответе в течение часа в рабочее время, пусть даже «получили, скоро ответим».',
      outside: {
        heading: ({ rows, of, limits: { minorHours = 0 } }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'отвеченной заявки', 'отвеченных заявок')} ${words.plural(rows, 'ждала', 'ждали')} дольше ${words.hours(minorHours)} рабочего времени`,
        good: ({ rows, of, limits: { minorHours = 0 } }, words) =>
          `На ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'отвеченной заявки', 'отвеченных заявок')} (${words.percent(rows / of)}) ответили за ${words.hours(minorHours)} рабочего времени или быстрее`,
      },
      unclear: { 'answered-before-lead': 'ответ раньше заявки' },
      insights: told<Insights>({
        'usual-response': ({ median, share, limit, rows }, words) =>
          `Половина заявок, на которые ответили (всего их ${words.number(rows)}), ждала не дольше ${words.hours(median)} рабочего времени; в течение ${words.hours(limit)} ответили на ${words.percent(share)}.`,
      }),
    },
  },
});

/** Working hours to the first answer; `undefined` when the cells contradict each other. */
export function responseHours(
  leadAt: number,
  answeredAt: number,
  calendar: { hoursBetween(from: number, to: number): number },
): number | undefined {
  const span = certainSpan(leadAt, answeredAt);
  // A cell that names only the day of the lead may mean any hour of it.
  const isSameDay = Math.floor(answeredAt / DAY) === Math.floor(leadAt / DAY);
  if (answeredAt < leadAt && !(isSameDay && !hasTimeOfDay(answeredAt))) return undefined;
  return calendar.hoursBetween(span.from, span.to);
}
