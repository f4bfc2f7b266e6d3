import { describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import { Host } from '../../../src/local/host.ts';
import { Runtime, type RuntimeOptions } from '../../../src/local/services/runtime.ts';
import { lockService, propertiesService } from '../../../src/local/services/small.ts';
import { spreadsheetApp } from '../../../src/local/services/spreadsheet.ts';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** A file with the tabs `Posts` (10 rows, 5 columns) and `Ads`. */
function open(options: RuntimeOptions = {}) {
  const book = new Book();
  const posts = book.addSheet('Posts', 0, 10, 5);
  book.addSheet('Ads');
  const runtime = new Runtime(book, new Map(), options);
  const app = spreadsheetApp(runtime) as App;
  const file = app.getActiveSpreadsheet();
  const sheet = file.getActiveSheet();
  const properties = (
    propertiesService(runtime) as GoogleAppsScript.Properties.PropertiesService
  ).getDocumentProperties() as GoogleAppsScript.Properties.Properties;
  return { book, posts, runtime, app, file, sheet, properties };
}
type Opened = ReturnType<typeof open>;

const rule = ({ app, sheet }: Opened, formula: string) =>
  app
    .newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setRanges([sheet.getRange('A1:A5')])
    .build();

describe('what Google refuses, the local services refuse', () => {
  const refusals: readonly [string, (opened: Opened) => unknown, string][] = [
    ['a range below the last row', ({ sheet }) => sheet.getRange(11, 1), 'outside the dimensions'],
    ['a range right of the last column', ({ sheet }) => sheet.getRange(1, 5, 1, 2), 'outside the dimensions'],
    ['row 0', ({ sheet }) => sheet.getRange(0, 1), 'outside the dimensions'],
    ['no rows', ({ sheet }) => sheet.getRange(1, 1, 0, 1), 'outside the dimensions'],
    ['a text that names no range', ({ sheet }) => sheet.getRange('A1;B2'), 'Range not found'],
    ['fewer rows than the range has', ({ sheet }) => sheet.getRange('A1:A2').setValues([['a']]), 'number of rows in the data'],
    ['more columns than the range has', ({ sheet }) => sheet.getRange('A1').setValues([['a', 'b']]), 'number of columns in the data'],
    ['50,001 characters in a cell', ({ sheet }) => sheet.getRange('A1').setValues([['x'.repeat(50_001)]]), 'maximum of 50000 characters'],
    ['a style over no text', ({ app }) => app.newRichTextValue().setText('').setTextStyle(app.newTextStyle().build()), 'Illegal argument'],
    ['a tab of the same name', ({ file }) => file.insertSheet('Ads', 0), 'already exists'],
    ['a tab whose name differs in capitals alone', ({ file }) => file.insertSheet('ADS', 0), 'already exists'],
    ['a tab without a name', ({ file }) => file.insertSheet('', 0), 'Invalid argument: name'],
    ['a name of 101 characters', ({ file }) => file.insertSheet('x'.repeat(101), 0), 'Invalid argument: name'],
    [
      'deleting the last visible tab',
      ({ book, file, sheet }) => {
        for (const hidden of book.sheets.slice(1)) hidden.isHidden = true;
        file.deleteSheet(sheet);
      },
      'all the visible sheets',
    ],
    [
      'deleting a tab twice',
      ({ file }) => {
        const ads = file.getSheetByName('Ads') as GoogleAppsScript.Spreadsheet.Sheet;
        file.deleteSheet(ads);
        file.deleteSheet(ads);
      },
      'not found',
    ],
    ['inserting columns beyond the last', ({ sheet }) => sheet.insertColumnsAfter(6, 1), 'out of bounds'],
    ['inserting no columns', ({ sheet }) => sheet.insertColumnsAfter(5, 0), 'out of bounds'],
    ['more than ten million cells', ({ sheet }) => sheet.insertColumnsAfter(5, 1_000_000), 'limit of 10000000 cells'],
    ['deleting columns beyond the last', ({ sheet }) => sheet.deleteColumns(5, 2), 'out of bounds'],
    ['deleting every column', ({ sheet }) => sheet.deleteColumns(1, 5), 'all the columns'],
    ['the width of a column that is not there', ({ sheet }) => sheet.setColumnWidth(6, 90), 'out of bounds'],
    [
      'a second filter',
      ({ sheet }) => {
        sheet.getRange('A1:B5').createFilter();
        sheet.getRange('A1:B5').createFilter();
      },
      'already has a filter',
    ],
    [
      'criteria of a column outside the filter',
      ({ app, sheet }) => sheet.getRange('A1:B5').createFilter().setColumnFilterCriteria(3, app.newFilterCriteria().build()),
      'outside of the filter range',
    ],
    ['a rule without ranges', ({ app }) => app.newConditionalFormatRule().whenFormulaSatisfied('=TRUE').build(), 'at least one range'],
    ['a rule that reads another tab', (opened) => rule(opened, '=Ads!A1=1'), 'different sheet'],
    [
      'a rule over two tabs',
      ({ app, file, sheet }) =>
        app.newConditionalFormatRule().setRanges([sheet.getRange('A1'), (file.getSheetByName('Ads') ?? sheet).getRange('A1')]),
      'different sheets',
    ],
    ['metadata on a single cell', ({ sheet }) => sheet.getRange('A1').addDeveloperMetadata('k', 'v'), 'arbitrary ranges'],
    ['metadata without a key', ({ sheet }) => sheet.addDeveloperMetadata('', 'v'), 'Invalid argument: key'],
    [
      '30,000 characters of metadata over the columns of a tab',
      ({ sheet }) => {
        sheet.getRange('A:A').addDeveloperMetadata('a', 'x'.repeat(20_000));
        sheet.getRange('B:B').addDeveloperMetadata('b', 'x'.repeat(20_000));
      },
      'Argument too large: value',
    ],
    [
      'columns among the frozen ones',
      ({ posts, sheet }) => {
        posts.frozenColumns = 3;
        sheet.insertColumnsAfter(3, 2);
      },
      'freeze bar',
    ],
    [
      'columns beside a protected range',
      ({ posts, sheet }) => {
        posts.protections = [{ area: { row: 1, column: 2, rows: 5, columns: 2 }, canEdit: false, description: '' }];
        sheet.insertColumnsAfter(3, 1);
      },
      'protected cell',
    ],
    ['a property above 9 KB, in bytes', ({ properties }) => properties.setProperty('k', 'ж'.repeat(5000)), 'Argument too large: value'],
    ['a property without a key', ({ properties }) => properties.setProperty('', 'v'), 'Invalid argument: key'],
    [
      '500 KB of properties',
      ({ properties }) => {
        for (let key = 0; key < 60; key++) properties.setProperty(`k${key}`, 'x'.repeat(9000));
      },
      'storage quota',
    ],
    ['another file', ({ app }) => app.openById('id'), 'auth/spreadsheets'],
    ['a method that is not there', ({ file }) => file.getOwner(), 'Spreadsheet.getOwner is not in the local services'],
    [
      'a protected tab',
      ({ posts, sheet }) => {
        posts.protections = [{ canEdit: false, description: '' }];
        sheet.getRange('A1').setValues([['a']]);
      },
      'protected cell',
    ],
  ];

  it.each(refusals)('%s', (_what, act, message) => {
    expect(() => act(open())).toThrow(message);
  });

  it('copies where the file may not be copied', () => {
    const { file } = open({ refusesCopies: true });
    expect(() => file.copy('copy')).toThrow('Specified permissions are not sufficient to call Spreadsheet.copy');
  });

  it('a page of another account, and a call that is too large', () => {
    const call = (options: RuntimeOptions, text = '') => new Host(new Book(), options).callFromPage('callApi', ['start', text]);
    expect(() => call({ isOtherAccount: true })).toThrow('PERMISSION_DENIED');
    expect(() => call({}, 'a'.repeat(10_000_001))).toThrow('HTTP 413');
  });

  it('a viewer whom nobody may let in, or without an address', () => {
    expect(() => open({ refusesViewers: true }).file.addViewer('client@example.com')).toThrow('Invalid email: client@example.com');
    expect(() => open().file.addViewer('nobody')).toThrow('Invalid email: nobody');
  });

  it('writing for somebody who may only look', () => {
    const { sheet } = open({ canEdit: false });
    expect(() => sheet.getRange('A1').setValues([['a']])).toThrow('You do not have permission');
  });

  it.each(['NONE', 'LIMITED', 'CUSTOM_FUNCTION'] as const)('a sidebar in the mode %s', (mode) => {
    const { runtime, app } = open();
    const ui = app.getUi();
    runtime.begin(mode);
    expect(() => ui.alert('hello')).toThrow('You do not have permission to call Ui.alert');
  });

  it('a lock that another run over the file holds', () => {
    const { book, runtime } = open();
    const take = (one: Runtime) => (lockService(one) as GoogleAppsScript.Lock.LockService).getDocumentLock().tryLock(10);
    expect([take(runtime), take(new Runtime(book, new Map()))]).toEqual([true, false]);
  });
});

describe('values of enumerations, rules and validations', () => {
  it('a text of the same letters is no value of an enumeration', () => {
    const { app, sheet } = open();
    const text = 'PROJECT' as unknown as GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;
    const signature = "The parameters (String) don't match the method signature for SpreadsheetApp.";
    expect(() => sheet.addDeveloperMetadata('key', 'value', text)).toThrow(`${signature}Sheet.addDeveloperMetadata`);
    expect(() => sheet.getRange('A:A').addDeveloperMetadata('key', 'value', text)).toThrow(`${signature}Range.addDeveloperMetadata`);
    const type = 'DATE_AFTER' as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
    expect(() => app.newFilterCriteria().withCriteria(type, [])).toThrow(`${signature}FilterCriteriaBuilder.withCriteria`);
    const combo = 'COMBO' as unknown as GoogleAppsScript.Charts.ChartType;
    expect(() => sheet.newChart().setChartType(combo)).toThrow(`${signature}EmbeddedChartBuilder.setChartType`);
    // A value of another enumeration is none either.
    const other = app.SheetType.GRID as unknown as GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;
    expect(() => sheet.addDeveloperMetadata('key', 'value', other)).toThrow('The parameters (SheetType)');
    sheet.addDeveloperMetadata('key', 'value', app.DeveloperMetadataVisibility.PROJECT);
    expect(sheet.getType() === app.SheetType.GRID).toBe(true);
  });

  it.each(['A1>1', '=AND(A1>1', '=A1>1)', '='])('the formula %j is no condition of a rule', (formula) => {
    const opened = open();
    expect(() => rule(opened, formula)).toThrow(/Invalid conditional format rule formula|at least one range and a condition/);
  });

  it('brackets inside a text count for nothing', () => {
    const opened = open();
    opened.sheet.setConditionalFormatRules([rule(opened, '=REGEXMATCH(A1,"a(b")')]);
    expect(opened.sheet.getConditionalFormatRules()).toHaveLength(1);
  });

  it('a rule without ranges, or of a colour that is none', () => {
    const { app } = open();
    expect(() => app.newConditionalFormatRule().setRanges([])).toThrow('at least one range');
    expect(() => app.newConditionalFormatRule().setBackground('reddish')).toThrow('Invalid color: reddish');
  });

  it('a list without items or with more than 500, and a number that is none', () => {
    const { app } = open();
    const items = (count: number) => Array.from({ length: count }, (_, index) => String(index));
    expect(() => app.newDataValidation().requireValueInList([])).toThrow('Invalid data validation criteria');
    expect(() => app.newDataValidation().requireValueInList(items(501))).toThrow('Invalid data validation criteria');
    expect(() => app.newDataValidation().requireNumberGreaterThanOrEqualTo(Number.NaN)).toThrow('Invalid data validation criteria');
    app.newDataValidation().requireValueInList(items(500)).build();
  });
});

describe('Google Tables', () => {
  it('refuse validations in their columns, and take in what is inserted at their edge', () => {
    const { app, posts, sheet } = open();
    posts.tables = [{ row: 1, column: 1, rows: 5, columns: 2 }];
    const tick = app.newDataValidation().requireCheckbox().build();
    const typed = 'This operation is not allowed on cells in typed columns.';
    expect(() => sheet.getRange('B2').setDataValidation(tick)).toThrow(typed);
    sheet.getRange('C2').setDataValidation(tick);
    sheet.insertColumnsAfter(2, 1);
    expect(() => sheet.getRange('C2').clearDataValidations()).toThrow(typed);
    expect(() => sheet.getRange('C2').clear({ formatOnly: true, validationsOnly: true })).toThrow(typed);
    sheet.deleteColumns(2, 2);
    expect(posts.tables).toEqual([{ row: 1, column: 1, rows: 5, columns: 1 }]);
    sheet.deleteColumns(1, 1);
    expect(posts.tables).toEqual([]);
  });
});

describe('clearing', () => {
  it('takes what it is told, by default contents and formats alone', () => {
    const { app, posts, sheet } = open();
    const list = app.newDataValidation().requireValueInList(['x']).build();
    const extra = { style: { numberFormat: '@' }, validation: { criterion: 'list', values: ['x'], allowInvalid: true } };
    const left = (options: Parameters<typeof cell.clear>[0] | undefined) => {
      cell
        .setNumberFormat('@')
        .setDataValidation(list)
        .setValues([['x']]);
      if (options) cell.clear(options);
      else cell.clear();
      return [posts.value(2, 2), posts.extra(2, 2) ?? {}];
    };
    const cell = sheet.getRange('B2');
    expect(left(undefined)).toEqual([null, { validation: extra.validation }]);
    expect(left({ contentsOnly: true })).toEqual([null, extra]);
    expect(left({ formatOnly: true })).toEqual(['x', { validation: extra.validation }]);
    expect(left({ validationsOnly: true })).toEqual(['x', { style: extra.style }]);
    expect(left({ contentsOnly: true, formatOnly: true, validationsOnly: true })).toEqual([null, {}]);
  });
});

describe('a rich text', () => {
  it('is read as if typed where the format is not @, and brings its style', () => {
    const { app, posts, sheet } = open();
    const bold = app.newTextStyle().setBold(true).build();
    const text = app.newRichTextValue().setText('1-2').setTextStyle(bold).build();
    sheet.getRange('B2').setNumberFormat('@');
    sheet.getRange('A2:B2').setRichTextValues([[text, text]]);
    expect([posts.value(2, 2), posts.extra(2, 2)?.style]).toEqual(['1-2', { numberFormat: '@', bold: true }]);
    expect(posts.value(2, 1)).not.toBe('1-2');
  });
});

describe('what Google accepts, they accept', () => {
  it('a rule that reads another tab through INDIRECT, and one with an exclamation mark in a text', () => {
    const opened = open();
    const rules = [rule(opened, '=INDIRECT("Ads!A1")=1'), rule(opened, '=A1="Wow!B"')];
    opened.sheet.setConditionalFormatRules(rules);
    expect(opened.sheet.getConditionalFormatRules()).toHaveLength(2);
  });

  it('a colour that is none is passed over in silence; null takes the colour away', () => {
    const { posts, sheet } = open();
    const cell = sheet.getRange('A1');
    cell.setBackgrounds([['#ff0000']]).setBackgrounds([['foo']]);
    expect(posts.extra(1, 1)?.style?.background).toBe('#ff0000');
    cell.setBackgrounds([[null]]);
    expect(posts.extra(1, 1)?.style?.background).toBeUndefined();
  });

  it('a formula that shows nothing and an unticked box fill their rows', () => {
    const { app, posts, sheet } = open();
    posts.setExtra(4, 1, { formula: '=""' });
    expect(sheet.getLastRow()).toBe(4);
    sheet.getRange('B7').setDataValidation(app.newDataValidation().requireCheckbox().build());
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([7, 2]);
  });

  it('a date is given as midnight of the spreadsheet, whatever the zone of the script', () => {
    const { book, posts, sheet } = open();
    book.timeZone = 'Asia/Kathmandu';
    posts.setValue(1, 1, { wall: Date.UTC(2026, 2, 1) });
    expect((sheet.getRange('A1').getValue() as Date).toISOString()).toBe('2026-02-28T18:15:00.000Z');
    sheet.getRange('A2').setValues([[new Date('2026-02-28T18:15:00Z')]]);
    expect(posts.value(2, 1)).toEqual({ wall: Date.UTC(2026, 2, 1) });
  });

  it('an empty cell reads as an empty text; an error as its name', () => {
    const { posts, sheet } = open();
    posts.setValue(1, 2, '#N/A');
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['', '#N/A']]);
  });
});
