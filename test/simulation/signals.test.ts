import { describe, expect, it } from 'vitest';
import { seeds } from './seeds.ts';
import { sheetKinds } from './sheets.ts';
import { comparing, rateOf } from './signals.ts';

const SHEETS = 40;

describe('the signals that compare posts, over sheets of every kind', () => {
  it.each(comparing.map((signal) => [signal.name, signal] as const))('%s', (_, { promised, effects, speaks, finds }) => {
    const [seed] = seeds.promise;
    const mean = (effect: (typeof effects)[number]['effect'], holds: typeof speaks) =>
      sheetKinds.reduce((sum, kind) => sum + rateOf(seed, SHEETS, kind, effect, holds), 0) / sheetKinds.length;
    // So few sheets leave the figure uncertain by this much.
    const chance = 2.5 * Math.sqrt((promised * (1 - promised)) / (SHEETS * sheetKinds.length));
    expect(mean({}, speaks)).toBeLessThanOrEqual(promised + chance);
    for (const { effect } of effects) expect(mean(effect, finds)).toBeGreaterThan(0.4);
  });
});
