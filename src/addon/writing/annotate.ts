import type { AnnotateResult, JsonCell } from '../../api/messages.ts';
import type { AnnotateRequest } from '../../api/requests.ts';
import { grouped } from '../../base/groups.ts';
import { createZone } from '../../base/zone.ts';
import type { TableArea } from '../../table/column-report.ts';
import { type Block, jsonCell, readBlock } from '../reading/cells.ts';
import { changeIn, type Standing, standingOf } from '../reading/compare.ts';
import { identityColumns, sumOfPairs } from '../reading/row-identity.ts';
import type { Spreadsheet } from '../services/google.ts';
import { withDocumentLock } from '../services/lock.ts';
import { type Annotation, writeColumns } from '../traces/own-columns.ts';
import { clearTab, findOwnTabs, findUnmarkedSummaries, type OwnTab, typedIntoTab } from '../traces/own-tabs.ts';
import type { TabRecord } from '../traces/ownership.ts';
import { LETTERS_OF_ANNOTATIONS, rememberTexts } from '../traces/remembered-texts.ts';
import { reasonCells } from './reasons.ts';
import { headingRule, rulesFor } from './rules.ts';
import { writeSummary } from './summary.ts';
import { type UnpackedRequest, type UnpackedSheet, unpacked } from './unpacked-request.ts';

type Task = Standing<UnpackedSheet>;

/** Tables of one tab, from top to bottom: they share our two columns. */
interface TabTask {
  readonly tab: OwnTab;
  readonly tables: readonly Task[];
}

/** Writes reasons, tints and the summary. Refuses to write over a sheet that changed since the scan; writing twice equals once. */
export function annotate(given: AnnotateRequest): AnnotateResult {
  const request = unpacked(given);
  return withDocumentLock((): AnnotateResult => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ownTabs = findOwnTabs(spreadsheet);
    const tasks = standingOf(request.sheets, ownTabs);
    const unmarked = findUnmarkedSummaries(spreadsheet, ownTabs);
    const summaries = [...ownTabs.filter(({ kind }) => kind === 'summary'), ...unmarked];
    const refused = refusal(request, tasks, summaries, unmarked);
    if (refused) return refused;
    try {
      return write(spreadsheet, request, tasks, summaries);
    } catch (problem) {
      takeBack(spreadsheet, request);
      throw problem;
    }
  });
}

/** Why nothing is written, if so: the sheet changed, or something of the user's would be lost unasked. */
function refusal(
  { force, acceptChangedValues }: UnpackedRequest,
  tasks: readonly Task[],
  summaries: readonly OwnTab[],
  unmarked: readonly OwnTab[],
): AnnotateResult | undefined {
  const change = changeIn(tasks, acceptChangedValues);
  if (change) return change;
  if (force) return undefined;
  const cells = [...byTab(tasks).map(({ tab }) => tab), ...summaries].flatMap(typedIntoTab);
  if (cells.length > 0) return { outcome: 'typed-over', cells };
  const hidden = byTab(tasks).filter(({ tables }) => tables.some(({ isUnmarked }) => isUnmarked));
  const tabs = [...hidden.map(({ tab }) => tab.name()), ...unmarked.map(({ name }) => name())];
  return tabs.length > 0 ? { outcome: 'unmarked', tabs } : undefined;
}

function write(spreadsheet: Spreadsheet, request: UnpackedRequest, tasks: readonly Task[], summaries: readonly OwnTab[]): AnnotateResult {
  let rows = 0;
  const tabs = byTab(tasks);
  for (const task of tabs) {
    if (!hasReasons(task)) {
      // Nothing to say beside any row: no columns, and none left from an earlier audit.
      clearTab(spreadsheet, task.tab);
      continue;
    }
    const annotation = annotationOf(task, request, LETTERS_OF_ANNOTATIONS / tabs.length);
    writeColumns(task.tab, annotation);
    rows += annotation.cells.filter(([numbers], index) => index > 0 && numbers !== '').length;
  }
  const active = spreadsheet.getActiveSheet();
  const front = summaries.length > 0 ? active.getSheetId() : undefined;
  const isFollowed = summaries.some(({ id }) => id === front);
  for (const tab of summaries) clearTab(spreadsheet, tab);
  const summary = writeSummary(spreadsheet, request, isFollowed ? undefined : active);
  return { outcome: 'written', rows, tabs: [...tabs.filter(hasReasons).map(({ tab }) => tab.name()), summary] };
}

const byTab = (tasks: readonly Task[]): readonly TabTask[] =>
  [...grouped(tasks, ({ tab }) => tab.id).values()].flatMap((tables) => {
    const sorted = tables.sort((one, other) => one.request.area.headerRow - other.request.area.headerRow);
    return sorted[0] ? [{ tab: sorted[0].tab, tables: sorted }] : [];
  });

const hasReasons = ({ tables }: TabTask) => tables.some(({ request }) => request.findings.some(({ row }) => row !== null));

/** @param letters for the memory of its texts */
function annotationOf({ tab, tables }: TabTask, { language }: UnpackedRequest, letters: number): Annotation {
  const requests = tables.map(({ request }) => request);
  const area = around(requests.map((request) => request.area));
  const cells = reasonCells(area, requests, language);
  const identity = identityOf(tab, tables, area);
  const record: TabRecord = {
    kind: 'annotated',
    texts: rememberTexts(
      cells.slice(1).flatMap(([, reason]) => (reason ? [reason] : [])),
      letters,
    ),
    identity: identity.map(({ header }) => header),
    together: sumOfPairs(
      identity.map((column) => column.cells),
      cells.slice(1),
    ),
  };
  const numbers = area.lastColumn + 2;
  return {
    headerRow: area.headerRow + 1,
    firstColumn: area.firstColumn + 1,
    lastColumn: area.lastColumn + 1,
    cells,
    record,
    rules: () => [
      ...requests.flatMap((request) => rulesFor(tab.sheet, request, numbers, language)),
      headingRule(tab.sheet, area.headerRow + 1, numbers),
    ],
  };
}

/** The rows and columns that hold all of these tables. */
const around = (areas: readonly TableArea[]): TableArea => ({
  headerRow: Math.min(...areas.map(({ headerRow }) => headerRow)),
  endRow: Math.max(...areas.map(({ endRow }) => endRow)),
  firstColumn: Math.min(...areas.map(({ firstColumn }) => firstColumn)),
  lastColumn: Math.max(...areas.map(({ lastColumn }) => lastColumn)),
});

/** A column that makes a row the row it is. */
interface Identity {
  readonly header: string;
  readonly cells: readonly JsonCell[];
}

/** By the first header of the tab; what stands below it beside further tables is read anew. */
function identityOf(tab: OwnTab, [first, ...further]: readonly Task[], { endRow }: TableArea): readonly Identity[] {
  if (!first) return [];
  const { request, comparison } = first;
  const { area, headers, columns } = request;
  const identity = identityColumns(request).map((index) => {
    const column = columns[index] ?? 0;
    return { column, header: headers[column - area.firstColumn] ?? '', cells: comparison.cells[index] ?? [] };
  });
  return further.length === 0 ? identity : readAnew(tab, identity, { row: area.headerRow + 2, rows: endRow - area.headerRow - 1 });
}

function readAnew(
  { sheet, own }: OwnTab,
  identity: readonly (Identity & { readonly column: number })[],
  rows: Pick<Block, 'row' | 'rows'>,
): readonly Identity[] {
  const zone = createZone(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
  const ourColumns = own.map(({ column }) => column - 1);
  return identity.map(({ column, header }) => ({
    header,
    cells: readBlock(sheet, { ...rows, firstColumn: column, lastColumn: column, ourColumns }).map(([cell]) => jsonCell(cell, zone)),
  }));
}

/** After a failure the tabs are as before any audit, or, where that fails too, marked for the next run to clean up. */
function takeBack(spreadsheet: Spreadsheet, { sheets }: UnpackedRequest): void {
  try {
    for (const tab of findOwnTabs(spreadsheet)) {
      const isTouched = tab.kind === 'summary' || sheets.some(({ sheet }) => sheet === tab.name());
      if (isTouched) clearTab(spreadsheet, tab);
    }
  } catch {
    // What made writing fail may make this fail too. The marks stay.
  }
}
