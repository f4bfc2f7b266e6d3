import { expect, it } from 'vitest';
import { packFindings, unpackFindings } from '../../src/api/packed-findings.ts';
import { fc, test as property } from '../base/property.ts';

const key = fc.constantFrom('waited', 'allowed', 'open', 'kind');
const value = fc.oneof(fc.double({ noNaN: true }), fc.boolean(), fc.constantFrom('geo', 'month'));
const finding = fc.record({ row: fc.option(fc.nat(999)), evidence: fc.dictionary(key, value) });
const inOrder = (findings: readonly unknown[]) => findings.map((one) => JSON.stringify(one)).sort();

property([fc.array(finding)])('findings come out of the package as they went in, whatever their evidence', (findings) => {
  const out = packFindings('approval-lag', findings).flatMap(unpackFindings);
  expect(inOrder(out)).toEqual(inOrder(findings.map(({ row, evidence }) => ({ row, signal: 'approval-lag', evidence }))));
});

it('keys are written once for all findings of a kind', () => {
  const findings = [1, 2, 3].map((row) => ({ row, evidence: { waited: row * 10, open: row > 2 } }));
  expect(packFindings('approval-lag', [...findings, { row: null, evidence: {} }])).toEqual([
    { signal: 'approval-lag', rows: [1, 2, 3], evidence: { waited: [10, 20, 30], open: [false, false, true] } },
    { signal: 'approval-lag', rows: [null], evidence: {} },
  ]);
});
