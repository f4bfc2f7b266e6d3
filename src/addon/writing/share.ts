import type { ShareResult } from '../../api/messages.ts';
import type { Requests } from '../../api/requests.ts';
import { languageOf } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { findOwnTabs } from '../traces/own-tabs.ts';

/**
 * Copies the file, takes everything but the report and the client's copies of tables out of it, names of ranges too, and lets one person
 * view it. Nobody is let in before the copy holds these tabs alone: values were written from the start, and the charts draw from the
 * report's own cells. An editor could open the history of the copy, and with it the other tabs; a viewer cannot.
 */
export function share({ tabs, email }: Requests['share']): ShareResult {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const ours = findOwnTabs(spreadsheet).filter(({ kind }) => kind === 'report' || kind === 'copy');
  if (tabs.length === 0 || !tabs.every((tab) => ours.some(({ name }) => name() === tab))) return { outcome: 'no-report' };
  // The tab that a form fills cannot be taken out, and a copy brings a copy of the form along.
  if (spreadsheet.getFormUrl() !== null) return { outcome: 'has-form' };
  const name = shared.reportTab[languageOf(spreadsheet.getSpreadsheetLocale())];
  let isCopied = false;
  try {
    const copy = spreadsheet.copy(name);
    isCopied = true;
    for (const sheet of copy.getSheets()) if (tabs.indexOf(sheet.getName()) < 0) copy.deleteSheet(sheet);
    for (const metadata of copy.createDeveloperMetadataFinder().find()) metadata.remove();
    for (const named of copy.getNamedRanges()) named.remove();
    const left = copy.getSheets();
    if (left.length !== tabs.length || left.some((sheet) => tabs.indexOf(sheet.getName()) < 0))
      return { outcome: 'refused', leftCopy: name };
    const url = copy.getUrl();
    // The last step: whatever fails before it, nobody was let in.
    copy.addViewer(email);
    return { outcome: 'shared', url };
  } catch {
    // Which of these Google allows an add-on of this scope is not certain; the guided way always works.
    return { outcome: 'refused', ...(isCopied ? { leftCopy: name } : {}) };
  }
}
