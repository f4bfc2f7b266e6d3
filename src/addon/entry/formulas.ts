import { createZone } from '../../base/zone.ts';
import type { Formula } from '../../formulas/engine/define.ts';
import type { Environment } from '../../formulas/engine/environment.ts';
import { formulas as plainFormulas } from '../../formulas/index.ts';
import { SMMAUDIT } from '../../wording/SMMAUDIT.ts';

/** Every custom function that Sheets offers; build.mjs writes a top-level wrapper with JSDoc for each. */
export const formulas: readonly Formula[] = [...plainFormulas, SMMAUDIT];

/** Calls a formula with the arguments as Sheets passed them. The spreadsheet is asked only when the formula needs it. */
export function callFormula(name: string, args: ArrayLike<unknown>): unknown {
  const formula = formulas.find((one) => one.name === name);
  if (!formula) throw new Error(`There is no function ${name}`);
  let environment: Environment | undefined;
  return formula.call(Array.from(args), () => {
    environment ??= readEnvironment();
    return environment;
  });
}

function readEnvironment(): Environment {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return { locale: spreadsheet.getSpreadsheetLocale(), zone: createZone(spreadsheet.getSpreadsheetTimeZone()) };
}
