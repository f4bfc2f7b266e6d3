import { describe, expect, it } from 'vitest';
import type { Chunk } from '../../src/api/messages.ts';
import { type ChunkedReading, readInChunks, ScanCancelled } from '../../src/client/chunks.ts';
import { TOP_ROWS } from '../../src/table/recognition/layout.ts';

const chunkOf = (count: number): Chunk => ({ kinds: Array.from({ length: count }, () => 0), columns: [], fingerprint: '' });

/** Reads with a server of our making; the list of what was asked of it, as `from+count`. */
async function asked(change: Partial<ChunkedReading>, answer: (from: number, count: number) => number = (_, count) => count) {
  const calls: string[] = [];
  const progress: number[] = [];
  const parts = readInChunks({
    rows: 25_000,
    width: 10,
    clock: () => 0,
    pause: async () => undefined,
    onProgress: (read) => progress.push(read),
    ...change,
    read: async (from, count) => {
      calls.push(`${from}+${count}`);
      return chunkOf(answer(from, count));
    },
  }).then(
    (read) => read.map(({ from, kinds }) => [from, kinds.length]),
    (problem: Error) => problem,
  );
  return { parts: await parts, calls, progress };
}

describe('reading in chunks', () => {
  it('takes about 100,000 cells at a time and tells how far it is', async () => {
    const { parts, calls, progress } = await asked({});
    expect(calls).toEqual(['0+10000', '10000+10000', '20000+5000']);
    expect(parts).toEqual([
      [0, 10_000],
      [10_000, 10_000],
      [20_000, 5000],
    ]);
    expect(progress).toEqual([10_000, 20_000, 25_000]);
  });

  it('never asks for fewer rows than the top has, however wide the table, and for nothing where there is nothing', async () => {
    expect((await asked({ rows: 2 * TOP_ROWS + 5, width: 18_000 })).calls).toEqual([
      `0+${TOP_ROWS}`,
      `${TOP_ROWS}+${TOP_ROWS}`,
      `${2 * TOP_ROWS}+5`,
    ]);
    expect((await asked({ rows: 0 })).calls).toEqual([]);
  });

  it('goes on where an answer with much text ended, with less at a time, and grows again after', async () => {
    const heavy = (from: number, count: number) => (from < 5000 ? Math.min(2000, count) : count);
    expect((await asked({ rows: 30_000 }, heavy)).calls).toEqual([
      '0+10000',
      '2000+2000',
      '4000+4000',
      '6000+2000',
      '8000+4000',
      '12000+8000',
      '20000+10000',
    ]);
  });

  it('takes less at a time after a slow chunk', async () => {
    let time = 0;
    const slow = (_: number, count: number) => {
      time += count * 2;
      return count;
    };
    expect((await asked({ clock: () => time }, slow)).calls).toEqual(['0+10000', '10000+5000', '15000+10000']);
  });

  it('reads a chunk that failed again in smaller pieces, from where the last one ended', async () => {
    let failures = 2;
    const pauses: number[] = [];
    const failing = (from: number, count: number) => {
      if (from === 10_000 && failures-- > 0) throw new Error('Google Sheets did not answer in time');
      return count;
    };
    const { calls, parts } = await asked({ pause: async (time) => void pauses.push(time) }, failing);
    expect(calls).toEqual(['0+10000', '10000+10000', '10000+5000', '10000+2500', '12500+5000', '17500+7500']);
    expect(parts).toHaveLength(4);
    expect(pauses).toEqual([500, 2000]);
  });

  it('gives up after three tries at one place, with what the last one said', async () => {
    let number = 0;
    const { parts, calls } = await asked({}, () => {
      throw new Error(`failure ${++number}`);
    });
    expect(calls).toHaveLength(3);
    expect(parts).toMatchObject({ message: 'failure 3' });
    // An answer without rows would go on for ever.
    expect((await asked({}, () => 0)).calls).toHaveLength(3);
  });

  it('stops between two chunks, and does not ask again', async () => {
    let chunks = 0;
    const { parts, calls } = await asked({ isCancelled: () => chunks > 0 }, (_, count) => {
      chunks++;
      return count;
    });
    expect(parts).toBeInstanceOf(ScanCancelled);
    expect(calls).toHaveLength(1);
  });
});
