import { cleanFinding, cleanResult, cleanSum } from '../../wording/code-words.ts';
import type { UnpackedRequest } from './findings-by-row.ts';

/** The request without texts that are not words of ours: a currency that a cell spells in its own way, above all. */
export function withCodeWords(request: UnpackedRequest): UnpackedRequest {
  return {
    ...request,
    sheets: request.sheets.map((sheet) => ({
      ...sheet,
      results: sheet.results.map(cleanResult),
      findings: sheet.findings.map(cleanFinding),
    })),
    bill: request.bill.map(cleanSum),
  };
}
