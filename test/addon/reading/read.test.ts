import { describe, expect, it } from 'vitest';
import type { CallApi } from '../../../src/api/messages.ts';
import { scan } from '../../../src/client/scan.ts';
import { Book } from '../../../src/local/book/book.ts';
import { describeTables } from '../../../src/table/recognition/layout.ts';
import { fullBook, leads, people, phones, tab } from '../full-book.ts';
import { annotated, at, fill, openHost, postsBook, scanAndAudit } from '../open-book.ts';

describe('start', () => {
  it('lists the tabs: the client’s, ours, and those without cells', async () => {
    const book = fullBook();
    const connected = book.addSheet('Выгрузка BigQuery');
    connected.type = 'DATASOURCE';
    const host = openHost(book);
    await annotated(host);
    const { tabs, activeTab } = await host.callApi('start', {});
    expect(activeTab).toBe('Посты');
    expect(tabs.map(({ name, isGrid, isOurs, annotation }) => [name, isGrid, isOurs, annotation])).toEqual([
      ['Посты', true, false, 'intact'],
      ['Заявки', true, false, 'intact'],
      ['Архив', true, false, 'none'],
      ['Выгрузка BigQuery', false, false, 'none'],
      ['SMM-аудит, итоги', true, true, 'none'],
    ]);
    expect(tabs[0]).toMatchObject({ rows: 43, columns: 9 });
  });

  it('knows both languages, the zone, and the wall time there', async () => {
    const start = await openHost(postsBook(2), { userLocale: 'en_GB' }).callApi('start', {});
    expect(start).toMatchObject({
      userLanguage: 'en',
      sheetLanguage: 'ru',
      timeZone: 'Europe/Moscow',
      now: Date.UTC(2026, 5, 15, 12),
      canStore: true,
      canEdit: true,
    });
    expect(start).not.toHaveProperty('zoneProblem');
  });

  it('tells a viewer from an editor', async () => {
    expect((await openHost(postsBook(2), { canEdit: false }).callApi('start', {})).canEdit).toBe(false);
  });

  it('stops a scan in a zone whose clock it cannot tell', async () => {
    const host = openHost(postsBook(2), {
      userLocale: 'en',
      beforeCall: (method) => {
        if (method === 'Utilities.formatDate') throw new Error('Exception: Invalid argument: timeZone');
      },
    });
    expect((await host.callApi('start', {})).zoneProblem).toMatch(/Europe\/Moscow.*choose another/);
  });
});

describe('reading a tab', () => {
  it('lets no cell leave that the audit does not use: neither names nor phone numbers', async () => {
    const book = new Book();
    const sheet = book.addSheet('Заявки', 0, 60, 8);
    fill(sheet, [[`Заявки, администратор ${people[0]}`], ...leads()]);
    const host = openHost(book);
    const crossed: string[] = [];
    const callApi: typeof host.callApi = async (method, argument) => {
      const answer = await host.callApi(method, argument);
      crossed.push(JSON.stringify(answer));
      return answer;
    };
    const { report } = await scanAndAudit({ ...host, callApi } as typeof host);
    expect(report.sheets[0]?.rowsAudited).toBe(3);
    const all = crossed.join('\n');
    for (const secret of [people[0], ...phones]) expect(all).not.toContain(secret);
    // Who answers for the lead is used by a signal.
    expect(all).toContain(people[1]);
  });

  it('says of the top what its cells show, and hands over none of them', async () => {
    for (const book of [fullBook(), postsBook(5)]) {
      const host = openHost(book);
      for (const { name } of book.sheets) {
        const { tables, lastRow } = await host.callApi('top', { sheet: name });
        const open = Array.from({ length: Math.min(60, lastRow) }, (_, row) =>
          Array.from({ length: tab(book, name).lastColumn() }, (_, column) => {
            const value = tab(book, name).value(row + 1, column + 1);
            return typeof value === 'object' && value ? new Date(value.wall).toISOString().slice(0, 19) : (value ?? '');
          }),
        );
        expect(tables).toEqual(JSON.parse(JSON.stringify(describeTables(name, open))));
      }
    }
  });

  it('believes on the page what was refused by the cells no more than in the sheet', async () => {
    const book = new Book();
    fill(book.addSheet('Заявки', 0, 20, 6), [
      ['Дата обращения', 'Менеджер', 'Оплачено', 'Тема'],
      [at('2026-06-01'), 'Инна', 1200, 5],
      [at('2026-06-02'), 'Инна', 900, 6],
    ]);
    const [sheet] = await scan(openHost(book).callApi, ['Заявки'], {});
    expect(sheet?.layout.columns.map(({ field }) => field)).toEqual(['leadAt', 'responsible', null, null]);
  });

  it('finds a header none of whose words is known by the numbers below it', async () => {
    const book = new Book();
    fill(book.addSheet('Лист', 0, 20, 6), [
      ['Клад', 'Дом'],
      ['а', 3],
      ['б', 4],
    ]);
    const { tables } = await openHost(book).callApi('top', { sheet: 'Лист' });
    expect(tables).toMatchObject([{ headers: ['Клад', 'Дом'], problem: 'nothing-recognised' }]);
  });

  it('reads what Primary means from the line above the header', async () => {
    const book = new Book();
    const below = [
      ['Дата', 'Primary', 'Лайки'],
      [at('2026-06-01'), 12, 3],
      [at('2026-06-02'), 15, 4],
    ];
    fill(book.addSheet('Series', 0, 20, 6), [['Охват'], ...below]);
    const [series] = await scan(openHost(book).callApi, ['Series'], {});
    expect(series?.layout.columns.map(({ field }) => field)).toEqual(['day', 'reach', 'likes']);
  });

  it('hands dates over as the spreadsheet’s wall clock, wherever the script runs', async () => {
    for (const timeZone of ['Europe/Moscow', 'America/New_York', 'Asia/Kolkata']) {
      const book = postsBook(1);
      book.timeZone = timeZone;
      tab(book).setValue(4, 2, at('2026-03-29 02:30'));
      tab(book).setValue(4, 3, at('2026-11-01 00:00'));
      const place = { sheet: 'Посты', headerRow: 2, firstColumn: 0, lastColumn: 5, headers: [], ourColumns: [], timeZone };
      const { columns } = await openHost(book).callApi('chunk', { ...place, columns: [1, 2], from: 0, count: 1 });
      expect(columns).toEqual([['2026-03-29T02:30:00'], ['2026-11-01T00:00:00']]);
    }
  });

  it('tells totals by the cells themselves: a date before the word does not hide it', async () => {
    const book = new Book();
    fill(book.addSheet('Лист', 0, 20, 5), [
      ['Дата', 'Тема', 'Лайки'],
      [at('2026-03-01 00:00'), 'Пост', 5],
      [at('2026-03-31 00:00'), 'Итого', ''],
    ]);
    const { report } = await scanAndAudit(openHost(book));
    expect(report.sheets[0]?.leftOut).toEqual([{ reason: 'total', rows: [3] }]);
  });

  it('never takes our own columns or tab for the client’s, wherever the user moved them', async () => {
    const book = postsBook(30);
    const before = (await scanAndAudit(openHost(book))).report;
    await annotated(openHost(book));
    const after = await scanAndAudit(openHost(book));
    expect(after.report).toEqual(before);
    expect(after.scanned.map(({ layout }) => layout.sheet)).toEqual(['Посты']);
    // A column typed in left of the table, and one right of ours.
    const sheet = tab(book);
    sheet.insertColumns(1, 1);
    fill(sheet, [[], [], ['№']]);
    sheet.setValue(3, 10, 'Просмотры');
    sheet.setValue(4, 10, 900);
    const moved = (await scanAndAudit(openHost(book))).report.sheets[0];
    expect(moved?.columns.map(({ header }) => header)).toEqual([
      '№',
      'Тема',
      'Отправлено на согласование',
      'Согласовано',
      'Кругов правок',
      'Кто решил',
      'Лайки',
      'Просмотры',
    ]);
    expect(moved?.results.map(({ findings }) => findings.length)).toEqual(before.sheets[0]?.results.map(({ findings }) => findings.length));
  });

  it('names a tab without cells instead of reading it', async () => {
    const book = postsBook(2);
    book.addSheet('Выгрузка').type = 'DATASOURCE';
    await expect(openHost(book, { userLocale: 'en' }).callApi('top', { sheet: 'Выгрузка' })).rejects.toThrow(
      /no cells to read.*choose another/,
    );
  });
});

describe('a chunk', () => {
  it('of cells with much text is cut into answers that a call can carry, and nothing is lost', async () => {
    const book = postsBook(300);
    for (let row = 4; row <= 303; row++) tab(book).setValue(row, 1, `${row} ${'ы'.repeat(20_000)}`);
    const host = openHost(book);
    const sizes: number[] = [];
    const callApi: CallApi = async (method, argument) => {
      const answer = await host.callApi(method, argument);
      if (method === 'chunk') sizes.push(new TextEncoder().encode(JSON.stringify(JSON.stringify(answer))).length);
      return answer;
    };
    const [scanned] = await scan(callApi, ['Посты'], {});
    expect(sizes.length).toBeGreaterThan(1);
    for (const size of sizes) expect(size).toBeLessThan(5_000_000);
    expect(Array.from(scanned?.cells?.columns.get(0) ?? [], (text) => Number(String(text).split(' ')[0]))).toEqual(
      Array.from({ length: 300 }, (_, row) => row + 4),
    );
    // What was read in pieces can be written.
    expect((await annotated(host)).result).toMatchObject({ outcome: 'written' });
  });
});
