import { type ColumnShift, shiftFormula } from '../../book/references.ts';
import type { EditablePackage, Parts } from './package.ts';

/** A workbook's conditional formats as their parts were: the blocks of each sheet by its name, and the looks that they name. */
export interface Rules {
  readonly bySheet: ReadonlyMap<string, readonly string[]>;
  /** `dxf` elements; a rule's `dxfId` is a place among them. */
  readonly looks: readonly string[];
}

export function rulesOf(parts: Parts): Rules {
  const text = (name: string) => parts[name]?.toString() ?? '';
  const bySheet = new Map<string, readonly string[]>();
  for (const [sheet, part] of sheetParts(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))) {
    const blocks = (behindCells(parts[part]).match(BLOCK) ?? []).map(withoutOwn).filter((block) => RULE.test(block));
    if (blocks.length > 0) bySheet.set(sheet, blocks);
  }
  return { bySheet, looks: looksIn(text('xl/styles.xml')) };
}

/**
 * The library writes some kinds of rules wrong and leaves others out, so that the client's are written as they were, where their columns
 * stand now. Data bars are the library's: theirs go on in another place of the sheet, by an id that it gives.
 *
 * @param moved the column shifts of each sheet
 */
export function restoreRules(file: EditablePackage, rules: Rules, moved: ReadonlyMap<string, readonly ColumnShift[]>): void {
  if (rules.bySheet.size === 0) return;
  const styles = file.text('xl/styles.xml');
  const known = looksIn(styles);
  const looks = [...known];
  const lookOf = (id: string): number => {
    looks.push(rules.looks[Number(id)] ?? '<dxf/>');
    return looks.length - 1;
  };
  for (const [sheet, part] of sheetParts(file.text('xl/workbook.xml'), file.text('xl/_rels/workbook.xml.rels'))) {
    const blocks = rules.bySheet.get(sheet);
    if (!blocks) continue;
    const xml = file.text(part);
    const end = xml.lastIndexOf('</sheetData>') + '</sheetData>'.length;
    const shifts = moved.get(sheet) ?? [];
    const theirs = blocks.map((block) =>
      withRules(block, (rule) => (isDataBar(rule) ? '' : withLook(movedRule(rule, sheet, shifts), lookOf))),
    );
    const ours = (xml.slice(end).match(BLOCK) ?? []).map((block) =>
      withRules(block, (rule) => (isOwn(rule) || isDataBar(rule) ? rule : '')),
    );
    const all = [...theirs.map((block) => movedArea(block, sheet, shifts)), ...ours].filter((block) => RULE.test(block)).join('');
    const rest = xml.slice(end).replace(BLOCK, '');
    const at = rest.search(AFTER_RULES);
    file.put(part, `${xml.slice(0, end)}${rest.slice(0, at)}${all}${rest.slice(at)}`);
  }
  if (looks.length > known.length) file.put('xl/styles.xml', withLooks(styles, looks));
}

const BLOCK = /<conditionalFormatting\b[^>]*>[\s\S]*?<\/conditionalFormatting>|<conditionalFormatting\b[^>]*\/>/g;
const RULE = /<cfRule\b[\s\S]*?(?:\/>|<\/cfRule>)/;
const EVERY_RULE = /<cfRule\b[^>]*?\/>|<cfRule\b[\s\S]*?<\/cfRule>/g;
/** What may stand behind the conditional formats of a sheet, in the order of the format. */
const AFTER_RULES =
  /<(?:dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

const withRules = (block: string, change: (rule: string) => string) => block.replace(EVERY_RULE, change);
const isOwn = (rule: string) => rule.includes('smm-audit');
const isDataBar = (rule: string) => /^<cfRule\b[^>]*\stype="dataBar"/.test(rule);
const withoutOwn = (block: string) => withRules(block, (rule) => (isOwn(rule) ? '' : rule));

/** The sheets' names and their parts, as the workbook lists them. */
function sheetParts(workbook: string, relations: string): readonly (readonly [string, string])[] {
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')] as const),
  );
  return [...workbook.matchAll(/<sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id'));
    return target === undefined
      ? []
      : [[plain(attribute(tag, 'name')), target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const];
  });
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const behindCells = (part: Buffer | undefined): string => {
  if (!part) return '';
  const end = part.lastIndexOf('</sheetData');
  const start = end < 0 ? part.lastIndexOf('<sheetData/') : end;
  return part.toString('utf8', Math.max(0, start));
};

const looksIn = (styles: string): readonly string[] =>
  /<dxfs\b[^>]*>([\s\S]*?)<\/dxfs>/.exec(styles)?.[1]?.match(/<dxf\b[^>]*\/>|<dxf\b[\s\S]*?<\/dxf>/g) ?? [];

function withLooks(styles: string, looks: readonly string[]): string {
  const element = `<dxfs count="${looks.length}">${looks.join('')}</dxfs>`;
  const known = /<dxfs\b[^>]*\/>|<dxfs\b[^>]*>[\s\S]*?<\/dxfs>/;
  return known.test(styles)
    ? styles.replace(known, () => element)
    : styles.replace(/<tableStyles\b|<colors\b|<extLst\b|<\/styleSheet>/, (next) => element + next);
}

const withLook = (rule: string, lookOf: (id: string) => number) =>
  rule.replace(/^(<cfRule\b[^>]*\sdxfId=")(\d+)"/, (_, start: string, id: string) => `${start}${lookOf(id)}"`);

const shifted = (text: string, sheet: string, shifts: readonly ColumnShift[]) =>
  shifts.reduce((moved, shift) => shiftFormula(moved, sheet, shift), text);
const movedArea = (block: string, sheet: string, shifts: readonly ColumnShift[]) =>
  block.replace(
    /(<conditionalFormatting\b[^>]*\ssqref=")([^"]*)"/,
    (_, start: string, area: string) => `${start}${shifted(area, sheet, shifts)}"`,
  );
const movedRule = (rule: string, sheet: string, shifts: readonly ColumnShift[]) =>
  rule.replace(/(<formula\b[^>]*>)([^<]*)(<\/formula>)/g, (_, start: string, formula: string, end: string) =>
    [start, escaped(shifted(plain(formula), sheet, shifts)), end].join(''),
  );

const plain = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
