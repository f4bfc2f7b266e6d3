/** What the workbook model is made of. Rows and columns count from 1, as in Sheets. */

/** A date in a cell, as the spreadsheet's wall clock shows it. */
export interface DateValue {
  readonly wall: number;
}

export type Value = string | number | boolean | DateValue | null;

export const isDateValue = (value: Value): value is DateValue => typeof value === 'object' && value !== null;

export const sameValue = (one: Value, other: Value): boolean =>
  isDateValue(one) && isDateValue(other) ? one.wall === other.wall : one === other;

/** Looks of a cell; only what differs from the default is there. Kept as opaque as possible: the user's own formats are not ours. */
export interface Style {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly fontSize?: number;
  /** `#rrggbb` */
  readonly fontColour?: string;
  readonly wrap?: boolean;
  readonly verticalAlign?: string;
  /** Looks that came with a file and that we never change. */
  readonly other?: unknown;
}

/** What a cell has besides its value. */
export interface Extra {
  readonly formula?: string;
  /** The value came from a formula beside or above, whose result is larger than one cell. */
  readonly isSpilled?: boolean;
  readonly style?: Style;
  readonly note?: string;
  readonly validation?: unknown;
  /** A cell of the book that it leads to, as `'Posts'!A16`. */
  readonly link?: string;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Rule {
  readonly areas: readonly Area[];
  /** Custom formula, or `undefined` for a rule of another kind, which is then carried in `other`. */
  readonly formula?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly other?: unknown;
}

export interface FilterModel {
  readonly area: Area;
  /** Column, from 1 → criteria. */
  readonly criteria: ReadonlyMap<number, unknown>;
}

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly visibility: string;
}

export interface ColumnModel {
  readonly width?: number;
  readonly isHidden?: boolean;
  readonly metadata?: readonly Metadata[];
}

export interface RowModel {
  values: Value[];
  extras: (Extra | undefined)[];
  height?: number;
  /** Hidden by a filter, a slicer or the filter of a table. */
  isFiltered?: boolean;
  isHidden?: boolean;
}

export interface Chart {
  readonly row: number;
  readonly column: number;
  readonly description: ChartDescription;
}

/** A chart that the add-on made: its numbers with one heading row, the points' names in the first column. */
export interface ChartDescription {
  readonly type: string;
  readonly area: Area;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Protection {
  /** `undefined` protects the whole sheet. */
  readonly area?: Area;
  readonly description: string;
  /** Whether the user at hand may edit it. */
  readonly canEdit: boolean;
}
