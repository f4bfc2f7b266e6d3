import type { TableContent } from './table.ts';

/** 8 bytes as 16 hex digits: two FNV-1a sums with different seeds. For telling rows apart, not for secrecy. */
export function hash(text: string): string {
  // Looked up once, and both sums in one go: texts of a chunk have millions of letters.
  const { imul } = Math;
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    first = imul(first ^ letter, 0x01000193);
    second = imul(second ^ letter, 0x01000193);
  }
  return digits(first) + digits(second);
}

const digits = (sum: number) => `0000000${(sum >>> 0).toString(16)}`.slice(-8);

const valueAt = (table: TableContent, field: string, index: number): string => {
  const column = table.columns.get(field);
  const value = column?.texts?.[index] ?? column?.numbers?.[index];
  return value === undefined || Number.isNaN(value) ? '' : String(value);
};

/**
 * What makes a row the same row after a re-import of fresher numbers: its link or id; else account, date-time and title; else the
 * cells that the signal judged, and then a change of these makes it another row.
 */
export function rowIdentity(
  table: TableContent,
  index: number,
  judgedFields: readonly string[],
): { readonly key: string; readonly isLasting: boolean } {
  const address = valueAt(table, 'link', index) || valueAt(table, 'postId', index);
  if (address !== '') return { key: `id ${address}`, isLasting: true };
  const date = ['publishedAt', 'leadAt', 'placedAt', 'day'].map((field) => valueAt(table, field, index)).find(Boolean);
  const name = valueAt(table, 'title', index) || valueAt(table, 'placement', index);
  if (date !== undefined && name !== '')
    return { key: `post ${table.accountNames[table.accounts[index] ?? 0] ?? ''} ${date} ${name}`, isLasting: true };
  return { key: `cells ${judgedFields.map((field) => valueAt(table, field, index)).join(' ')}`, isLasting: false };
}

/** The key under which a finding marked innocent is remembered. */
export function markKey(signal: string, table: TableContent, index: number, judgedFields: readonly string[]): string {
  return hash(`${signal} ${rowIdentity(table, index, judgedFields).key}`);
}
