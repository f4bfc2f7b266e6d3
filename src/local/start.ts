import { spawn } from 'node:child_process';
import { Command, InvalidArgumentError } from 'commander';
import { languageOf } from '../i18n/language.ts';
import { type Playground, startPlayground } from './playground/server.ts';
import { sentenceOf } from './problem.ts';

const { args, options } = command();
const playground = await started();
if (playground) {
  process.stdout.write(`SMM Audit: ${playground.address}\nCtrl+C stops it.\n`);
  if (options.open && hasDesktop()) openBrowser(playground.address);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void playground.close());
}

function command() {
  const program = new Command('npm start --')
    .description('Shows the add-on at work in a local grid, without a Google account.')
    .argument('[file]', 'your own .xlsx, .csv or .tsv; without it the sample client')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', readPort, 0)
    .option('--no-open', 'do not open a browser')
    .parse();
  return { args: program.args, options: program.opts<{ port: number; open: boolean }>() };
}

async function started(): Promise<Playground | undefined> {
  try {
    return await startPlayground({ port: options.port, ...(args[0] === undefined ? {} : { path: args[0] }) });
  } catch (problem) {
    const isTaken = (problem as NodeJS.ErrnoException).code === 'EADDRINUSE';
    const sentence = isTaken
      ? `Port ${options.port} is taken: leave --port out, or name another.`
      : sentenceOf(problem, languageOf(Intl.DateTimeFormat().resolvedOptions().locale));
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

function hasDesktop(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function openBrowser(address: string): void {
  const [program, ...rest] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? ['xdg-open'];
  // Where no browser can be started the printed address is enough.
  spawn(program ?? 'xdg-open', [...rest, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
