import { readFileSync, writeFileSync } from 'node:fs';
import { paceWorld } from './account.ts';
import { attentionWorld } from './attention.ts';
import { drawnWorld } from './drawn.ts';
import { type Figures, measure } from './measure.ts';
import { type SignalRate, signalRates } from './sheets.ts';
import type { World } from './world.ts';

/** Seeds that were never used while the estimator was written; `--seed N` takes a fresh one. */
const reported = [8101, 8102, 8103];
const wanted = process.argv.indexOf('--seed');
const seeds = wanted >= 0 ? [Number(process.argv[wanted + 1])] : reported;
const ACCOUNTS = 60;
const SHEETS = 400;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const mean = (figures: readonly Figures[], pick: (figures: Figures) => number) =>
  figures.reduce((sum, one) => sum + pick(one), 0) / figures.length;

/** What each figure must reach in a world; the second world is rougher, and its promises lower. */
interface Promises {
  readonly auc: string;
  readonly honest: string;
  readonly found: string;
}

function worldTables(world: World, figures: readonly Figures[], promises: Promises): string {
  const rowsOf = (kinds: readonly string[]) =>
    kinds
      .map(
        (kind) => `| ${kind} | ${percent(mean(figures, (one) => one.kinds.find((found) => found.kind === kind)?.flagged ?? Number.NaN))} |`,
      )
      .join('\n');
  return [
    '| figure | reached | promised |\n|---|---|---|',
    `| AUC | ${mean(figures, ({ auc }) => auc).toFixed(3)} | ${promises.auc} |`,
    `| honest accounts flagged (risk ≥ 0.5) | ${percent(mean(figures, ({ honestFlagged }) => honestFlagged))} | ${promises.honest} |`,
    `| bought accounts found | ${percent(mean(figures, ({ boughtFound }) => boughtFound))} | ${promises.found} |`,
    `| row precision, recall, F1 | ${mean(figures, ({ rowPrecision }) => rowPrecision).toFixed(2)}, ${mean(figures, ({ rowRecall }) => rowRecall).toFixed(2)}, ${mean(figures, ({ rowF1 }) => rowF1).toFixed(2)} | F1 ≥ 0.80 |`,
    `| rows flagged per 1,000 honest ones | ${mean(figures, ({ honestRows }) => honestRows).toFixed(1)} | ≤ 3 |`,
    `| estimated over true inert share, median | ${mean(figures, ({ shareRatio }) => shareRatio).toFixed(2)} | – |`,
    `| calibration error (ECE) | ${mean(figures, ({ calibrationError }) => calibrationError).toFixed(2)} | ≤ 0.10 |`,
    '',
    '| honest kind | flagged |\n|---|---|',
    rowsOf(world.honestKinds),
    '',
    '| bought kind | found |\n|---|---|',
    rowsOf(world.boughtKinds),
    '',
    '| undecidable kind | flagged |\n|---|---|',
    rowsOf(world.openKinds),
  ].join('\n');
}

const signalTable = (rates: readonly SignalRate[]) =>
  [
    '| signal | planted effect | sheets in which it speaks |\n|---|---|---|',
    ...rates.map(({ signal, effect, found }) => `| ${signal} | ${effect} | ${percent(found)} |`),
  ].join('\n');

const figuresOf = (world: World) => seeds.map((seed) => measure(world, seed, ACCOUNTS));

const text = [
  `Seeds ${seeds.join(', ')}; ${ACCOUNTS} accounts of each kind and seed.`,
  '',
  '### A world of paces',
  '',
  worldTables(paceWorld, figuresOf(paceWorld), { auc: '≥ 0.95', honest: '≤ 5 %', found: '≥ 85 %' }),
  '',
  '### A world of attention',
  '',
  worldTables(attentionWorld, figuresOf(attentionWorld), { auc: '≥ 0.94', honest: '≤ 7 %', found: '≥ 80 %' }),
  '',
  '### A world of drawn laws',
  '',
  worldTables(drawnWorld, figuresOf(drawnWorld), { auc: '≥ 0.93', honest: '≤ 10 %', found: '≥ 80 %' }),
  '',
  '### The signals that compare posts',
  '',
  `${SHEETS} simulated sheets of 60 to 90 posts each (drifting ER, late joiners, weaker formats, beloved photos):`,
  '',
  signalTable(signalRates(seeds[0] ?? 0, SHEETS)),
].join('\n');
process.stdout.write(`${text}\n`);
if (seeds === reported) {
  const page = readFileSync('docs/evidence.md', 'utf8');
  const [before = '', rest = ''] = page.split('<!-- figures -->');
  const after = rest.split('<!-- end of figures -->')[1] ?? '';
  writeFileSync('docs/evidence.md', `${before}<!-- figures -->\n\n${text}\n\n<!-- end of figures -->${after}`);
}
