import { describe, expect, it } from 'vitest';
import { columnKey, profileOf } from '../../../src/table/recognition/profile.ts';
import { openHost, postsBook } from '../open-book.ts';

describe('what the user said of columns', () => {
  const key = (at: number) => columnKey(`Column ${at}`, 'numbers');

  it('is kept for the user, the latest word of each and the latest 150 columns', async () => {
    const host = openHost(postsBook(5));
    for (let at = 0; at < 160; at++) await host.callApi('teachColumn', { key: key(at), field: 'likes' });
    await host.callApi('teachColumn', { key: key(20), field: '' });
    const { taught } = await host.callApi('start', {});
    expect(Object.keys(taught)).toHaveLength(150);
    expect([taught[key(9)], taught[key(20)], taught[key(159)]]).toEqual([undefined, '', 'likes']);
    await host.callApi('forgetTaught', {});
    expect((await host.callApi('start', {})).taught).toEqual({});
  });
  it('that cannot be read is as if nothing were said', async () => {
    const host = openHost(postsBook(5));
    for (const text of ['{', '3', `[["${key(1)}","no such field"],["phone","likes"],3]`]) {
      host.runtime.userProperties.set('smm-audit-columns', text);
      expect((await host.callApi('start', {})).taught).toEqual({});
    }
  });
  it.each([
    ['empty', ['', null]],
    ['dates', ['01.03.2026', new Date(0), '02.03.2026']],
    ['shares', ['10 %', '20 %']],
    ['numbers', [1, 0, '1 200', 5000]],
    ['flags', ['да', 'нет', 'да']],
    ['texts', ['a', 'b', 5]],
  ] as const)('knows %s by their cells', (profile, cells) => {
    expect(profileOf(cells)).toBe(profile);
  });
});
