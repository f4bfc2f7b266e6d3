import type { SheetModel } from '../book/sheet.ts';
import { enumValue, labelOf } from './enums.ts';
import { rangeOf } from './range.ts';
import { fakeOf, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.Filter;
type OfficialBuilder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;
type OfficialCriteria = GoogleAppsScript.Spreadsheet.FilterCriteria;

export function filterOf(runtime: Runtime, sheet: SheetModel): Official | null {
  return sheet.filter ? runtime.expose<Official>('Filter', new FilterFake(runtime, sheet)) : null;
}

/** Criteria as the services know them; what a file brought along is carried as it came. */
interface CriteriaModel {
  readonly type?: string;
  readonly values?: readonly unknown[];
  readonly hiddenValues?: readonly string[];
}

class CriteriaFake implements Pick<OfficialCriteria, 'copy' | 'getCriteriaType' | 'getCriteriaValues' | 'getHiddenValues'> {
  constructor(
    private readonly runtime: Runtime,
    readonly criteria: CriteriaModel,
  ) {}
  copy = () => builderOf(this.runtime, this.criteria);
  getCriteriaType = () => {
    const { type } = this.criteria;
    return (type === undefined ? null : enumValue('BooleanCriteria', type)) as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
  };
  getCriteriaValues = () => [...(this.criteria.values ?? [])];
  /** `null` where none are hidden, whatever the types say. */
  getHiddenValues = () => (this.criteria.hiddenValues ? [...this.criteria.hiddenValues] : null) as string[];
}

class CriteriaBuilderFake implements Pick<OfficialBuilder, 'build' | 'withCriteria' | 'setHiddenValues'> {
  constructor(
    private readonly runtime: Runtime,
    private criteria: CriteriaModel,
  ) {}
  withCriteria(type: unknown, values: unknown[]): OfficialBuilder {
    this.criteria = { ...this.criteria, type: labelOf(type, 'BooleanCriteria', 'FilterCriteriaBuilder.withCriteria'), values };
    return this.exposed();
  }
  setHiddenValues(hiddenValues: string[]): OfficialBuilder {
    this.criteria = { ...this.criteria, hiddenValues };
    return this.exposed();
  }
  build = () => this.runtime.expose<OfficialCriteria>('FilterCriteria', new CriteriaFake(this.runtime, this.criteria));
  private exposed = () => this.runtime.expose<OfficialBuilder>('FilterCriteriaBuilder', this);
}

export const builderOf = (runtime: Runtime, criteria: CriteriaModel = {}) =>
  runtime.expose<OfficialBuilder>('FilterCriteriaBuilder', new CriteriaBuilderFake(runtime, criteria));

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
      : this.runtime.expose<OfficialCriteria>('FilterCriteria', new CriteriaFake(this.runtime, criteria as CriteriaModel));
  }

  setColumnFilterCriteria(column: number, criteria: OfficialCriteria | null): Official {
    const { area, criteria: present } = this.model();
    if (column < area.column || column >= area.column + area.columns) throw new Error('Exception: Column is outside of the filter range.');
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
