import { notChecked } from '../audit/answer/table-kinds.ts';
import type { PatternResult, Report, SheetReport } from '../audit/report.ts';
import type { Language, Text } from '../i18n/language.ts';
import { shared, wordsOf } from '../i18n/words.ts';
import { patterns, signalById } from '../patterns/index.ts';
import { fieldById } from '../table/fields.ts';
import { assumptionText } from '../wording/assumption-text.ts';
import { billText } from '../wording/bill-text.ts';
import { doubtText } from '../wording/column-text.ts';
import { overviewLines } from '../wording/overview-text.ts';
import {
  explainedText,
  findingText,
  insightText,
  leftOutText,
  notCheckedWords,
  problemText,
  skippedText,
  wasAudited,
} from '../wording/render.ts';

const texts = {
  audited: { en: 'rows audited', ru: 'проверено строк' },
  leftOut: { en: 'left out', ru: 'не вошли' },
  columns: { en: 'columns', ru: 'колонки' },
  unrecognised: { en: 'not recognised', ru: 'не распознаны' },
  unreadable: { en: 'unreadable', ru: 'не прочитано' },
  row: { en: 'row', ru: 'строка' },
  rows: { en: 'rows', ru: 'строки' },
  table: { en: 'table', ru: 'таблица' },
  skipped: { en: 'not judged', ru: 'без оценки' },
  explained: { en: 'explained', ru: 'объяснено' },
  overview: { en: 'At a glance', ru: 'В общих чертах' },
  nothingJudged: {
    en: 'Nothing could be judged yet; this is what can be said, and what to add.',
    ru: 'Оценить пока нечего; вот что можно сказать и что добавить.',
  },
  notChecked: { en: 'Not checked, and why', ru: 'Не проверено и почему' },
  bill: { en: 'What it cost', ru: 'Во что это обошлось' },
  insights: { en: 'Worth knowing', ru: 'Полезно знать' },
  assumptions: { en: 'Assumptions', ru: 'Из чего исходили' },
} as const satisfies Record<string, Text>;

/** How many findings of a signal are spelled out; the annotated copy has them all. */
const SHOWN = 3;

/** The report as lines for a terminal. */
export function summaryText(report: Report, language: Language): string {
  return [
    ...report.sheets.flatMap((sheet) => [...sheetLines(sheet, language), '']),
    ...section(texts.overview[language], overviewsOf(report, language)),
    ...section(
      texts.bill[language],
      report.bill.map((line) => billText({ ...line, rows: line.parts.length }, language)),
    ),
    ...section(
      texts.notChecked[language],
      notChecked(report.sheets).map((line) => {
        const { what, sheet, why } = notCheckedWords(line, language);
        return `${what}: ${sheet !== undefined && report.sheets.length > 1 ? `${sheet}: ` : ''}${why}`;
      }),
    ),
    ...section(
      texts.insights[language],
      report.insights.map((insight) => insightText(insight.signal, insight, language)),
    ),
    ...section(
      texts.assumptions[language],
      report.assumptions.map((assumption) => assumptionText(assumption, language)),
    ),
  ].join('\n');
}

/** What can be said without judging; what to add is named where nothing could be judged. */
function overviewsOf({ sheets }: Report, language: Language): readonly string[] {
  const isJudged = sheets.some(wasAudited);
  const lines = sheets.flatMap(({ sheet, overview }) => {
    if (!overview) return [];
    const own = overviewLines(isJudged ? { ...overview, additions: [] } : overview, language);
    return own.map((line) => (sheets.length > 1 ? `${sheet}: ${line}` : line));
  });
  return isJudged || sheets.every(({ problem }) => problem) ? lines : [texts.nothingJudged[language], ...lines];
}

const section = (heading: string, lines: readonly string[]) => (lines.length > 0 ? [heading, ...lines.map((line) => `  ${line}`), ''] : []);

function sheetLines(sheet: SheetReport, language: Language): readonly string[] {
  const words = wordsOf(language);
  if (sheet.problem) return [`${sheet.sheet}: ${problemText(sheet.problem, language)}`];
  const left = sheet.leftOut.map((part) => leftOutText(part, language)).join('; ');
  return [
    `${sheet.sheet}: ${texts.audited[language]}: ${words.number(sheet.rowsAudited, 0)}${left === '' ? '' : `; ${texts.leftOut[language]} ${left}`}`,
    `  ${texts.columns[language]}: ${columnText(sheet, language)}`,
    ...patterns.flatMap((pattern, index) => {
      const lines = sheet.results.filter((result) => result.pattern === index + 1).flatMap((result) => resultLines(result, language));
      return lines.length > 0 ? [`  ${index + 1}. ${pattern.title[language]}`, ...lines] : [];
    }),
  ];
}

function columnText({ columns }: SheetReport, language: Language): string {
  const titleOf = (id: string) => fieldById(id)?.title[language] ?? id;
  const known = columns.flatMap(({ header, field, unreadable }) =>
    field === null ? [] : [`${header} → ${titleOf(field)}${unreadable ? ` (${texts.unreadable[language]}: ${unreadable})` : ''}`],
  );
  const others = columns.filter(({ field, header }) => field === null && header !== '');
  const unknown = others.filter(({ doubt }) => !doubt).map(({ header }) => header);
  return [
    known.join(', '),
    ...others.filter(({ doubt }) => doubt).map((column) => `${column.header}: ${doubtText(column, language)}`),
    ...(unknown.length > 0 ? [`${texts.unrecognised[language]}: ${someOf(unknown, language)}`] : []),
  ].join('; ');
}

/** How many of a long list are spelled out. */
const LISTED = 30;

function someOf(names: readonly string[], language: Language): string {
  const rest = names.length - LISTED;
  const listed = names.slice(0, LISTED).join(', ');
  if (rest <= 0) return listed;
  return { en: `${listed} and ${rest} more`, ru: `${listed} и ещё ${rest}` }[language];
}

const titleOf = ({ signal }: Pick<PatternResult, 'signal'>, language: Language) => signalById(signal)?.signal.texts[language].title ?? '';

function resultLines(result: PatternResult, language: Language): readonly string[] {
  const { signal, outcome, findings, skipped, explained } = result;
  if (outcome === 'not-checked' || outcome === 'failed') return [];
  const title = titleOf(result, language);
  const label = shared.outcome[outcome][language];
  const rows = findings.flatMap(({ row }) => (row === null ? [] : [row]));
  return [
    `     ${label}: ${title}${rows.length > 0 ? ` (${(rows.length > 1 ? texts.rows : texts.row)[language]} ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ' …' : ''})` : ''}`,
    ...findings
      .slice(0, SHOWN)
      .map(
        ({ row, severity, evidence }) =>
          `       ${row ?? texts.table[language]}: ${findingText(signal, evidence, language).message} [${shared.severity[severity][language]}]`,
      ),
    ...skipped.map((skip) => `       ${texts.skipped[language]} ${skip.rows.length}: ${skippedText(signal, skip, language)}`),
    ...explained.map(({ row, why }) => `       ${texts.explained[language]} ${row}: ${explainedText(why, language)}`),
  ];
}
