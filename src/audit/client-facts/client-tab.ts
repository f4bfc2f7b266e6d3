import { isoDayOf, isoDaysIn } from '../../base/days-off.ts';
import { readNumbers } from '../../base/numbers.ts';
import { isUnreadable, readWorkingHours } from '../../base/working-hours.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { type BudgetPeriod, readScope } from '../../patterns/shared/client.ts';
import { anyWord } from '../../patterns/shared/word-matching.ts';
import { parameter, parameterValue } from '../../table/fields.ts';
import type { AuditSettings } from '../settings.ts';

/** What is known of the client, as the settings keep it. */
export type ClientSettings = NonNullable<AuditSettings['client']>;
export type ClientFactName = keyof ClientSettings;
export const clientFactNames: readonly ClientFactName[] = [
  'city',
  'target',
  'age',
  'adBudget',
  'adBudgetPeriod',
  'adBudgetCurrency',
  'scope',
  'followers',
  'launched',
  'workingHours',
  'daysOff',
];

type Read = (value: string, label: string) => ClientSettings | undefined;

/** Which fact a row of the client tab states, and how its value is read: `undefined` where it cannot be. */
const parameters: readonly (readonly [(label: string) => boolean, ClientFactName, Read])[] = [
  [anyWord(['бюджет*', 'budget']), 'adBudget', readBudget],
  [anyWord(['подписчик*', 'followers', 'subscribers']), 'followers', readFollowers],
  [
    anyWord(['запуск*', 'запущен*', 'дата создания', 'launch', 'launched', 'launch date', 'opened on', 'created on']),
    'launched',
    readLaunch,
  ],
  [anyWord(['город*', 'city', 'town', 'регион*', 'region']), 'city', (value) => ({ city: value, target: 'city' })],
  [anyWord(['страна', 'страны', 'country']), 'city', (value) => ({ city: value, target: 'country' })],
  [anyWord(['возраст*', 'age', 'ages']), 'age', (value) => ({ age: value })],
  [anyWord(['выходн*', 'праздник*', 'days off', 'holidays']), 'daysOff', readDaysOff],
  [
    anyWord(['рабоч*', 'часы', 'время работы', 'график', 'working hours', 'hours', 'schedule']),
    'workingHours',
    (value) => (isUnreadable(readWorkingHours(value)) ? undefined : { workingHours: value }),
  ],
  [
    anyWord(['состав работ', 'состав', 'за что плат*', 'что оплачено', 'услуги', 'работы', 'scope', 'services', 'paid for']),
    'scope',
    (value) => {
      const scope = readScope(value);
      return scope.length > 0 ? { scope } : undefined;
    },
  ],
];

/** What a client tab states, and the facts that it states in a form that nobody here can read. */
export interface ClientTab {
  readonly facts: ClientSettings;
  readonly unreadable: readonly ClientFactName[];
}

/**
 * What a client tab (parameter, value) states: city, age, budget, scope, working hours. An earlier row wins over a later one.
 * Rows that state nothing we use are left alone.
 */
export function readClientTab(table: Table): ClientTab {
  const labels = table.columns.get(parameter.id)?.texts ?? [];
  const values = table.columns.get(parameterValue.id)?.texts ?? [];
  let facts: ClientSettings = {};
  const unreadable = new Set<ClientFactName>();
  labels.forEach((label, row) => {
    const value = values[row] ?? '';
    if (label === '' || value === '') return;
    const [, fact, read] = parameters.find(([matches]) => matches(label)) ?? [];
    const stated = read?.(value, label);
    if (stated) facts = { ...stated, ...facts };
    else if (fact) unreadable.add(fact);
  });
  return { facts, unreadable: [...unreadable].filter((fact) => !(fact in facts)) };
}

/** How many followers there are today. */
function readFollowers(value: string): ClientSettings | undefined {
  const followers = readNumbers([value], { wholeNumbers: true }).values[0] ?? Number.NaN;
  return followers >= 1 ? { followers } : undefined;
}

/** The day on which the account was opened. */
function readLaunch(value: string): ClientSettings | undefined {
  const launched = isoDayOf(value.trim());
  return launched === undefined ? undefined : { launched };
}

/** Days off, one by one; `undefined` where a part of the text is no day. */
function readDaysOff(value: string): ClientSettings | undefined {
  const daysOff = isoDaysIn(value);
  const parts = value.split(/[,;\s]+/).filter((part) => part !== '');
  return daysOff.length === parts.length ? { daysOff } : undefined;
}

const periodWords: readonly (readonly [BudgetPeriod, (text: string) => boolean])[] = [
  ['week', anyWord(['недел*', 'week', 'weekly'])],
  ['month', anyWord(['месяц*', 'мес', 'month', 'monthly'])],
  ['quarter', anyWord(['квартал*', 'quarter', 'quarterly'])],
  ['year', anyWord(['год', 'года', 'годов*', 'year', 'yearly'])],
];

/** A budget is said in fewer letters; the search below would take seconds over a cell full of digits. */
const LONGEST = 200;

/** `60 000 ₽ в месяц`: the amount, its currency, and its period from the value or the label; without one it covers everything. */
function readBudget(value: string, label: string): ClientSettings | undefined {
  const amount = /[₽$€£₸]?\s*\d[\d\s.,]*(\s*(тыс\.?|млн\.?|k|m)(?![a-zа-я]))?(\s*(₽|\$|€|£|₸|руб\.?|р\.|rub|usd|eur))?/i.exec(
    value.slice(0, LONGEST),
  )?.[0];
  if (amount === undefined) return undefined;
  const read = readNumbers([amount.trim().replace(/[.,]$/, '')], { wholeNumbers: true });
  const sum = read.values[0] ?? Number.NaN;
  if (!(sum > 0)) return undefined;
  const period = periodWords.find(([, matches]) => matches(value) || matches(label))?.[0] ?? 'total';
  const currency = read.currencies[0];
  return { adBudget: sum, adBudgetPeriod: period, ...(currency === undefined ? {} : { adBudgetCurrency: currency }) };
}
