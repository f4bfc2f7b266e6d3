import { notChecked } from '../../audit/answer/table-kinds.ts';
import { smallestOf } from '../../base/statistics.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { shared, wordsOf } from '../../i18n/words.ts';
import { gravity, type Severity, severities } from '../../patterns/engine/verdicts.ts';
import { signalById } from '../../patterns/index.ts';
import { assumptionText } from '../../wording/assumption-text.ts';
import { type BillLineSum, billWords, rowCount } from '../../wording/bill-text.ts';
import { chartTable } from '../../wording/charts/chart-table.ts';
import { notCheckedWords, skippedText } from '../../wording/render.ts';
import type { Sheet, Spreadsheet } from '../services/google.ts';
import { sentence } from './reasons.ts';
import type { UnpackedRequest, UnpackedSheet } from './unpacked-request.ts';
import { BAND, type Line, type LinkedText, writeOwnTab } from './write-own-tab.ts';

const texts = {
  scanned: { en: 'Checked on', ru: 'Проверено' },
  topic: { en: 'Topic', ru: 'Тема' },
  what: { en: 'What was found', ru: 'Что найдено' },
  rows: { en: 'Rows', ru: 'Строки' },
  severity: { en: 'How serious', ru: 'Насколько важно' },
  fix: { en: 'What to do', ru: 'Что сделать' },
  from: { en: 'from row', ru: 'со строки' },
  table: { en: 'the table', ru: 'таблица в целом' },
  covered: { en: 'What was checked', ru: 'Что проверено' },
  tab: { en: 'Tab', ru: 'Вкладка' },
  checked: { en: 'Rows checked', ru: 'Проверено строк' },
  explained: { en: 'Explained, not counted', ru: 'Объяснено и не считается' },
  skipped: { en: 'Not judged', ru: 'Без оценки' },
  notChecked: { en: 'What was not checked, and why', ru: 'Что не проверено и почему' },
  everything: { en: 'Everything could be checked.', ru: 'Проверить удалось всё.' },
  assumptions: { en: 'Assumptions', ru: 'Из чего исходили' },
} as const satisfies Record<string, Text>;

/** The last is as wide as a column is anyway, and the others alike: so they are one call. */
const WIDTHS = [320, 320, 320, 320, 100];

/**
 * Writes the summary into a new tab after all others.
 * @param front the tab that stays in front; without it the summary does
 */
export function writeSummary(spreadsheet: Spreadsheet, request: UnpackedRequest, front?: Sheet): string {
  const { charts, language } = request;
  const name = shared.summaryTab[language];
  const tables = charts.map((chart) => chartTable(chart, language));
  const content = { name, lines: linesOf(request), widths: WIDTHS, charts: tables, chartsAt: 'beside', frozenRows: 1 } as const;
  return writeOwnTab(spreadsheet, { kind: 'summary', ...content }, front);
}

function linesOf({ sheets, bill, assumptions, language, now }: UnpackedRequest): readonly Line[] {
  const words = wordsOf(language);
  const heading = (...cells: readonly Text[]): Line => ({ cells: cells.map((text) => text[language]), look: 'heading', colour: BAND });
  const blank: Line = { cells: [] };
  return [
    { ...heading(shared.productName), cells: [shared.productName[language], `${texts.scanned[language]} ${words.date(now)}`] },
    blank,
    heading(texts.topic, texts.what, texts.rows, texts.fix, texts.severity),
    ...foundLines(sheets, bill, language),
    blank,
    heading(texts.covered, texts.tab, texts.checked, texts.skipped, texts.explained),
    ...sheets.flatMap((sheet) => coveredLines(sheet, language)),
    blank,
    heading(texts.notChecked),
    ...notCheckedLines(sheets, language),
    blank,
    heading(texts.assumptions),
    ...assumptions.map((assumption): Line => ({ cells: ['', assumptionText(assumption, language)] })),
  ];
}

const titleOf = (signal: string, language: Language) => signalById(signal)?.signal.texts[language].title ?? '';

/** A line for each place where results get lost: what costs most first, then what is gravest. */
function foundLines(sheets: readonly UnpackedSheet[], bill: readonly BillLineSum[], language: Language): readonly Line[] {
  const signals = new Set([...bill.map(({ signal }) => signal), ...sheets.flatMap(({ findings }) => findings.map(({ signal }) => signal))]);
  const severityOf = (signal: string): Severity => {
    const all = sheets.flatMap(({ results }) =>
      results.filter((result) => result.signal === signal).flatMap(({ severity }) => severity ?? []),
    );
    return severities.find((one) => all.indexOf(one) >= 0) ?? 'minor';
  };
  const lines = [...signals].map((signal) => {
    const sums = bill.filter((sum) => sum.signal === signal);
    const severity = severityOf(signal);
    return { signal, sums, severity, rank: sums[0] ? bill.indexOf(sums[0]) : bill.length };
  });
  if (lines.length === 0) return [{ cells: ['', shared.nothingFound[language]] }];
  return lines
    .sort((one, other) => one.rank - other.rank || gravity[one.severity] - gravity[other.severity])
    .map(({ signal, sums, severity }): Line => {
      const { number, pattern } = signalById(signal) ?? {};
      const remarks = sheets.flatMap(({ findings }) => findings.filter((finding) => finding.signal === signal && finding.row === null));
      const what = [
        titleOf(signal, language),
        ...sums.map((sum) => Object.values(billWords(sum, language)).join(' ')),
        ...remarks.map((finding) => sentence(finding, language)),
      ];
      return {
        cells: [
          number && pattern ? `${number} ${pattern.title[language]}` : '',
          what.filter(Boolean).join(': '),
          rowsOf(signal, sheets, language),
          signalById(signal)?.signal.texts[language].fix ?? '',
          number ? shared.severity[severity][language] : '',
        ],
        ...(pattern ? { colour: pattern.colour.row } : {}),
      };
    });
}

/** `Posts: 11 rows, from row 16` for each table, which leads to that row. */
function rowsOf(signal: string, sheets: readonly UnpackedSheet[], language: Language): LinkedText {
  const words = wordsOf(language);
  const links: LinkedText['links'][number][] = [];
  let text = '';
  for (const { sheet, table, findings } of sheets) {
    const own = findings.filter((finding) => finding.signal === signal);
    if (own.length === 0) continue;
    const rows = own.flatMap(({ row }) => row ?? []);
    text += `${text === '' ? '' : '; '}${table}: `;
    if (rows.length === 0) {
      text += texts.table[language];
      continue;
    }
    const row = smallestOf(rows);
    const first = `${texts.from[language]}\u00A0${row}`;
    text += `${rowCount(rows.length, words)}, ${first}`;
    links.push({ from: text.length - first.length, to: text.length, tab: sheet, row });
  }
  return { text, links };
}

/** What was judged in a tab, and which rows were not counted, and why. */
function coveredLines({ table, results }: UnpackedSheet, language: Language): readonly Line[] {
  const words = wordsOf(language);
  return results
    .filter(({ outcome }) => outcome === 'found' || outcome === 'clear')
    .map(({ signal, checkedRows, explained, skipped }): Line => {
      const left = skipped.map((skip) => `${rowCount(skip.rows, words)} (${skippedText(signal, skip, language)})`);
      return {
        cells: [
          titleOf(signal, language),
          table,
          words.number(checkedRows, 0),
          left.join('; '),
          explained > 0 ? words.number(explained, 0) : '',
        ],
      };
    });
}

function notCheckedLines(sheets: readonly UnpackedSheet[], language: Language): readonly Line[] {
  const silent = notChecked(sheets.map(({ table, ...own }) => ({ ...own, sheet: table })));
  if (silent.length === 0) return [{ cells: ['', texts.everything[language]] }];
  return silent.map((line): Line => {
    const { what, sheet, why } = notCheckedWords(line, language);
    return { cells: [what, sheet === undefined ? why : `${sheet}: ${why}`] };
  });
}
