import type { ICellData, ICommandInfo, Nullable } from '@univerjs/core';
import { type ISetNumfmtMutationParams, SetNumfmtMutation } from '@univerjs/preset-sheets-core';

/** What the grid's commands and mutations are called, and which cells they name. */

export const VALUES_MUTATION = 'sheet.mutation.set-range-values';
/** Follows what was typed with a format, such as a date or a percentage. */
export const FORMATS_MUTATION = SetNumfmtMutation.id;
export const SPILL_MUTATION = 'formula.mutation.set-array-formula-data';
/** Commands that change the shape or the looks of a table: only the grid would follow them, not the workbook behind it. */
export const refusedCommands = new RegExp(
  `^sheet\\.(command|operation)\\.(${[
    'insert-',
    'remove-',
    'delete-',
    'move-(rows|cols|range)',
    'add-worksheet-merge',
    'append-row',
    'copy-sheet',
    'reorder-range',
    'rename-sheet',
    'hide-(row|col)',
    'set-worksheet-(name|order|hidden|show|row-count|column-count)',
    'set-(rows|col)-hidden',
    'set-(selected|specific)-',
    'set-col-visible',
    'set-style',
    'set-border',
    'split-text',
  ].join('|')})`,
);

export type Matrix<Item> = Readonly<Record<number, Readonly<Record<number, Nullable<Item>>>>>;

interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly data: Nullable<ICellData>;
}

/** The cells that a command or mutation of values names. */
export function cellsOf({ params }: { params?: unknown }): readonly ChangedCell[] {
  const { cellValue, value } = (params ?? {}) as Record<string, unknown>;
  return [...placesOf((cellValue ?? value) as Matrix<ICellData> | undefined)];
}

/** The cells that a mutation of number formats names. */
export function formattedCells({ params }: ICommandInfo): readonly { readonly row: number; readonly column: number }[] {
  return Object.values((params as ISetNumfmtMutationParams).values)
    .flatMap(({ ranges }) => ranges)
    .flatMap(({ startRow, endRow, startColumn, endColumn }) =>
      Array.from({ length: endRow - startRow + 1 }, (_, down) =>
        Array.from({ length: endColumn - startColumn + 1 }, (_, right) => ({ row: startRow + down, column: startColumn + right })),
      ).flat(),
    );
}

export function* placesOf(matrix: Matrix<ICellData> | undefined): Generator<ChangedCell> {
  for (const [row, line] of Object.entries(matrix ?? {})) {
    // The value of one cell is no matrix of rows, and a matrix has keys besides its rows.
    if (!/^\d+$/.test(row) || typeof line !== 'object' || line === null) continue;
    for (const [column, data] of Object.entries(line)) {
      if (/^\d+$/.test(column)) yield { row: Number(row), column: Number(column), data };
    }
  }
}
