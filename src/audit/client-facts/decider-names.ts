import { type Role, roleByWords } from '../../patterns/shared/people.ts';
import type { PreparedAudit } from '../engine/prepare.ts';

/** Names of those who decide, once each, with the role that the words beside them state: a user may state another. */
export function namesOf({ sheets }: PreparedAudit): readonly { readonly name: string; readonly role: Role }[] {
  const names = new Set(sheets.flatMap(({ read }) => read?.table.columns.get('decider')?.texts ?? []).filter((name) => name !== ''));
  return [...names].sort((one, other) => one.localeCompare(other)).map((name) => ({ name, role: roleByWords(name) }));
}
