/** The text of a sheet's part without its cells, of which there may be millions: everything else stands before and after them. */
export function withoutCells(xml: Buffer): string {
  const start = xml.indexOf('<sheetData');
  const end = xml.lastIndexOf('</sheetData');
  // Names and signs that are looked for are ASCII, so that no letter needs to be decoded.
  return end < start || start < 0 ? xml.toString('latin1') : `${xml.toString('latin1', 0, start)} ${xml.toString('latin1', end)}`;
}

/** The part that holds a sheet: its name leads to a relation, and that to the part. */
export function partOf(name: string, workbook: string, workbookRelations: string): string {
  const tag = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`name="${escaped(name)}"`)) ?? '';
  const id = /r:id="([^"]+)"/.exec(tag)?.[1];
  const own = [...workbookRelations.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`Id="${id}"`)) ?? '';
  const target = /Target="([^"]+)"/.exec(own)?.[1] ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** A text as content or attribute of a part. */
export const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
