import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import { formulas } from '../../../addon/entry/formulas.ts';
import { DAY } from '../../../base/dates.ts';
import { createZone } from '../../../base/zone.ts';
import type { BookView } from '../view.ts';
import { hintOf } from './hint.ts';

interface Injector {
  get<Service>(identifier: unknown): Service;
}

/** A value of the grid as Google hands it to a custom function: one cell plain, a range as rows, a date as a `Date`. */
function plain(value: FunctionVariantType | undefined, toDate: (serial: number) => Date): unknown {
  if (!value) return undefined;
  if (value.isReferenceObject())
    return plain((value as unknown as { toArrayValueObject(): ArrayValueObject }).toArrayValueObject(), toDate);
  const own = value as BaseValueObject;
  if (own.isArray()) {
    const rows: unknown[][] = [];
    (own as ArrayValueObject).iterator((cell, row, column) => {
      rows[row] ??= [];
      const line = rows[row] as unknown[];
      line[column] = cell ? plain(cell, toDate) : '';
    });
    return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
  }
  if (own.isNull()) return '';
  const result = own.getValue();
  if (own.isBoolean()) return Boolean(result);
  const isDate = own.isNumber() && (own as unknown as { isDateFormat?: () => boolean }).isDateFormat?.() === true;
  return isDate ? toDate(Number(result)) : result;
}

function cellValue(value: unknown): BaseValueObject {
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (value === null || value === undefined || value === '') return NullValueObject.create();
  return StringValueObject.create(String(value));
}

function gridValue(value: unknown): BaseValueObject {
  if (!Array.isArray(value)) return cellValue(value);
  const rows = value as readonly (readonly unknown[])[];
  return new ArrayValueObject({
    calculateValueList: rows.map((row) => row.map(cellValue)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** Told of every calculation: what the function at a cell of the grid threw, or that it threw nothing. */
export type Complain = (tab: string, row: number, column: number, sentence: string | undefined) => void;

/** A function of the built add-on, as the grid's formula engine calls it. */
class AddonFunction extends BaseFunction {
  constructor(
    name: string,
    private readonly toDate: (serial: number) => Date,
    private readonly complain: Complain,
  ) {
    super(name);
    this.minParams = 0;
    this.maxParams = 255;
  }

  override calculate(...values: BaseValueObject[]): BaseValueObject {
    const wrong = values.find((value) => value.isError());
    if (wrong) return wrong;
    try {
      const call = (globalThis as unknown as Record<string, (...args: unknown[]) => unknown>)[String(this.name)];
      const result = call?.(...values.map((value) => plain(value, this.toDate)));
      this.tell(undefined);
      return gridValue(result);
    } catch (problem) {
      this.tell(problem instanceof Error ? problem.message : String(problem));
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }

  private tell(sentence: string | undefined): void {
    this.complain(this.subUnitId ?? '', this.row, this.column, sentence);
  }
}

/** Makes every custom function known to the grid: its calculation, which is that of the built `Code.js`, and its hint while typing. */
export function registerFormulas(injector: Injector, view: BookView, complain: Complain): void {
  const zone = createZone(view.timeZone);
  const toDate = (serial: number) => new Date(zone.toInstant(Math.round((serial - 25_569) * DAY)));
  injector
    .get<IFunctionService>(IFunctionService)
    .registerExecutors(...formulas.map(({ name }) => new AddonFunction(name, toDate, complain)));
  const descriptions = injector.get<IDescriptionService>(IDescriptionService);
  descriptions.registerDescriptions(formulas.map((formula) => hintOf(formula, view.language)));
  offerOursFirst(descriptions);
}

const ours = new Set<string>(formulas.map(({ name }) => name));

/** Of the functions that begin with what was typed the add-on's stand on top: `ER` before `ERF`. */
function offerOursFirst(descriptions: IDescriptionService): void {
  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  descriptions.getSearchListByNameFirstLetter = (text) => {
    const found = search(text);
    return [...found.filter(({ name }) => ours.has(name)), ...found.filter(({ name }) => !ours.has(name))];
  };
}
