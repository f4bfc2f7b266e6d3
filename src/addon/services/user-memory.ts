/** What the user said of columns, remembered for the next workbook: keys that no header can be read from, and fields. */
import { fieldById } from '../../table/fields.ts';

const NAME = 'smm-audit-columns';
/** A property holds 9 KB; what was said longest ago is forgotten first. */
const MOST = 150;

/** Key of a column → field id, or `''` for a column to leave alone. */
export type TaughtColumns = Readonly<Record<string, string>>;

/** @returns nothing where the memory cannot be read: the audit does not need it */
export function readTaught(): TaughtColumns {
  try {
    const pairs: unknown = JSON.parse(PropertiesService.getUserProperties().getProperty(NAME) ?? '[]');
    return Object.fromEntries(Array.isArray(pairs) ? pairs.filter(isPair) : []);
  } catch {
    return {};
  }
}

const isPair = (pair: unknown): pair is readonly [string, string] =>
  Array.isArray(pair) && pair.length === 2 && /^[0-9a-f]{16}$/.test(pair[0]) && (pair[1] === '' || fieldById(pair[1]) !== undefined);

export function teachColumn({ key, field }: { readonly key: string; readonly field: string }): Record<string, never> {
  const others = Object.entries(readTaught()).filter(([known]) => known !== key);
  PropertiesService.getUserProperties().setProperty(NAME, JSON.stringify([...others, [key, field]].slice(-MOST)));
  return {};
}

export function forgetTaught(): Record<string, never> {
  PropertiesService.getUserProperties().deleteProperty(NAME);
  return {};
}
