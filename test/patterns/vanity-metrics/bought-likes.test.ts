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
  it('reports a giveaway and paid promotion as explained', () => {
    expect(judge(['post', 1500, 9, 17, 2100, 'розыгрыш']).explained).toEqual([{ row: 32, why: 'giveaway' }]);
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
