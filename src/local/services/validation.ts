import type { Runtime } from './runtime.ts';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

/** What a validation asks for, as the model keeps it. */
export interface Validation {
  readonly criterion: 'list' | 'date' | 'checkbox' | 'number-from';
  readonly values: readonly (string | number)[];
  readonly allowInvalid: boolean;
}

/** Items of a list in one rule. */
const MOST_VALUES = 500;

class ValidationBuilderFake
  implements
    Pick<
      Builder,
      'requireValueInList' | 'requireDate' | 'requireCheckbox' | 'requireNumberGreaterThanOrEqualTo' | 'setAllowInvalid' | 'build'
    >
{
  private wanted: Pick<Validation, 'criterion' | 'values'> | undefined;
  private allowInvalid = true;

  constructor(private readonly runtime: Runtime) {}

  requireValueInList(values: string[]): Builder {
    if (values.length === 0 || values.length > MOST_VALUES || values.some((value) => typeof value !== 'string'))
      throw new Error('Exception: Invalid data validation criteria.');
    return this.require('list', values);
  }
  requireDate(): Builder {
    return this.require('date');
  }
  requireCheckbox(): Builder {
    return this.require('checkbox');
  }
  requireNumberGreaterThanOrEqualTo(number: number): Builder {
    if (!Number.isFinite(number)) throw new Error('Exception: Invalid data validation criteria.');
    return this.require('number-from', [number]);
  }
  setAllowInvalid(allowInvalid: boolean): Builder {
    this.allowInvalid = allowInvalid;
    return this.exposed();
  }
  build(): GoogleAppsScript.Spreadsheet.DataValidation {
    if (!this.wanted) throw new Error('Exception: A data validation rule needs a criterion.');
    const validation: Validation = { ...this.wanted, allowInvalid: this.allowInvalid };
    return this.runtime.expose<GoogleAppsScript.Spreadsheet.DataValidation>('DataValidation', { validation });
  }

  private require(criterion: Validation['criterion'], values: readonly (string | number)[] = []): Builder {
    this.wanted = { criterion, values };
    return this.exposed();
  }
  private exposed = () => this.runtime.expose<Builder>('DataValidationBuilder', this);
}

export const validationBuilder = (runtime: Runtime): Builder =>
  runtime.expose<Builder>('DataValidationBuilder', new ValidationBuilderFake(runtime));
