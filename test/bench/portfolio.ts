/**
 * The portfolio over many workbooks, beside the library that only reads them in as many threads: `npm run bench:portfolio`, by default
 * 10 to 1,000 workbooks of 500 rows. Prints a table for docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { build } from 'esbuild';
import { headers, postRows } from './sheet.ts';
import { markdownTable, slope } from './table.ts';

const ROWS = 500;
const COLUMNS = 12;
/** So many workbooks differ; the others are copies under other names. */
const KINDS = 10;
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 1000];

const told = `process.on('exit', () => process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS));`;
const program = resolve('node_modules/.cache/bench-portfolio');

const floor = `${told}
import { readdirSync, readFileSync } from 'node:fs';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
const folder = process.argv[2];
if (isMainThread) {
  const files = readdirSync(folder);
  const jobs = availableParallelism();
  for (let job = 0; job < jobs; job++) new Worker(new URL(import.meta.url), { workerData: files.filter((_, index) => index % jobs === job).map((file) => folder + '/' + file) });
} else {
  const { Workbook } = await import('@cj-tech-master/excelts');
  for (const file of workerData) await new Workbook().xlsx.load(readFileSync(file));
}`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function run(...args: readonly string[]): Run {
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  const peak = /rss (\d+)$/.exec(stderr)?.[1];
  if (peak === undefined) throw new Error(`The process did not end well: ${stderr.slice(-500)}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(peak) / 1024 };
}

async function writeKinds(folder: string): Promise<readonly string[]> {
  mkdirSync(folder);
  return Promise.all(
    Array.from({ length: KINDS }, async (_, kind) => {
      const workbook = new Workbook();
      const worksheet = workbook.addWorksheet('Посты');
      worksheet.addRow(headers.slice(0, COLUMNS));
      for (const row of postRows(ROWS, kind + 1))
        worksheet.addRow(
          row.slice(0, COLUMNS).map((cell) => (typeof cell === 'string' && /^\d{4}-.*T/.test(cell) ? new Date(`${cell}Z`) : cell)),
        );
      const path = join(folder, `${kind}.xlsx`);
      await workbook.xlsx.writeFile(path);
      return path;
    }),
  );
}

await build({
  entryPoints: ['src/local/portfolio/portfolio.ts', 'src/local/portfolio/worker.ts'],
  ...{ outdir: program, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
  banner: { js: told.replace('process.on', `if (!process.env.QUIET) process.on`) },
});
await build({ stdin: { contents: floor, resolveDir: '.' }, outfile: join(program, 'floor.mjs'), format: 'esm' });

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-bench-'));
try {
  const kinds = await writeKinds(join(folder, 'kinds'));
  const rows = counts.map((count) => {
    const clients = join(folder, `clients-${count}`);
    mkdirSync(clients);
    for (let index = 0; index < count; index++) copyFileSync(kinds[index % KINDS] ?? '', join(clients, `client-${index}.xlsx`));
    const cache = join(folder, `cache-${count}`);
    const whole = run(
      join(program, 'portfolio.mjs'),
      clients,
      '--json',
      '--out',
      join(folder, `${count}.xlsx`),
      '--cache',
      cache,
      '--as-of',
      '2026-06-15',
    );
    const again = run(join(program, 'portfolio.mjs'), clients, '--json', '--cache', cache, '--as-of', '2026-06-15', '--resume');
    return { count, whole, again, alone: run(join(program, 'floor.mjs'), clients) };
  });
  const exponent = slope(rows.map(({ count, whole }) => [Math.log(count), Math.log(whole.seconds)]));
  process.stdout.write(
    `${markdownTable(
      [`workbooks of ${ROWS} × ${COLUMNS} cells`, 'portfolio', 'reading them alone', 'ratio', 'peak memory', 'again with --resume'],
      [
        ...rows.map(({ count, whole, again, alone }) => [
          count.toLocaleString('en'),
          `${whole.seconds.toFixed(1)} s`,
          `${alone.seconds.toFixed(1)} s`,
          (whole.seconds / alone.seconds).toFixed(2),
          `${whole.megabytes.toFixed(0)} MB`,
          `${again.seconds.toFixed(1)} s`,
        ]),
        ['exponent', exponent.toFixed(2), '', '', '', ''],
      ],
    )}\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
