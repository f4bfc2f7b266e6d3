import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { auditSumOf, remembered } from '../audit/progress/history.ts';
import { type AuditSum, historyCheck } from '../audit/progress/kept.ts';
import type { Report } from '../audit/report.ts';
import { isAccepted } from '../audit/shape.ts';
import type { WallTime } from '../base/dates.ts';
import type { Text } from '../i18n/language.ts';
import { fileProblems, LocalProblem } from './problem.ts';

/** Sums of earlier audits as `--history` keeps them; none where there is no file yet. @throws LocalProblem for a file of another kind */
export function readHistory(path: string): readonly AuditSum[] {
  if (!existsSync(path)) return [];
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new LocalProblem(notHistory(path), { cause });
  }
  if (!isAccepted(historyCheck, value)) throw new LocalProblem(notHistory(path));
  return value;
}

/** Adds the sums of an audit. Written beside and renamed: a run that is cut off leaves the file as it was. */
export function keepHistory(path: string, history: readonly AuditSum[], report: Report, now: WallTime): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, `${JSON.stringify(remembered(history, auditSumOf(report, now)), null, 1)}\n`);
    renameSync(beside, path);
  } catch (cause) {
    throw new LocalProblem(fileProblems.unwritable(path), { cause });
  }
}

const notHistory = (path: string): Text => ({
  en: `${path} holds no history of audits: give the file that --history wrote, or a new name.`,
  ru: `В ${path} нет истории проверок: укажите файл, который записал --history, или новое имя.`,
});
