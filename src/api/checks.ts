import { chartKinds } from '../audit/chart-data.ts';
import { checkSettings } from '../audit/settings.ts';
import { type Check, isObject, listOf, mapOf, number, oneOf, problem, shapeOf, text } from '../audit/shape.ts';
import { gravity } from '../patterns/engine/verdicts.ts';
import { patterns } from '../patterns/index.ts';
import { fields } from '../table/fields.ts';
import type { ApiMethod } from './messages.ts';
import type { PackedFindings } from './packed-findings.ts';

/** What every request must look like: any script in the page can call the server, so nothing is taken on trust. */

/** Whoever is refused gets one sentence for all that can be wrong: the page itself asks for nothing else. */
const refused: Check = (value, path) => problem(value, path, { en: 'what the page sends', ru: 'то, что посылает страница' });

const whole: Check = (value, path) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000_000 ? [] : refused(value, path);
const flag: Check = (value, path) => (typeof value === 'boolean' ? [] : refused(value, path));
const signal = oneOf(patterns.flatMap(({ signals }) => signals.map(({ id }) => id)));
const fieldIds = fields.map(({ id }) => id);
const fieldId = oneOf(fieldIds);
const fieldOrNone = oneOf(['', ...fieldIds]);
/** Column positions, ascending. */
const positions: Check = (value, path) => {
  const wrong = listOf(whole)(value, path);
  if (wrong.length > 0) return wrong;
  const columns = value as readonly number[];
  return columns.every((column, index) => index === 0 || column > (columns[index - 1] ?? 0)) ? [] : refused(value, path);
};
const code: Check = (value, path) => (typeof value === 'string' && /^[A-Za-z-]{0,32}$/.test(value) ? [] : refused(value, path));
/** As ISO writes it: it reaches a cell. */
const currencyCode: Check = (value, path) => (typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? [] : refused(value, path));
const row: Check = (value, path) => (value === null ? [] : whole(value, path));

/** Numbers, yes/no and words; of the words only our own reach a sentence, see `words.ts`. */
const plain: Check = (value, path) =>
  typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value) ? [] : refused(value, path);
const codeKeys: Check = (value, path) => (isObject(value) ? Object.keys(value).flatMap((key) => code(key, path)) : []);
const evidence: Check = (value, path) => [...codeKeys(value, path), ...mapOf(plain)(value, path)];
/** As many of each as there are rows. */
const packedFindings: Check = (value, path) => {
  const wrong = shapeOf({ signal, rows: listOf(row), evidence: mapOf(listOf(plain)) }, ['signal', 'rows', 'evidence'])(value, path);
  if (wrong.length > 0) return wrong;
  const { rows, evidence } = value as PackedFindings;
  const isEven = Object.keys(evidence).every((key) => evidence[key]?.length === rows.length);
  return isEven ? codeKeys(evidence, path) : refused(value, path);
};

const area = shapeOf({ headerRow: whole, firstColumn: whole, lastColumn: whole, endRow: whole }, [
  'headerRow',
  'firstColumn',
  'lastColumn',
  'endRow',
]);
const notJudged = shapeOf({ kind: code, reason: code, evidence }, ['reason', 'evidence']);
const skipped = shapeOf({ reason: code, field: fieldId, rows: whole }, ['reason', 'rows']);
const result = shapeOf(
  {
    signal,
    outcome: oneOf(['found', 'clear', 'not-checked', 'failed']),
    checkedRows: whole,
    missing: listOf(listOf(fieldId)),
    notJudged,
    skipped: listOf(skipped),
    explained: whole,
  },
  ['signal', 'outcome', 'checkedRows', 'missing', 'skipped', 'explained'],
);
const tabAtScan = {
  sheet: text,
  area,
  headers: listOf(text),
  columns: listOf(whole),
  fields: listOf(fieldId),
  chunks: listOf(shapeOf({ from: whole, count: whole, fingerprint: text }, ['from', 'count', 'fingerprint'])),
};
const ofTabAtScan = Object.keys(tabAtScan);
const sheet = shapeOf(
  {
    ...tabAtScan,
    rowsAudited: whole,
    findings: listOf(packedFindings),
    results: listOf(result),
  },
  [...ofTabAtScan, 'rowsAudited', 'findings', 'results'],
);
const billSum = shapeOf(
  {
    unit: oneOf(['money', 'hours', 'posts', 'leads', 'followers', 'engagements']),
    amount: number(0),
    low: number(0),
    high: number(0),
    byCalendar: number(0),
    outOf: number(0),
    currency: text,
    rows: whole,
  },
  ['unit', 'amount', 'rows'],
);
/** No letters but ours: time zones, dates, signs and the ids of what a client tab states. */
const plainValue: Check = (value, path) => (typeof value === 'string' && /^[\w:;,.+/ -]{0,128}$/.test(value) ? [] : refused(value, path));
const assumption = shapeOf({ code, sheet: text, column: text, value: plainValue }, ['code', 'value']);

const numberOrNone: Check = (value, path) => (value === null ? [] : number()(value, path));
const chart = shapeOf({ kind: oneOf([...chartKinds]), sheet: text, currency: currencyCode, points: listOf(listOf(numberOrNone)) }, [
  'kind',
  'sheet',
  'points',
]);

const pattern: Check = (value, path) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= patterns.length ? [] : refused(value, path);
const reportSheet = shapeOf(
  {
    ...tabAtScan,
    rowsAudited: whole,
    accounts: whole,
    from: number(),
    to: number(),
    results: listOf(result),
    found: listOf(shapeOf({ signal, rows: whole, severity: oneOf(Object.keys(gravity)) }, ['signal', 'rows', 'severity'])),
  },
  [...ofTabAtScan, 'rowsAudited', 'accounts', 'results', 'found'],
);
const clearest = shapeOf({ sheet: text, row, signal, evidence, at: number(), decider: whole }, ['sheet', 'row', 'signal', 'evidence']);
const emailAddress: Check = (value, path) =>
  typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? [] : refused(value, path);

const nothing = shapeOf({});

/** Method → the check of its argument. */
export const requestChecks: Readonly<Record<ApiMethod, Check>> = {
  start: nothing,
  top: shapeOf({ sheet: text, corrections: mapOf(fieldOrNone) }, ['sheet']),
  chunk: shapeOf(
    {
      sheet: text,
      headerRow: whole,
      firstColumn: whole,
      lastColumn: whole,
      headers: listOf(text),
      columns: listOf(whole),
      ourColumns: positions,
      timeZone: text,
      from: whole,
      count: whole,
    },
    ['sheet', 'headerRow', 'firstColumn', 'lastColumn', 'headers', 'columns', 'ourColumns', 'timeZone', 'from', 'count'],
  ),
  annotate: shapeOf(
    {
      sheets: listOf(sheet),
      bill: listOf(billSum),
      assumptions: listOf(assumption),
      charts: listOf(chart),
      language: oneOf(['en', 'ru']),
      now: number(),
      acceptChangedValues: flag,
      force: flag,
    },
    ['sheets', 'bill', 'assumptions', 'charts', 'language', 'now'],
  ),
  report: shapeOf(
    {
      patterns: listOf(pattern),
      sheets: listOf(reportSheet),
      clearest: listOf(clearest),
      bill: listOf(billSum),
      charts: listOf(chart),
      language: oneOf(['en', 'ru']),
      now: number(),
      acceptChangedValues: flag,
      force: flag,
    },
    ['patterns', 'sheets', 'clearest', 'bill', 'charts', 'language', 'now'],
  ),
  clientCopy: shapeOf({ ...tabAtScan, shown: positions, isOfLeads: flag, language: oneOf(['en', 'ru']), force: flag }, [
    ...ofTabAtScan,
    'shown',
    'language',
  ]),
  share: shapeOf({ tabs: listOf(text), email: emailAddress }, ['tabs', 'email']),
  remove: shapeOf({ force: flag }),
  saveSettings: checkSettings,
  showRow: shapeOf({ sheet: text, row: whole }, ['sheet', 'row']),
};
