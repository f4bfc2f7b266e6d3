import type { SheetModel } from '../book/book.ts';
import { rangeOf } from './range.ts';
import { fakeOf, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.Filter;
type OfficialCriteria = GoogleAppsScript.Spreadsheet.FilterCriteria;

export function filterOf(runtime: Runtime, sheet: SheetModel): Official | null {
  return sheet.filter ? runtime.expose<Official>('Filter', new FilterFake(runtime, sheet)) : null;
}

/** Criteria are carried as they came: the add-on copies them and never looks inside. */
class CriteriaFake {
  constructor(
    private readonly runtime: Runtime,
    readonly criteria: unknown,
  ) {}
  copy = () => this.runtime.expose<GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>('FilterCriteriaBuilder', this);
  build = () => this.runtime.expose<OfficialCriteria>('FilterCriteria', this);
}

export class FilterFake implements Pick<Official, 'getRange' | 'remove' | 'getColumnFilterCriteria' | 'setColumnFilterCriteria'> {
  constructor(
    private readonly runtime: Runtime,
    private readonly sheet: SheetModel,
  ) {}

  getRange = () => rangeOf(this.runtime, this.sheet, this.model().area);

  remove(): void {
    this.sheet.filter = undefined;
  }

  getColumnFilterCriteria(column: number): OfficialCriteria | null {
    const criteria = this.model().criteria.get(column);
    return criteria === undefined
      ? null
      : this.runtime.expose<OfficialCriteria>('FilterCriteria', new CriteriaFake(this.runtime, criteria));
  }

  setColumnFilterCriteria(column: number, criteria: OfficialCriteria | null): Official {
    const { area, criteria: present } = this.model();
    const changed = new Map(present);
    if (criteria === null) changed.delete(column);
    else changed.set(column, fakeOf<CriteriaFake>(criteria).criteria);
    this.sheet.filter = { area, criteria: changed };
    return this.runtime.expose<Official>('Filter', this);
  }

  private model() {
    if (!this.sheet.filter) throw new Error('Exception: The filter has been removed.');
    return this.sheet.filter;
  }
}
