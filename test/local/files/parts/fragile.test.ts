import { Workbook } from '@cj-tech-master/excelts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findLosses, inventoryOf } from '../../../../src/local/files/parts/fragile.ts';
import { unpack } from '../../../../src/local/files/parts/package.ts';
import { bookWithChart } from '../chart-book.ts';

const bare = async () => {
  const workbook = new Workbook();
  workbook.addWorksheet('Posts').addRow(['Post']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** The bare workbook with parts beside it, and something put into its sheet or its list of names. */
async function bookWith(more: {
  readonly parts?: readonly string[];
  readonly sheet?: string;
  readonly names?: string;
}): Promise<Uint8Array> {
  const parts = unzipSync(await bare());
  const edit = (name: string, before: string, xml = '') => {
    parts[name] = strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(before, `${xml}${before}`));
  };
  for (const part of more.parts ?? []) parts[part] = strToU8('<x/>');
  edit('xl/worksheets/sheet1.xml', '</worksheet>', more.sheet);
  edit('xl/workbook.xml', '</workbook>', more.names);
  return zipSync(parts);
}

const lossesOf = (original: Uint8Array, written: Uint8Array) => findLosses(inventoryOf(unpack(original)), inventoryOf(unpack(written)));

describe('findLosses', () => {
  it.each([
    [
      'print titles',
      { names: '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Posts!$1:$1</definedName></definedNames>' },
    ],
    ['pivot caches', { parts: ['xl/pivotCache/pivotCacheDefinition1.xml'] }],
    ['pivot tables', { parts: ['xl/pivotTables/pivotTable1.xml'] }],
    ['slicers', { parts: ['xl/slicers/slicer1.xml'] }],
    ['threaded comments', { parts: ['xl/threadedComments/threadedComment1.xml'] }],
    ['sparklines', { sheet: '<x14:sparkline><xm:f>Posts!A1:B1</xm:f></x14:sparkline>' }],
    ['defined names', { names: '<definedNames><definedName name="Budget">Posts!$A$1</definedName></definedNames>' }],
    ['data validations', { sheet: '<dataValidations><dataValidation type="list"/></dataValidations>' }],
    ['parts of xl/timelines', { parts: ['xl/timelines/timeline1.xml'] }],
    ['parts of customXml', { parts: ['customXml/item1.xml'] }],
  ])('names %s', async (name, more) => {
    const losses = lossesOf(await bookWith(more), await bare());
    expect(losses.map((loss) => [loss.name.en, loss.before, loss.after])).toEqual([[name, 1, 0]]);
  });

  it('says how many there were and are', async () => {
    const losses = lossesOf(await bookWithChart(), await bare());
    expect(losses.map(({ name, before, after }) => [name.en, before, after])).toEqual([
      ['charts', 1, 0],
      ['conditional formats', 1, 0],
    ]);
  });

  it('says nothing where everything is still there, and nothing of what is the add-on’s own', async () => {
    const own =
      '<conditionalFormatting><cfRule type="expression"><formula>(LEFT($C2)="4")+N("smm-audit")</formula></cfRule></conditionalFormatting>';
    expect(lossesOf(await bookWithChart(), await bookWithChart())).toEqual([]);
    expect(lossesOf(await bookWith({ sheet: own }), await bare())).toEqual([]);
  });
});
