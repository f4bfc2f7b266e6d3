import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymised } from '../../../src/local/anonymise/anonymise.ts';
import { main } from '../../../src/local/anonymise/command.ts';
import { Disguise } from '../../../src/local/anonymise/disguise.ts';
import { auditFiles } from '../../../src/local/audit-files.ts';
import { Book } from '../../../src/local/book/book.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { fill } from '../../addon/open-book.ts';
import { fc, test as property } from '../../base/property.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-anonymise-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a disguise', () => {
  const disguise = new Disguise((word) => word === 'reels');

  it.each([
    ['Lena answered, Lena decides', /^(\w{4}) \w{8}, \1 \w{7}$/],
    ['Студия «Зелёный час»', /^[А-Я][а-я]{5} «[А-Я][а-я]{6} [а-я]{3}»$/],
    ['5 tips for reels in 2026', /^5 \w{4} \w{3} reels in 2026$/],
    ['+7 900 123-45-67', /^\+\d \d{3} \d{3}-\d{2}-\d{2}$/],
    ['write to lena@example.com', /^\w{5} to \w{4}@\w{7}\.\w{3}$/],
    ['https://www.instagram.com/p/AbC12/', /^https:\/\/www\.instagram\.com\/\w\/[A-Z][a-z][A-Z]\d\d\/$/],
    ['https://clients-own-site.ru/lena', /^https:\/\/\w{7}-\w{3}-\w{4}\.\w{2}\/\w{4}$/],
    ['order 12345678', /^\w{5} \d{8}$/],
  ])('%j keeps its shape', (text, shape) => {
    const disguised = disguise.text(text);
    expect(disguised).toMatch(shape);
    expect(disguised).not.toBe(text);
    expect(disguise.text(text)).toBe(disguised);
  });

  property(
    [fc.array(fc.string({ minLength: 3, maxLength: 12, unit: fc.constantFrom(...'abcdeабвгд') }), { minLength: 2, maxLength: 30 })],
    100,
  )('two words stay two, one stays one, and none stays itself', (words) => {
    const own = new Disguise(() => false);
    const disguised = words.map((word) => own.text(word));
    expect(new Set(disguised).size).toBe(new Set(words).size);
    expect(disguised.filter((word, index) => word === words[index])).toEqual([]);
  });
});

describe('the sample client in disguise', () => {
  const sample = 'src/local/sample/sample-client.xlsx';
  const audited = (path: string) =>
    auditFiles({
      paths: [path],
      tabs: { kind: 'all' },
      settings: {},
      timeZone: 'Asia/Yekaterinburg',
      asOf: Date.UTC(2026, 5, 15, 12),
      out: join(folder, 'audited.xlsx'),
      isStrict: false,
    });
  const out = join(folder, 'disguised.xlsx');
  let texts: string;
  beforeAll(async () => {
    expect(await main([sample, '--out', out], 'en')).toBe(0);
    const { book } = await openFile(out);
    texts = JSON.stringify(book.sheets.map(({ name, rows }) => [name, rows.map(({ values }) => values)]));
  });

  it('names nobody and says nothing of theirs', () => {
    for (const secret of ['Лена', 'Артём', 'Кирилл', 'Ольга', 'Ирина', 'Дина', 'Зелёный', 'философии', 'киноа', '900 000'])
      expect(texts).not.toContain(secret);
    for (const wanted of ['Кругов правок', 'знакомая', 'владелица', 'ситуатив', 'Итого', '31,4 тыс.']) expect(texts).toContain(wanted);
  });

  it('gives the same findings in the same rows', async () => {
    const [before, after] = [await audited(sample), await audited(out)];
    const found = ({ report }: typeof before) =>
      report.sheets.map(({ columns, rowsAudited, results }) => ({
        rowsAudited,
        fields: columns.map(({ field }) => field),
        found: results.map(({ signal, outcome, findings }) => [signal, outcome, findings.map(({ row, severity }) => `${row} ${severity}`)]),
      }));
    expect(found(after)).toEqual(found(before));
  });
});

describe('a text table in disguise', () => {
  it('stays a text table with its delimiter, and the file itself stays as it is', async () => {
    const path = join(folder, 'Studio Lena.csv');
    const table = 'Post;Sent for approval;Likes;Phone\r\n"Lena; and ""us""";2026-03-01 10:00;1,234;89001234567\r\n';
    writeFileSync(path, table);
    expect(await main([path], 'ru')).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(table);
    const [header, row] = readFileSync(join(folder, 'anonymised.csv'), 'utf8').split('\r\n');
    expect(header).toBe('Post;Sent for approval;Likes;Phone');
    expect(row).toMatch(/^"[A-Z][a-z]{3}; [a-z]{3} ""us""";2026-03-01 10:00;1,234;[1-9]\d{10}$/);
    expect(row).not.toMatch(/Lena|89001234567/);
  });

  it('a phone or an id that is a number gets another; counts and dates stay', () => {
    const book = new Book();
    fill(book.addSheet('Заявки'), [
      ['Заявка', 'Телефон', 'Охват', 'Дата заявки'],
      ['а', 79_001_234_567, 1_200_000_000, { wall: Date.UTC(2026, 2, 1, 10) }],
    ]);
    const values = anonymised(book, () => 3).sheets[0]?.rows[1]?.values ?? [];
    expect(values.slice(1)).toEqual([43_333_333_333, 1_200_000_000, { wall: Date.UTC(2026, 2, 1, 10) }]);
  });

  it('answers in one sentence where it cannot', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await main([join(folder, 'nowhere.csv')], 'en')).toBe(2);
    expect(await main([], 'en')).toBe(2);
    const sentences = said.mock.calls.map(([text]) => String(text));
    said.mockRestore();
    expect(sentences).toEqual([
      `There is no file ${join(folder, 'nowhere.csv')}: check the name.\n`,
      'Name a file: npm run anonymise -- client.xlsx\n',
    ]);
  });
});
