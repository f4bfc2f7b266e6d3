import type { Text } from '../../i18n/language.ts';

/** What a column holds, and so how its cells are read. `count` is a whole number of things, `share` a part from 0 to 1. */
export type FieldKind = 'count' | 'number' | 'money' | 'share' | 'date' | 'text' | 'flag';

/** What a cell of a kind becomes once read: wall time for a date. */
export interface ValueOfKind {
  readonly count: number;
  readonly number: number;
  readonly money: number;
  readonly share: number;
  readonly date: number;
  readonly text: string;
  readonly flag: boolean;
}

/** A thing a column can mean, and the headers that mean it. */
export interface Field<Kind extends FieldKind = FieldKind> {
  readonly id: string;
  readonly kind: Kind;
  /** What it is, in words for the sidebar. */
  readonly title: Text;
  /** Headers of real exports and tables, the most telling first. Compared without case, ё, punctuation, units and soft hyphens. */
  readonly aliases: Readonly<Record<'en' | 'ru', readonly string[]>>;
}

/** A field as its file declares it: headers in English, then in Russian. */
export function field<Kind extends FieldKind>(
  id: string,
  kind: Kind,
  title: Text,
  en: readonly string[],
  ru: readonly string[],
): Field<Kind> {
  return { id, kind, title, aliases: { en, ru } };
}

/** The headers we would accept for a field, for "needs a column such as …": the most telling one of each language first. */
export function acceptedHeaders(wanted: Field, language: 'en' | 'ru', most = 3): readonly string[] {
  const other = language === 'en' ? 'ru' : 'en';
  return [...wanted.aliases[language], ...wanted.aliases[other]].slice(0, most);
}
