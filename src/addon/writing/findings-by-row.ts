import { unpackFindings } from '../../api/packed-findings.ts';
import type { AnnotatedFinding, AnnotateRequest, AnnotationSheet } from '../../api/requests.ts';

/** What is to be annotated as the server works with it: findings one by one. */
export interface UnpackedSheet extends Omit<AnnotationSheet, 'findings'> {
  readonly findings: readonly AnnotatedFinding[];
}

export interface UnpackedRequest extends Omit<AnnotateRequest, 'sheets'> {
  readonly sheets: readonly UnpackedSheet[];
}

export const unpacked = (request: AnnotateRequest): UnpackedRequest => ({
  ...request,
  sheets: request.sheets.map((sheet) => ({ ...sheet, findings: sheet.findings.flatMap(unpackFindings) })),
});
