import { execFile, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { build } from 'esbuild';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../src/local/files/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-cli-'));
mkdirSync(join(folder, 'empty'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as `npm run audit` bundles it, once for all runs: starting from source takes most of a run. */
const bundled = resolve('node_modules/.cache/cli-test.mjs');
beforeAll(() =>
  build({
    entryPoints: ['src/local/audit.ts'],
    outfile: bundled,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  }),
);

/** Runs the command as the README does, without building again. */
function run(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [bundled, ...args],
      { cwd: resolve('.'), env: { ...process.env, TZ: 'UTC' }, maxBuffer: 1e8 },
      (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

interface Json {
  readonly sheets: readonly {
    readonly rowsAudited: number;
    readonly results: readonly {
      readonly signal: string;
      readonly outcome: string;
      readonly findings: readonly { readonly row: number; readonly severity: string }[];
    }[];
  }[];
}

const bad = JSON.parse(readFileSync('test/fixtures/bad/expected.json', 'utf8')) as {
  readonly asOf: string;
  readonly files: Readonly<
    Record<
      string,
      { readonly exit?: number; readonly rowsAudited?: number; readonly findings?: readonly (readonly [number, string, string])[] }
    >
  >;
};

describe('bad input', () => {
  it.each(Object.entries(bad.files))('%s', { timeout: 30_000 }, async (name, want) => {
    const path = join(folder, name);
    cpSync(join('test/fixtures/bad', name), path);
    const { code, out, err } = await run(path, '--json', '--as-of', bad.asOf, '--lang', 'en');
    expect(out + err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    if (want.exit !== undefined) {
      expect(code).toBe(want.exit);
      expect(err.trim()).toMatch(/^[^\n]+\.$/);
      return;
    }
    const { sheets } = JSON.parse(out) as Json;
    expect(sheets[0]?.rowsAudited).toBe(want.rowsAudited);
    const found = sheets.flatMap(({ results }) =>
      results.flatMap(({ signal, findings }) => findings.map(({ row, severity }) => [row, signal, severity])),
    );
    expect(found).toEqual(want.findings);
    expect(code).toBe(found.length > 0 ? 1 : 0);
  });
});

describe('the command line', () => {
  const csv = join(folder, 'posts.csv');
  writeFileSync(csv, 'Тема,Кругов правок\nа,2\nб,6\n');
  const wrongHours = join(folder, 'hours.json');
  writeFileSync(wrongHours, '{"client":{"workingHours":"whenever"}}');

  it('writes a copy beside the input and never over an earlier one', { timeout: 60_000 }, async () => {
    const before = readFileSync(csv, 'utf8');
    const first = await run(csv);
    const second = await run(csv);
    expect([first.code, second.code]).toEqual([1, 1]);
    expect([existsSync(join(folder, 'posts-audited.xlsx')), existsSync(join(folder, 'posts-audited-2.xlsx'))]).toEqual([true, true]);
    expect(first.out).toContain('6 кругов правок');
    expect(readFileSync(csv, 'utf8')).toBe(before);
  });

  it('is clear with 0 when nothing is found', { timeout: 30_000 }, async () => {
    const clear = join(folder, 'clear.csv');
    writeFileSync(clear, 'Post,Revision rounds\na,1\n');
    expect((await run(clear)).code).toBe(0);
  });

  it.each([
    [['nowhere.csv'], 'There is no file nowhere.csv: check the name.'],
    [['src'], 'The folder src holds no .xlsx, .csv or .tsv.'],
    [['package.json'], 'Files of type .json are not read: save the table as .xlsx or .csv.'],
    [['LICENSE'], 'A file without an ending is not read: save the table as .xlsx or .csv.'],
    [[csv, '--sheet', 'Нет такой'], 'There is no tab "Нет такой": choose one of posts.'],
    [[csv, '--sheet', 'posts', '--all'], 'Give either --sheet or --all, not both.'],
    [[csv, '--time-zone', 'Mars/Olympus'], 'There is no such time zone, "Mars/Olympus": give one such as Europe/Moscow.'],
    [[csv, '--as-of', 'soon'], '"soon" is no date: give one such as 2026-06-15 or 2026-06-15T12:00.'],
    [[csv, '--as-of', '2026-02-31'], '"2026-02-31" is no date: give one such as 2026-06-15 or 2026-06-15T12:00.'],
    [[csv, '--lang', 'de'], '--lang takes ru or en, not "de".'],
    [[csv, '--settings', 'nowhere.json'], 'There is no settings file nowhere.json: check the name.'],
    [[csv, '--settings', 'LICENSE'], 'The settings LICENSE cannot be read as JSON: check the commas and the quotation marks.'],
    [[csv, '--settings', 'package.json'], 'expected a known key: language'],
    [[csv, '--settings', wrongHours], 'client.workingHours: "whenever" — expected working hours such as "Mon-Fri 10:00-19:00".'],
    [[csv, '--lang', 'ru', '--settings', wrongHours], 'client.workingHours: "whenever" — нужно рабочее время вида "Пн-Пт 10:00-19:00".'],
    [[csv, '--out', 'copy.csv'], 'What is written is an .xlsx file: give a name that ends so, not "copy.csv".'],
    [[csv, '--out', join(folder, 'no-folder', 'copy.xlsx')], 'copy.xlsx cannot be written: check that the folder exists'],
    [[csv, '--report', 'report.pdf'], 'The report is an .xlsx file or an .html page: give a name that ends so, not "report.pdf".'],
    [[csv, '--patterns', '7'], '--patterns takes numbers from 1 to 5, such as 2,3,4,5, not "7".'],
    [[csv, '--bogus'], 'There is no option --bogus: --help lists them.'],
    [[csv, csv, '--sheet', 'A'], 'Of several files every tab is audited: leave out --sheet.'],
    [[csv, csv, '--out', 'a.xlsx'], 'Each of several files gets its copy beside it: leave out --out.'],
    [[csv, csv, '--report', 'a.xlsx'], 'The report on several files is an .html page: give --report a name that ends so.'],
    [[join(folder, 'empty')], 'holds no .xlsx, .csv or .tsv.'],
    [[csv, '--out'], 'The option --out <file> needs a value.'],
    [[], 'Name a file: npm run audit -- client.xlsx'],
    [['--lang', 'ru'], 'Укажите файл: npm run audit -- client.xlsx'],
    [[csv, '--lang', 'ru', '--as-of', 'вчера'], '«вчера» — не дата: укажите, например, 2026-06-15 или 2026-06-15T12:00.'],
  ])('answers %j with a sentence and 2', { timeout: 30_000 }, async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(sentence)]);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('takes several files or a folder as one client: joined, one bill, a copy beside each', { timeout: 60_000 }, async () => {
    const client = join(folder, 'client');
    mkdirSync(client);
    const days = Array.from({ length: 20 }, (_, at) => `${String(at + 1).padStart(2, '0')}.05.2026`);
    // Made by hand: followers in one file, what they did in the other; the jump on the tenth has its reach beside it.
    writeFileSync(join(client, 'followers.csv'), ['Date,Followers', ...days.map((day, at) => `${day},${1000 + at * 3}`)].join('\n'));
    writeFileSync(
      join(client, 'overview.csv'),
      ['Date,Likes,Comments,Reach', ...days.map((day, at) => `${day},${40 + (at % 5)},3,${500 + at}`)].join('\n'),
    );
    const { code, out } = await run(client, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Joined: followers ↔ overview, 20 of 20 rows by day');
    expect(out.match(/Annotated copy: /g)).toHaveLength(2);
    expect(readdirSync(client).sort()).toEqual(['followers-audited.xlsx', 'followers.csv', 'overview-audited.xlsx', 'overview.csv']);
    // The copies of this run are no files of the client's.
    const again = await run(client, '--lang', 'en');
    expect(again.out.match(/Annotated copy: /g)).toHaveLength(2);
    const settings = join(folder, 'apart.json');
    writeFileSync(settings, '{"joins":{"followers ← overview":"off"}}');
    expect((await run(client, '--lang', 'en', '--settings', settings)).out).toContain('followers and overview may belong together');
  });

  it('writes the report as one page that needs nothing else', { timeout: 60_000 }, async () => {
    const out = join(folder, 'report.html');
    const { out: said } = await run(
      'src/local/sample/sample-client.xlsx',
      '--all',
      '--report',
      out,
      '--out',
      join(folder, 'page-copy.xlsx'),
    );
    expect(said).toContain(out);
    const page = readFileSync(out, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page.match(/<svg /g)).toHaveLength(4);
    expect((await openFile(join(folder, 'page-copy.xlsx'))).book.sheet('Отчёт для клиента')).toBeUndefined();
  });

  it('keeps the sums of each audit in a history, from which the report shows the course of months', { timeout: 120_000 }, async () => {
    const history = join(folder, 'history.json');
    const report = join(folder, 'course.html');
    for (const day of ['2026-04-30', '2026-05-31', '2026-06-15'])
      await run(
        'src/local/sample/sample-client.xlsx',
        '--all',
        '--as-of',
        day,
        '--history',
        history,
        '--report',
        report,
        '--out',
        join(folder, 'h.xlsx'),
      );
    const kept = JSON.parse(readFileSync(history, 'utf8')) as readonly { readonly at: string }[];
    expect(kept.map(({ at }) => at)).toEqual(['2026-04-30', '2026-05-31', '2026-06-15']);
    expect(readFileSync(history, 'utf8')).not.toMatch(/[а-яё]/i);
    expect(readFileSync(join(folder, 'course.html'), 'utf8')).not.toContain('Месяц за месяцем');
    expect(readFileSync(join(folder, 'course-3.html'), 'utf8')).toContain('Месяц за месяцем');
    writeFileSync(history, '{"other": 1}');
    const refused = await run('src/local/sample/sample-client.xlsx', '--history', history);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('history')]);
    expect(readFileSync(history, 'utf8')).toBe('{"other": 1}');
  });

  it('writes the report for the client into a file of its own, never over another', { timeout: 60_000 }, async () => {
    const out = join(folder, 'report.xlsx');
    const first = await run(
      'src/local/sample/sample-client.xlsx',
      '--all',
      '--report',
      out,
      '--out',
      join(folder, 'copy.xlsx'),
      '--lang',
      'en',
    );
    await run('src/local/sample/sample-client.xlsx', '--all', '--report', out, '--out', join(folder, 'copy.xlsx'), '--patterns', '4');
    expect(first.out).toContain(`Client report: ${out}`);
    const { book } = await openFile(out);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Client report']);
    const second = await openFile(join(folder, 'report-2.xlsx'));
    const texts = JSON.stringify(second.book.sheets[0]?.rows);
    expect([texts.includes('Скорость согласования'), texts.includes('Заявки и продажи')]).toEqual([true, false]);
    // The annotated copy holds no trace of the report.
    expect((await openFile(join(folder, 'copy.xlsx'))).book.sheet('Client report')).toBeUndefined();
  });

  it('says why a column that sounds right is not used, and does not call it clear', { timeout: 30_000 }, async () => {
    const loading = join(folder, 'loading.csv');
    writeFileSync(loading, 'Post,Revision rounds\na,Loading...\nb,Loading...\n');
    const { code, out } = await run(loading, '--lang', 'en');
    expect([code, out]).toEqual([2, expect.stringContaining('Revision rounds: the name fits, the cells do not: rounds of edits')]);
    expect(out).not.toContain('clear');
  });

  it('with --strict writes nothing at all when something would be lost', { timeout: 60_000 }, async () => {
    const path = join(folder, 'slicer.xlsx');
    const workbook = new Workbook();
    workbook.addWorksheet('Posts').addRows([
      ['Post', 'Revision rounds'],
      ['a', 6],
    ]);
    const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
    writeFileSync(path, zipSync({ ...parts, 'xl/slicers/slicer1.xml': strToU8('<slicers/>') }));
    const before = readdirSync(folder);
    const strict = await run(path, '--lang', 'en', '--strict', '--report', join(folder, 'strict-report.xlsx'));
    expect([strict.code, readdirSync(folder)]).toEqual([2, before]);
    expect(strict.out).toContain('Could not be carried over into the copy: slicers (1 → 0).\nSo nothing was written (--strict).');
    const usual = await run(path, '--lang', 'en');
    expect([usual.code, usual.out]).toEqual([1, expect.stringContaining('slicers (1 → 0).\nAnnotated copy:')]);
  });

  it('prints the documented JSON and nothing else', { timeout: 60_000 }, async () => {
    const { out, err } = await run('src/local/sample/sample-client.xlsx', '--all', '--json', '--out', join(folder, 'json.xlsx'));
    const report = JSON.parse(out) as Record<string, unknown> & { readonly sheets: readonly Record<string, unknown>[] };
    expect(Object.keys(report)).toEqual(['sheets', 'bill', 'insights', 'assumptions']);
    for (const sheet of report.sheets) {
      expect(sheet).toMatchObject({ sheet: expect.any(String), rowsAudited: expect.any(Number), columns: expect.any(Array) });
      for (const result of sheet.results as readonly Record<string, unknown>[]) {
        expect(result).toMatchObject({
          pattern: expect.toSatisfy((pattern: number) => [1, 2, 3, 4, 5].includes(pattern)),
          signal: expect.any(String),
          outcome: expect.toSatisfy((outcome: string) => ['found', 'clear', 'not-checked', 'failed'].includes(outcome)),
          checkedRows: expect.any(Number),
        });
        const shape = {
          skipped: ['reason', 'rows'],
          explained: ['row', 'why'],
          findings: ['row', 'severity', 'evidence', 'message', 'fix'],
        };
        for (const [list, keys] of Object.entries(shape)) {
          for (const item of result[list] as readonly object[]) expect(Object.keys(item)).toEqual(expect.arrayContaining(keys));
        }
        for (const header of result.missing as readonly unknown[]) expect(header).toEqual(expect.any(String));
      }
    }
    expect(err).toContain('json.xlsx');
  });

  it('follows a settings file', { timeout: 30_000 }, async () => {
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ thresholds: { 'revision-rounds': { minorRounds: 7 } }, timeZone: 'Asia/Tokyo' }));
    const { code, out } = await run(csv, '--settings', settings, '--lang', 'en');
    expect([code, out]).toEqual([0, expect.stringContaining('time zone Asia/Tokyo')]);
  });
});

describe('npm run audit among other tools', () => {
  const sample = 'src/local/sample/sample-client.xlsx';
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

  /** A line of the shell, with `$AUDIT` for the command; its last line is what `echo` says of exit codes. */
  function shell(line: string, input = ''): Promise<Run> {
    return new Promise((done) => {
      const env = { ...process.env, TZ: 'UTC', AUDIT: `${process.execPath} ${bundled}` };
      const child = execFile('bash', ['-c', line], { cwd: resolve('.'), env, maxBuffer: 1e8 }, (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
      child.stdin?.end(input);
    });
  }

  it('tells its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('reads standard input, and writes a copy only where one is named', { timeout: 60_000 }, async () => {
    const table = 'Post,Revision rounds\nSpring menu,6\n';
    const here = join(folder, 'piped');
    mkdirSync(here);
    const before = readdirSync('.');
    const { code, out, err } = await shell('$AUDIT - --lang en', table);
    expect([code, err, readdirSync('.')]).toEqual([1, '', before]);
    expect(out).toContain('standard input; UTF-8, separated by commas');
    expect(out).toContain('6 rounds of edits');
    const copied = await shell(`$AUDIT - --lang en --out ${here}/copy.xlsx < ${sample}`);
    expect([copied.code, copied.err.includes('copy.xlsx'), readdirSync(here)]).toEqual([1, false, ['copy.xlsx']]);
  });

  it('puts results on stdout, messages on stderr, and colour nowhere', { timeout: 60_000 }, async () => {
    const answers = await Promise.all(
      ['', 'NO_COLOR=1', 'FORCE_COLOR=1'].map((setting) => shell(`${setting} $AUDIT ${sample} --out ${join(folder, 'coloured.xlsx')}`)),
    );
    for (const { out, err } of answers) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what must not be there
      expect(`${out}${err}`).not.toMatch(/\u001b/);
      expect([out.length > 500, err]).toEqual([true, '']);
    }
  });

  it('is quiet when whoever listens goes away, and keeps its exit code', { timeout: 60_000 }, async () => {
    const { out, err } = await shell(`$AUDIT ${sample} --all --json --out ${join(folder, 'piped.xlsx')} | head -1; echo \${PIPESTATUS[0]}`);
    expect([out, err]).toEqual(['{\n1\n', expect.stringMatching(/^Копия с пометками: \S+\n$/)]);
  });

  it('says in one sentence that there is no room, and leaves nothing behind', { timeout: 60_000 }, async () => {
    const full = join(folder, 'full');
    mkdirSync(full);
    // A file may have 10 KB here.
    const { code, out, err } = await shell(`ulimit -f 10; $AUDIT ${sample} --lang en --json --out ${full}/copy.xlsx`);
    const sentence = `There is no room for ${full}/copy.xlsx: free some space, or choose another place with --out.\n`;
    expect([code, out, err, readdirSync(full)]).toEqual([2, '', sentence, []]);
  });

  it.each([100, 400, 800, 1200])(
    'stopped by Ctrl+C after %d ms is silent, and no half copy has the final name',
    { timeout: 60_000 },
    async (after) => {
      const stopped = mkdtempSync(join(folder, 'stopped-'));
      const child = spawn(process.execPath, [bundled, sample, '--all', '--out', join(stopped, 'copy.xlsx')], { cwd: resolve('.') });
      let said = '';
      child.stderr.on('data', (text) => {
        said += text;
      });
      const ended = new Promise<void>((done) => child.on('close', () => done()));
      setTimeout(() => child.kill('SIGINT'), after);
      await ended;
      expect(said).toBe('');
      const left = readdirSync(stopped).filter((name) => !name.startsWith('.'));
      // It may have been done before; then the copy is whole.
      for (const name of left) expect((await openFile(join(stopped, name))).book.sheets.length).toBeGreaterThan(4);
    },
  );

  it('reads a file that grows meanwhile as it was at one moment', { timeout: 60_000 }, async () => {
    const growing = join(folder, 'growing.csv');
    writeFileSync(growing, `Post,Revision rounds\n${'Spring menu,6\n'.repeat(20_000)}`);
    const append = setInterval(() => appendFileSync(growing, 'Spring menu,6\n'.repeat(500)), 5);
    const { code, err } = await run(growing, '--lang', 'en', '--out', join(folder, 'grown.xlsx')).finally(() => clearInterval(append));
    expect([code, err]).toEqual([1, '']);
    const rows = (await openFile(join(folder, 'grown.xlsx'))).book.sheets[0]?.rows ?? [];
    expect(rows.length).toBeGreaterThan(20_000);
    // No row is cut in two.
    expect(rows.slice(1).filter(({ values }) => values[0] !== 'Spring menu' || String(values[1]) !== '6')).toEqual([]);
  });
});
