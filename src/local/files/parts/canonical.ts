/**
 * The format lets a writer name and place the parts of a workbook as it likes, as long as relationships lead to them; the library knows the
 * names that Excel gives. This brings a package into that form, so that a workbook of any writer is read and written whole.
 */
import { posix } from 'node:path';
import { canonicalXml } from './canonical-xml.ts';
import type { Parts } from './package.ts';

/** @returns the very parts where they are in that form already; empty where nothing says that this is a workbook */
export function canonicalParts(given: Parts): Parts {
  const parts = withPlainNames(given);
  const sources = reachable(parts);
  const names = canonicalNames(parts, sources);
  let isChanged = parts !== given;
  const result: Parts = Object.create(null);
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith(RELATIONS)) continue;
    const wanted = names.get(name)?.name ?? name;
    const xml = canonicalXml(content, names.get(name)?.kind);
    isChanged ||= wanted !== name || xml !== content;
    result[wanted] = xml;
  }
  for (const [name, content] of Object.entries(parts)) {
    if (!name.endsWith(RELATIONS)) continue;
    const source = existing(parts, sourceOf(name));
    const wanted = names.get(source)?.name ?? source;
    const text = content.toString();
    const relations = renamed(text, source, wanted, parts, names);
    isChanged ||= relations !== text;
    result[relationsOf(wanted)] = relations === text ? content : Buffer.from(relations);
  }
  return isChanged ? result : given;
}

/** Kinds of parts by the last word of the relationship that leads to them, and where the library looks for them. */
const places: Readonly<Record<string, { readonly name: RegExp; readonly make: (number: number, ending: string) => string }>> = {
  officeDocument: { name: /^xl\/workbook\.xml$/, make: () => 'xl/workbook.xml' },
  sharedStrings: { name: /^xl\/sharedStrings\.xml$/, make: () => 'xl/sharedStrings.xml' },
  styles: { name: /^xl\/styles\.xml$/, make: () => 'xl/styles.xml' },
  theme: { name: /^xl\/theme\/[a-zA-Z0-9]+\.xml$/, make: (number) => `xl/theme/theme${number}.xml` },
  worksheet: numbered('xl/worksheets/sheet'),
  drawing: numbered('xl/drawings/drawing'),
  vmlDrawing: numbered('xl/drawings/vmlDrawing', 'vml'),
  comments: numbered('xl/comments'),
  table: numbered('xl/tables/table'),
  chart: numbered('xl/charts/chart'),
  pivotTable: numbered('xl/pivotTables/pivotTable'),
  pivotCacheDefinition: numbered('xl/pivotCache/pivotCacheDefinition'),
  pivotCacheRecords: numbered('xl/pivotCache/pivotCacheRecords'),
  image: { name: /^xl\/media\/[a-zA-Z0-9]+\.[a-zA-Z0-9]{3,4}$/, make: (number, ending) => `xl/media/image${number}${ending}` },
};

function numbered(stem: string, ending = 'xml') {
  return { name: new RegExp(`^${stem}\\d+\\.${ending}$`), make: (number: number) => `${stem}${number}.${ending}` };
}

interface Relation {
  readonly type: string;
  /** The part it leads to; absent where that is outside the package. */
  readonly part?: string;
}

/** Names with plain slashes and none in front, however they were packed. */
function withPlainNames(parts: Parts): Parts {
  const plain = (name: string) => name.replace(/\\/g, '/').replace(/^\/+/, '');
  if (Object.keys(parts).every((name) => plain(name) === name)) return parts;
  return Object.assign(Object.create(null), Object.fromEntries(Object.entries(parts).map(([name, content]) => [plain(name), content])));
}

/** What each part is, for all that relationships lead to, in their order. */
function reachable(parts: Parts): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  const waiting = [''];
  for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
    for (const { type, part } of relationsIn(parts, source)) {
      if (part === undefined || kinds.has(part)) continue;
      kinds.set(part, type);
      waiting.push(part);
    }
  }
  return kinds;
}

function canonicalNames(parts: Parts, kinds: ReadonlyMap<string, string>) {
  const taken = new Set(Object.keys(parts));
  const names = new Map<string, { readonly name: string; readonly kind: string }>();
  for (const [part, kind] of kinds) {
    const place = places[kind];
    const isPlaced = !place || place.name.test(part);
    let name = part;
    for (let number = 1; !isPlaced && (number === 1 || taken.has(name)) && number <= taken.size + 1; number++) {
      name = place.make(number, posix.extname(part));
    }
    taken.add(name);
    names.set(part, { name, kind });
  }
  return names;
}

const RELATIONS = '.rels';
const relationsOf = (part: string) => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}${RELATIONS}`);

/** The part whose relationships this part holds; `''` for the package's own. */
function sourceOf(name: string): string {
  const [, folder = '', base = ''] = /^(.*\/)?_rels\/([^/]*)\.rels$/.exec(name) ?? [];
  return `${folder}${base}`;
}

const TAG = /<(?:\w+:)?Relationship\s[^>]*>/g;
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);

function relationsIn(parts: Parts, source: string): readonly Relation[] {
  const text = parts[existing(parts, relationsOf(source))]?.toString() ?? '';
  return [...text.matchAll(TAG)].map(([tag]) => relationOf(tag, source, parts));
}

function relationOf(tag: string, source: string, parts: Parts): Relation {
  const [, one, other] = attribute(tag, 'Type') ?? [];
  const type = (one ?? other ?? '').split('/').at(-1) ?? '';
  const [, target = attribute(tag, 'Target')?.[2] ?? ''] = attribute(tag, 'Target') ?? [];
  if (/\sTargetMode\s*=\s*["']External["']/.test(tag)) return { type };
  return {
    type,
    part: existing(parts, posix.join(target.startsWith('/') ? '' : posix.dirname(source), decoded(target)).replace(/^\/+/, '')),
  };
}

/** A part's name as it is packed: names of parts know no capitals. */
function existing(parts: Parts, wanted: string): string {
  if (parts[wanted]) return wanted;
  return Object.keys(parts).find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? wanted;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target.replace(/\\/g, '/'));
  } catch {
    return target;
  }
}

/** The relationships with targets as the library writes them itself; what leads nowhere is left out. */
function renamed(
  text: string,
  source: string,
  wanted: string,
  parts: Parts,
  names: ReadonlyMap<string, { readonly name: string }>,
): string {
  return text.replace(TAG, (tag) => {
    const { type, part } = relationOf(tag, source, parts);
    const known = places[type];
    const plain = tag.replace(/http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships/, OFFICE).replace(/^<\w+:/, '<');
    if (part === undefined || !known) return plain;
    if (!parts[part]) return '';
    const target = posix.relative(posix.dirname(wanted || '.'), names.get(part)?.name ?? part);
    return plain.replace(/(\sTarget\s*=\s*)(?:"[^"]*"|'[^']*')/, (_, start: string) => `${start}"${target}"`);
  });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
