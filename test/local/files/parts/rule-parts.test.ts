import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openXlsx } from '../../../../src/local/files/xlsx.ts';

/** Every kind of rule that the format has, data bars left to the library. Written by hand after ECMA-376, 18.3.1.10. */
const kinds = [
  '<cfRule type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(B2))=0</formula></cfRule>',
  '<cfRule type="notContainsBlanks" dxfId="0" priority="2"><formula>LEN(TRIM(B2))&gt;0</formula></cfRule>',
  '<cfRule type="containsErrors" dxfId="1" priority="3" stopIfTrue="1"><formula>ISERROR(B2)</formula></cfRule>',
  '<cfRule type="notContainsErrors" dxfId="1" priority="4"><formula>NOT(ISERROR(B2))</formula></cfRule>',
  '<cfRule type="containsText" dxfId="0" priority="5" operator="containsText" text="a &amp; b"><formula>NOT(ISERROR(SEARCH("a &amp; b",B2)))</formula></cfRule>',
  '<cfRule type="notContainsText" dxfId="0" priority="6" operator="notContains" text="x"><formula>ISERROR(SEARCH("x",B2))</formula></cfRule>',
  '<cfRule type="beginsWith" dxfId="1" priority="7" operator="beginsWith" text="x"><formula>LEFT(B2,1)="x"</formula></cfRule>',
  '<cfRule type="endsWith" dxfId="1" priority="8" operator="endsWith" text="x"><formula>RIGHT(B2,1)="x"</formula></cfRule>',
  '<cfRule type="duplicateValues" dxfId="0" priority="9"/>',
  '<cfRule type="uniqueValues" dxfId="0" priority="10"/>',
  '<cfRule type="cellIs" dxfId="1" priority="11" operator="between"><formula>$B$3</formula><formula>5</formula></cfRule>',
  '<cfRule type="expression" dxfId="0" priority="12"><formula>AND($B2&lt;&gt;"",$D2&gt;3)</formula></cfRule>',
  '<cfRule type="top10" dxfId="0" priority="13" percent="1" rank="10"/>',
  '<cfRule type="aboveAverage" dxfId="0" priority="14" aboveAverage="0" equalAverage="1"/>',
  '<cfRule type="timePeriod" dxfId="0" priority="15" timePeriod="last7Days"><formula>AND(TODAY()-FLOOR(B2,1)&lt;=6,FLOOR(B2,1)&lt;=TODAY())</formula></cfRule>',
  '<cfRule type="colorScale" priority="16"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule>',
  '<cfRule type="iconSet" priority="17"><iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule>',
];
const looks =
  '<dxfs count="2"><dxf><font><color rgb="FF112233"/></font></dxf><dxf><fill><patternFill><bgColor rgb="FF445566"/></patternFill></fill></dxf></dxfs>';

/** A workbook of one of the writers with these rules put in. */
function workbook(): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync('test/fixtures/writers/exceljs.xlsx')));
  const change = (name: string, work: (xml: string) => string) => {
    parts[name] = strToU8(work(strFromU8(parts[name] ?? new Uint8Array())));
  };
  const block = `<conditionalFormatting sqref="B2:B4">${kinds.join('')}</conditionalFormatting>`;
  change('xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace(/<conditionalFormatting[\s\S]*<\/conditionalFormatting>/, '')
      .replace(/<dataValidations|<hyperlinks|<pageMargins/, (next) => block + next),
  );
  change('xl/styles.xml', (xml) => xml.replace(/<dxfs\b[^>]*\/>|<dxfs\b[\s\S]*<\/dxfs>/, looks));
  return zipSync(parts);
}

/** Rules of a file's first sheet as they stand: `sqref`, then each rule's text with the number of its look put in. */
function rulesIn(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const all = /<dxfs\b[^>]*>([\s\S]*?)<\/dxfs>/.exec(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array()))?.[1] ?? '';
  const dxfs = all.match(/<dxf\b[\s\S]*?<\/dxf>|<dxf\/>/g) ?? [];
  const blocks = [...sheet.matchAll(/<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>([\s\S]*?)<\/conditionalFormatting>/g)];
  return {
    sheet,
    rules: blocks.flatMap(([, area, rules = '']) =>
      (rules.match(/<cfRule\b[^>]*?\/>|<cfRule\b[\s\S]*?<\/cfRule>/g) ?? []).map((rule) => ({
        area,
        rule: rule.replace(/ dxfId="(\d+)"/, (_, id: string) => ` look="${dxfs[Number(id)]}"`),
      })),
    ),
  };
}

const operators =
  'lessThan lessThanOrEqual equal notEqual greaterThanOrEqual greaterThan between notBetween containsText notContains beginsWith endsWith'.split(
    ' ',
  );

/** What the schema of a worksheet says of conditional formats: operators, places among the other elements, no empty block. */
function faults(sheet: string): readonly string[] {
  const order =
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
      ' ',
    );
  const inside = sheet.slice(sheet.indexOf('<worksheet')).replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData/>');
  const places = [...inside.matchAll(/<(\w+)\b/g)].map(([, name = '']) => order.indexOf(name)).filter((place) => place >= 0);
  return [
    ...(sheet.match(/<conditionalFormatting\b[^>]*(?:\/>|><\/conditionalFormatting>)/g) ?? []),
    ...[...sheet.matchAll(/<cfRule\b[^>]*\soperator="([^"]*)"/g)]
      .map(([, operator = '']) => operator)
      .filter((one) => !operators.includes(one)),
    ...(places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0)) ? [] : ['order of elements']),
  ];
}

describe('conditional formats of the client', () => {
  it('are written as they were, whatever their kind, where their columns stand now', async () => {
    const original = rulesIn(workbook());
    expect(original.rules).toHaveLength(kinds.length);
    const { book, write } = await openXlsx(workbook());
    book.sheets[0]?.insertColumns(1, 2);
    book.sheets[0]?.setValue(1, 1, 'ours');
    const written = rulesIn(await write());
    const moved = original.rules.map(({ rule }) => ({
      area: 'D2:D4',
      rule: rule.replace(/<formula>[\s\S]*?<\/formula>/g, (formula) =>
        formula.replace(/(\$?)([BD])(?=\$?\d)/g, (_, fixed: string, letter: string) => fixed + (letter === 'B' ? 'D' : 'F')),
      ),
    }));
    expect(written.rules).toEqual(moved);
    expect(faults(written.sheet)).toEqual([]);
  });
  it('stay where no column moves, and so does every other writer’s file', async () => {
    const { book, write } = await openXlsx(workbook());
    book.sheets[0]?.setValue(2, 5, 'x');
    const written = rulesIn(await write());
    expect(written.rules).toEqual(rulesIn(workbook()).rules);
    expect(faults(written.sheet)).toEqual([]);
    for (const name of ['openpyxl', 'xlsxwriter', 'exceljs', 'libreoffice']) {
      const file = await openXlsx(new Uint8Array(readFileSync(`test/fixtures/writers/${name}.xlsx`)));
      file.book.sheets[0]?.insertColumns(1, 1);
      expect([name, faults(rulesIn(await file.write()).sheet)]).toEqual([name, []]);
    }
  });
});
