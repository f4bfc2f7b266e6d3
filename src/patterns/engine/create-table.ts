import { lazily } from '../../base/lazily.ts';
import type { TableContent } from '../../table/table.ts';
import { explanationsOf } from '../shared/explanations.ts';
import { postsOf } from '../shared/neighbours.ts';
import type { Table } from './table.ts';

/** A table, with what several signals need of it worked out once, when the first asks. */
export function createTable(content: TableContent): Table {
  const table: Table = { ...content, explanations: lazily(() => explanationsOf(content)), posts: lazily(() => postsOf(table)) };
  return table;
}
