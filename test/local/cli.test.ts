import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFile } from '../../src/local/files/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as the README does, without building again. */
function run(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/local/audit.ts', ...args],
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
      expect(err.trim()).toMatch(/\.$/m);
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
    [['nowhere.csv'], 'There is no file nowhere.csv'],
    [['package.json'], 'Files of type .json are not read'],
    [[csv, '--sheet', 'Нет такой'], 'There is no such tab. There are: posts'],
    [[csv, '--time-zone', 'Mars/Olympus'], 'There is no such time zone'],
    [[csv, '--as-of', 'soon'], 'Give a date such as 2026-06-15'],
    [[csv, '--lang', 'de'], 'Allowed choices are ru, en'],
    [[csv, '--settings', 'package.json'], 'expected a known key: language'],
    [[csv, '--report', 'report.pdf'], 'The report is an .xlsx file'],
    [[csv, '--patterns', '7'], 'Give numbers from 1 to 5'],
    [[], "missing required argument 'file'"],
  ])('answers %j with a sentence and 2', { timeout: 30_000 }, async (args, sentence) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('writes the report for the client into a file of its own, never over another', { timeout: 60_000 }, async () => {
    const out = join(folder, 'report.xlsx');
    const first = await run(
      'test/fixtures/sample-client.xlsx',
      '--all',
      '--report',
      out,
      '--out',
      join(folder, 'copy.xlsx'),
      '--lang',
      'en',
    );
    await run('test/fixtures/sample-client.xlsx', '--all', '--report', out, '--out', join(folder, 'copy.xlsx'), '--patterns', '4');
    expect(first.out).toContain(`Client report: ${out}`);
    const { book } = await openFile(out);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Client report']);
    const second = await openFile(join(folder, 'report-2.xlsx'));
    const texts = JSON.stringify(second.book.sheets[0]?.rows);
    expect([texts.includes('Скорость согласования'), texts.includes('Заявки и продажи')]).toEqual([true, false]);
    // The annotated copy holds no trace of the report.
    expect((await openFile(join(folder, 'copy.xlsx'))).book.sheet('Client report')).toBeUndefined();
  });

  it('follows a settings file', { timeout: 30_000 }, async () => {
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ thresholds: { 'revision-rounds': { minorRounds: 7 } }, timeZone: 'Asia/Tokyo' }));
    const { code, out } = await run(csv, '--settings', settings, '--lang', 'en');
    expect([code, out]).toEqual([0, expect.stringContaining('time zone Asia/Tokyo')]);
  });
});
