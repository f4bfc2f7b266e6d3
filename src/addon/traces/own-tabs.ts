import type { TypedOver } from '../../api/messages.ts';
import { cleanText } from '../../base/cells.ts';
import { lazily } from '../../base/lazily.ts';
import { languages } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import type { Range, Sheet, Spreadsheet } from '../services/google.ts';
import { afterCutOff, clearColumns } from './own-columns.ts';
import { findTraces, findUnmarkedColumns, idOf, type OwnColumn, type TabRecord, type Trace } from './ownership.ts';
import { typedIntoColumns, typedIntoOurTab } from './typed-over.ts';

/** A tab that the add-on wrote into, or made. */
export interface OwnTab {
  readonly kind: TabRecord['kind'];
  readonly sheet: Sheet;
  readonly id: number;
  /** What it is called: Google is asked only where somebody is told. */
  readonly name: () => string;
  /** Our columns in it; none in the tabs that we made, or where the user has deleted them. */
  readonly own: readonly OwnColumn[];
  /** Absent where our columns stand without our mark, as in a copied tab. */
  readonly trace?: Trace;
}

/** Every tab that carries our mark, and one that a run made and was cut off before it could mark it. */
export function findOwnTabs(spreadsheet: Spreadsheet): readonly OwnTab[] {
  const marked = findTraces(spreadsheet).map((found): OwnTab => {
    const trace = { ...found, ...afterCutOff(found) };
    const { sheet, id, own, record } = trace;
    return { kind: record.kind, sheet, id, name: lazily(() => sheet.getName()), own, trace };
  });
  return [...marked, ...namedLikeOurs(spreadsheet, marked, ourNames, (sheet) => sheet.getLastRow() === 0)];
}

/** Tabs with the name of our summary but without our mark, as in a file that came back from another program. */
export function findUnmarkedSummaries(spreadsheet: Spreadsheet, known: readonly OwnTab[]): readonly OwnTab[] {
  const titles: readonly string[] = languages.map((language) => shared.productName[language]);
  const summaries = ourNames.filter(({ kind }) => kind === 'summary');
  return namedLikeOurs(spreadsheet, known, summaries, (sheet) => titles.indexOf(cleanText(sheet.getRange(1, 1).getValue())) >= 0);
}

interface OurName {
  readonly kind: OwnTab['kind'];
  readonly name: string;
}
const ourNames: readonly OurName[] = languages.flatMap((language): readonly OurName[] => [
  { kind: 'summary', name: shared.summaryTab[language] },
  { kind: 'report', name: shared.reportTab[language] },
]);

function namedLikeOurs(
  spreadsheet: Spreadsheet,
  known: readonly OwnTab[],
  names: readonly OurName[],
  isOurs: (sheet: Sheet) => boolean,
): readonly OwnTab[] {
  return names.flatMap(({ kind, name }): readonly OwnTab[] => {
    const sheet = spreadsheet.getSheetByName(name);
    const id = sheet ? idOf(sheet) : undefined;
    if (!sheet || id === undefined || known.some((tab) => tab.id === id) || !isOurs(sheet)) return [];
    return [{ kind, sheet, id, name: () => name, own: [] }];
  });
}

/** Tabs where our headings stand without our mark, in one search over the file. The words alone may stand in any number of cells. */
export function findUnmarkedTabs(spreadsheet: Spreadsheet, marked: readonly OwnTab[]): readonly OwnTab[] {
  const headings = languages.map((language) => shared.patternsHeading[language]);
  const found = spreadsheet
    .createTextFinder(`^(${headings.join('|')})$`)
    .useRegularExpression(true)
    .matchCase(true)
    .findAll();
  const known = new Map(marked.map((tab) => [tab.id, tab] as const));
  const others = new Map<number, Range[]>();
  for (const range of found) {
    const id = range.getGridId();
    const tab = known.get(id);
    if (tab && (tab.kind !== 'annotated' || tab.own.some(({ column }) => column === range.getColumn()))) continue;
    const ranges = others.get(id);
    if (ranges) ranges.push(range);
    else others.set(id, [range]);
  }
  return [...others].flatMap(([id, ranges]) => unmarkedTab(id, ranges, known.get(id)?.own ?? []));
}

/** Whether our second heading stands beside one of these cells of a tab: they are read together, however many there are. */
function unmarkedTab(id: number, ranges: readonly Range[], marked: readonly OwnColumn[]): readonly OwnTab[] {
  const sheet = ranges[0]?.getSheet();
  if (!sheet) return [];
  const rows = ranges.map((range) => range.getRow());
  const firstRow = rows.reduce((least, row) => Math.min(least, row));
  const lastRow = rows.reduce((most, row) => Math.max(most, row));
  const cells = sheet.getRange(firstRow, 1, lastRow - firstRow + 1, sheet.getLastColumn()).getValues();
  const own = findUnmarkedColumns(sheet, cells, firstRow, marked);
  return own.length > 0 ? [{ kind: 'annotated', sheet, id, name: lazily(() => sheet.getName()), own }] : [];
}

/** What somebody else typed into our columns or our tab. */
export function typedIntoTab({ kind, sheet, own, trace }: OwnTab): TypedOver['cells'] {
  if (!trace) return [];
  return kind === 'annotated' ? typedIntoColumns(sheet, own, trace.record) : typedIntoOurTab(sheet, trace.record);
}

/** Takes away what is ours in a tab, and nothing else. The mark goes last: until then the next run can finish what was cut off. */
export function clearTab(spreadsheet: Spreadsheet, tab: OwnTab): void {
  if (tab.kind !== 'annotated') {
    spreadsheet.deleteSheet(tab.sheet);
    return;
  }
  clearColumns(tab);
  tab.trace?.mark.remove();
}
