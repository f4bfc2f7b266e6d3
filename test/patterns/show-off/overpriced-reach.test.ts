import { describe, expect, it } from 'vitest';
import { overpricedReach } from '../../../src/patterns/show-off/overpriced-reach.ts';
import { runSignal } from '../run-signal.ts';

describe('overpriced-reach', () => {
  const headers = ['Блогер', 'Вид размещения', 'Цена', 'Охват', 'Доля города'];
  const usual = ['a', 'b', 'c', 'd'].map((name) => [name, 'пост', 1000, 10_000, '50 %']);

  it('finds more than three times the median of four others', () => {
    const result = runSignal(overpricedReach, headers, [...usual, ['star', 'пост', 3100, 10_000, '50 %']]);
    expect(result.findings).toEqual([
      { row: 6, severity: 'serious', evidence: { price: 3100, own: 620, median: 200, times: 3.1, others: 4 } },
    ]);
  });
  it('leaves exactly three times alone, and other kinds out of the comparison', () => {
    expect(runSignal(overpricedReach, headers, [...usual, ['star', 'пост', 3000, 10_000, '50 %']]).outcome).toBe('clear');
    const otherKind = runSignal(overpricedReach, headers, [...usual, ['star', 'сторис', 9000, 10_000, '50 %']]);
    expect(otherKind.skipped).toEqual([{ reason: 'too-few-others', rows: [2, 3, 4, 5, 6] }]);
  });
  it('prices nobody by a share of which nobody said that it is the target', () => {
    const rows = [...usual, ['star', 'пост', 9000, 10_000, '3 %']];
    const named = (client?: { target: 'city'; city: string }) =>
      runSignal(overpricedReach, ['Блогер', 'Вид размещения', 'Цена', 'Охват', 'Пермь, %'], rows, client ? { client } : {});
    expect(named()).toMatchObject({ findings: [], skipped: [{ reason: 'target-unknown', rows: [2, 3, 4, 5, 6] }] });
    expect(named({ target: 'city', city: 'Пермь' }).findings.map(({ row }) => row)).toEqual([6]);
  });
  it('never compares currencies', () => {
    const result = runSignal(overpricedReach, headers, [
      ...usual.map(([name, kind, , reach, share]) => [name ?? '', kind ?? '', '1000 ₽', reach ?? '', share ?? '']),
      ['star', 'пост', '$3100', 10_000, '50 %'],
    ]);
    expect(result.outcome).toBe('not-checked');
  });
});
