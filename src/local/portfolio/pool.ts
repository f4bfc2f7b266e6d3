import { Piscina } from 'piscina';
import type { ClientSource } from './find-clients.ts';
import { type ClientRecord, refusedFor } from './record.ts';
import type { Answer, Task } from './worker.ts';

export interface PoolOptions {
  /** Module whose default export audits one client. */
  readonly worker: URL;
  readonly jobs: number;
  /** Everything of a task but its files. */
  readonly task: Omit<Task, 'paths'>;
  readonly onDone?: (done: number, fromCache: number) => void;
  /** Once aborted no further client is begun; those in work are finished. */
  readonly signal?: AbortSignal;
}

/** A client with what came of it. */
export interface PortfolioClient {
  readonly client: string;
  /** Its first file, beside which copies and the report lie. */
  readonly path: string;
  readonly record: ClientRecord;
}

export interface PoolResult {
  /** In the order of the sources, outputs of ours left out. */
  readonly clients: readonly PortfolioClient[];
  readonly isWhole: boolean;
}

/** Megabytes a thread may hold: a file that needs more is refused, and the others go on. */
const MOST_MEMORY = 2048;
/** Room for what is read and forgotten again at once: a workbook is mostly that. */
const YOUNG_MEMORY = 64;

/** Audits clients in threads, as many at a time as there are jobs. A thread that dies takes its own client with it and no other. */
export async function auditAll(sources: readonly ClientSource[], options: PoolOptions): Promise<PoolResult> {
  const { worker, jobs, task, onDone, signal } = options;
  const pool = new Piscina<Task, Answer>({
    filename: worker.href,
    minThreads: Math.min(jobs, sources.length),
    maxThreads: jobs,
    // A thread that waits by atomics would not do what is still to do after an audit.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  const answers = new Map<number, Answer>();
  let next = 0;
  let fromCache = 0;
  const work = async () => {
    while (next < sources.length && !signal?.aborted) {
      const index = next++;
      const answer = await answerFor(pool, { ...task, paths: sources[index]?.paths ?? [] });
      answers.set(index, answer);
      if (answer.isFromCache) fromCache++;
      onDone?.(answers.size, fromCache);
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, work));
  } finally {
    await pool.destroy();
  }
  const clients = sources.flatMap(({ client, paths: [path = ''] }, index) => {
    const record = answers.get(index)?.record;
    return record ? [{ client, path, record }] : [];
  });
  return { clients, isWhole: answers.size === sources.length };
}

async function answerFor(pool: Piscina<Task, Answer>, task: Task): Promise<Answer> {
  try {
    return await pool.run(task);
  } catch (problem) {
    return { record: refusedFor(problem), isFromCache: false };
  }
}
