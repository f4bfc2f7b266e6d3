import { createTable } from '../../patterns/engine/create-table.ts';
import type { Table } from '../../patterns/engine/table.ts';
import type { ClientFacts } from '../../patterns/shared/client.ts';
import { wordsApart } from '../../patterns/show-off/audience-words.ts';
import { ageShare, geoShare } from '../../table/fields.ts';
import { withFollowers } from './followers-from-gains.ts';

/**
 * The table as it speaks of this client: a share of the audience whose header names another city, or ages that are not the client's, says
 * nothing of the client's own audience, so it is not judged. `% Москва` beside a client of Perm is no share of the target. Gains without a
 * total are counted back from the client's followers today.
 */
export function forClient(given: Table, client: ClientFacts): Table {
  const table = withFollowers(given, client.followers) ?? given;
  const headerOf = (id: string) => table.columns.get(id)?.header ?? '';
  const { place } = wordsApart({ place: headerOf(geoShare.id) }, client);
  const { age } = wordsApart({ age: headerOf(ageShare.id) }, client);
  const others = new Set([
    ...(place === 'other-city' || place === 'other-country' ? [geoShare.id] : []),
    ...(age?.overlap === 0 ? [ageShare.id] : []),
  ]);
  if (others.size === 0) return table;
  return createTable({ ...table, columns: new Map([...table.columns].filter(([id]) => !others.has(id))) });
}
