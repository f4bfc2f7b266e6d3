import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Book } from '../../../../src/local/book/book.ts';
import { openBytes } from '../../../../src/local/files/open.ts';
import { EditablePackage, isPlain, unpack } from '../../../../src/local/files/parts/package.ts';
import { writeSheets } from '../../../../src/local/files/xlsx.ts';
import { LocalProblem } from '../../../../src/local/problem.ts';

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

const positionOf = (bytes: Buffer, signature: number) => {
  let at = 0;
  while (bytes.readUInt32LE(at) !== signature) at++;
  return at;
};

/** The package with another's parts between its own and its directory: who reads from front to back meets them, the directory does not name them. */
function hiding(bytes: Uint8Array, hidden: Uint8Array): Uint8Array {
  const [file, other] = [Buffer.from(bytes), Buffer.from(hidden)];
  const start = positionOf(file, CENTRAL);
  const middle = other.subarray(0, positionOf(other, CENTRAL));
  const result = Buffer.concat([file.subarray(0, start), middle, file.subarray(start)]);
  result.writeUInt32LE(start + middle.length, positionOf(result, END) + 16);
  return result;
}

/** The first part's packed bytes with something behind their end, and the sizes told accordingly. */
function withTail(bytes: Uint8Array, tail: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const size = file.readUInt32LE(18);
  const end = 30 + file.readUInt16LE(26) + file.readUInt16LE(28) + size;
  const result = Buffer.concat([file.subarray(0, end), tail, file.subarray(end)]);
  const central = positionOf(result, CENTRAL);
  result.writeUInt32LE(size + tail.length, 18);
  result.writeUInt32LE(size + tail.length, central + 20);
  result.writeUInt32LE(central, positionOf(result, END) + 16);
  return result;
}

async function workbook(text: string): Promise<Uint8Array> {
  const sheet = new Book().addSheet('Посты');
  sheet.setValue(1, 1, text);
  return writeSheets([sheet]);
}

describe('a package read from front to back', () => {
  it('is one whose parts all stand in its directory, one after the other', async () => {
    expect(isPlain(zipSync({ a: strToU8('one'), 'b/c.xml': strToU8('two'.repeat(99)) }))).toBe(true);
    expect(isPlain(zipSync({ a: strToU8('one') }, { level: 0 }))).toBe(true);
    expect(isPlain(await workbook('x'))).toBe(true);
  });

  it.each([
    ['is no package', strToU8('no package at all, but long enough to be looked at')],
    ['is cut off', zipSync({ a: strToU8('one') }).subarray(0, 60)],
    ['hides a part between the others and the directory', hiding(zipSync({ a: strToU8('one') }), zipSync({ b: strToU8('two') }))],
    ['has something in front', Buffer.concat([Buffer.alloc(5), zipSync({ a: strToU8('one') })])],
  ])('is none that %s', (_, bytes) => {
    expect(isPlain(bytes)).toBe(false);
  });

  it('where it hides something, what its directory names is read', async () => {
    const bytes = hiding(await workbook('seen'), await workbook('hidden'));
    const { book } = await openBytes('a.xlsx', bytes);
    expect(book.sheets.map((sheet) => sheet.value(1, 1))).toEqual(['seen']);
  });

  it('with something behind the end of a packed part is refused', async () => {
    const bytes = withTail(await workbook('x'), Buffer.alloc(9));
    await expect(openBytes('a.xlsx', bytes)).rejects.toThrow(/damaged/);
  });
});

describe('a part that is unpacked', () => {
  const content = strToU8('<row/>'.repeat(9000));
  /** A package whose directory states this size of its only part. */
  const stating = (size: number) => {
    const file = Buffer.from(zipSync({ 'a.xml': content }));
    file.writeUInt32LE(size, positionOf(file, CENTRAL) + 24);
    return file;
  };

  it.each([0, 1, 20_000, content.length - 1, content.length, content.length + 1, 2 ** 32 - 1])(
    'is whole, though its directory states %d bytes',
    (size) => {
      expect(unpack(stating(size))['a.xml']?.equals(content)).toBe(true);
    },
  );

  it('takes no more room than it may have, whatever is stated', () => {
    for (const size of [0, content.length, 2 ** 32 - 1]) expect(() => unpack(stating(size), 20_000)).toThrow(LocalProblem);
  });
});

describe('a package that is changed', () => {
  const given = { 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>'.repeat(50)) };

  it('keeps what was not changed, to the byte', () => {
    const file = new EditablePackage(zipSync(given));
    file.put('a.xml', '<a>ё</a>');
    file.put('new/c.xml', '<c/>');
    const parts = unpack(file.bytes());
    const texts = Object.keys(parts).map((name) => [name, parts[name]?.toString()]);
    expect(texts.sort()).toEqual([
      ['a.xml', '<a>ё</a>'],
      ['b.xml', '<b/>'.repeat(50)],
      ['new/c.xml', '<c/>'],
    ]);
  });

  it('says what it has', () => {
    const file = new EditablePackage(zipSync(given));
    expect([file.has('a.xml'), file.text('a.xml'), file.has('c.xml'), file.text('c.xml')]).toEqual([true, '<a/>', false, '']);
  });
});

it('names of parts are never those of every object', () => {
  const parts = unpack(zipSync({ __proto__x: strToU8('1'), constructor: strToU8('2') }));
  expect(Object.keys(parts).sort()).toEqual(['__proto__x', 'constructor']);
  expect(parts.toString).toBeUndefined();
});
