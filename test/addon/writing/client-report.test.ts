import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportResult, ShareResult } from '../../../src/api/messages.ts';
import { shortfallId } from '../../../src/audit/bill/shortfall.ts';
import { findingMark } from '../../../src/audit/marks.ts';
import { clientCopies, namedRows, reportRequest, usualPatterns } from '../../../src/client/report-request.ts';
import type { Book } from '../../../src/local/book/book.ts';
import type { SheetModel } from '../../../src/local/book/sheet.ts';
import { openFile } from '../../../src/local/files/open.ts';
import type { Host } from '../../../src/local/host.ts';
import type { RuntimeOptions } from '../../../src/local/services/runtime.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { amountText, billSubject } from '../../../src/wording/bill-text.ts';
import { fullBook, people, phones, tab } from '../full-book.ts';
import { openHost, scanAndAudit } from '../open-book.ts';

async function withReport(book: Book, options: RuntimeOptions = {}, patterns = usualPatterns) {
  const host = openHost(book, options);
  const judged = await scanAndAudit(host);
  const request = reportRequest(judged, patterns, 'ru', judged.start.now);
  const result = await host.callApi('report', request);
  return { host, judged, request, result, sheet: tab(book, (result as ReportResult & { tab: string }).tab) };
}

async function sample(): Promise<Book> {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  Object.assign(book, { locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg' });
  return book;
}

const textsOf = (sheet: SheetModel) => sheet.rows.flatMap(({ values }) => values.flatMap((value) => (value ? [String(value)] : [])));
const extrasOf = (sheet: SheetModel) => sheet.rows.flatMap(({ extras }) => extras.flatMap((extra) => extra ?? []));
/** Texts of all cells below a header, of columns with other headers than these. */
function textsOutside(book: Book, headers: readonly string[]): ReadonlySet<string> {
  const texts = book.sheets.flatMap(({ rows }) => {
    const header = rows.findIndex(({ values }) => values.filter((value) => typeof value === 'string').length > 3);
    const isChosen = (column: number) => headers.includes(String(rows[header]?.values[column]));
    return rows.slice(header + 1).flatMap(({ values }) => values.filter((value, column) => typeof value === 'string' && !isChosen(column)));
  });
  return new Set(texts.map(String));
}
const share = (host: Host, tabs: readonly string[]) => host.callApi('share', { tabs, email: 'client@example.com' });

describe('the report for the client', () => {
  it('has the audit’s figures to the digit, a chart in each block that has one, and a table of at most five steps', async () => {
    const book = await sample();
    const { sheet, judged, request } = await withReport(book);
    const texts = textsOf(sheet);
    const tiles = judged.report.bill.filter(({ signal }) => signal !== shortfallId).slice(0, 3);
    for (const { parts, ...line } of tiles) {
      const sum = { ...line, rows: parts.length };
      expect(texts[texts.indexOf(amountText(line, 'ru')) + 1]).toBe(billSubject(sum, 'ru'));
    }
    for (const number of usualPatterns) {
      const own = judged.report.sheets.flatMap(({ results }) => results.filter(({ pattern }) => pattern === number));
      const signals = new Set(own.map(({ signal }) => signal));
      const shown = request.examples.filter(({ signal }) => signals.has(signal)).length;
      expect([number, shown]).toEqual([number, number === 3 ? 2 : 3]);
    }
    expect(texts.flatMap((text) => /^[1-9]\. /.exec(text) ?? [])).toEqual(['1. ', '2. ', '3. ', '4. ', '5. ']);
    const header = sheet.rows.findIndex(({ values }) => values.slice(0, 4).join() === 'Почему,Шаг,Кто,Срок');
    expect(header).toBeGreaterThan(0);
    // Each chart stands on free rows of its own, below the heading of its block.
    expect(sheet.charts).toHaveLength(4);
    for (const { row } of sheet.charts) {
      const below = sheet.rows.slice(row - 1, row + 10).flatMap(({ values }) => values.slice(0, 4).filter(Boolean));
      expect(below).toEqual([]);
    }
  });

  it('has one large title, figures in bold beside plain words, and small print', async () => {
    const { sheet, request } = await withReport(await sample());
    const cells = sheet.rows.flatMap(({ values, extras }) =>
      values.slice(0, 4).flatMap((text, column) => (text ? [{ text: String(text), column, style: extras[column]?.style }] : [])),
    );
    const { bold, fontSize } = cells[0]?.style ?? {};
    expect([bold, fontSize]).toEqual([true, 16]);
    expect(new Set(cells.slice(1).map(({ style }) => style?.fontSize))).toEqual(new Set([8, 10]));
    const amounts = request.bill.slice(0, 3).map((line) => amountText(line, 'ru'));
    expect(amounts.length).toBeGreaterThan(0);
    for (const amount of amounts) {
      const at = cells.findIndex(({ text }) => text === amount);
      expect([cells[at]?.style?.bold, cells[at + 1]?.column, cells[at + 1]?.style?.bold]).toEqual([true, 1, undefined]);
    }
  });

  it('tells of the chosen period alone, and leaves out what was marked as fine', async () => {
    const host = openHost(await sample());
    const whole = await scanAndAudit(host);
    const { key = '' } = findingMark(whole.prepared, 'Заявки', 'leads-unanswered', 14) ?? {};
    const period = { kind: 'between', from: '2026-03-20', to: '2026-04-30' } as const;
    const judged = await scanAndAudit(host, { period, marks: { [key]: 'agreed' } });
    const request = reportRequest(judged, usualPatterns, 'ru', judged.start.now, { period });
    const day = (wall: number | undefined) => new Date(wall ?? 0).toISOString().slice(0, 10);
    for (const { from, to, rowsAudited } of request.sheets.filter((sheet) => sheet.from !== undefined && sheet.rowsAudited > 0)) {
      expect([day(from) >= '2026-03-20', day(to) <= '2026-04-30', rowsAudited < 62]).toEqual([true, true, true]);
    }
    expect(request.examples.filter(({ at }) => at !== undefined && (day(at) < '2026-03-20' || day(at) > '2026-04-30'))).toEqual([]);
    // Row 14 is the only lead of these weeks without an answer.
    expect(request.examples.filter(({ signal }) => signal === 'leads-unanswered')).toEqual([]);
    expect(request.bill.filter(({ unit }) => unit === 'leads')).toEqual([]);
    const leads = request.charts.find(({ kind }) => kind === 'leads')?.points.map(([, count]) => count) ?? [];
    const answered = judged.report.sheets.flatMap(({ results }) => results.filter(({ signal }) => signal === 'slow-response'));
    expect(leads.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(
      answered.reduce((sum, { checkedRows }) => sum + checkedRows, 0),
    );
  });

  it('leaves out the first pattern until it is asked for; then those who decide are letters', async () => {
    const without = textsOf((await withReport(await sample())).sheet).join('\n');
    expect(without).not.toContain('Кто принимает решения');
    const book = await sample();
    const { sheet } = await withReport(book, {}, [1, ...usualPatterns]);
    const texts = textsOf(sheet).join('\n');
    expect(texts).toContain('Кто принимает решения');
    expect(texts).toMatch(/\(решающий [A-F]\)/);
    for (const name of ['Лена', 'Артём', 'Ирина', 'Ольга', 'Кирилл', 'Дина']) expect(texts).not.toContain(name);
  });

  it('holds no formula, note, id, name or phone; of cells only the topics of posts', async () => {
    const { sheet } = await withReport(fullBook(), {}, [1, 2, 3, 4, 5]);
    expect(extrasOf(sheet).flatMap(({ formula, note }) => [formula, note].filter((part) => part !== undefined))).toEqual([]);
    const texts = textsOf(sheet).join('\n');
    for (const secret of [...people, ...phones, 'Клиент просил', 'перезвонить', 'Лена', 'smm-audit']) expect(texts).not.toContain(secret);
  });

  it('asks before it takes away what the user filled in, and is never audited itself', async () => {
    const { host, request, sheet } = await withReport(fullBook());
    sheet.setValue(30, 3, 'Ольга');
    expect(await host.callApi('report', request)).toMatchObject({
      outcome: 'typed-over',
      cells: [{ sheet: sheet.name, row: 30, text: 'Ольга' }],
    });
    expect(await host.callApi('report', { ...request, force: true })).toEqual({ outcome: 'written', tab: 'Отчёт для клиента' });
    expect((await host.callApi('start', {})).tabs.find(({ name }) => name === 'Отчёт для клиента')?.isOurs).toBe(true);
  });

  it('refuses numbers and texts that are not those of a report', async () => {
    const { host, request } = await withReport(fullBook());
    const wrong = [
      { patterns: [9] },
      { examples: [{ signal: 'approval-lag', evidence: { waited: 'x'.repeat(9), a: [] } }] },
      { title: 'Hello' },
    ];
    for (const part of wrong)
      await expect(host.callApi('report', { ...request, ...part } as typeof request)).rejects.toThrow('The page asked for something');
  });
});

describe('the client’s copy of a table', () => {
  it('shows chosen columns and visible rows as values; the original keeps its formulas', async () => {
    const book = fullBook();
    const posts = tab(book);
    posts.setExtra(4, 6, { formula: '=ER(A4,B4)' });
    const row = posts.rows[12];
    if (row) row.isFiltered = true;
    posts.filter = undefined;
    const { host, judged } = await withReport(book);
    await host.callApi('annotate', judged.request);
    const before = JSON.stringify(posts.rows);
    const [request] = clientCopies(judged, [4], 'ru');
    if (!request) throw new Error('nothing to copy');
    const result = await host.callApi('clientCopy', request);
    const copy = tab(book, 'Посты, для клиента');
    // Row 12 is hidden, so are the likes; who decided is left out. Row 13 a slicer hides, without a filter of the sheet.
    const columns = ['№', 'Тема', 'Отправлено на согласование', 'Согласовано', 'Кругов правок'];
    expect(result).toEqual({ outcome: 'written', tab: copy.name, rows: 38, columns });
    expect(copy.rows[1]?.values).toEqual(columns);
    for (const hidden of ['Пост 9', 'Пост 10']) expect(textsOf(copy)).not.toContain(hidden);
    expect(textsOf(copy).join('\n')).not.toMatch(/Лена|Сводка|просил/);
    expect(extrasOf(copy).every(({ formula, note }) => formula === undefined && note === undefined)).toBe(true);
    expect(JSON.stringify(posts.rows)).toBe(before);
    expect(posts.extra(4, 6)?.formula).toBe('=ER(A4,B4)');
  });

  it('keeps what cells are: dates, numbers, percentages and ticks in their formats, the lines above, the widths', async () => {
    const book = fullBook();
    const posts = tab(book);
    posts.setValue(3, 7, 'ER');
    posts.setValue(4, 7, 0.05283505154639175);
    posts.setStyle(4, 7, { numberFormat: '0.00%' });
    posts.setStyle(4, 2, { numberFormat: 'dd.mm.yyyy hh:mm' });
    posts.setValue(5, 1, '2026-03-01');
    posts.setValue(6, 1, '=SUM(A1)');
    posts.setValue(2, 1, 'Звоните: +7 900 123-45-67');
    const { host, judged } = await withReport(book);
    const [request] = clientCopies(judged, [4], 'ru');
    if (!request) throw new Error('nothing to copy');
    await host.callApi('clientCopy', { ...request, shown: [0, 1, 3, 6] });
    const copy = tab(book, 'Посты, для клиента');
    const at = (row: number, column: number) => [copy.value(row, column), copy.extra(row, column)?.style?.numberFormat];
    expect(copy.value(1, 1)).toBe('Контент-план');
    expect(at(3, 1)).toEqual([4, '0']);
    expect(at(3, 3)).toEqual([posts.value(4, 2), 'dd.mm.yyyy hh:mm']);
    expect(at(3, 4)).toEqual([6, undefined]);
    expect(at(3, 5)).toEqual([0.05283505154639175, '0.00%']);
    // What was typed as text stays text, and begins no formula.
    expect(at(4, 2)).toEqual(['2026-03-01', '@']);
    expect(at(5, 2)).toEqual(['\u00A0=SUM(A1)', '@']);
    expect(copy.column(2).width).toBe(240);
    expect(textsOf(copy).join('\n')).not.toContain('900');
    expect(copy.frozenRows).toBe(2);
  });

  it('numbers each row as the report does, although rows above it are hidden or were sorted away', async () => {
    const book = fullBook();
    const { host, judged } = await withReport(book);
    const request = reportRequest(judged, [4], 'ru', judged.start.now, {}, true);
    const [copyRequest] = clientCopies(judged, [4], 'ru');
    if (!copyRequest) throw new Error('nothing to copy');
    await host.callApi('clientCopy', copyRequest);
    const copy = tab(book, 'Посты, для клиента');
    const rows = new Map(copy.rows.slice(2).map(({ values: [number, topic] }) => [number, topic]));
    const own = request.examples.filter(({ sheet, row }) => sheet === 'Посты' && row !== 12);
    expect(own.length).toBeGreaterThan(0);
    for (const { row, topic } of own)
      expect([rows.get(row ?? null), topic]).toEqual([tab(book).value(row ?? 0, 1), tab(book).value(row ?? 0, 1)]);
  });

  it('is not made of more rows than can be asked about', async () => {
    const { host, judged } = await withReport(fullBook());
    const [request] = clientCopies(judged, [4], 'ru');
    if (!request) throw new Error('nothing to copy');
    expect(await host.callApi('clientCopy', { ...request, area: { ...request.area, endRow: 700 } })).toEqual({
      outcome: 'too-long',
      most: 500,
    });
  });
});

describe('sharing', () => {
  it('lets one viewer into a copy that holds the report alone, without metadata', async () => {
    const book = fullBook();
    const { host, sheet } = await withReport(book);
    expect(await share(host, [sheet.name])).toMatchObject({ outcome: 'shared', url: expect.stringMatching(/^https:/) });
    const [copy, ...others] = host.runtime.copies;
    expect([others.length, copy?.viewers, copy?.book.sheets.map(({ name }) => name)]).toEqual([0, ['client@example.com'], [sheet.name]]);
    const left = copy?.book.sheets[0];
    expect([left?.metadata, left?.columns.flatMap(({ metadata }) => metadata ?? [])]).toEqual([[], []]);
    expect(left?.charts.length).toBe(sheet.charts.length);
    expect(book.sheets.length).toBeGreaterThan(3);
  });

  it('lets out no formula, note, metadata or name of a range, no id of ours, and no cell of a tab or column that was not chosen', async () => {
    const book = fullBook();
    // A lead's data where only a time or a tick belongs.
    tab(book, 'Заявки').setValue(3, 4, `ждёт звонка ${phones[1]}`);
    const hidden = textsOutside(book, ['Тема', 'Отправлено на согласование', 'Согласовано', 'Кругов правок', 'Дата заявки', 'Дата ответа']);
    const { host, judged, sheet } = await withReport(book, {}, [1, 2, 3, 4, 5]);
    await host.callApi('annotate', judged.request);
    const tabs = [sheet.name];
    for (const request of clientCopies(judged, [1, 2, 3, 4, 5], 'ru')) {
      const result = await host.callApi('clientCopy', request);
      if (result.outcome === 'written') tabs.push(result.tab);
    }
    expect(tabs).toEqual(['Отчёт для клиента', 'Посты, для клиента', 'Заявки, для клиента']);
    expect((await share(host, tabs)).outcome).toBe('shared');
    const shared = host.runtime.copies[0]?.book;
    const sheets = shared?.sheets ?? [];
    expect(sheets.map(({ name }) => name)).toEqual(tabs);
    expect(shared?.namedRanges).toEqual([]);
    expect(sheets.flatMap(({ metadata, columns }) => [...metadata, ...columns.flatMap((column) => column.metadata ?? [])])).toEqual([]);
    expect(sheets.flatMap(({ rules, protections, filter }) => [...rules, ...protections, ...(filter ? [filter] : [])])).toEqual([]);
    expect(
      sheets
        .flatMap(extrasOf)
        .flatMap(({ formula, note }) => [formula ?? '', note ?? ''])
        .filter(Boolean),
    ).toEqual([]);

    const leaving = sheets.flatMap(textsOf);
    const ids = patterns.flatMap(({ id, signals }) => [id, ...signals.map((signal) => signal.id)]);
    for (const id of [...ids, 'smm-audit', 'smmAudit']) expect(leaving.join('\n')).not.toContain(id);
    for (const secret of [...people, ...phones, 'Инна', 'звонка', 'перезвонить', 'Лена', 'просил', 'Из договора', 'Сводка'])
      expect(leaving.join('\n')).not.toContain(secret);
    expect(hidden.size).toBeGreaterThan(5);
    expect(leaving.filter((text) => hidden.has(text))).toEqual([]);
  });

  it('shares no tab that is not ours', async () => {
    const { host, sheet } = await withReport(fullBook());
    expect(await share(host, [sheet.name, 'Заявки'])).toEqual({ outcome: 'no-report' });
    expect(await share(host, [])).toEqual({ outcome: 'no-report' });
    expect(host.runtime.copies).toEqual([]);
  });

  it('makes no copy of a file that a form is linked to', async () => {
    const book = fullBook();
    book.formUrl = 'https://docs.google.com/forms/d/e/1/viewform';
    const { host, sheet } = await withReport(book);
    expect(await share(host, [sheet.name])).toEqual({ outcome: 'has-form' });
    expect(host.runtime.copies).toEqual([]);
  });

  it('says that Google refused, and lets nobody in, whichever step fails', async () => {
    const refused = await withReport(fullBook(), { refusesCopies: true });
    expect(await share(refused.host, [refused.sheet.name])).toEqual({ outcome: 'refused' });
    for (const failing of ['Spreadsheet.deleteSheet', 'DeveloperMetadata.remove', 'Spreadsheet.addViewer']) {
      const { host, sheet } = await withReport(fullBook());
      host.runtime.options = {
        ...host.runtime.options,
        beforeCall: (method) => {
          if (method === failing) throw new Error('Exception: no');
        },
      };
      expect(await share(host, [sheet.name])).toEqual({ outcome: 'refused', leftCopy: 'Отчёт для клиента' } satisfies ShareResult);
      expect(host.runtime.copies.flatMap(({ viewers }) => viewers)).toEqual([]);
    }
  });

  it('is nowhere done by anything but addViewer', () => {
    const code = readFileSync('dist/Code.js', 'utf8');
    expect(code).not.toMatch(/addEditor|setSharing|openById|DriveApp/);
  });
});

it('names its rows for the person who sends it, where tables are attached', async () => {
  const { judged } = await withReport(await sample());
  const request = reportRequest(judged, usualPatterns, 'ru', judged.start.now, {}, true);
  expect(namedRows(request)).toContain('Заявки: 7, 8, 9');
  expect(namedRows(request).every((text) => /^[^:]+: \d+(, \d+)*$/.test(text))).toBe(true);
});
