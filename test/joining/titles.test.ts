import { describe, expect, it } from 'vitest';
import { createTitleReader, createWordIndex, type Title, titleLikeness } from '../../src/joining/titles.ts';

describe('titles', () => {
  it.each([
    ['Spring menu opens', 'Spring menu opens! And more', 1],
    ['Spring menu', 'Autumn menu', 0.5],
    ['Menu', 'Menu of the spring', 0.5],
    ['Ёлка у нас', 'елка, у НАС', 1],
    ['Tea, part 10', 'Tea, part 11', 0],
    ['', 'Menu', 0],
  ])('%j and %j are alike by %d', (one, other, likeness) => {
    const [title, otherTitle] = [one, other].map(createTitleReader()) as [Title, Title];
    expect(titleLikeness(title, otherTitle, createWordIndex([otherTitle])(title).get(0) ?? 0)).toBeCloseTo(likeness);
  });
  it('are found by the words that they share, each counted once', () => {
    const titles = ['tea for rain', 'five teas', 'rain, rain and tea'].map(createTitleReader());
    expect([...createWordIndex(titles.slice(0, 2))(titles[2] as Title)]).toEqual([[0, 2]]);
  });
});
