import { describe, expect, it } from 'vitest';
import { revisionRounds } from '../../../src/patterns/over-editing/revision-rounds.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const judge = (...rounds: readonly (string | number)[]) =>
  runSignal(
    revisionRounds,
    ['Пост', 'Кругов правок'],
    rounds.map((count) => ['post', count]),
  );

describe('revision-rounds', () => {
  it('finds three rounds and calls more than five serious', () => {
    expect(foundRows(judge(2, 3, 5, 6))).toEqual(['3 minor', '4 minor', '5 serious']);
  });
  it('leaves alone none, one and two, and does not take a blank for zero', () => {
    const result = judge(0, 1, 2, '', '-');
    expect([result.outcome, result.checkedRows, result.skipped]).toEqual([
      'clear',
      3,
      [{ reason: 'blank', field: 'revisionRounds', rows: [5, 6] }],
    ]);
  });
  it('is not checked, rather than clear, when the column holds nothing', () => {
    expect(judge('', '').outcome).toBe('not-checked');
  });
});
