import type { SheetModel } from '../../book/sheet.ts';
import type { EditablePackage } from './package.ts';
import { partOf } from './sheet-part.ts';

/** Links to cells of the same file: the library names a target outside beside the place, and a program would go there. */
export function keepLinksInside(file: EditablePackage, sheets: readonly SheetModel[]): void {
  for (const { name, rows } of sheets) {
    if (!rows.some(({ extras }) => extras.some((extra) => extra?.link !== undefined))) continue;
    const path = partOf(name, file.text('xl/workbook.xml'), file.text('xl/_rels/workbook.xml.rels'));
    const relationsPath = path.replace(/([^/]+)$/, '_rels/$1.rels');
    file.put(path, file.text(path).replace(/(<hyperlink ref="[^"]+") r:id="[^"]+" location="#/g, '$1 location="'));
    file.put(relationsPath, file.text(relationsPath).replace(/<Relationship [^>]*Target="#[^>]*\/>/g, ''));
  }
}
