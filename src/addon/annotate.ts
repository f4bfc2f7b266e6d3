import type { AnnotateRequest, AnnotateResult, AnnotationSheet } from './api.ts';
import { type Annotation, writeColumns } from './columns.ts';
import { type Comparison, compare } from './compare.ts';
import type { Spreadsheet } from './google.ts';
import { withDocumentLock } from './lock.ts';
import { rememberTexts } from './memory.ts';
import { findUnmarkedColumns, type TabRecord } from './own.ts';
import { tabByName } from './read.ts';
import { reasonCells } from './reasons.ts';
import { rulesFor } from './rules.ts';
import { writeSummary } from './summary.ts';
import { clearTab, findOwnTabs, findUnmarkedSummaries, type OwnTab, typedIntoTab } from './tabs.ts';
import { identityColumns, sumOfPairs } from './together.ts';
import { withCodeWords } from './words.ts';

/** One tab to be annotated, as it stands before anything is written. */
interface Task {
  readonly tab: OwnTab;
  /** Whether our columns stand in it without our mark. */
  readonly isUnmarked: boolean;
  readonly request: AnnotationSheet;
  readonly comparison: Comparison;
}

/** Writes reasons, tints and the summary. Refuses to write over a sheet that changed since the scan; writing twice equals once. */
export function annotate(given: AnnotateRequest): AnnotateResult {
  const request = withCodeWords(given);
  return withDocumentLock((): AnnotateResult => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ownTabs = findOwnTabs(spreadsheet);
    const tasks = readTasks(spreadsheet, request, ownTabs);
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

/** Reads everything again that was scanned, before anything is written anywhere. */
function readTasks(spreadsheet: Spreadsheet, { sheets }: AnnotateRequest, ownTabs: readonly OwnTab[]): readonly Task[] {
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  return sheets.map((request) => {
    const name = request.sheet;
    const sheet = tabByName(name);
    const marked: OwnTab = ownTabs.find((tab) => tab.name === name) ?? { kind: 'annotated', sheet, name, own: [] };
    const row = request.area.headerRow + 1;
    const lastRow = sheet.getLastRow();
    const header = lastRow < row ? [] : sheet.getRange(row, 1, 1, sheet.getLastColumn()).getValues();
    const unmarked = findUnmarkedColumns(sheet, header, row, marked.own);
    const own = [...marked.own, ...unmarked].sort((one, other) => one.column - other.column);
    const ourColumns = own.map(({ column }) => column - 1);
    const comparison = compare(sheet, request, { header: header[0] ?? [], lastRow, ourColumns, timeZone });
    return { tab: { ...marked, own }, isUnmarked: unmarked.length > 0, request, comparison };
  });
}

/** Why nothing is written, if so: the sheet changed, or something of the user's would be lost unasked. */
function refusal(
  { force, acceptChangedValues }: AnnotateRequest,
  tasks: readonly Task[],
  summaries: readonly OwnTab[],
  unmarked: readonly OwnTab[],
): AnnotateResult | undefined {
  const other = tasks.find(({ comparison: { state } }) => state === 'changed' || (state === 'formula-values' && !acceptChangedValues));
  if (other) return { outcome: 'changed', sheet: other.request.sheet, onlyFormulaValues: other.comparison.state === 'formula-values' };
  if (force) return undefined;
  const cells = [...tasks.map(({ tab }) => tab), ...summaries].flatMap(typedIntoTab);
  if (cells.length > 0) return { outcome: 'typed-over', cells };
  const tabs = [...tasks.filter(({ isUnmarked }) => isUnmarked).map(({ request }) => request.sheet), ...unmarked.map(({ name }) => name)];
  return tabs.length > 0 ? { outcome: 'unmarked', tabs } : undefined;
}

function write(spreadsheet: Spreadsheet, request: AnnotateRequest, tasks: readonly Task[], summaries: readonly OwnTab[]): AnnotateResult {
  let rows = 0;
  for (const task of tasks) {
    if (!hasReasons(task)) {
      // Nothing to say beside any row: no columns, and none left from an earlier audit.
      clearTab(spreadsheet, task.tab);
      continue;
    }
    const annotation = annotationOf(task, request);
    writeColumns(task.tab, annotation);
    rows += annotation.cells.filter(([numbers], index) => index > 0 && numbers !== '').length;
  }
  const active = spreadsheet.getActiveSheet();
  const activeName = active.getName();
  for (const tab of summaries) clearTab(spreadsheet, tab);
  const isFollowed = summaries.some(({ name }) => name === activeName);
  const summary = writeSummary(spreadsheet, request, isFollowed ? undefined : active);
  return { outcome: 'written', rows, tabs: [...tasks.filter(hasReasons).map(({ request: { sheet } }) => sheet), summary] };
}

const hasReasons = ({ request }: Task) => request.findings.some(({ row }) => row !== null);

function annotationOf({ tab, request, comparison }: Task, { language }: AnnotateRequest): Annotation {
  const { headerRow, firstColumn, lastColumn, endRow } = request.area;
  const cells = reasonCells(request, language);
  const identity = identityColumns(request);
  const record: TabRecord = {
    kind: 'annotated',
    texts: rememberTexts(cells.slice(1).flatMap(([, reason]) => (reason ? [reason] : []))),
    identity: identity.map((index) => request.headers[(request.columns[index] ?? 0) - firstColumn] ?? ''),
    together: sumOfPairs(
      identity.map((index) => comparison.cells[index] ?? []),
      cells.slice(1),
    ),
  };
  const area = {
    firstRow: headerRow + 2,
    lastRow: endRow,
    firstColumn: firstColumn + 1,
    lastColumn: lastColumn + 1,
    numbers: lastColumn + 2,
  };
  return {
    headerRow: headerRow + 1,
    firstColumn: firstColumn + 1,
    lastColumn: lastColumn + 1,
    cells,
    record,
    rules: () => rulesFor(tab.sheet, request, area),
  };
}

/** After a failure the tabs are as before any audit, or, where that fails too, marked for the next run to clean up. */
function takeBack(spreadsheet: Spreadsheet, { sheets }: AnnotateRequest): void {
  try {
    for (const tab of findOwnTabs(spreadsheet)) {
      const isTouched = tab.kind === 'summary' || sheets.some(({ sheet }) => sheet === tab.name);
      if (isTouched) clearTab(spreadsheet, tab);
    }
  } catch {
    // What made writing fail may make this fail too. The marks stay.
  }
}
