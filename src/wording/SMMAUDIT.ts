import { audit } from '../audit/engine/judge.ts';
import { pickCells } from '../audit/engine/used-columns.ts';
import type { PatternResult, SheetReport } from '../audit/report.ts';
import { defineWholeFormula, type Formula } from '../formulas/engine/define.ts';
import { dateOrderOf, decimalMarkOf, FormulaProblem } from '../formulas/engine/environment.ts';
import { filledHeight } from '../formulas/engine/matrix.ts';
import { inArgument } from '../formulas/engine/parameter-names.ts';
import { date, num, range } from '../formulas/engine/params.ts';
import { type Language, languageOf, type Text } from '../i18n/language.ts';
import { shared } from '../i18n/words.ts';
import { patterns, signalById } from '../patterns/index.ts';
import { headerDateOrder } from '../table/recognition/header-text.ts';
import { describeSheet, TOP_ROWS } from '../table/recognition/layout.ts';
import { findingText, notCheckedText, problemText } from './render.ts';

const sheet = 'SMMAUDIT';

/** The whole audit as one formula, aligned with the table: default thresholds, and without `as_of` nothing that is still open is judged. */
export const SMMAUDIT: Formula = defineWholeFormula({
  name: 'SMMAUDIT',
  summary: {
    en: 'The whole audit of a table: for each row the numbers of its patterns and the reason.',
    ru: 'Вся проверка таблицы: для каждой строки номера найденного и причина.',
  },
  params: [
    range('table_with_header', { en: 'The table together with its header row.', ru: 'Таблица вместе со строкой заголовков.' }),
    num(
      'pattern',
      {
        en: 'Optional. Number of one pattern, 1 to 5; without it all are judged.',
        ru: 'Необязательно. Номер одной темы, от 1 до 5; без него проверяется всё.',
      },
      { optional: true },
    ),
    date(
      'as_of',
      {
        en: 'Optional. Date up to which open approvals and leads run, such as TODAY().',
        ru: 'Необязательно. До какой даты считать открытое, например TODAY().',
      },
      { optional: true },
    ),
  ],
  returns: 'Two columns: pattern numbers and the reason; the first row has the headings and what was not checked.',
  examples: [
    {
      formula: '=SMMAUDIT(A1:B3, 4)',
      arguments: [
        [
          ['Post', 'Revision rounds'],
          ['Spring menu', 2],
          ['Team photo', 6],
        ],
        4,
      ],
      result: [
        ['SMM audit', 'Why. Not checked: Waiting for approval, The moment has passed, Approval time not written down (columns missing)'],
        ['', ''],
        ['4', '6 rounds of edits; 3 or more slow a post down.'],
      ],
    },
  ],
  evaluate: ([table, pattern, now], environment) => {
    const wanted = pattern === undefined ? undefined : asPattern(pattern);
    const rows = table.rows.slice(0, filledHeight(table));
    const { locale, zone } = environment();
    const language = languageOf(locale);
    const layout = describeSheet(sheet, rows.slice(0, TOP_ROWS));
    if (layout.problem)
      throw new FormulaProblem({
        en: `SMMAUDIT: ${problemText(layout.problem, 'en')}`,
        ru: `SMMAUDIT: ${problemText(layout.problem, 'ru')}`,
      });
    const mark = decimalMarkOf(locale);
    // A header may stand there twice, or be called `__proto__`.
    const formats = Object.fromEntries(
      layout.headers.map((header) => [header, { decimalMark: mark, dateOrder: headerDateOrder(header) ?? dateOrderOf(locale) }]),
    );
    const report = audit(
      [{ layout, cells: pickCells(layout, rows.slice(layout.headerRow + 1)) }],
      { formats: { [sheet]: formats } },
      { zone, now },
    );
    return lay(report.sheets[0], layout.headerRow, rows.length, wanted, language);
  },
});

function asPattern(wanted: number): number {
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= patterns.length) return wanted;
  throw new FormulaProblem({
    en: `SMMAUDIT requires pattern from 1 to ${patterns.length}, not "${wanted}"`,
    ru: `SMMAUDIT: ${inArgument('pattern')} нужен номер от 1 до ${patterns.length}, а не «${wanted}»`,
  });
}

/** Findings laid beside the table's rows: as many rows as the table has, the headings beside the header. */
function lay(report: SheetReport | undefined, headerRow: number, height: number, wanted: number | undefined, language: Language) {
  const cells: string[][] = Array.from({ length: height }, () => ['', '']);
  const results = (report?.results ?? []).filter(({ pattern }) => wanted === undefined || pattern === wanted);
  const numbers = new Map<number, Set<number>>();
  for (const { pattern, signal, findings } of results) {
    for (const { row, evidence } of findings) {
      // A finding about the table stands beside the header.
      const index = row === null ? headerRow : row - 1;
      const line = cells[index];
      if (!line) continue;
      line[1] = [line[1], findingText(signal, evidence, language).message].filter(Boolean).join(' ');
      if (row !== null) numbers.set(index, (numbers.get(index) ?? new Set()).add(pattern));
    }
  }
  for (const [index, found] of numbers) {
    const line = cells[index];
    if (line) line[0] = [...found].sort((one, other) => one - other).join(', ');
  }
  const header = cells[headerRow];
  if (header) {
    header[0] = shared.patternsHeading[language];
    header[1] = [shared.reasonsHeading[language], header[1], unchecked(results, language)].filter(Boolean).join('. ');
  }
  return cells;
}

const notChecked: Text = { en: 'Not checked', ru: 'Не проверено' };
const noColumns: Text = { en: 'columns missing', ru: 'нет колонок' };

/** What was not checked, by name; silence must not look like health. The sidebar says which headers would do. */
function unchecked(results: readonly PatternResult[], language: Language): string {
  const title = ({ signal }: PatternResult) => signalById(signal)?.signal.texts[language].title ?? '';
  const silent = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-checked');
  const lacking = silent.filter(({ missing }) => missing.length > 0).map(title);
  const others = silent
    .filter(({ missing }) => missing.length === 0)
    .map((result) => `${title(result)} (${notCheckedText(result, language)})`);
  const all = [...others, ...(lacking.length > 0 ? [`${lacking.join(', ')} (${noColumns[language]})`] : [])];
  return all.length > 0 ? `${notChecked[language]}: ${all.join(', ')}` : '';
}
