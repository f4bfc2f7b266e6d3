/** A table as joining sees it, among the other tables of a client: each question is answered when first asked, and once. */
import { lazily } from '../base/lazily.ts';
import { networkNamed } from '../table/recognition/networks.ts';
import { timesOf } from '../table/row-facts.ts';
import type { TableContent } from '../table/table.ts';
import { dayOf, linkKey } from './keys.ts';

/** A table of fewer rows proves nothing by its matches. */
export const FEWEST = 3;

export interface Side {
  readonly table: TableContent;
  /** The day of each row, `NaN` where it states none. */
  readonly days: () => Float64Array;
  /** A row for each day, of one account: what a post brought is not what a day brought. */
  readonly isDaily: () => boolean;
  /** What each row's address is compared by; empty where it has none, no text at all where the table has no such column. */
  readonly links: () => readonly string[];
  readonly ids: () => readonly string[];
  /** Accounts and networks that its cells name, in small letters. */
  readonly names: () => Readonly<Record<NameField, ReadonlySet<string>>>;
}

const nameFields = ['account', 'platform'] as const;
type NameField = (typeof nameFields)[number];

export function sideOf(table: TableContent): Side {
  const texts = (field: string) => table.columns.get(field)?.texts ?? [];
  const days = lazily(() => daysOf(table));
  return {
    table,
    days,
    isDaily: lazily(() => table.accountNames.length <= 1 && !has(table, ['title', 'link', 'postId']) && areDaily(days())),
    links: lazily(() => texts('link').map(linkKey)),
    ids: lazily(() => texts('postId').map((text) => text.trim())),
    names: lazily(() => ({ account: smallLetters(texts('account')), platform: smallLetters(texts('platform')) })),
  };
}

export const has = ({ columns }: Pick<TableContent, 'columns'>, ids: readonly string[]): boolean => ids.some((id) => columns.has(id));

function daysOf(table: TableContent): Float64Array {
  return timesOf(table)?.map(dayOf) ?? new Float64Array(table.length).fill(Number.NaN);
}

function areDaily(days: Float64Array): boolean {
  const dated = days.filter((day) => !Number.isNaN(day));
  return dated.length >= FEWEST && new Set(dated).size >= 0.9 * dated.length;
}

function smallLetters(texts: readonly string[]): ReadonlySet<string> {
  const written = new Set(texts);
  written.delete('');
  return new Set([...written].map((text) => text.toLowerCase()));
}

/** Whether nothing says that two tables are of different accounts: accounts, networks in cells, networks in the names of the tabs. */
export function mayBeOneAccount(one: Side, other: Side): boolean {
  const clash = (field: NameField) => {
    const [own, theirs] = [one.names()[field], other.names()[field]];
    return own.size > 0 && theirs.size > 0 && ![...own].some((text) => theirs.has(text));
  };
  const [ownNetwork, theirNetwork] = [networkNamed(one.table.sheet), networkNamed(other.table.sheet)];
  return !nameFields.some(clash) && !(ownNetwork && theirNetwork && ownNetwork !== theirNetwork);
}
