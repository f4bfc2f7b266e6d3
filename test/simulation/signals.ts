import type { Signal } from '../../src/patterns/engine/signal.ts';
import { approvalLag } from '../../src/patterns/over-editing/approval-lag.ts';
import { deciderDrag } from '../../src/patterns/unqualified-lead/decider-drag.ts';
import { boughtLikes } from '../../src/patterns/vanity-metrics/bought-likes.ts';
import { runSignal } from '../patterns/run-signal.ts';
import { createRandom } from './random.ts';
import { type Effect, headers, type Sheet, type SheetKind, simulateSheet } from './sheets.ts';

/** A signal that compares posts: when it speaks, and when it finds what was planted. */
export interface Comparing {
  readonly name: string;
  /** The part of sheets without any effect in which it may speak all the same. */
  readonly promised: number;
  readonly effects: readonly { readonly name: string; readonly effect: Effect }[];
  readonly speaks: (sheet: Sheet) => boolean;
  readonly finds: (sheet: Sheet) => boolean;
}

const late = Date.UTC(2027, 0, 1);
const run = (signal: Signal, { rows }: Sheet) => runSignal(signal, headers, rows, { now: late });
const relations = (sheet: Sheet) => run(approvalLag, sheet).insights.map(({ code }) => code);

export const comparing: readonly Comparing[] = [
  {
    name: 'ER by who decided',
    promised: 0.05,
    effects: [
      { name: 'ER × 0.7', effect: { decider: 0.7 } },
      { name: 'ER × 0.5', effect: { decider: 0.5 } },
    ],
    speaks: (sheet) => {
      const { findings, insights } = run(deciderDrag, sheet);
      return findings.length + insights.length > 0;
    },
    finds: (sheet) => run(deciderDrag, sheet).findings.length > 0,
  },
  {
    name: 'Approval time beside ER',
    promised: 0.05,
    effects: [{ name: '−0.2 in ln ER per deviation', effect: { lag: -0.2 } }],
    speaks: (sheet) => relations(sheet).some((code) => code.startsWith('longer')),
    finds: (sheet) => relations(sheet).includes('longer-lower'),
  },
  {
    name: 'Likes without other activity',
    promised: 0.05,
    effects: [
      { name: '6 medians bought', effect: { likes: 6 } },
      { name: '12 medians bought', effect: { likes: 12 } },
    ],
    speaks: (sheet) => run(boughtLikes, sheet).findings.length > 0,
    finds: (sheet) => run(boughtLikes, sheet).findings.some(({ row }) => row === (sheet.boughtLikes ?? Number.NaN) + 2),
  },
];

/** In what part of so many sheets of a kind something holds. */
export function rateOf(seed: number, sheets: number, kind: SheetKind, effect: Effect, holds: (sheet: Sheet) => boolean): number {
  const random = createRandom(seed);
  let count = 0;
  for (let sheet = 0; sheet < sheets; sheet++) if (holds(simulateSheet(random, kind, effect))) count++;
  return count / sheets;
}
