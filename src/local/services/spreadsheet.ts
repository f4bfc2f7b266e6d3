import type { Book } from '../book/book.ts';
import { enumOf } from './enums.ts';
import { builderOf, filterOf } from './filter.ts';
import { metadataFinder } from './metadata.ts';
import { rangeOf } from './range.ts';
import { richTextBuilder, textStyleBuilder } from './rich-text.ts';
import { ruleBuilder } from './rules.ts';
import { fakeOf, type Runtime } from './runtime.ts';
import { type SheetFake, sheetOf } from './sheet.ts';
import { uiOf } from './ui.ts';
import { validationBuilder } from './validation.ts';

type Official = GoogleAppsScript.Spreadsheet.Spreadsheet;
type OfficialRange = GoogleAppsScript.Spreadsheet.Range;
type OfficialFinder = GoogleAppsScript.Spreadsheet.TextFinder;
type OfficialSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Characters of a tab's name. */
const LONGEST_NAME = 100;

/** Searches what the cells show, all tabs, with a regular expression. */
class TextFinderFake implements Pick<OfficialFinder, 'useRegularExpression' | 'matchCase' | 'findAll'> {
  private isExpression = false;
  private flags = 'iu';

  constructor(
    private readonly runtime: Runtime,
    private readonly book: Book,
    private readonly pattern: string,
  ) {}

  useRegularExpression(isExpression: boolean): OfficialFinder {
    this.isExpression = isExpression;
    return this.exposed();
  }

  matchCase(matchCase: boolean): OfficialFinder {
    this.flags = matchCase ? 'u' : 'iu';
    return this.exposed();
  }

  findAll(): OfficialRange[] {
    if (!this.isExpression) throw new Error('TextFinder.findAll without useRegularExpression is not in the local services');
    const wanted = new RegExp(this.pattern, this.flags);
    return this.book.sheets.flatMap((sheet) =>
      sheet.rows.flatMap(({ values }, row) =>
        values.flatMap((value, column) =>
          typeof value === 'string' && wanted.test(value)
            ? [rangeOf(this.runtime, sheet, { row: row + 1, column: column + 1, rows: 1, columns: 1 })]
            : [],
        ),
      ),
    );
  }

  private exposed = () => this.runtime.expose<OfficialFinder>('TextFinder', this);
}

class SpreadsheetFake
  implements
    Pick<
      Official,
      | 'getName'
      | 'getSheets'
      | 'getSheetByName'
      | 'getActiveSheet'
      | 'setActiveSheet'
      | 'getNumSheets'
      | 'deleteSheet'
      | 'getSpreadsheetLocale'
      | 'getSpreadsheetTimeZone'
      | 'createDeveloperMetadataFinder'
      | 'createTextFinder'
      | 'getNamedRanges'
      | 'copy'
      | 'addViewer'
      | 'getUrl'
      | 'getFormUrl'
    >
{
  constructor(
    private readonly runtime: Runtime,
    private readonly book: Book,
    /** Who may see it besides its owner. */
    private readonly viewers: string[] = [],
  ) {}

  /** A file of its own; the script reaches it through what is returned and in no other way. */
  copy(name: string): Official {
    if (this.runtime.options.refusesCopies)
      throw new Error(
        'Exception: Specified permissions are not sufficient to call Spreadsheet.copy. Required permissions: https://www.googleapis.com/auth/drive',
      );
    const made = { name, book: this.book.clone(), viewers: [] };
    this.runtime.copies.push(made);
    return this.runtime.expose<Official>('Spreadsheet', new SpreadsheetFake(this.runtime, made.book, made.viewers));
  }

  addViewer(who: string | GoogleAppsScript.Base.User): Official {
    if (typeof who !== 'string') throw new Error('Spreadsheet.addViewer of a User is not in the local services');
    if (this.runtime.options.refusesViewers || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(who)) throw new Error(`Exception: Invalid email: ${who}`);
    this.viewers.push(who);
    return this.runtime.expose<Official>('Spreadsheet', this);
  }

  getId = () => this.book.id;
  getName = () => this.book.name;
  getUrl = () => 'https://docs.google.com/spreadsheets/d/local-copy/edit';

  /** A form that fills one of the tabs. */
  getFormUrl = () => (this.book.formUrl ?? null) as string;

  getSheets = () => this.book.sheets.map((sheet) => sheetOf(this.runtime, sheet));
  getNumSheets = () => this.book.sheets.length;
  getSpreadsheetLocale = () => this.book.locale;
  getSpreadsheetTimeZone = () => this.book.timeZone;
  createDeveloperMetadataFinder = () => metadataFinder(this.runtime, this.book);

  createTextFinder = (pattern: string) =>
    this.runtime.expose<OfficialFinder>('TextFinder', new TextFinderFake(this.runtime, this.book, pattern));

  getNamedRanges = () =>
    this.book.namedRanges.map((named) =>
      this.runtime.expose<GoogleAppsScript.Spreadsheet.NamedRange>('NamedRange', {
        remove: () => {
          this.book.namedRanges = this.book.namedRanges.filter((one) => one !== named);
        },
      }),
    );

  getSheetByName(name: string): OfficialSheet | null {
    const sheet = this.book.sheet(name);
    return sheet ? sheetOf(this.runtime, sheet) : null;
  }

  getActiveSheet(): OfficialSheet {
    const sheet = this.book.activeSheet ?? this.book.sheets[0];
    if (!sheet) throw new Error('Exception: The spreadsheet has no sheets.');
    return sheetOf(this.runtime, sheet);
  }

  setActiveSheet(sheet: OfficialSheet): OfficialSheet {
    this.book.activeSheet = fakeOf<SheetFake>(sheet).sheet;
    return sheet;
  }

  /** A new sheet becomes the active one, as in Sheets. */
  insertSheet(name: string, index: number): OfficialSheet {
    if (name === '' || name.length > LONGEST_NAME) throw new Error('Exception: Invalid argument: name');
    // Capitals make no other name.
    if (this.book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`Exception: A sheet with the name "${name}" already exists. Please enter another name.`);
    const sheet = this.book.addSheet(name, index);
    this.book.activeSheet = sheet;
    return sheetOf(this.runtime, sheet);
  }

  deleteSheet(sheet: OfficialSheet): void {
    const { sheet: model } = fakeOf<SheetFake>(sheet);
    if (!this.book.sheets.includes(model)) throw new Error(`Exception: Sheet ${model.id} not found`);
    if (!this.book.sheets.some((one) => one !== model && !one.isHidden))
      throw new Error("Exception: You can't remove all the visible sheets in a document.");
    this.book.sheets = this.book.sheets.filter((one) => one !== model);
    if (this.book.activeSheet === model) this.book.activeSheet = this.book.sheets[0];
  }
}

/** `SpreadsheetApp` over the runtime's book. With the add-on's two scopes other files are out of reach. */
export function spreadsheetApp(runtime: Runtime): unknown {
  const beyondScope = (method: string) => () => {
    throw new Error(
      `Exception: Specified permissions are not sufficient to call SpreadsheetApp.${method}. Required permissions: https://www.googleapis.com/auth/spreadsheets`,
    );
  };
  runtime.made = { sheet: (model) => sheetOf(runtime, model), filter: (model) => filterOf(runtime, model) };
  return runtime.expose('SpreadsheetApp', {
    getActiveSpreadsheet: () => runtime.expose<Official>('Spreadsheet', new SpreadsheetFake(runtime, runtime.book)),
    getUi: () => uiOf(runtime),
    newConditionalFormatRule: () => ruleBuilder(runtime),
    newDataValidation: () => validationBuilder(runtime),
    newRichTextValue: () => richTextBuilder(runtime),
    newTextStyle: () => textStyleBuilder(runtime),
    newFilterCriteria: () => builderOf(runtime),
    flush: () => undefined,
    openById: beyondScope('openById'),
    openByUrl: beyondScope('openByUrl'),
    SheetType: enumOf('SheetType', ['GRID', 'DATASOURCE', 'OBJECT']),
    BooleanCriteria: enumOf('BooleanCriteria', ['DATE_AFTER', 'CELL_NOT_EMPTY', 'NUMBER_GREATER_THAN']),
    DeveloperMetadataVisibility: enumOf('DeveloperMetadataVisibility', ['PROJECT', 'DOCUMENT']),
  });
}
