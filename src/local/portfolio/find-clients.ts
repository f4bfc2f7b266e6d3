import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { isOwnCopy } from '../client-files.ts';
import { fileProblems, LocalProblem } from '../problem.ts';

/** A client of the portfolio: what it is called, and its files. */
export interface ClientSource {
  /** Path below the folder without the ending, `/` on every system: what an agency calls its client, and what tells two of them apart. */
  readonly client: string;
  readonly paths: readonly string[];
}

/**
 * Every workbook and table below a folder, in the order of their names. Links are not followed, so that nothing outside the folder is read and
 * no circle is walked; annotated copies of ours are left out.
 * @param perFolder a folder right below this one is one client with all files in it; a file that lies right in this one stays a client
 * @throws LocalProblem where there is no such folder, or nothing in it
 */
export function findClients(folder: string, perFolder: boolean): readonly ClientSource[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new LocalProblem({ en: `There is no folder ${folder}: check the name.`, ru: `Папки ${folder} нет: проверьте имя.` });
  const paths = filesBelow(folder);
  if (paths.length === 0)
    throw new LocalProblem({
      en: `Below ${folder} there is no .xlsx, .csv or .tsv.`,
      ru: `В папке ${folder} и ниже нет ни .xlsx, ни .csv, ни .tsv.`,
    });
  return calledApart(perFolder ? together(folder, paths) : paths.map((path) => ({ client: nameOf(folder, path), paths: [path] })), folder);
}

const readable = /\.(xlsx|csv|tsv)$/i;

function filesBelow(folder: string): readonly string[] {
  let entries: readonly { readonly name: string; isFile(): boolean; isDirectory(): boolean }[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new LocalProblem(fileProblems.unreadable(folder), { cause });
  }
  return [...entries]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      // An entry that is a link is neither a file nor a folder here.
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() && readable.test(entry.name) && !isOwnCopy(entry.name) ? [path] : [];
    });
}

const slashed = (path: string) => path.split(sep).join('/');
const nameOf = (folder: string, path: string) => slashed(relative(folder, join(dirname(path), basename(path, extname(path)))));

function together(folder: string, paths: readonly string[]): readonly ClientSource[] {
  const clients = new Map<string, string[]>();
  for (const path of paths) {
    const [first = '', ...below] = slashed(relative(folder, path)).split('/');
    const client = below.length === 0 ? nameOf(folder, path) : first;
    clients.set(client, [...(clients.get(client) ?? []), path]);
  }
  return [...clients].map(([client, own]) => ({ client, paths: own }));
}

/** `posts.csv` and `posts.xlsx` are two clients: their endings stay. */
function calledApart(clients: readonly ClientSource[], folder: string): readonly ClientSource[] {
  const count = new Map<string, number>();
  for (const { client } of clients) count.set(client, (count.get(client) ?? 0) + 1);
  return clients.map((source) =>
    (count.get(source.client) ?? 0) > 1 ? { ...source, client: slashed(relative(folder, source.paths[0] ?? '')) } : source,
  );
}
