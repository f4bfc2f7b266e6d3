/**
 * Looks at a workbook's package before the library unpacks it: a small file can unpack to gigabytes, name a billion columns or merge the
 * whole sheet, and the library would take each at its word.
 */
import { inflateRawSync } from 'node:zlib';
import { columnNumber } from '../book/references.ts';
import { fileProblems, LocalProblem } from '../problem.ts';

/** How large a package may be. */
interface Limits {
  /** All parts together, unpacked: 300,000 rows of 12 columns are a quarter of it. */
  readonly bytes: number;
  /** The library takes about a kilobyte a cell, and the process has a few gigabytes. */
  readonly cells: number;
}
const usual: Limits = { bytes: 600_000_000, cells: 4_000_000 };
const MOST_MERGED = 1_000_000;
/** What a sheet can have. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** @throws LocalProblem where opening the package would take all memory, or hours */
export function checkPackage(bytes: Uint8Array, limits = usual): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limits.bytes;
  let cells = 0;
  for (const entry of entriesOf(file)) {
    const content = unpacked(file, entry, left);
    left -= content.length;
    if (/^\/?xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) cells += checkSheet(content);
    if (cells > limits.cells) throw new LocalProblem(fileProblems.unpacksTooLarge);
  }
}

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly size: number;
  /** Where its local header stands. */
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;

/** The parts that the package's directory names; none where there is no directory, which the library will say itself. */
function entriesOf(file: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END) end--;
  if (end < 0) return entries;
  let at = file.readUInt32LE(end + 16);
  while (at + 46 <= file.length && file.readUInt32LE(at) === CENTRAL) {
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      isDeflated: file.readUInt16LE(at + 10) === 8,
      size: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** A part as it really unpacks: the size that the directory states may be a lie. */
function unpacked(file: Buffer, { isDeflated, size, at }: Entry, most: number): Buffer {
  if (at + 30 > file.length) throw new LocalProblem(fileProblems.broken);
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(start, start + size);
  if (!isDeflated) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    const isTooLarge = (cause as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new LocalProblem(isTooLarge ? fileProblems.unpacksTooLarge : fileProblems.broken, { cause });
  }
}

/** How many cells a sheet has. @throws LocalProblem where its numbers go beyond what a sheet can be */
function checkSheet(xml: Buffer): number {
  let cells = 0;
  for (let at = xml.indexOf('<c '); at >= 0; at = xml.indexOf('<c ', at + 3)) cells++;
  for (let at = xml.indexOf('<row '); at >= 0; at = xml.indexOf('<row ', at + 5)) {
    const row = /^<row[^>]*?\sr="(\d+)"/.exec(xml.toString('latin1', at, at + 80));
    if (Number(row?.[1] ?? 1) > MOST_ROWS) throw new LocalProblem(fileProblems.broken);
  }
  // What else names places stands before and after the cells.
  const around = `${xml.toString('latin1', 0, xml.indexOf('<sheetData'))} ${xml.toString('latin1', xml.lastIndexOf('</sheetData'))}`;
  for (const [, last] of around.matchAll(/<(?:\w+:)?col\s[^>]*?\bmax="(\d+)"/g))
    if (Number(last) > MOST_COLUMNS) throw new LocalProblem(fileProblems.broken);
  let merged = 0;
  for (const [, area = ''] of around.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([^"]*)"/g)) merged += sizeOf(area);
  if (merged > MOST_MERGED) throw new LocalProblem(fileProblems.unpacksTooLarge);
  return cells;
}

/** How many cells `A1:C9` has. */
function sizeOf(area: string): number {
  const [, first = '', top, last = first, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/i.exec(area.replace(/\$/g, '')) ?? [];
  return (columnNumber(last) - columnNumber(first) + 1) * (Number(bottom) - Number(top) + 1);
}
