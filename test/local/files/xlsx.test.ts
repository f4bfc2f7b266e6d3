import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFiles } from '../../../src/local/audit-files.ts';
import { findLosses, inventoryOf } from '../../../src/local/files/parts/fragile.ts';
import { unpack } from '../../../src/local/files/parts/package.ts';
import { openXlsx } from '../../../src/local/files/xlsx.ts';
import { bookWithChart } from './chart-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-audit-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the annotated copy of a workbook', () => {
  const path = join(folder, 'chart.xlsx');
  let original: Uint8Array;
  let copy: Uint8Array;
  let parts: Record<string, Uint8Array>;
  beforeAll(async () => {
    original = await bookWithChart();
    writeFileSync(path, original);
    const { written } = await auditFiles({ paths: [path], tabs: { kind: 'all' }, settings: {}, timeZone: 'UTC', isStrict: true });
    copy = new Uint8Array(readFileSync(written[0] ?? ''));
    parts = unzipSync(copy);
  });
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

  it('keeps the chart and moves it along with the columns it stood on', () => {
    expect(part('xl/charts/chart1.xml')).toContain('Posts!$C$2:$C$4');
    expect(part('xl/drawings/drawing1.xml')).toContain('<xdr:col>10</xdr:col>');
    expect(part('xl/drawings/drawing1.xml')).toContain('<xdr:col>16</xdr:col>');
  });

  it('keeps the client’s rule, before ours, and their fill', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(copy);
    const worksheet = workbook.getWorksheet('Posts');
    expect(worksheet?.conditionalFormattings.map(({ ref }: { ref: string }) => ref)).toEqual(['C2:C4', 'B2:B4', 'A2:E4', 'D1:E1']);
    expect(worksheet?.getCell('B3').fill).toMatchObject({ fgColor: { argb: 'FFFFEEAA' } });
  });

  it('moves what stood to the right, formulas with their last values', async () => {
    const { book } = await openXlsx(copy);
    const sheet = book.sheet('Posts');
    // Opened again, our two columns are gone and everything stands where the client had it.
    expect([sheet?.value(2, 6), sheet?.value(2, 7), sheet?.extra(2, 7)?.formula]).toEqual(['a note of the client’s', 52, '=SUM(C2:C4)']);
  });

  it('loses nothing', () => {
    expect(findLosses(inventoryOf(unpack(original)), inventoryOf(unpack(copy)))).toEqual([]);
  });
});

describe('openXlsx', () => {
  it('reads dates, errors, rich text and links as a person sees them', async () => {
    const workbook = new Workbook();
    const worksheet = workbook.addWorksheet('S');
    worksheet.getCell('A1').value = new Date(Date.UTC(2026, 5, 1, 10));
    worksheet.getCell('B1').value = { error: '#N/A' };
    worksheet.getCell('C1').value = { richText: [{ text: 'bold ' }, { text: 'plain' }] };
    worksheet.getCell('D1').value = { text: 'a link', hyperlink: 'https://example.com' };
    worksheet.getCell('E1').value = { formula: 'IFERROR(__xludf.DUMMYFUNCTION("ER(B2,""x"")"),0.05)', result: 0.05 };
    const { book } = await openXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const [sheet] = book.sheets;
    expect([1, 2, 3, 4, 5].map((column) => sheet?.value(1, column))).toEqual([
      { wall: Date.UTC(2026, 5, 1, 10) },
      '#N/A',
      'bold plain',
      'a link',
      0.05,
    ]);
    expect(sheet?.extra(1, 5)?.formula).toBe('=ER(B2,"x")');
  });

  it('gives one cell other looks, and those that looked like it keep theirs', async () => {
    const workbook = new Workbook();
    const worksheet = workbook.addWorksheet('S');
    worksheet.addRows([
      [1, 2],
      [3, 4],
    ]);
    for (const place of ['A1', 'A2']) worksheet.getCell(place).numFmt = '#,##0';
    const opened = await openXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const [sheet] = opened.book.sheets;
    if (!sheet) throw new Error('There is no sheet');
    sheet.isEdited = true;
    for (const column of [1, 2]) sheet.setValue(1, column, { wall: Date.UTC(2026, 5, 1) });
    const written = new Workbook();
    await written.xlsx.load(await opened.write());
    const formats = ['A1', 'B1', 'A2', 'B2'].map((place) => written.getWorksheet('S')?.getCell(place).numFmt);
    expect(formats).toEqual(['dd.mm.yyyy', 'dd.mm.yyyy', '#,##0', undefined]);
  });
});
