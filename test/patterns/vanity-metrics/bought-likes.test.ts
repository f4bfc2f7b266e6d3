import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/i18n/words.ts';
import { boughtLikes } from '../../../src/patterns/vanity-metrics/bought-likes.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const headers = ['Тема', 'Лайки', 'Комментарии', 'Сохранения', 'Охват', 'Примечание'];
const usual = Array.from({ length: 30 }, (_, index): (string | number)[] => [
  'post',
  100 + ((index * 13) % 40),
  8 + (index % 5),
  15 + (index % 7),
  2000 + ((index * 37) % 400),
  '',
]);
const judge = (...extra: (string | number)[][]) => runSignal(boughtLikes, headers, [...usual, ...extra]);

describe('bought-likes', () => {
  it('finds likes out of line with comments, saves and reach', () => {
    expect(foundRows(judge(['post', 1500, 9, 17, 2100, '']))).toEqual(['32 serious']);
  });
  it('is never above minor without reach', () => {
    expect(
      foundRows(
        runSignal(
          boughtLikes,
          headers.slice(0, 4),
          [...usual, ['post', 1500, 9, 17]].map((row) => row.slice(0, 4)),
        ),
      ),
    ).toEqual(['32 minor']);
  });
  it('leaves a viral post alone, and a beloved photo that reached more people', () => {
    expect(judge(['viral', 1500, 130, 240, 30_000, ''], ['beloved', 420, 12, 20, 6500, '']).outcome).toBe('clear');
  });
  it('does not mind what is less than twice the usual, however little else came', () => {
    expect([judge(['post', 220, 0, 1, 2000, '']), judge(['post', 300, 0, 1, 2000, ''])].map(foundRows)).toEqual([[], ['32 serious']]);
  });
  it('lets an account whose likes swing have many, where nothing but likes is known to be out of line', () => {
    const swinging = Array.from({ length: 30 }, (_, index) => {
      const scale = 1 + ((index * 7) % 10);
      return ['post', 60 * scale, 5 * scale, 9 * scale];
    });
    const found = (likes: number) => foundRows(runSignal(boughtLikes, headers.slice(0, 4), [...swinging, ['post', likes, 5, 9]]));
    expect([found(900), found(20_000)]).toEqual([[], ['32 minor']]);
  });
  it('asks more where more accounts are looked at', () => {
    const kept = ['Аккаунт', ...headers.slice(0, 4)];
    const own = usual.map((row) => ['own', ...row.slice(0, 4)]);
    const others = (count: number) => Array.from({ length: count }, (_, index) => [`other ${index}`, 'post', 100, 9, 17]);
    const least = (count: number) => {
      for (let likes = 300; likes < 5000; likes += 20)
        if (runSignal(boughtLikes, kept, [...own, ['own', 'post', likes, 9, 17], ...others(count)]).findings.length > 0) return likes;
      return Number.POSITIVE_INFINITY;
    };
    expect(least(300)).toBeGreaterThan(least(1));
  });
  it('reports a giveaway and paid promotion as explained', () => {
    expect(judge(['post', 1500, 9, 17, 2100, 'розыгрыш']).explained).toEqual([{ row: 32, why: 'giveaway' }]);
  });
  describe('compares like with like', () => {
    const kept = ['Тип поста', 'Реклама', 'Лайки', 'Комментарии', 'Сохранения'];
    const likesOf = (place: number) => 100 + ((place * 13) % 40);
    const ordinary = Array.from({ length: 24 }, (_, place) => ['фото', '', likesOf(place), 8 + (place % 5), 15 + (place % 7)]);
    const run = (...extra: (string | number)[][]) => foundRows(runSignal(boughtLikes, kept, [...ordinary, ...extra]));
    const memes = Array.from({ length: 8 }, (_, place) => ['мем', '', 5 * likesOf(place), 6 + (place % 5), 9 + (place % 7)]);

    // Each by hand: the row in question comes last.
    it.each<[string, (string | number)[][], readonly string[]]>([
      ['a meme among memes is liked as memes are', memes, []],
      ['the same likes on a photo are found', [...memes, ['фото', '', 520, 9, 17]], ['34 minor']],
      ['a type with too few posts is compared with all', [['мем', '', 1500, 9, 17]], ['26 minor']],
      ['an account that has loved posts may have one more', [400, 450, 500, 600].map((likes) => ['фото', '', likes, 9, 17]), []],
      ['but not one far beyond them', [400, 450, 500, 600, 20_000].map((likes) => ['фото', '', likes, 9, 17]), ['30 minor']],
      [
        'paid posts do not make bought likes usual',
        [...[900, 1200, 1500, 1100, 1300].map((likes) => ['фото', 'да', likes, 9, 17]), ['фото', '', 1500, 9, 17]],
        ['31 minor'],
      ],
    ])('%s', (_, extra, found) => {
      expect(run(...extra)).toEqual(found);
    });
  });
  it('says by how much, beside how many posts, in words that fit the number', () => {
    const { ru, en } = boughtLikes.texts;
    const of = (likes: number) => ({ likes, usual: 100, posts: 31, ratioScore: 5, reachScore: 6 });
    expect(ru.finding(of(1500), wordsOf('ru'))).toBe(
      '1\u00A0500 лайков, в 15\u00A0раз больше обычного (по 31 посту), а комментариев, сохранений и охвата столько же, сколько всегда. Постом где-то поделились или он просто всем понравился?',
    );
    expect(ru.finding(of(500), wordsOf('ru'))).toContain('в 5\u00A0раз больше');
    expect(ru.finding(of(250), wordsOf('ru'))).toContain('в 2,5\u00A0раза больше');
    expect(en.finding(of(250), wordsOf('en'))).toContain('250 likes, 2.5\u00A0times the usual of 31 posts');
  });
  it('says too few comparable posts below twenty', () => {
    expect(runSignal(boughtLikes, headers, usual.slice(0, 19)).notJudged).toMatchObject({
      reason: 'too-few-posts',
      evidence: { posts: 19, needed: 20 },
    });
  });
});
