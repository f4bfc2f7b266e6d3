/** What a person types into a cell against what the grid's parser knows. */

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
