import type { Language, Text } from '../i18n/language.ts';
import { quoted, wordsOf } from '../i18n/words.ts';
import type { Table } from '../patterns/engine/table.ts';
import { isOfLeads, placeOf, timeAt } from '../table/row-facts.ts';

const MOST_LETTERS = 60;
const texts = { lead: { en: 'Lead', ru: 'Заявка' }, row: { en: 'Row', ru: 'Строка' } } as const satisfies Record<string, Text>;

/** A row as the person who keeps the sheet knows it: `“Harmony within” · 16 April`. For the sidebar alone: titles and names go nowhere else. */
export function rowName(table: Table, row: number, language: Language): string {
  const index = placeOf(table, row);
  const time = index < 0 ? undefined : timeAt(table, index);
  const subject = index < 0 ? '' : subjectAt(table, index, language);
  const parts = [subject, time === undefined ? '' : wordsOf(language).day(time)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : `${texts.row[language]}\u00A0${row}`;
}

function subjectAt(table: Table, index: number, language: Language): string {
  const text = (field: string) => shortened(table.columns.get(field)?.texts?.[index] ?? '');
  if (isOfLeads(table.fields)) return texts.lead[language];
  const placement = text('placement');
  if (placement !== '') return placement;
  const named = text('title') || text('goal');
  if (named !== '') return quoted(named.replace(/^[«“"„](.*)[»”"“]$/, '$1'), language);
  return accountName(table, index);
}

/** Whose row it is; empty where the table has one account only. */
export const accountName = ({ accounts, accountNames }: Table, index: number): string =>
  accountNames.length > 1 ? (accountNames[accounts[index] ?? 0] ?? '') : '';

function shortened(text: string): string {
  const [line = ''] = text.trim().split(/[\r\n]+/);
  const plain = line.replace(/\s+/g, ' ');
  return plain.length <= MOST_LETTERS ? plain : `${plain.slice(0, MOST_LETTERS - 1).replace(/\s+\S*$/, '')}…`;
}
