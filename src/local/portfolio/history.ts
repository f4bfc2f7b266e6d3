import { readFileSync } from 'node:fs';
import { remembered } from '../../audit/progress/history.ts';
import type { AuditSum } from '../../audit/progress/kept.ts';
import type { Text } from '../../i18n/language.ts';
import { fileProblems, LocalProblem } from '../problem.ts';
import { sumInLine } from './lines.ts';

/**
 * What earlier portfolios came to, by client: files that `--json` printed, in any order.
 * @throws LocalProblem for a file that is none of these
 */
export function readEarlier(paths: readonly string[]): ReadonlyMap<string, readonly AuditSum[]> {
  const history = new Map<string, readonly AuditSum[]>();
  for (const path of paths) {
    const sums = textAt(path)
      .split(/\r?\n/)
      .flatMap((line) => sumInLine(line) ?? []);
    if (sums.length === 0) throw new LocalProblem(notEarlier(path));
    for (const { client, sum } of sums) history.set(client, remembered(history.get(client) ?? [], sum));
  }
  return history;
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new LocalProblem(fileProblems.missing(path), { cause });
  }
}

const notEarlier = (path: string): Text => ({
  en: `${path} holds no earlier portfolio: give a file in which you kept what --json printed.`,
  ru: `В ${path} нет прежнего портфеля: укажите файл, куда сохранили вывод --json.`,
});
