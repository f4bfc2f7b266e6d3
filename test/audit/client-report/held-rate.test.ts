import { describe, expect, it } from 'vitest';
import { heldRateOf } from '../../../src/audit/client-report/held-rate.ts';
import { Book } from '../../../src/local/book/book.ts';
import { at, fill, openHost, scanAndAudit } from '../../addon/open-book.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Posts of accounts, a day apart, each account with these likes of 10,000 followers; none commented or saved. */
async function heldIn(accounts: Readonly<Record<string, readonly number[]>>, period?: { from: string; to: string }) {
  const rows = Object.entries(accounts).flatMap(([account, likes]) =>
    likes.map((own, day) => [account, at(new Date(Date.UTC(2026, 0, 1) + day * DAY).toISOString().slice(0, 16)), 10_000, own, 0, 0]),
  );
  const book = new Book();
  fill(book.addSheet('Posts', 0, rows.length + 10, 8), [['Account', 'Publish time', 'Followers', 'Likes', 'Comments', 'Saves'], ...rows]);
  const settings = period ? { period: { kind: 'between', ...period } as const } : {};
  const { prepared } = await scanAndAudit(openHost(book), settings);
  return heldRateOf(prepared);
}

/** So many posts of one rate after so many of another, with a little swing around each. */
const posts = (count: number, before: number, since: number) =>
  Array.from({ length: 2 * count }, (_, place) => (place < count ? before : since) + (place % 3) - 1);

describe('heldRateOf', () => {
  it('is the middle post of each half, where the later one kept up', async () => {
    expect(await heldIn({ a: posts(12, 300, 300) })).toEqual({
      before: expect.closeTo(0.03, 3),
      since: expect.closeTo(0.03, 3),
      posts: 12,
    });
    expect(await heldIn({ a: posts(12, 300, 360) })).toMatchObject({ since: expect.closeTo(0.036, 3) });
  });

  it('holds down to 95 of a hundred', async () => {
    expect(await heldIn({ a: posts(12, 400, 384) })).toBeDefined();
    expect(await heldIn({ a: posts(12, 400, 376) })).toBeUndefined();
  });

  it('needs ten posts in each half', async () => {
    expect(await heldIn({ a: posts(10, 300, 300) })).toBeDefined();
    expect(await heldIn({ a: posts(10, 300, 300).slice(1) })).toBeUndefined();
  });

  it('is said only where it is true of every account', async () => {
    expect(await heldIn({ a: posts(15, 300, 300), b: posts(12, 400, 400) })).toMatchObject({ posts: 15 });
    expect(await heldIn({ a: posts(15, 300, 300), b: posts(12, 400, 200) })).toBeUndefined();
  });

  it('looks at the chosen period alone', async () => {
    const fallen = [...posts(12, 600, 600), ...posts(12, 300, 300)];
    expect(await heldIn({ a: fallen })).toBeUndefined();
    expect(await heldIn({ a: fallen }, { from: '2026-01-25', to: '2026-03-01' })).toMatchObject({ posts: 12 });
  });
});
