/**
 * Looks at a workbook's package before the library unpacks it: a small file can unpack to gigabytes, name a billion columns or merge the
 * whole sheet, and the library would take each at its word.
 */
import { columnNumber } from '../book/references.ts';
import { fileProblems, LocalProblem } from '../problem.ts';
import { canonicalParts } from './parts/canonical.ts';
import { type Parts, unpack } from './parts/package.ts';
import { withoutCells } from './parts/sheet-part.ts';
import { whatElse } from './signature.ts';

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

/** A package that may be read. */
interface CheckedPackage {
  readonly parts: Parts;
  /** Whether its parts are in the form that the library knows as they were packed. */
  readonly isAsPacked: boolean;
}

/** @throws LocalProblem where the package is no workbook, or reading it would take all memory, or hours */
export function unpackChecked(bytes: Uint8Array, limits = usual): CheckedPackage {
  const packed = unpack(bytes, limits.bytes);
  const parts = canonicalParts(packed);
  if (!parts['xl/workbook.xml']) throw new LocalProblem(whatElse(parts));
  let cells = 0;
  for (const name of Object.keys(parts)) {
    const part = parts[name];
    if (part && /^xl\/worksheets\/[^/]+\.xml$/i.test(name)) cells += checkSheet(part);
    if (cells > limits.cells) throw new LocalProblem(fileProblems.unpacksTooLarge);
  }
  return { parts, isAsPacked: parts === packed };
}

const [LESS_THAN, LETTER_C, LETTER_R, SPACE] = [...'<cr '].map((letter) => letter.charCodeAt(0));

/** How many cells a sheet has. @throws LocalProblem where its numbers go beyond what a sheet can be */
function checkSheet(xml: Buffer): number {
  let cells = 0;
  // Byte by byte: there are millions of cells, and each search would be a call.
  for (let at = 0; at < xml.length; at++) {
    if (xml[at] !== LESS_THAN) continue;
    if (xml[at + 1] === LETTER_C && xml[at + 2] === SPACE) cells++;
    else if (xml[at + 1] === LETTER_R) {
      const row = /^<row\s(?:[^>]*?\s)?r="(\d+)"/.exec(xml.toString('latin1', at, at + 80));
      if (Number(row?.[1] ?? 1) > MOST_ROWS) throw new LocalProblem(fileProblems.broken);
    }
  }
  // What else names places.
  const around = withoutCells(xml);
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
