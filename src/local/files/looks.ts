import type { Cell, Worksheet } from '@cj-tech-master/excelts';
import type { Area, Style } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';

const POINTS_TO_PIXEL = 0.75;

/** The looks of a sheet that the model knows: fill, bold, wrapping and number format of cells, how high rows are, what is merged, what is frozen. */
export function readLooks(worksheet: Worksheet, sheet: SheetModel): void {
  const merges = new Map<Cell, Area>();
  worksheet.eachRow((row, rowNumber) => {
    if (row.height) sheet.setHeight(rowNumber, Math.round(row.height / POINTS_TO_PIXEL));
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const style = looksOf(cell);
      if (style) sheet.setExtra(rowNumber, column, { style });
      if (!cell.isMerged) return;
      const { row: top, column: left } = merges.get(cell.master) ?? { row: rowNumber, column };
      merges.set(cell.master, { row: top, column: left, rows: rowNumber - top + 1, columns: column - left + 1 });
    });
  });
  sheet.merges = [...merges.values()];
  // Against its type it is missing in some files.
  const view = (worksheet.views as Worksheet['views'] | undefined)?.[0];
  if (view?.state === 'frozen') sheet.frozenRows = view.ySplit ?? 0;
}

/** What the model knows of a cell's looks; a fill that is not one plain colour is left to the file. */
export function looksOf({ fill, font, alignment, numFmt }: Cell): Style | undefined {
  const colour = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  const style: Style = {
    ...(colour === undefined ? {} : { background: `#${colour.slice(-6).toLowerCase()}` }),
    ...(font?.bold ? { bold: true } : {}),
    ...(alignment?.wrapText ? { wrap: true } : {}),
    ...(typeof numFmt === 'string' && numFmt !== 'General' ? { numberFormat: numFmt } : {}),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

export const sameLooks = (one: Style | undefined, other: Style | undefined): boolean =>
  one?.background?.toLowerCase() === other?.background?.toLowerCase() &&
  Boolean(one?.bold) === Boolean(other?.bold) &&
  Boolean(one?.wrap) === Boolean(other?.wrap) &&
  one?.numberFormat === other?.numberFormat;

/** What a cell without a font of its own is written in. */
const USUAL_FONT = { name: 'Calibri', family: 2, size: 11 } as const;

/** The style of a cell that has none. The library gives each such cell one of its own, and when it writes works out every one that it has not seen. */
const unstyled: Cell['style'] = Object.freeze({});

/** Cells without a style share one. */
export function shareNoStyle(cell: Cell): void {
  for (const _ in cell.style) return;
  cell.style = unstyled;
}

/** Gives a cell of the file the looks of the model, and leaves what the model does not know. */
export function writeLooks(
  cell: Cell,
  { background, bold = false, fontSize, fontColour, wrap = false, numberFormat = 'General' }: Style = {},
): void {
  const before = looksOf(cell);
  if (numberFormat !== (before?.numberFormat ?? 'General')) restyle(cell, { numFmt: numberFormat });
  if (bold !== Boolean(before?.bold)) restyle(cell, { font: { ...(cell.font ?? USUAL_FONT), bold } });
  if (fontSize !== undefined) restyle(cell, { font: { ...(cell.font ?? USUAL_FONT), size: fontSize } });
  if (fontColour !== undefined) restyle(cell, { font: { ...(cell.font ?? USUAL_FONT), color: { argb: argb(fontColour) } } });
  if (wrap !== Boolean(before?.wrap)) restyle(cell, { alignment: { ...cell.alignment, wrapText: wrap, vertical: 'top' } });
  if (background?.toLowerCase() === before?.background) return;
  restyle(cell, {
    fill:
      background === undefined
        ? { type: 'pattern', pattern: 'none' }
        : { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(background) } },
  });
}

/** Changes the style of one cell: those that look alike in the file share theirs, and setting a part of it would change it for all of them. */
export function restyle(cell: Cell, change: Cell['style']): void {
  cell.style = { ...cell.style, ...change };
}

export const argb = (colour: string) => `FF${colour.slice(1).toUpperCase()}`;
