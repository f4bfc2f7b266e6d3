import { readFileSync, writeFileSync } from 'node:fs';
import { boughtKinds, honestKinds, openKinds } from './account.ts';
import { type Figures, measure } from './measure.ts';
import { type SignalRate, signalRates } from './sheets.ts';

/** Seeds that were never used while the estimator was written; `--seed N` takes a fresh one. */
const reported = [7001, 7002, 7003];
const wanted = process.argv.indexOf('--seed');
const seeds = wanted >= 0 ? [Number(process.argv[wanted + 1])] : reported;
const ACCOUNTS = 60;
const SHEETS = 400;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const mean = (figures: readonly Figures[], pick: (figures: Figures) => number) =>
  figures.reduce((sum, one) => sum + pick(one), 0) / figures.length;

function tables(figures: readonly Figures[], rates: readonly SignalRate[]): string {
  const rowsOf = (kinds: readonly string[]) =>
    kinds
      .map(
        (kind) => `| ${kind} | ${percent(mean(figures, (one) => one.kinds.find((found) => found.kind === kind)?.flagged ?? Number.NaN))} |`,
      )
      .join('\n');
  return [
    `Seeds ${seeds.join(', ')}; ${ACCOUNTS} accounts of each kind and seed.`,
    '',
    '| figure | reached | promised |\n|---|---|---|',
    `| AUC | ${mean(figures, ({ auc }) => auc).toFixed(3)} | ≥ 0.95 |`,
    `| honest accounts flagged (risk ≥ 0.5) | ${percent(mean(figures, ({ honestFlagged }) => honestFlagged))} | ≤ 5 % |`,
    `| bought accounts found | ${percent(mean(figures, ({ boughtFound }) => boughtFound))} | ≥ 85 % |`,
    `| row precision, recall, F1 | ${mean(figures, ({ rowPrecision }) => rowPrecision).toFixed(2)}, ${mean(figures, ({ rowRecall }) => rowRecall).toFixed(2)}, ${mean(figures, ({ rowF1 }) => rowF1).toFixed(2)} | F1 ≥ 0.80 |`,
    `| rows flagged per 1,000 honest ones | ${mean(figures, ({ honestRows }) => honestRows).toFixed(1)} | ≤ 3 |`,
    `| estimated over true inert share, median | ${mean(figures, ({ shareRatio }) => shareRatio).toFixed(2)} | – |`,
    '',
    '| honest kind | flagged |\n|---|---|',
    rowsOf(honestKinds),
    '',
    '| bought kind | found |\n|---|---|',
    rowsOf(boughtKinds),
    '',
    '| undecidable kind | flagged |\n|---|---|',
    rowsOf(openKinds),
    '',
    `The signals that compare posts, ${SHEETS} simulated sheets of 60 to 90 posts each (drifting ER, late joiners, weaker formats, beloved photos):`,
    '',
    '| signal | planted effect | sheets in which it speaks |\n|---|---|---|',
    ...rates.map(({ signal, effect, found }) => `| ${signal} | ${effect} | ${percent(found)} |`),
  ].join('\n');
}

const text = tables(
  seeds.map((seed) => measure(seed, ACCOUNTS)),
  signalRates(seeds[0] ?? 0, SHEETS),
);
process.stdout.write(`${text}\n`);
if (seeds === reported) {
  const page = readFileSync('docs/evidence.md', 'utf8');
  const [before = '', rest = ''] = page.split('<!-- figures -->');
  const after = rest.split('<!-- end of figures -->')[1] ?? '';
  writeFileSync('docs/evidence.md', `${before}<!-- figures -->\n\n${text}\n\n<!-- end of figures -->${after}`);
}
