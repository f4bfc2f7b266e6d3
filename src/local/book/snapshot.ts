import type { Book } from './book.ts';
import type { SheetModel } from './sheet.ts';

/** All of a book as plain JSON in one canonical form: two books with the same snapshot cannot be told apart. */
export function snapshot(book: Book): unknown {
  return {
    locale: book.locale,
    timeZone: book.timeZone,
    activeSheet: book.activeSheet?.name,
    metadata: book.metadata,
    namedRanges: book.namedRanges,
    sheets: book.sheets.map(sheetSnapshot),
  };
}

function sheetSnapshot(sheet: SheetModel): unknown {
  const {
    name,
    id,
    type,
    maxRows,
    maxColumns,
    isHidden,
    frozenRows,
    frozenColumns,
    rules,
    filter,
    merges,
    charts,
    protections,
    metadata,
    activeArea,
  } = sheet;
  return {
    ...{
      name,
      id,
      type,
      maxRows,
      maxColumns,
      isHidden,
      frozenRows,
      frozenColumns,
      rules,
      merges,
      charts,
      protections,
      metadata,
      activeArea,
    },
    filter: filter && { area: filter.area, criteria: [...filter.criteria].sort(([one], [other]) => one - other) },
    columns: trimmed(sheet.columns.map((column) => (Object.keys(column).length > 0 ? column : null))),
    rows: trimmed(
      sheet.rows.map(({ values, extras, height, isHidden: isRowHidden }) => {
        const cells = trimmed(values.map((value) => (value === '' || value === undefined ? null : value)));
        const looks = trimmed(extras.map((extra) => extra ?? null));
        return cells.length + looks.length === 0 && height === undefined && !isRowHidden
          ? null
          : { cells, looks, height, isHidden: isRowHidden };
      }),
    ),
  };
}

/** Without what is empty at the end. */
function trimmed<Item>(list: readonly (Item | null)[]): readonly (Item | null)[] {
  let length = list.length;
  while (length > 0 && (list[length - 1] ?? null) === null) length--;
  return Array.from({ length }, (_, index) => list[index] ?? null);
}
