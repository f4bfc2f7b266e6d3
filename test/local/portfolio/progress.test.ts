import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/local/portfolio/progress.ts';

/** What a screen holds after so many clients, each a second apart. */
function said(isTTY: boolean, language: 'en' | 'ru', counts: readonly (readonly [done: number, fromCache: number])[], all = 1000): string {
  let text = '';
  let time = 0;
  const progress = createProgress(all, language, { isTTY, write: (part) => (text += part) }, () => time);
  for (const [done, fromCache] of counts) {
    time += 1000;
    progress.done(done, fromCache);
  }
  progress.end();
  return text;
}

describe('progress', () => {
  it('stands in one line of a terminal with the time left, and is gone in the end', () => {
    const text = said(true, 'en', [
      [1, 0],
      [2, 0],
      [10, 0],
    ]);
    expect(text).toContain('1 of 1,000 clients');
    // Ten in three seconds: 990 more take 297.
    expect(text).toContain('10 of 1,000 clients; about 5 min left');
    expect(text).toMatch(/\r +\r$/);
    expect(text).not.toContain('\n');
  });

  it('foretells nothing from clients of the cache', () => {
    expect(said(true, 'ru', [[500, 498]])).toContain('Клиентов: 500 из 1\u00A0000, без изменений 498');
    expect(said(true, 'ru', [[500, 498]])).not.toContain('осталось');
  });

  it('is plain lines elsewhere, not one a client', () => {
    expect(
      said(
        false,
        'en',
        Array.from({ length: 20 }, (_, index) => [index + 1, 0] as const),
        20,
      ).split('\n'),
    ).toEqual(['10 of 20 clients; about 10 s left', '20 of 20 clients', '']);
  });
});
