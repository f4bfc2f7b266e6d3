import type { AnnotateRequest, AnnotationSheet, BillSum, CallApi, JsonCell, ResultSum, StartInfo, Top } from '../addon/api.ts';
import { chartsOf } from '../audit/charts.ts';
import type { AuditInput, PreparedAudit } from '../audit/engine.ts';
import { describeSheet, type SheetLayout, TOP_ROWS } from '../audit/layout.ts';
import { type SheetCells, usedColumns } from '../audit/read-table.ts';
import type { BillLine, Report } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { Language } from '../i18n/language.ts';
import { parameter, parameterValue } from '../patterns/columns.ts';
import type { SignalResult } from '../patterns/define.ts';

/** One chunk is about so many cells: far below what a call may carry, and quick enough for a progress bar. */
const CELLS_PER_CHUNK = 100_000;

/** A sheet as it was read, with what the annotation compares before it writes. */
export interface ScannedSheet extends AuditInput {
  readonly chunks: AnnotationSheet['chunks'];
}

export interface ScanOptions {
  /** Rows read so far, of how many. */
  readonly onProgress?: (read: number, all: number) => void;
  /** Stops the scan between two chunks. */
  readonly isCancelled?: () => boolean;
  /** Whose cells below the header are read; by default every tab's. */
  readonly isWanted?: (layout: SheetLayout) => boolean;
}

export class ScanCancelled extends Error {}

/** A tab of parameters and values: what it says of the client counts for every tab. */
export const isClientTab = ({ columns }: SheetLayout): boolean =>
  [parameter, parameterValue].every(({ id }) => columns.some(({ field }) => field === id));

/** Reads tabs through the add-on: the top first, then only the columns that the audit uses. Writes nothing. */
export async function scan(
  callApi: CallApi,
  sheets: readonly string[],
  settings: AuditSettings,
  options: ScanOptions = {},
): Promise<readonly ScannedSheet[]> {
  const { isWanted = () => true } = options;
  const tops: (Omit<Top, 'rows'> & { readonly layout: SheetLayout })[] = [];
  for (const sheet of sheets) {
    if (options.isCancelled?.()) throw new ScanCancelled();
    const corrections = settings.columns?.[sheet] ?? {};
    const { rows, ...top } = await callApi('top', { sheet, corrections });
    tops.push({ ...top, layout: describeSheet(sheet, rows, corrections) });
  }
  const rowsBelow = ({ layout, lastRow }: (typeof tops)[number]) =>
    layout.problem || !isWanted(layout) ? 0 : Math.max(0, lastRow - layout.headerRow - 1);
  const all = tops.reduce((sum, top) => sum + rowsBelow(top), 0);
  let read = 0;
  const scanned: ScannedSheet[] = [];
  for (const top of tops) {
    const { layout, ourColumns, timeZone } = top;
    const chunks: { from: number; count: number; fingerprint: string }[] = [];
    const parts: { kinds: readonly number[]; columns: readonly (readonly JsonCell[])[] }[] = [];
    const columns = usedColumns(layout);
    const step = Math.max(TOP_ROWS, Math.floor(CELLS_PER_CHUNK / Math.max(1, layout.headers.length)));
    for (let from = 0; from < rowsBelow(top); from += step) {
      if (options.isCancelled?.()) throw new ScanCancelled();
      const count = Math.min(step, rowsBelow(top) - from);
      const { sheet, headerRow, firstColumn, lastColumn, headers } = layout;
      const place = { sheet, headerRow, firstColumn, lastColumn, headers, columns, ourColumns, timeZone };
      const chunk = await callApi('chunk', { ...place, from, count });
      parts.push(chunk);
      chunks.push({ from, count, fingerprint: chunk.fingerprint });
      read += count;
      options.onProgress?.(read, all);
    }
    scanned.push({ layout, ...(layout.problem ? {} : { cells: joined(columns, parts) }), chunks });
  }
  return scanned;
}

function joined(
  columns: readonly number[],
  parts: readonly { kinds: readonly number[]; columns: readonly (readonly JsonCell[])[] }[],
): SheetCells {
  const kinds = parts.flatMap((part) => part.kinds);
  return {
    rowCount: kinds.length,
    kinds,
    columns: new Map(columns.map((column, index) => [column, parts.flatMap((part) => part.columns[index] ?? [])])),
  };
}

/** Tabs that can be audited: not our own, and with cells. */
export const auditableTabs = ({ tabs }: StartInfo): readonly string[] =>
  tabs.filter(({ isGrid, isOurs }) => isGrid && !isOurs).map(({ name }) => name);

/** What was read, and what it came to. */
export interface Judged {
  readonly report: Report;
  readonly scanned: readonly ScannedSheet[];
  readonly prepared: PreparedAudit;
}

/** What the server needs to write: findings as numbers, results as counts, and the fingerprints of what was read. */
export function annotationRequest({ report, scanned, prepared }: Judged, language: Language, now: number): AnnotateRequest {
  return {
    sheets: report.sheets.flatMap((sheet): readonly AnnotationSheet[] => {
      const source = scanned.find(({ layout }) => layout.sheet === sheet.sheet);
      if (!sheet.area || !source) return [];
      return [
        {
          sheet: sheet.sheet,
          area: sheet.area,
          headers: source.layout.headers,
          columns: usedColumns(source.layout),
          fields: fieldsOf(source.layout),
          chunks: source.chunks,
          rowsAudited: sheet.rowsAudited,
          findings: sheet.results.flatMap(({ signal, findings }) => findings.map(({ row, evidence }) => ({ row, signal, evidence }))),
          results: sheet.results.map(resultSum),
        },
      ];
    }),
    bill: sumsOf(report.bill),
    assumptions: report.assumptions,
    charts: chartsOf(prepared, report),
    language,
    now,
  };
}

/** A signal's result without its rows. */
export const resultSum = ({ signal, outcome, checkedRows, missing, notJudged, skipped, explained }: SignalResult): ResultSum => ({
  ...{ signal, outcome, checkedRows, missing, explained: explained.length },
  ...(notJudged ? { notJudged: { reason: notJudged.reason, evidence: notJudged.evidence } } : {}),
  skipped: skipped.map(({ rows, ...skip }) => ({ ...skip, rows: rows.length })),
});

/** The bill without its rows. */
export const sumsOf = (bill: readonly BillLine[]): readonly BillSum[] => bill.map(({ parts, ...sum }) => ({ ...sum, rows: parts.length }));

function fieldsOf(layout: SheetLayout): readonly string[] {
  const used = new Set(usedColumns(layout));
  return layout.columns.flatMap(({ index, field }) => (field !== null && used.has(index) ? [field] : []));
}
