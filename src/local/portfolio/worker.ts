import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { AuditSettings } from '../../audit/settings.ts';
import type { WallTime } from '../../base/dates.ts';
import { lazily } from '../../base/lazily.ts';
import { usualPatterns } from '../../client/report-request.ts';
import type { Language } from '../../i18n/language.ts';
import { auditFiles } from '../audit-files.ts';
import { Book } from '../book/book.ts';
import { Host } from '../host.ts';
import { fileProblems, LocalProblem } from '../problem.ts';
import { Cache, cacheKey } from './cache.ts';
import { isOwnOutput } from './own-output.ts';
import { type ClientRecord, recordOf, refusedFor } from './record.ts';

/** What is the same for every client of a run. */
export interface Terms {
  readonly settings: AuditSettings;
  readonly timeZone: string;
  readonly language?: Language;
  readonly asOf: WallTime;
  readonly hasCopies: boolean;
  readonly hasReport: boolean;
  /** Names the very program, so that another version trusts no record of this one. */
  readonly version: string;
}

export interface Task {
  readonly paths: readonly string[];
  readonly terms: Terms;
  readonly cacheFolder: string;
  /** Whether records of earlier runs are taken; what is made is always kept. */
  readonly isResumed: boolean;
}

export interface Answer {
  /** Absent where all files are outputs of ours. */
  readonly record?: ClientRecord;
  readonly isFromCache: boolean;
}

/** One for all clients of this thread: to start the add-on anew takes as long as to audit a small file. */
const reader = lazily(() => new Host(new Book()));

/** Audits one client, in a thread of its own. */
export default async function auditClient({ paths, terms, cacheFolder, isResumed }: Task): Promise<Answer> {
  let files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  try {
    files = paths.map((path) => ({ path, bytes: bytesAt(path) })).filter(({ bytes }) => !isOwnOutput(bytes));
  } catch (problem) {
    return { record: refusedFor(problem), isFromCache: false };
  }
  const [first] = files;
  if (!first) return { isFromCache: false };
  const cache = new Cache(cacheFolder);
  const key = cacheKey(files, { ...terms });
  const known = isResumed ? cache.read(key, first.path) : undefined;
  if (known) return { record: known, isFromCache: true };
  const { record, isCertain } = await audited(
    files.map(({ path }) => path),
    terms,
  );
  if (isCertain) cache.keep(key, record);
  return { record, isFromCache: false };
}

function bytesAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new LocalProblem(fileProblems.unreadable(path), { cause });
  }
}

/** `isCertain`: another try would come to the same. */
async function audited(paths: readonly string[], terms: Terms): Promise<{ readonly record: ClientRecord; readonly isCertain: boolean }> {
  const { settings, timeZone, language, asOf, hasCopies, hasReport } = terms;
  const [first = ''] = paths;
  try {
    const client = await auditFiles({
      paths,
      tabs: { kind: 'all' },
      settings,
      timeZone,
      asOf,
      isStrict: false,
      copies: hasCopies ? 'once' : 'none',
      reader: reader(),
      ...(language === undefined ? {} : { language }),
      ...(hasReport ? { report: { out: first.replace(/\.\w+$/, '-report.html'), patterns: usualPatterns } } : {}),
    });
    const named = (path: string) => relative(dirname(first), path).split(sep).join('/');
    const written = {
      copies: client.written.map(named),
      ...(client.reportWritten === undefined ? {} : { report: named(client.reportWritten) }),
    };
    return { record: recordOf(client, settings, written), isCertain: true };
  } catch (problem) {
    return { record: refusedFor(problem), isCertain: problem instanceof LocalProblem };
  }
}
