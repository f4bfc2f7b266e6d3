import { grouped } from '../../base/groups.ts';
import { isUnreadable, readWorkingHours } from '../../base/working-hours.ts';
import { type Calendar, defaultCalendar } from '../../base/working-time.ts';
import type { Context } from '../../patterns/engine/signal.ts';
import type { ClientFacts } from '../../patterns/shared/client.ts';
import { createPeople } from '../../patterns/shared/people.ts';
import { parameter, parameterValue } from '../../table/fields.ts';
import { type ClientFactName, type ClientSettings, clientFactNames, readClientTab } from '../client-facts/client-tab.ts';
import type { Assumption } from '../report.ts';
import type { AuditSettings } from '../settings.ts';
import type { PreparedAudit } from './prepare.ts';

/** What is known of the client, and for what the settings leave empty the tab that states it. */
export function clientFacts(
  { sheets }: PreparedAudit,
  settings: AuditSettings,
): {
  readonly facts: ClientSettings;
  readonly tabs: ReadonlyMap<ClientFactName, string>;
  /** Stated in a form that cannot be read, and nowhere else. */
  readonly unreadable: ReadonlyMap<ClientFactName, string>;
} {
  const unreadable = new Map<ClientFactName, string>();
  const tabs = new Map<ClientFactName, string>();
  let facts = settings.client ?? {};
  for (const { read } of sheets) {
    if (!read?.table.columns.has(parameter.id) || !read.table.columns.has(parameterValue.id)) continue;
    const { facts: stated, unreadable: own } = readClientTab(read.table);
    for (const fact of own) unreadable.set(fact, read.table.sheet);
    for (const key of clientFactNames) if (key in stated && !(key in facts)) tabs.set(key, read.table.sheet);
    facts = { ...stated, ...facts };
  }
  for (const key of clientFactNames) if (key in facts) unreadable.delete(key);
  return { facts, tabs, unreadable };
}

/** When the client works, as the settings or the client tab say. */
export const calendarFor = (prepared: PreparedAudit, settings: AuditSettings): Calendar =>
  calendarOf(clientFacts(prepared, settings).facts);

function calendarOf({ workingHours, daysOff: days = [] }: ClientSettings): Calendar {
  const daysOff = days.length > 0 ? `; ${days.join(', ')}` : '';
  const stated = readWorkingHours((workingHours ?? 'Mon-Fri 10:00-19:00') + daysOff);
  return (workingHours === undefined && daysOff === '') || isUnreadable(stated) ? defaultCalendar : stated;
}

/** The context of every signal; what is assumed is listed. */
export function contextOf(
  prepared: PreparedAudit,
  settings: AuditSettings,
): {
  context: Context;
  assumptions: readonly Assumption[];
  facts: ClientSettings;
} {
  const { surroundings } = prepared;
  const { facts, tabs, unreadable } = clientFacts(prepared, settings);
  const assumptions: Assumption[] = [
    { code: 'time-zone', zone: surroundings.zone.id },
    ...(surroundings.now === undefined ? [] : [{ code: 'as-of' as const, at: surroundings.now }]),
    ...[...grouped(tabs, ([, sheet]) => sheet)].map(
      ([sheet, facts]): Assumption => ({ code: 'client-tab', sheet, facts: facts.map(([fact]) => fact) }),
    ),
    ...[...unreadable].map(([fact, sheet]): Assumption => ({ code: 'unreadable-fact', sheet, fact })),
  ];
  const calendar = calendarOf(facts);
  if (facts.workingHours === undefined && !unreadable.has('workingHours')) assumptions.push({ code: 'calendar' });
  const client: ClientFacts = {
    target: facts.target ?? 'city',
    ...(facts.city === undefined ? {} : { city: facts.city }),
    ...(facts.age === undefined ? {} : { age: facts.age }),
    ...(facts.followers === undefined ? {} : { followers: facts.followers }),
    ...(facts.launched === undefined ? {} : { launched: facts.launched }),
    ...(facts.scope === undefined ? {} : { scope: facts.scope }),
    ...(facts.adBudget === undefined
      ? {}
      : {
          adBudget: {
            amount: facts.adBudget,
            period: facts.adBudgetPeriod ?? 'total',
            ...(facts.adBudgetCurrency === undefined ? {} : { currency: facts.adBudgetCurrency }),
          },
        }),
  };
  return { context: { ...surroundings, calendar, client, people: createPeople(settings.people) }, assumptions, facts };
}
