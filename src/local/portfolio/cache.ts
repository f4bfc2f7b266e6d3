import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ClientRecord } from './record.ts';

/** Everything that a record depends on but the files: the program, and what it was asked for. */
export type CacheTerms = Readonly<Record<string, unknown>>;

/** The name of a record: two runs have the same one only where bytes, names of the files, settings and program are the same. */
export function cacheKey(files: readonly { readonly path: string; readonly bytes: Uint8Array }[], terms: CacheTerms): string {
  const hash = createHash('sha256').update(JSON.stringify(terms));
  for (const { path, bytes } of files) hash.update(`\n${basename(path)} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

/** Records as they were kept, one file each: sums and code words, no cell of a client's. */
export class Cache {
  constructor(private readonly folder: string) {}

  /** @param beside where the copies of the record must still lie; one whose copies are gone is made anew */
  read(key: string, beside: string): ClientRecord | undefined {
    try {
      // Nobody but `keep` writes there, and a key names the program that wrote.
      const record = JSON.parse(readFileSync(this.pathOf(key), 'utf8')) as ClientRecord;
      return writtenBy(record).every((name) => existsSync(join(dirname(beside), name))) ? record : undefined;
    } catch {
      return undefined;
    }
  }

  /** Written beside and renamed: a run that is cut off leaves no half of a record. */
  keep(key: string, record: ClientRecord): void {
    mkdirSync(this.folder, { recursive: true });
    const beside = `${this.pathOf(key)}.${process.pid}.part`;
    writeFileSync(beside, JSON.stringify(record));
    renameSync(beside, this.pathOf(key));
  }

  private readonly pathOf = (key: string) => join(this.folder, `${key}.json`);
}

const writtenBy = (record: ClientRecord): readonly string[] =>
  record.outcome === 'audited' ? [...record.copies, ...(record.report === undefined ? [] : [record.report])] : [];
