import { describe, expect, it } from 'vitest';
import { openHost, postsBook } from '../addon/open-book.ts';

describe('the local runtime', () => {
  it('ends a custom function after 30 s and everything else after 6 min', async () => {
    let time = 0;
    let step = 0;
    const host = openHost(postsBook(10), {
      elapsed: () => {
        time += step;
        return time;
      },
    });
    step = 29_000;
    expect(host.formula('ER', 5, 100)).toBe(0.05);
    step = 31_000;
    expect(() => host.formula('ER', 5, 100)).toThrow('Exceeded maximum execution time');
    step = 1000;
    await host.callApi('start', {});
    step = 361_000;
    // The add-on says it in a sentence of its own; the run itself is over.
    expect(() => host.callFromPage('callApi', ['start', '{}'])).toThrow('Exceeded maximum execution time');
  });

  it('throws by name what it does not know', () => {
    const host = openHost(postsBook(1));
    const sheet = host.runtime.expose<{ getSheetId(): number }>('Sheet', { getName: () => 'a' });
    expect(() => sheet.getSheetId()).toThrow('Sheet.getSheetId is not in the local services');
    expect(() => host.run('noSuchFunction')).toThrow('Script function not found: noSuchFunction');
    expect(() => host.run('hidden_')).toThrow('Script function not found: hidden_');
  });
});
