import type { PatternResult, Report } from '../audit/report.ts';
import type { Language } from '../i18n/language.ts';
import { assumptionText } from './assumption-text.ts';
import { billText } from './bill-text.ts';
import { explainedText, findingText, insightText, missingHeaders, notCheckedText, problemText, skippedText } from './render.ts';

/** The report as the command line prints it with `--json`: plain JSON, sentences in the chosen language and in both beside. */
export function reportJson(report: Report, language: Language): unknown {
  return {
    sheets: report.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      ...(sheet.problem ? { problem: problemText(sheet.problem, language) } : {}),
      rowsAudited: sheet.rowsAudited,
      leftOut: sheet.leftOut,
      columns: sheet.columns,
      results: sheet.results.map((result) => resultJson(result, language)),
      ...(sheet.overview ? { overview: sheet.overview } : {}),
    })),
    bill: report.bill.map((line) => ({ ...line, text: billText({ ...line, rows: line.parts.length }, language) })),
    insights: report.insights.map((insight) => ({ ...insight, message: insightText(insight.signal, insight, language) })),
    assumptions: report.assumptions.map((assumption) => ({ ...assumption, message: assumptionText(assumption, language) })),
  };
}

function resultJson(result: PatternResult, language: Language): unknown {
  const { pattern, signal, outcome, findings, checkedRows, skipped, missing, explained } = result;
  const reason = notCheckedText(result, language);
  return {
    pattern,
    signal,
    outcome,
    findings: findings.map(({ row, severity, evidence }) => ({
      row,
      severity,
      evidence,
      ...findingText(signal, evidence, language),
      texts: { en: findingText(signal, evidence, 'en'), ru: findingText(signal, evidence, 'ru') },
    })),
    checkedRows,
    skipped: skipped.map((skip) => ({ reason: skippedText(signal, skip, language), rows: skip.rows })),
    missing: missingHeaders(missing, language),
    explained: explained.map(({ row, why }) => ({ row, why: explainedText(why, language) })),
    ...(reason === '' ? {} : { reason }),
  };
}
