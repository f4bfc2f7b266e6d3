import { describe, expect, it } from 'vitest';
import type { AuditSettings } from '../../src/audit/settings.ts';
import { openHost, postsBook } from './open-book.ts';

const marks = (count: number, why: string): AuditSettings => ({
  marks: Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`.padStart(16, '0'), why])),
});

describe('settings', () => {
  it('come back as they were kept, in parts that fit, and fewer parts than before leave none behind', async () => {
    const host = openHost(postsBook(1));
    for (const settings of [
      {},
      marks(1, '😀'),
      marks(1_000, 'согласовано ₽ 😀 '.repeat(2)),
      marks(20, 'розыгрыш'),
      { language: 'ru' } as const,
    ]) {
      expect(await host.callApi('saveSettings', settings)).toEqual({ stored: true });
      expect((await host.callApi('start', {})).settings).toEqual(settings);
    }
    expect(host.runtime.properties.size).toBe(1);
  });

  it('that do not fit are refused in one sentence, and the old ones stay', async () => {
    const host = openHost(postsBook(1), { userLocale: 'en' });
    await host.callApi('saveSettings', { language: 'ru' });
    await expect(host.callApi('saveSettings', marks(9_000, 'x'.repeat(30)))).rejects.toThrow(/too large.*remove some/);
    expect((await host.callApi('start', {})).settings).toEqual({ language: 'ru' });
  });

  it('last for the session only where the document has no store, and that is said', async () => {
    const host = openHost(postsBook(1), { hasStore: false });
    expect(await host.callApi('saveSettings', { language: 'ru' })).toEqual({ stored: false });
    expect(await host.callApi('start', {})).toMatchObject({ settings: {}, canStore: false });
  });

  it('are checked; one that is not understood any more does not cost the others', async () => {
    const host = openHost(postsBook(1), { userLocale: 'en' });
    await expect(host.callApi('saveSettings', { colour: 'red' } as AuditSettings)).rejects.toThrow(/close the sidebar/);
    await host.callApi('saveSettings', { language: 'ru' });
    const [key] = [...host.runtime.properties.keys()];
    for (const [stored, read] of [
      ['{"language":"ru","newer":{"a":1}}', { language: 'ru' }],
      ['{"language":"tlh","period":{"kind":"all"}}', { period: { kind: 'all' } }],
      ['[1]', {}],
      ['{"language":', {}],
    ] as const) {
      host.runtime.properties.set(String(key), stored);
      expect((await host.callApi('start', {})).settings).toEqual(read);
    }
  });
});
