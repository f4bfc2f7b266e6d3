import { signalById } from '../patterns/index.ts';
import { markKey, rowIdentity } from '../table/identity.ts';
import { placeOf } from '../table/row-facts.ts';
import type { PreparedAudit } from './engine/prepare.ts';

/** Why a user may call a finding innocent. */
export const markReasons = ['giveaway', 'campaign', 'agreed', 'other'] as const;

/** Under which key a finding is remembered as innocent; `isLasting` is false where a change of the judged cells would lift the mark. */
export function findingMark(
  { sheets }: PreparedAudit,
  sheet: string,
  signalId: string,
  row: number,
): { readonly key: string; readonly isLasting: boolean } | undefined {
  const table = sheets.find(({ layout }) => layout.sheet === sheet)?.read?.table;
  const signal = signalById(signalId)?.signal;
  const index = table ? placeOf(table, row) : -1;
  if (!table || !signal || index < 0) return undefined;
  const judged = signal.judged.map(({ id }) => id);
  return { key: markKey(signalId, table, index, judged), isLasting: rowIdentity(table, index, judged).isLasting };
}
