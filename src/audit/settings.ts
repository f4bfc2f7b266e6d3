import type { DateOrder } from '../base/dates.ts';
import type { DecimalMark } from '../base/numbers.ts';
import type { Language } from '../i18n/language.ts';
import { type BudgetPeriod, budgetPeriods, type ScopeItem, scopeItems } from '../patterns/client.ts';
import { fields } from '../patterns/columns.ts';
import { patterns } from '../patterns/index.ts';
import { type AssignableRole, assignableRoles } from '../patterns/people.ts';

/** Everything a user may set, as one JSON object: stored with the document, and read by the command line with `--settings`. */
export interface AuditSettings {
  /** Language of what is written into the sheet; by default that of the spreadsheet's locale. */
  readonly language?: Language;
  readonly client?: {
    readonly city?: string;
    readonly age?: string;
    readonly target?: 'city' | 'country';
    readonly adBudget?: number;
    readonly adBudgetPeriod?: BudgetPeriod;
    readonly adBudgetCurrency?: string;
    readonly scope?: readonly ScopeItem[];
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
  readonly formats?: Readonly<
    Record<string, Readonly<Record<string, { readonly decimalMark?: DecimalMark; readonly dateOrder?: DateOrder }>>>
  >;
  /** Limits findings, bill and report; history outside it still serves as baseline. */
  readonly period?: Period;
  /** Findings marked innocent: hash of (signal, row identity) → why. */
  readonly marks?: Readonly<Record<string, string>>;
}

export type Period =
  | { readonly kind: 'all' }
  | { readonly kind: 'last-days'; readonly days: number }
  | { readonly kind: 'last-month' }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** One thing wrong in a settings object, named by its path: what is there, and what would be accepted. */
export interface SettingsProblem {
  readonly path: string;
  readonly got: string;
  readonly expected: string;
}

type Check = (value: unknown, path: string) => readonly SettingsProblem[];

/**
 * Checks a settings object of unknown origin. With no problems the value is an `AuditSettings`; unknown keys are named, so that a
 * misspelt one is not silently without effect.
 */
export function checkSettings(value: unknown): readonly SettingsProblem[] {
  return settingsShape(value, '');
}

const show = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
const problem = (value: unknown, path: string, expected: string) => [{ path: path || 'settings', got: show(value), expected }];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, path) => (typeof value === 'string' ? [] : problem(value, path, 'a text'));
const number =
  (least = Number.NEGATIVE_INFINITY): Check =>
  (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? []
      : problem(value, path, least === 0 ? 'a number from 0 up' : 'a number');
const oneOf =
  (choices: readonly string[]): Check =>
  (value, path) =>
    typeof value === 'string' && choices.indexOf(value) >= 0
      ? []
      : problem(value, path, `one of ${choices.map((choice) => `"${choice}"`).join(', ')}`);
const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => check(item, `${path}[${index}]`)) : problem(value, path, 'a list');
const mapOf =
  (check: Check): Check =>
  (value, path) =>
    isObject(value) ? Object.keys(value).flatMap((key) => check(value[key], join(path, key))) : problem(value, path, 'an object');
const shapeOf =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isObject(value)) return problem(value, path, 'an object');
    const known = Object.keys(shape);
    return Object.keys(value).flatMap((key) => {
      const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return check ? check(value[key], join(path, key)) : problem(key, join(path, key), `a known key: ${known.join(', ')}`);
    });
  };
/** `Object.fromEntries` of plain checks. */
const fromPairs = (pairs: readonly (readonly [string, Check])[]): Readonly<Record<string, Check>> => {
  const shape: Record<string, Check> = {};
  for (const [key, check] of pairs) shape[key] = check;
  return shape;
};
const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

const isoDay: Check = (value, path) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? []
    : problem(value, path, 'a day such as "2026-03-08"');

const thresholds: Check = (value, path) =>
  shapeOf(
    fromPairs(
      patterns.flatMap(({ signals }) =>
        signals.map(({ id, settings }) => [id, shapeOf(fromPairs(Object.keys(settings).map((key) => [key, number(0)] as const)))] as const),
      ),
    ),
  )(value, path);

const period: Check = (value, path) => {
  const kind = isObject(value) ? value.kind : undefined;
  if (kind === 'last-days') return shapeOf({ kind: text, days: number(1) })(value, path);
  if (kind === 'between') return shapeOf({ kind: text, from: isoDay, to: isoDay })(value, path);
  return shapeOf({ kind: oneOf(['all', 'last-days', 'last-month', 'between']) })(value, path);
};

const settingsShape: Check = (value, path) =>
  shapeOf({
    language: oneOf(['en', 'ru']),
    client: shapeOf({
      city: text,
      age: text,
      target: oneOf(['city', 'country']),
      adBudget: number(0),
      adBudgetPeriod: oneOf(budgetPeriods),
      adBudgetCurrency: text,
      scope: listOf(oneOf(scopeItems)),
      workingHours: text,
      daysOff: listOf(isoDay),
    }),
    people: mapOf(oneOf(assignableRoles)),
    thresholds,
    columns: mapOf(mapOf(oneOf(['', ...fields.map(({ id }) => id)]))),
    formats: mapOf(mapOf(shapeOf({ decimalMark: oneOf([',', '.']), dateOrder: oneOf(['day-first', 'month-first']) }))),
    period,
    marks: mapOf(text),
  })(value, path);
