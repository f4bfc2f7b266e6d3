import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-portfolio-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as `npm run portfolio` bundles it, once for all runs. */
const bundled = resolve('node_modules/.cache/portfolio-test');
beforeAll(() =>
  build({
    entryPoints: ['src/local/portfolio/portfolio.ts', 'src/local/portfolio/worker.ts'],
    outdir: bundled,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  }),
);

const usual = ['--as-of', '2026-06-15', '--time-zone', 'Europe/Moscow', '--jobs', '2'];
const program = join(bundled, 'portfolio.mjs');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args, ...usual], { cwd: resolve('.'), maxBuffer: 1e8 }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

interface ClientLine {
  readonly kind: string;
  readonly client: string;
  readonly rank?: number;
  readonly outcome: string;
  readonly sentence?: string;
  readonly copies?: readonly string[];
  readonly sums?: readonly { readonly unit: string; readonly currency?: string; readonly amount: number }[];
  readonly signals?: readonly {
    readonly signal: string;
    readonly counts: { readonly critical: number; readonly serious: number; readonly minor: number };
  }[];
}

const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ClientLine);

/**
 * Counted by hand from the rules and the rows of `make-agency.ts`, in the order of the ranking: signal, findings serious and minor; the bill.
 * A row that the twelve files have and this table has not is a false finding.
 */
const expected: readonly (readonly [client: string, findings: Readonly<Record<string, readonly [number, number]>>, bill: string])[] = [
  // 2 of the agency's 4 unanswered leads.
  ['furniture', { 'leads-unanswered': [2, 0], 'slow-response': [0, 1], 'no-lead-owner': [1, 0] }, '2 leads'],
  // From Monday 25 May to Monday 15 June: 15 working days of 9 hours, of 306 hours in all.
  ['gym', { 'approval-lag': [1, 0] }, '135 hours'],
  // 3 and 6 working days of 9 hours: 81 hours.
  ['coffee-house', { 'strategy-not-owned': [0, 1], 'approval-lag': [1, 1], 'revision-rounds': [1, 1] }, '81 hours'],
  // 1 of 4 leads, as the next one; of its hours 54 of 306.
  ['pet-shop', { 'approval-lag': [1, 0], 'leads-unanswered': [1, 0], 'slow-response': [1, 1] }, '54 hours, 1 leads'],
  ['auto-school', { 'leads-unanswered': [1, 0] }, '1 leads'],
  // 60,000 × (1 − 20% × 80%); nobody else has a sum in roubles.
  ['toy-shop', { 'audience-mismatch': [1, 0], 'overpriced-reach': [1, 0], 'vanity-goal': [0, 1] }, '50400 money RUB'],
  ['flower-shop', { 'approval-lag': [0, 1] }, '36 hours'],
  ['law-office', { 'slow-response': [0, 5] }, ''],
  ['dental-clinic', { 'revision-rounds': [0, 2] }, ''],
  ['bakery', {}, ''],
  ['travel-agency', {}, ''],
  // Nothing could be judged at the barber's: that stands behind what is clear.
  ['barber', {}, ''],
];

/** People of the fixtures and every name, phone and answer of a lead; a column of theirs is enough to know the rest by. */
const people =
  /Сомов|жена|Розов|Fields|Ручь|Полева|Туман|Лугов|Снежин|Ветров|Дубрав|Ключев|Hollow|Marsh|Лесной|Берёзкин|Радугин|Эстрадов|900 000/;

describe('a portfolio of the agency', () => {
  const [book, page] = [join(folder, 'agency.xlsx'), join(folder, 'agency.html')];
  let lines: readonly ClientLine[] = [];
  let all: Run;
  beforeAll(async () => {
    all = await run('test/fixtures/agency', '--json', '--lang', 'en', '--out', book, '--html', page, '--cache', join(folder, 'cache'));
    lines = linesOf(all.out);
  });
  const clients = () => lines.filter(({ kind }) => kind === 'client');

  it('finds what was planted in the twelve clients, and nothing else, and ranks them', () => {
    expect(all.code).toBe(1);
    const found = clients().map(({ client, signals = [], sums = [] }) => [
      client,
      Object.fromEntries(
        signals
          .filter(({ counts }) => counts.critical + counts.serious + counts.minor > 0)
          .map(({ signal, counts }) => [signal, [counts.serious, counts.minor]]),
      ),
      sums.map(({ amount, unit, currency }) => [amount, unit, currency].filter(Boolean).join(' ')).join(', '),
    ]);
    expect(found).toEqual(expected);
  });

  it('compares clients with each other where there are five', () => {
    const benchmarks = lines
      .filter(({ kind }) => kind === 'benchmark')
      .map((line) => {
        const { name, lower, median, upper, of } = line as unknown as Record<string, unknown>;
        return [name, lower, median, upper, of];
      });
    expect(benchmarks).toEqual([
      // Medians of the clients: 1, 2, 3, 3, 6 and 48 hours.
      ['Approval time, hours by the clock (median)', 2.25, 3, 5.25, 6],
      // None, 3 of 6 twice, 5 of 6, all.
      ['Leads answered within an hour of working time', 0.5, 0.5, 5 / 6, 5],
      // 1, 2, 3, 5 and 6 percent.
      ['ER by followers, Instagram', 0.02, 0.03, 0.05, 5],
    ]);
    expect(lines.filter(({ kind }) => kind === 'too-few')).toHaveLength(1);
  });

  it('names nobody and shows no lead in any output', () => {
    const parts = Object.values(unzipSync(readFileSync(book))).map((part) => new TextDecoder().decode(part));
    const outputs = { json: all.out, page: readFileSync(page, 'utf8'), book: parts.join('\n') };
    for (const [name, text] of Object.entries(outputs)) expect(people.exec(text)?.[0], name).toBeUndefined();
    for (const file of readdirSync(join(folder, 'cache'))) expect(readFileSync(join(folder, 'cache', file), 'utf8')).not.toMatch(people);
    // The fixtures do hold them.
    expect(readFileSync('test/fixtures/agency/auto-school.csv', 'utf8')).toMatch(people);
  });

  it('draws native charts and says what is not checked', () => {
    const parts = unzipSync(readFileSync(book));
    const charts = Object.keys(parts).filter((name) => name.startsWith('xl/charts/chart'));
    // The overview, five patterns, three benchmarks.
    expect(charts).toHaveLength(9);
    const html = readFileSync(page, 'utf8');
    expect(html.match(/<svg /g)).toHaveLength(9);
    expect(html).not.toMatch(/<script|https?:/);
    // Nothing was judged at the barber's, and that is not called clear.
    expect(html).toMatch(/>barber<\/td>(<td[^>]*>[^<]*<\/td>){2}<td[^>]*>not checked</);
  });

  it('is taken from the cache byte by byte', async () => {
    const [again, againPage] = [join(folder, 'again.xlsx'), join(folder, 'again.html')];
    const resumed = await run(
      ...['test/fixtures/agency', '--json', '--lang', 'en', '--out', again, '--html', againPage, '--cache', join(folder, 'cache')],
      '--resume',
    );
    expect(resumed.err).toContain('12 unchanged');
    expect(resumed.out === all.out, 'the same lines').toBe(true);
    expect(readFileSync(again).equals(readFileSync(book))).toBe(true);
    expect(readFileSync(againPage).equals(readFileSync(page))).toBe(true);
  });
});

describe('a run that meets trouble', () => {
  it('names a bad file with its sentence and goes on with the others', async () => {
    const mixed = join(folder, 'mixed');
    cpSync('test/fixtures/agency/bakery.csv', join(mixed, 'bakery.csv'), { recursive: true });
    cpSync('test/fixtures/bad/encrypted.xlsx', join(mixed, 'locked.xlsx'));
    const page = join(folder, 'mixed.html');
    const { code, out } = await run(mixed, '--json', '--lang', 'en', '--html', page, '--cache', join(folder, 'mixed-cache'));
    const sentence = 'The file is protected by a password: open it and save it as .xlsx without one.';
    expect(linesOf(out).map(({ client, outcome, sentence: said }) => [client, outcome, said].filter(Boolean))).toEqual(
      expect.arrayContaining([
        ['bakery', 'audited'],
        ['locked', 'refused', sentence],
      ]),
    );
    expect(readFileSync(page, 'utf8')).toContain(sentence);
    expect(code).toBe(0);
  });

  it('keeps what is done when it is interrupted, and goes on to the very same result', { timeout: 240_000 }, async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (const copy of Array.from({ length: 8 }, (_, index) => index))
      for (const file of readdirSync('test/fixtures/agency')) cpSync(join('test/fixtures/agency', file), join(many, `${copy}-${file}`));
    const cache = join(folder, 'many-cache');
    const common = [many, '--json', '--lang', 'en', '--annotate', '--cache', cache];
    const child = spawn(process.execPath, [program, ...common, ...usual], { cwd: resolve('.') });
    const stopped = await interruptedAfter(child, () => existsSync(cache) && readdirSync(cache).filter(isRecord).length >= 5);
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/^96 clients\. If the run is cut off, .* --resume goes on from there\.\n/);
    expect(stopped.err).toMatch(/Stopped; \d+ of 96 are done and kept/);
    const kept = readdirSync(cache).filter(isRecord).length;
    expect(kept).toBeGreaterThanOrEqual(5);
    expect(kept).toBeLessThan(96);

    const resumed = await run(...common, '--resume');
    expect(resumed.err).toMatch(/, \d+ unchanged/);
    const whole = await run(...common);
    expect(resumed.out === whole.out, 'the same lines').toBe(true);
    // Each copy once, and none of them taken for a client.
    expect(readdirSync(many).filter((name) => name.includes('-audited'))).toHaveLength(
      linesOf(whole.out).flatMap(({ copies = [] }) => copies).length,
    );
    expect(linesOf(whole.out).filter(({ kind }) => kind === 'client')).toHaveLength(96);
  });

  it('takes a folder for a client, and links the copies and the report that it writes', async () => {
    const agency = join(folder, 'folders');
    for (const file of ['bakery.csv', 'law-office.csv'])
      cpSync(join('test/fixtures/agency', file), join(agency, 'corner & co', file), { recursive: true });
    const [page, book] = [join(folder, 'folders.html'), join(folder, 'folders.xlsx')];
    const cache = join(folder, 'folders-cache');
    const args = ['--annotate', '--report', '--client-per', 'folder', '--lang', 'en', '--html', page, '--out', book, '--cache', cache];
    const { out } = await run(agency, '--json', ...args);
    const [client] = linesOf(out);
    expect([client?.client, client?.copies]).toEqual(['corner & co', ['bakery-audited.xlsx', 'law-office-audited.xlsx']]);
    const hrefs = [...readFileSync(page, 'utf8').matchAll(/href="([^#"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
    expect(hrefs).toEqual(['folders/corner & co/bakery-audited.xlsx', 'folders/corner & co/bakery-report.html']);
    for (const href of hrefs) expect(existsSync(join(folder, href)), href).toBe(true);
    const sheets = Object.entries(unzipSync(readFileSync(book))).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    const formulas = sheets.flatMap(([, part]) =>
      [...new TextDecoder().decode(part).matchAll(/<f>(HYPERLINK[^<]*)<\/f>/g)].map(([, formula]) => formula),
    );
    expect(formulas).toHaveLength(2);
  });

  it('shows the course of months from what it printed earlier', async () => {
    const clients = join(folder, 'months');
    cpSync('test/fixtures/agency/gym.csv', join(clients, 'gym.csv'), { recursive: true });
    const cache = join(folder, 'months-cache');
    const earlier = join(folder, 'may.jsonl');
    writeFileSync(
      earlier,
      (await run(clients, '--json', '--lang', 'en', '--cache', cache, '--as-of', '2026-05-26')).out.replace(/2026-06-15/g, '2026-05-26'),
    );
    const page = join(folder, 'months.html');
    await run(clients, '--json', '--lang', 'en', '--html', page, '--cache', cache, '--history', earlier);
    const course = readFileSync(page, 'utf8').split('>Course</h2>')[1] ?? '';
    expect([...course.matchAll(/2026-\d\d-\d\d/g)].map(([day]) => day)).toEqual(['2026-05-26', '2026-06-15']);
  });

  it.each([
    [['nowhere'], 'There is no folder nowhere: check the name.'],
    [['docs'], 'Below docs there is no .xlsx, .csv or .tsv.'],
    [
      ['test/fixtures/agency', '--history', 'package.json'],
      'package.json holds no earlier portfolio: give a file in which you kept what --json printed.',
    ],
    [['test/fixtures/agency', '--jobs', 'many'], '--jobs takes a whole number from 1 to 256, not "many".'],
    [[], 'Name one folder: npm run portfolio -- clients'],
  ])('%j: says what is wrong', async (args, sentence) => {
    const { code, err } = await run(...args, '--lang', 'en');
    expect([code, err.trim()]).toEqual([2, sentence]);
  });
});

const isRecord = (name: string) => name.endsWith('.json');

/** Sends Ctrl+C as soon as this is so. */
function interruptedAfter(child: ChildProcess, isTime: () => boolean): Promise<{ readonly code: number | null; readonly err: string }> {
  let err = '';
  child.stderr?.on('data', (text) => {
    err += String(text);
  });
  child.stdout?.resume();
  const timer = setInterval(() => {
    if (!isTime()) return;
    clearInterval(timer);
    child.kill('SIGINT');
  }, 20);
  return new Promise((done) => {
    child.on('close', (code) => {
      clearInterval(timer);
      done({ code, err });
    });
  });
}
