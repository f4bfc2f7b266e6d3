import { createZone } from '../../src/base/zone.ts';
import type { Formula } from '../../src/formulas/engine/define.ts';
import type { Environment } from '../../src/formulas/engine/environment.ts';

/** A spreadsheet for tests; `calls` counts how often a formula asked for it. */
export function spreadsheet(locale = 'en_GB', timeZone = 'Europe/Moscow') {
  const zone = createZone(timeZone);
  const environment = () => {
    environment.calls++;
    return { locale, zone } satisfies Environment;
  };
  environment.calls = 0;
  return environment;
}

export const call = (formula: Formula, ...args: readonly unknown[]): unknown => formula.call(args, spreadsheet());
export const callIn = (locale: string, formula: Formula, ...args: readonly unknown[]): unknown => formula.call(args, spreadsheet(locale));

/** A column of cells as Sheets hands it over. */
export const column = (...cells: readonly unknown[]) => cells.map((cell) => [cell]);
