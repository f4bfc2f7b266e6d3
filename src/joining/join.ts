/** Tables of one client that belong together: one gets the columns that another has, row by row. Signals know nothing of it. */
import type { TableContent } from '../table/table.ts';
import { candidates } from './candidates.ts';
import { type JoinChoices, joinName } from './choices.ts';
import { type JoinKind, lentColumns, withColumns } from './lend.ts';
import type { JoinKey, PostKey } from './match.ts';
import { sideOf } from './side.ts';

/** Two tables that belong together, or could. */
export interface Join {
  readonly kind: JoinKind;
  /** The tab that gets columns, and the tab that has them. */
  readonly to: string;
  readonly from: string;
  readonly by: JoinKey;
  /** Keys that both tables have, of which the user may name another. */
  readonly keys: readonly PostKey[];
  /** Rows that were found, of how many that could be. */
  readonly matched: number;
  readonly of: number;
  /** Ids of the fields that came along; none where the join is only offered. */
  readonly fields: readonly string[];
}

export interface Joined {
  /** The tables in the order given; those that got columns have them. */
  readonly tables: readonly TableContent[];
  readonly joins: readonly Join[];
}

export function joinTables(tables: readonly TableContent[], choices: JoinChoices = {}): Joined {
  const joins: Join[] = [];
  const sides = tables.map(sideOf);
  const extended = sides.map((own) => {
    let { table } = own;
    for (const { kind, other, keys, match, of, isSure, brought } of candidates(own, sides, choices)) {
      const fields = brought.filter((id) => !table.columns.has(id));
      if (fields.length === 0) continue;
      const [to, from] = [table.sheet, other.table.sheet];
      const choice = choices[joinName({ to, from })];
      const isApplied = choice === undefined ? isSure : choice !== 'off';
      joins.push({ kind, to, from, by: match.by, keys, matched: match.matched, of, fields: isApplied ? fields : [] });
      if (isApplied) table = withColumns(table, lentColumns(kind, fields, own, other, match));
    }
    return table;
  });
  return { tables: extended, joins };
}
