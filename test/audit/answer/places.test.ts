import { describe, expect, it } from 'vitest';
import { placesOf, rowsToMark } from '../../../src/audit/answer/places.ts';
import { shortfallId } from '../../../src/audit/bill/shortfall.ts';
import type { BillLine, PatternResult, SheetReport } from '../../../src/audit/report.ts';
import type { Severity } from '../../../src/patterns/engine/verdicts.ts';

const result = (signal: string, findings: readonly (readonly [number | null, Severity])[]): PatternResult => ({
  ...{ signal, pattern: 1, outcome: 'found', checkedRows: 10, skipped: [], missing: [], explained: [], insights: [] },
  findings: findings.map(([row, severity]) => ({ row, severity, evidence: {} })),
});
const sheet = (name: string, ...results: readonly PatternResult[]): SheetReport => ({
  ...{ sheet: name, kinds: [], rowsAudited: 10, leftOut: [], columns: [], results },
});
const line = (signal: string, unit: BillLine['unit'], rows: number, currency?: string): BillLine => ({
  ...{ signal, unit, amount: 100, ...(currency === undefined ? {} : { currency }) },
  parts: Array.from({ length: rows }, (_, index) => ({ sheet: 'A', row: index + 2, pattern: 1, signal, amount: 10, evidence: {} })),
});

describe('placesOf', () => {
  it('puts money first, then what else costs something, then what is gravest, then what has more rows', () => {
    const sheets = [
      sheet(
        'A',
        result('revision-rounds', [[2, 'minor']]),
        result('no-lead-owner', [
          [2, 'serious'],
          [3, 'serious'],
        ]),
        result('vanity-goal', [[2, 'serious']]),
        result('approval-lag', [[2, 'minor']]),
        result('audience-mismatch', [[2, 'minor']]),
      ),
    ];
    const bill = [line('approval-lag', 'hours', 1), line('audience-mismatch', 'money', 1, 'RUB')];
    expect(placesOf({ sheets, bill }).map(({ id }) => id)).toEqual([
      'audience-mismatch',
      'approval-lag',
      'no-lead-owner',
      'vanity-goal',
      'revision-rounds',
    ]);
  });

  it('is one place over all tabs, with the gravest severity and every sum; a remark about a table is no row', () => {
    const sheets = [
      sheet('A', result('audience-mismatch', [[2, 'minor']])),
      sheet('B', result('audience-mismatch', [[2, 'serious']]), result('approval-not-logged', [[null, 'minor']])),
    ];
    const bill = [line('audience-mismatch', 'money', 1, 'RUB'), line('audience-mismatch', 'money', 1, 'USD')];
    expect(placesOf({ sheets, bill })).toEqual([
      { id: 'audience-mismatch', pattern: 5, rows: 2, severity: 'serious', sums: bill },
      { id: 'approval-not-logged', pattern: 4, rows: 0, severity: 'minor', sums: [] },
    ]);
  });

  it('has a place for what posts lack to the usual level, which is no signal’s own', () => {
    const bill = [line(shortfallId, 'engagements', 9)];
    expect(placesOf({ sheets: [], bill })).toEqual([{ id: shortfallId, pattern: 0, rows: 9, severity: 'minor', sums: bill }]);
  });
});

describe('rowsToMark', () => {
  it('counts a row once however many signals found it, and rows of two tabs apart', () => {
    const twice = [
      result('revision-rounds', [
        [2, 'minor'],
        [3, 'minor'],
      ]),
      result('approval-lag', [
        [2, 'minor'],
        [null, 'minor'],
      ]),
    ];
    expect(rowsToMark({ sheets: [sheet('A', ...twice), sheet('B', result('approval-lag', [[2, 'minor']]))] })).toBe(3);
  });
});
