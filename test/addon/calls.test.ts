import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/local/host.ts';
import { scan } from '../../src/sidebar/scan.ts';
import { fullBook, tab } from './full-book.ts';
import { openHost, postsBook, scanAndAudit } from './open-book.ts';

/** Service calls of each step, and how many chunks were read. */
async function callsOf(host: Host) {
  const { runtime } = host;
  const counted = async <Result>(work: () => Promise<Result>) => {
    runtime.resetCalls();
    await work();
    return runtime.total;
  };
  const start = await counted(() => host.callApi('start', {}));
  const scanned = await counted(() => scan(host.callApi, ['Посты'], {}));
  const { request } = await scanAndAudit(host);
  const chunks = request.sheets.reduce((sum, sheet) => sum + sheet.chunks.length, 0);
  const annotate = await counted(() => host.callApi('annotate', request));
  const again = await counted(() => host.callApi('annotate', request));
  const reopened = await counted(() => host.callApi('start', {}));
  const remove = await counted(() => host.callApi('remove', {}));
  return { chunks, start, scan: scanned - chunks, annotate: annotate - chunks, again: again - chunks, reopened, remove };
}

describe('service calls', () => {
  it('are the same at 100 and at 20,000 rows but for the chunks, and few', async () => {
    const small = await callsOf(openHost(postsBook(100)));
    const large = await callsOf(openHost(postsBook(20_000)));
    expect(large.chunks).toBeGreaterThan(small.chunks);
    expect({ ...large, chunks: 0 }).toEqual({ ...small, chunks: 0 });
    expect(small.scan).toBeLessThanOrEqual(10);
    expect(small.annotate).toBeLessThanOrEqual(50);
    expect(small.again).toBeLessThanOrEqual(50);
    expect(small.remove).toBeLessThanOrEqual(20);
  });

  it('grow by at most two for each of the user’s rules and filtered columns', async () => {
    const plain = fullBook();
    tab(plain).filter = undefined;
    tab(plain).rules = [];
    const without = await callsOf(openHost(plain));
    const full = fullBook();
    const { rules, filter } = tab(full);
    const more = 2 * (rules.length + (filter?.area.columns ?? 0));
    const withThem = await callsOf(openHost(full));
    for (const step of ['annotate', 'again', 'remove'] as const) expect(withThem[step] - without[step]).toBeLessThanOrEqual(more);
  });
});
