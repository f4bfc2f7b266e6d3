import { type Area, isDateValue, type Value } from '../book/parts.ts';
import { columnLetters, columnNumber } from '../book/references.ts';
import type { SheetModel } from '../book/sheet.ts';
import { labelOf } from './enums.ts';
import { addMetadata } from './metadata-store.ts';
import { cellOfLink, exposedText, richTextOf } from './rich-text.ts';
import { fakeOf, isProtected, type Runtime } from './runtime.ts';
import { type Entered, readTyped } from './typed-text.ts';
import type { Validation } from './validation.ts';

type Official = GoogleAppsScript.Spreadsheet.Range;

/** What `clear` may be told, of what Google knows. */
type Clearing = { readonly [Part in 'contentsOnly' | 'formatOnly' | 'validationsOnly']?: boolean | undefined };

/** Reads `A1`, `A1:B2`, `M:N`, `5:5`. */
export function parseA1(sheet: SheetModel, text: string): Area {
  const match = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/i.exec(text);
  if (!match || text === '') throw new Error(`Exception: Range not found: ${text}`);
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = match;
  const column = firstColumn === '' ? 1 : columnNumber(firstColumn);
  const row = firstRow === '' ? 1 : Number(firstRow);
  const endColumn = lastColumn === '' ? sheet.maxColumns : columnNumber(lastColumn);
  const endRow = lastRow === '' ? sheet.maxRows : Number(lastRow);
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}

export function rangeOf(runtime: Runtime, sheet: SheetModel, area: Area): Official {
  const { row, column, rows, columns } = area;
  if (row < 1 || column < 1 || rows < 1 || columns < 1 || row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns) {
    throw new Error('Exception: The coordinates of the range are outside the dimensions of the sheet.');
  }
  return runtime.expose('Range', new RangeFake(runtime, sheet, area));
}

export class RangeFake
  implements
    Pick<
      Official,
      | 'getRow'
      | 'getColumn'
      | 'getLastColumn'
      | 'getNumRows'
      | 'getNumColumns'
      | 'getA1Notation'
      | 'getSheet'
      | 'getGridId'
      | 'getValue'
      | 'getValues'
      | 'getRichTextValue'
      | 'getNumberFormats'
      | 'getFormula'
      | 'getFormulas'
      | 'getNotes'
      | 'canEdit'
      | 'setValues'
      | 'setRichTextValues'
      | 'setNumberFormat'
      | 'setNumberFormats'
      | 'setBackgrounds'
      | 'setFontWeight'
      | 'setFontColors'
      | 'setFontWeights'
      | 'setWrap'
      | 'setWraps'
      | 'setVerticalAlignment'
      | 'clear'
      | 'clearDataValidations'
      | 'getDataValidation'
      | 'setDataValidation'
      | 'addDeveloperMetadata'
      | 'createFilter'
    >
{
  constructor(
    private readonly runtime: Runtime,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {}

  getRow = () => this.area.row;
  getColumn = () => this.area.column;
  getLastColumn = () => this.area.column + this.area.columns - 1;
  getNumRows = () => this.area.rows;
  getNumColumns = () => this.area.columns;
  getSheet = () => this.runtime.made.sheet(this.sheet);
  getGridId = () => this.sheet.id;
  getA1Notation = () => {
    const { row, column, rows, columns } = this.area;
    const first = `${columnLetters(column)}${row}`;
    return rows * columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
  };

  getValue = () => this.getValues()[0]?.[0];
  getValues = () => this.map((value) => this.toScript(value));
  getNumberFormats = () => this.map((_value, row, column) => this.sheet.extra(row, column)?.style?.numberFormat ?? '');
  getFormulas = () => this.map((_value, row, column) => this.sheet.extra(row, column)?.formula ?? '');

  getFormula = () => this.getFormulas()[0]?.[0] ?? '';
  getNotes = () => this.map((_value, row, column) => this.sheet.extra(row, column)?.note ?? '');
  canEdit = () => this.runtime.options.canEdit !== false && !this.isProtected();

  setValues(values: unknown[][]): Official {
    this.write(values, (row, column, value) => this.enter(row, column, value));
    return this.exposed();
  }

  /** Text with its style, and what leads somewhere; of several links of a cell its file keeps the first. */
  setRichTextValues(values: GoogleAppsScript.Spreadsheet.RichTextValue[][]): Official {
    this.write(values, (row, column, value) => {
      const { text, links, style } = richTextOf(value);
      const [first] = links;
      // Whether it is read as if typed is not documented: the harsher side.
      this.enter(row, column, text);
      this.sheet.setStyle(row, column, { bold: style.bold, fontSize: style.fontSize });
      this.sheet.setExtra(row, column, { link: first === undefined ? undefined : cellOfLink(first, this.runtime.book) });
    });
    return this.exposed();
  }

  getRichTextValue(): GoogleAppsScript.Spreadsheet.RichTextValue | null {
    const { row, column } = this.area;
    const text = this.getValue();
    const { bold, fontSize } = this.sheet.extra(row, column)?.style ?? {};
    return typeof text === 'string' ? exposedText(this.runtime, { text, links: [], style: { bold, fontSize } }) : null;
  }

  setNumberFormat = (format: string) => this.style({ numberFormat: format });
  setNumberFormats(formats: string[][]): Official {
    this.write(formats, (row, column, format) => this.sheet.setStyle(row, column, { numberFormat: format || undefined }));
    return this.exposed();
  }

  setFontWeight = (weight: string | null) => this.style({ bold: weight === 'bold' ? true : undefined });
  setWrap = (wrap: boolean) => this.style({ wrap: wrap || undefined });
  setVerticalAlignment = (alignment: string | null) => this.style({ verticalAlign: alignment ?? undefined });

  setBackgrounds(colours: (string | null)[][]): Official {
    // null resets; an invalid colour is silently ignored, as Google does.
    this.write(colours, (row, column, colour) => {
      if (colour === null) this.sheet.setStyle(row, column, { background: undefined });
      else if (/^#[0-9a-f]{6}$/i.test(colour)) this.sheet.setStyle(row, column, { background: colour });
    });
    return this.exposed();
  }

  setFontWeights(weights: ('bold' | 'normal' | null)[][]): Official {
    this.write(weights, (row, column, weight) => this.sheet.setStyle(row, column, { bold: weight === 'bold' ? true : undefined }));
    return this.exposed();
  }

  setFontColors(colours: (string | null)[][]): Official {
    this.write(colours, (row, column, colour) => this.sheet.setStyle(row, column, { fontColour: colour ?? undefined }));
    return this.exposed();
  }

  setWraps(wraps: boolean[][]): Official {
    this.write(wraps, (row, column, wrap) => this.sheet.setStyle(row, column, { wrap: wrap || undefined }));
    return this.exposed();
  }

  /** Contents and formats, or what the options name. A format may take the validations along; here it does not, the harsher side. */
  clear(options: Clearing = { contentsOnly: true, formatOnly: true }): Official {
    const { contentsOnly = false, formatOnly = false, validationsOnly = false, ...others } = options;
    if (Object.keys(others).length > 0) throw new Error(`Range.clear with ${Object.keys(others)} is not in the local services`);
    this.checkProtection();
    if (validationsOnly) this.checkTables();
    if (contentsOnly) this.each((row, column) => this.sheet.setValue(row, column, null));
    this.sheet.setExtras(this.filled(), {
      ...(contentsOnly ? { formula: undefined } : {}),
      ...(formatOnly ? { style: undefined } : {}),
      ...(validationsOnly ? { validation: undefined } : {}),
    });
    return this.exposed();
  }

  clearDataValidations(): Official {
    this.checkProtection();
    this.checkTables();
    this.sheet.setExtras(this.filled(), { validation: undefined });
    return this.exposed();
  }

  getDataValidation(): GoogleAppsScript.Spreadsheet.DataValidation | null {
    const validation = this.sheet.extra(this.area.row, this.area.column)?.validation;
    return validation === undefined ? null : this.runtime.expose('DataValidation', { validation });
  }

  setDataValidation(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): Official {
    this.checkProtection();
    this.checkTables();
    const validation = rule ? fakeOf<{ readonly validation: Validation }>(rule).validation : undefined;
    this.sheet.setExtras(this.area, { validation });
    return this.exposed();
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): Official {
    const { column, columns, rows } = this.area;
    if (columns !== 1 || rows !== this.sheet.maxRows)
      throw new Error('Exception: Adding developer metadata to arbitrary ranges is not currently supported.');
    addMetadata(
      this.runtime.book,
      this.sheet,
      column,
      key,
      String(value ?? ''),
      visibility === undefined ? 'DOCUMENT' : labelOf(visibility, 'DeveloperMetadataVisibility', 'Range.addDeveloperMetadata'),
    );
    return this.exposed();
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    if (this.sheet.filter) throw new Error("Exception: You can't create a filter in a sheet that already has a filter.");
    this.sheet.filter = { area: this.area, criteria: new Map() };
    return this.runtime.made.filter(this.sheet) as GoogleAppsScript.Spreadsheet.Filter;
  }

  private exposed = (): Official => rangeOf(this.runtime, this.sheet, this.area);

  private map<Result>(read: (value: Value, row: number, column: number) => Result): Result[][] {
    const { row, column, rows, columns } = this.area;
    // Plain loops: a hundred thousand rows of functions would be most of the work.
    const results = new Array<Result[]>(rows);
    for (let down = 0; down < rows; down++) {
      const values = this.sheet.rows[row + down - 1]?.values;
      const line = new Array<Result>(columns);
      for (let across = 0; across < columns; across++)
        line[across] = read(values?.[column + across - 1] ?? null, row + down, column + across);
      results[down] = line;
    }
    return results;
  }

  /** Rows of the grid that hold nothing need no clearing. */
  private filled(): Area {
    const { row, rows } = this.area;
    return { ...this.area, rows: Math.min(rows, this.sheet.rows.length - row + 1) };
  }

  private each(change: (row: number, column: number) => void): void {
    const { row, column, rows, columns } = this.filled();
    for (let down = row; down < row + rows; down++) for (let across = column; across < column + columns; across++) change(down, across);
  }

  private style(change: Parameters<SheetModel['setStyle']>[2]): Official {
    this.checkProtection();
    const { row, column, rows, columns } = this.area;
    // A format for whole columns covers the rows that hold something; what is written below later keeps the default.
    const last = rows === this.sheet.maxRows ? Math.max(this.sheet.rows.length, 1) : row + rows - 1;
    this.sheet.setStyles({ row, column, rows: last - row + 1, columns }, change);
    return this.exposed();
  }

  private write<Item>(items: readonly (readonly Item[])[], change: (row: number, column: number, item: Item) => void): void {
    const { row, column, rows, columns } = this.area;
    this.checkProtection();
    if (items.length !== rows) {
      throw new Error(
        `Exception: The number of rows in the data does not match the number of rows in the range. The data has ${items.length} but the range has ${rows}.`,
      );
    }
    items.forEach((line, down) => {
      if (line.length !== columns) {
        throw new Error(
          `Exception: The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${columns}.`,
        );
      }
      line.forEach((item, across) => {
        change(row + down, column + across, item);
      });
    });
  }

  private touches(area: Area): boolean {
    const { row, column, rows, columns } = this.area;
    return area.row < row + rows && row < area.row + area.rows && area.column < column + columns && column < area.column + area.columns;
  }

  private isProtected(): boolean {
    return this.sheet.protections.some(({ area, canEdit }) => !canEdit && (!area || this.touches(area)));
  }

  /** In a Google Table the type of a column stands for a validation, which a script may not change. */
  private checkTables(): void {
    if (this.sheet.tables.some((area) => this.touches(area)))
      throw new Error('Exception: This operation is not allowed on cells in typed columns.');
  }

  private checkProtection(): void {
    if (this.isProtected()) {
      throw new Error(isProtected);
    }
  }

  /** Writes one value: a text as if it were typed, except that a cell formatted as text keeps everything as it is. */
  private enter(row: number, column: number, value: unknown): void {
    const entered = this.entered(value, this.sheet.extra(row, column)?.style?.numberFormat === '@');
    const formula = 'formula' in entered ? entered.formula : undefined;
    if (formula !== undefined || this.sheet.extra(row, column)?.formula !== undefined) this.sheet.setExtra(row, column, { formula });
    this.sheet.setValue(row, column, 'value' in entered ? entered.value : null);
  }

  private entered(value: unknown, isText: boolean): Entered {
    if (value === '' || value === null || value === undefined) return { value: null };
    if (typeof value === 'number' || typeof value === 'boolean') return { value };
    const { zone, book, options } = this.runtime;
    if (Object.prototype.toString.call(value) === '[object Date]') return { value: { wall: zone.toWall((value as Date).getTime()) } };
    const text = String(value);
    if (text.length > 50_000) throw new Error('Exception: Your input contains more than the maximum of 50000 characters in a single cell.');
    return isText ? { value: text } : readTyped(text, book.locale, zone.toWall(options.now?.() ?? Date.now()));
  }

  private toScript(value: Value): unknown {
    if (value === null) return '';
    return isDateValue(value) ? new Date(this.runtime.zone.toInstant(value.wall)) : value;
  }
}
