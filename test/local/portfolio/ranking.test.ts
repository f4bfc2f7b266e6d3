import { describe, expect, it } from 'vitest';
import { benchmarksOf } from '../../../src/local/portfolio/benchmarks.ts';
import type { PortfolioClient } from '../../../src/local/portfolio/pool.ts';
import { graveText, rankClients } from '../../../src/local/portfolio/ranking.ts';
import type { AuditedRecord, BillLineCount } from '../../../src/local/portfolio/record.ts';

type Counts = Readonly<Record<'critical' | 'serious' | 'minor', number>>;
const counts = (critical: number, serious: number, minor: number): Counts => ({ critical, serious, minor });

function client(
  name: string,
  own: Counts,
  bill: readonly (readonly [BillLineCount['unit'], number, string?])[] = [],
  approval?: number,
): PortfolioClient {
  const record: AuditedRecord = {
    outcome: 'audited',
    rows: 10,
    signals: [{ signal: 'approval-lag', pattern: 4, counts: own, rows: 1, of: 10 }],
    bill: bill.map(([unit, amount, currency]) => ({ signal: 'approval-lag', unit, amount, rows: 1, ...(currency ? { currency } : {}) })),
    notChecked: [],
    measures: { rates: [], ...(approval === undefined ? {} : { approval: { value: approval, rows: 5 } }) },
    sum: { at: '2026-06-15', counts: [], bill: [] },
    copies: [],
  };
  return { client: name, path: `${name}.csv`, record };
}
const order = (clients: readonly PortfolioClient[]) => rankClients(clients).ranked.map((one) => one.client);

describe('the ranking', () => {
  it('puts the gravest first, whatever it cost', () => {
    expect(
      order([client('a', counts(0, 9, 9), [['hours', 500]]), client('b', counts(1, 0, 0), [['hours', 1]]), client('c', counts(0, 0, 0))]),
    ).toEqual(['b', 'a', 'c']);
  });

  it('then the largest part of a sum, then the next largest, then the number of findings, then the name', () => {
    const same = counts(0, 1, 0);
    expect(
      order([
        client('e', same),
        client('d', same),
        client('c', counts(0, 2, 0)),
        client('b', same, [
          ['hours', 60],
          ['leads', 1],
        ]),
        client('a', same, [
          ['hours', 40],
          ['leads', 1.5],
        ]),
        client('z', same, [
          ['hours', 0],
          ['leads', 2.5],
        ]),
      ]),
      // Parts: b 60% and 20%, z 50%, a 40% and 30%.
    ).toEqual(['b', 'z', 'a', 'c', 'd', 'e']);
  });

  it('puts what was judged by nothing after what is clear, and calls it so', () => {
    const one = client('a', counts(0, 0, 0));
    const unjudged = { ...one, record: { ...(one.record as AuditedRecord), signals: [] } };
    const { ranked } = rankClients([unjudged, client('b', counts(0, 0, 0)), client('c', counts(0, 0, 1))]);
    expect(ranked.map((each) => [each.client, graveText(each, 'en')])).toEqual([
      ['c', 'worth a look'],
      ['b', 'clear'],
      ['a', 'not checked'],
    ]);
  });

  it('never compares or adds currencies, nor money of which none is known', () => {
    const same = counts(0, 1, 0);
    const { ranked, totals } = rankClients([
      client('a', same, [['money', 1_000_000]]),
      client('b', same, [['money', 900, 'RUB']]),
      client('c', same, [['money', 100, 'RUB']]),
      client('d', same, [['money', 5, 'EUR']]),
      client('f', same, [['money', 1_000_000]]),
    ]);
    expect(ranked.map((one) => [one.client, one.part])).toEqual([
      ['b', 0.9],
      ['c', 0.1],
      ['a', 0],
      ['d', 0],
      ['f', 0],
    ]);
    expect(totals).toEqual([
      { unit: 'money', currency: 'EUR', amount: 5 },
      { unit: 'money', currency: 'RUB', amount: 1000 },
    ]);
  });
});

describe('benchmarks', () => {
  const of = (count: number) =>
    benchmarksOf(rankClients(Array.from({ length: count }, (_, index) => client(`c${index}`, counts(0, 0, 0), [], index + 1))).ranked);

  it('are not made of four clients, and are of five', () => {
    expect(of(4)).toEqual({ compared: [], tooFew: [{ measure: { kind: 'approval' }, clients: 4 }] });
    const [only] = of(5).compared;
    expect([only?.lower, only?.median, only?.upper]).toEqual([2, 3, 4]);
    expect(only?.clients.map(({ client: name, standing }) => [name, standing])).toEqual([
      ['c0', 'better'],
      ['c1', 'middle'],
      ['c2', 'middle'],
      ['c3', 'middle'],
      ['c4', 'worse'],
    ]);
  });
});
