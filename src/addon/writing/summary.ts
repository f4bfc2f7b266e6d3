import type { ResultSum } from '../../api/requests.ts';
import { notChecked } from '../../audit/table-kinds.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { shared, wordsOf } from '../../i18n/words.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { assumptionText } from '../../wording/assumption-text.ts';
import { type BillLineSum, billWords, rowCount } from '../../wording/bill-text.ts';
import { chartTable } from '../../wording/charts/chart-table.ts';
import { notCheckedWords, skippedText } from '../../wording/render.ts';
import type { Sheet, Spreadsheet } from '../services/google.ts';
import type { UnpackedRequest, UnpackedSheet } from './findings-by-row.ts';
import { sentence } from './reasons.ts';
import { BAND, type Line, writeOwnTab } from './write-own-tab.ts';

const texts = {
  scanned: { en: 'Checked on', ru: 'Проверено' },
  bill: { en: 'The bill', ru: 'Во что это обошлось' },
  noBill: { en: 'Nothing to add up.', ru: 'Складывать нечего.' },
  found: { en: 'What was found', ru: 'Что найдено' },
  table: { en: 'About the table', ru: 'О таблице в целом' },
  clear: { en: 'Nothing found', ru: 'Не найдено' },
  checked: { en: 'Rows checked', ru: 'Проверено строк' },
  notChecked: { en: 'What was not checked, and why', ru: 'Что не проверено и почему' },
  everything: { en: 'Everything could be checked.', ru: 'Проверить удалось всё.' },
  explained: { en: 'Explained, not counted', ru: 'Объяснено и не считается' },
  skipped: { en: 'Not judged', ru: 'Без оценки' },
  assumptions: { en: 'What was taken for granted', ru: 'Из чего исходили при подсчёте' },
  legend: { en: 'Numbers and colours', ru: 'Номера и цвета' },
} as const satisfies Record<string, Text>;

/**
 * Writes the summary into a new tab after all others.
 * @param front the tab that stays in front; without it the summary does
 */
export function writeSummary(spreadsheet: Spreadsheet, request: UnpackedRequest, front?: Sheet): string {
  const { charts, language } = request;
  const name = shared.summaryTab[language];
  const tables = charts.map((chart) => chartTable(chart, language));
  const content = { name, lines: linesOf(request), widths: [260, 620], charts: tables, chartsAt: 'beside', frozenRows: 1 } as const;
  return writeOwnTab(spreadsheet, { kind: 'summary', ...content }, front);
}

function linesOf({ sheets, bill, assumptions, language, now }: UnpackedRequest): readonly Line[] {
  const words = wordsOf(language);
  const heading = (text: Text, beside = ''): Line => ({ cells: [text[language], beside], look: 'heading', colour: BAND });
  const blank: Line = { cells: ['', ''] };
  return [
    heading(shared.productName, `${texts.scanned[language]} ${words.date(now)}`),
    blank,
    heading(texts.bill),
    ...(bill.length > 0 ? bill.map((sum): Line => billLine(sum, language)) : [{ cells: ['', texts.noBill[language]] } as Line]),
    blank,
    ...sheets.flatMap((sheet) => [heading(texts.found, sheet.sheet), ...foundLines(sheet, language), blank]),
    heading(texts.notChecked),
    ...notCheckedLines(sheets, language),
    blank,
    heading(texts.assumptions),
    ...assumptions.map((assumption): Line => ({ cells: ['', assumptionText(assumption, language)] })),
    blank,
    heading(texts.legend),
    ...patterns.map(
      ({ title, why, colour }, index): Line => ({ cells: [`${index + 1}. ${title[language]}`, why[language]], colour: colour.row }),
    ),
  ];
}

/** The figure stands out; what it is stands beside it. */
export function billLine(sum: BillLineSum, language: Language): Line {
  const { amount, what } = billWords(sum, language);
  return { cells: [amount, what], look: 'figure' };
}

const titleOf = ({ signal }: Pick<ResultSum, 'signal'>, language: Language) => signalById(signal)?.signal.texts[language].title ?? '';

function foundLines({ findings, results }: UnpackedSheet, language: Language): readonly Line[] {
  const words = wordsOf(language);
  return results
    .filter(({ outcome }) => outcome === 'found' || outcome === 'clear')
    .map((result): Line => {
      const own = findings.filter(({ signal }) => signal === result.signal);
      const rows = own.filter(({ row }) => row !== null).length;
      const number = signalById(result.signal)?.number ?? 0;
      const parts = [
        own.length === 0 ? texts.clear[language] : rows > 0 ? rowCount(rows, words) : texts.table[language],
        `${texts.checked[language]}: ${words.number(result.checkedRows, 0)}`,
        ...own.filter(({ row }) => row === null).map((finding) => sentence(finding, language)),
        ...(own.length > 0 ? [signalById(result.signal)?.signal.texts[language].fix ?? ''] : []),
        ...(result.explained > 0 ? [`${texts.explained[language]}: ${words.number(result.explained, 0)}`] : []),
        ...result.skipped.map(
          (skipped) => `${texts.skipped[language]}: ${rowCount(skipped.rows, words)} (${skippedText(result.signal, skipped, language)})`,
        ),
      ];
      return { cells: [`${number}. ${titleOf(result, language)}`, parts.join('. ').replace(/\.\. /g, '. ')] };
    });
}

function notCheckedLines(sheets: readonly UnpackedSheet[], language: Language): readonly Line[] {
  const silent = notChecked(sheets);
  if (silent.length === 0) return [{ cells: ['', texts.everything[language]] }];
  return silent.map((line): Line => {
    const { what, sheet, why } = notCheckedWords(line, language);
    return { cells: [what, sheet === undefined ? why : `${sheet}: ${why}`] };
  });
}
