import { isUnreadable, readWorkingHours } from '../base/working-hours.ts';
import { type Language, languages } from '../i18n/language.ts';
import { type JoinChoices, joinChoices } from '../joining/choices.ts';
import { limitsWith } from '../patterns/engine/signal.ts';
import { patterns, signalById } from '../patterns/index.ts';
import { type BudgetPeriod, budgetPeriods, type ScopeItem, scopeItems } from '../patterns/shared/client.ts';
import { type AssignableRole, assignableRoles } from '../patterns/shared/people.ts';
import { fields } from '../table/fields.ts';
import type { Period } from '../table/reading/period.ts';
import type { ColumnFormats } from '../table/reading/read-table.ts';
import { type Agreement, type AuditSum, agreementsCheck, historyCheck, isoDay } from './progress/kept.ts';
import { type Check, fromPairs, listOf, mapOf, number, oneOf, problem, shapeOf, text, unionOf } from './shape.ts';

/** Everything a user may set, as one JSON object: stored with the document, and read by the command line with `--settings`. */
export interface AuditSettings {
  /** Language of what is written into the sheet; by default that of the spreadsheet's locale. */
  readonly language?: Language;
  /** IANA name; for files that carry no time zone of their own. */
  readonly timeZone?: string;
  readonly client?: {
    readonly city?: string;
    readonly age?: string;
    readonly target?: 'city' | 'country';
    readonly adBudget?: number;
    readonly adBudgetPeriod?: BudgetPeriod;
    readonly adBudgetCurrency?: string;
    readonly scope?: readonly ScopeItem[];
    /** Followers today, for tables that tell only what each day or post brought. */
    readonly followers?: number;
    /** ISO day on which the account was opened: growth of its first days is no question. */
    readonly launched?: string;
    /** `Mon-Fri 10:00-19:00`, days off after a semicolon. */
    readonly workingHours?: string;
    /** ISO days. */
    readonly daysOff?: readonly string[];
  };
  /** Name as written in the sheet → role. */
  readonly people?: Readonly<Record<string, AssignableRole>>;
  /** Signal id → setting → value. */
  readonly thresholds?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Sheet → header → field id; `""` leaves the column alone. */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Sheet → header → how to read it where its cells admit two readings. */
  readonly formats?: Readonly<Record<string, ColumnFormats>>;
  /** Limits findings, bill and report; history outside it still serves as baseline. */
  readonly period?: Period;
  /** What stands on top of the report for the client: whom it is for, who wrote it, and of when it is where not of all rows. */
  readonly report?: { readonly client?: string; readonly author?: string; readonly period?: string };
  /** What was agreed on with the client. */
  readonly agreements?: readonly Agreement[];
  /** What earlier audits came to, sums only. */
  readonly history?: readonly AuditSum[];
  /** `TO ← FROM` → whether tabs that belong together, or could, are joined, and by which key. */
  readonly joins?: JoinChoices;
  /** Findings marked innocent: hash of (signal, row identity) → why. */
  readonly marks?: Readonly<Record<string, string>>;
}

/**
 * Checks a settings object of unknown origin. With no problems the value is an `AuditSettings`; unknown keys are named, so that a
 * misspelt one is not silently without effect.
 */
export const checkSettings: Check<AuditSettings> = (value, path) => settingsShape(value, path);

const workingHours: Check<string> = (value, path) =>
  typeof value === 'string' && isUnreadable(readWorkingHours(value))
    ? problem(value, path, { en: 'working hours such as "Mon-Fri 10:00-19:00"', ru: 'рабочее время вида "Пн-Пт 10:00-19:00"' })
    : text(value, path);

const thresholds: Check<NonNullable<AuditSettings['thresholds']>> = (value, path) =>
  shapeOf(
    {},
    fromPairs(
      patterns.flatMap(({ signals }) =>
        signals.map(
          ({ id, settings }) => [id, shapeOf({}, fromPairs(Object.keys(settings).map((key) => [key, number(0)] as const)))] as const,
        ),
      ),
    ),
  )(value, path);

const period = unionOf('kind', {
  all: shapeOf({}),
  'last-days': shapeOf({ days: number(1) }),
  'last-month': shapeOf({}),
  between: shapeOf({ from: isoDay, to: isoDay }),
});

const settingsShape: Check<AuditSettings> = (value, path) =>
  shapeOf(
    {},
    {
      language: oneOf(languages),
      timeZone: text,
      client: shapeOf(
        {},
        {
          city: text,
          age: text,
          target: oneOf(['city', 'country']),
          adBudget: number(0),
          adBudgetPeriod: oneOf(budgetPeriods),
          adBudgetCurrency: text,
          scope: listOf(oneOf(scopeItems)),
          followers: number(1),
          launched: isoDay,
          workingHours,
          daysOff: listOf(isoDay),
        },
      ),
      people: mapOf(oneOf(assignableRoles)),
      thresholds,
      columns: mapOf(mapOf(oneOf(['', ...fields.map(({ id }) => id)]))),
      formats: mapOf(mapOf(shapeOf({}, { decimalMark: oneOf([',', '.']), dateOrder: oneOf(['day-first', 'month-first']) }))),
      period,
      report: shapeOf({}, { client: text, author: text, period: text }),
      agreements: agreementsCheck,
      history: historyCheck,
      joins: mapOf(oneOf(joinChoices)),
      marks: mapOf(text),
    },
  )(value, path);

/** The thresholds a signal is judged by under these settings. */
export function limitsOf(id: string, { thresholds }: AuditSettings): Readonly<Record<string, number>> {
  const signal = signalById(id)?.signal;
  return signal ? limitsWith(signal, thresholds?.[id]) : {};
}
