import { describe, expect, it } from 'vitest';
import { auditAll, type PoolOptions } from '../../../src/local/portfolio/pool.ts';

const task: PoolOptions['task'] = {
  terms: { settings: {}, timeZone: 'Etc/UTC', asOf: 0, hasCopies: false, hasReport: false, version: '1' },
  cacheFolder: 'nowhere',
  isResumed: false,
};
const worker = new URL('./crashing-worker.mjs', import.meta.url);
const sources = ['a', 'crash', 'b', 'broken', 'c'].map((client) => ({ client, paths: [`${client}.csv`] }));

describe('the pool', () => {
  it('goes on when a thread dies or an audit breaks, and repeats no cell', async () => {
    const { clients, isWhole } = await auditAll(sources, { worker, jobs: 2, task });
    expect(isWhole).toBe(true);
    const broke = expect.stringMatching(/^The audit broke on this file/);
    expect(clients.map(({ client, record }) => [client, record.outcome === 'refused' ? record.sentence.en : ''])).toEqual([
      ['a', 'read a.csv'],
      ['crash', broke],
      ['b', 'read b.csv'],
      ['broken', broke],
      ['c', 'read c.csv'],
    ]);
  });

  it('begins no further client once it is told to stop', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const { clients, isWhole } = await auditAll(
      sources.filter(({ client }) => client.length === 1),
      {
        ...{ worker, jobs: 1, task, signal: stop.signal },
        onDone: (count) => {
          done.push(count);
          stop.abort();
        },
      },
    );
    expect([done, clients.map(({ client }) => client), isWhole]).toEqual([[1], ['a'], false]);
  });
});
