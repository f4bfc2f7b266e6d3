import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditedClient, auditFiles } from '../src/local/audit-files.ts';
import { openFile } from '../src/local/files/open.ts';
import { SAMPLE_NOW, samples } from '../src/local/sample/sample.ts';
import { patterns, signalById } from '../src/patterns/index.ts';
import { fields } from '../src/table/fields.ts';

interface ExpectedSignal {
  readonly outcome: string;
  readonly later?: boolean;
  readonly findings?: readonly { readonly row: number | null; readonly severity: string | null }[];
}
interface Expected {
  readonly sheets: Readonly<
    Record<
      string,
      {
        readonly rowsAudited?: number;
        readonly leftOut?: readonly { readonly row: number; readonly reason: string }[];
        readonly columns: Readonly<Record<string, string | null>>;
        readonly signals?: Readonly<Record<string, ExpectedSignal>>;
      }
    >
  >;
  readonly bill: Readonly<Record<string, { readonly amount: number; readonly currency?: string }>>;
}
const expected = JSON.parse(readFileSync('test/fixtures/sample-client.expected.json', 'utf8')) as Expected;

describe.each(Object.entries(samples))('the sample client workbook (%s)', (language, { path: sample, timeZone, say }) => {
  let folder: string;
  let audited: AuditedClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smm-audit-'));
    audited = await auditFiles({
      paths: [sample],
      tabs: { kind: 'all' },
      settings: {},
      timeZone,
      asOf: SAMPLE_NOW,
      out: join(folder, 'audited.xlsx'),
      isStrict: true,
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sheetOf = (name: string) => audited.report.sheets.find(({ sheet }) => sheet === say(name));

  for (const [name, sheet] of Object.entries(expected.sheets)) {
    it(`${name}: columns and rows are read as counted by hand`, () => {
      const report = sheetOf(name);
      const mapped = Object.fromEntries(
        (report?.columns ?? []).filter(({ field }) => field !== null).map(({ header, field }) => [header, field]),
      );
      const wanted = Object.entries(sheet.columns).flatMap(([header, field]) => (field === null ? [] : [[say(header), field] as const]));
      expect(mapped).toEqual(Object.fromEntries(wanted));
      if (sheet.rowsAudited !== undefined) expect(report?.rowsAudited).toBe(sheet.rowsAudited);
      const left = (report?.leftOut ?? []).flatMap(({ reason, rows }) => rows.map((row) => ({ row, reason })));
      expect(left.sort((one, other) => one.row - other.row)).toEqual(sheet.leftOut ?? []);
    });

    for (const [signal, want] of Object.entries(sheet.signals ?? {})) {
      // Signals that are not written yet are named in the file so that they cannot be tuned to it later.
      if (!signalById(signal)) continue;
      it(`${name}: ${signal} is ${want.outcome}, in exactly the rows counted by hand`, () => {
        const result = sheetOf(name)?.results.find((one) => one.signal === signal);
        const rows = (findings: ExpectedSignal['findings']) =>
          (findings ?? []).map(({ row }) => row).sort((one, other) => Number(one) - Number(other));
        expect(result?.outcome).toBe(want.outcome);
        expect(rows(result?.findings)).toEqual(rows(want.findings));
        for (const { row, severity } of want.findings ?? []) {
          if (severity !== null) expect(result?.findings.find((finding) => finding.row === row)?.severity).toBe(severity);
        }
      });
    }
  }

  it('has the bill that was summed by hand', () => {
    for (const [unit, { amount, currency }] of Object.entries(expected.bill).filter(([, line]) => line.amount !== undefined)) {
      const line = audited.report.bill.find((one) => one.unit === unit);
      // Told in English, prices are dollars, a hundredth of the roubles.
      const isMoney = currency !== undefined && language === 'en';
      expect(line?.amount).toBeCloseTo(isMoney ? amount / 100 : amount, 1);
      expect(line?.currency).toBe(isMoney ? 'USD' : currency);
    }
  });

  it('keeps every cell of the client’s in the annotated copy, and nothing of theirs is lost', async () => {
    expect(audited.losses).toEqual([]);
    const before = (await openFile(sample)).book;
    const after = (await openFile(audited.written[0] ?? '')).book;
    for (const sheet of before.sheets) {
      const copy = after.sheet(sheet.name);
      for (let row = 1; row <= sheet.lastRow(); row++) {
        for (let column = 1; column <= sheet.lastColumn(); column++) {
          expect([sheet.name, row, column, copy?.value(row, column)]).toEqual([sheet.name, row, column, sheet.value(row, column)]);
          expect(copy?.extra(row, column)?.formula).toBe(sheet.extra(row, column)?.formula);
        }
      }
    }
  });

  it('writes no id, no person’s name and no lead’s phone anywhere', async () => {
    const { Workbook } = await import('@cj-tech-master/excelts');
    const [original, copy] = [new Workbook(), new Workbook()];
    await original.xlsx.readFile(sample);
    await copy.xlsx.readFile(audited.written[0] ?? '');
    const texts: string[] = [];
    for (const worksheet of copy.worksheets) {
      const theirs = original.getWorksheet(worksheet.name);
      worksheet.eachRow((row, number) => {
        row.eachCell((cell, column) => {
          if (theirs?.getCell(number, column).value === null || !theirs) texts.push(cell.text);
        });
      });
    }
    const written = texts.join('\n');
    expect(written.length).toBeGreaterThan(2000);
    const ids = [
      ...patterns.flatMap(({ id, signals }) => [id, ...signals.map((signal) => signal.id)]),
      ...fields.map(({ id }) => id).filter((id) => /[A-Z]/.test(id)),
    ];
    const names = [
      ...['Лена', 'Артём', 'Света', 'Кирилл', 'Ольга', 'Ирина', 'Вера', 'Тимур', 'Дина', 'Анна', 'Марина', 'Оксана', 'Лёля'],
      ...['Lena', 'Arty', 'Cyril', 'Olga', 'Irene', 'Vera', 'Timothy', 'Dina', 'Anna', 'Marina', 'Roxana', 'Lola'],
    ];
    for (const secret of [...ids, ...names, '900 000', '+7 9']) expect(written).not.toContain(secret);
  });

  it('audited again gives the same result, nothing doubled', async () => {
    const again = await auditFiles({
      paths: [audited.written[0] ?? ''],
      tabs: { kind: 'all' },
      settings: {},
      timeZone,
      asOf: SAMPLE_NOW,
      out: join(folder, 'again.xlsx'),
      isStrict: true,
    });
    expect(again.report.sheets.map(({ results }) => results)).toEqual(audited.report.sheets.map(({ results }) => results));
    const [first, second] = [(await openFile(audited.written[0] ?? '')).book, (await openFile(again.written[0] ?? '')).book];
    expect(second.sheets.map(({ name }) => name)).toEqual(first.sheets.map(({ name }) => name));
  });
});
