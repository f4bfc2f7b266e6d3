import { formulas } from '../../addon/entry/formulas.ts';
import type { Formula } from '../../formulas/engine/define.ts';
import { patterns } from '../../patterns/index.ts';

/** What the README says of formulas and signals, made from their own descriptors: each block stands between two comments of its name. */
const blocks: Readonly<Record<string, () => string>> = {
  patterns: () =>
    table(
      ['', 'pattern', 'what it looks for'],
      patterns.map(({ title, signals }, index) => [String(index + 1), title.en, signals.map(({ texts }) => texts.en.title).join('; ')]),
    ),
  formulas: () =>
    table(
      ['formula', 'what it gives'],
      formulas.map((formula) => [`\`${call(formula)}\``, formula.summary.en]),
    ),
};

/** The text with every block made anew. */
export function withTables(text: string): string {
  return Object.entries(blocks).reduce(
    (whole, [name, make]) =>
      whole.replace(new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`), (_, start, end) => `${start}\n${make()}\n${end}`),
    text,
  );
}

function call({ name, params }: Formula): string {
  const list = params.map((param) => (param.isSum ? `${param.name}…` : param.isOptional ? `[${param.name}]` : param.name));
  return `=${name}(${list.join('; ')})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
