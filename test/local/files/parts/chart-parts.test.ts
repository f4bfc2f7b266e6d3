import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBytes, openFile } from '../../../../src/local/files/open.ts';
import { Host } from '../../../../src/local/host.ts';
import { scanAndAudit } from '../../../addon/open-book.ts';

describe('the charts of the summary in the file', () => {
  let parts: Record<string, Uint8Array>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const file = await openFile('src/local/sample/sample-client.xlsx');
    file.book.locale = 'ru_RU';
    const host = new Host(file.book, { now: () => Date.UTC(2026, 5, 15, 12) });
    await host.callApi('annotate', (await scanAndAudit(host)).request);
    bytes = await file.write();
    parts = unzipSync(bytes);
  });
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

  it('are there, each with its numbers and a name for who cannot see it', () => {
    const names = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    expect(names.length).toBe(4);
    expect(text('xl/charts/chart1.xml')).toMatch(/<c:f>'SMM-аудит, итоги'!\$J\$2:\$J\$\d+<\/c:f>/);
    expect(text('xl/charts/chart1.xml').match(/<c:barChart>|<c:lineChart>/g)).toEqual(['<c:barChart>', '<c:lineChart>']);
    expect(text('xl/drawings/drawing1.xml').match(/descr="[^"]{10,}"/g)?.length).toBe(4);
    for (const name of names) expect(text('[Content_Types].xml')).toContain(`/${name}`);
  });

  it('stand beside lines that lead to the first row of each finding', () => {
    const name =
      Object.keys(parts).find((part) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part) && text(part).includes('<hyperlinks>')) ?? '';
    expect(text(name).match(/<hyperlink ref="C\d+" location="(&apos;|')Посты(&apos;|')!A\d+"\/>/g)?.length).toBeGreaterThan(3);
    expect(text(name.replace(/([^/]+)$/, '_rels/$1.rels'))).not.toContain('External');
  });

  it('are still there when the file is opened and written again', async () => {
    const again = await openBytes('again.xlsx', bytes, { isShown: true });
    const copy = unzipSync(await again.write());
    expect(Object.keys(copy).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length).toBe(4);
  });
});
