import type { AnnotateResult } from '../../api/messages.ts';
import type { AnnotateRequest } from '../../api/requests.ts';
import { changeIn, type Standing, standingOf } from '../reading/compare.ts';
import { identityColumns, sumOfPairs } from '../reading/row-identity.ts';
import type { Spreadsheet } from '../services/google.ts';
import { withDocumentLock } from '../services/lock.ts';
import { type Annotation, writeColumns } from '../traces/own-columns.ts';
import { clearTab, findOwnTabs, findUnmarkedSummaries, type OwnTab, typedIntoTab } from '../traces/own-tabs.ts';
import type { TabRecord } from '../traces/ownership.ts';
import { LETTERS_OF_ANNOTATIONS, rememberTexts } from '../traces/remembered-texts.ts';
import { withCodeWords } from './code-words.ts';
import { type UnpackedRequest, type UnpackedSheet, unpacked } from './findings-by-row.ts';
import { reasonCells } from './reasons.ts';
import { rulesFor } from './rules.ts';
import { writeSummary } from './summary.ts';

type Task = Standing<UnpackedSheet>;

/** Writes reasons, tints and the summary. Refuses to write over a sheet that changed since the scan; writing twice equals once. */
export function annotate(given: AnnotateRequest): AnnotateResult {
  const request = withCodeWords(unpacked(given));
  return withDocumentLock((): AnnotateResult => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ownTabs = findOwnTabs(spreadsheet);
    const tasks = standingOf(spreadsheet, request.sheets, ownTabs);
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
  const cells = [...tasks.map(({ tab }) => tab), ...summaries].flatMap(typedIntoTab);
  if (cells.length > 0) return { outcome: 'typed-over', cells };
  const tabs = [...tasks.filter(({ isUnmarked }) => isUnmarked).map(({ request }) => request.sheet), ...unmarked.map(({ name }) => name)];
  return tabs.length > 0 ? { outcome: 'unmarked', tabs } : undefined;
}

function write(spreadsheet: Spreadsheet, request: UnpackedRequest, tasks: readonly Task[], summaries: readonly OwnTab[]): AnnotateResult {
  let rows = 0;
  for (const task of tasks) {
    if (!hasReasons(task)) {
      // Nothing to say beside any row: no columns, and none left from an earlier audit.
      clearTab(spreadsheet, task.tab);
      continue;
    }
    const annotation = annotationOf(task, request, LETTERS_OF_ANNOTATIONS / tasks.length);
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

/** @param letters for the memory of its texts */
function annotationOf({ tab, request, comparison }: Task, { language }: UnpackedRequest, letters: number): Annotation {
  const { headerRow, firstColumn, lastColumn, endRow } = request.area;
  const cells = reasonCells(request, language);
  const identity = identityColumns(request);
  const record: TabRecord = {
    kind: 'annotated',
    texts: rememberTexts(
      cells.slice(1).flatMap(([, reason]) => (reason ? [reason] : [])),
      letters,
    ),
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
    rules: () => rulesFor(tab.sheet, request, area, language),
  };
}

/** After a failure the tabs are as before any audit, or, where that fails too, marked for the next run to clean up. */
function takeBack(spreadsheet: Spreadsheet, { sheets }: UnpackedRequest): void {
  try {
    for (const tab of findOwnTabs(spreadsheet)) {
      const isTouched = tab.kind === 'summary' || sheets.some(({ sheet }) => sheet === tab.name);
      if (isTouched) clearTab(spreadsheet, tab);
    }
  } catch {
    // What made writing fail may make this fail too. The marks stay.
  }
}
