import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { EditablePackage } from '../files/parts/package.ts';
import { texts } from './texts.ts';

/** Tabs that stand first in what we write for others to read: a file that begins so holds no table of a client's. */
const ownFirstTabs = new Set<string>(languages.flatMap((language) => [shared.reportTab[language], texts.tab[language]]));

/** Whether these are the bytes of a workbook whose first tab is one of ours, whatever the file is called by now. */
export function isOwnOutput(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    const first = /<sheet [^>]*name="([^"]*)"/.exec(new EditablePackage(bytes).text('xl/workbook.xml'))?.[1];
    return first !== undefined && ownFirstTabs.has(first);
  } catch {
    // A broken package is no output of ours: the audit says what is wrong with it.
    return false;
  }
}
