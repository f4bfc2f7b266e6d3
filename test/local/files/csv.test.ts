import { describe, expect, it } from 'vitest';
import { readTextTable } from '../../../src/local/files/csv.ts';
import { fc, test as property } from '../../base/property.ts';

const read = (text: string) => readTextTable(new TextEncoder().encode(text)).rows;
const quoted = (line: string) => `"${line.replace(/"/g, '""')}"`;

// Made by hand: a table that a spreadsheet program opened as text and saved again.
const table = 'Date,Title,Likes\n2026-03-01,"Menu, spring",12\n2026-03-02,Team,7\n';

describe('a table whose every line is one quoted cell', () => {
  it('is unwrapped once', () => {
    const wrapped = table.trim().split('\n').map(quoted).join('\n');
    expect(read(wrapped)).toEqual(read(table));
    expect(read(table)[1]).toEqual(['2026-03-01', 'Menu, spring', '12']);
  });

  it.each([
    [
      'one column of sentences with commas',
      'Comment\n"Well, yes"\n"No, not at all, thanks"\n',
      [['Comment'], ['Well, yes'], ['No, not at all, thanks']],
    ],
    ['one line', '"a,b,c"\n', [['a,b,c']]],
  ])('%s stays as it is', (_name, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  const cell = fc.stringMatching(/^[a-z]{1,6}(, [a-z]{1,4})?$/);
  property([fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 })], 100)('whatever stands in it', (rows) => {
    const lines = rows.map((cells) => cells.map(quoted).join(','));
    expect(read(lines.map(quoted).join('\n'))).toEqual(rows);
  });
});
