import { formulas } from '../../addon/entry/formulas.ts';
import type { Formula } from '../../formulas/engine/define.ts';
import { parameterName } from '../../formulas/engine/parameter-names.ts';
import type { Language } from '../../i18n/language.ts';
import type { Pattern, Signal } from '../../patterns/engine/signal.ts';
import { patterns } from '../../patterns/index.ts';
import { roomBans, roomRows } from './rooms.ts';

/** The pages that hold blocks. */
export const pages = ['README.md', 'README.ru.md', 'docs/architecture.md', 'docs/formulas.md', 'docs/patterns.md'] as const;

/** What the docs say of formulas, signals and rooms, made from their own descriptors: each block stands between two comments of its name. */
const blocks: Readonly<Record<string, () => string>> = {
  patterns: () => patternTable('en'),
  'patterns-ru': () => patternTable('ru'),
  formulas: () => formulaTable('en'),
  'formulas-ru': () => formulaTable('ru'),
  'formula-pages': () => formulas.map(formulaPage).join('\n\n'),
  'signal-pages': () => patterns.map(patternPage).join('\n\n'),
  rooms: () => table(['folder', 'job', 'may import'], roomRows()),
};

const patternHeads: Readonly<Record<Language, readonly string[]>> = {
  en: ['', 'pattern', 'what it looks for'],
  ru: ['', 'тема', 'что ищет'],
};

function patternTable(language: Language): string {
  const rows = patterns.map(({ title, signals }, index) => [
    String(index + 1),
    title[language],
    signals.map(({ texts }) => texts[language].title).join('; '),
  ]);
  return table(patternHeads[language], rows);
}

const formulaHeads: Readonly<Record<Language, readonly string[]>> = { en: ['formula', 'what it gives'], ru: ['формула', 'что даёт'] };

const formulaTable = (language: Language): string =>
  table(
    formulaHeads[language],
    formulas.map((formula) => [`\`${call(formula, language)}\``, formula.summary[language]]),
  );

/** A formula whole: what it gives, its arguments, and worked cases, with commas and with semicolons. */
function formulaPage(formula: Formula): string {
  const { name, summary, params, returns, examples } = formula;
  const shapes = params.map(({ name, about, isOptional }) => [`\`${name}\``, isOptional ? 'may be left out' : 'needed', about.en]);
  const worked = examples.map(({ formula: typed, result }) => {
    const shown = JSON.stringify(result);
    return [code(typed), code(withSemicolons(typed)), shown.length > LONGEST_RESULT ? 'a cell per row' : code(shown)];
  });
  return [
    `## ${name}`,
    summary.en,
    table(['argument', '', 'what it is'], shapes),
    returns,
    table(['with commas', 'with semicolons', 'gives'], worked),
  ].join('\n\n');
}

const LONGEST_RESULT = 60;
const code = (text: string) => `\`${text.replace(/\|/g, '\\|')}\``;
/** As it is typed where the comma is a decimal mark; what stands in quotation marks stays. */
const withSemicolons = (typed: string) =>
  typed.replace(/"[^"]*"|, ?|(\d)\.(\d)/g, (part, whole, tenths) => (part.startsWith('"') ? part : whole ? `${whole},${tenths}` : '; '));

/** A pattern with its signals: what each looks for, what it needs, its limits with their sources. */
function patternPage({ title, why, signals }: Pattern, index: number): string {
  return [`## ${index + 1}. ${title.en}`, why.en, ...signals.map(signalPart)].join('\n\n');
}

function signalPart({ texts, settings, fields }: Signal): string {
  const limits = Object.values(settings).map(({ title, default: usual, source }) => [title.en, String(usual), source.en]);
  return [
    `### ${texts.en.title}`,
    `Reads: ${fields.map((field) => field.title.en).join(', ')}. What to do: ${texts.en.fix}`,
    ...(limits.length > 0 ? [table(['limit', 'usual', 'where it comes from'], limits)] : []),
  ].join('\n\n');
}

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

/** Between arguments there stands what a spreadsheet of the language has there. */
const separators: Readonly<Record<Language, string>> = { en: ', ', ru: '; ' };

function call({ name, params }: Formula, language: Language): string {
  const list = params.map(({ name, isSum, isOptional }) => {
    const own = parameterName(name, language);
    return isSum ? `${own}…` : isOptional ? `[${own}]` : own;
  });
  return `=${name}(${list.join(separators[language])})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
