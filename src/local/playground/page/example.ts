import type { Formula } from '../../../formulas/engine/define.ts';
import { columnLetters, columnNumber } from '../../book/references.ts';

/** What stands for a parameter of which a formula's own examples say nothing. */
const samples = { number: '4', share: '0.9', date: '"2026-06-15"', text: '"Mon-Fri 10:00-19:00"' } as const;

/** An example for each parameter, also where the formula’s own example skips it: the grid puts them together to one call. */
export function exampleArguments({ examples, params }: Formula): readonly string[] {
  const given = argumentsOf(examples.at(-1)?.formula ?? '');
  const shown: string[] = [];
  params.forEach(({ kind }, index) => {
    shown.push(given[index] || (kind === 'range' ? rangeBeside(shown.at(-1) ?? 'A2:A13') : samples[kind]));
  });
  return shown;
}

/** The arguments of `=ER("1,5", A1)`, which may have commas in quotes. */
function argumentsOf(formula: string): readonly string[] {
  const inside = /^=\w+\((.*)\)$/s.exec(formula)?.[1] ?? '';
  return inside.match(/(?:"(?:[^"]|"")*"|[^,"])+/g)?.map((argument) => argument.trim()) ?? [];
}

/** The column to the right of a range, as high as it: `C2:D13` → `E2:E13`. */
function rangeBeside(range: string): string {
  const [, first = '2', column = 'A', last = '13'] = /^[A-Z]+(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  const next = columnLetters(columnNumber(column) + 1);
  return `${next}${first}:${next}${last}`;
}
