/** Which column is which field: each field goes to the column that says it best, and what is doubtful stays with the column. */
import { cleanText } from '../../base/cells.ts';
import type { ColumnReport } from '../column-report.ts';
import * as columns from '../fields.ts';
import { type Fit, partOf } from './contents.ts';
import type { Candidate } from './headers.ts';

/** A field that header and cells allow, and how well the cells fit it. */
export interface Fitting extends Candidate {
  readonly fit: Fit;
}

/** A column and the fields it could be, best first; those that its cells cannot be are in `refused`. */
export interface Choice {
  readonly index: number;
  readonly header: string;
  /** What the user said it is. */
  readonly given: string | undefined;
  readonly isEmpty: boolean;
  readonly fitting: readonly Fitting[];
  readonly refused: readonly Candidate[];
  /** What the header would mean in another table, or beside the metrics of another network. */
  readonly elsewhere: readonly Candidate[];
}

/** The field of a column; without a candidate it is the user's word. */
interface Assigned {
  readonly field: string;
  readonly candidate?: Fitting;
}

/** One report per column. */
export function reportsOf(choices: readonly Choice[]): readonly ColumnReport[] {
  const taken = assign(choices);
  const winners = new Map<string, Choice>();
  for (const [choice, { field }] of taken) if (!winners.has(field)) winners.set(field, choice);
  return withDecider(choices.map((choice) => reportOf(choice, taken.get(choice), winners)));
}

/** Where nobody is named as deciding, whoever approves decides. */
function withDecider(reports: readonly ColumnReport[]): readonly ColumnReport[] {
  if (reports.some(({ field }) => field === columns.decider.id)) return reports;
  return reports.map((report) =>
    report.field === columns.approver.id && report.confidence !== 'given'
      ? { ...report, field: columns.decider.id, confidence: 'likely', doubt: { code: 'other-field', detail: columns.approver.id } }
      : report,
  );
}

/** Gives each field to the column whose header says it best; a column that loses takes its next choice. */
function assign(choices: readonly Choice[]): ReadonlyMap<Choice, Assigned> {
  const taken = new Map<Choice, Assigned>();
  const fieldsTaken = new Set<string>();
  for (const choice of choices) {
    if (choice.given === undefined) continue;
    if (choice.given !== '') fieldsTaken.add(choice.given);
    taken.set(choice, { field: choice.given });
  }
  const wishes = choices.flatMap((choice) =>
    choice.fitting.map((candidate) => ({ choice, candidate, weight: weightOf(choice, candidate) })),
  );
  wishes.sort((one, other) => one.weight - other.weight);
  for (const { choice, candidate } of wishes) {
    if (taken.has(choice) || (fieldsTaken.has(candidate.field.id) && !candidate.isOneOfSeveral)) continue;
    taken.set(choice, { field: candidate.field.id, candidate });
    fieldsTaken.add(candidate.field.id);
  }
  return taken;
}

/** The less, the better: likeness only after everything else; of several parts of one metric the total, of equal headers the better cells. */
function weightOf(choice: Choice, candidate: Fitting): number {
  // A column without a single value gives way to one that has some.
  const emptiness = choice.isEmpty ? 100 : 0;
  const isTotal = /\((total|всего|итого)\)/i.test(cleanText(choice.header));
  return (
    (candidate.isLikely ? 1000 : 0) +
    emptiness +
    (candidate.place ?? candidate.rank) -
    (isTotal ? 0.5 : 0) +
    4 * (1 - partOf(candidate.fit))
  );
}

/** How far a header alone is believed: decided, not measured. Half of it the cells have to confirm. */
const headerCertainty = { exact: 0.99, normalised: 0.95, likely: 0.7 } as const;
/** Another field has the same header. */
const WITH_RIVAL = 0.8;

const doubtOf = (code: NonNullable<ColumnReport['doubt']>['code'], detail: string) => ({ code, detail });

function reportOf(choice: Choice, own: Assigned | undefined, winners: ReadonlyMap<string, Choice>): ColumnReport {
  const { index, header, fitting, refused, elsewhere } = choice;
  const blank = { index, header, field: null, confidence: null };
  if (own && !own.candidate) return own.field === '' ? blank : { ...blank, field: own.field, confidence: 'given', certainty: 1 };
  if (own?.candidate) {
    const { isExact, isLikely, fit } = own.candidate;
    const other = fitting.find(({ field }) => field.id !== own.field);
    const confidence = isLikely ? 'likely' : isExact ? 'exact' : 'normalised';
    const doubt = other ? doubtOf('other-field', other.field.id) : partOf(fit) < 0.5 ? doubtOf('few-fit', own.field) : undefined;
    return {
      ...blank,
      field: own.field,
      confidence,
      certainty: headerCertainty[confidence] * (1 + partOf(fit)) * 0.5 * (other ? WITH_RIVAL : 1),
      fit: { cells: fit.cells, of: fit.of },
      ...(doubt ? { doubt } : {}),
    };
  }
  const [wanted] = fitting;
  if (wanted) return { ...blank, doubt: { code: 'other-column', detail: winners.get(wanted.field.id)?.header ?? '' } };
  const [nearest] = refused;
  if (nearest) return { ...blank, doubt: { code: nearest.isLikely ? 'only-alike' : 'not-that-kind', detail: nearest.field.id } };
  return elsewhere[0] ? { ...blank, doubt: { code: 'other-table', detail: elsewhere[0].field.id } } : blank;
}
