import { isUnreadable, readWorkingHours } from '../base/working-hours.ts';
import type { Calendar } from '../base/working-time.ts';
import { elapsedHours } from '../base/zone.ts';
import type { Text } from '../i18n/language.ts';
import { defineFormula, type Example, type Formula } from './engine/define.ts';
import { FormulaProblem } from './engine/environment.ts';
import { inArgument } from './engine/parameter-names.ts';
import { date, text } from './engine/params.ts';

interface Lag {
  readonly name: string;
  readonly summary: Text;
  readonly start: { readonly name: string; readonly about: Text };
  readonly end: { readonly name: string; readonly about: Text };
  /** What to say when the end is earlier than the start. */
  readonly reversed: Text;
  readonly examples: readonly Example[];
}

/** A wait from one time to another, open ones up to `as_of`: what APPROVALLAG and LEADLAG have in common. */
export function defineLag({ name, summary, start, end, reversed, examples }: Lag): Formula {
  return defineFormula({
    name,
    summary,
    params: [
      date(start.name, start.about),
      date(end.name, end.about, { optional: true }),
      date(
        'as_of',
        {
          en: 'Optional. Date up to which open rows run, such as TODAY(); without it they stay blank.',
          ru: 'Необязательно. До какой даты считать открытые строки, например TODAY(); без неё они пустые.',
        },
        { optional: true },
      ),
      text(
        'working_hours',
        {
          en: 'Optional. Such as "Mon-Fri 10:00-19:00", days off after a semicolon; without it all hours count.',
          ru: 'Необязательно. Например «Пн-Пт 10:00-19:00», выходные дни через точку с запятой; без них считаются все часы.',
        },
        { optional: true },
      ),
    ],
    returns: 'Hours per row.',
    examples,
    evaluate: ([from, to, asOf, hours], environment) => {
      if (to !== undefined && to < from) throw new FormulaProblem({ en: `${name}: ${reversed.en}`, ru: `${name}: ${reversed.ru}` });
      const ended = to ?? asOf;
      if (ended === undefined) return undefined;
      const end = Math.max(from, ended);
      return hours === undefined ? elapsedHours(from, end, environment().zone) : calendarOf(name, hours).hoursBetween(from, end);
    },
  });
}

function calendarOf(name: string, workingHours: string): Calendar {
  const calendar = readWorkingHours(workingHours);
  if (!isUnreadable(calendar)) return calendar;
  throw new FormulaProblem({
    en: `${name} requires working_hours such as "Mon-Fri 10:00-19:00", not "${calendar.unreadable}"`,
    ru: `${name}: ${inArgument('working_hours')} нужны часы вида «Пн-Пт 10:00-19:00», а не «${calendar.unreadable}»`,
  });
}
