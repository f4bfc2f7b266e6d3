import { strFromU8, unzipSync } from 'fflate';
import type { Text } from '../../i18n/language.ts';

/** What a workbook can hold that the library does not carry over, how to see it, and what to call it. */
const fragile: readonly { readonly name: Text; readonly count: (parts: Readonly<Record<string, Uint8Array>>) => number }[] = [
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
  {
    name: { en: 'data validations', ru: 'проверки данных' },
    count: inFile(/^xl\/worksheets\/sheet[^/]*\.xml$/, /<(?:\w+:)?dataValidation /g),
  },
  {
    name: { en: 'conditional formats', ru: 'условные форматы' },
    count: inFile(/^xl\/worksheets\/sheet[^/]*\.xml$/, /<(?:\w+:)?cfRule (?:(?!<\/(?:\w+:)?cfRule>|\/>)[\s\S])*/g, 'smm-audit'),
  },
];

function files(name: RegExp) {
  return (parts: Readonly<Record<string, Uint8Array>>) => Object.keys(parts).filter((part) => name.test(part)).length;
}

/** How often a pattern occurs in the files of that name; what has the add-on's own mark in it does not count. */
function inFile(name: RegExp, pattern: RegExp, ownMark?: string) {
  return (parts: Readonly<Record<string, Uint8Array>>) =>
    Object.keys(parts)
      .filter((part) => name.test(part))
      .flatMap((part) => strFromU8(parts[part] ?? new Uint8Array()).match(pattern) ?? [])
      .filter((found) => ownMark === undefined || !found.includes(ownMark)).length;
}

export interface Loss {
  readonly name: Text;
  readonly before: number;
  readonly after: number;
}

/** What the annotated file has less of than the original, found by comparing the parts of both packages. */
export function findLosses(original: Uint8Array, written: Uint8Array): readonly Loss[] {
  const [before, after] = [unzipSync(original), unzipSync(written)];
  return fragile
    .map(({ name, count }) => ({ name, before: count(before), after: count(after) }))
    .filter((loss) => loss.after < loss.before);
}
