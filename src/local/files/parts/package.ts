/** A workbook file is a zip package: reading its parts within limits, and changing some of them. Node's own zlib does the work. */
import { inflateRawSync } from 'node:zlib';
import AdmZip from 'adm-zip';
import { fileProblems, LocalProblem } from '../../problem.ts';

/** A package's parts by name. */
export type Parts = Record<string, Buffer>;

/**
 * @param most bytes that all parts together may have, unpacked
 * @throws LocalProblem where they have more, or a part is broken
 */
export function unpack(bytes: Uint8Array, most = MOST_BYTES): Parts {
  const file = bufferOf(bytes);
  let left = most;
  // Names come from the file: none of them is a property of every object.
  const parts: Parts = Object.create(null);
  for (const entry of entriesOf(file).entries) {
    const content = unpacked(file, entry, left);
    left -= content.length;
    parts[entry.name] = content;
  }
  return parts;
}

const MOST_BYTES = 2 ** 32;

/** The first day that a package can name. */
const EARLIEST = new Date(1980, 0, 1);

/** A package in which parts can be changed; those that are not stay packed as they are. */
export class EditablePackage {
  private readonly zip: AdmZip;

  constructor(bytes: Uint8Array) {
    this.zip = new AdmZip(bufferOf(bytes));
  }

  names(): readonly string[] {
    return this.zip.getEntries().map(({ entryName }) => entryName);
  }

  /** A part's text; empty where there is no such part. */
  text(name: string): string {
    return this.zip.readAsText(name);
  }

  has(name: string): boolean {
    return this.zip.getEntry(name) !== null;
  }

  put(name: string, text: string): void {
    const content = Buffer.from(text);
    const known = this.zip.getEntry(name);
    if (known) known.setData(content);
    else this.zip.addFile(name, content);
  }

  /** When it was written does not stand in it: the same content gives the same bytes. */
  bytes(): Uint8Array {
    for (const entry of this.zip.getEntries()) entry.header.time = EARLIEST;
    return new Uint8Array(this.zip.toBuffer());
  }
}

/**
 * Whether the file is nothing but the parts that its directory names, one after the other: only then does a reader that goes from front to
 * back, and never sees the directory, meet the same parts.
 */
export function isPlain(bytes: Uint8Array): boolean {
  const file = bufferOf(bytes);
  const { entries, start } = entriesOf(file);
  let at = 0;
  for (const entry of [...entries].sort((one, other) => one.at - other.at)) {
    if (entry.at !== at || at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) return false;
    const hasDescriptor = (file.readUInt16LE(at + 6) & 8) !== 0;
    const isDeflated = file.readUInt16LE(at + 8) === 8;
    const nameLength = file.readUInt16LE(at + 26);
    const isNamed = file.toString('utf8', at + 30, at + 30 + nameLength) === entry.name;
    if (!isNamed || isDeflated !== entry.isDeflated) return false;
    // A stored part of unknown length has no certain end.
    if (hasDescriptor ? !isDeflated : file.readUInt32LE(at + 18) !== entry.size) return false;
    at += 30 + nameLength + file.readUInt16LE(at + 28) + entry.size;
    if (hasDescriptor) at += at + 4 <= file.length && file.readUInt32LE(at) === DESCRIPTOR ? 16 : 12;
  }
  return at === start;
}

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly size: number;
  /** What the directory says of its size unpacked, which may be a lie. */
  readonly statedSize: number;
  /** Where its local header stands. */
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;

/** The parts that the package's directory names, and where it starts; none where there is no directory, which the library will say itself. */
function entriesOf(file: Buffer): { readonly entries: readonly Entry[]; readonly start: number } {
  const entries: Entry[] = [];
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END) end--;
  if (end < 0) return { entries, start: -1 };
  const start = file.readUInt32LE(end + 16);
  let at = start;
  while (at + 46 <= file.length && file.readUInt32LE(at) === CENTRAL) {
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      isDeflated: file.readUInt16LE(at + 10) === 8,
      size: file.readUInt32LE(at + 20),
      statedSize: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return { entries, start };
}

/** Nothing deflated becomes more than so many times as long, and hardly any part is shorter than this. */
const MOST_INFLATION = 1032;
const SHORT = 2 ** 14;

/** A part as it really unpacks: the size that the directory states may be a lie, and nothing may hide behind its end. */
function unpacked(file: Buffer, { isDeflated, size, statedSize, at }: Entry, most: number): Buffer {
  if (at + 30 > file.length) throw new LocalProblem(fileProblems.broken);
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(start, start + size);
  if (!isDeflated) return packed;
  try {
    // One buffer, where the statement is true, takes half the time of many that are put together; a byte more shows that nothing is left.
    const chunkSize = Math.max(SHORT, Math.min(statedSize + 1, MOST_INFLATION * size, most));
    // With `info` it also says how far it read, which the types do not know.
    const inflated = inflateRawSync(packed, { info: true, chunkSize, maxOutputLength: Math.max(1, most) }) as unknown as Inflated;
    if (inflated.engine.bytesWritten === packed.length) return inflated.buffer;
  } catch (cause) {
    const isTooLarge = (cause as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new LocalProblem(isTooLarge ? fileProblems.unpacksTooLarge : fileProblems.broken, { cause });
  }
  throw new LocalProblem(fileProblems.broken);
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
