import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/audit/client-report/facts.ts';
import { usualPatterns } from '../../../src/client/report-request.ts';
import { Book } from '../../../src/local/book/book.ts';
import { isDateValue } from '../../../src/local/book/parts.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { fullBook, tab } from '../../addon/full-book.ts';
import { at, fill, openHost, scanAndAudit } from '../../addon/open-book.ts';

const everything = [1, 2, 3, 4, 5];

async function factsIn(book: Book, patterns: readonly number[] = everything, isNumbered = false) {
  const judged = await scanAndAudit(openHost(book));
  const choice = { patterns, settings: {}, isNumbered, language: 'ru', now: judged.start.now } as const;
  return { judged, facts: factsOf(judged.prepared, judged.report, choice) };
}

async function sample(): Promise<Book> {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  Object.assign(book, { locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg' });
  return book;
}

describe('what the report for the client is made of', () => {
  it('has the figures of the audit to the digit', async () => {
    const { judged, facts } = await factsIn(await sample());
    expect(facts.bill).toEqual(judged.report.bill.map(({ parts, ...sum }) => ({ ...sum, rows: parts.length })));
    for (const { signal, rows, of, findings } of facts.tallies) {
      const own = judged.report.sheets.flatMap(({ results }) => results.filter((result) => result.signal === signal));
      const sum = (count: (result: (typeof own)[number]) => number) => own.reduce((all, result) => all + count(result), 0);
      expect([signal, rows]).toEqual([signal, sum((result) => result.findings.filter(({ row }) => row !== null).length)]);
      expect([signal, findings]).toEqual([signal, sum((result) => result.findings.length)]);
      expect([signal, of]).toEqual([signal, sum(({ checkedRows }) => checkedRows)]);
    }
  });

  it('counts a row of a pattern once, whatever number of its signals found it', async () => {
    const { judged, facts } = await factsIn(await sample());
    for (const { pattern, rows } of facts.foundRows) {
      const findings = judged.report.sheets.flatMap(({ sheet, results }) =>
        results.filter((result) => result.pattern === pattern).flatMap((result) => result.findings.map(({ row }) => ({ sheet, row }))),
      );
      expect(rows).toBe(new Set(findings.filter(({ row }) => row !== null).map(({ sheet, row }) => `${sheet} ${row}`)).size);
    }
  });

  it('tells of each signal of a pattern before a second time of one', async () => {
    const { facts } = await factsIn(await sample());
    const told = facts.examples.filter(({ signal }) => /approval-lag|revision-rounds|missed-moment/.test(signal));
    expect(told.map(({ signal }) => signal).sort()).toEqual(['approval-lag', 'missed-moment', 'revision-rounds']);
  });

  it('counts no accounts where rows are people who asked: what stands there is where they came from', async () => {
    const book = new Book();
    fill(book.addSheet('Leads', 0, 20, 5), [
      ['Lead received', 'First answer', 'Source'],
      ['2026-03-01 10:00', '2026-03-01 11:00', 'Instagram'],
      ['2026-03-02 10:00', '2026-03-02 11:00', 'Facebook'],
      ['2026-03-03 10:00', '2026-03-03 11:00', 'Facebook'],
    ]);
    const { facts } = await factsIn(book);
    expect(facts.sheets.map(({ table, accounts }) => [table, accounts])).toEqual([['Leads', 0]]);
  });

  it('says what could not be checked once for all tabs, and what for want of a whole table', async () => {
    const book = new Book();
    fill(book.addSheet('Posts', 0, 20, 5), [
      ['Post', 'Revision rounds'],
      ['a', 6],
      ['b', 1],
    ]);
    fill(book.addSheet('Posts too', 1, 20, 5), [
      ['Post', 'Revision rounds'],
      ['c', 6],
      ['d', 1],
    ]);
    const { facts } = await factsIn(book, [2, 4]);
    expect(facts.unchecked).toContainEqual({
      ...{ code: 'no-table', kind: 'leads' },
      signals: ['leads-unanswered', 'slow-response', 'no-lead-owner'],
    });
    const judged = facts.unchecked.flatMap((line) => (line.code === 'not-judged' ? [line.result.signal] : []));
    expect(judged).toEqual([...new Set(judged)]);
    expect(judged).toContain('approval-lag');
  });

  it('tells each example by the date and topic that stand in its row, also after the rows were sorted', async () => {
    const book = fullBook();
    const posts = tab(book);
    const rows = posts.rows.slice(3, 43).map(({ values }) => values.slice(0, 6));
    for (const [down, values] of rows.reverse().entries()) {
      for (const [across, value] of values.entries()) posts.setValue(4 + down, 1 + across, value);
    }
    const { facts } = await factsIn(book, [4], true);
    expect(facts.examples).toHaveLength(3);
    for (const { row = 0, topic, at: time } of facts.examples) {
      const sent = posts.value(row, 2);
      expect([topic, time]).toEqual([posts.value(row, 1), isDateValue(sent) ? sent.wall : undefined]);
    }
  });

  it('has no number of a row and no name of a tab in its examples unless tables are attached', async () => {
    const { facts } = await factsIn(await sample(), usualPatterns);
    expect(facts.examples.length).toBeGreaterThan(8);
    expect(facts.examples.filter(({ row, sheet }) => row !== undefined || sheet !== undefined)).toEqual([]);
    // Each can be told by something.
    expect(facts.examples.filter(({ at, topic, kind }) => at === undefined && topic === undefined && kind === undefined)).toEqual([]);
  });

  it.each([
    ['a phone number', 'Запись: +7 900 123-45-67'],
    ['an address', 'Пишите anna@example.com'],
    ['a handle', 'Эфир с @anna_kr'],
    ['somebody who decides', 'Как Лена выбирала цвет'],
  ])('leaves a topic out that holds %s', async (_what, title) => {
    const book = fullBook();
    for (let row = 4; row <= 43; row++) tab(book).setValue(row, 1, title);
    const { facts } = await factsIn(book, [4]);
    expect(facts.examples.map(({ topic }) => topic)).toEqual([undefined, undefined, undefined]);
  });

  it('tells leads by their date alone', async () => {
    const book = fullBook();
    fill(tab(book, 'Заявки'), [
      ['Дата заявки', 'Имя', 'Тема'],
      [at('2026-06-01 10:00'), 'Марина', 'Свадьба Марины'],
    ]);
    const { facts } = await factsIn(book, [2]);
    expect(facts.examples.length).toBeGreaterThan(0);
    expect(facts.examples.filter(({ topic, kind }) => topic !== undefined || kind !== undefined)).toEqual([]);
  });

  it('speaks of assumed working hours only where something was found by them', async () => {
    expect((await factsIn(fullBook(), [4])).facts.hasAssumedHours).toBe(true);
    expect((await factsIn(fullBook(), [3])).facts.hasAssumedHours).toBe(false);
  });

  it('names whom the client tab names', async () => {
    const book = await sample();
    fill(book.addSheet('О клиенте', 0, 10, 3), [
      ['Параметр', 'Значение'],
      ['Компания', 'Студия «Гармония»'],
      ['Город', 'Пермь'],
    ]);
    expect((await factsIn(book)).facts.client).toBe('Студия «Гармония»');
  });
});
