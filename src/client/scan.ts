import type { CallApi, Chunk, JsonCell, StartInfo, Top } from '../api/messages.ts';
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
import { otherTableAt, type SheetCells } from '../table/reading/read-table.ts';
import type { SheetLayout } from '../table/recognition/layout.ts';
import type { BillLineSum } from '../wording/bill-text.ts';
import { readInChunks, ScanCancelled } from './chunks.ts';

export { ScanCancelled };

/** A table as it was read, with what the annotation compares before it writes. */
export interface ScannedSheet extends AuditInput {
  readonly chunks: TabAtScan['chunks'];
  readonly lastRow: number;
  readonly timeZone: string;
  /** What kind of cells each column of the tab holds. */
  readonly profiles: Top['profiles'];
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

/** A table that was found, with what is known of its tab. */
interface Found extends Omit<Top, 'tables'> {
  readonly layout: SheetLayout;
}

/** Reads tabs through the add-on: the top first, then only the columns that the audit uses. Writes nothing. */
export async function scan(
  callApi: CallApi,
  tabs: readonly string[],
  settings: AuditSettings,
  options: ScanOptions = {},
): Promise<readonly ScannedSheet[]> {
  const { isWanted = () => true } = options;
  const look = async (tab: string, from: number): Promise<readonly Found[]> => {
    if (options.isCancelled?.()) throw new ScanCancelled();
    const corrections = settings.columns?.[tab] ?? {};
    const { tables, ...top } = await callApi('top', { sheet: tab, corrections, ...(from > 0 ? { from } : {}) });
    return tables.map((layout) => ({ ...top, layout }));
  };
  const rowsBelow = ({ layout, lastRow }: Found) =>
    layout.problem || !isWanted(layout) ? 0 : Math.max(0, (layout.nextTable ?? lastRow) - layout.headerRow - 1);
  const found: Found[] = [];
  for (const tab of tabs) found.push(...(await look(tab, 0)));
  const scanned: ScannedSheet[] = [];
  let before = 0;
  for (let place = 0; place < found.length; place++) {
    const table = found[place];
    if (!table) break;
    const all = found.reduce((sum, other) => sum + rowsBelow(other), 0);
    const rows = rowsBelow(table);
    const readSoFar = before;
    const { cells, chunks } = await readCells(callApi, table, rows, {
      ...options,
      onProgress: (done) => options.onProgress?.(readSoFar + done, all),
    });
    before += rows;
    // What stands below is a table of its own, if its columns can be told.
    const { headerRow, tab } = table.layout;
    const end = otherTableAt(cells);
    const below = end < rows ? await look(tab, headerRow + 1 + end) : [];
    found.splice(place + 1, 0, ...below);
    const layout = below.length > 0 ? { ...table.layout, nextTable: headerRow + 1 + end } : table.layout;
    scanned.push({
      layout,
      lastRow: table.lastRow,
      timeZone: table.timeZone,
      profiles: table.profiles,
      chunks,
      ...(layout.problem ? {} : { cells: below.length > 0 ? firstOf(cells, end) : cells }),
    });
  }
  return scanned;
}

/** The cells below a table's header that the audit uses. */
async function readCells(
  callApi: CallApi,
  { layout, ourColumns, timeZone }: Found,
  rows: number,
  { onProgress, isCancelled }: ScanOptions,
) {
  const columns = usedColumns(layout);
  const { tab, headerRow, firstColumn, lastColumn, headers } = layout;
  const parts = await readInChunks({
    rows,
    width: headers.length,
    read: (from, count) =>
      callApi('chunk', { sheet: tab, headerRow, firstColumn, lastColumn, headers, columns, ourColumns, timeZone, from, count }),
    onProgress: (done) => onProgress?.(done, rows),
    isCancelled,
  });
  const chunks = parts.map(({ from, kinds, fingerprint }) => ({ from, count: kinds.length, fingerprint }));
  return { cells: joined(columns, parts), chunks };
}

/** The rows above one. */
const firstOf = ({ kinds, columns }: SheetCells, rows: number): SheetCells => ({
  rowCount: rows,
  kinds: Array.from(kinds).slice(0, rows),
  columns: new Map([...columns].map(([index, cells]) => [index, Array.from(cells).slice(0, rows)])),
});

/** To put together from: many times faster than `flatMap`, and there are a million cells. */
const none: readonly JsonCell[] = [];

function joined(columns: readonly number[], parts: readonly Chunk[]): SheetCells {
  const kinds = parts.flatMap((part) => part.kinds);
  return {
    rowCount: kinds.length,
    kinds,
    columns: new Map(columns.map((column, index) => [column, none.concat(...parts.map((part) => part.columns[index] ?? []))])),
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
export function annotationRequest(judged: Judged, language: Language, now: number, settings: AuditSettings = {}): AnnotateRequest {
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
    charts: chartsOf(prepared, report, undefined, settings),
    language,
    now,
  };
}

/** Every audited tab, and what was scanned of it. */
export function tabsAtScan({ report, scanned }: Pick<Judged, 'report' | 'scanned'>): readonly (readonly [SheetReport, TabAtScan])[] {
  return report.sheets.flatMap((sheet): readonly (readonly [SheetReport, TabAtScan])[] => {
    const source = scanned.find(({ layout }) => layout.sheet === sheet.sheet);
    if (!sheet.area || !source) return [];
    const { layout, chunks, lastRow, timeZone } = source;
    const { tab, firstRow, headers } = layout;
    const { sheet: table, area } = sheet;
    const columns = usedColumns(layout);
    return [[sheet, { sheet: tab, table, firstRow, area, headers, columns, fields: fieldsOf(layout), chunks, lastRow, timeZone }]];
  });
}

/** The bill without its rows. */
const sumsOf = (bill: readonly BillLine[]): readonly BillLineSum[] => bill.map(({ parts, ...sum }) => ({ ...sum, rows: parts.length }));

function fieldsOf(layout: SheetLayout): readonly string[] {
  const used = new Set(usedColumns(layout));
  return layout.columns.flatMap(({ index, field }) => (field !== null && used.has(index) ? [field] : []));
}
