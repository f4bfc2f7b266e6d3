/** What every section of the portfolio is made of. */
import { severities } from '../../../patterns/engine/verdicts.ts';
import type { ChartTable } from '../../../wording/charts/chart-table.ts';
import type { SignalCount } from '../record.ts';

/** `file`: path of something that lies beside the client's own files. */
export type Cell = string | number | null | { readonly text: string; readonly file: string };

export interface Column {
  readonly title: string;
  /** How its numbers are written. */
  readonly format: 'text' | 'count' | 'amount' | 'share' | 'long-text';
}

export interface Section {
  readonly title: string;
  /** The name of its tab, where that is another. */
  readonly tab?: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly charts: readonly ChartTable[];
}

/** So many bars have room for their names; the table has the others. */
export const MOST_BARS = 6;

/** Findings of these signals, whatever their severity. */
export const findingsOf = (signals: readonly SignalCount[]) =>
  signals.reduce((sum, { counts }) => sum + severities.reduce((own, severity) => own + counts[severity], 0), 0);

/** Bars of these rows; none where every one of them would be nothing. */
export function barChart(title: string, columns: readonly string[], rows: ChartTable['rows']): ChartTable | undefined {
  return rows.some(({ values }) => values.some((value) => (value ?? 0) > 0)) ? { kind: 'groups', title, columns, rows } : undefined;
}
