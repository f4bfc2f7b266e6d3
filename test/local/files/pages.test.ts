import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import type { SheetModel } from '../../../src/local/book/sheet.ts';
import { writeSheets } from '../../../src/local/files/xlsx.ts';

/** What a printer is told of a tab. */
async function printed(fill: (sheet: SheetModel) => void) {
  const book = new Book();
  fill(book.addSheet('Tab'));
  const parts = unzipSync(await writeSheets(book.sheets));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const sheet = part('xl/worksheets/sheet1.xml');
  return {
    orientation: /orientation="(\w+)"/.exec(sheet)?.[1],
    breaks: [...sheet.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row)),
    repeated: /<definedName[^>]*Print_Titles[^>]*>[^!]*!([^<]*)/.exec(part('xl/workbook.xml'))?.[1],
  };
}

const block = (sheet: SheetModel, from: number, rows: number) => {
  for (let row = from; row < from + rows; row++) sheet.setValue(row, 1, 'text');
  sheet.setStyle(from, 1, { bold: true, background: '#e8f0fe' });
};

describe('a tab of ours on paper', () => {
  it('begins a page with a block that would be cut in two', async () => {
    const { orientation, breaks } = await printed((sheet) => {
      sheet.setColumn(1, { width: 690 });
      block(sheet, 1, 30);
      block(sheet, 31, 30);
      block(sheet, 61, 10);
    });
    expect({ orientation, breaks }).toEqual({ orientation: 'portrait', breaks: [30] });
  });

  it('lets a table that is longer than a page begin below its title, and repeats its head', async () => {
    const { breaks, repeated } = await printed((sheet) => {
      sheet.setColumn(1, { width: 690 });
      sheet.setValue(1, 1, 'Title');
      block(sheet, 2, 200);
      sheet.repeatedRow = 2;
    });
    expect({ breaks, repeated }).toEqual({ breaks: [], repeated: '$2:$2' });
  });

  it('turns the paper where the table would be printed at less than half its size', async () => {
    const { orientation } = await printed((sheet) => {
      for (let column = 1; column <= 8; column++) sheet.setColumn(column, { width: 190 });
      block(sheet, 1, 3);
    });
    expect(orientation).toBe('landscape');
  });
});
