import { lazily } from '../base/lazily.ts';
import { explanationsOf } from './explanations.ts';
import { postsOf } from './neighbours.ts';
import type { Table, TableContent } from './table.ts';

/** A table, with what several signals need of it worked out once, when the first asks. */
export function createTable(content: TableContent): Table {
  const table: Table = { ...content, explanations: lazily(() => explanationsOf(content)), posts: lazily(() => postsOf(table)) };
  return table;
}
