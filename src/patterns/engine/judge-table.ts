import { lazily } from '../../base/lazily.ts';
import { CellState } from '../../base/numbers.ts';
import type { Field } from '../../table/fields.ts';
import type { SignalDefinition, Thresholds } from './definition.ts';
import { type ColumnSpec, fieldOf, type Optional, type RowReader, rowReader } from './row-reader.ts';
import type { Context, Finding, Setting, SignalResult, Skipped } from './signal.ts';
import type { Table } from './table.ts';
import type { Evidence } from './verdicts.ts';
import { isNotJudged, type NotJudged } from './verdicts.ts';

/** Reads a table once; what comes back judges its rows under any thresholds. Rows without the cells the signal needs are skipped and counted. */
export function prepareSignal<C extends ColumnSpec, S extends Readonly<Record<string, Setting>>, E extends Evidence, B>(
  definition: SignalDefinition<C, S, E, B>,
  table: Table,
  context: Context,
): (settings: Thresholds<S>) => SignalResult {
  const blank: SignalResult = {
    signal: definition.id,
    outcome: 'not-checked',
    findings: [],
    checkedRows: 0,
    skipped: [],
    missing: [],
    explained: [],
    insights: [],
  };
  const missing = missingFields(definition, (field) => table.fields.has(field));
  if (missing.length > 0) return () => ({ ...blank, missing });

  const reader = rowReader(definition, table);
  const { complete, readable, incomplete } = splitRows(reader, table);
  const isInPeriod = (index: number) => !table.inPeriod || table.inPeriod[index] === 1;
  const rows = reader.rowsAt(complete);
  const rowsOfPeriod = lazily(() => reader.rowsAt(table.inPeriod ? readable.filter(isInPeriod) : readable));
  const baseline = definition.baseline?.(rows, context, table) as B | NotJudged;

  return (settings) => {
    const lacking = isNotJudged(baseline) ? baseline : definition.tooFew?.(baseline, settings);
    if (isNotJudged(baseline) || lacking) return { ...blank, skipped: incomplete, ...(lacking ? { notJudged: lacking } : {}) };

    const findings: Finding[] = [];
    const explainedRows: { row: number; why: string }[] = [];
    const skipped = skippedRows();
    let checkedRows = 0;
    for (let at = 0; at < complete.length; at++) {
      const index = complete[at] ?? 0;
      if (!isInPeriod(index)) continue;
      const row = reader.lend(index);
      const verdict = definition.judge(row, settings, context, baseline);
      if (verdict?.kind === 'unclear') {
        skipped.add(row.row, verdict.reason);
        continue;
      }
      checkedRows++;
      if (verdict?.kind === 'found') findings.push({ row: row.row, severity: verdict.severity, evidence: verdict.evidence });
      else if (verdict?.kind === 'explained') explainedRows.push({ row: row.row, why: verdict.why });
    }
    const remarks = definition.remarks?.(rowsOfPeriod(), settings, context, baseline) ?? [];
    for (const { severity, evidence } of remarks) findings.push({ row: null, severity, evidence });
    return {
      ...blank,
      outcome: findings.length > 0 ? 'found' : checkedRows > 0 ? 'clear' : 'not-checked',
      findings,
      checkedRows,
      skipped: [...incomplete, ...skipped.list()],
      explained: explainedRows,
      insights: definition.insights?.(rows, settings, context, baseline) ?? [],
    };
  };
}

/** Ids of the fields that a signal needs and does not find, as alternatives; none when it can run. */
export function missingFields<C extends ColumnSpec>(
  { columns, needsOneOf = [] }: { readonly columns: C; readonly needsOneOf?: readonly (readonly (keyof C & string)[])[] },
  has: (field: string) => boolean,
): readonly (readonly string[])[] {
  const absent = (keys: readonly string[]) => keys.map((key) => fieldOf(columns[key] as Field | Optional).id).filter((id) => !has(id));
  const required = absent(Object.keys(columns).filter((key) => !('optional' in (columns[key] as Field | Optional))));
  const sets = needsOneOf.map(absent);
  const choices = (sets.length > 0 ? sets : [[]]).map((set) => [...new Set([...required, ...set])]);
  const fewest = Math.min(...choices.map((choice) => choice.length));
  return fewest === 0 ? [] : choices.filter((choice) => choice.length === fewest);
}

/** Rows left out, grouped by reason and field. */
function skippedRows() {
  const groups = new Map<string, { reason: string; field?: string; rows: number[] }>();
  return {
    add(row: number, reason: string, field?: string): void {
      const key = `${reason} ${field ?? ''}`;
      const group = groups.get(key) ?? { reason, ...(field === undefined ? {} : { field }), rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    },
    list: (): readonly Skipped[] => [...groups.values()],
  };
}

const skipReasons: Readonly<Record<number, string>> = {
  [CellState.blank]: 'blank',
  [CellState.unreadable]: 'unreadable',
  [CellState.undecided]: 'undecided',
};

/** Rows that can be judged; those without an unreadable cell, blanks included; and why the others of the period are left out. */
function splitRows<C extends ColumnSpec>({ obstacleAt }: RowReader<C>, table: Table) {
  const complete = new Int32Array(table.length);
  const readable = new Int32Array(table.length);
  const skipped = skippedRows();
  let [completeCount, readableCount] = [0, 0];
  for (let index = 0; index < table.length; index++) {
    const obstacle = obstacleAt(index);
    const state = obstacle?.states[index] ?? CellState.blank;
    if (obstacle === undefined) complete[completeCount++] = index;
    if (state < CellState.unreadable) readable[readableCount++] = index;
    if (obstacle !== undefined && (!table.inPeriod || table.inPeriod[index] === 1))
      skipped.add(table.rowNumbers[index] ?? 0, skipReasons[state] ?? 'blank', obstacle.field.id);
  }
  return { complete: complete.subarray(0, completeCount), readable: readable.subarray(0, readableCount), incomplete: skipped.list() };
}
