import type { Assumption } from '../audit/report.ts';
import { ownValue } from '../base/records.ts';
import type { Language, Text } from '../i18n/language.ts';
import { wordsOf } from '../i18n/words.ts';
import { fields } from '../table/fields.ts';
import { exportById } from '../table/recognition/exports.ts';
import { evidenceText } from './reading-evidence.ts';

const titleOf = (fieldId: string, language: Language) => fields.find(({ id }) => id === fieldId)?.title[language];

const clientFields: Readonly<Record<string, Text>> = {
  city: { en: 'city', ru: 'город' },
  target: { en: 'kind of target place', ru: 'вид целевого места' },
  age: { en: 'age', ru: 'возраст' },
  adBudget: { en: 'ad budget', ru: 'рекламный бюджет' },
  adBudgetPeriod: { en: 'period of the budget', ru: 'период бюджета' },
  adBudgetCurrency: { en: 'currency of the budget', ru: 'валюта бюджета' },
  scope: { en: 'agreed work', ru: 'состав работ' },
  workingHours: { en: 'working hours', ru: 'рабочее время' },
  daysOff: { en: 'days off', ru: 'выходные дни' },
};

/** Something taken for granted, said aloud. */
export function assumptionText({ code, sheet = '', column = '', value }: Assumption, language: Language): string {
  const russian = language === 'ru';
  const place = russian ? `${sheet}, «${column}»` : `${sheet}, “${column}”`;
  const undecided = value === 'undecided';
  switch (code) {
    case 'calendar':
      return russian
        ? 'Рабочее время не указано, взято Пн–Пт 10:00–19:00.'
        : 'Working hours are not stated; Mon–Fri 10:00–19:00 is assumed.';
    case 'time-zone':
      return russian ? `Часовой пояс: ${value}.` : `Time zone: ${value}.`;
    case 'as-of': {
      const moment = `${wordsOf(language).date(Date.parse(`${value}Z`))}, ${value.slice(11, 16)}`;
      return russian ? `Что ещё не закрыто, посчитано по ${moment}.` : `What is still open is counted up to ${moment}.`;
    }
    case 'client-tab': {
      const names = value.split(', ').map((fact) => ownValue(clientFields, fact)?.[language] ?? fact);
      return russian ? `С вкладки «${sheet}» взято: ${names.join(', ')}.` : `Taken from the tab “${sheet}”: ${names.join(', ')}.`;
    }
    case 'decimal-mark':
      if (undecided)
        return russian
          ? `${place}: десятичный знак не определить, числа не прочитаны; укажите его в настройках.`
          : `${place}: the decimal mark cannot be told, so the numbers were not read; set it in the settings.`;
      return russian
        ? `${place}: десятичный знак «${value.charAt(0)}»${evidenceText(value, language)}.`
        : `${place}: the decimal mark is “${value.charAt(0)}”${evidenceText(value, language)}.`;
    case 'date-order': {
      if (undecided)
        return russian
          ? `${place}: день или месяц первый, не определить, даты не прочитаны; укажите в настройках.`
          : `${place}: day or month first cannot be told, so the dates were not read; set it in the settings.`;
      const dayFirst = value.indexOf('day-first') === 0;
      return russian
        ? `${place}: первым идёт ${dayFirst ? 'день' : 'месяц'}${evidenceText(value, language)}.`
        : `${place}: the ${dayFirst ? 'day' : 'month'} comes first${evidenceText(value, language)}.`;
    }
    case 'years':
      return russian
        ? `${place}: год не написан, выведен из порядка строк (${value}).`
        : `${place}: no year is written; inferred from the order of the rows (${value}).`;
    case 'rate-of': {
      const [by = '', counts = '', of] = value.split(' ');
      const base = titleOf(by, language);
      if (base === undefined)
        return russian
          ? `${place}: не сходится ни с подписчиками, ни с охватом, ни с показами, ни с просмотрами; в расчётах не используется.`
          : `${place}: agrees with neither followers, reach, impressions nor views; it is not used.`;
      const shown = of === undefined ? undefined : titleOf(of, language);
      if (shown !== undefined)
        return russian
          ? `${place}: это ${shown} к числу подписчиков, а не активность (сошлось строк: ${counts}).`
          : `${place}: ${shown} divided by followers, not engagement (rows that agree: ${counts}).`;
      return russian
        ? `${place}: в знаменателе ${base} (сошлось строк: ${counts}).`
        : `${place}: divided by ${base} (rows that agree: ${counts}).`;
    }
    case 'not-exported': {
      const known = exportById(value);
      const lacks = (known?.lacks ?? []).map((id) => titleOf(id, language) ?? id).join(', ');
      const name = known?.title[language] ?? value;
      return russian ? `${sheet}: ${name} не выгружает: ${lacks}.` : `${sheet}: ${name} does not export: ${lacks}.`;
    }
  }
}
