/** What a table lends another: its columns, in the order of the other's rows. */
import { CellState } from '../base/numbers.ts';
import { followersGained, paid } from '../table/fields.ts';
import { activity, audiences } from '../table/row-facts.ts';
import type { TableContent, TypedColumn } from '../table/table.ts';
import { arrivalsOf } from './arrivals.ts';
import type { Match } from './match.ts';
import type { Side } from './side.ts';

export type JoinKind = 'posts' | 'series' | 'placements' | 'arrivals';

export const figures = ['followers', ...activity, ...audiences, 'paid', 'spend'];

/** Ids of the fields that this table lacks and the other brings. */
export function broughtBy(own: TableContent, kind: JoinKind, other: TableContent): readonly string[] {
  if (kind === 'placements') return [paid.id];
  if (kind === 'arrivals') return [followersGained.id];
  const wanted = kind === 'posts' ? [...figures, 'publishedAt', 'format'] : [...activity, ...audiences, 'followers'];
  return wanted.filter((id) => !own.columns.has(id) && other.columns.has(id));
}

/** These columns of another table, in the order of the rows that were matched with it. @param ids of the fields that it brings */
export function lentColumns(kind: JoinKind, ids: readonly string[], own: Side, other: Side, match: Match): readonly TypedColumn[] {
  const from = other.table;
  if (kind === 'placements') return [placementMarks(from, match)];
  if (kind === 'arrivals') return [arrivalsColumn(own, other)];
  return ids.flatMap((id) => {
    const column = from.columns.get(id);
    return column ? [lent(column, match, from.sheet)] : [];
  });
}

/** A column of another table in the order of this one; rows that were not found are blank. */
function lent({ field, header, numbers, texts, flags, states }: TypedColumn, { rows }: Match, from: string): TypedColumn {
  return {
    field,
    header,
    index: -1,
    from,
    ...(numbers ? { numbers: fill(new Float64Array(rows.length), rows, numbers, Number.NaN) } : {}),
    ...(texts ? { texts: fill(new Array<string>(rows.length), rows, texts, '') } : {}),
    ...(flags ? { flags: fill(new Int8Array(rows.length), rows, flags, -1) } : {}),
    states: fill(new Uint8Array(rows.length), rows, states, CellState.blank),
  };
}

/** Puts into a list, for each row, what another list has at the place found for it. */
function fill<Value, List extends { [row: number]: Value }>(list: List, rows: Int32Array, from: ArrayLike<Value>, missing: Value): List {
  const kept: { [row: number]: Value } = list;
  for (let row = 0; row < rows.length; row++) kept[row] = from[rows[row] ?? -1] ?? missing;
  return list;
}

/** Days on which a placement ran count as paid: what they brought is explained. */
function placementMarks(other: TableContent, { rows }: Match): TypedColumn {
  return {
    field: paid,
    header: other.columns.get('placement')?.header ?? '',
    index: -1,
    from: other.sheet,
    flags: Int8Array.from(rows, (row) => (row < 0 ? -1 : 1)),
    states: Uint8Array.from(rows, (row) => (row < 0 ? CellState.blank : CellState.read)),
  };
}

/** Followers that came with each placement, as if its row had said so. */
function arrivalsColumn(own: Side, other: Side): TypedColumn {
  const numbers = arrivalsOf(own, other);
  const states = Uint8Array.from(numbers, (known) => (Number.isNaN(known) ? CellState.blank : CellState.read));
  const header = ['followersNet', 'followersGained', 'followers'].flatMap((id) => other.table.columns.get(id)?.header ?? [])[0] ?? '';
  return { field: followersGained, header, index: -1, from: other.table.sheet, numbers, states };
}

export function withColumns(table: TableContent, added: readonly TypedColumn[]): TableContent {
  return {
    ...table,
    columns: new Map([...table.columns, ...added.map((column) => [column.field.id, column] as const)]),
    fields: new Set([...table.fields, ...added.map(({ field }) => field.id)]),
  };
}
