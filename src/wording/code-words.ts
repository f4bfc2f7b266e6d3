import type { ReportFacts } from '../audit/client-report/facts.ts';
import { isIsoCurrency } from '../base/numbers.ts';
import type { Evidence } from '../patterns/engine/verdicts.ts';
import type { BillLineSum } from './bill-text.ts';

/** A word of ours, such as `friend` or `month`; a name or a phone number does not look like this. */
const codeWord = /^[A-Za-z-]{1,24}$/;

/** What goes to the client without texts that are not words of ours: a currency that a cell spells in its own way, above all. */
export function factsInCodeWords(facts: ReportFacts): ReportFacts {
  return {
    ...facts,
    unchecked: facts.unchecked.map((line) => (line.code === 'no-table' ? line : { ...line, result: cleanResult(line.result) })),
    examples: facts.examples.map(cleanFinding),
    tallies: facts.tallies.map(({ remark, ...tally }) => (remark ? { ...tally, remark: cleanEvidence(remark) } : tally)),
    bill: facts.bill.map(cleanSum),
  };
}

export const cleanFinding = <F extends { readonly evidence: Evidence }>(finding: F): F => ({
  ...finding,
  evidence: cleanEvidence(finding.evidence),
});
export const cleanResult = <R extends { readonly notJudged?: { readonly reason: string; readonly evidence: Evidence } }>(result: R): R =>
  result.notJudged ? { ...result, notJudged: cleanFinding(result.notJudged) } : result;
export const cleanSum = ({ currency, ...sum }: BillLineSum): BillLineSum =>
  currency && isIsoCurrency(currency) ? { ...sum, currency } : sum;

/** Evidence without texts that are not words of ours. */
function cleanEvidence(evidence: Evidence): Evidence {
  const kept: Record<string, number | string | boolean> = {};
  for (const key of Object.keys(evidence)) {
    const value = evidence[key];
    if (value === undefined || (typeof value === 'string' && !isWord(key, value))) continue;
    kept[key] = value;
  }
  return kept;
}

const isWord = (key: string, value: string) => (key === 'currency' ? isIsoCurrency(value) : codeWord.test(value));
