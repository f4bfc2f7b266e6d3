/** What we believe of Google and could not see: each is tried in a scratch tab. In English, for whoever maintains the add-on. */
import { createZone } from '../../base/zone.ts';
import type { Sheet, Spreadsheet } from '../services/google.ts';

/** One belief of `docs/google.md`, and how to see whether it holds. */
export interface Belief {
  readonly about: string;
  /** What we believe will come. */
  readonly expected: string;
  /** What came. A thrown error counts as `refused`. */
  readonly ask: (scratch: Sheet, file: Spreadsheet) => string;
}

const REFUSED = 'refused';

/** What a text becomes when it is written into a cell without a format. */
function typed(text: string, kind: 'date' | 'number' | 'boolean' | 'string', about = `The text ${text} in a plain cell`): Belief {
  return {
    about,
    expected: kind,
    ask: (scratch) =>
      kindOf(
        scratch
          .getRange('A1')
          .clear()
          .setValues([[text]])
          .getValue(),
      ),
  };
}

/** A `Date` of the script's own realm is told by its tag. */
const kindOf = (value: unknown): string =>
  Object.prototype.toString.call(value) === '[object Date]' ? 'date' : typeof value === 'object' ? 'nothing' : typeof value;

const refusal = (about: string, ask: (scratch: Sheet, file: Spreadsheet) => unknown): Belief => ({
  about,
  expected: REFUSED,
  ask: (scratch, file) => {
    ask(scratch, file);
    return 'accepted';
  },
});

/** Clock changes, a half hour, and the other side of the date line. */
const moments = [Date.UTC(2026, 2, 8, 6, 59), Date.UTC(2026, 2, 8, 7, 1), Date.UTC(2026, 6, 1, 12), Date.UTC(2025, 11, 31, 23, 59)];

function zoneBelief(id: string): Belief {
  const zone = createZone(id);
  const ours = () => moments.map((moment) => new Date(zone.toWall(moment)).toISOString().slice(0, 19)).join(' ');
  return {
    about: `The clock of ${id}`,
    expected: ours(),
    ask: () => moments.map((moment) => Utilities.formatDate(new Date(moment), id, "yyyy-MM-dd'T'HH:mm:ss")).join(' '),
  };
}

export const beliefs: readonly Belief[] = [
  typed('1-2', 'date'),
  typed('3/4', 'date'),
  typed('1E5', 'number'),
  typed('50%', 'number'),
  typed('TRUE', 'boolean'),
  typed("'1-2", 'string', 'A text behind an apostrophe'),
  {
    about: 'The text 1-2 in a cell of the format @',
    expected: 'string',
    ask: (scratch) =>
      kindOf(
        scratch
          .getRange('A1')
          .clear()
          .setNumberFormat('@')
          .setValues([['1-2']])
          .getValue(),
      ),
  },
  {
    about: 'A bold rich text 1-2 in a cell of the format @',
    expected: 'string, bold',
    ask: (scratch) => {
      const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
      const text = SpreadsheetApp.newRichTextValue().setText('1-2').setTextStyle(bold).build();
      const cell = scratch
        .getRange('A1')
        .clear()
        .setNumberFormat('@')
        .setRichTextValues([[text]]);
      return `${kindOf(cell.getValue())}, ${cell.getRichTextValue()?.getTextStyle().isBold() === true ? 'bold' : 'plain'}`;
    },
  },
  {
    about: 'What is left of contents, format and validation, cleared in one call',
    expected: 'nothing',
    ask: (scratch) => {
      const list = SpreadsheetApp.newDataValidation().requireValueInList(['x']).build();
      const cell = scratch.getRange('A1').clear().setNumberFormat('@').setDataValidation(list);
      cell.setValues([['x']]).clear({ contentsOnly: true, formatOnly: true, validationsOnly: true });
      const left = [
        cell.getValue() === '' ? '' : 'contents',
        cell.getNumberFormats()[0]?.[0] === '@' ? 'format' : '',
        cell.getDataValidation() === null ? '' : 'validation',
      ];
      return left.filter(Boolean).join(', ') || 'nothing';
    },
  },
  {
    about: 'Last row where a formula shows nothing',
    expected: '7',
    ask: (scratch) => {
      scratch.getRange('A7').setValues([['=""']]);
      const last = String(scratch.getLastRow());
      scratch.getRange('A7').clear();
      return last;
    },
  },
  {
    about: 'Last row of an unticked box',
    expected: '9',
    ask: (scratch) => {
      const box = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      scratch.getRange('B9').setDataValidation(box);
      const last = String(scratch.getLastRow());
      scratch.getRange('B9').clearDataValidations().clear();
      return last;
    },
  },
  refusal('A tab whose name differs in capitals only', (scratch, file) => file.insertSheet(scratch.getName().toUpperCase())),
  refusal('More than 50,000 characters in a cell', (scratch) => scratch.getRange('A1').setValues([['a'.repeat(50_001)]])),
  {
    about: 'A colour that is none',
    expected: 'passed over',
    ask: (scratch) => {
      scratch.getRange('A1').setBackgrounds([['no colour at all']]);
      return 'passed over';
    },
  },
  refusal('A rule without ranges', () => {
    SpreadsheetApp.newConditionalFormatRule().setRanges([]);
  }),
  refusal('A rule whose formula does not begin with =', (scratch) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('A1>1')
      .setRanges([scratch.getRange('A1')])
      .build(),
  ),
  refusal('A rule that reads another tab without INDIRECT', (scratch) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied("='Another tab'!A1>1")
      .setRanges([scratch.getRange('A1')])
      .build(),
  ),
  refusal('A list of 501 items', () =>
    SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: 501 }, (_, at) => `${at}`)),
  ),
  refusal('A text where a value of an enumeration is asked for', (scratch) =>
    scratch.addDeveloperMetadata('live-check', 'x', 'PROJECT' as unknown as GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility),
  ),
  refusal('30,001 characters of metadata', (scratch) =>
    scratch.addDeveloperMetadata('live-check', 'x'.repeat(30_001), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT),
  ),
  refusal('Metadata on a single cell', (scratch) => scratch.getRange('A1').addDeveloperMetadata('live-check', 'x')),
  {
    about: 'The tab of a column’s metadata',
    expected: 'none',
    ask: (scratch) => {
      scratch.getRange('C:C').addDeveloperMetadata('live-check', 'x', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      const [found] = scratch.createDeveloperMetadataFinder().withKey('live-check').find();
      const tab = found?.getLocation().getSheet();
      found?.remove();
      return tab ? 'named' : 'none';
    },
  },
  {
    about: 'Metadata of a column, found by a search over the file',
    expected: 'column 3 of its tab',
    ask: (scratch, file) => {
      scratch.getRange('C:C').addDeveloperMetadata('live-check', 'x', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      const [found] = file.createDeveloperMetadataFinder().withKey('live-check').find();
      const column = found?.getLocation().getColumn();
      const isOfTab = column?.getGridId() === scratch.getSheetId();
      found?.remove();
      return column ? `column ${column.getColumn()} of ${isOfTab ? 'its' : 'another'} tab` : 'not found';
    },
  },
  {
    about: 'Metadata of a column that was deleted',
    expected: 'gone',
    ask: (scratch) => {
      scratch.insertColumnsAfter(3, 1);
      scratch.getRange('D:D').addDeveloperMetadata('live-check', 'x', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      scratch.deleteColumns(4, 1);
      const left = scratch.createDeveloperMetadataFinder().withKey('live-check').find();
      for (const metadata of left) metadata.remove();
      return left.length === 0 ? 'gone' : 'left';
    },
  },
  refusal('Columns inserted among frozen ones', (scratch) => {
    scratch.setFrozenColumns(2);
    try {
      scratch.insertColumnsAfter(1, 1);
    } finally {
      scratch.setFrozenColumns(0);
    }
  }),
  refusal('Another file by its id', () => SpreadsheetApp.openById('1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdEFGH')),
  ...['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Apia', 'Europe/Moscow'].map(zoneBelief),
];

/** What came; an error is a refusal, whatever it says. */
export function answerTo({ ask }: Belief, scratch: Sheet, file: Spreadsheet): string {
  try {
    return ask(scratch, file);
  } catch {
    return REFUSED;
  }
}
