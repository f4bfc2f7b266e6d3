import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm start` without its build; the language is the machine's, here set. */
function start(args: readonly string[], language = 'en_US'): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const environment = { ...process.env, LC_ALL: `${language}.UTF-8`, LANG: `${language}.UTF-8` };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/local/start.ts', ...args], { env: environment });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))) };
}

describe('npm start', { timeout: 60_000 }, () => {
  it('says where the playground is, serves it, and is gone after Ctrl+C', async () => {
    const { child, ended } = start(['--no-open']);
    const address = await new Promise<string>((resolve) =>
      child.stdout?.on('data', (data) => {
        const [found] = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(String(data)) ?? [];
        if (found !== undefined) resolve(found);
      }),
    );
    expect(await (await fetch(address)).text()).toContain('<title>SMM');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, err: '' });
    await expect(fetch(address)).rejects.toThrow();
  });

  it.each([
    [['--port', 'x'], 'A port is a whole number from 0 to 65535, not "x".', 'Порт — целое число от 0 до 65535, а пришло «x».'],
    [['--bogus'], 'There is no option --bogus: --help lists them.', 'Параметра --bogus нет: список покажет --help.'],
    [['nowhere.xlsx'], 'There is no file nowhere.xlsx: check the name.', 'Файла nowhere.xlsx нет: проверьте имя.'],
  ])('answers %j with a sentence and 2', async (args, english, russian) => {
    const [one, other] = await Promise.all([start(args).ended, start(args, 'ru_RU').ended]);
    expect([one, other]).toEqual([
      { code: 2, out: '', err: `${english}\n` },
      { code: 2, out: '', err: `${russian}\n` },
    ]);
  });

  it('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { code, err } = await start(['--no-open', '--port', String(port)]).ended;
    other.close();
    expect([code, err]).toEqual([2, 'The port is taken: leave --port out, or name another.\n']);
  });
});
