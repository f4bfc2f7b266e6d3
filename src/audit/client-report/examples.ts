import { hasContact } from '../../base/contacts.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { type Evidence, gravity } from '../../patterns/engine/verdicts.ts';
import { signalById } from '../../patterns/index.ts';
import { plainWords } from '../../patterns/shared/word-matching.ts';
import { isOfLeads, placeOf, timeAt } from '../../table/row-facts.ts';
import type { SheetReport } from '../report.ts';
import type { AuditSettings } from '../settings.ts';

/** A row that shows a pattern well, told as its reader knows it: by date and topic. */
export interface Example {
  readonly signal: string;
  readonly evidence: Evidence;
  /** Tab and number of the row, only where the tables go along. */
  readonly sheet?: string;
  readonly row?: number;
  /** Wall time of what the row tells of, where it has one. */
  readonly at?: number;
  /** Title of the post, or kind of the placement; of a lead neither. */
  readonly topic?: string;
  readonly kind?: string;
  /** Who decided: people are letters, 1 is A. */
  readonly decider?: number;
}

/** More do not make it clearer. */
const MOST_EXAMPLES = 3;
const MOST_LETTERS = 70;

/** The gravest and dearest findings of a pattern, of each signal one before a second of any, each about another row, in the order of the sheet. */
export function examplesOf(
  sheets: readonly SheetReport[],
  number: number,
  tables: ReadonlyMap<string, Table>,
  settings: AuditSettings,
  isNumbered: boolean,
): readonly Example[] {
  const all = sheets.flatMap(({ sheet, results }) =>
    results
      .filter(({ pattern }) => pattern === number)
      .flatMap(({ signal, findings }) =>
        findings.map((finding) => ({
          ...{ sheet, signal, finding },
          cost: signalById(signal)?.signal.bill?.cost(finding.evidence)?.amount ?? 0,
        })),
      ),
  );
  const ranked = all
    .filter(({ sheet, finding: { row } }) => row !== null && (isNumbered || canBeTold(tables.get(sheet), row, settings)))
    .sort((one, other) => gravity[one.finding.severity] - gravity[other.finding.severity] || other.cost - one.cost);
  const told = new Map<string, number>();
  const spread = ranked
    .map((one) => {
      const place = told.get(one.signal) ?? 0;
      told.set(one.signal, place + 1);
      return { ...one, place };
    })
    .sort((one, other) => one.place - other.place);
  const seen = new Set<string>();
  const chosen = spread.filter(({ sheet, finding: { row } }) => {
    const place = `${sheet} ${row}`;
    if (seen.has(place) || seen.size >= MOST_EXAMPLES) return false;
    seen.add(place);
    return true;
  });
  return chosen
    .sort((one, other) => (one.finding.row ?? 0) - (other.finding.row ?? 0))
    .map(({ sheet, signal, finding: { row, evidence } }): Example => {
      const table = tables.get(sheet);
      const index = table && row !== null ? placeOf(table, row) : -1;
      if (!table || row === null || index < 0) return { signal, evidence };
      const at = timeAt(table, index);
      const decider = signalById(signal)?.pattern.isAboutPeople ? deciderAt(table, index) : undefined;
      return {
        signal,
        evidence,
        ...(isNumbered ? { sheet, row } : {}),
        ...(at === undefined ? {} : { at }),
        ...subjectAt(table, index, settings),
        ...(decider === undefined ? {} : { decider }),
      };
    });
}

/** Columns that say who somebody is. */
const people = ['decider', 'approver', 'responsible', 'placement'];

/** Whether there is anything by which its reader knows the row. */
function canBeTold(table: Table | undefined, row: number, settings: AuditSettings): boolean {
  const index = table ? placeOf(table, row) : -1;
  return (
    table !== undefined && index >= 0 && (timeAt(table, index) !== undefined || Object.keys(subjectAt(table, index, settings)).length > 0)
  );
}

/** What a post is about, or of what kind a placement is, where that names nobody. */
function subjectAt(table: Table, index: number, settings: AuditSettings): Pick<Example, 'topic' | 'kind'> {
  if (isOfLeads(table.fields)) return {};
  const [key, field] = table.fields.has('placement') ? (['kind', 'placementKind'] as const) : (['topic', 'title'] as const);
  const text = textAt(table, field, index, settings);
  return text === undefined ? {} : { [key]: text };
}

function textAt(table: Table, field: string, index: number, settings: AuditSettings): string | undefined {
  const [line = ''] = (table.columns.get(field)?.texts?.[index] ?? '').trim().split(/[\r\n]+/);
  if (line === '' || hasContact(line) || namesSomebody(line, table, settings)) return undefined;
  const text = line.replace(/\s+/g, ' ');
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS - 1).replace(/\s+\S*$/, '')}…`;
}

function namesSomebody(text: string, table: Table, { people: known }: AuditSettings): boolean {
  const words = new Set(wordsIn(text));
  const names = [...people.flatMap((field) => table.columns.get(field)?.texts ?? []), ...Object.keys(known ?? {})];
  return names.some((name) => wordsIn(name).some((word) => word.length > 2 && words.has(word)));
}

const wordsIn = (text: string) => plainWords(text).split(/[^a-zа-я0-9]+/);

/** People are letters, in the order in which the sheet first names them. */
function deciderAt(table: Table, index: number): number | undefined {
  const names = table.columns.get('decider')?.texts ?? [];
  const own = names[index];
  return own ? [...new Set(names.filter((name) => name !== ''))].indexOf(own) + 1 : undefined;
}
