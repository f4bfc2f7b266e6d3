import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { hasFindings, problemText, reportJson, wasAudited } from '../audit/render.ts';
import { type AuditSettings, checkSettings } from '../audit/settings.ts';
import { isoWall, readDates, type WallTime } from '../base/dates.ts';
import type { Language, Text } from '../i18n/language.ts';
import { patterns } from '../patterns/index.ts';
import { usualPatterns } from '../sidebar/report.ts';
import { type AuditedFile, auditFile, NoSuchTab } from './audit-file.ts';
import { FileProblem } from './files/problem.ts';
import { summaryText } from './summary-text.ts';

interface Options {
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

/** Exit codes: nothing found, something found, could not run. */
const CLEAR = 0;
const FINDINGS = 1;
const COULD_NOT_RUN = 2;

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('audit')
    .description('Audits a client’s .xlsx or .csv and writes an annotated copy beside it.')
    .argument('<file>', 'the client’s workbook or table')
    .addOption(new Option('--sheet <name>', 'audit this tab only').conflicts('all'))
    .option('--all', 'audit every tab, with one bill')
    .option('--out <file>', 'where the annotated copy goes; an existing file is never overwritten')
    .option('--json', 'print the report as JSON and nothing else')
    .addOption(new Option('--lang <language>', 'language of the texts').choices(['ru', 'en']))
    .option('--as-of <date>', 'count what is still open up to this date', readAsOf)
    .option('--settings <file>', 'settings as a JSON object')
    .option('--time-zone <zone>', 'time zone of the sheet, such as Europe/Moscow')
    .option(
      '--report <file>',
      'also write the report for the client into this .xlsx; an existing file is never overwritten',
      readReportPath,
    )
    .option(
      '--patterns <numbers>',
      'which patterns go into the report, such as 2,3,4,5 (the first only when it is asked for)',
      readPatterns,
    )
    .option('--strict', 'write nothing when something of the file would be lost')
    .exitOverride();
  try {
    program.parse(argv, { from: 'user' });
  } catch (problem) {
    // Commander has printed its own sentence; help and version are no failures.
    return (problem as { exitCode?: number }).exitCode === 0 ? CLEAR : COULD_NOT_RUN;
  }
  const options = program.opts<Options>();
  const language = options.lang ?? (/^ru/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'ru' : 'en');
  try {
    return await run(program.args[0] ?? '', options);
  } catch (problem) {
    warn(sentenceFor(problem, language));
    return COULD_NOT_RUN;
  }
}

async function run(path: string, options: Options): Promise<number> {
  const settings = options.settings === undefined ? {} : readSettingsFile(options.settings);
  const timeZone = options.timeZone ?? settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const audited = await auditFile({
    path,
    settings,
    timeZone,
    tabs: options.sheet === undefined ? { kind: options.all ? 'all' : 'first' } : { kind: 'named', name: options.sheet },
    isStrict: options.strict ?? false,
    ...(options.lang === undefined ? {} : { language: options.lang }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.out === undefined ? {} : { out: options.out }),
    ...(options.report === undefined ? {} : { report: { out: options.report, patterns: options.patterns ?? usualPatterns } }),
    onProgress: progress(),
  });
  const { report, language } = audited;
  say(
    options.json
      ? JSON.stringify(reportJson(report, language), null, 2)
      : [heading(path, timeZone, audited), summaryText(report, language)].join('\n'),
  );
  for (const line of closingLines(audited, options.strict ?? false)) (options.json ? warn : say)(line);
  if (!report.sheets.some(wasAudited)) {
    for (const { problem } of report.sheets) if (problem) warn(problemText(problem, language));
    warn(nothingAudited[language]);
    return COULD_NOT_RUN;
  }
  if (audited.written === undefined) return COULD_NOT_RUN;
  return hasFindings(report) ? FINDINGS : CLEAR;
}

const nothingAudited: Text = {
  en: 'Nothing could be audited: see above which columns are needed.',
  ru: 'Проверить ничего не удалось: выше сказано, каких колонок не хватает.',
};

function heading(path: string, timeZone: string, { now, reading, language }: AuditedFile): string {
  const read = reading === undefined ? '' : `, ${reading}`;
  return language === 'ru'
    ? `${path}${read}; часовой пояс ${timeZone}; на ${isoWall(now).replace('T', ' ')}\n`
    : `${path}${read}; time zone ${timeZone}; as of ${isoWall(now).replace('T', ' ')}\n`;
}

function closingLines({ written, reportWritten, losses, otherTabs, language }: AuditedFile, isStrict: boolean): readonly string[] {
  const russian = language === 'ru';
  const lost = losses.map(({ name, before, after }) => `${name[language]} (${before} → ${after})`).join(', ');
  return [
    ...(lost === '' ? [] : [russian ? `Не удалось перенести в копию: ${lost}.` : `Could not be carried over into the copy: ${lost}.`]),
    ...(lost !== '' && isStrict ? [russian ? 'Поэтому копия не записана (--strict).' : 'So no copy was written (--strict).'] : []),
    ...(otherTabs.length > 0
      ? [russian ? `Другие вкладки (--all): ${otherTabs.join(', ')}` : `Other tabs (--all): ${otherTabs.join(', ')}`]
      : []),
    ...(reportWritten === undefined ? [] : [russian ? `Отчёт для клиента: ${reportWritten}` : `Client report: ${reportWritten}`]),
    ...(written === undefined ? [] : [russian ? `Копия с пометками: ${written}` : `Annotated copy: ${written}`]),
  ];
}

/** Says on a long file, once a second, how far the reading is. */
function progress(): (read: number, all: number) => void {
  let last = Date.now();
  return (read, all) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    warn(`${read} / ${all}`);
  };
}

function readAsOf(text: string): WallTime {
  const wall = readDates([text], { clock: { toWall: (instant) => instant }, fallbackOrder: 'day-first' }).values[0] ?? Number.NaN;
  if (Number.isNaN(wall)) throw new InvalidArgumentError('Give a date such as 2026-06-15 or 2026-06-15T12:00.');
  return wall;
}

function readReportPath(text: string): string {
  if (!text.toLowerCase().endsWith('.xlsx')) throw new InvalidArgumentError('The report is an .xlsx file: give a name that ends so.');
  return text;
}

function readPatterns(text: string): readonly number[] {
  const numbers = text.split(',').map(Number);
  const isKnown = (number: number) => Number.isInteger(number) && number >= 1 && number <= patterns.length;
  if (!numbers.every(isKnown)) throw new InvalidArgumentError(`Give numbers from 1 to ${patterns.length}, such as 2,3,4,5.`);
  return [...new Set(numbers)].sort();
}

function readSettingsFile(path: string): AuditSettings {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new FileProblem(
      {
        en: `The settings ${path} are no JSON file: check the name and the commas.`,
        ru: `Настройки ${path} не читаются как JSON: проверьте имя и запятые.`,
      },
      { cause },
    );
  }
  const problems = checkSettings(value);
  if (problems.length === 0) return value as AuditSettings;
  const list = (what: string) => problems.map(({ path: key, got, expected }) => `${key}: ${got} — ${what} ${expected}`).join('; ');
  throw new FileProblem({ en: `Settings ${path}: ${list('expected')}`, ru: `Настройки ${path}: ${list('нужно')}` });
}

function sentenceFor(problem: unknown, language: Language): string {
  if (problem instanceof FileProblem) return problem.sentence[language];
  if (problem instanceof NoSuchTab) {
    const tabs = problem.tabs.join(', ');
    return language === 'ru' ? `Такой вкладки нет. Есть: ${tabs}` : `There is no such tab. There are: ${tabs}`;
  }
  if (problem instanceof RangeError && /time zone/i.test(problem.message)) {
    return language === 'ru'
      ? 'Такого часового пояса нет: укажите, например, Europe/Moscow.'
      : 'There is no such time zone: give one such as Europe/Moscow.';
  }
  const message = problem instanceof Error ? problem.message : String(problem);
  return language === 'ru' ? `Не удалось выполнить проверку: ${message}` : `The audit could not run: ${message}`;
}
