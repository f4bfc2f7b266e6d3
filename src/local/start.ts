import { spawn } from 'node:child_process';
import type { Text } from '../i18n/language.ts';
import { clientFiles } from './client-files.ts';
import { createCommand, machineLanguage, parseCommand } from './command.ts';
import { startPlayground } from './playground/server.ts';
import { LocalProblem, sentenceOf } from './problem.ts';

const texts = {
  command: {
    en: 'Shows the add-on at work in a local grid, without a Google account.',
    ru: 'Показывает дополнение в работе: в местной таблице, без учётной записи Google.',
  },
  files: {
    en: 'your own .xlsx, .csv or .tsv, several as tabs of one workbook, or a folder of them; without any the sample client',
    ru: 'ваши .xlsx, .csv или .tsv, несколько — вкладками одной таблицы, или папка с ними; без них — пример клиента',
  },
  port: { en: 'port on 127.0.0.1; 0 takes a free one', ru: 'порт на 127.0.0.1; 0 — любой свободный' },
  noOpen: { en: 'do not open a browser', ru: 'не открывать браузер' },
  stop: { en: 'Ctrl+C stops it.', ru: 'Остановить: Ctrl+C.' },
  portTaken: {
    en: 'The port is taken: leave --port out, or name another.',
    ru: 'Порт занят: не указывайте --port или назовите другой.',
  },
} as const satisfies Record<string, Text>;

const language = machineLanguage();
process.exitCode = await main(process.argv.slice(2));

/** @returns the exit code; the playground then runs until it is stopped */
async function main(argv: readonly string[]): Promise<number> {
  try {
    const asked = readCommand(argv);
    if (!asked) return 0;
    const playground = await startPlayground(asked);
    process.stdout.write(`SMM Audit: ${playground.address}\n${texts.stop[language]}\n`);
    if (asked.open && hasDesktop()) openBrowser(playground.address);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void playground.close());
    return 0;
  } catch (problem) {
    const isTaken = (problem as NodeJS.ErrnoException).code === 'EADDRINUSE';
    process.stderr.write(`${isTaken ? texts.portTaken[language] : sentenceOf(problem, language)}\n`);
    return 2;
  }
}

interface Asked {
  readonly paths: readonly string[];
  readonly port: number;
  readonly open: boolean;
}

/** `undefined` when help was asked for and shown. */
function readCommand(argv: readonly string[]): Asked | undefined {
  const command = createCommand('npm start --', texts.command, language)
    .argument('[files...]', texts.files[language])
    .option('--port <number>', texts.port[language], readPort, 0)
    .option('--no-open', texts.noOpen[language]);
  if (!parseCommand(command, argv)) return undefined;
  return { paths: clientFiles(command.args), ...command.opts<{ port: number; open: boolean }>() };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LocalProblem({
      en: `A port is a whole number from 0 to 65535, not "${text}".`,
      ru: `Порт — целое число от 0 до 65535, а пришло «${text}».`,
    });
  }
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
