import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem } from './problem.ts';

const readable = /\.(xlsx|csv|tsv|txt)$/i;
/** Whether a file is called as what we write ourselves: an annotated copy of an earlier run. */
export const isOwnCopy = (name: string): boolean => /-audited(-\d+)?\.xlsx$/i.test(name);

/** What is named for standard input. */
export const STANDARD_INPUT = '-';

/**
 * The files that are meant: those that are named, and of a folder the workbooks and tables right in it, in the order of their names.
 * @throws LocalProblem where a folder holds none
 */
export function clientFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const found = readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && readable.test(entry.name) && !isOwnCopy(entry.name) && !entry.name.startsWith('.'))
      .map((entry) => join(path, entry.name))
      .sort();
    if (found.length === 0)
      throw new LocalProblem({
        en: `The folder ${path} holds no .xlsx, .csv or .tsv.`,
        ru: `В папке ${path} нет ни .xlsx, ни .csv, ни .tsv.`,
      });
    return found;
  });
}
