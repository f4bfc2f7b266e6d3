import { Command, CommanderError } from 'commander';
import { readDates, type WallTime } from '../base/dates.ts';
import { type Language, languageOf, type Text } from '../i18n/language.ts';
import { patterns } from '../patterns/index.ts';
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
}

/** The language of what is said before a file is read: `--lang`, else the machine's. */
export function spokenLanguage(argv: readonly string[]): Language {
  const [, given] = /(?:^| )--lang[= ](ru|en)(?: |$)/.exec(argv.join(' ')) ?? [];
  return languageOf(given ?? Intl.DateTimeFormat().resolvedOptions().locale);
}

/**
 * Reads the command's arguments; `undefined` when help was asked for and shown.
 * @throws LocalProblem saying what is wrong with them
 */
export function readOptions(argv: readonly string[], language: Language): { readonly path: string; readonly options: Options } | undefined {
  const say = (text: Text) => text[language];
  const program = new Command('npm run audit --')
    .description(say(texts.command))
    .argument('<file>', say(texts.file))
    .option('--sheet <name>', say(texts.sheet))
    .option('--all', say(texts.all))
    .option('--out <file>', say(texts.out), readXlsxPath)
    .option('--json', say(texts.json))
    .option('--lang <ru|en>', say(texts.lang), readLanguage)
    .option('--as-of <date>', say(texts.asOf), readAsOf)
    .option('--settings <file>', say(texts.settings))
    .option('--time-zone <zone>', say(texts.timeZone), checkTimeZone)
    .option('--report <file>', say(texts.report), readXlsxPath)
    .option('--patterns <numbers>', say(texts.patterns), readPatterns)
    .option('--strict', say(texts.strict))
    .helpOption('-h, --help', say(texts.help))
    .configureHelp({ styleTitle: (title) => headings[title]?.[language] ?? title })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  try {
    program.parse(argv, { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
    if (problem.exitCode === 0) return undefined;
    throw new LocalProblem(misuse(problem), { cause: problem });
  }
  const options = program.opts<Options>();
  if (options.all && options.sheet !== undefined) throw new LocalProblem(texts.sheetAndAll);
  return { path: program.args[0] ?? '', options };
}

/** What the parser complains about, in our words. */
function misuse({ code, message }: CommanderError): Text {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return { en: `There is no option ${name}: --help lists them.`, ru: `Параметра ${name} нет: список покажет --help.` };
    case 'commander.missingArgument':
      return {
        en: 'Name a file: npm run audit -- client.xlsx',
        ru: 'Укажите файл: npm run audit -- client.xlsx',
      };
    case 'commander.excessArguments':
      return {
        en: 'One file at a time: put a name with spaces in quotation marks.',
        ru: 'Файл нужен один: имя с пробелами возьмите в кавычки.',
      };
    case 'commander.optionMissingArgument':
      return { en: `The option ${name} needs a value.`, ru: `После ${name} нужно значение.` };
    default:
      return { en: `${message}: --help shows how to call this.`, ru: `${message}: как вызвать, покажет --help.` };
  }
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

function readPatterns(text: string): readonly number[] {
  const numbers = text.split(',').map(Number);
  const isKnown = (number: number) => Number.isInteger(number) && number >= 1 && number <= patterns.length;
  if (!numbers.every(isKnown)) throw new LocalProblem(problems.patterns(text));
  return [...new Set(numbers)].sort();
}

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
  patterns: (came: string): Text => ({
    en: `--patterns takes numbers from 1 to ${patterns.length}, such as 2,3,4,5, not "${came}".`,
    ru: `В --patterns нужны номера от 1 до ${patterns.length}, например 2,3,4,5, а пришло «${came}».`,
  }),
};

const headings: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', ru: 'Как вызвать:' },
  'Arguments:': { en: 'Arguments:', ru: 'Что передать:' },
  'Options:': { en: 'Options:', ru: 'Параметры:' },
};

const texts = {
  command: {
    en: 'Audits a client’s .xlsx or .csv and writes an annotated copy beside it.',
    ru: 'Проверяет .xlsx или .csv клиента и записывает рядом копию с пометками.',
  },
  file: { en: 'the client’s workbook or table', ru: 'книга или таблица клиента' },
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
    en: 'also write the report for the client into this .xlsx; an existing file is never overwritten',
    ru: 'записать ещё и отчёт для клиента в этот .xlsx; готовый файл не перезаписывается',
  },
  patterns: {
    en: 'which patterns go into the report, such as 2,3,4,5 (the first only when it is asked for)',
    ru: 'какие разделы войдут в отчёт, например 2,3,4,5 (первый — только если назвать его)',
  },
  strict: { en: 'write nothing when something of the file would be lost', ru: 'не записывать ничего, если что-то из файла потеряется' },
  help: { en: 'show this help', ru: 'показать эту справку' },
  sheetAndAll: { en: 'Give either --sheet or --all, not both.', ru: 'Нужно что-то одно: --sheet или --all.' },
} as const satisfies Record<string, Text>;
