import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackChecked } from '../../../src/local/files/guard.ts';
import { openBytes } from '../../../src/local/files/open.ts';
import { findLosses, inventoryOf } from '../../../src/local/files/parts/fragile.ts';

const folder = 'test/fixtures/writers';
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const wall = (text: string) => ({ wall: Date.parse(`${text}Z`) });

/** What every fixture holds, however it is written. */
const table = [
  ['Post', 'Sent for approval', 'Approved', 'Revision rounds'],
  ['a', wall('2026-03-02T10:00'), wall('2026-03-09T12:00'), 6],
  ['b', wall('2026-03-03T10:00'), wall('2026-03-03T12:00'), 1],
  ['c', wall('2026-03-04T10:00'), wall('2026-03-13T12:00'), 2],
];

async function tableIn(bytes: Uint8Array, name = 'a.xlsx') {
  const { book } = await openBytes(name, bytes);
  const sheet = book.sheets[0];
  return [1, 2, 3, 4].map((row) => [1, 2, 3, 4].map((column) => sheet?.value(row, column)));
}

/** The same with the end of its last post's name as it is in rich text. */
const rich = table.map((row) => (row[0] === 'c' ? ['c or so', ...row.slice(1)] : row));

describe('a workbook is read whoever wrote it', () => {
  it.each([
    ['openpyxl.xlsx', table],
    ['openpyxl-1904.xlsx', table],
    ['xlsxwriter.xlsx', rich],
    ['xlsxwriter-1904-inline.xlsx', table],
    ['exceljs.xlsx', rich],
    ['sheetjs.xlsx', table],
    ['libreoffice.xlsx', table],
  ])('%s', async (name, expected) => {
    expect(await tableIn(bytesOf(name))).toEqual(expected);
  });

  it.each(['openpyxl.xlsx', 'openpyxl-1904.xlsx', 'xlsxwriter.xlsx', 'exceljs.xlsx', 'libreoffice.xlsx'])(
    '%s, written with columns before its own, holds all it held',
    async (name) => {
      const { book, inventory, write } = await openBytes(name, bytesOf(name));
      const [sheet] = book.sheets;
      sheet?.insertColumns(1, 2);
      sheet?.setValue(1, 1, 'ours');
      const written = await write();
      const { parts } = unpackChecked(written);
      expect(findLosses(inventory ?? new Map(), inventoryOf(parts))).toEqual([]);
      const again = (await openBytes('b.xlsx', written)).book.sheets[0];
      expect([again?.value(1, 1), again?.value(1, 3), again?.value(2, 4)]).toEqual(['ours', 'Post', wall('2026-03-02T10:00')]);
      const comments = Object.keys(parts).filter((part) => /^xl\/comments\d/.test(part));
      if (comments.length > 0) expect(strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array())).toContain('ref="C2"');
      const tables = Object.keys(parts).filter((part) => part.startsWith('xl/tables/'));
      for (const part of tables) expect(strFromU8(parts[part] ?? new Uint8Array())).toContain('ref="C1:F4"');
    },
  );
});

type Package = Record<string, string>;

/** A workbook of openpyxl, its parts changed as texts. */
function changed(change: (parts: Package) => Package): Uint8Array {
  const parts = unzipSync(bytesOf('openpyxl.xlsx'));
  const texts = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
  return zipSync(Object.fromEntries(Object.entries(change(texts)).map(([name, text]) => [name, strToU8(text)])));
}

const sheet1 = 'xl/worksheets/sheet1.xml';
const inPart =
  (part: string, pattern: RegExp, replacement: string) =>
  (parts: Package): Package => ({ ...parts, [part]: (parts[part] ?? '').replace(pattern, replacement) });
const inAll =
  (pattern: RegExp, replacement: string) =>
  (parts: Package): Package =>
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, text.replace(pattern, replacement)]));
const renamed =
  (pattern: RegExp, replacement: string) =>
  (parts: Package): Package =>
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name.replace(pattern, replacement), text]));

describe('a workbook is read however the format lets it be written', () => {
  const strict = (parts: Package) =>
    inAll(
      /http:\/\/schemas\.openxmlformats\.org\/(officeDocument|spreadsheetml|drawingml)\/2006\//g,
      'http://purl.oclc.org/ooxml/$1/',
    )(parts);
  it.each<readonly [string, (parts: Package) => Package]>([
    ['in the strict namespace', strict],
    [
      'with dates as text of the strict form',
      inPart(sheet1, /<c r="B2" s="(\d+)" t="n"><v>[^<]*<\/v>/, '<c r="B2" s="$1" t="d"><v>2026-03-02T10:00:00</v>'),
    ],
    [
      'with a prefix before each name',
      (parts) => ({
        ...parts,
        [sheet1]: (parts[sheet1] ?? '').replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x='),
      }),
    ],
    ['with another prefix for references', (parts) => inAll(/xmlns:r=/g, 'xmlns:rel=')(inAll(/\sr:id=/g, ' rel:id=')(parts))],
    [
      'in another folder, under other names',
      (parts) =>
        renamed(
          /^xl\/(worksheets\/(?:_rels\/)?)sheet(\d)/,
          'book/$1Blatt-$2',
        )(inPart('xl/_rels/workbook.xml.rels', /\/xl\/worksheets\/sheet/g, '/book/worksheets/Blatt-')(parts)),
    ],
    ['with backslashes in names', renamed(/\//g, '\\')],
    ['with other capitals in names', renamed(/^xl\/worksheets\/sheet1\.xml$/, 'xl/Worksheets/Sheet1.xml')],
    ['without places of rows and cells', (parts) => inPart(sheet1, /<row r="\d+"/g, '<row')(inPart(sheet1, /<c r="\w+"/g, '<c')(parts))],
    [
      'with a relationship that leads nowhere',
      (parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes('comment'))),
    ],
  ])('%s', async (_, change) => {
    expect(await tableIn(changed(change))).toEqual(table);
  });

  it('with dates that count from 1904, said in a word', async () => {
    const parts = unzipSync(bytesOf('openpyxl-1904.xlsx'));
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('date1904="1"', 'date1904="true"');
    expect(workbook).toContain('date1904="true"');
    expect(await tableIn(zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) }))).toEqual(table);
  });

  it('without styles: dates are then the numbers they are kept as', async () => {
    const bytes = changed(({ 'xl/styles.xml': _, ...parts }) => parts);
    expect((await tableIn(bytes))[3]).toEqual(['c', expect.closeTo(46085.4167, 3), 46094.5, 2]);
  });

  it('with formulas that share their text', async () => {
    const bytes = changed(
      inPart(
        sheet1,
        /<c r="D3" t="n"><v>1<\/v><\/c>(.*?)<c r="D4" t="n"><v>2<\/v><\/c>/s,
        '<c r="D3"><f t="shared" ref="D3:D4" si="0">D2-5</f><v>1</v></c>$1<c r="D4"><f t="shared" si="0"/><v>2</v></c>',
      ),
    );
    const { book } = await openBytes('a.xlsx', bytes);
    const [sheet] = book.sheets;
    expect([3, 4].map((row) => [sheet?.value(row, 4), sheet?.extra(row, 4)?.formula])).toEqual([
      [1, '=D2-5'],
      [2, '=D3-5'],
    ]);
  });
});

describe('another format is called by its name, whatever the ending says', () => {
  const text = (content: string) => strToU8(content);
  it.each([
    ['an old workbook', bytesOf('sheetjs.xls'), 'The file is an old .xls workbook: '],
    ['an OpenDocument table', bytesOf('sheetjs.ods'), 'The file is an OpenDocument file: '],
    ['a web page', text('<html><table><tr><td>Post</td></tr></table></html>'), 'The file is a web page: '],
    ['XML', text('<?xml version="1.0"?><Workbook/>'), 'The file is an XML file: '],
    ['a PDF', text('%PDF-1.7 …'), 'The file is a PDF: '],
    ['a text document', zipSync({ 'word/document.xml': text('<x/>') }), 'The file is a text document: '],
  ])('%s', async (_, bytes, sentence) => {
    for (const ending of ['xlsx', 'xls', 'csv']) await expect(openBytes(`a.${ending}`, bytes)).rejects.toThrow(sentence);
  });

  it('but a table is read under any ending of tables', async () => {
    const { book } = await openBytes('a.xls', strToU8('Post\tRevision rounds\na\t6\n'));
    expect([book.sheets[0]?.value(2, 2), (await tableIn(bytesOf('openpyxl.xlsx'), 'a.csv'))[0]]).toEqual(['6', table[0]]);
  });
});
