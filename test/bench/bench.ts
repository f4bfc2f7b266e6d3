/** Measured speed against floors of the same run: ratios, so that a slow machine slows both sides. `npm run bench` writes docs/performance.md. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createContext, Script } from 'node:vm';
import { createJudge, judge, prepareAudit } from '../../src/audit/engine.ts';
import { describeSheet, TOP_ROWS } from '../../src/audit/layout.ts';
import { pickCells } from '../../src/audit/read-table.ts';
import type { Cell } from '../../src/base/cells.ts';
import { createZone } from '../../src/base/zone.ts';
import { BOTRISK } from '../../src/formulas/BOTRISK.ts';
import { ER } from '../../src/formulas/ER.ts';
import { medianTimes } from './clock.ts';
import { headers, postRows, wideSheet } from './sheet.ts';

const zone = createZone('Europe/Moscow');
const now = Date.UTC(2150, 0, 1);
const surroundings = { zone, now };
const environment = () => ({ zone, locale: 'ru_RU', now });
const lines: string[] = ['| what | measured | floor of the same run | ratio | goal |', '|---|---|---|---|---|'];
const milliseconds = (time: number) => (time < 10 ? `${time.toFixed(1)} ms` : `${time.toFixed(0)} ms`);
const compare = (what: string, time: number, floorName: string, floor: number, goal: string) =>
  lines.push(`| ${what} | ${milliseconds(time)} | ${floorName}: ${milliseconds(floor)} | ${(time / floor).toFixed(1)} | ${goal} |`);
const absolute = (what: string, measured: string, goal: string) => lines.push(`| ${what} | ${measured} | – | – | ${goal} |`);

function sheetOf(count: number, without: readonly string[] = []) {
  const kept = headers.map((header, index) => ({ header, index })).filter(({ header }) => !without.includes(header));
  const rows = postRows(count).map((row) => kept.map(({ index }): Cell => row[index] ?? null));
  const names = kept.map(({ header }) => header);
  const layout = describeSheet('Посты', [names, ...rows.slice(0, TOP_ROWS)]);
  return { layout, rows, names, json: JSON.stringify([names, ...rows]) };
}

/** The whole audit of so many rows as the page does it: cells in, report out. */
function auditTimes(count: number, without: readonly string[], runs: number) {
  const { layout, rows, json } = sheetOf(count, without);
  const cells = pickCells(layout, rows);
  const prepared = prepareAudit([{ layout, cells }], {}, surroundings);
  const [parse = 0, pick = 0, read = 0, signals = 0] = medianTimes(
    runs,
    () => JSON.parse(json),
    () => pickCells(layout, rows),
    () => prepareAudit([{ layout, cells }], {}, surroundings),
    () => judge(prepared, {}),
  );
  return { parse, pick, read, signals };
}

const whole = auditTimes(100_000, [], 5);
compare('audit, 100,000 × 20, with the estimator', whole.read + whole.signals, 'JSON.parse of the cells', whole.parse, '≤ 10');
lines.push(
  `| … of which: telling rows apart / reading columns / signals | ${[whole.pick, whole.read, whole.signals].map(milliseconds).join(' / ')} | | | |`,
);
const plain = auditTimes(100_000, ['Подписчики'], 5);
compare('audit, 100,000 × 19, without the estimator', plain.read + plain.signals, 'JSON.parse of the cells', plain.parse, '≤ 5');

const half = sheetOf(50_000);
const prepared = prepareAudit([{ layout: half.layout, cells: pickCells(half.layout, half.rows) }], {}, surroundings);
const recountNow = createJudge(prepared);
let hours = 4;
const [recount = 0] = medianTimes(5, () => recountNow({ thresholds: { 'approval-lag': { situationalHours: hours++ } } }));
absolute('recount after a threshold change, 50,000 rows', milliseconds(recount), '< 100 ms');

const acts = half.rows.concat(half.rows).map((row) => [row[9], row[10]]);
const followers = half.rows.concat(half.rows).map((row) => [row[8]]);
const [formula = 0, loop = 0] = medianTimes(
  7,
  () => ER.call([acts, followers], environment),
  () => acts.map(([likes, comments], index) => [(Number(likes) + Number(comments)) / Number(followers[index]?.[0])]),
);
compare('ER, 100,000 rows in one call', formula, 'a plain loop', loop, '≤ 5');

const dates = half.rows.concat(half.rows).map((_, index) => [new Date(Date.UTC(2000, 0, 1) + index * 43_200_000)]);
const growing = postRows(100_000);
const [risk = 0] = medianTimes(5, () =>
  BOTRISK.call([growing.map((row) => [row[8]]), growing.map((row) => row.slice(9, 12)), dates], environment),
);
absolute('BOTRISK, 100,000 rows with dates', milliseconds(risk), '≤ 500 ms');

const wide = wideSheet(200, 20);
const [recognising = 0] = medianTimes(7, () => describeSheet('Wide', wide));
absolute('recognising 200 columns × 20 rows', milliseconds(recognising), '< 20 ms');

const code = readFileSync('dist/Code.js', 'utf8');
const load = (source: string) => () => new Script(source).runInContext(createContext({}));
const [loading = 0, empty = 0] = medianTimes(9, load(code), load('var smmAudit = (() => ({}))();'));
absolute('loading dist/Code.js beyond an empty bundle', milliseconds(loading - empty), '≤ 15 ms');
absolute('size of dist/Code.js', `${(statSync('dist/Code.js').size / 1024).toFixed(0)} KB`, '≤ 220 KB');

const growth = ['| rows | reading columns | signals | both, per row |', '|---|---|---|---|'];
for (const count of [1_000, 3_000, 10_000, 30_000, 100_000, 300_000]) {
  const { read, signals } = auditTimes(count, [], count > 50_000 ? 3 : 7);
  growth.push(
    `| ${count.toLocaleString('en')} | ${milliseconds(read)} | ${milliseconds(signals)} | ${((1000 * (read + signals)) / count).toFixed(1)} µs |`,
  );
}

const table = `Node ${process.versions.node}, ${cpus().length} cores. Medians of several runs in one process.\n\n${lines.join('\n')}\n\n### Growth\n\n${growth.join('\n')}`;
process.stdout.write(`${table}\n`);
const page = readFileSync('docs/performance.md', 'utf8');
const [before = '', rest = ''] = page.split('<!-- figures -->');
const after = rest.split('<!-- end of figures -->')[1] ?? '';
writeFileSync('docs/performance.md', `${before}<!-- figures -->\n\n${table}\n\n<!-- end of figures -->${after}`);
