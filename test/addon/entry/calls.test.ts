import { describe, expect, it } from 'vitest';
import { callsOf, mostBeyondChunks, type StepCalls } from '../../bench/calls.ts';
import { fullBook, tab } from '../full-book.ts';
import { openHost, postsBook, scanAndAudit } from '../open-book.ts';

const beyondChunks = ({ total, chunks }: StepCalls) => total - chunks;

describe('service calls', () => {
  it('are the same at 100 and at 20,000 rows but for the chunks, and few', async () => {
    const [small, large] = [await callsOf(postsBook(100)), await callsOf(postsBook(20_000))];
    expect(large.scan.chunks).toBeGreaterThan(small.scan.chunks);
    for (const step of ['open', 'scan', 'highlight', 'highlight again', 'open again', 'remove'] as const) {
      expect([step, beyondChunks(large[step])]).toEqual([step, beyondChunks(small[step])]);
      expect(beyondChunks(small[step]), step).toBeLessThanOrEqual(mostBeyondChunks[step]);
      // What is no round trip must not grow either; a chunk takes a few handles.
      expect(large[step].free - small[step].free).toBeLessThanOrEqual(4 * large[step].chunks);
    }
  });

  it('are two more where the reasons became others: what we remember of them changes before and after', async () => {
    const host = openHost(postsBook(100));
    const { request } = await scanAndAudit(host);
    await host.callApi('annotate', request);
    const counts: number[] = [];
    for (const language of ['ru', 'en', 'en'] as const) {
      host.runtime.resetCalls();
      expect(await host.callApi('annotate', { ...request, language })).toMatchObject({ outcome: 'written' });
      counts.push(host.runtime.total);
    }
    const [same = 0, others, again] = counts;
    expect([others, again]).toEqual([same + 2, same]);
  });

  it('grow by at most two for each of the user’s rules and filtered columns', async () => {
    const plain = fullBook();
    tab(plain).filter = undefined;
    tab(plain).rules = [];
    const without = await callsOf(plain);
    const full = fullBook();
    const { rules, filter } = tab(full);
    const more = 2 * (rules.length + (filter?.area.columns ?? 0));
    const withThem = await callsOf(full);
    for (const step of ['highlight', 'highlight again', 'remove'] as const)
      expect(withThem[step].total - without[step].total).toBeLessThanOrEqual(more);
  });

  it('do not grow with cells of the user’s that read like our heading, the last column included', async () => {
    const removing = async (cells: number) => {
      const book = postsBook(60);
      const services = book.addSheet('Услуги', 1, 80, 3);
      for (let row = 1; row <= cells; row++) services.setValue(row, 3, 'SMM-аудит');
      const calls = await callsOf(book);
      return calls.remove.total;
    };
    expect(await removing(70)).toBe(await removing(2));
  });

  it('of the menu, the report and the settings do not depend on rows', async () => {
    const counts = async (rows: number) => {
      const host = openHost(postsBook(rows));
      const counted = (work: () => unknown) => {
        host.runtime.resetCalls();
        work();
        return host.runtime.total;
      };
      return ['onOpen', 'openAudit', 'removeAudit', 'addTemplateTabs'].map((name) => counted(() => host.run(name)));
    };
    expect(await counts(2_000)).toEqual(await counts(20));
  });
});
