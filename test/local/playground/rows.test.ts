import { describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import type { Value } from '../../../src/local/book/parts.ts';
import { showAllRows, showRowsLike, sortRows } from '../../../src/local/playground/rows.ts';

/** A title line, a heading, and rows of date, likes, topic and a formula over the likes. */
function posts() {
  const sheet = new Book().addSheet('Posts');
  const lines: readonly (readonly Value[])[] = [
    ['Posts of March'],
    ['Date', 'Likes', 'Topic'],
    [{ wall: 3 }, 10, 'c'],
    [{ wall: 1 }, null, 'a'],
    ['later', 2, 'b'],
    [{ wall: 2 }, 10, 'd'],
  ];
  lines.forEach((line, row) => {
    for (const [column, value] of line.entries()) sheet.setValue(row + 1, column + 1, value);
  });
  for (let row = 3; row <= 6; row++) sheet.setExtra(row, 4, { formula: `=B${row}/B$2+Other!B${row}` });
  sheet.setStyle(4, 3, { background: '#ff0000' });
  const topics = () => sheet.rows.slice(2).map(({ values }) => values[2]);
  return { sheet, topics };
}

describe('sortRows', () => {
  it('leaves what stands above alone, puts text behind dates, and empty cells last', () => {
    const { sheet, topics } = posts();
    sortRows(sheet, 0, false);
    expect([topics(), sheet.value(1, 1), sheet.value(2, 1)]).toEqual([['a', 'd', 'c', 'b'], 'Posts of March', 'Date']);
    sortRows(sheet, 1, true);
    expect(topics()).toEqual(['d', 'c', 'b', 'a']);
  });

  it('takes looks along, and relative references of formulas', () => {
    const { sheet } = posts();
    sortRows(sheet, 2, false);
    expect(sheet.extra(3, 3)?.style?.background).toBe('#ff0000');
    expect([3, 4, 5, 6].map((row) => sheet.extra(row, 4)?.formula)).toEqual([3, 4, 5, 6].map((row) => `=B${row}/B$2+Other!B${row}`));
  });
});

describe('showRowsLike', () => {
  it('hides the rows that hold something else, heading and title never, until all are shown again', () => {
    const { sheet } = posts();
    const hidden = () => sheet.rows.flatMap(({ isHidden }, row) => (isHidden ? [row] : []));
    showRowsLike(sheet, 2, 1);
    expect(hidden()).toEqual([3, 4]);
    showRowsLike(sheet, 2, 2);
    expect(hidden()).toEqual([3, 4, 5]);
    showAllRows(sheet);
    expect(hidden()).toEqual([]);
  });
});
