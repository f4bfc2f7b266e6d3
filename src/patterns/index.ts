import type { Pattern, Signal } from './engine/signal.ts';
import { overEditing } from './over-editing/index.ts';
import { salesConfusion } from './sales-confusion/index.ts';
import { showOff } from './show-off/index.ts';
import { unqualifiedLead } from './unqualified-lead/index.ts';
import { vanityMetrics } from './vanity-metrics/index.ts';

/** The failure patterns; a pattern's number is its place in this list, from 1. */
export const patterns: readonly Pattern[] = [unqualifiedLead, salesConfusion, vanityMetrics, overEditing, showOff];

/** A signal and the pattern it belongs to; `undefined` for an id that is not ours. */
export function signalById(id: string): { readonly signal: Signal; readonly pattern: Pattern; readonly number: number } | undefined {
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index];
    const signal = pattern?.signals.find((one) => one.id === id);
    if (pattern && signal) return { signal, pattern, number: index + 1 };
  }
  return undefined;
}
