import { CellState } from '../../base/numbers.ts';
import { createTable } from '../../patterns/engine/create-table.ts';
import type { Table } from '../../patterns/engine/table.ts';
import type { ClientFacts } from '../../patterns/shared/client.ts';
import { type WordsApart, wordsApart } from '../../patterns/show-off/audience-words.ts';
import { ageShare, geoShare } from '../../table/fields.ts';
import type { TypedColumn } from '../../table/table.ts';
import { withFollowers } from './followers-from-gains.ts';
import { withLaunch } from './launch.ts';

/**
 * The table as it speaks of this client. Of shares whose headers name a place or ages those of the client's own are judged: `% Москва`
 * beside a client of Perm is no share of the target, and `25–34` and `35–44` together are that of 25 to 44. Gains without a total are
 * counted back from the client's followers today, and the first days of the account are explained.
 */
export function forClient(given: Table, client: ClientFacts): Table {
  const table = withSharesOf(withFollowers(given, client.followers) ?? given, client);
  return client.launched === undefined ? table : withLaunch(table, client.launched);
}

function withSharesOf(table: Table, client: ClientFacts): Table {
  const all = (id: string) => [...table.columns.values(), ...table.siblings].filter(({ field }) => field.id === id);
  const shares = [
    [geoShare.id, placeShare(all(geoShare.id), client)],
    [ageShare.id, ageShareOf(all(ageShare.id), client)],
  ] as const;
  const changed = shares.filter(([id, column]) => column !== table.columns.get(id));
  if (changed.length === 0) return table;
  const columns = new Map(table.columns);
  for (const [id, column] of changed) {
    if (column) columns.set(id, column);
    else columns.delete(id);
  }
  return createTable({ ...table, columns });
}

/** The share in the client's place; without a word for the place the first column is taken as it stands. */
function placeShare(columns: readonly TypedColumn[], client: ClientFacts): TypedColumn | undefined {
  const apart = columns.map((column) => ({ column, place: wordsApart({ place: column.header }, client).place }));
  const lying = (...places: readonly WordsApart['place'][]) => apart.find(({ place }) => places.includes(place))?.column;
  return lying('fits') ?? lying(undefined, 'wide');
}

/** The share of the client's ages: of several bands each counts by the part of its years that are the client's. */
function ageShareOf(columns: readonly TypedColumn[], client: ClientFacts): TypedColumn | undefined {
  const bands = columns.map((column) => ({ column, overlap: wordsApart({ age: column.header }, client).age?.overlap }));
  const [first, ...others] = bands.filter(({ overlap }) => overlap !== 0);
  if (!first || others.length === 0 || first.overlap === undefined) return first?.column;
  return others.reduce(
    (sum, { column, overlap = 0 }) => sumOf(sum, column, overlap),
    first.overlap === 1 ? first.column : sumOf(first.column, first.column, first.overlap - 1),
  );
}

/** One share and a part of another: unknown where either is, and never more than all. */
function sumOf(one: TypedColumn, other: TypedColumn, part: number): TypedColumn {
  const numbers = Float64Array.from(one.numbers ?? [], (share, row) => Math.min(1, share + part * (other.numbers?.[row] ?? Number.NaN)));
  return {
    ...one,
    header: one === other ? one.header : `${one.header} + ${other.header}`,
    numbers,
    states: one.states.map((state, row) => (state === CellState.read ? (other.states[row] ?? state) : state)),
  };
}
