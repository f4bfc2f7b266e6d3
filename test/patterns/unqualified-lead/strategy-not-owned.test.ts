import { describe, expect, it } from 'vitest';
import { strategyNotOwned } from '../../../src/patterns/unqualified-lead/strategy-not-owned.ts';
import { foundRows, runSignal, type Surroundings } from '../run-signal.ts';

const judge = (deciders: readonly string[], given: Surroundings = {}) =>
  runSignal(
    strategyNotOwned,
    ['Тема', 'Кто решил'],
    deciders.map((name) => ['post', name]),
    given,
  );

describe('strategy-not-owned', () => {
  it.each(['Лена (знакомая)', 'кума', 'жена директора', 'Ассистент', 'my cousin', 'директор по маркетингу (знакомая)'])(
    'finds %j',
    (name) => {
      expect(foundRows(judge([name]))).toEqual(['2 minor']);
    },
  );
  it.each(['СММ', 'Маркетолог', 'Лена', 'Владелец', 'Директор', 'Обратная связь', 'Другой вариант', 'Кумов', 'Anderson'])(
    'leaves alone %j',
    (name) => {
      expect(judge([name]).outcome).toBe('clear');
    },
  );
  it('follows the People setting in both directions', () => {
    expect(foundRows(judge(['Лена'], { people: { Лена: 'friend' } }))).toEqual(['2 minor']);
    expect(judge(['Лена (знакомая)'], { people: { 'Лена (знакомая)': 'marketer' } }).outcome).toBe('clear');
  });
  it('makes one remark about a column that is mostly blank, never a finding per row', () => {
    expect(judge(['СММ', '', '', '']).findings).toEqual([
      { row: null, severity: 'minor', evidence: { role: 'nobody', blank: 3, rows: 4 } },
    ]);
    expect(judge(['СММ', 'СММ', '', '']).outcome).toBe('clear');
  });
  it('never puts a name into the evidence', () => {
    expect(JSON.stringify(judge(['Лена (знакомая)']).findings)).not.toContain('Лена');
  });
});
