import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileProblems, LocalProblem } from '../problem.ts';
import { freePath } from './open.ts';

/** What systems say of a full disk, of a quota, and of a file that may grow no further. */
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Writes a file where there is none yet: beside it first, and under its name only when all of it is there, so that a full disk or Ctrl+C
 * never leaves half of it under that name.
 *
 * @returns its path, with a number where the wanted one is taken
 * @throws LocalProblem where it cannot be written
 */
export function writeWhole(wanted: string, bytes: Uint8Array): string {
  const unfinished = join(dirname(wanted), `.${basename(wanted)}.${process.pid}.part`);
  try {
    const file = openSync(unfinished, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return named(unfinished, freePath(wanted));
  } catch (cause) {
    const isFull = full.has((cause as NodeJS.ErrnoException).code ?? '');
    throw new LocalProblem(isFull ? fileProblems.noRoom(wanted) : fileProblems.unwritable(wanted), { cause });
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The same, but a file that is there under the wanted name with the very same bytes is taken for it: a run that goes on writes nothing twice. */
export function writeOnce(wanted: string, bytes: Uint8Array): string {
  return isThere(wanted, bytes) ? wanted : writeWhole(wanted, bytes);
}

function isThere(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Gives the file its name; one that was taken meanwhile is not overwritten. */
function named(unfinished: string, path: string): string {
  try {
    linkSync(unfinished, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return named(unfinished, freePath(path));
    // Some file systems know no second name of a file.
    renameSync(unfinished, path);
  }
  return path;
}
