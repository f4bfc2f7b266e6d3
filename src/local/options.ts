import manifest from '../../package.json' with { type: 'json' };
import { readDates, type WallTime } from '../base/dates.ts';
import { type Language, languageOf, type Text } from '../i18n/language.ts';
import { patterns } from '../patterns/index.ts';
import { createCommand, machineLanguage, parseCommand } from './command.ts';
import { LocalProblem } from './problem.ts';
import { checkTimeZone } from './settings-file.ts';

/** What the command line was asked for. */
export interface Options {
  readonly sheet?: string;
  readonly all?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly lang?: Language;
  readonly asOf?: WallTime;
  readonly settings?: string;
  readonly timeZone?: string;
  readonly strict?: boolean;
  readonly report?: string;
  readonly patterns?: readonly number[];
  /** File that keeps the sums of audits. */
  readonly history?: string;
}

/** The language of what is said before a file is read: `--lang`, else the machine's. */
export function spokenLanguage(argv: readonly string[]): Language {
  const [, given] = /(?:^| )--lang[= ](ru|en)(?: |$)/.exec(argv.join(' ')) ?? [];
  return given === undefined ? machineLanguage() : languageOf(given);
}

/**
 * Reads the command's arguments; `undefined` when help or the version was asked for and shown.
 * @throws LocalProblem saying what is wrong with them
 */
export function readOptions(
  argv: readonly string[],
  language: Language,
): { readonly paths: readonly string[]; readonly options: Options } | undefined {
  const say = (text: Text) => text[language];
  const program = createCommand('npm run audit --', texts.command, language)
    .argument('<files...>', say(texts.file))
    .option('--sheet <name>', say(texts.sheet))
    .option('--all', say(texts.all))
    .option('--out <file>', say(texts.out), readXlsxPath)
    .option('--json', say(texts.json))
    .option('--lang <ru|en>', say(texts.lang), readLanguage)
    .option('--as-of <date>', say(texts.asOf), readAsOf)
    .option('--settings <file>', say(texts.settings))
    .option('--time-zone <zone>', say(texts.timeZone), checkTimeZone)
    .option('--report <file>', say(texts.report), readReportPath)
    .option('--patterns <numbers>', say(texts.patterns), readPatterns)
    .option('--history <file>', say(texts.history))
    .option('--strict', say(texts.strict))
    .version(manifest.version, '--version', say(texts.version));
  if (!parseCommand(program, argv)) return undefined;
  const options = program.opts<Options>();
  if (options.all && options.sheet !== undefined) throw new LocalProblem(texts.sheetAndAll);
  return { paths: program.args, options };
}

function readLanguage(text: string): Language {
  if (text !== 'ru' && text !== 'en') throw new LocalProblem(problems.language(text));
  return text;
}

function readAsOf(text: string): WallTime {
  const wall = readDates([text], { clock: { toWall: (instant) => instant }, fallbackOrder: 'day-first' }).values[0] ?? Number.NaN;
  if (Number.isNaN(wall)) throw new LocalProblem(problems.date(text));
  return wall;
}

function readXlsxPath(text: string): string {
  if (!text.toLowerCase().endsWith('.xlsx')) throw new LocalProblem(problems.ending(text));
  return text;
}

function readReportPath(text: string): string {
  if (!/\.(xlsx|html)$/i.test(text)) throw new LocalProblem(problems.reportEnding(text));
  return text;
}

function readPatterns(text: string): readonly number[] {
  const numbers = text.split(',').map(Number);
  const isKnown = (number: number) => Number.isInteger(number) && number >= 1 && number <= patterns.length;
  if (!numbers.every(isKnown)) throw new LocalProblem(problems.patterns(text));
  return [...new Set(numbers)].sort();
}

/** How values of options are read that other commands take too. */
export const optionReaders = { language: readLanguage, asOf: readAsOf, xlsxPath: readXlsxPath };

const problems = {
  language: (came: string): Text => ({
    en: `--lang takes ru or en, not "${came}".`,
    ru: `В --lang может быть ru или en, а не «${came}».`,
  }),
  date: (came: string): Text => ({
    en: `"${came}" is no date: give one such as 2026-06-15 or 2026-06-15T12:00.`,
    ru: `«${came}» — не дата: укажите, например, 2026-06-15 или 2026-06-15T12:00.`,
  }),
  ending: (came: string): Text => ({
    en: `What is written is an .xlsx file: give a name that ends so, not "${came}".`,
    ru: `Записывается файл .xlsx: имя должно так и кончаться, а пришло «${came}».`,
  }),
  reportEnding: (came: string): Text => ({
    en: `The report is an .xlsx file or an .html page: give a name that ends so, not "${came}".`,
    ru: `Отчёт записывается как .xlsx или как страница .html: имя должно так и кончаться, а пришло «${came}».`,
  }),
  patterns: (came: string): Text => ({
    en: `--patterns takes numbers from 1 to ${patterns.length}, such as 2,3,4,5, not "${came}".`,
    ru: `В --patterns нужны номера от 1 до ${patterns.length}, например 2,3,4,5, а пришло «${came}».`,
  }),
};

const texts = {
  command: {
    en: 'Audits a client’s .xlsx or .csv and writes an annotated copy beside it.',
    ru: 'Проверяет .xlsx или .csv клиента и записывает рядом копию с пометками.',
  },
  file: {
    en: 'the client’s workbook or table, - for standard input; several files or a folder are one client',
    ru: 'книга или таблица клиента, - для стандартного ввода; несколько файлов или папка — это один клиент',
  },
  sheet: { en: 'audit this tab only', ru: 'проверить только эту вкладку' },
  all: { en: 'audit every tab, with one bill', ru: 'проверить все вкладки и подвести общий итог' },
  out: {
    en: 'where the annotated copy goes; an existing file is never overwritten',
    ru: 'куда записать копию с пометками; готовый файл не перезаписывается',
  },
  json: { en: 'print the report as JSON and nothing else', ru: 'вывести отчёт как JSON и больше ничего' },
  lang: { en: 'language of the texts', ru: 'язык текстов' },
  asOf: { en: 'count what is still open up to this date', ru: 'считать открытое до этой даты' },
  settings: { en: 'settings as a JSON object', ru: 'настройки: объект JSON' },
  timeZone: { en: 'time zone of the sheet, such as Europe/Moscow', ru: 'часовой пояс таблицы, например Europe/Moscow' },
  report: {
    en: 'also write the report for the client, as an .xlsx or as one .html page; an existing file is never overwritten',
    ru: 'записать ещё и отчёт для клиента: .xlsx или одна страница .html; готовый файл не перезаписывается',
  },
  patterns: {
    en: 'which patterns go into the report, such as 2,3,4,5 (the first only when it is asked for)',
    ru: 'какие разделы войдут в отчёт, например 2,3,4,5 (первый — только если назвать его)',
  },
  history: {
    en: 'keep the sums of this audit in this file, so that the report shows the course of months',
    ru: 'хранить суммы проверок в этом файле: отчёт покажет, как идут месяцы',
  },
  strict: { en: 'write nothing when something of the file would be lost', ru: 'не записывать ничего, если что-то из файла потеряется' },
  version: { en: 'show the version', ru: 'показать версию' },
  sheetAndAll: { en: 'Give either --sheet or --all, not both.', ru: 'Нужно что-то одно: --sheet или --all.' },
} as const satisfies Record<string, Text>;
