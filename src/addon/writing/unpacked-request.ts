import { unpackFindings } from '../../api/packed-findings.ts';
import type { AnnotatedFinding, AnnotateRequest, AnnotationSheet } from '../../api/requests.ts';
import { cleanFinding, cleanResult, cleanSum } from '../../wording/code-words.ts';

/** What is to be annotated as the server works with it: findings one by one, and no texts that are not words of ours. */
export interface UnpackedRequest extends Omit<AnnotateRequest, 'sheets'> {
  readonly sheets: readonly UnpackedSheet[];
}

export interface UnpackedSheet extends Omit<AnnotationSheet, 'findings'> {
  readonly findings: readonly AnnotatedFinding[];
}

export const unpacked = (request: AnnotateRequest): UnpackedRequest => ({
  ...request,
  sheets: request.sheets.map((sheet) => ({
    ...sheet,
    results: sheet.results.map(cleanResult),
    findings: sheet.findings.flatMap(unpackFindings).map(cleanFinding),
  })),
  bill: request.bill.map(cleanSum),
});
