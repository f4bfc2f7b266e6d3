import type { Signal, SignalResult } from '../../patterns/engine/signal.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { markKey } from '../../table/identity.ts';
import { placeOf } from '../../table/row-facts.ts';
import type { AuditSettings } from '../settings.ts';

/** Moves findings that the user marked as innocent to the explained ones. */
export function withoutMarked(signal: Signal, result: SignalResult, table: Table, marks: AuditSettings['marks']): SignalResult {
  if (!marks || result.findings.length === 0) return result;
  const judged = signal.judged.map(({ id }) => id);
  const explained = [...result.explained];
  const findings = result.findings.filter(({ row }) => {
    const index = row === null ? -1 : placeOf(table, row);
    const why = index < 0 ? undefined : marks[markKey(signal.id, table, index, judged)];
    if (why === undefined || row === null) return true;
    explained.push({ row, why });
    return false;
  });
  if (explained.length === result.explained.length) return result;
  return {
    ...result,
    findings,
    explained,
    insights: restated(signal, result, findings, table),
    outcome: findings.length > 0 ? 'found' : result.outcome === 'found' ? 'clear' : result.outcome,
  };
}

/** Insights that rest on findings, after some of them were marked: each by what is left of its own account's. */
function restated(signal: Signal, before: SignalResult, left: SignalResult['findings'], table: Table): SignalResult['insights'] {
  const { restated: restate } = signal;
  if (!restate) return before.insights;
  const accountOf = (row: unknown) => table.accounts[placeOf(table, Number(row))];
  return before.insights.flatMap((insight) => {
    const { row: first } = insight.evidence;
    const weight = (findings: SignalResult['findings']) =>
      findings
        .filter(({ row }) => first === undefined || accountOf(row) === accountOf(first))
        .reduce((sum, { evidence }) => sum + (signal.bill?.cost(evidence)?.amount ?? 0), 0);
    const all = weight(before.findings);
    return restate(insight, all > 0 ? weight(left) / all : 1) ?? [];
  });
}
