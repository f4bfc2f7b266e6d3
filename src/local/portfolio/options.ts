import { availableParallelism } from 'node:os';
import type { WallTime } from '../../base/dates.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { createCommand, parseCommand } from '../command.ts';
import { optionReaders } from '../options.ts';
import { LocalProblem } from '../problem.ts';
import { checkTimeZone } from '../settings-file.ts';

/** What the portfolio was asked for. */
export interface PortfolioOptions {
  readonly out?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly annotate?: boolean;
  readonly report?: boolean;
  readonly lang?: Language;
  readonly asOf?: WallTime;
  readonly settings?: string;
  readonly timeZone?: string;
  readonly jobs: number;
  readonly resume?: boolean;
  readonly history?: readonly string[];
  readonly clientPer?: 'file' | 'folder';
  readonly cache: string;
}

/** Records of clients, beside what else is made anew whenever it lacks. */
const usualCache = 'node_modules/.cache/portfolio-records';

/**
 * Reads the command's arguments; `undefined` when help was asked for and shown.
 * @throws LocalProblem saying what is wrong with them
 */
export function readPortfolioOptions(
  argv: readonly string[],
  language: Language,
): { readonly folder: string; readonly options: PortfolioOptions } | undefined {
  const say = (text: Text) => text[language];
  const program = createCommand('npm run portfolio --', texts.command, language)
    .argument('<folder>', say(texts.folder))
    .option('--out <file>', say(texts.out), optionReaders.xlsxPath)
    .option('--html <file>', say(texts.html), readPagePath)
    .option('--json', say(texts.json))
    .option('--annotate', say(texts.annotate))
    .option('--report', say(texts.report))
    .option('--lang <ru|en>', say(texts.lang), optionReaders.language)
    .option('--as-of <date>', say(texts.asOf), optionReaders.asOf)
    .option('--settings <file>', say(texts.settings))
    .option('--time-zone <zone>', say(texts.timeZone), checkTimeZone)
    .option('--client-per <file|folder>', say(texts.clientPer), readClientPer)
    .option('--jobs <number>', say(texts.jobs), readJobs, availableParallelism())
    .option('--resume', say(texts.resume))
    .option('--history <files...>', say(texts.history))
    .option('--cache <folder>', say(texts.cache), usualCache);
  if (!parseCommand(program, argv, texts.oneFolder)) return undefined;
  return { folder: program.args[0] ?? '', options: program.opts<PortfolioOptions>() };
}

function readPagePath(text: string): string {
  if (!/\.html?$/i.test(text)) throw new LocalProblem(problems.ending(text));
  return text;
}

function readClientPer(text: string): 'file' | 'folder' {
  if (text !== 'file' && text !== 'folder') throw new LocalProblem(problems.clientPer(text));
  return text;
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw new LocalProblem(problems.jobs(text));
  return jobs;
}

const problems = {
  ending: (came: string): Text => ({
    en: `The page is an .html file: give a name that ends so, not "${came}".`,
    ru: `Страница записывается как .html: имя должно так и кончаться, а пришло «${came}».`,
  }),
  clientPer: (came: string): Text => ({
    en: `--client-per takes file or folder, not "${came}".`,
    ru: `В --client-per может быть file или folder, а не «${came}».`,
  }),
  jobs: (came: string): Text => ({
    en: `--jobs takes a whole number from 1 to 256, not "${came}".`,
    ru: `В --jobs нужно целое число от 1 до 256, а пришло «${came}».`,
  }),
};

const texts = {
  command: {
    en: 'Audits every client’s .xlsx, .csv and .tsv below a folder and says which of them needs a talk first.',
    ru: 'Проверяет .xlsx, .csv и .tsv всех клиентов в папке и говорит, с кем поговорить первым.',
  },
  folder: { en: 'the folder with the clients’ files', ru: 'папка с файлами клиентов' },
  oneFolder: {
    en: 'Name one folder: npm run portfolio -- clients',
    ru: 'Укажите одну папку: npm run portfolio -- clients',
  },
  out: {
    en: 'where the workbook goes (by default portfolio.xlsx, unless --html or --json is given); an existing file is never overwritten',
    ru: 'куда записать книгу (по умолчанию portfolio.xlsx, если нет ни --html, ни --json); готовый файл не перезаписывается',
  },
  html: { en: 'the same as one page for any browser', ru: 'то же одной страницей для любого браузера' },
  json: { en: 'print the same as JSON lines and nothing else', ru: 'вывести то же строками JSON и больше ничего' },
  annotate: { en: 'also write an annotated copy beside each file', ru: 'записать рядом с каждым файлом копию с пометками' },
  report: { en: 'also write the report for the client beside each file', ru: 'записать рядом с каждым файлом отчёт для клиента' },
  lang: { en: 'language of the texts', ru: 'язык текстов' },
  asOf: {
    en: 'count what is still open up to this date (by default the start of today)',
    ru: 'считать открытое до этой даты (по умолчанию — до начала сегодняшнего дня)',
  },
  settings: { en: 'settings for all clients as a JSON object', ru: 'настройки для всех клиентов: объект JSON' },
  timeZone: { en: 'time zone of the sheets, such as Europe/Moscow', ru: 'часовой пояс таблиц, например Europe/Moscow' },
  clientPer: {
    en: 'what a client is: a file, or a folder right below with all files in it (default: file)',
    ru: 'что считать клиентом: файл или папку на уровень ниже со всеми её файлами (по умолчанию файл)',
  },
  jobs: { en: 'how many clients are audited at a time', ru: 'сколько клиентов проверять одновременно' },
  resume: {
    en: 'take clients whose files did not change from an earlier run with the same settings',
    ru: 'клиентов, чьи файлы не менялись, взять из прежнего запуска с теми же настройками',
  },
  history: {
    en: 'earlier portfolios, as --json printed them: the course of each client is shown',
    ru: 'прежние портфели, как их вывел --json: будет видна динамика каждого клиента',
  },
  cache: { en: 'where sums of earlier runs are kept', ru: 'где хранятся суммы прежних запусков' },
} as const satisfies Record<string, Text>;
