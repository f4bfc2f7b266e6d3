import { isoWall } from '../base/dates.ts';
import { usualPatterns } from '../client/report-request.ts';
import type { Language, Text } from '../i18n/language.ts';
import { wordsOf } from '../i18n/words.ts';
import { hasFindings, isUnderstood, problemText, wasAudited } from '../wording/render.ts';
import { reportJson } from '../wording/report-json.ts';
import { type AuditedClient, auditFiles } from './audit-files.ts';
import { clientFiles, STANDARD_INPUT } from './client-files.ts';
import { keepHistory, readHistory } from './history-file.ts';
import { type Options, readOptions, spokenLanguage } from './options.ts';
import { nothingAudited, sentenceOf } from './problem.ts';
import type { Progress } from './scanned-files.ts';
import { readSettingsFile } from './settings-file.ts';
import { summaryText } from './summary-text.ts';

/** Exit codes: nothing found, something found, could not run. */
const CLEAR = 0;
const FINDINGS = 1;
const COULD_NOT_RUN = 2;

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

export async function main(argv: readonly string[]): Promise<number> {
  const language = spokenLanguage(argv);
  try {
    const given = readOptions(argv, language);
    return given ? await run(clientFiles(given.paths), given.options, language) : CLEAR;
  } catch (problem) {
    warn(sentenceOf(problem, language));
    return COULD_NOT_RUN;
  }
}

async function run(paths: readonly string[], options: Options, spoken: Language): Promise<number> {
  const { isStrict, isJson } = { isStrict: options.strict ?? false, isJson: options.json ?? false };
  const stated = options.settings === undefined ? {} : readSettingsFile(options.settings);
  const history = options.history === undefined ? stated.history : readHistory(options.history);
  const settings = history === undefined ? stated : { ...stated, history };
  const timeZone = options.timeZone ?? settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const audited = await auditFiles({
    paths,
    settings,
    timeZone,
    tabs: options.sheet === undefined ? { kind: options.all ? 'all' : 'first' } : { kind: 'named', name: options.sheet },
    isStrict,
    ...(options.lang === undefined ? {} : { language: options.lang }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.out === undefined ? {} : { out: options.out }),
    ...(options.report === undefined ? {} : { report: { out: options.report, patterns: options.patterns ?? usualPatterns } }),
    // Whoever is not there to wait, as a script or a log, wants no progress.
    ...(process.stderr.isTTY ? { onProgress: progress(spoken) } : {}),
  });
  const { report, language } = audited;
  if (options.history !== undefined && report.sheets.some(wasAudited)) keepHistory(options.history, history ?? [], report, audited.now);
  if (isJson) say(JSON.stringify(reportJson(report, language), null, 2));
  // Where a table was found the summary says which columns it has, and what is missing; else the sentences below say it all.
  else if (report.sheets.some(({ problem }) => !problem))
    say(
      `${heading(paths.map((path) => (path === STANDARD_INPUT ? standardInput[language] : path)).join(', '), timeZone, audited)}\n\n${summaryText(report, language)}`,
    );
  for (const line of closingLines(audited, isStrict)) (isJson ? warn : say)(line);
  if (!isUnderstood(report)) for (const line of whyNothing(audited)) warn(line);
  const isHeldBack = isStrict && audited.losses.length > 0;
  if (!isUnderstood(report) || isHeldBack) return COULD_NOT_RUN;
  return hasFindings(report) ? FINDINGS : CLEAR;
}

/** Why no tab could be audited: a sentence for each. */
function whyNothing({ report: { sheets }, language }: AuditedClient): readonly string[] {
  const named = (sheet: string, text: string) => (sheets.length > 1 ? `${sheet}: ${text}` : text);
  return [
    ...sheets.flatMap(({ sheet, problem }) => (problem ? [named(sheet, problemText(problem, language))] : [])),
    ...(sheets.every(({ problem }) => problem) ? [] : [nothingAudited[language]]),
  ];
}

const standardInput: Text = { en: 'standard input', ru: 'стандартный ввод' };

function heading(path: string, timeZone: string, { now, reading, language }: AuditedClient): string {
  const moment = isoWall(now).replace('T', ' ').slice(0, 16);
  const separated = reading && `${reading.encoding}, ${separatedBy(reading.delimiter)[language]}`;
  const when: Text = { en: `time zone ${timeZone}; as of ${moment}`, ru: `часовой пояс ${timeZone}; на ${moment}` };
  return [path, ...(separated ? [separated] : []), when[language]].join('; ');
}

const delimiters: Readonly<Record<string, Text>> = {
  ',': { en: 'separated by commas', ru: 'разделитель — запятая' },
  '\t': { en: 'separated by tabs', ru: 'разделитель — табуляция' },
};

const separatedBy = (delimiter: string): Text =>
  delimiters[delimiter] ?? { en: `separated by "${delimiter}"`, ru: `разделитель «${delimiter}»` };

function closingLines(
  { written, reportWritten, losses, otherTabs, reading, language }: AuditedClient,
  isStrict: boolean,
): readonly string[] {
  const stray = reading?.stray ?? 0;
  const lost = losses.map(({ name, before, after }) => `${name[language]} (${before} → ${after})`).join(', ');
  const others = otherTabs.join(', ');
  const lines: readonly (Text | false)[] = [
    stray > 0 && { en: `Control characters left out of what was read: ${stray}.`, ru: `Управляющие символы в файле пропущены: ${stray}.` },
    lost !== '' && { en: `Could not be carried over into the copy: ${lost}.`, ru: `Не удалось перенести в копию: ${lost}.` },
    lost !== '' && isStrict && { en: 'So nothing was written (--strict).', ru: 'Поэтому ничего не записано (--strict).' },
    others !== '' && { en: `Other tabs (--all): ${others}`, ru: `Другие вкладки (--all): ${others}` },
    reportWritten !== undefined && { en: `Client report: ${reportWritten}`, ru: `Отчёт для клиента: ${reportWritten}` },
    ...written.map((path) => ({ en: `Annotated copy: ${path}`, ru: `Копия с пометками: ${path}` })),
  ];
  return lines.flatMap((line) => (line ? line[language] : []));
}

/** A file of this size, in bytes, takes seconds to open and to write. */
const LONG = 1_000_000;

/** Says on a long file what is going on, and once a second how far the reading is. */
function progress(language: Language): (progress: Progress) => void {
  const { number } = wordsOf(language);
  let last = Date.now();
  return (progress) => {
    if (progress.stage !== 'reading') {
      if (progress.bytes >= LONG) warn(stages[progress.stage][language]);
      return;
    }
    if (Date.now() - last < 1000) return;
    last = Date.now();
    const [read, all] = [number(progress.read, 0), number(progress.all, 0)];
    warn({ en: `Rows read: ${read} of ${all}`, ru: `Прочитано строк: ${read} из ${all}` }[language]);
  };
}

const stages = {
  opening: { en: 'Opening the file …', ru: 'Открываю файл …' },
  writing: { en: 'Writing the copy …', ru: 'Записываю копию …' },
} as const satisfies Record<string, Text>;
