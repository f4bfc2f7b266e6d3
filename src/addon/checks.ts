import { checkSettings } from '../audit/settings.ts';
import { type Check, isObject, listOf, number, oneOf, problem, shapeOf, text } from '../base/shape.ts';
import { fields } from '../patterns/columns.ts';
import { patterns } from '../patterns/index.ts';
import type { ApiMethod } from './api.ts';

/** What every request must look like: any script in the page can call the server, so nothing is taken on trust. */

const whole: Check = (value, path) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000_000 ? [] : problem(value, path, 'a whole number from 0');
const flag: Check = (value, path) => (typeof value === 'boolean' ? [] : problem(value, path, 'true or false'));
const signal = oneOf(patterns.flatMap(({ signals }) => signals.map(({ id }) => id)));
const fieldId = oneOf(fields.map(({ id }) => id));
const code: Check = (value, path) =>
  typeof value === 'string' && /^[A-Za-z-]{0,32}$/.test(value) ? [] : problem(value, path, 'a code word');
const row: Check = (value, path) => (value === null ? [] : whole(value, path));

/** Numbers, yes/no and code words; a sentence is made of nothing else. */
const evidence: Check = (value, path) => {
  if (!isObject(value)) return problem(value, path, 'an object');
  return Object.keys(value).flatMap((key) => {
    const part = value[key];
    if (typeof part === 'boolean' || (typeof part === 'number' && Number.isFinite(part))) return code(key, path);
    return [...code(key, path), ...code(part, `${path}.${key}`)];
  });
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
const sheet = shapeOf(
  {
    sheet: text,
    area,
    headers: listOf(text),
    columns: listOf(whole),
    chunks: listOf(shapeOf({ from: whole, count: whole, fingerprint: text }, ['from', 'count', 'fingerprint'])),
    fields: listOf(fieldId),
    rowsAudited: whole,
    findings: listOf(shapeOf({ row, signal, evidence }, ['row', 'signal', 'evidence'])),
    results: listOf(result),
  },
  ['sheet', 'area', 'headers', 'columns', 'chunks', 'fields', 'rowsAudited', 'findings', 'results'],
);
const billSum = shapeOf(
  {
    unit: oneOf(['money', 'hours', 'leads', 'followers', 'engagements']),
    amount: number(0),
    low: number(0),
    high: number(0),
    currency: code,
    rows: whole,
  },
  ['unit', 'amount', 'rows'],
);
const assumption = shapeOf({ code, sheet: text, column: text, value: text }, ['code', 'value']);

const nothing = shapeOf({});

/** Method → the check of its argument. */
export const requestChecks: Readonly<Record<ApiMethod, Check>> = {
  start: nothing,
  top: shapeOf({ sheet: text }, ['sheet']),
  chunk: shapeOf(
    {
      sheet: text,
      headerRow: whole,
      firstColumn: whole,
      lastColumn: whole,
      headers: listOf(text),
      columns: listOf(whole),
      from: whole,
      count: whole,
    },
    ['sheet', 'headerRow', 'firstColumn', 'lastColumn', 'headers', 'columns', 'from', 'count'],
  ),
  annotate: shapeOf(
    {
      sheets: listOf(sheet),
      bill: listOf(billSum),
      assumptions: listOf(assumption),
      language: oneOf(['en', 'ru']),
      now: number(),
      force: flag,
    },
    ['sheets', 'bill', 'assumptions', 'language', 'now'],
  ),
  remove: shapeOf({ force: flag }),
  saveSettings: checkSettings,
  showRow: shapeOf({ sheet: text, row: whole }, ['sheet', 'row']),
};
