/** What a person types into a cell against what the grid's parser knows. */

/** What stands between the arguments of a function, for somebody who reads. */
export const argumentSeparator = (locale: string): string => (locale.startsWith('ru') ? '; ' : ', ');

/**
 * A formula typed the Russian way, `=ER(1,5;100)`, in the only form that the grid's parser knows, `=ER(1.5,100)`.
 * Without a semicolon outside quotes nothing is changed: then a comma may be a separator.
 */
export function plainSeparators(formula: string): string {
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/);
  if (!parts.some((part, index) => index % 2 === 0 && part.includes(';'))) return formula;
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/(\d),(\d)/g, '$1.$2').replace(/;/g, ','))).join('');
}

/** Names of tabs as the tabs have them: the grid writes what stands behind a semicolon in capitals. */
export function tabNames(formula: string, tabs: readonly string[]): string {
  const quoted = (name: string) => `'${name.replace(/'/g, "''")}'`;
  return formula.replace(/"(?:[^"]|"")*"|('(?:[^']|'')+')!/g, (whole, name: string | undefined) => {
    const tab = tabs.find((tab) => quoted(tab).toUpperCase() === name?.toUpperCase());
    return tab === undefined ? whole : `${quoted(tab)}!`;
  });
}

/**
 * What a person types into a cell the Russian way, as the grid reads it: `1 234,5` → `1234.5`, `12,5 %` → `12.5%`,
 * `15.06.2026 12:00` → `2026-06-15 12:00`. Everything else stays as it is typed.
 */
export function plainContent(typed: string): string {
  const number = /^([-−+]?)(\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:,(\d+))?[ \u00A0\u202F]?(%?)$/.exec(typed);
  if (number) {
    const [, sign = '', whole = '', fraction, percent = ''] = number;
    return `${sign.replace('−', '-')}${whole.replace(/\D/g, '')}${fraction === undefined ? '' : `.${fraction}`}${percent}`;
  }
  return typed.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})( \d{1,2}:\d{2}(?::\d{2})?)?$/, (_, day, month, year, time = '') =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-').concat(time),
  );
}
