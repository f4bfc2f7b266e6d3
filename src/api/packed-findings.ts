import { grouped } from '../base/groups.ts';
import type { Finding } from '../patterns/engine/signal.ts';
import type { Evidence } from '../patterns/engine/verdicts.ts';

/** Findings of one signal whose evidence has the same keys, list by list: tens of thousands of them cross to the server in one call. */
export interface PackedFindings {
  readonly signal: string;
  readonly rows: readonly Finding['row'][];
  /** Key → its value in each finding. */
  readonly evidence: Readonly<Record<string, readonly Evidence[string][]>>;
}

/** A signal's findings, packed. */
export function packFindings(signal: string, findings: readonly Pick<Finding, 'row' | 'evidence'>[]): readonly PackedFindings[] {
  const alike = grouped(findings, ({ evidence }) => Object.keys(evidence).join(' '));
  return [...alike.values()].map((own) => ({
    signal,
    rows: own.map(({ row }) => row),
    evidence: Object.fromEntries(Object.keys(own[0]?.evidence ?? {}).map((key) => [key, own.map(({ evidence }) => evidence[key] ?? '')])),
  }));
}

/** The same findings, one by one. */
export function unpackFindings({ signal, rows, evidence }: PackedFindings): readonly {
  readonly row: Finding['row'];
  readonly signal: string;
  readonly evidence: Evidence;
}[] {
  const keys = Object.keys(evidence);
  return rows.map((row, place) => {
    const own: Record<string, Evidence[string]> = {};
    for (const key of keys) own[key] = evidence[key]?.[place] ?? '';
    return { row, signal, evidence: own };
  });
}
