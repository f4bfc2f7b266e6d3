/** The command line on a large workbook against the library's own reading and writing, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { build } from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };
import { headers, postRows } from './sheet.ts';
import { markdownTable } from './table.ts';

const ROWS = 100_000;
const COLUMNS = 12;
const RUNS = 5;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a fresh process takes to do this, and the most memory it holds. */
function run(...args: readonly string[]): Run {
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const peak = /rss (\d+)$/.exec(stderr)?.[1];
  if (peak === undefined) throw new Error(`The process did not end well: ${stderr}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(peak) / 1024 };
}

const told = `process.on('exit', () => process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS));`;
/** As `npm run audit` has it. */
const flags = (/&& node (.*?) node_modules\S+$/.exec(manifest.scripts.audit)?.[1] ?? '').split(' ').filter(Boolean);
const library = `${told}
import { Workbook } from '@cj-tech-master/excelts';
const workbook = new Workbook();
await workbook.xlsx.readFile(process.argv[1]);
await workbook.xlsx.writeFile(process.argv[2]);`;

const middle = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

export async function commandLineTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'smm-audit-bench-'));
  try {
    const program = await bundledAudit();
    const input = join(folder, 'posts.xlsx');
    await writePosts(input);
    const runs = Array.from({ length: RUNS }, (_, index) => {
      const annotated = join(folder, `annotated-${index}.xlsx`);
      const own = run(...flags, program, input, '--out', annotated, '--lang', 'ru', '--time-zone', 'Europe/Moscow');
      return { own, floor: run('--input-type=module', '-e', library, annotated, join(folder, `copy-${index}.xlsx`)) };
    });
    const [seconds, floorSeconds] = [middle(runs.map(({ own }) => own.seconds)), middle(runs.map(({ floor }) => floor.seconds))];
    const [memory, floorMemory] = [middle(runs.map(({ own }) => own.megabytes)), middle(runs.map(({ floor }) => floor.megabytes))];
    return markdownTable(
      [`${ROWS.toLocaleString('en')} × ${COLUMNS} cells, median of ${RUNS}`, 'audit', 'the library alone', 'ratio', 'goal'],
      [
        ['time', `${seconds.toFixed(1)} s`, `${floorSeconds.toFixed(1)} s`, (seconds / floorSeconds).toFixed(2), '≤ 1.3'],
        ['peak memory', `${memory.toFixed(0)} MB`, `${floorMemory.toFixed(0)} MB`, (memory / floorMemory).toFixed(2), '≤ 1.3'],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program that `npm run audit` runs, which tells its memory in the end. */
async function bundledAudit(): Promise<string> {
  const outfile = 'node_modules/.cache/bench-audit.mjs';
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', banner: { js: told } } as const;
  await build({ ...options, entryPoints: ['src/local/audit.ts'], outfile });
  return outfile;
}

/** The first columns of the posts, dates as dates. */
async function writePosts(path: string): Promise<void> {
  const workbook = new Workbook();
  const worksheet = workbook.addWorksheet('Посты');
  worksheet.addRow(headers.slice(0, COLUMNS));
  for (const row of postRows(ROWS)) {
    worksheet.addRow(
      row.slice(0, COLUMNS).map((cell) => (typeof cell === 'string' && /^\d{4}-.*T/.test(cell) ? new Date(`${cell}Z`) : cell)),
    );
  }
  await workbook.xlsx.writeFile(path);
}
