import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DAY, type WallTime } from '../../base/dates.ts';
import { createZone } from '../../base/zone.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';
import { amountText } from '../../wording/bill-text.ts';
import { writeWhole } from '../files/write-whole.ts';
import { spokenLanguage } from '../options.ts';
import { sentenceOf } from '../problem.ts';
import { readSettingsFile } from '../settings-file.ts';
import { type PortfolioInput, portfolioContent } from './content.ts';
import { findClients } from './find-clients.ts';
import { readEarlier } from './history.ts';
import { portfolioLines } from './lines.ts';
import { type PortfolioOptions, readPortfolioOptions } from './options.ts';
import { portfolioPage } from './page.ts';
import { auditAll } from './pool.ts';
import { createProgress } from './progress.ts';
import { graveText, rankClients } from './ranking.ts';
import { portfolioWorkbook } from './workbook.ts';
import type { Terms } from './worker.ts';

/** Exit codes, as the audit of one client has them, and the shell's own for what was stopped. */
const [CLEAR, FINDINGS, COULD_NOT_RUN, STOPPED] = [0, 1, 2, 130] as const;
/** How many clients the terminal lists. */
const LISTED = 20;
/** So many take long enough for something to go wrong that no sentence of ours can follow: it is said before. */
const LONG_RUN = 50;

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

/** @param worker module that audits one client; its bytes and those of the built add-on name the version */
export async function runPortfolio(argv: readonly string[], worker: URL): Promise<number> {
  const language = spokenLanguage(argv);
  try {
    const given = readPortfolioOptions(argv, language);
    return given ? await run(given.folder, given.options, worker, language) : CLEAR;
  } catch (problem) {
    warn(sentenceOf(problem, language));
    return COULD_NOT_RUN;
  }
}

async function run(folder: string, options: PortfolioOptions, worker: URL, language: Language): Promise<number> {
  const settings = options.settings === undefined ? {} : readSettingsFile(options.settings);
  const history = options.history === undefined ? undefined : readEarlier(options.history);
  const timeZone = options.timeZone ?? settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const asOf = options.asOf ?? startOfToday(timeZone);
  const sources = findClients(folder, options.clientPer === 'folder');
  if (sources.length >= LONG_RUN && !options.resume) warn(longRunText(sources.length, language));
  const terms: Terms = {
    ...{ settings, timeZone, asOf, version: versionOf(worker) },
    ...(options.lang === undefined ? {} : { language: options.lang }),
    hasCopies: options.annotate ?? false,
    hasReport: options.report ?? false,
  };
  const progress = createProgress(sources.length, language, process.stderr, Date.now);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  // A second Ctrl+C ends the process as usual.
  process.once('SIGINT', onInterrupt);
  const { clients, isWhole } = await auditAll(sources, {
    ...{ worker, jobs: options.jobs, onDone: progress.done, signal: stop.signal },
    task: { terms, cacheFolder: options.cache, isResumed: options.resume ?? false },
  }).finally(() => process.off('SIGINT', onInterrupt));
  progress.end();
  if (!isWhole) {
    warn(stoppedText(clients.length, sources.length, language));
    return STOPPED;
  }
  const input: PortfolioInput = { clients, language, asOf, ...(history ? { history } : {}) };
  await writeOutputs(input, folder, options);
  const isAudited = clients.some(({ record }) => record.outcome === 'audited');
  if (!isAudited) return COULD_NOT_RUN;
  return rankClients(clients).ranked.some(({ gravest }) => gravest !== undefined) ? FINDINGS : CLEAR;
}

async function writeOutputs(input: PortfolioInput, folder: string, options: PortfolioOptions): Promise<void> {
  const { language } = input;
  const isJson = options.json ?? false;
  const content = portfolioContent(input);
  if (isJson) for (const line of portfolioLines(input, folder)) say(line);
  else for (const line of summaryLines(input, content.about)) say(line);
  const out = options.out ?? (isJson || options.html !== undefined ? undefined : 'portfolio.xlsx');
  const written = [
    ...(out === undefined ? [] : [writeWhole(out, await portfolioWorkbook(content, out))]),
    ...(options.html === undefined ? [] : [writeWhole(options.html, Buffer.from(portfolioPage(content, options.html)))]),
  ];
  for (const path of written) (isJson ? warn : say)({ en: `Portfolio: ${path}`, ru: `Портфель: ${path}` }[language]);
}

/** The ranking for a terminal: a line a client with what it cost, then what could not be audited and why. */
function summaryLines({ clients, language }: PortfolioInput, about: string): readonly string[] {
  const { ranked, refused } = rankClients(clients);
  const { number } = wordsOf(language);
  const lines = ranked
    .slice(0, LISTED)
    .map((one, index) =>
      [`${number(index + 1, 0)}. ${one.client}: ${graveText(one, language)}`, ...one.sums.map((sum) => amountText(sum, language))].join(
        '; ',
      ),
    );
  const rest = ranked.length - lines.length;
  const more = rest <= 0 ? [] : [{ en: `… and ${number(rest, 0)} more`, ru: `… и ещё ${number(rest, 0)}` }[language]];
  const not = refused.map(({ client, record }) => `${client}: ${record.outcome === 'refused' ? record.sentence[language] : ''}`);
  return [about, '', ...lines, ...more, ...(not.length > 0 ? ['', ...not] : []), ''];
}

/** All clients by one clock, and a run that goes on today by the same as the one before it. */
function startOfToday(timeZone: string): WallTime {
  return Math.floor(createZone(timeZone).toWall(Date.now()) / DAY) * DAY;
}

/** The very program: whatever was changed in it, no earlier record is taken. */
function versionOf(worker: URL): string {
  const hash = createHash('sha256');
  for (const file of [worker, 'dist/Code.js']) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function longRunText(all: number, language: Language): string {
  const count = wordsOf(language).number(all, 0);
  return {
    en: `${count} clients. If the run is cut off, for example by a lack of memory, the same command with --resume goes on from there.`,
    ru: `Клиентов: ${count}. Если работа прервётся, например не хватит памяти, та же команда с --resume продолжит с этого места.`,
  }[language];
}

function stoppedText(done: number, all: number, language: Language): string {
  const text: Text = {
    en: `Stopped; ${done} of ${all} are done and kept. The same command with --resume goes on from here.`,
    ru: `Остановлено; готово и сохранено ${done} из ${all}. Та же команда с --resume продолжит отсюда.`,
  };
  return text[language];
}
