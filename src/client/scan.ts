import type { CallApi, Chunk, StartInfo, Top } from '../api/messages.ts';
import { packFindings } from '../api/packed-findings.ts';
import type { AnnotateRequest, AnnotationSheet, TabAtScan } from '../api/requests.ts';
import { chartsOf } from '../audit/answer/chart-data.ts';
import { signalSum } from '../audit/client-report/facts.ts';
import type { AuditInput, PreparedAudit } from '../audit/engine/prepare.ts';
import { usedColumns } from '../audit/engine/used-columns.ts';
import type { BillLine, Report, SheetReport } from '../audit/report.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { Language } from '../i18n/language.ts';
import { parameter, parameterValue } from '../table/fields.ts';
import type { SheetCells } from '../table/reading/read-table.ts';
import { describeSheet, type SheetLayout } from '../table/recognition/layout.ts';
import type { BillLineSum } from '../wording/bill-text.ts';
import { readInChunks, ScanCancelled } from './chunks.ts';

export { ScanCancelled };

/** A sheet as it was read, with what the annotation compares before it writes. */
export interface ScannedSheet extends AuditInput {
  readonly chunks: TabAtScan['chunks'];
}

export interface ScanOptions {
  /** Rows read so far, of how many. */
  readonly onProgress?: (read: number, all: number) => void;
  /** Stops the scan between two chunks. */
  readonly isCancelled?: () => boolean;
  /** Whose cells below the header are read; by default every tab's. */
  readonly isWanted?: (layout: SheetLayout) => boolean;
}

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
  let before = 0;
  const scanned: ScannedSheet[] = [];
  for (const top of tops) {
    const { layout, ourColumns, timeZone } = top;
    const columns = usedColumns(layout);
    const { sheet, headerRow, firstColumn, lastColumn, headers } = layout;
    const place = { sheet, headerRow, firstColumn, lastColumn, headers, columns, ourColumns, timeZone };
    const rows = rowsBelow(top);
    const readSoFar = before;
    const parts = await readInChunks({
      rows,
      width: headers.length,
      read: (from, count) => callApi('chunk', { ...place, from, count }),
      onProgress: (done) => options.onProgress?.(readSoFar + done, all),
      isCancelled: options.isCancelled,
    });
    before += rows;
    const chunks = parts.map(({ from, kinds, fingerprint }) => ({ from, count: kinds.length, fingerprint }));
    scanned.push({ layout, ...(layout.problem ? {} : { cells: joined(columns, parts) }), chunks });
  }
  return scanned;
}

function joined(columns: readonly number[], parts: readonly Chunk[]): SheetCells {
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
export function annotationRequest(judged: Judged, language: Language, now: number): AnnotateRequest {
  const { report, prepared } = judged;
  return {
    sheets: tabsAtScan(judged).map(
      ([sheet, scanned]): AnnotationSheet => ({
        ...scanned,
        kinds: sheet.kinds,
        rowsAudited: sheet.rowsAudited,
        findings: sheet.results.flatMap(({ signal, findings }) => packFindings(signal, findings)),
        results: sheet.results.map(signalSum),
      }),
    ),
    bill: sumsOf(report.bill),
    assumptions: report.assumptions,
    charts: chartsOf(prepared, report),
    language,
    now,
  };
}

/** Every audited tab, and what was scanned of it. */
export function tabsAtScan({ report, scanned }: Pick<Judged, 'report' | 'scanned'>): readonly (readonly [SheetReport, TabAtScan])[] {
  return report.sheets.flatMap((sheet): readonly (readonly [SheetReport, TabAtScan])[] => {
    const source = scanned.find(({ layout }) => layout.sheet === sheet.sheet);
    if (!sheet.area || !source) return [];
    const { layout, chunks } = source;
    const columns = usedColumns(layout);
    const { sheet: name, area } = sheet;
    return [[sheet, { sheet: name, area, headers: layout.headers, columns, fields: fieldsOf(layout), chunks }]];
  });
}

/** The bill without its rows. */
const sumsOf = (bill: readonly BillLine[]): readonly BillLineSum[] => bill.map(({ parts, ...sum }) => ({ ...sum, rows: parts.length }));

function fieldsOf(layout: SheetLayout): readonly string[] {
  const used = new Set(usedColumns(layout));
  return layout.columns.flatMap(({ index, field }) => (field !== null && used.has(index) ? [field] : []));
}
