import type { Rule } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';
import { type RangeFake, rangeOf } from './range.ts';
import { fakeOf, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type OfficialBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

class RuleFake implements Pick<Official, 'getBooleanCondition' | 'getRanges'> {
  constructor(
    private readonly runtime: Runtime,
    private readonly sheet: SheetModel,
    readonly rule: Rule,
  ) {}

  getBooleanCondition(): GoogleAppsScript.Spreadsheet.BooleanCondition | null {
    const { formula } = this.rule;
    if (formula === undefined) return null;
    return this.runtime.expose<GoogleAppsScript.Spreadsheet.BooleanCondition>('BooleanCondition', { getCriteriaValues: () => [formula] });
  }

  getRanges = () => this.rule.areas.map((area) => rangeOf(this.runtime, this.sheet, area));
}

export function rulesOf(runtime: Runtime, sheet: SheetModel): Official[] {
  return sheet.rules.map((rule) => runtime.expose<Official>('ConditionalFormatRule', new RuleFake(runtime, sheet, rule)));
}

export function setRules(sheet: SheetModel, rules: readonly Official[]): void {
  for (const rule of rules)
    for (const { row, rows, column, columns } of fakeOf<RuleFake>(rule).rule.areas)
      if (row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns)
        throw new Error('Exception: The coordinates of the range are outside the dimensions of the sheet.');
  sheet.rules = rules.map((rule) => fakeOf<RuleFake>(rule).rule);
}

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** Parentheses outside of texts close where they open. */
function isBalanced(formula: string): boolean {
  let depth = 0;
  for (const sign of formula.replace(/"[^"]*"/g, '')) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

class RuleBuilderFake implements Pick<OfficialBuilder, 'whenFormulaSatisfied' | 'setBackground' | 'setBold' | 'setRanges' | 'build'> {
  private formula = '';
  private looks: Pick<Rule, 'background' | 'bold'> = {};
  private ranges: readonly RangeFake[] = [];

  constructor(private readonly runtime: Runtime) {}

  whenFormulaSatisfied(formula: string): OfficialBuilder {
    if (!/^=./.test(formula)) throw new Error(`Exception: Invalid conditional format rule formula: ${formula.slice(0, 50)}`);
    this.formula = formula;
    return this.exposed();
  }
  setBackground(background: string | null): OfficialBuilder {
    if (background !== null && !isColour(background)) throw new Error(`Exception: Invalid color: ${background}`);
    if (background !== null) this.looks = { ...this.looks, background };
    return this.exposed();
  }
  setBold(bold: boolean | null): OfficialBuilder {
    if (bold !== null) this.looks = { ...this.looks, bold };
    return this.exposed();
  }
  setRanges(ranges: readonly GoogleAppsScript.Spreadsheet.Range[]): OfficialBuilder {
    if (ranges.length === 0) throw new Error('Exception: A conditional format rule must have at least one range.');
    this.ranges = ranges.map((range) => fakeOf<RangeFake>(range));
    if (new Set(this.ranges.map(({ sheet }) => sheet)).size > 1)
      throw new Error('Exception: Conditional format rule cannot have ranges on different sheets.');
    return this.exposed();
  }
  build(): Official {
    const [first] = this.ranges;
    if (!isBalanced(this.formula)) throw new Error('Exception: Invalid conditional format rule formula.');
    // A formula of a rule reads other tabs through INDIRECT alone.
    if (/(?:'[^']+'|[\p{L}\d_.]+)!\$?[A-Z]/iu.test(this.formula.replace(/"[^"]*"/g, '')))
      throw new Error('Exception: Conditional format rule cannot reference a different sheet.');
    if (!first || this.formula === '')
      throw new Error('Exception: A conditional format rule must have at least one range and a condition.');
    const rule: Rule = { areas: this.ranges.map(({ area }) => area), formula: this.formula, ...this.looks };
    return this.runtime.expose<Official>('ConditionalFormatRule', new RuleFake(this.runtime, first.sheet, rule));
  }

  private exposed = () => this.runtime.expose<OfficialBuilder>('ConditionalFormatRuleBuilder', this);
}

export const ruleBuilder = (runtime: Runtime) =>
  runtime.expose<OfficialBuilder>('ConditionalFormatRuleBuilder', new RuleBuilderFake(runtime));
