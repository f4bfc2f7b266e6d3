import type { Pattern } from './engine/signal.ts';
import { overEditing } from './over-editing/index.ts';
import { salesConfusion } from './sales-confusion/index.ts';
import { showOff } from './show-off/index.ts';
import { unqualifiedLead } from './unqualified-lead/index.ts';
import { vanityMetrics } from './vanity-metrics/index.ts';

/** The failure patterns; a pattern's number is its place in this list, from 1. */
export const patterns: readonly Pattern[] = [unqualifiedLead, salesConfusion, vanityMetrics, overEditing, showOff];
