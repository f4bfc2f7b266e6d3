import { type Cell, cleanText, isBlank, isDate, isEmpty } from '../../base/cells.ts';
import { type DateOrder, isoWall, readDates, type WallTime } from '../../base/dates.ts';
import { addTo } from '../../base/groups.ts';
import { lazily } from '../../base/lazily.ts';
import { asShares, CellState, currencyCode, type DecimalMark, type NumberColumn, readNumbers } from '../../base/numbers.ts';
import type { Zone } from '../../base/zone.ts';
import type { ColumnReport, LeftOut } from '../column-report.ts';
import { account, approver, currency, day, decider, type Field, fieldById, platform, responsible } from '../fields.ts';
import { areWeeksUnder, headerCurrency, headerDateOrder, headerFactor, headerOffset } from '../recognition/header-text.ts';
import type { SheetLayout } from '../recognition/layout.ts';
import { timesOf } from '../row-facts.ts';
import type { TableContent, TypedColumn } from '../table.ts';
import { isNobody } from '../vocabulary/nobody.ts';
import { derivedColumns } from './derived.ts';
import { readFlag } from './flags.ts';
import { boundsOf, type Period } from './period.ts';
import { rateDefinition } from './rate.ts';
import { RowKind } from './row-kinds.ts';
import { sumRows } from './sum-rows.ts';

/** The cells below the header, column by column: what crosses from the sheet to the audit. */
export interface SheetCells {
  /** How many rows there are below the header. */
  readonly rowCount: number;
  /** One `RowKind` a row. */
  readonly kinds: ArrayLike<number>;
  /** Cells of the columns the audit uses, by position in the sheet. */
  readonly columns: ReadonlyMap<number, ArrayLike<Cell>>;
}

/** How to read the cells of a column that admit two readings, by its header. */
export type ColumnFormats = Readonly<Record<string, { readonly decimalMark?: DecimalMark; readonly dateOrder?: DateOrder }>>;

export interface ReadOptions {
  readonly zone: Zone;
  readonly now: WallTime | undefined;
  readonly formats?: ColumnFormats;
  readonly period?: Period | undefined;
}

export interface ReadTable {
  readonly table: TableContent;
  readonly columns: readonly ColumnReport[];
  readonly leftOut: readonly LeftOut[];
  /** Row after the last data row, from 0. */
  readonly endRow: number;
}

/** Reads the recognised columns into typed values; totals, blank rows and repeated headers are left out. */
export function readTable(layout: SheetLayout, cells: SheetCells, options: ReadOptions): ReadTable {
  const read = readRows(layout, cells, options);
  const totals = sumRows(read.table);
  if (totals.length === 0) return read;
  const kinds = Uint8Array.from(cells.kinds);
  for (const index of totals) kinds[(read.table.rowNumbers[index] ?? 0) - layout.headerRow - 2] = RowKind.total;
  return readRows(layout, { ...cells, kinds }, options);
}

function readRows(layout: SheetLayout, cells: SheetCells, options: ReadOptions): ReadTable {
  const firstRow = layout.headerRow + 1;
  const data: number[] = [];
  const left = new Map<number, number[]>();
  const end = otherTableAt(cells);
  for (let row = 0; row < end; row++) {
    const kind = cells.kinds[row] ?? RowKind.blank;
    if (kind === RowKind.data || kind === RowKind.otherHeader) data.push(row);
    else addTo(left, kind, firstRow + row + 1);
  }
  const lastData = data.length > 0 ? (data[data.length - 1] ?? 0) : -1;
  const typed = new Map<string, TypedColumn>();
  const sources = layout.columns.map((report) => {
    const field = fieldById(report.field);
    const source = cells.columns.get(report.index);
    return field && source ? { field, cells: pick(source, data) } : undefined;
  });
  const readAt = (report: ColumnReport, place: number, forms: TableForms) => {
    const source = sources[place];
    return source && readColumn(source.field, report, source.cells, options, forms);
  };
  const alone = layout.columns.map((report, place) => readAt(report, place, {}));
  const forms = tableForms(alone);
  const isDoubtful = (own: ReadColumn | undefined) =>
    own?.details.dates?.decidedBy === 'undecided' || own?.details.decimal?.decidedBy === 'undecided';
  const read = layout.columns.map((report, place) => (isDoubtful(alone[place]) ? readAt(report, place, forms) : alone[place]));
  const siblings: TypedColumn[] = [];
  for (const own of read) {
    if (!own) continue;
    if (typed.has(own.column.field.id)) siblings.push(own.column);
    else typed.set(own.column.field.id, own.column);
  }
  const columns = layout.columns.map((report, place) => ({ ...report, ...read[place]?.details }));
  for (const column of derivedColumns(typed, { zone: options.zone, now: options.now, dateOrder: forms.dateOrder }))
    typed.set(column.field.id, column);
  const rate = rateDefinition(typed);
  addCurrency(typed, data.length);
  const { accounts, accountNames } = accountsOf(typed, data.length);
  const table: TableContent = {
    sheet: layout.sheet,
    length: data.length,
    rowNumbers: Int32Array.from(data).map((row) => firstRow + row + 1),
    columns: typed,
    siblings,
    fields: new Set([...typed.keys(), ...layout.columns.flatMap(({ field }) => field ?? [])]),
    accounts,
    accountNames,
    ...inPeriodOf(typed, data.length, options),
  };
  const kinds = [
    [RowKind.total, 'total'],
    [RowKind.header, 'header'],
    [RowKind.example, 'example'],
    [RowKind.blank, 'blank'],
  ] as const;
  const leftOut: LeftOut[] = kinds.flatMap(([kind, reason]) => {
    const rows = (left.get(kind) ?? []).filter((row) => kind !== RowKind.blank || row <= firstRow + lastData);
    return rows.length > 0 ? [{ reason, rows }] : [];
  });
  const below = Array.from({ length: cells.rowCount - end }, (_, index) => end + index).filter((row) => cells.kinds[row] !== RowKind.blank);
  if (below.length > 0) leftOut.push({ reason: 'other-table', rows: below.map((row) => firstRow + row + 1) });
  const described = rate ? columns.map((column) => (column.field === 'engagementRate' ? { ...column, rate } : column)) : columns;
  return { table, columns: described, leftOut, endRow: firstRow + lastData + 1 };
}

/** The cells of these rows. */
function pick(source: ArrayLike<Cell>, rows: readonly number[]): readonly Cell[] {
  // Rows rise: as many as there are cells are all of them.
  if (Array.isArray(source) && source.length === rows.length) return source;
  const cells = new Array<Cell>(rows.length);
  for (let index = 0; index < rows.length; index++) cells[index] = source[rows[index] ?? -1];
  return cells;
}

/**
 * Where another table begins below this one: a header of other names after a blank row, or after a title with a blank row above it.
 * Without one, the end of the cells.
 */
export function otherTableAt({ kinds, rowCount }: Pick<SheetCells, 'kinds' | 'rowCount'>): number {
  for (let row = 1; row < rowCount; row++) {
    if (kinds[row] !== RowKind.otherHeader) continue;
    if (kinds[row - 1] === RowKind.blank) return row;
    if (row > 1 && kinds[row - 2] === RowKind.blank) return row - 1;
  }
  return rowCount;
}

/** How the other columns of a table are written: whoever writes the day first in one writes it first in all. */
interface TableForms {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
}

interface ReadColumn {
  readonly column: TypedColumn;
  readonly details: Pick<ColumnReport, 'unreadable' | 'dates' | 'decimal'>;
}

/** What the columns that their cells decide agree on. */
function tableForms(columns: readonly (ReadColumn | undefined)[]): TableForms {
  const orders = new Set(columns.map((own) => (own?.details.dates?.decidedBy === 'cells' ? own.details.dates.order : undefined)));
  const marks = new Set(columns.map((own) => (own?.details.decimal?.decidedBy === 'cells' ? own.details.decimal.decimalMark : undefined)));
  return { dateOrder: theOnly(orders), decimalMark: theOnly(marks) };
}

/** The one value of a set; none where there are several. */
function theOnly<T>(values: ReadonlySet<T | undefined>): T | undefined {
  const known = [...values].filter((value) => value !== undefined);
  return known.length === 1 ? known[0] : undefined;
}

/** As a date crosses to the page; nothing of a date that is none. */
const dateText = (date: Date, zone: Zone): string => (Number.isNaN(date.getTime()) ? '' : isoWall(zone.toWall(date.getTime())));

const namesSomebody: ReadonlySet<Field> = new Set([decider, approver, responsible]);

function readColumn(field: Field, report: ColumnReport, cells: readonly Cell[], options: ReadOptions, table: TableForms): ReadColumn {
  const base = { field, header: report.header, index: report.index };
  const format = options.formats?.[report.header];
  switch (field.kind) {
    case 'text': {
      const isName = namesSomebody.has(field);
      const textOf = (cell: Cell) => (isDate(cell) ? dateText(cell, options.zone) : cleanText(cell));
      const readTexts = lazily(() => cells.map((cell) => (isBlank(cell) || (isName && isNobody(cell)) ? '' : textOf(cell))));
      const readStates = lazily(() => statesOf(readTexts()));
      // Topics and links are seldom asked for all at once, and cells need no deciding to be texts.
      return {
        column: {
          ...base,
          get texts() {
            return readTexts();
          },
          get states() {
            return readStates();
          },
        },
        details: {},
      };
    }
    case 'flag': {
      const flags = new Int8Array(cells.length);
      const states = new Uint8Array(cells.length);
      cells.forEach((cell, row) => {
        const flag = readFlag(cell);
        flags[row] = flag;
        states[row] = flag >= 0 ? CellState.read : isEmpty(cell) ? CellState.blank : CellState.unreadable;
      });
      return { column: { ...base, flags, states }, details: { unreadable: unreadableOf(states) } };
    }
    case 'date': {
      const read = readDates(cells, {
        clock: options.zone,
        fallbackOrder: format?.dateOrder ?? headerDateOrder(report.header) ?? table.dateOrder,
        offset: headerOffset(report.header),
        arePeriods: field === day,
        areWeeks: areWeeksUnder(report.header),
        now: options.now,
      });
      const { order, decidedBy, evidence, yearsInferred } = read;
      return {
        column: { ...base, numbers: read.values, states: read.states },
        details: { unreadable: unreadableOf(read.states), dates: { order, decidedBy, evidence, yearsInferred } },
      };
    }
    default: {
      const factor = field.kind === 'share' ? 1 : headerFactor(report.header);
      const numbers = readNumbers(cells, {
        fallbackMark: format?.decimalMark ?? table.decimalMark,
        wholeNumbers: field.kind === 'count' && factor === 1,
      });
      const read = field.kind === 'share' ? asShares(numbers) : factor === 1 ? numbers : multiplied(numbers, cells, factor);
      const ofHeader = field.kind === 'money' ? headerCurrency(report.header) : undefined;
      const { decimalMark, decidedBy, evidence, currencies, currencyOf } = read;
      const hasCurrency = field.kind === 'money' && (ofHeader !== undefined || currencies.length > 0);
      return {
        column: {
          ...base,
          numbers: read.values,
          states: read.states,
          ...(hasCurrency ? { currencies: cells.map((_, row) => currencies[currencyOf?.[row] ?? -1] ?? ofHeader) } : {}),
        },
        details: { unreadable: unreadableOf(read.states), decimal: { decimalMark, decidedBy, evidence } },
      };
    }
  }
}

function statesOf(texts: readonly string[]): Uint8Array {
  const states = new Uint8Array(texts.length);
  for (let row = 0; row < texts.length; row++) states[row] = texts[row] === '' ? CellState.blank : CellState.read;
  return states;
}

function unreadableOf(states: Uint8Array): number {
  let count = 0;
  for (const state of states) if (state >= CellState.unreadable) count++;
  return count;
}

/** `Охват, тыс.`: thousands stand in the header; a cell with a word of its own (`12 тыс.`) says its size itself. */
function multiplied(column: NumberColumn, cells: readonly Cell[], factor: number): NumberColumn {
  const hasWord = (cell: Cell) => typeof cell === 'string' && /\p{L}/u.test(cell);
  return { ...column, values: column.values.map((value, row) => (hasWord(cells[row]) ? value : value * factor)) };
}

/** Gives signals one currency column, whether the sheet writes it in a column, in the header or in the cells. */
function addCurrency(typed: Map<string, TypedColumn>, length: number): void {
  const own = typed.get(currency.id);
  const money = [...typed.values()].find(({ currencies }) => currencies !== undefined);
  if (!own && !money) return;
  const texts = Array.from({ length }, (_, row) => {
    const written = own?.texts?.[row];
    return written ? (currencyCode(written) ?? written.toUpperCase()) : (money?.currencies?.[row] ?? '');
  });
  typed.set(currency.id, {
    field: currency,
    header: own?.header ?? money?.header ?? '',
    index: own?.index ?? money?.index ?? -1,
    texts,
    states: statesOf(texts),
  });
}

/** Rows of one account and network belong together. */
function accountsOf(typed: ReadonlyMap<string, TypedColumn>, length: number): Pick<TableContent, 'accounts' | 'accountNames'> {
  const platforms = typed.get(platform.id)?.texts;
  const owners = typed.get(account.id)?.texts;
  const names = new Map<string, number>();
  const accountNames: string[] = [];
  const accounts = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const [network, owner] = [platforms?.[row] ?? '', owners?.[row] ?? ''];
    const name = network !== '' && owner !== '' ? `${network} ${owner}` : network || owner;
    const key = name.toLowerCase();
    let index = names.get(key);
    if (index === undefined) {
      index = accountNames.push(name) - 1;
      names.set(key, index);
    }
    accounts[row] = index;
  }
  return { accounts, accountNames };
}

function inPeriodOf(typed: ReadonlyMap<string, TypedColumn>, length: number, { period, now }: ReadOptions): { inPeriod?: Uint8Array } {
  const bounds = period && boundsOf(period, now);
  const dates = timesOf({ columns: typed });
  if (!bounds || !dates) return {};
  return {
    inPeriod: Uint8Array.from({ length }, (_, row) =>
      (dates[row] ?? Number.NaN) >= bounds.from && (dates[row] ?? Number.NaN) < bounds.to ? 1 : 0,
    ),
  };
}
