import { describe, expect, it } from 'vitest';
import { linkKey } from '../../src/joining/keys.ts';

describe('the key of a link', () => {
  it.each([
    ['https://www.instagram.com/p/AbC/?utm=1', 'instagram.com/p/AbC'],
    ['http://instagram.com/p/AbC', 'instagram.com/p/AbC'],
    [' https://VK.com/wall-1_2#top ', 'vk.com/wall-1_2'],
    ['m.vk.com/wall-1_2', 'vk.com/wall-1_2'],
    ['https://example.com/', ''],
    ['https://example.com//?p=1', ''],
    ['no link', ''],
    ['either / or', ''],
    ['', ''],
  ])('of %j is %j', (link, key) => expect(linkKey(link)).toBe(key));
});
