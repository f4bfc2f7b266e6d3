import { describe, expect, it } from 'vitest';
import { tab } from '../full-book.ts';
import { annotated, openHost, postsBook } from '../open-book.ts';

describe('the menu', () => {
  it('is built where the add-on may not touch the file yet, in the user’s language, and nothing else happens', () => {
    for (const [userLocale, first] of [
      ['ru', 'Открыть аудит'],
      ['en', 'Open audit'],
      ['de', 'Open audit'],
    ] as const) {
      const host = openHost(postsBook(3), { userLocale });
      host.run('onOpen', [{ authMode: 'NONE' }], 'NONE');
      expect(host.runtime.menu.map(({ label }) => label)[0]).toBe(first);
      expect(host.runtime.menu.map(({ functionName }) => functionName)).toEqual([
        'openAudit',
        'removeAudit',
        'forgetSettings',
        'addTemplateTabs',
      ]);
      expect([...host.runtime.calls.keys()].filter((method) => !/^(Session|Menu|Ui)\./.test(method))).toEqual([]);
    }
  });

  it('comes with the installation and with every opening', () => {
    for (const [name, mode] of [
      ['onInstall', 'FULL'],
      ['onOpen', 'LIMITED'],
    ] as const) {
      const host = openHost(postsBook(3));
      host.run(name, [], mode);
      expect(host.runtime.menu).toHaveLength(4);
    }
  });

  it('opens the sidebar', () => {
    const host = openHost(postsBook(3), { userLocale: 'ru' });
    host.run('openAudit');
    expect(host.runtime.sidebars.map(({ title }) => title)).toEqual(['SMM-аудит']);
  });

  it('forgets what is kept with the file, once the user says yes', async () => {
    for (const [answer, kept] of [
      ['NO', 1],
      ['YES', 0],
    ] as const) {
      const host = openHost(postsBook(3), { userLocale: 'en', answer: () => answer });
      await host.callApi('saveSettings', { client: { city: 'Perm' } });
      host.run('forgetSettings');
      const { settings } = await host.callApi('start', {});
      expect(Object.keys(settings)).toHaveLength(kept);
      expect(host.runtime.alerts[0]).toMatch(/^Forget what is kept/);
    }
  });

  it('removes, and says so in one sentence', async () => {
    const host = openHost(postsBook(10), { userLocale: 'ru' });
    await annotated(host);
    host.run('removeAudit');
    host.run('removeAudit');
    expect(host.runtime.alerts).toEqual(['Подсветка убрана, ваши правки на месте.', 'В этом файле нет аудита.']);
  });

  it('shows what the user typed before it goes, and takes no for an answer', async () => {
    const book = postsBook(10);
    const host = openHost(book, { userLocale: 'en', answer: () => 'NO' });
    await annotated(host);
    tab(book).setValue(6, 8, 'agreed by phone');
    host.run('removeAudit');
    expect(host.runtime.alerts).toHaveLength(1);
    expect(host.runtime.alerts[0]).toContain('Посты, row 6: agreed by phone');
    expect(tab(book).value(6, 8)).toBe('agreed by phone');
  });

  it('says what to do when the file cannot be changed', async () => {
    const book = postsBook(10);
    await annotated(openHost(book));
    const host = openHost(book, { canEdit: false, userLocale: 'en' });
    host.run('removeAudit');
    expect(host.runtime.alerts[0]).toMatch(/look at this file but not change it: ask/);
  });
});
