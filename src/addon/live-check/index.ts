/** The add-on with the live check added: `npm run build -- --live-check`. It is never published. */
import { answerTo, beliefs } from './beliefs.ts';

export * from '../entry/index.ts';

const RESULTS = 'Live check';
const SCRATCH = 'live check scratch';

/** Tries every belief in a scratch tab, takes that away again, and writes what came into a tab of its own. Run it from the script editor. */
export function liveCheck(): void {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  const earlier = file.getSheetByName(RESULTS);
  if (earlier) file.deleteSheet(earlier);
  const scratch = file.insertSheet(SCRATCH);
  const lines = beliefs.map((belief) => {
    const came = answerTo(belief, scratch, file);
    return [belief.about, belief.expected, came, came === belief.expected ? 'as believed' : 'OTHERWISE: mend docs/google.md'];
  });
  // A name that differs in capitals may have been taken after all.
  const other = file.getSheets().filter((sheet) => sheet.getName() === SCRATCH.toUpperCase());
  for (const sheet of [scratch, ...other]) file.deleteSheet(sheet);
  const results = file.insertSheet(RESULTS);
  const rows = [['what', 'we believe', 'what came', 'verdict'], ...lines];
  const range = results.getRange(1, 1, rows.length, 4);
  range.setNumberFormat('@');
  range.setValues(rows);
}
