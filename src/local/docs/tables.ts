import { formulas } from '../../addon/entry/formulas.ts';
import type { Formula } from '../../formulas/engine/define.ts';
import { patterns } from '../../patterns/index.ts';
import { roomBans, roomRows } from './rooms.ts';

/** What the docs say of formulas, signals and rooms, made from their own descriptors: each block stands between two comments of its name. */
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
  rooms: () => table(['folder', 'job', 'may import'], roomRows()),
};

/** The text with every block made anew. */
export function withTables(text: string): string {
  return Object.entries(blocks).reduce(
    (whole, [name, make]) =>
      whole.replace(new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`), (_, start, end) => `${start}\n${make()}\n${end}`),
    text,
  );
}

/** The linter's configuration with the bans of the rooms; what else it says stays. */
export function withBans(text: string): string {
  const config = JSON.parse(text) as { readonly overrides: readonly { readonly includes: readonly string[] }[] };
  const bans = roomBans();
  const ofRooms = new Set(bans.flatMap(({ includes }) => includes));
  const others = config.overrides.filter(({ includes }) => !includes.some((pattern) => ofRooms.has(pattern)));
  return JSON.stringify({ ...config, overrides: [...others, ...bans] }, null, 2);
}

function call({ name, params }: Formula): string {
  const list = params.map((param) => (param.isSum ? `${param.name}…` : param.isOptional ? `[${param.name}]` : param.name));
  return `=${name}(${list.join('; ')})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
