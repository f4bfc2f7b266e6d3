/**
 * What the page may ask of the server, declared once: each check says what a request must look like, and its type follows. Any script in
 * the page can call the server, so nothing is taken on trust.
 */

import { rateBases } from '../audit/answer/overview.ts';
import { tableKinds } from '../audit/answer/table-kinds.ts';
import { shortfallId } from '../audit/bill/shortfall.ts';
import { clientFactNames } from '../audit/client-facts/client-tab.ts';
import { agreementCheck, historyCheck } from '../audit/progress/kept.ts';
import type { Assumption } from '../audit/report.ts';
import { checkSettings } from '../audit/settings.ts';
import { type Check, type Checked, flag, isObject, listOf, mapOf, number, oneOf, problem, shapeOf, text, unionOf } from '../audit/shape.ts';
import { isEmail } from '../base/contacts.ts';
import { languages } from '../i18n/language.ts';
import { joinKeys } from '../joining/match.ts';
import { chartKinds, outcomes } from '../patterns/engine/signal.ts';
import { costUnits } from '../patterns/engine/signal-bill.ts';
import { type Evidence, severities } from '../patterns/engine/verdicts.ts';
import { patterns } from '../patterns/index.ts';
import { fields } from '../table/fields.ts';
import { rateAudiences, rateDenominators } from '../table/reading/rate.ts';
import type { PackedFindings } from './packed-findings.ts';

/** Whoever is refused gets one sentence for all that can be wrong: the page itself asks for nothing else. */
const refused = (value: unknown, path: string) => problem(value, path, { en: 'what the page sends', ru: 'то, что посылает страница' });
/** What is accepted where this holds. */
const where =
  <Value>(holds: (value: unknown) => boolean): Check<Value> =>
  (value, path) =>
    holds(value) ? [] : refused(value, path);
const matching = (pattern: RegExp) => where<string>((value) => typeof value === 'string' && pattern.test(value));

const whole = where<number>((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000_000);
const wholeOrNull = where<number | null>((value) => value === null || whole(value, '').length === 0);
const numberOrNull = where<number | null>((value) => value === null || Number.isFinite(value));
const signalIds: readonly string[] = patterns.flatMap(({ signals }) => signals.map(({ id }) => id));
const signal = oneOf(signalIds);
const billSignal = oneOf([...signalIds, shortfallId]);
const fieldIds: readonly string[] = fields.map(({ id }) => id);
const fieldId = oneOf(fieldIds);
const language = oneOf(languages);
/** Column positions, ascending. */
const positions: Check<readonly number[]> = (value, path) => {
  const wrong = listOf(whole)(value, path);
  if (wrong.length > 0 || !Array.isArray(value)) return wrong;
  return value.every((column, index) => index === 0 || column > value[index - 1]) ? [] : refused(value, path);
};
/** What a person wrote: a name on the report, the title of a post. */
const shortText = where<string>((value) => typeof value === 'string' && value.length <= 200);
const code = matching(/^[A-Za-z-]{0,32}$/);
/** No letters but ours: time zones. */
const zoneName = matching(/^[\w:+/ -]{0,128}$/);
/** As ISO writes it: it reaches a cell. */
const currencyCode = matching(/^[A-Z]{3}$/);

/** Numbers, yes/no and words; of the words only our own reach a sentence, see `wording/code-words.ts`. */
const plain = where<number | string | boolean>(
  (value) => typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value),
);
const codeKeys = (value: unknown, path: string) => (isObject(value) ? Object.keys(value).flatMap((key) => code(key, path)) : []);
const evidence: Check<Evidence> = (value, path) => [...codeKeys(value, path), ...mapOf(plain)(value, path)];
/** As many of each as there are rows. */
const packedFindings: Check<PackedFindings> = (value, path) => {
  const wrong = shapeOf({ signal, rows: listOf(wholeOrNull), evidence: mapOf(listOf(plain)) })(value, path);
  if (wrong.length > 0 || !isObject(value)) return wrong;
  const { rows, evidence } = value;
  const isEven = Array.isArray(rows) && isObject(evidence) && Object.keys(evidence).every((key) => lengthOf(evidence[key]) === rows.length);
  return isEven ? codeKeys(evidence, path) : refused(value, path);
};
const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : -1);

const topRequest = shapeOf(
  { sheet: text },
  {
    /** The user's corrections for this sheet: header → field id. */
    corrections: mapOf(oneOf(['', ...fieldIds])),
    /** Row to begin with, from 0: where another table begins. */
    from: whole,
  },
);

/** Part of the table below the header: only the columns the audit uses leave the sheet. */
const chunkRequest = shapeOf({
  sheet: text,
  headerRow: whole,
  firstColumn: whole,
  lastColumn: whole,
  headers: listOf(text),
  columns: listOf(whole),
  /** As the top said. */
  ourColumns: positions,
  timeZone: text,
  /** First row below the header to read, counted from 0 there, and how many. */
  from: whole,
  count: whole,
});

/** A finding: numbers only, the server writes the sentence. */
const finding = { row: wholeOrNull, signal, evidence };

/** A signal's result without its rows. */
const resultSum = shapeOf(
  {
    signal,
    outcome: oneOf(outcomes),
    checkedRows: whole,
    missing: listOf(listOf(fieldId)),
    skipped: listOf(shapeOf({ reason: code, rows: whole }, { field: fieldId })),
    explained: whole,
  },
  { notJudged: shapeOf({ reason: code, evidence }), severity: oneOf(severities) },
);

/** A table as it was scanned: what is written of it is compared with it before. */
const tabAtScan = {
  /** The tab it stands in, and what the table is called: another name only where a tab has several. */
  sheet: text,
  table: text,
  /** The first row that belongs to the table: titles stand between it and the header. */
  firstRow: whole,
  area: shapeOf({ headerRow: whole, firstColumn: whole, lastColumn: whole, endRow: whole }),
  headers: listOf(text),
  /** Positions from 0 of the used columns, and the field id of each. */
  columns: listOf(whole),
  fields: listOf(fieldId),
  chunks: listOf(shapeOf({ from: whole, count: whole, fingerprint: text })),
  /** How many rows the tab had, and by which clock its dates were read. */
  lastRow: whole,
  timeZone: zoneName,
};

const annotationSheet = shapeOf({
  ...tabAtScan,
  kinds: listOf(oneOf(tableKinds)),
  rowsAudited: whole,
  findings: listOf(packedFindings),
  /** What each signal came to: why it was not checked, how many rows were checked, skipped and explained. */
  results: listOf(resultSum),
});

/** A line of the bill without its rows, and how many they are. */
const billSum = shapeOf(
  { signal: billSignal, unit: oneOf(costUnits), amount: number(0), rows: whole },
  { low: number(0), high: number(0), byCalendar: number(0), outOf: number(0), currency: text },
);

const column = { sheet: text, column: text };
const votes = shapeOf({ only: whole, against: whole, either: whole });
const assumption: Check<Assumption> = unionOf('code', {
  calendar: shapeOf({}),
  'time-zone': shapeOf({ zone: zoneName }),
  'as-of': shapeOf({ at: number() }),
  'client-tab': shapeOf({ sheet: text, facts: listOf(oneOf(clientFactNames)) }),
  joined: shapeOf({ sheet: text, fields: listOf(text), from: text, by: oneOf(joinKeys), matched: number(0), of: number(0) }),
  'join-offered': shapeOf({ sheet: text, from: text, by: oneOf(joinKeys), matched: number(0), of: number(0) }),
  'counted-back': shapeOf({ sheet: text, column: text, followers: number(0) }),
  'unreadable-fact': shapeOf({ sheet: text, fact: oneOf(clientFactNames) }),
  'decimal-mark': shapeOf({ ...column, votes }, { mark: oneOf([',', '.']) }),
  'date-order': shapeOf({ ...column, votes }, { order: oneOf(['day-first', 'month-first']) }),
  years: shapeOf({ ...column, count: whole }),
  'rate-of': shapeOf({
    ...column,
    rate: shapeOf({ by: oneOf([...rateDenominators, 'unknown']), matched: whole, rows: whole }, { of: oneOf(rateAudiences) }),
  }),
  'not-exported': shapeOf({ sheet: text, source: code }),
});

const chart = shapeOf(
  { kind: oneOf(chartKinds), sheet: text, points: listOf(listOf(numberOrNull)) },
  { currency: currencyCode, limit: number(0), all: listOf(whole), unit: oneOf(['hours', 'days']), times: listOf(numberOrNull) },
);

/** Write although values of formula cells changed since the scan; what makes a row that row, and the order, must still agree. */
const acceptChangedValues = flag;
/** Write or remove although the user typed into our columns or our tab, or our columns have lost their mark. */
const force = flag;

const annotateRequest = shapeOf(
  {
    sheets: listOf(annotationSheet),
    bill: listOf(billSum),
    assumptions: listOf(assumption),
    charts: listOf(chart),
    language,
    /** Wall time of the scan. */
    now: number(),
  },
  { acceptChangedValues, force },
);

/** A row that shows a pattern best. */
const example = shapeOf(
  { signal, evidence },
  {
    /** Tab and number, where tables are attached. */
    sheet: text,
    row: whole,
    /** Wall time of what the row tells of, where it has one. */
    at: number(),
    topic: shortText,
    kind: shortText,
    /** Who decided: people are letters, 1 is A. */
    decider: whole,
  },
);

/** One tab in the report for the client: no cell of it, only counts. */
const reportSheet = shapeOf(
  { ...tabAtScan, rowsAudited: whole, accounts: whole },
  {
    /** Wall times of its first and last row, where it has dates. */
    from: number(),
    to: number(),
  },
);

/** What a signal came to over all tabs. */
const tally = shapeOf(
  { signal, rows: whole, of: whole, explained: whole, findings: whole, limits: mapOf(number(0)) },
  { apart: whole, severity: oneOf(severities), remark: evidence },
);

const part = shapeOf({ rows: whole, of: whole }, { apart: whole });

const overview = shapeOf(
  { figures: listOf(shapeOf({ field: fieldId, median: number(), sum: number(), rows: whole })) },
  {
    rate: shapeOf({ by: oneOf([...rateBases, 'stated']), median: number(), low: number(), high: number(), rows: whole }),
    pace: shapeOf({ rows: whole, from: number(), to: number() }, { perWeek: number(0) }),
  },
);

const patternNumber = where<number>((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= patterns.length);
const reportRequest = shapeOf(
  {
    /** Which patterns go in, from 1. Everything below is of these alone. */
    patterns: listOf(patternNumber),
    client: shortText,
    author: shortText,
    period: shortText,
    span: shapeOf({ accounts: whole }, { from: number(), to: number() }),
    sheets: listOf(reportSheet),
    tallies: listOf(tally),
    unchecked: listOf(
      unionOf('code', {
        'no-table': shapeOf({ kind: oneOf(tableKinds), signals: listOf(signal) }),
        'not-judged': shapeOf({ sheet: text, result: resultSum }),
      }),
    ),
    examples: listOf(example),
    foundRows: listOf(shapeOf({ pattern: patternNumber, rows: whole })),
    bill: listOf(billSum),
    charts: listOf(chart),
    hasAssumedHours: flag,
    progress: listOf(shapeOf({ agreement: agreementCheck, before: part, since: part })),
    course: historyCheck,
    isNumbered: flag,
    language,
    /** Wall time of the scan. */
    now: number(),
  },
  { acceptChangedValues, force, heldRate: shapeOf({ before: number(0), since: number(0), posts: whole }), overview },
);

/** A table of the user's, for the client: chosen columns, rows that are not hidden, and values only. */
const clientCopyRequest = shapeOf(
  {
    ...tabAtScan,
    /** Which columns: positions from 0, as the scan knows them, without our own. */
    shown: positions,
    language,
  },
  {
    /** Rows are people who asked: of their cells only dates, numbers and ticks go along, no text that somebody typed. */
    isOfLeads: flag,
    force,
  },
);

const shareRequest = shapeOf({
  /** The tab of the report, and copies of tables; each must be ours. */
  tabs: listOf(text),
  email: where<string>((value) => typeof value === 'string' && isEmail(value)),
});

const rowNumber = where<number>((value) => whole(value, '').length === 0 && Number(value) > 0);
const cell = where<string | number | boolean | null>(
  (value) => value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value),
);
/** Cells of one row as they were scanned; at least one. */
const cellsOfRow: Check<readonly { readonly column: number; readonly cell: string | number | boolean | null }[]> = (value, path) =>
  Array.isArray(value) && value.length === 0 ? refused(value, path) : listOf(shapeOf({ column: whole, cell }))(value, path);

/** Method → the check of its argument. */
export const requestChecks = {
  start: shapeOf({}),
  tabs: shapeOf({}),
  top: topRequest,
  chunk: chunkRequest,
  annotate: annotateRequest,
  /** Writes the report for the client into a tab of its own. */
  report: reportRequest,
  /** Writes the client's copy of a table into a tab of its own. */
  clientCopy: clientCopyRequest,
  /** Copies the file, leaves the report alone in it, and lets one person view it. */
  share: shareRequest,
  remove: shapeOf({}, { force }),
  saveSettings: checkSettings,
  /** Remembers for other workbooks what the user said of a column. */
  teachColumn: shapeOf({ key: matching(/^[0-9a-f]{16}$/), field: oneOf(['', ...fieldIds]) }),
  forgetTaught: shapeOf({}),
  /** Selects what was judged in a row, wherever it stands by now. */
  showRow: shapeOf({ sheet: text, row: rowNumber, firstRow: rowNumber, key: cellsOfRow, judged: cellsOfRow }),
  showTab: shapeOf({ sheet: text }),
  /** Adds tabs to start from. */
  templates: shapeOf({}),
} as const;

export type ApiMethod = keyof typeof requestChecks;
/** What each method takes. */
export type Requests = { readonly [Method in ApiMethod]: Checked<(typeof requestChecks)[Method]> };
/** The check of what a method takes. */
export type RequestChecks = { readonly [Method in ApiMethod]: Check<Requests[Method]> };

export type ChunkRequest = Requests['chunk'];
export type AnnotateRequest = Requests['annotate'];
export type ReportRequest = Requests['report'];
export type ClientCopyRequest = Requests['clientCopy'];
export type AnnotationSheet = Checked<typeof annotationSheet>;
export type TabAtScan = { readonly [Key in keyof typeof tabAtScan]: Checked<(typeof tabAtScan)[Key]> };
export type AnnotatedFinding = { readonly [Key in keyof typeof finding]: Checked<(typeof finding)[Key]> };
