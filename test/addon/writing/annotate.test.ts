import { describe, expect, it } from 'vitest';
import { BAND } from '../../../src/addon/writing/write-own-tab.ts';
import type { AnnotateRequest } from '../../../src/api/requests.ts';
import { Book } from '../../../src/local/book/book.ts';
import type { Value } from '../../../src/local/book/parts.ts';
import type { SheetModel } from '../../../src/local/book/sheet.ts';
import { snapshot } from '../../../src/local/book/snapshot.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { patternsCell } from '../../../src/wording/patterns-cell.ts';
import { columnOf, fullBook, leads, people, phones, sortThroughFilter, tab } from '../full-book.ts';
import { annotated, at, fill, openHost, postsBook, scanAndAudit } from '../open-book.ts';

/** Cells of the summary tab, one text a line. */
const summaryOf = (book: Book): string =>
  (book.sheets[book.sheets.length - 1]?.rows ?? []).map(({ values }) => values.join(' | ')).join('\n');

/** A snapshot without the numbers that Google gives to new things. */
const comparable = (book: Book): unknown =>
  JSON.parse(JSON.stringify(snapshot(book), (key, value: unknown) => (key === 'id' ? undefined : value)));

const withRequest = async (book: Book, change: (request: AnnotateRequest) => AnnotateRequest = (request) => request) => {
  const host = openHost(book);
  const { request } = await scanAndAudit(host);
  return { host, request: change(request) };
};

describe('the two columns', () => {
  it('stand directly after the table, as text, with the numbers ascending and a sentence each', async () => {
    const book = postsBook(36);
    const { report } = await annotated(openHost(book));
    const sheet = tab(book);
    expect([sheet.value(3, 7), sheet.value(3, 8)]).toEqual(['SMM-аудит', 'Почему']);
    const rows = new Map<number, Set<number>>();
    for (const { pattern, findings } of report.sheets[0]?.results ?? [])
      for (const { row } of findings) if (row !== null) rows.set(row, (rows.get(row) ?? new Set()).add(pattern));
    expect(rows.size).toBeGreaterThan(5);
    for (let row = 4; row <= 39; row++) {
      const expected =
        patternsCell(
          [...(rows.get(row) ?? [])].sort((one, other) => one - other),
          'ru',
        ) || null;
      expect(sheet.value(row, 7)).toBe(expected);
      expect(sheet.value(row, 8) !== null).toBe(expected !== null);
      expect(sheet.extra(row, 7)?.style?.numberFormat).toBe('@');
    }
    expect([...rows.values()].some((patterns) => patterns.size > 1)).toBe(true);
    expect(columnOf(sheet, 8).filter((text) => /NaN|undefined/.test(String(text)))).toEqual([]);
  });

  it('inherit nothing from the column beside: neither colour, format, validation, width nor being hidden', async () => {
    const book = fullBook();
    await annotated(openHost(book));
    const sheet = tab(book);
    for (const column of [7, 8]) {
      expect(sheet.column(column).isHidden).toBeUndefined();
      expect(sheet.column(column).width).toBeGreaterThan(80);
      for (let row = 4; row <= 43; row++) expect(sheet.extra(row, column)).toEqual({ style: { numberFormat: '@', wrap: true } });
    }
    expect(sheet.extra(5, 1)?.note).toBe('Клиент просил переделать');
  });

  it('stand beside a Google Table too, whose typed columns refuse validations, and leave it as it was', async () => {
    const book = fullBook();
    const table = { row: 3, column: 1, rows: 41, columns: 6 };
    tab(book).tables = [table];
    const host = openHost(book);
    const { result } = await annotated(host);
    expect(result.outcome).toBe('written');
    expect(tab(book).value(3, 8)).not.toBeNull();
    expect((await host.callApi('remove', {})).outcome).toBe('removed');
    expect(tab(book).tables).toEqual([table]);
  });

  it('are inserted: what stood to the right moves, and its formulas with it', async () => {
    const book = fullBook();
    await annotated(openHost(book));
    const sheet = tab(book);
    expect(sheet.value(3, 10)).toBe('Сводка');
    expect(sheet.extra(6, 11)?.formula).toBe("=COUNTA('Посты'!$A$4:$F$43)+K5");
    expect(tab(book, 'Заявки').extra(6, 1)?.formula).toBe('=Посты!K5*2');
  });

  it('keep a reason as text, whatever it begins with, and name nobody', async () => {
    const book = new Book();
    fill(book.addSheet('=Заявки', 0, 40, 8), leads());
    book.locale = 'ru_RU';
    await annotated(openHost(book));
    const sheet = book.sheets[0] as SheetModel;
    const written = [...columnOf(sheet, 7), ...columnOf(sheet, 8), summaryOf(book)].join('\n');
    expect(written).toContain('2');
    expect(written).toContain('=Заявки');
    for (const secret of [...people, ...phones, 'Инна']) expect(written).not.toContain(secret);
    expect(written).not.toMatch(/leads-unanswered|slow-response|sales-confusion|no-lead-owner|minor|serious/);
    expect(book.sheets.flatMap(({ rows }) => rows.flatMap(({ extras }) => extras.filter((extra) => extra?.formula)))).toEqual([]);
  });
});

describe('the rules', () => {
  it('come after the user’s own, tint each row by its first pattern and emphasise the cells of each', async () => {
    const book = fullBook();
    const before = tab(book).rules;
    await annotated(openHost(book));
    const { rules } = tab(book);
    const [own, second, ...ours] = rules.slice(0, -1);
    expect(own).toEqual(before[0]);
    expect(second).toMatchObject({ other: { kind: 'gradient' } });
    expect(ours.length).toBeGreaterThan(0);
    for (const { formula = '', areas } of ours) {
      expect(formula).toMatch(/^=.*\+N\("smm-audit"\)$/);
      expect(formula).not.toMatch(/[;\\]|",|,"/);
      for (const { row, rows } of areas) expect([row, rows]).toEqual([4, 40]);
    }
    const tints = ours.filter(({ bold }) => !bold);
    expect(tints.map(({ formula }) => formula)).toContain('=(LEFT($G4)="4")+N("smm-audit")');
    for (const { areas } of tints) expect(areas).toEqual([{ row: 4, column: 1, rows: 40, columns: 8 }]);
    // The last makes our headings bold, whatever stands below.
    const headings = [{ row: 3, column: 7, rows: 1, columns: 2 }];
    expect(rules[rules.length - 1]).toEqual({ areas: headings, formula: '=1+N("smm-audit")', bold: true });
  });

  it('need no list separator and are right for every list of patterns', async () => {
    const book = postsBook(36);
    await annotated(openHost(book));
    const rules = tab(book).rules.slice(0, -1);
    const lists = Array.from({ length: 31 }, (_, bits) => [1, 2, 3, 4, 5].filter((number) => (bits + 1) & (1 << (number - 1))));
    for (const { formula = '', bold, background } of rules) {
      const number = Number(/="(\d)/.exec(formula)?.[1]);
      for (const list of [[], ...lists]) {
        const shown = holds(formula, patternsCell(list, 'ru'));
        expect([list, background, shown]).toEqual([list, background, bold ? list.includes(number) : list[0] === number]);
      }
    }
  });
});

/** A rule's formula for one content of the pattern cell: `LEFT`, equality and sums are all there is. */
function holds(formula: string, cell: string): boolean {
  const terms = formula.slice(1).replace('+N("smm-audit")', '').split('+');
  return terms.some((term) => {
    const [, left, wanted] = /^\((LEFT\()?\$[A-Z]+\d+\)?="([^"]*)"\)$/.exec(term) ?? [];
    if (wanted === undefined) throw new Error(`cannot read ${term}`);
    return (left ? cell.slice(0, 1) : cell) === wanted;
  });
}

describe('the filter', () => {
  it('is widened over the two columns with its criteria; sorting through it keeps reasons and rows together', async () => {
    const book = fullBook();
    const host = openHost(book);
    await annotated(host);
    const sheet = tab(book);
    expect(sheet.filter?.area).toEqual({ row: 3, column: 1, rows: 41, columns: 8 });
    expect([...(sheet.filter?.criteria ?? [])]).toEqual([...(tab(fullBook()).filter?.criteria ?? [])]);
    const reasonOf = () => new Map(columnOf(sheet, 1).map((title, row) => [title, sheet.value(row + 1, 8)]));
    const before = reasonOf();
    sortThroughFilter(sheet, (one, other) => Number(other[5]) - Number(one[5]));
    expect(sheet.value(4, 1)).toBe('Пост 40');
    expect(reasonOf()).toEqual(before);
    expect((await host.callApi('start', {})).tabs[0]?.annotation).toBe('intact');
  });

  it('stays as it is where it does not end with the table', async () => {
    for (const area of [
      { row: 3, column: 1, rows: 41, columns: 4 },
      { row: 3, column: 1, rows: 41, columns: 10 },
    ]) {
      const book = fullBook();
      tab(book).filter = { area, criteria: new Map([[2, { kind: 'x' }]]) };
      await annotated(openHost(book));
      expect(tab(book).filter?.area.columns).toBe(area.columns === 10 ? 12 : 4);
    }
  });
});

describe('reasons and rows', () => {
  it('are said to have come apart when rows were sorted without our columns, and not when rows were added', async () => {
    const book = fullBook();
    tab(book).filter = undefined;
    const host = openHost(book);
    await annotated(host);
    const annotationNow = async () => (await host.callApi('start', {})).tabs[0]?.annotation;
    const sheet = tab(book);
    sheet.setValue(44, 1, 'Новый пост');
    sheet.insertColumns(1, 1);
    expect(await annotationNow()).toBe('intact');
    sheet.filter = { area: { row: 3, column: 2, rows: 41, columns: 6 }, criteria: new Map() };
    sortThroughFilter(sheet, (one, other) => Number(other[5]) - Number(one[5]));
    expect(await annotationNow()).toBe('apart');
  });
});

describe('the summary', () => {
  it('begins with what costs something, then has what is gravest', async () => {
    const book = new Book();
    // Made by hand: three working days of waiting are a minor matter that costs hours, nine rounds a serious one that costs nothing.
    fill(book.addSheet('Posts', 0, 20, 6), [
      ['Title', 'Sent for approval', 'Approved', 'Revision rounds'],
      ['a', at('2026-06-01 10:00'), at('2026-06-04 10:00'), 0],
      ['b', at('2026-06-01 10:00'), at('2026-06-01 11:00'), 9],
    ]);
    await annotated(openHost(book));
    const lines = summaryOf(book).split('\n');
    const place = (text: RegExp) => lines.findIndex((line) => text.test(line));
    expect(place(/Ожидание согласования|Waiting for approval/)).toBeGreaterThan(0);
    expect(place(/Круги правок|Rounds of edits/)).toBeGreaterThan(place(/Ожидание согласования|Waiting for approval/));
  });

  it('stands in a tab of its own after all others, text only, and the user stays where they were', async () => {
    const book = fullBook();
    book.activeSheet = tab(book, 'Заявки');
    const { result } = await annotated(openHost(book));
    expect(result).toMatchObject({ outcome: 'written', tabs: ['Посты', 'Заявки', 'SMM-аудит, итоги'] });
    expect(book.activeSheet?.name).toBe('Заявки');
    const text = summaryOf(book);
    for (const part of [
      '15 июня',
      '4 Скорость согласования',
      'Ожидание согласования',
      'Что сделать',
      'ожидания согласования',
      'Что проверено',
    ])
      expect(text).toContain(part);
    for (const part of ['Что не проверено', 'нужна колонка', 'Часовой пояс: Europe/Moscow', 'Пн–Пт 10:00–19:00'])
      expect(text).toContain(part);
    const sheet = book.sheets[book.sheets.length - 1];
    expect(sheet?.frozenRows).toBe(1);
    // Numbers are only where charts are drawn from; whatever is a text is kept as it was written.
    sheet?.rows.forEach(({ values, extras }) => {
      values.forEach((value, column) => {
        if (value === null) return;
        if (typeof value === 'number') expect(column).toBeGreaterThanOrEqual(8);
        expect(extras[column]?.style?.numberFormat).toMatch(typeof value === 'number' ? /^#,##0/ : /^@$/);
      });
    });
  });

  it('has its headings in bold, and nothing else', async () => {
    const book = fullBook();
    await annotated(openHost(book));
    const rows = book.sheets[book.sheets.length - 1]?.rows ?? [];
    const isBand = (row: (typeof rows)[number]) => row.extras[0]?.style?.background === BAND;
    expect(rows.filter(isBand)).toHaveLength(5);
    for (const row of rows) {
      const looks = row.values.slice(0, 5).flatMap((text, column) => (text ? [row.extras[column]?.style?.bold ?? false] : []));
      expect(looks).toEqual(looks.map(() => isBand(row)));
    }
  });

  it('leads from each line to the first row in which it was found, with calls that do not grow with lines', async () => {
    const book = fullBook();
    const host = openHost(book);
    const { report } = await annotated(host);
    const summary = book.sheets[book.sheets.length - 1];
    const linked = (summary?.rows ?? []).flatMap(({ values, extras }) => (extras[2]?.link ? [[String(values[2]), extras[2].link]] : []));
    expect(linked.length).toBeGreaterThan(3);
    for (const [text = '', link] of linked) {
      const [, table, row] = /^(.+?): .*?со строки\u00A0(\d+)/.exec(text) ?? [];
      expect(link).toBe(`'${table}'!A${row}`);
      const findings = report.sheets
        .filter(({ sheet }) => sheet === table)
        .flatMap(({ results }) => results.flatMap((one) => one.findings));
      expect(findings.map((finding) => finding.row)).toContain(Number(row));
    }
    expect(host.runtime.calls.get('Range.setRichTextValues')).toBe(1);
  });

  it('takes another name where the user has a tab of that name', async () => {
    const book = postsBook(10);
    fill(book.addSheet('SMM-аудит, итоги', 1, 5, 5), [['моё']]);
    const { result } = await annotated(openHost(book));
    expect(result).toMatchObject({ tabs: ['Посты', 'SMM-аудит, итоги 2'] });
    expect(tab(book, 'SMM-аудит, итоги').value(1, 1)).toBe('моё');
  });
});

describe('annotating again', () => {
  it('gives the same result, nothing doubled', async () => {
    for (const make of [fullBook, () => postsBook(50)]) {
      const once = make();
      await annotated(openHost(once));
      const twice = make();
      await annotated(openHost(twice));
      await annotated(openHost(twice));
      expect(comparable(twice)).toEqual(comparable(once));
    }
  });

  it('follows the rows as they are now, and leaves tabs alone that were not asked for', async () => {
    const book = fullBook();
    await annotated(openHost(book));
    const leadsBefore = columnOf(tab(book, 'Заявки'), 8);
    const sheet = tab(book);
    fill(sheet, [...Array.from({ length: 43 }, () => []), ['Пост 41', at('2026-05-04 10:00'), at('2026-05-20 10:00'), 7, 'Лена', 5]]);
    const host = openHost(book);
    const { request } = await scanAndAudit(host);
    const result = await host.callApi('annotate', { ...request, sheets: request.sheets.slice(0, 1) });
    expect(result).toMatchObject({ outcome: 'written', tabs: ['Посты', 'SMM-аудит, итоги'] });
    expect(sheet.value(44, 7)).toBe('4 Скорость согласования');
    expect(columnOf(tab(book, 'Заявки'), 8)).toEqual(leadsBefore);
    expect(book.sheets).toHaveLength(4);
  });

  it('asks before what the user typed into our cells goes, notes included', async () => {
    const book = postsBook(20);
    await annotated(openHost(book));
    const sheet = tab(book);
    sheet.setValue(4, 8, 'обсудили 12 мая');
    sheet.setExtra(9, 7, { note: 'спросить Лену' });
    const { result, request } = await annotated(openHost(book));
    expect(result).toEqual({
      outcome: 'typed-over',
      cells: [
        { sheet: 'Посты', row: 4, text: 'обсудили 12 мая' },
        { sheet: 'Посты', row: 9, text: 'спросить Лену' },
      ],
    });
    expect(sheet.value(4, 8)).toBe('обсудили 12 мая');
    expect(await openHost(book).callApi('annotate', { ...request, force: true })).toMatchObject({ outcome: 'written' });
    expect(sheet.value(4, 8)).not.toBe('обсудили 12 мая');
  });

  it('asks about columns that have our headings but not our mark, as in a copied tab', async () => {
    const book = postsBook(20);
    await annotated(openHost(book));
    const sheet = tab(book);
    // A copied tab has the cells and none of the marks.
    sheet.metadata = [];
    for (const column of [7, 8]) sheet.setColumn(column, { metadata: undefined });
    const { result, request } = await annotated(openHost(book));
    expect(result).toEqual({ outcome: 'unmarked', tabs: ['Посты'] });
    expect(await openHost(book).callApi('annotate', { ...request, force: true })).toMatchObject({ outcome: 'written' });
    expect(columnOf(sheet, 9).every((value) => value === null)).toBe(true);
    expect((await openHost(book).callApi('start', {})).tabs[0]?.annotation).toBe('intact');
  });

  it('takes an audited file that came back from another program for what it is, after asking', async () => {
    const book = fullBook();
    await annotated(openHost(book));
    const once = comparable(book);
    for (const sheet of book.sheets) {
      sheet.metadata = [];
      for (const column of [7, 8]) sheet.setColumn(column, { metadata: undefined });
    }
    const { result, request } = await annotated(openHost(book));
    expect(request.sheets.map(({ sheet }) => sheet)).toEqual(['Посты', 'Заявки']);
    expect(result).toEqual({ outcome: 'unmarked', tabs: ['Посты', 'Заявки', 'SMM-аудит, итоги'] });
    await openHost(book).callApi('annotate', { ...request, force: true });
    expect(comparable(book)).toEqual(once);
  });

  it('leaves nothing of ours where there is nothing to say any more', async () => {
    const book = postsBook(1);
    const before = comparable(book);
    const host = openHost(book);
    await annotated(host);
    tab(book).setValue(4, 3, { wall: Date.UTC(2026, 2, 2, 11) });
    tab(book).setValue(4, 4, 1);
    tab(book).setValue(4, 5, 'Лена');
    await annotated(host);
    expect(tab(book).maxColumns).toBe(12);
    await host.callApi('remove', {});
    const { sheets } = comparable(book) as { sheets: { rules: unknown; columns: unknown }[] };
    expect(sheets[0]?.columns).toEqual((before as { sheets: { columns: unknown }[] }).sheets[0]?.columns);
    expect(sheets[0]?.rules).toEqual([]);
  });

  it('leaves the user’s own SMMAUDIT alone, whose headings look the same', async () => {
    const book = postsBook(20);
    fill(tab(book), [[], [], ['', '', '', '', '', '', 'SMM-аудит', 'Почему']]);
    tab(book).setExtra(3, 7, { formula: '=SMMAUDIT(A3:F23)' });
    const { result } = await annotated(openHost(book));
    expect(result).toMatchObject({ outcome: 'written' });
    expect(tab(book).extra(3, 7)?.formula).toBe('=SMMAUDIT(A3:F23)');
  });
});

it('emphasises the cells that were judged, not those that it compares with or looks for reasons in', async () => {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  Object.assign(book, { locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg' });
  await annotated(openHost(book));
  const sheet = tab(book);
  const emphasised = (pattern: number) =>
    sheet.rules
      .filter(({ bold, formula }) => bold && formula?.startsWith(`=($T4="${patternsCell([pattern], 'ru')}")`))
      .flatMap(({ areas }) => areas.map(({ column }) => String(sheet.value(3, column))));
  expect([1, 3, 4].map(emphasised)).toEqual([
    ['Кто решает'],
    ['Опубликовано', 'Подписчики', 'Лайки', 'Комментарии', 'Сохранения', 'Охват'],
    ['План / ситуатив', 'Время инфоповода', 'Отправлено на согласование', 'Согласовано', 'Кругов правок', 'Опубликовано'],
  ]);
});

describe('when it cannot be written', () => {
  it('waits for nobody twice: another person’s annotation is reported as busy', async () => {
    const book = postsBook(10);
    const { host, request } = await withRequest(book);
    host.runtime.isLockedByOther = true;
    expect(await host.callApi('annotate', request)).toEqual({ outcome: 'busy' });
  });

  it('lets one of two people win, whenever the other begins, and tells the other', async () => {
    const { request } = await withRequest(fullBook());
    const complete = fullBook();
    await openHost(complete).callApi('annotate', request);
    for (let at = 0, hasBegun = true; hasBegun; at++) {
      const book = fullBook();
      const second = openHost(book);
      let answer: unknown;
      const begin = (_: string, index: number) => {
        if (index === at) answer = JSON.parse(String(second.callFromPage('callApi', ['annotate', JSON.stringify(request)])));
      };
      const first = await openHost(book, { beforeCall: begin }).callApi('annotate', request);
      hasBegun = answer !== undefined;
      expect(first).toMatchObject({ outcome: 'written' });
      // Before the first has the lock the second is through; after that it is told.
      if (hasBegun) expect(answer).toMatchObject({ ok: true, answer: { outcome: at === 0 ? 'written' : 'busy' } });
      expect(comparable(book)).toEqual(comparable(complete));
      expect(second.runtime.holdsLock).toBe(false);
    }
  });

  it('says in one sentence what to do, and changes nothing', async () => {
    const protectedBook = () => {
      const book = postsBook(10);
      tab(book).protections = [{ description: 'Только владелец', canEdit: false }];
      return book;
    };
    const cases = [
      { book: protectedBook(), options: {}, sentence: /protected.*ask its owner/ },
      { book: postsBook(10), options: { canEdit: false }, sentence: /look at this file but not change it/ },
    ];
    for (const { book, options, sentence } of cases) {
      const host = openHost(book, options);
      const { request } = await scanAndAudit(host);
      const before = JSON.stringify(snapshot(book));
      await expect(host.callApi('annotate', request)).rejects.toThrow(sentence);
      expect(JSON.stringify(snapshot(book))).toBe(before);
      expect(host.runtime.holdsLock).toBe(false);
    }
  });

  it('trusts no request: unknown ids, foreign texts, rows outside, numbers missing', async () => {
    const book = postsBook(10);
    const { host, request } = await withRequest(book);
    const [sheet] = request.sheets;
    const packed = sheet?.findings.find(({ signal }) => signal === 'approval-lag');
    if (!sheet || !packed) throw new Error('the book has findings');
    const before = JSON.stringify(snapshot(book));
    const [row] = packed.rows;
    const evidence = Object.fromEntries(Object.entries(packed.evidence).map(([key, values]) => [key, values.slice(0, 1)]));
    const finding = { signal: packed.signal, rows: [row], evidence };
    const wrong: readonly unknown[] = [
      { ...finding, signal: 'no-such-signal' },
      { ...finding, rows: [2] },
      { ...finding, rows: [999] },
      { ...finding, rows: [4.5] },
      { ...finding, rows: row },
      { ...finding, rows: [row, row] },
      { ...finding, evidence: { ...evidence, waited: [null] } },
      { ...finding, evidence: { ...evidence, days: ['Infinity'] } },
      { ...finding, evidence: { ...evidence, waited: [] } },
      { ...finding, evidence: {} },
      { ...finding, evidence: { ...evidence, 'no code': [1] } },
      { ...finding, text: 'call +7 900' },
    ];
    for (const other of wrong) {
      const asked = { ...request, sheets: [{ ...sheet, findings: [other] }] } as AnnotateRequest;
      await expect(host.callApi('annotate', asked)).rejects.toThrow(/close the sidebar and open it again/);
    }
    const right = { ...request, sheets: [{ ...sheet, findings: [finding] }] } as AnnotateRequest;
    const other = openHost(postsBook(10));
    expect(await other.callApi('annotate', right)).toMatchObject({ outcome: 'written', rows: 1 });
    for (const [method, argument] of [
      ['annotate', 'no json'],
      ['annotate', '{}'],
      ['nothing', '{}'],
      ['constructor', '{}'],
      ['showRow', '{"sheet":"Посты","row":-1}'],
      [undefined, undefined],
    ])
      expect(JSON.parse(String(host.callFromPage('callApi', [method, argument])))).toMatchObject({ ok: false });
    // Nor is it a function for cells.
    expect(JSON.parse(String(host.run('callApi', ['start', '{}'], 'CUSTOM_FUNCTION')))).toMatchObject({ ok: false });
    expect(JSON.stringify(snapshot(book))).toBe(before);
  });

  it('writes no word that is not ours: a text smuggled in where a currency should be', async () => {
    const book = placements('₽');
    const smuggled = (request: AnnotateRequest) => JSON.parse(JSON.stringify(request).replace(/"RUB"/g, '"ТУГРИКОВ ЗА ПОСТ"'));
    const { host, request } = await withRequest(book, smuggled);
    expect(JSON.stringify(request)).toContain('ТУГРИКОВ ЗА ПОСТ');
    expect(await host.callApi('annotate', request)).toMatchObject({ outcome: 'written' });
    expect(JSON.stringify(snapshot(book))).not.toMatch(/тугриков/iu);
  });
});

/** Placements that miss the client's city, priced in a currency of one's own. */
function placements(currency: string): Book {
  const book = new Book();
  const line = (name: string, price: number, geo: string): Value[] => [name, price, currency, 50_000, geo, '80%'];
  fill(book.addSheet('Реклама', 0, 30, 10), [
    ['Размещение', 'Цена', 'Валюта', 'Охват', 'Доля гео', 'Доля возраста'],
    line('Паблик «Огород»', 20_000, '10%'),
    line('Блог о кофе', 18_000, '70%'),
    line('Певец', 90_000, '5%'),
  ]);
  return book;
}
