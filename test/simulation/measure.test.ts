import { describe, expect, it } from 'vitest';
import { paceWorld } from './account.ts';
import { figuresOf, intervalsOf, type Judged, judgeWorld } from './measure.ts';
import { createRandom } from './random.ts';
import { seeds } from './seeds.ts';

const account = (nature: Judged['nature'], risk: number, more: Partial<Judged> = {}): Judged => ({
  kind: nature,
  nature,
  risk,
  hasSurged: false,
  isWeekly: false,
  hits: 0,
  misses: 0,
  falseRows: 0,
  rows: 100,
  ratio: 1,
  ...more,
});

describe('the figures', () => {
  // Each by hand.
  it.each([
    ['every bought account above every honest one', [account('honest', 0.1), account('bought', 0.9)], { auc: 1, honestFlagged: 0 }],
    ['a tie counts half', [account('honest', 0.5), account('bought', 0.5)], { auc: 0.5, honestFlagged: 1, boughtFound: 1 }],
    [
      'against honest accounts that surged: one pair of two is in order',
      [account('honest', 0.1), account('honest', 0.6, { hasSurged: true }), account('bought', 0.4), account('bought', 0.9)],
      { auc: 0.75, surgingAuc: 0.5, surgingFlagged: 1 },
    ],
    [
      'sheets kept by the week apart',
      [
        account('honest', 0),
        account('bought', 0.9),
        account('bought', 0.4, { isWeekly: true }),
        account('bought', 0.7, { isWeekly: true }),
      ],
      { boughtFound: 2 / 3, weeklyFound: 0.5 },
    ],
    [
      'rows: 6 of 8 flagged ones are bought, 6 of 10 bought ones flagged; 1 of 200 honest ones',
      [account('bought', 0.9, { hits: 6, misses: 4, falseRows: 2 }), account('honest', 0.6, { falseRows: 1 }), account('honest', 0)],
      { rowPrecision: 0.75, rowRecall: 0.6, rowF1: 2 / 3, honestRows: 5 },
    ],
    [
      'calibration: a class stated at 0.55 that is bought for in half of the cases, one at 0.95 that always is',
      [account('honest', 0.55), account('honest', 0.55), account('bought', 0.55), account('bought', 0.95)],
      { calibrationError: Math.abs((0.55 - 0) / 2 + (0.55 - 1) / 4) + 0.05 / 4 },
    ],
  ] as const)('%s', (_, judged, expected) => {
    const figures = figuresOf(judged);
    for (const [name, value] of Object.entries(expected)) expect(figures[name as keyof typeof figures]).toBeCloseTo(value, 9);
  });

  it('undecidable accounts count nowhere', () => {
    const judged = [account('honest', 0.1), account('bought', 0.9)];
    expect(figuresOf([...judged, account('open', 0.99, { falseRows: 9 })])).toEqual(figuresOf(judged));
  });

  it('lie within their intervals, which more accounts make narrower', () => {
    const judged = judgeWorld(paceWorld, [5], 8);
    const [few, many] = [judged, [1, 2, 3, 4].flatMap(() => judged)].map((accounts) => intervalsOf(accounts, createRandom(1)).boughtFound);
    const { boughtFound } = figuresOf(judged);
    expect(few?.[0]).toBeLessThanOrEqual(boughtFound);
    expect(few?.[1]).toBeGreaterThanOrEqual(boughtFound);
    const width = ([low = 0, high = 0]: readonly number[] = []) => high - low;
    expect(width(many)).toBeLessThan(width(few));
  });

  it('know a surge and a sheet kept by the week', () => {
    const kindOf = (kind: string) => judgeWorld({ ...paceWorld, honestKinds: [], boughtKinds: [kind], openKinds: [] }, [5], 1)[0];
    expect([kindOf('20 %')?.hasSurged, kindOf('20 %')?.isWeekly, kindOf('weekly 40 %')?.isWeekly]).toEqual([true, false, true]);
  });
});

it('no seed serves twice: worlds of development, choice, promise and report are apart', () => {
  const all = Object.values(seeds).flat();
  expect(new Set(all).size).toBe(all.length);
});
