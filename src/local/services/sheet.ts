import { type SheetModel, USUAL_WIDTH } from '../book/sheet.ts';
import { chartBuilder, chartOf } from './charts.ts';
import { enumValue, labelOf } from './enums.ts';
import { filterOf } from './filter.ts';
import { metadataFinder } from './metadata.ts';
import { addMetadata } from './metadata-store.ts';
import { parseA1, type RangeFake, rangeOf } from './range.ts';
import { rulesOf, setRules } from './rules.ts';
import { fakeOf, isProtected, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.Sheet;
type OfficialRange = GoogleAppsScript.Spreadsheet.Range;

/** Of a column that nobody has made wider, in pixels. */

/** Of a tab (up to ZZZ), and of all tabs of a file, empty cells included. */
const MOST_COLUMNS = 18_278;
const MOST_CELLS = 10_000_000;

export const sheetOf = (runtime: Runtime, sheet: SheetModel): Official => runtime.expose<Official>('Sheet', new SheetFake(runtime, sheet));

export class SheetFake
  implements
    Pick<
      Official,
      | 'getName'
      | 'getSheetId'
      | 'getType'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getMaxRows'
      | 'getMaxColumns'
      | 'getDataRange'
      | 'activate'
      | 'setActiveRange'
      | 'getRangeList'
      | 'insertColumnsAfter'
      | 'deleteColumns'
      | 'showColumns'
      | 'hideColumns'
      | 'getColumnWidth'
      | 'setColumnWidth'
      | 'setColumnWidths'
      | 'setFrozenRows'
      | 'getConditionalFormatRules'
      | 'setConditionalFormatRules'
      | 'getFilter'
      | 'createDeveloperMetadataFinder'
      | 'isRowHiddenByUser'
      | 'isRowHiddenByFilter'
      | 'isColumnHiddenByUser'
      | 'newChart'
      | 'insertChart'
    >
{
  constructor(
    private readonly runtime: Runtime,
    readonly sheet: SheetModel,
  ) {}

  getName = () => this.sheet.name;
  getSheetId = () => this.sheet.id;
  getType = () => enumValue('SheetType', this.sheet.type) as unknown as GoogleAppsScript.Spreadsheet.SheetType;
  getLastRow = () => this.sheet.lastRow();
  getLastColumn = () => this.sheet.lastColumn();
  getMaxRows = () => this.sheet.maxRows;
  getMaxColumns = () => this.sheet.maxColumns;
  getFilter = () => filterOf(this.runtime, this.sheet);
  getConditionalFormatRules = () => rulesOf(this.runtime, this.sheet);
  createDeveloperMetadataFinder = () => metadataFinder(this.runtime, this.sheet);

  getRange(first: number | string, column = 1, rows = 1, columns = 1): OfficialRange {
    const area = typeof first === 'string' ? parseA1(this.sheet, first) : { row: first, column, rows, columns };
    return rangeOf(this.runtime, this.sheet, area);
  }

  getDataRange = (): OfficialRange => this.getRange(1, 1, Math.max(1, this.sheet.lastRow()), Math.max(1, this.sheet.lastColumn()));

  activate(): Official {
    this.runtime.book.activeSheet = this.sheet;
    return this.exposed();
  }

  getRangeList(names: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    const areas = names.map((name) => parseA1(this.sheet, name));
    return this.runtime.expose<GoogleAppsScript.Spreadsheet.RangeList>('RangeList', {
      activate: () => {
        this.sheet.activeArea = areas[0];
        this.sheet.selected = areas;
      },
    });
  }

  setActiveRange(range: OfficialRange): OfficialRange {
    this.sheet.activeArea = fakeOf<RangeFake>(range).area;
    return range;
  }

  insertColumnsAfter(after: number, count: number): Official {
    this.checkProtection();
    if (after < 1 || after > this.sheet.maxColumns || count < 1) throw new Error('Exception: Those columns are out of bounds.');
    if (after <= this.sheet.frozenColumns)
      throw new Error("You can't insert a column here right now. Try dragging the freeze bar to the left, then insert the column.");
    if (this.sheet.protections.some(({ area, canEdit }) => !canEdit && area && area.column <= after && after < area.column + area.columns))
      throw new Error(isProtected);
    if (this.sheet.maxColumns + count > MOST_COLUMNS || this.runtime.book.cells() + count * this.sheet.maxRows > MOST_CELLS)
      throw new Error('Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
    this.sheet.insertColumns(after + 1, count);
    return this.exposed();
  }

  deleteColumns(column: number, count: number): void {
    this.checkProtection();
    if (column < 1 || column + count - 1 > this.sheet.maxColumns) throw new Error('Exception: Those columns are out of bounds.');
    if (count >= this.sheet.maxColumns) throw new Error("Exception: You can't delete all the columns on the sheet.");
    this.sheet.deleteColumns(column, count);
  }

  isRowHiddenByUser = (row: number) => this.sheet.rows[row - 1]?.isHidden === true;
  /** By a filter, a slicer or the filter of a table: the model is told which rows, it does not apply any. */
  isRowHiddenByFilter = (row: number) => this.sheet.rows[row - 1]?.isFiltered === true;
  isColumnHiddenByUser = (column: number) => this.sheet.column(column).isHidden === true;

  hideColumns(column: number, count = 1): void {
    for (let offset = 0; offset < count; offset++) this.sheet.setColumn(column + offset, { isHidden: true });
  }

  showColumns(column: number, count = 1): void {
    for (let offset = 0; offset < count; offset++) this.sheet.setColumn(column + offset, { isHidden: undefined });
  }

  getColumnWidth = (column: number) => this.sheet.column(column).width ?? USUAL_WIDTH;

  setColumnWidth(column: number, width: number): Official {
    if (column < 1 || column > this.sheet.maxColumns) throw new Error('Exception: Those columns are out of bounds.');
    this.sheet.setColumn(column, { width });
    return this.exposed();
  }

  setColumnWidths(first: number, count: number, width: number): Official {
    for (let offset = 0; offset < count; offset++) this.setColumnWidth(first + offset, width);
    return this.exposed();
  }

  setFrozenRows(rows: number): void {
    this.sheet.frozenRows = rows;
  }

  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    setRules(this.sheet, rules);
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): Official {
    addMetadata(
      this.runtime.book,
      this.sheet,
      undefined,
      key,
      String(value ?? ''),
      visibility === undefined ? 'DOCUMENT' : labelOf(visibility, 'DeveloperMetadataVisibility', 'Sheet.addDeveloperMetadata'),
    );
    return this.exposed();
  }

  newChart = () => chartBuilder(this.runtime, this.sheet);

  insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    this.sheet.charts = [...this.sheet.charts, chartOf(chart)];
  }

  private checkProtection(): void {
    if (this.sheet.protections.some(({ area, canEdit }) => !canEdit && !area)) {
      throw new Error(isProtected);
    }
  }

  private exposed = (): Official => sheetOf(this.runtime, this.sheet);
}
