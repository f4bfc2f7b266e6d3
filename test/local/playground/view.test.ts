import { expect, it } from 'vitest';
import { viewOf } from '../../../src/local/playground/view.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { annotated, openHost, postsBook } from '../../addon/open-book.ts';

it('an audited sheet is shown as Sheets would: headings in bold, judged cells emphasised, their rows tinted', async () => {
  const book = postsBook(36);
  await annotated(openHost(book));
  const cells = viewOf(book, 'posts.xlsx', 'ru').sheets[0]?.cells ?? [];
  const looks = (row: number, column: number) => {
    const cell = cells.find((one) => one.row === row && one.column === column);
    return [cell?.background, cell?.isBold ?? false];
  };
  expect([looks(2, 5), looks(2, 6), looks(2, 7)]).toEqual([
    [undefined, false],
    [undefined, true],
    [undefined, true],
  ]);
  // The eleventh post waited for fourteen days.
  const approval = patterns[3]?.colour;
  expect(book.sheets[0]?.value(14, 7)).toBe('4 Скорость согласования');
  expect(looks(13, 2)).toEqual([approval?.cell, true]);
  expect(looks(13, 0)).toEqual([approval?.row, false]);
});
