import { describe, expect, it } from 'vitest';
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
  it('says too few comparable posts below twenty', () => {
    expect(runSignal(boughtLikes, headers, usual.slice(0, 19)).notJudged).toMatchObject({
      reason: 'too-few-posts',
      evidence: { posts: 19, needed: 20 },
    });
  });
});
