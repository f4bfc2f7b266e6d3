import type { ReportRequest, ResultSum } from '../../api/requests.ts';
import type { Evidence } from '../../patterns/engine/verdicts.ts';
import type { BillLineSum } from '../../wording/bill-text.ts';
import type { UnpackedRequest } from './findings-by-row.ts';

/** A word of ours, such as `friend` or `month`; a name or a phone number does not look like this. */
const codeWord = /^[A-Za-z-]{1,24}$/;
const currencyCode = /^[A-Z]{3}$/;

/** The request without texts that are not words of ours: a currency that a cell spells in its own way, above all. */
export function withCodeWords(request: UnpackedRequest): UnpackedRequest {
  return {
    ...request,
    sheets: request.sheets.map((sheet) => ({ ...cleanResults(sheet), findings: sheet.findings.map(cleanFinding) })),
    bill: request.bill.map(cleanSum),
  };
}

/** The same for the report. */
export function reportWithCodeWords(request: ReportRequest): ReportRequest {
  return {
    ...request,
    sheets: request.sheets.map(cleanResults),
    examples: request.examples.map(cleanFinding),
    tallies: request.tallies.map(({ remark, ...tally }) => (remark ? { ...tally, remark: cleanEvidence(remark) } : tally)),
    bill: request.bill.map(cleanSum),
  };
}

const cleanFinding = <F extends { readonly evidence: Evidence }>(finding: F): F => ({
  ...finding,
  evidence: cleanEvidence(finding.evidence),
});
const cleanResults = <S extends { readonly results: readonly ResultSum[] }>(sheet: S): S => ({
  ...sheet,
  results: sheet.results.map((result) => (result.notJudged ? { ...result, notJudged: cleanFinding(result.notJudged) } : result)),
});
const cleanSum = ({ currency, ...sum }: BillLineSum): BillLineSum => (currency && currencyCode.test(currency) ? { ...sum, currency } : sum);

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

const isWord = (key: string, value: string) => (key === 'currency' ? currencyCode : codeWord).test(value);
