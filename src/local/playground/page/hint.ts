import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import type { Formula } from '../../../formulas/engine/define.ts';
import { parameterName } from '../../../formulas/engine/parameter-names.ts';
import type { Language } from '../../../i18n/language.ts';
import { exampleArguments } from './example.ts';

/** What the grid shows while a formula is typed: the texts of the JSDoc. */
export function hintOf(formula: Formula, language: Language): IFunctionInfo {
  const { name, summary, params } = formula;
  const examples = exampleArguments(formula);
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: summary[language],
    abstract: summary[language],
    functionParameter: params.map((param, index) => ({
      name: parameterName(param.name, language),
      detail: param.about[language],
      example: withDecimalMark(examples[index] ?? '', language),
      require: param.isOptional ? 0 : 1,
      repeat: param.isSum ? 1 : 0,
    })),
  };
}

/** Where a semicolon stands between arguments a comma stands in a number. */
const withDecimalMark = (argument: string, language: Language) =>
  language === 'ru' ? argument.replace(/^(\d+)\.(\d+)$/, '$1,$2') : argument;
