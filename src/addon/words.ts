import type { Evidence } from '../patterns/define.ts';
import type { AnnotateRequest } from './api.ts';

/** A word of ours, such as `friend` or `month`; a name or a phone number does not look like this. */
const codeWord = /^[A-Za-z-]{1,24}$/;
const currencyCode = /^[A-Z]{3}$/;

/** The request without texts that are not words of ours: a currency that a cell spells in its own way, above all. */
export function withCodeWords(request: AnnotateRequest): AnnotateRequest {
  return {
    ...request,
    sheets: request.sheets.map((sheet) => ({
      ...sheet,
      findings: sheet.findings.map((finding) => ({ ...finding, evidence: clean(finding.evidence) })),
      results: sheet.results.map((result) =>
        result.notJudged ? { ...result, notJudged: { ...result.notJudged, evidence: clean(result.notJudged.evidence) } } : result,
      ),
    })),
    bill: request.bill.map(({ currency, ...sum }) => (currency && currencyCode.test(currency) ? { ...sum, currency } : sum)),
  };
}

function clean(evidence: Evidence): Evidence {
  const kept: Record<string, number | string | boolean> = {};
  for (const key of Object.keys(evidence)) {
    const value = evidence[key];
    if (value === undefined || (typeof value === 'string' && !isWord(key, value))) continue;
    kept[key] = value;
  }
  return kept;
}

const isWord = (key: string, value: string) => (key === 'currency' ? currencyCode : codeWord).test(value);
