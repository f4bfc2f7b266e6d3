import type { Chunk } from '../api/messages.ts';
import { TOP_ROWS } from '../table/recognition/layout.ts';

/** A chunk is at most about so many cells: quick enough for a progress bar. How many letters it may hold the server sees to. */
const CELLS_PER_CHUNK = 100_000;
/** A chunk that takes longer than this is followed by smaller ones: Google ends what runs for minutes. */
const LONGEST = 10_000;
/** How long to wait before a chunk that failed is asked for again, in smaller pieces; after the last of these the failure stands. */
const PAUSES = [500, 2000] as const;

export class ScanCancelled extends Error {}

export interface ChunkedReading {
  readonly rows: number;
  /** Columns of the table, those that do not leave the sheet included: all are read. */
  readonly width: number;
  readonly read: (from: number, count: number) => Promise<Chunk>;
  /** Rows read so far. */
  readonly onProgress: (read: number) => void;
  readonly isCancelled?: (() => boolean) | undefined;
  readonly clock?: () => number;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Reads rows chunk by chunk, one at a time. Chunks shrink where they are slow, hold much text or fail, and grow again after; one that
 * failed is read again from where the last one ended.
 */
export async function readInChunks(reading: ChunkedReading): Promise<readonly (Chunk & { readonly from: number })[]> {
  const { rows, width, read, onProgress, isCancelled, clock = Date.now, pause = wait } = reading;
  const most = Math.max(TOP_ROWS, Math.floor(CELLS_PER_CHUNK / Math.max(1, width)));
  const parts: (Chunk & { readonly from: number })[] = [];
  let step = most;
  let from = 0;
  let failures = 0;
  while (from < rows) {
    if (isCancelled?.()) throw new ScanCancelled();
    const wanted = Math.min(step, rows - from);
    const start = clock();
    try {
      const chunk = await read(from, wanted);
      const got = chunk.kinds.length;
      if (got < 1) throw new Error('a chunk without rows');
      parts.push({ ...chunk, from });
      from += got;
      failures = 0;
      const isHeavy = got < wanted || clock() - start > LONGEST;
      step = isHeavy ? Math.max(TOP_ROWS, Math.min(got, step >> 1)) : Math.min(most, step * 2);
      onProgress(from);
    } catch (problem) {
      const delay = PAUSES[failures++];
      if (delay === undefined) throw problem;
      step = Math.max(TOP_ROWS, step >> 1);
      await pause(delay);
    }
  }
  return parts;
}
