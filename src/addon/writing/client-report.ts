import type { ReportResult } from '../../api/messages.ts';
import type { ReportRequest } from '../../api/requests.ts';
import { shared } from '../../i18n/words.ts';
import { reportContent } from '../../wording/client-report/content.ts';
import { changeIn, standingOf } from '../reading/compare.ts';
import { withDocumentLock } from '../services/lock.ts';
import { clearTab, findOwnTabs, typedIntoTab } from '../traces/own-tabs.ts';
import { reportLines } from './client-report-lines.ts';
import { writeOwnTab } from './write-own-tab.ts';

/** Writes the report that goes to the client: values and formats only, neutral, and nothing in it but our words, numbers and names of tabs. */
export function report(request: ReportRequest): ReportResult {
  return withDocumentLock((): ReportResult => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ownTabs = findOwnTabs(spreadsheet);
    // On a sheet that changed its rows would be other posts.
    const change = changeIn(standingOf(request.sheets, ownTabs), request.acceptChangedValues);
    if (change) return change;
    const earlier = ownTabs.filter(({ kind }) => kind === 'report');
    const cells = request.force ? [] : earlier.flatMap(typedIntoTab);
    if (cells.length > 0) return { outcome: 'typed-over', cells };
    for (const tab of earlier) clearTab(spreadsheet, tab);
    const content = { kind: 'report', name: shared.reportTab[request.language], ...reportLines(reportContent(request)) } as const;
    return { outcome: 'written', tab: writeOwnTab(spreadsheet, content) };
  });
}
