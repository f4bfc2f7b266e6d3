import { describe, expect, it } from 'vitest';
import { networkNamed, ofNetwork } from '../../../src/table/recognition/networks.ts';

describe('networks', () => {
  it.each([
    ['IG лайки', 'instagram', 'лайки'],
    ['Likes (VK)', 'vk', 'Likes'],
    ['Охват Telegram', 'telegram', 'Охват'],
    ['OK: репосты', 'ok', 'репосты'],
    ['TT views', 'tiktok', 'views'],
  ])('%s is of %s', (header, network, rest) => expect(ofNetwork(header)).toEqual({ network, rest }));
  it.each(['Лайки', 'Instagram', 'Тикет', 'Figures'])('%s names none beside a metric', (header) =>
    expect(ofNetwork(header)).toBeUndefined(),
  );
  it.each([
    ['Instagram_followers_2026', 'instagram'],
    ['ТикТок, обзор', 'tiktok'],
    ['TikTokOverview', 'tiktok'],
    ['tik tok content', 'tiktok'],
    ['Посты ВК', 'vk'],
    ['Instagram и VK', undefined],
    ['Posts ok', undefined],
    ['Posts', undefined],
  ])('a tab called %s speaks of %s', (name, network) => expect(networkNamed(name)).toBe(network));
});
