import type { Text } from '../../../i18n/language.ts';
import type { Parts } from './package.ts';
import { withoutCells } from './sheet-part.ts';

const SHEETS = /^xl\/worksheets\/sheet[^/]*\.xml$/;

interface Kind {
  readonly name: Text;
  readonly count: (parts: Parts) => number;
}

/** What a workbook can hold that the library does not carry over, how to see it, and what to call it. */
const fragile: readonly Kind[] = [
  { name: { en: 'print titles', ru: 'сквозные строки печати' }, count: inFile(/^xl\/workbook\.xml$/, /_xlnm\.Print_Titles/g) },
  { name: { en: 'print areas', ru: 'области печати' }, count: inFile(/^xl\/workbook\.xml$/, /_xlnm\.Print_Area/g) },
  { name: { en: 'pivot tables', ru: 'сводные таблицы' }, count: files(/^xl\/pivotTables\/[^/]+\.xml$/) },
  { name: { en: 'pivot caches', ru: 'кеши сводных таблиц' }, count: files(/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/) },
  { name: { en: 'slicers', ru: 'срезы' }, count: files(/^xl\/slicers\/[^/]+\.xml$/) },
  { name: { en: 'threaded comments', ru: 'обсуждения в комментариях' }, count: files(/^xl\/threadedComments\/[^/]+\.xml$/) },
  { name: { en: 'comments', ru: 'примечания' }, count: inFile(/^xl\/comments[^/]*\.xml$/, /<(?:\w+:)?comment /g) },
  { name: { en: 'charts', ru: 'диаграммы' }, count: files(/^xl\/charts\/chart[^/]*\.xml$/) },
  { name: { en: 'pictures', ru: 'картинки' }, count: files(/^xl\/media\//) },
  { name: { en: 'tables', ru: 'умные таблицы' }, count: files(/^xl\/tables\/[^/]+\.xml$/) },
  { name: { en: 'macros', ru: 'макросы' }, count: files(/vbaProject\.bin$/) },
  { name: { en: 'external links', ru: 'внешние ссылки' }, count: files(/^xl\/externalLinks\/externalLink[^/]*\.xml$/) },
  { name: { en: 'sparklines', ru: 'спарклайны' }, count: inFile(SHEETS, /<(?:\w+:)?sparkline>/g) },
  { name: { en: 'form controls', ru: 'элементы управления' }, count: files(/^xl\/ctrlProps\/[^/]+\.xml$/) },
  { name: { en: 'merged cells', ru: 'объединённые ячейки' }, count: inFile(SHEETS, /<(?:\w+:)?mergeCell /g) },
  { name: { en: 'protected sheets', ru: 'защита листов' }, count: inFile(SHEETS, /<(?:\w+:)?sheetProtection /g) },
  { name: { en: 'links', ru: 'ссылки' }, count: inFile(SHEETS, /<(?:\w+:)?hyperlink /g) },
  {
    name: { en: 'defined names', ru: 'именованные диапазоны' },
    count: inFile(/^xl\/workbook\.xml$/, /<(?:\w+:)?definedName (?![^>]*_xlnm)/g),
  },
  {
    name: { en: 'data validations', ru: 'проверки данных' },
    count: inFile(SHEETS, /<(?:\w+:)?dataValidation /g),
  },
  {
    name: { en: 'conditional formats', ru: 'условные форматы' },
    count: inFile(SHEETS, /<(?:\w+:)?cfRule (?:(?!<\/(?:\w+:)?cfRule>|\/>)[\s\S])*/g, 'smm-audit'),
  },
];

function files(name: RegExp) {
  return (parts: Parts) => Object.keys(parts).filter((part) => name.test(part)).length;
}

/** How often a pattern occurs in the files of that name; what has the add-on's own mark in it does not count. */
function inFile(name: RegExp, pattern: RegExp, ownMark?: string) {
  return (parts: Parts) =>
    Object.keys(parts)
      .filter((part) => name.test(part))
      .flatMap((part) => withoutCells(parts[part] ?? Buffer.alloc(0)).match(pattern) ?? [])
      .filter((found) => ownMark === undefined || !found.includes(ownMark)).length;
}

export interface Loss {
  readonly name: Text;
  readonly before: number;
  readonly after: number;
}

/** How much of each kind a package holds, by what it is called in English. */
export type Inventory = ReadonlyMap<string, { readonly name: Text; readonly count: number }>;

export const inventoryOf = (parts: Parts): Inventory =>
  new Map([...fragile, ...otherFolders(parts)].map(({ name, count }) => [name.en, { name, count: count(parts) }]));

/** What the annotated file has less of than the original. */
export function findLosses(original: Inventory, written: Inventory): readonly Loss[] {
  return [...original]
    .map(([key, { name, count }]) => ({ name, before: count, after: written.get(key)?.count ?? 0 }))
    .filter(({ before, after }) => after < before);
}

/** Folders that are named above, that every program writes anew, or that say only how somebody last printed. */
const KNOWN_FOLDER =
  /^(_rels|docProps|xl|xl\/(_rels|worksheets|theme|printerSettings|persons|pivotTables|pivotCache|slicers|slicerCaches|threadedComments|charts|drawings|media|tables|externalLinks|ctrlProps|comments)(\/.*)?)$/;

/** What nobody has given a name yet is called by its folder in the package. */
function otherFolders(parts: Parts): readonly Kind[] {
  const folders = new Set(Object.keys(parts).map((part) => part.slice(0, Math.max(0, part.lastIndexOf('/')))));
  return [...folders]
    .filter((folder) => folder !== '' && !KNOWN_FOLDER.test(folder))
    .map((folder) => ({
      name: { en: `parts of ${folder}`, ru: `части ${folder}` },
      count: (own: Parts) => Object.keys(own).filter((part) => part.startsWith(`${folder}/`)).length,
    }));
}
