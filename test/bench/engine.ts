/** The engine against floors of the same run: the whole audit, its stages, and how each grows with the rows. */
import { createJudge, judge } from '../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../src/audit/engine/prepare.ts';
import { pickCells } from '../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../src/base/cells.ts';
import { defaultCalendar } from '../../src/base/working-time.ts';
import { createZone } from '../../src/base/zone.ts';
import { BOTRISK } from '../../src/formulas/BOTRISK.ts';
import { ER } from '../../src/formulas/ER.ts';
import type { Table } from '../../src/patterns/engine/table.ts';
import { patterns } from '../../src/patterns/index.ts';
import { createPeople } from '../../src/patterns/shared/people.ts';
import { describeSheet, TOP_ROWS } from '../../src/table/recognition/layout.ts';
import { medianTimes } from './clock.ts';
import { headers, postRows, wideSheet } from './sheet.ts';
import { absoluteRow, markdownTable, milliseconds, ratioRow, slope } from './table.ts';

const zone = createZone('Europe/Moscow');
const now = Date.UTC(2150, 0, 1);
const surroundings = { zone, now };
const environment = () => ({ zone, locale: 'ru_RU' });

function sheetOf(count: number, without: readonly string[] = []) {
  const kept = headers.map((header, index) => ({ header, index })).filter(({ header }) => !without.includes(header));
  const names = kept.map(({ header }) => header);
  const rows = postRows(count).map((row) => kept.map(({ index }): Cell => row[index] ?? null));
  const layout = describeSheet('Посты', [names, ...rows.slice(0, TOP_ROWS)]);
  return { layout, cells: pickCells(layout, rows), rows, json: JSON.stringify([names, ...rows]) };
}

/** The audit of so many rows as the page does it, by stage: cells read, statistics of the columns, rows judged, findings summed. */
function auditTimes(count: number, without: readonly string[], runs: number) {
  const { layout, cells, rows, json } = sheetOf(count, without);
  const prepare = () => prepareAudit([{ layout, cells }], {}, surroundings);
  let judges: readonly (() => unknown)[] = [];
  const [parse = 0, pick = 0, read = 0, all = 0, statistics = 0, rowByRow = 0] = medianTimes(
    runs,
    () => JSON.parse(json),
    () => pickCells(layout, rows),
    prepare,
    () => judge(prepare(), {}),
    () => {
      const table = prepare().sheets[0]?.read?.table;
      judges = table ? prepareSignals(table) : [];
    },
    () => judges.map((judgeTable) => judgeTable()),
  );
  return { parse, pick, read, all, statistics: statistics - read, rowByRow, findings: Math.max(0, all - statistics - rowByRow) };
}

/** Every signal with what it compares rows with, ready to judge under the default thresholds. */
function prepareSignals(table: Table): readonly (() => unknown)[] {
  const context = { ...surroundings, calendar: defaultCalendar, client: { target: 'city' as const }, people: createPeople() };
  return patterns
    .flatMap(({ signals }) => signals)
    .map((signal) => {
      const judgeTable = signal.prepare(table, context);
      const thresholds = Object.fromEntries(Object.entries(signal.settings).map(([key, { default: value }]) => [key, value]));
      return () => judgeTable(thresholds);
    });
}

/** How long counting anew takes after each threshold of each signal moved, the quickest first. */
export function recountTimes(count: number): readonly number[] {
  const { layout, cells } = sheetOf(count);
  const recount = createJudge(prepareAudit([{ layout, cells }], {}, surroundings));
  let move = 0;
  const moves = patterns.flatMap(({ signals }) =>
    signals.flatMap(({ id, settings }) =>
      Object.entries(settings).map(
        // Each time another value: what was counted before must not be found again.
        ([key, { default: usual }]) =>
          () =>
            recount({ thresholds: { [id]: { [key]: usual * (1 + ++move / 1000) } } }),
      ),
    ),
  );
  return [...medianTimes(7, ...moves)].sort((one, other) => one - other);
}

/** Rows of the table of ratios. */
export function engineRows(): readonly (readonly string[])[] {
  const whole = auditTimes(100_000, [], 7);
  const plain = auditTimes(100_000, ['Подписчики'], 7);
  const stages = [whole.read, whole.statistics, whole.rowByRow, whole.findings].map(milliseconds).join(' / ');
  const { rows } = sheetOf(50_000);
  const recounts = recountTimes(50_000);
  // Each time another sheet: what was read once is remembered.
  const wide = Array.from({ length: 10 }, (_, seed) => wideSheet(200, 20, seed + 1));
  const [recognising = 0] = medianTimes(9, () => describeSheet('Wide', wide.pop() ?? []));
  return [
    ratioRow('audit, 100,000 × 20, with the estimator', whole.all, 'JSON.parse of the cells', whole.parse, '≤ 6'),
    ['… reading columns / statistics / judging rows / findings and bill', stages, '', '', ''],
    ['… before it, where the rows are read: telling data from totals and blanks', milliseconds(whole.pick), '', '', ''],
    ratioRow('audit, 100,000 × 19, without the estimator', plain.all, 'JSON.parse of the cells', plain.parse, '≤ 5'),
    absoluteRow(
      `recount after a threshold change, 50,000 rows: median of ${recounts.length} thresholds / the slowest`,
      `${milliseconds(recounts[recounts.length >> 1] ?? 0)} / ${milliseconds(recounts[recounts.length - 1] ?? 0)}`,
      '< 33 ms',
    ),
    ...formulaRows(rows.concat(rows)),
    absoluteRow('recognising 200 columns × 20 rows', milliseconds(recognising), '< 20 ms'),
  ];
}

function formulaRows(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  const acts = rows.map((row) => [row[9], row[10]]);
  const followers = rows.map((row) => [row[8]]);
  const [formula = 0, loop = 0] = medianTimes(
    15,
    () => ER.call([acts, followers], environment),
    () => acts.map(([likes, comments], index) => [(Number(likes) + Number(comments)) / Number(followers[index]?.[0])]),
  );
  const account = growingAccount(100_000);
  const [risk = 0] = medianTimes(7, () => BOTRISK.call(account, environment));
  return [
    ratioRow('ER, 100,000 rows in one call', formula, 'a plain loop', loop, '≤ 4'),
    absoluteRow('BOTRISK, 100,000 rows with dates', milliseconds(risk), '≤ 500 ms'),
  ];
}

/** Followers, engagements and dates of one account, as BOTRISK takes them. */
function growingAccount(count: number): readonly unknown[] {
  const rows = postRows(count);
  return [
    rows.map((row) => [row[8]]),
    rows.map((row) => row.slice(9, 12)),
    rows.map((_, index) => [new Date(Date.UTC(2000, 0, 1) + index * 43_200_000)]),
  ];
}

const sizes = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000];

/** How the stages grow with the rows; an exponent of 1 is a straight line of slope 1 on paper with two logarithmic axes. */
export function growthTable(): string {
  const measured = sizes.map((count) => {
    const runs = count > 50_000 ? 3 : 7;
    const { layout, cells } = sheetOf(count);
    const prepare = () => prepareAudit([{ layout, cells }], {}, surroundings);
    const account = growingAccount(count);
    const [read = 0, all = 0, risk = 0] = medianTimes(
      runs,
      prepare,
      () => judge(prepare(), {}),
      () => BOTRISK.call(account, environment),
    );
    return { count, times: [read, all - read, risk] };
  });
  const exponents = [0, 1, 2].map((stage) => slope(measured.map(({ count, times }) => [Math.log(count), Math.log(times[stage] ?? 1)])));
  return markdownTable(
    ['rows', 'reading columns', 'signals, findings, bill', 'BOTRISK', 'audit, per row'],
    [
      ...measured.map(({ count, times }) => [
        count.toLocaleString('en'),
        ...times.map(milliseconds),
        `${((1000 * ((times[0] ?? 0) + (times[1] ?? 0))) / count).toFixed(1)} µs`,
      ]),
      ['exponent', ...exponents.map((exponent) => exponent.toFixed(2)), ''],
    ],
  );
}
