/** What the portfolio keeps of a client: counts, sums, dates and code words in plain JSON. No cell, no tab's name, nobody's name. */

import { spanOf } from '../../audit/answer/span.ts';
import { type NotChecked, notChecked, type TableKind } from '../../audit/answer/table-kinds.ts';
import { signalSum } from '../../audit/client-report/facts.ts';
import { auditSumOf } from '../../audit/progress/history.ts';
import type { AuditSum } from '../../audit/progress/kept.ts';
import type { Report } from '../../audit/report.ts';
import type { AuditSettings } from '../../audit/settings.ts';
import { isIsoCurrency } from '../../base/numbers.ts';
import { languages, type Text } from '../../i18n/language.ts';
import type { BillSum } from '../../patterns/engine/signal-bill.ts';
import type { Severity } from '../../patterns/engine/verdicts.ts';
import { isUnderstood, notCheckedWords, problemText } from '../../wording/render.ts';
import type { AuditedClient } from '../audit-files.ts';
import { LocalProblem, nothingAudited } from '../problem.ts';
import { type Measures, measuresOf } from './measures.ts';
import { texts } from './texts.ts';

/** What a signal found at a client. */
export interface SignalCount {
  readonly signal: string;
  /** From 1. */
  readonly pattern: number;
  /** Findings by severity, those about a whole table among them. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Rows in which something was found, of how many judged. */
  readonly rows: number;
  readonly of: number;
}

export type BillLineCount = BillSum & { readonly signal: string };

/** A client that could be audited. */
export interface AuditedRecord {
  readonly outcome: 'audited';
  readonly rows: number;
  /** Wall times of the first and the last row. */
  readonly from?: number;
  readonly to?: number;
  /** Every signal that judged something, those that found nothing among them. */
  readonly signals: readonly SignalCount[];
  readonly bill: readonly BillLineCount[];
  /** What could not be checked, and why. */
  readonly notChecked: readonly { readonly what: Text; readonly why: Text }[];
  readonly measures: Measures;
  readonly sum: AuditSum;
  /** Names of what was written beside the first file. */
  readonly copies: readonly string[];
  readonly report?: string;
}

/** A client that could not: one sentence says why and what to do. */
export interface RefusedRecord {
  readonly outcome: 'refused';
  readonly sentence: Text;
}

export type ClientRecord = AuditedRecord | RefusedRecord;

export function recordOf(
  { report, prepared, now }: AuditedClient,
  settings: AuditSettings,
  written: Pick<AuditedRecord, 'copies' | 'report'>,
): ClientRecord {
  if (!isUnderstood(report)) return { outcome: 'refused', sentence: whyNothing(report) };
  const { from, to } = spanOf(prepared);
  return {
    outcome: 'audited',
    rows: report.sheets.reduce((sum, { rowsAudited }) => sum + rowsAudited, 0),
    ...(from === undefined || to === undefined ? {} : { from, to }),
    signals: signalsOf(report),
    bill: report.bill.map(billLine),
    notChecked: notCheckedIn(report),
    measures: measuresOf(prepared, settings),
    sum: auditSumOf(report, now),
    ...written,
  };
}

/** A currency that a cell spells in its own way is a cell's text, and no currency that sums could be in. */
function billLine({ parts, currency, ...sum }: Report['bill'][number]): BillLineCount {
  return { ...sum, ...(currency !== undefined && isIsoCurrency(currency) ? { currency } : {}), rows: parts.length };
}

function signalsOf({ sheets }: Report): readonly SignalCount[] {
  const signals = new Map<string, SignalCount>();
  for (const { signal, pattern, outcome, findings, checkedRows } of sheets.flatMap(({ results }) => results)) {
    if (outcome !== 'found' && outcome !== 'clear') continue;
    const known = signals.get(signal) ?? { signal, pattern, counts: { critical: 0, serious: 0, minor: 0 }, rows: 0, of: 0 };
    const count = (severity: Severity) => known.counts[severity] + findings.filter((finding) => finding.severity === severity).length;
    signals.set(signal, {
      ...known,
      counts: { critical: count('critical'), serious: count('serious'), minor: count('minor') },
      rows: known.rows + findings.filter(({ row }) => row !== null).length,
      of: known.of + checkedRows,
    });
  }
  return [...signals.values()];
}

function notCheckedIn({ sheets }: Report): AuditedRecord['notChecked'] {
  const bare = sheets.map(({ sheet, kinds, results }) => ({ sheet, kinds, results: results.map(signalSum) }));
  const lines = notChecked(bare).map((line: NotChecked<ReturnType<typeof signalSum>> | { kind: TableKind; signals: readonly string[] }) => {
    const [en, ru] = [notCheckedWords(line, 'en'), notCheckedWords(line, 'ru')];
    return { what: { en: en.what, ru: ru.what }, why: { en: en.why, ru: ru.why } };
  });
  // Two tabs that lack the same say it once.
  const unique = new Map(lines.map((line) => [JSON.stringify(line), line]));
  return [...unique.values()];
}

/** The sentence of the tab that comes nearest to a table: one with columns, else the first. */
function whyNothing({ sheets }: Report): Text {
  const problem =
    sheets.find((sheet) => sheet.problem && sheet.problem !== 'empty')?.problem ?? sheets.find((sheet) => sheet.problem)?.problem;
  if (!problem) return nothingAudited;
  const [en, ru] = languages.map((language) => problemText(problem, language));
  return { en: en ?? '', ru: ru ?? '' };
}

/** What nobody foresaw may quote a cell, so that its own words are not repeated. */
export const refusedFor = (problem: unknown): ClientRecord => ({
  outcome: 'refused',
  sentence: problem instanceof LocalProblem ? problem.sentence : texts.broke,
});
