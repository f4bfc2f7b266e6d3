import type { RemoveResult } from '../../api/messages.ts';
import type { Requests } from '../../api/requests.ts';
import { withDocumentLock } from '../services/lock.ts';
import { clearTab, findOwnTabs, findUnmarkedSummaries, findUnmarkedTabs, typedIntoTab } from '../traces/own-tabs.ts';

/** Gives the file back as it was before the audit; asks first where something of the user's would go with it. */
export function remove({ force = false }: Requests['remove']): RemoveResult {
  return withDocumentLock((): RemoveResult => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const marked = findOwnTabs(spreadsheet);
    const unmarked = [...findUnmarkedTabs(spreadsheet, marked), ...findUnmarkedSummaries(spreadsheet, marked)];
    if (marked.length + unmarked.length === 0) return { outcome: 'nothing' };
    if (!force) {
      const cells = marked.flatMap(typedIntoTab);
      if (cells.length > 0) return { outcome: 'typed-over', cells };
      if (unmarked.length > 0) return { outcome: 'unmarked', tabs: unmarked.map(({ name }) => name()) };
    }
    const tabs = [...marked, ...unmarked];
    const names = tabs.map(({ name }) => name());
    for (const tab of tabs) clearTab(spreadsheet, tab);
    return { outcome: 'removed', tabs: names };
  });
}
