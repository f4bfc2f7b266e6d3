import { cleanText } from '../../base/cells.ts';
import { lazily } from '../../base/lazily.ts';
import * as columns from '../fields.ts';
import { type Field, fields, followers, followersNet } from '../fields.ts';
import { exportLanguages, spellingOf } from '../languages/index.ts';
import type { ExportedField, TrackedField } from '../languages/language.ts';
import { type HeaderWords, normaliseHeader, readHeader, tellingWords, withoutObjects } from './header-text.ts';
import { areAlike, initialsOf } from './likeness.ts';
import { ofNetwork } from './networks.ts';

/** One field a header may mean; the lower the rank, the more telling the alias. */
export interface Candidate {
  readonly field: Field;
  readonly rank: number;
  /** Place in the list of its own language: of two columns for one field the more telling header wins, whatever the language. */
  readonly place?: number;
  readonly isExact: boolean;
  /** Only alike: shortened, another ending or letter, a qualifier in brackets. Comes last and is shown as a doubt. */
  readonly isLikely?: boolean;
  /** One of several: the header names a place or ages of its own, and others may stand beside it. */
  readonly isOneOfSeveral?: boolean;
}

/** Answers which fields a header may mean, best first. */
export type HeaderMatcher = (header: string) => readonly Candidate[];

interface Alias {
  readonly field: Field;
  readonly rank: number;
  /** Place in the list of its own language. */
  readonly place: number;
  readonly spelling: string;
  readonly full: string;
  readonly words: readonly string[];
}

/** The alias table, read once: by the whole spelling, by its telling words, and by what these begin with. */
interface AliasTable {
  readonly bySpelling: ReadonlyMap<string, readonly Alias[]>;
  readonly byWords: ReadonlyMap<string, readonly Alias[]>;
  /** By its words but for what it is about. */
  readonly byBareWords: ReadonlyMap<string, readonly Alias[]>;
  readonly byInitials: ReadonlyMap<string, readonly Alias[]>;
}

function readAliases(): AliasTable {
  const bySpelling = new Map<string, Alias[]>();
  const byWords = new Map<string, Alias[]>();
  const byInitials = new Map<string, Alias[]>();
  const byBareWords = new Map<string, Alias[]>();
  const add = (map: Map<string, Alias[]>, key: string, alias: Alias) => {
    const known = map.get(key);
    if (!known) map.set(key, [alias]);
    else if (map === byInitials || !known.some(({ field }) => field === alias.field)) known.push(alias);
  };
  for (const field of fields) {
    const foreign = exportLanguages.map(({ headers, tracker, date }) => [
      ...(headers[field.id as ExportedField] ?? tracker[field.id as TrackedField] ?? []),
      ...(field === columns.publishedAt ? date : []),
    ]);
    for (const [language, aliases] of [field.aliases.en, field.aliases.ru, ...foreign].entries()) {
      aliases.map(spellingOf).forEach((spelling, place) => {
        const rank = place + (language < 2 ? 0 : FOREIGN_RANK);
        const { normal, full, words } = readHeader(spelling);
        // English and Russian words come before equal ones of other languages.
        const alias = { field, rank, place: place + (language < 2 ? 0 : FOREIGN_PLACE), spelling, full, words };
        add(bySpelling, normal, alias);
        if (words.length === 0) return;
        add(byWords, words.join(' '), alias);
        add(byInitials, initialsOf(words), alias);
        const bare = withoutObjects(words);
        if (ofPosts.has(field) && bare.length > 0) add(byBareWords, bare.join(' '), alias);
      });
    }
    // What we call a field ourselves people may take for a header, as it stands.
    for (const spelling of Object.values(field.title)) {
      const said = readHeader(spelling);
      add(bySpelling, said.normal, { field, rank: OWN_RANK, place: OWN_RANK, spelling, full: said.full, words: said.words });
    }
  }
  return { bySpelling, byWords, byBareWords, byInitials };
}

/** Fields of a post: whatever the post is called, they stay what they are. */
const ofPosts: ReadonlySet<Field> = new Set([
  ...[columns.publishedAt, columns.timeOfDay, columns.title, columns.link, columns.postId, columns.format, columns.likes, columns.comments],
  ...[columns.shares, columns.saves, columns.engagements, columns.reach, columns.impressions, columns.views, columns.engagementRate],
  ...[columns.sentAt, columns.approvedAt, columns.approver, columns.revisionRounds, columns.urgency, columns.status, columns.note],
  ...[columns.price, columns.spend, columns.paid, columns.placement, columns.account],
]);

/** Our own names of fields come after the headers of English and Russian tables. */
const OWN_RANK = 40;
/** English and Russian headers come before those of other languages. */
export const FOREIGN_RANK = 50;
const FOREIGN_PLACE = 3;

const aliasTable = lazily(readAliases);

/** Whether a text is a header of the alias table; likeness does not count. */
export function isKnownHeader(text: string): boolean {
  return aliasTable().bySpelling.has(normaliseHeader(text));
}

/** A matcher that remembers its answers: a sheet asks about the same cells again and again. */
export function createHeaderMatcher(): HeaderMatcher {
  const answers = new Map<string, readonly Candidate[]>();
  return (header) => {
    const answer = answers.get(header) ?? matchOfNetwork(header);
    answers.set(header, answer);
    return answer;
  };
}

/** Longer texts are sentences. */
const LONGEST_HEADER = 120;

/** `IG лайки` means what `лайки` means, of one network: less sure than a header of its own. */
function matchOfNetwork(header: string): readonly Candidate[] {
  const own = matchHeader(header);
  const rest = own.length > 0 ? undefined : ofNetwork(header)?.rest;
  return rest === undefined ? own : matchHeader(rest).map((candidate) => ({ ...candidate, isExact: false, isLikely: true }));
}

function matchHeader(header: string): readonly Candidate[] {
  // Numbers and dates are no headers; a sheet has thousands of them.
  if (header.length > LONGEST_HEADER || /^[\d\s.,:+%-]*$/.test(header)) return [];
  const table = aliasTable();
  const normal = normaliseHeader(header);
  const words = tellingWords(normal);
  // Most cells of a sheet end here.
  const bareWords = withoutObjects(words);
  // Only what a header says itself is left out: `ID` alone is not `Post ID`.
  const bare = bareWords.length < words.length ? bareWords.join(' ') : '';
  const isKnown = table.bySpelling.has(normal) || table.byInitials.has(initialsOf(words)) || table.byBareWords.has(bare);
  if (!isKnown && !/[(+/]/.test(header)) return [];
  const said = readHeader(header, normal, words);
  const known = matchWhole(header, said, table);
  if (known.length > 0) return known;
  const byParts = matchParts(header, table);
  if (byParts.length > 0) return byParts;
  const byObject = matchBare(bare, said, table);
  return byObject.length > 0 ? byObject : matchAlike(said, table);
}

/** Known but for what it is about: `Blog title`, `Стоимость рилса`. */
const matchBare = (bare: string, said: HeaderWords, { byBareWords }: AliasTable): readonly Candidate[] =>
  said.qualifier !== ''
    ? []
    : (byBareWords.get(bare) ?? [])
        .flatMap((alias) => suited(alias, said))
        .map(({ field, rank, place }) => ({ field, rank, place, isExact: false, isLikely: true }));

/** The whole header is an alias, or its telling words are; what stands in brackets may confirm it or put it in doubt. */
function matchWhole(header: string, said: HeaderWords, { bySpelling, byWords }: AliasTable): readonly Candidate[] {
  const clean = cleanText(header);
  const found = (bySpelling.get(said.normal) ?? byWords.get(said.words.join(' ')) ?? []).flatMap((alias) => suited(alias, said));
  const { qualifier } = said;
  const bracket = qualifier === '' ? [] : (bySpelling.get(normaliseHeader(qualifier)) ?? []);
  const inBracket = (field: Field) => bracket.some((alias) => alias.field === field);
  const isRate = bracket.some(({ field }) => field.kind === 'share') && !said.isNumbering;
  // `Views (organic)` is named by its bracket only where little else is said: a bracket qualifies.
  const isNamedByBracket = said.words.length <= 1 && /\)\s*$/.test(clean);
  if (isRate || (found.length === 0 && !said.isShare && isNamedByBracket))
    return bracket.map(({ field, rank }) => ({ field, rank, isExact: false, isLikely: !isRate }));
  return found
    .map(({ field, rank, place, spelling, full, isLikely }): Candidate => {
      const isSure = qualifier === '' || full === said.full || inBracket(field);
      return { field, rank, place, isExact: spelling === clean, ...(isLikely || !isSure ? { isLikely: true } : {}) };
    })
    .sort((one, other) => Number(other.isExact) - Number(one.isExact) || one.rank - other.rank);
}

/** The alias if its field can be what the header says beside its words; followers of a week are a change, not the total. */
function suited(alias: Alias, said: HeaderWords): readonly (Alias & { readonly isLikely?: boolean })[] {
  const { field, full } = alias;
  if (said.isNumbering || (said.isShare && field.kind !== 'share')) return [];
  // The address of its picture is not that of a post.
  if (field === columns.link && pictureOfPost.test(said.normal)) return [];
  if (full === said.full) return [alias];
  // `Replied by` is somebody, `Replied` is not.
  if (/ by$/.test(full) && !/ by( |$)/.test(said.full)) return [];
  if (said.isMoney && field.kind !== 'money' && field.kind !== 'text') return [];
  if (said.isCount && field.kind !== 'count' && field.kind !== 'number') return [];
  if (field === followers && said.isPerPeriod) return [{ ...alias, field: followersNet, isLikely: true }];
  return [alias];
}

const pictureOfPost = /(^| )(thumbnail|preview|cover|обложк\S*|превью|miniatur\S*|vorschau\S*)( |$)/;
const acts: readonly Field[] = [columns.likes, columns.comments, columns.shares, columns.saves];

/** `Охват / Reach` says one thing twice, `Notes / ideas` one of two things, `Likes+Comments` a sum. */
function matchParts(header: string, table: AliasTable): readonly Candidate[] {
  const separator = header.indexOf('+') > 0 ? '+' : '/';
  const texts = header.split(separator);
  if (texts.length < 2) return [];
  const parts = texts.map((part) => matchWhole(part, readHeader(part), table));
  const [first = []] = parts;
  if (separator === '+') {
    const isSum = parts.every((part) => part.some(({ field }) => acts.indexOf(field) >= 0));
    return isSum ? [{ field: columns.engagements, rank: 0, isExact: false, isLikely: true }] : [];
  }
  const inAll = first.filter(({ field }) => parts.every((part) => part.some((candidate) => candidate.field === field)));
  if (inAll.length > 0) return inAll.map((candidate) => ({ ...candidate, isExact: false }));
  // Of numbers a stroke makes a ratio: `Likes / post`.
  return parts
    .flat()
    .filter(({ field }) => field.kind === 'text' || field.kind === 'date')
    .map((candidate) => ({ ...candidate, isExact: false, isLikely: true }));
}

/** The last resort: words cut short, other endings, slips of the finger. */
function matchAlike(said: HeaderWords, { byInitials }: AliasTable): readonly Candidate[] {
  // What a column is about alone says nothing of what it holds: `Video count`.
  if (withoutObjects(said.words).length === 0 || said.normal.length > 40) return [];
  const { shortened } = said;
  const best = new Map<Field, Candidate>();
  for (const alias of byInitials.get(initialsOf(said.words)) ?? []) {
    if (!areAlike(said.words, alias.words, shortened)) continue;
    for (const { field, rank } of suited(alias, said)) {
      const known = best.get(field);
      if (!known || rank < known.rank) best.set(field, { field, rank, isExact: false, isLikely: true });
    }
  }
  return [...best.values()].sort((one, other) => one.rank - other.rank);
}
