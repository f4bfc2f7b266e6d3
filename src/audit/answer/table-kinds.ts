/** Which kinds of table a workbook holds, and what of the checks made for them could not be made: said once for all tabs. */
import type { SignalResult } from '../../patterns/engine/signal.ts';
import { signalById } from '../../patterns/index.ts';
import { activity, audiences } from '../../table/row-facts.ts';

/** Kinds of table that signals judge. */
export const tableKinds = ['posts', 'series', 'placements', 'leads', 'goals'] as const;
export type TableKind = (typeof tableKinds)[number];

/** Fields that only a table of this kind has, the kind that is hardest to mistake first. Counts of activity stand in any of them. */
const telling: readonly (readonly [kind: TableKind, fields: readonly string[]])[] = [
  ['leads', ['leads', 'leadsAnswered', 'leadAt', 'answeredAt', 'answeredAfter', 'leadAnswered']],
  [
    'placements',
    ['placement', 'placementKind', 'placedAt', 'price', 'geoShare', 'ageShare', 'targetShare', 'realShare', 'audiencePlace', 'audienceAge'],
  ],
  ['goals', ['goal', 'scope', 'isAgreed', 'goalPlan', 'goalFact']],
  ['posts', ['title', 'postId', 'format', 'urgency', 'eventAt', 'sentAt', 'approvedAt', 'approvalHistory', 'revisionRounds', 'decider']],
  ['series', ['followers', 'followersGained', 'followersLost', 'followersNet']],
];
/** Where nothing tells more: what a post has and a day has not. */
const ofPosts = ['link', 'publishedAt'];

/** The kinds that columns of these fields make a table: several where posts stand beside followers, none where nothing tells. */
export function kindsOf(fields: Iterable<string | null>): readonly TableKind[] {
  const present = new Set(fields);
  const has = (field: string) => present.has(field);
  const told = telling.filter(([, own]) => own.some(has)).map(([kind]) => kind);
  const isList = told.includes('placements');
  const isOfPosts = telling.some(([kind, own]) => kind === 'posts' && own.some((id) => id !== 'title' && has(id)));
  const isAnothers: Readonly<Partial<Record<TableKind, boolean>>> = {
    // A list of placements has the followers of each blogger and often names the post; what a lead is about is no post.
    series: isList,
    posts: isList || (told.includes('leads') && !isOfPosts),
  };
  const kinds = told.filter((kind) => !isAnothers[kind]);
  if (kinds.length > 0) return tableKinds.filter((kind) => kinds.includes(kind));
  if (ofPosts.some(has)) return ['posts'];
  // What a day brings, a post does too.
  if (has('day') && [...activity, ...audiences].some(has)) return ['series'];
  return activity.some(has) ? ['posts'] : [];
}

/** The one kind of table that a signal is made for; `undefined` for a signal that any table will do for. */
export function kindOfSignal(id: string): TableKind | undefined {
  const needed = new Set(
    signalById(id)
      ?.signal.missing(() => false)
      .flat(),
  );
  const [first] = telling.find(([, own]) => own.some((field) => needed.has(field))) ?? kindsOf(needed);
  return first;
}

/** What is needed of a result to say what was not checked. */
type Checked = Pick<SignalResult, 'signal' | 'outcome' | 'missing'>;

/** One thing to say: a kind of table that is nowhere, with the signals that wait for it, or a signal that a table of its kind could not serve. */
export type NotChecked<Result> =
  | { readonly kind: TableKind; readonly signals: readonly string[] }
  | { readonly sheet: string; readonly result: Result };

/**
 * What could not be checked, once for all tabs. A check that some tab allowed is not missing. Of the tabs of its kind the one that lacks
 * least is named; where the columns were there and the check still could not be made, or broke, each tab is.
 * @param sheets every tab that was audited, also those in which nothing could be read
 */
export function notChecked<Result extends Checked>(
  sheets: readonly { readonly sheet: string; readonly kinds: readonly TableKind[]; readonly results: readonly Result[] }[],
): readonly NotChecked<Result>[] {
  const there = new Set(sheets.flatMap(({ kinds }) => kinds));
  const all = sheets.flatMap(({ sheet, kinds, results }) => results.map((result) => ({ sheet, kinds, result })));
  const isSilent = ({ outcome }: Checked) => outcome === 'not-checked' || outcome === 'failed';
  const checked = new Set(all.filter(({ result }) => !isSilent(result)).map(({ result }) => result.signal));
  const silent = all.filter(({ result }) => isSilent(result));

  const isFitting = ({ kinds, result }: (typeof all)[number]) => {
    const kind = kindOfSignal(result.signal);
    return result.outcome === 'failed' || kind === undefined || kinds.includes(kind);
  };
  const distance = ({ result }: (typeof all)[number]) => Math.min(...result.missing.map((set) => set.length), Number.POSITIVE_INFINITY);
  const fitting = silent.filter(isFitting);
  const nearest = new Map<string, (typeof all)[number]>();
  for (const one of fitting) {
    const best = nearest.get(one.result.signal);
    if (!best || distance(one) < distance(best)) nearest.set(one.result.signal, one);
  }
  const said = fitting.filter(
    (one) => one.result.missing.length === 0 || (!checked.has(one.result.signal) && nearest.get(one.result.signal) === one),
  );

  const waiting = [...new Set(silent.map(({ result }) => result.signal))].filter((signal) => !checked.has(signal));
  const absent = tableKinds
    .filter((kind) => !there.has(kind))
    .map((kind) => ({ kind, signals: waiting.filter((signal) => kindOfSignal(signal) === kind) }))
    .filter(({ signals }) => signals.length > 0);
  return [...said.map(({ sheet, result }) => ({ sheet, result })), ...absent];
}
