import { agesIn } from '../vocabulary/ages.ts';
import { placesIn } from '../vocabulary/places.ts';
/** What each column of a table means: the header against the alias table, the cells against what the field can hold. */

import { type Cell, cleanText, isBlank, isDate } from '../../base/cells.ts';
import { readDates } from '../../base/dates.ts';
import { CellState, readNumbers } from '../../base/numbers.ts';
import { ownValue } from '../../base/records.ts';
import { medianOf } from '../../base/statistics.ts';
import type { ColumnReport } from '../column-report.ts';
import type { Field } from '../fields.ts';
import * as columns from '../fields.ts';
import { normaliseHeader } from './header-text.ts';
import type { Candidate, HeaderMatcher } from './headers.ts';

/** The user's corrections for one sheet: header → field id, or `''` for a column to leave alone. */
export type ColumnCorrections = Readonly<Record<string, string>>;

/** A header as it stands in the sheet, and the text it is read as. */
export interface HeaderText {
  readonly header: string;
  readonly meaning: string;
}

interface Headers {
  readonly texts: readonly HeaderText[];
  readonly firstColumn: number;
  /** Rows below the header. */
  readonly sample: readonly (readonly Cell[])[];
  readonly match: HeaderMatcher;
  readonly corrections: ColumnCorrections;
}

/** A column and the fields it could be, best first; those that its cells cannot be are in `refused`. */
interface Choice {
  readonly index: number;
  readonly header: string;
  readonly given: string | undefined;
  readonly isEmpty: boolean;
  readonly fitting: readonly Candidate[];
  readonly refused: readonly Candidate[];
}

/** One report per column. No field is given to two columns, and nothing is settled silently: a doubt stays with the column. */
export function recognise({ texts, firstColumn, sample, match, corrections }: Headers): readonly ColumnReport[] {
  const context = tableContext(
    texts.map(({ meaning }) => meaning),
    match,
  );
  const choices = texts.map(({ header, meaning }, offset): Choice => {
    const cells = sample.map((row) => row[firstColumn + offset]);
    const given = ownValue(corrections, header);
    const candidates = given !== undefined || meaning === '' ? [] : refine(meaning, match(meaning), context, cells);
    const holds = candidates.map(({ field }) => couldHold(field, cells));
    return {
      index: firstColumn + offset,
      header,
      given,
      isEmpty: cells.every(isBlank),
      fitting: candidates.filter((_, at) => holds[at]),
      refused: candidates.filter((_, at) => !holds[at]),
    };
  });
  const taken = assign(choices);
  return choices.map((choice) => reportOf(choice, taken));
}

/** Gives each field to the column whose header says it best; a column that loses takes its next choice. */
function assign(choices: readonly Choice[]): ReadonlyMap<Choice, { readonly field: string; readonly candidate?: Candidate }> {
  const taken = new Map<Choice, { field: string; candidate?: Candidate }>();
  const fieldsTaken = new Set<string>();
  for (const choice of choices) {
    if (choice.given === undefined) continue;
    if (choice.given !== '') fieldsTaken.add(choice.given);
    taken.set(choice, { field: choice.given });
  }
  const wishes = choices.flatMap((choice) => choice.fitting.map((candidate) => ({ choice, candidate })));
  wishes.sort((one, other) => weight(one) - weight(other));
  for (const { choice, candidate } of wishes) {
    if (taken.has(choice) || fieldsTaken.has(candidate.field.id)) continue;
    taken.set(choice, { field: candidate.field.id, candidate });
    fieldsTaken.add(candidate.field.id);
  }
  return taken;
}

/** The less, the better: likeness only after everything else; of several parts of one metric the total. */
function weight({ choice, candidate }: { readonly choice: Choice; readonly candidate: Candidate }): number {
  // A column without a single value gives way to one that has some.
  const emptiness = choice.isEmpty ? 100 : 0;
  const isTotal = /\((total|всего|итого)\)/i.test(cleanText(choice.header));
  return (candidate.isLikely ? 1000 : 0) + emptiness + candidate.rank - (isTotal ? 0.5 : 0);
}

function reportOf(choice: Choice, taken: ReturnType<typeof assign>): ColumnReport {
  const { index, header, fitting, refused } = choice;
  const blank = { index, header, field: null, confidence: null };
  const own = taken.get(choice);
  if (own && !own.candidate) return own.field === '' ? blank : { ...blank, field: own.field, confidence: 'given' };
  if (own?.candidate) {
    const { isExact, isLikely } = own.candidate;
    const other = fitting.find(({ field }) => field.id !== own.field);
    const confidence = isLikely ? 'likely' : isExact ? 'exact' : 'normalised';
    return {
      ...blank,
      field: own.field,
      confidence,
      ...(other ? { doubt: { code: 'other-field' as const, detail: other.field.id } } : {}),
    };
  }
  const [wanted] = fitting;
  if (wanted) {
    const winner = [...taken].find(([, { field }]) => field === wanted.field.id)?.[0];
    return { ...blank, doubt: { code: 'other-column', detail: winner?.header ?? '' } };
  }
  return refused[0] ? { ...blank, doubt: { code: 'not-that-kind', detail: refused[0].field.id } } : blank;
}

/** What the other headers say about a table, where one header alone is not enough. */
interface TableContext {
  readonly hasPosts: boolean;
  readonly hasLeads: boolean;
  readonly hasPlacements: boolean;
  readonly isVideoStudio: boolean;
  /** Rows of several accounts, networks or bloggers, each with a number of its own. */
  readonly hasSeveral: boolean;
}

function tableContext(headers: readonly string[], match: HeaderMatcher): TableContext {
  const ids = new Set(headers.flatMap((header) => match(header).map(({ field }) => field.id)));
  const has = (...wanted: Field[]) => wanted.some(({ id }) => ids.has(id));
  const hasPlacements = has(columns.placement, columns.geoShare, columns.ageShare, columns.placementKind);
  return {
    hasPosts: has(columns.title, columns.link, columns.postId, columns.format, columns.sentAt),
    hasLeads: has(columns.answeredAt, columns.leadAnswered),
    hasPlacements,
    hasSeveral: hasPlacements || has(columns.account, columns.platform),
    isVideoStudio: headers.some((header) => videoStudioWords.test(normaliseHeader(header))),
  };
}

/** Headers that only a video studio's export has. */
const videoStudioWords =
  /video publish time|время публикации видео|subscribers gained|^watch time$|время просмотра|average (view duration|percentage viewed)|средн\S+ (продолжительность просмотра|процент просмотра)/;

/** Lets the table decide what an everyday header means: `Date`, `Subscribers`. */
function refine(header: string, candidates: readonly Candidate[], context: TableContext, cells: readonly Cell[]): readonly Candidate[] {
  const normalised = normaliseHeader(header);
  const isAnyDate = /^(date|time|дата|дата (и )?время|date (and )?time)$/.test(normalised);
  // A video's id in the studio, elsewhere what a post is about.
  const isAbout = !context.isVideoStudio && normalised === 'контент';
  // The studio's own word for a net change; `Subscribers in total` stays a total.
  const isStudioWord = context.isVideoStudio && /^(subscribers|подписчики)$/.test(normalised);
  const sorted = isAbout
    ? [...candidates].sort((one, other) => Number(other.field === columns.title) - Number(one.field === columns.title))
    : candidates;
  const refined = sorted.map((candidate, place) => {
    const { field } = candidate;
    if (isAbout) return { ...candidate, rank: place };
    if (field === columns.publishedAt && isAnyDate && !context.hasPosts) return { ...candidate, field: everydayDate(context) };
    const isNetChange = field === columns.followers && (isStudioWord || cells.some((cell) => typeof cell === 'number' && cell < 0));
    return isNetChange ? { ...candidate, field: columns.followersNet } : candidate;
  });
  const total = refined.find(({ field }) => field === columns.followers);
  // Not taken for a change, but not passed over either: the doubt is shown.
  return total && !context.hasSeveral && jumpsAbout(cells)
    ? [...refined, { ...total, field: columns.followersNet, isLikely: true }]
    : refined;
}

/** A total of followers moves little from row to row; what every second row changes by a quarter looks like a change. */
function jumpsAbout(cells: readonly Cell[]): boolean {
  const counts = [
    ...readNumbers(
      cells.filter((cell) => !isBlank(cell)),
      { wholeNumbers: true },
    ).values,
  ].filter((count) => count > 0);
  const steps = counts.slice(1).map((count, at) => Math.abs(Math.log(count / (counts[at] ?? count))));
  return steps.length >= 3 && medianOf(steps) > 0.25;
}

function everydayDate(context: TableContext): Field {
  if (context.hasLeads) return columns.leadAt;
  return context.hasPlacements ? columns.placedAt : columns.day;
}

/** Names that some write as numbers; a topic or a network of mere numbers is something else. */
const mayBeNumbers: ReadonlySet<Field> = new Set([columns.account, columns.postId, columns.link, columns.parameterValue]);

/** Fields whose cells are words of one kind: half of them must be. */
const wordsOfField: ReadonlyMap<Field, (text: string) => boolean> = new Map([
  [
    columns.audiencePlace,
    (text) => {
      const { cities, countries } = placesIn(text);
      return cities.length + countries.length + agesIn(text).length > 0;
    },
  ],
  [columns.audienceAge, (text) => agesIn(text).length > 0],
]);

/** Whether the sample holds what the field needs: `Возраст` with `25-34` is no share, `Комментарии` with sentences no count. */
function couldHold(field: Field, cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return true;
  if (field.kind === 'flag') return !filled.every((cell) => isDate(cell) || (typeof cell === 'string' && /\d[.:/-]\d/.test(cell)));
  // Ids that a spreadsheet turned into `1.8E+16` tell no row from another.
  if (field === columns.postId && filled.every((cell) => /^\d([.,]\d+)?e\+\d+$/i.test(cleanText(cell)))) return false;
  const words = wordsOfField.get(field);
  if (words) return filled.filter((cell) => words(cleanText(cell))).length >= filled.length / 2;
  if (field.kind === 'text')
    return mayBeNumbers.has(field) || filled.some((cell) => typeof cell !== 'number' && !/^\d+$/.test(cleanText(cell)));
  const states =
    field.kind === 'date' ? readDates(filled, { clock: { toWall: (instant) => instant }, now: 0 }).states : readNumbers(filled).states;
  return states.some((state) => state === CellState.read || state === CellState.undecided);
}
