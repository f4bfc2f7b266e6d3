import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { openBytes } from '../../src/local/files/open.ts';
import { LocalProblem } from '../../src/local/problem.ts';
import { fc, fuzz } from './budget.ts';
import { hostileTexts } from './cells.ts';

const folder = 'test/fixtures/exports';
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
const workbook = new Uint8Array(readFileSync('src/local/sample/sample-client.xlsx'));
const parts = unzipSync(workbook);

/** One change to a file: bytes overwritten, taken out, put in, or all that follows cut off. `at` is a share of its length. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('overwrite', 'remove', 'insert', 'repeat', 'cut'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      ...[
        '"',
        '""',
        ';',
        ',',
        '\n',
        '\r',
        '\0',
        '\uFEFF',
        'sep=\n',
        '<',
        '>',
        '&',
        '&#0;',
        ']]>',
        '<!--',
        '999999999',
        '-1',
        ...hostileTexts,
      ].map((text) => strToU8(text)),
    ),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function changed(bytes: Uint8Array, { at, kind, bytes: given }: Change): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return head;
  if (kind === 'remove') return Buffer.concat([head, tail.subarray(given.length)]);
  if (kind === 'insert') return Buffer.concat([head, given, tail]);
  if (kind === 'repeat') return Buffer.concat([head, tail.subarray(0, 4000), tail]);
  return Buffer.concat([head, given, tail.subarray(given.length)]);
}
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

/** A file opens, or is refused by a sentence of ours. Whatever opens can be looked through. */
async function opens(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const { book } = await openBytes(name, bytes);
    for (const sheet of book.sheets) expect(sheet.lastRow()).toBeLessThanOrEqual(sheet.maxRows);
  } catch (problem) {
    expect(problem, String((problem as Error).stack)).toBeInstanceOf(LocalProblem);
    for (const text of Object.values((problem as LocalProblem).sentence)) expect(text).toMatch(/^[^\n]{20,200}\.$/);
  }
}

describe('a file with bytes changed is read, or refused in one sentence', () => {
  fuzz('a text table', fc.record({ file: fc.constantFrom(...texts), changes }), 800, ({ file, changes }) =>
    opens(file.name, changes.reduce(changed, file.bytes)),
  );
  fuzz('a workbook', changes, 150, (changes) => opens('a.xlsx', changes.reduce(changed, workbook)));

  const xml = Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part));
  fuzz(
    'a workbook whose parts were changed before they were packed',
    fc.record({ part: fc.constantFrom(...xml), changes }),
    100,
    ({ part, changes }) =>
      opens('a.xlsx', zipSync({ ...parts, [part]: changes.reduce(changed, parts[part] ?? new Uint8Array()) }, { level: 1 })),
  );

  const numbers = fc.constantFrom('0', '-1', '99999999999', '1e9', 'NaN', '', 'XFD1048576', 'A0', '__proto__', 'A1:XFD1048576', '&lt;');
  fuzz(
    'a workbook with another value in an attribute',
    fc.record({ part: fc.constantFrom(...xml), at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), value: numbers }),
    100,
    ({ part, at, value }) => {
      const text = strFromU8(parts[part] ?? new Uint8Array());
      const attributes = [...text.matchAll(/="[^"]*"/g)];
      const chosen = attributes[Math.floor(at * attributes.length)];
      if (!chosen) return Promise.resolve();
      const other = `${text.slice(0, chosen.index)}="${value}"${text.slice(chosen.index + chosen[0].length)}`;
      return opens('a.xlsx', zipSync({ ...parts, [part]: strToU8(other) }, { level: 1 }));
    },
  );
});
