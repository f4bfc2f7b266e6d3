import { parse } from 'csv-parse/sync';
import { fileProblems, LocalProblem } from '../problem.ts';

/** A text table: its cells as text, and how it was read. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[];
  readonly encoding: string;
  readonly delimiter: string;
  /** How many control characters, which no cell can hold, were left out. */
  readonly stray: number;
}

/** Control characters other than tabs and ends of lines. */
const STRAY = /(?![\t\n\r])\p{Cc}/gu;
/** Where more than this share of the first bytes is zero, it is no text with a stray one. */
const MOST_ZEROS = 0.02;

const delimiters = [',', ';', '\t'] as const;

/** Reads a .csv or .tsv file of any of the usual encodings and delimiters, with or without a BOM and a `sep=` line. */
export function readTextTable(bytes: Uint8Array): TextTable {
  const decoded = decode(bytes);
  const { encoding } = decoded;
  const text = decoded.text.replace(STRAY, '');
  const stray = decoded.text.length - text.length;
  if (text.trim() === '') throw new LocalProblem(fileProblems.empty);
  try {
    const table = readRecords(text);
    // Once is enough: what is wrapped twice was meant so.
    const unwrapped = isWrapped(table.rows) ? readRecords(table.rows.map(([line = '']) => line).join('\n')) : table;
    return { ...unwrapped, encoding, stray };
  } catch (cause) {
    throw new LocalProblem(fileProblems.quotes, { cause });
  }
}

function readRecords(text: string): Pick<TextTable, 'rows' | 'delimiter'> {
  const declared = /^sep=(.)\r?\n/.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? likelyDelimiter(body);
  return { rows: parse(body, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][], delimiter };
}

/** Saved twice as text, every line of a table is one quoted cell: alone in its row, and itself a line of as many cells as the first. */
function isWrapped(rows: TextTable['rows']): boolean {
  const lines = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [first = ''] = lines[0] ?? [];
  const delimiter = likelyDelimiter(first);
  const width = firstRecords(first, delimiter)[0]?.length ?? 1;
  if (lines.length < 2 || width < 2 || lines.some((cells) => cells.length > 1)) return false;
  const alike = lines.slice(0, 30).filter(([line = '']) => firstRecords(line, delimiter)[0]?.length === width);
  return alike.length >= 0.8 * Math.min(lines.length, 30);
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16 LE' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16 BE' };
  if (bytes.subarray(0, 4096).includes(0)) {
    const oddZeros = bytes.subarray(0, 4096).filter((byte, index) => byte === 0 && index % 2 === 1).length;
    if (oddZeros > Math.min(bytes.length, 4096) / 5) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16 LE' };
    const head = bytes.subarray(0, 4096);
    if (head.filter((byte) => byte === 0).length > Math.max(1, head.length * MOST_ZEROS)) throw new LocalProblem(fileProblems.binary);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return looksCyrillic(bytes)
      ? { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'Windows-1251' }
      : { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Latin-1' };
  }
}

/** In Windows-1251 Russian words are runs of bytes above 0xC0; in Latin-1 such bytes stand alone among plain letters. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let inRuns = 0;
  let high = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[index] ?? 0) >= 0xc0 && ((bytes[index + 1] ?? 0) >= 0xc0 || (bytes[index - 1] ?? 0) >= 0xc0)) inRuns++;
  }
  return inRuns > high / 2;
}

/** The delimiter that splits the first records into the most columns, most evenly; a comma when nothing does. */
function likelyDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = firstRecords(text, delimiter).map((record) => record.length);
    const score = Math.max(0, ...widths.map((width) => (width - 1) * widths.filter((other) => other === width).length));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function firstRecords(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, to: 30 }) as string[][];
  } catch {
    // Quotes that do not pair under this delimiter: it is not the one.
    return [];
  }
}
