import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../../src/local/book/book.ts';
import { unpackChecked } from '../../../src/local/files/guard.ts';
import { openBytes } from '../../../src/local/files/open.ts';
import { writeSheets } from '../../../src/local/files/xlsx.ts';

const part = 'xl/worksheets/sheet1.xml';
let parts: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  const sheet = new Book().addSheet('S');
  sheet.setValue(1, 1, 'Дата');
  parts = unzipSync(await writeSheets([sheet]));
});

/** The workbook with something else in its sheet. */
const withSheet = (change: (xml: string) => string) =>
  zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
const after = (text: string) => (xml: string) => xml.replace('</sheetData>', `</sheetData>${text}`);
const rows = (text: string) => (xml: string) => xml.replace('</sheetData>', `${text}</sheetData>`);

/** The same with a directory that says every part has a thousand bytes. */
function lying(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return bytes;
}

describe('a workbook is refused in one sentence before it takes all memory, or hours', () => {
  it.each([
    ['merges the whole sheet', after('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'), /unpacks to more/],
    [
      'names two billion columns',
      (xml: string) => xml.replace('<sheetData>', '<cols><col min="1" max="2000000000" width="9"/></cols><sheetData>'),
      /damaged/,
    ],
    ['has a row that no sheet has', rows('<row r="99999999"><c><v>1</v></c></row>'), /damaged/],
    ['has a cell that no sheet has', rows('<row r="3"><c r="ZZZZZ3"><v>1</v></c></row>'), /damaged/],
  ])('one that %s', async (_name, change, sentence) => {
    await expect(openBytes('a.xlsx', withSheet(change))).rejects.toThrow(sentence);
  });

  it('one that unpacks to more than allowed, whatever its directory says', () => {
    const large = () => zipSync({ ...parts, 'xl/media/image1.png': new Uint8Array(3_000_000) });
    expect(() => unpackChecked(large(), { bytes: 2_000_000, cells: 10 })).toThrow(/unpacks to more/);
    expect(() => unpackChecked(lying(large()), { bytes: 2_000_000, cells: 10 })).toThrow(/unpacks to more/);
    expect(() => unpackChecked(large(), { bytes: 4_000_000, cells: 10 })).not.toThrow();
  });

  it('one of more cells than allowed', () => {
    const many = withSheet(rows(`<row r="3">${'<c r="A3"><v>1</v></c>'.repeat(50)}</row>`));
    expect(() => unpackChecked(many, { bytes: 1e9, cells: 40 })).toThrow(/unpacks to more/);
    expect(() => unpackChecked(many, { bytes: 1e9, cells: 60 })).not.toThrow();
  });

  it('but one with a stray cell in the last row and column is read', async () => {
    const { book } = await openBytes('a.xlsx', withSheet(rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')));
    expect([book.sheets[0]?.value(1, 1), book.sheets[0]?.value(1_048_576, 16_384)]).toEqual(['Дата', 1]);
  });
});

it('a text table may have more rows than a function has arguments', async () => {
  const text = `Дата,Лайки\n${'2026-01-01,5\n'.repeat(200_000)}`;
  const { book } = await openBytes('a.csv', strToU8(text));
  expect([book.sheets[0]?.maxRows, book.sheets[0]?.maxColumns]).toEqual([200_001, 2]);
});
