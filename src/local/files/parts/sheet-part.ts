/** The text of a sheet's part without its cells, of which there may be millions: everything else stands before and after them. */
export function withoutCells(xml: Buffer): string {
  const start = xml.indexOf('<sheetData');
  const end = xml.lastIndexOf('</sheetData');
  // Names and signs that are looked for are ASCII, so that no letter needs to be decoded.
  return end < start || start < 0 ? xml.toString('latin1') : `${xml.toString('latin1', 0, start)} ${xml.toString('latin1', end)}`;
}
