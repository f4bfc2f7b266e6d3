/** Sentences that stand for a code, each typed by the evidence that goes with it. */
import type { Words } from '../../i18n/words.ts';
import type { Evidence } from './verdicts.ts';

/** Evidence by code, as a signal declares it. */
type Coded = Readonly<Record<string, Evidence>>;

/** A code with its own evidence: an insight, or why nothing was judged. */
export type CodedEvidence<T extends Coded> = { readonly [K in keyof T & string]: { readonly code: K; readonly evidence: T[K] } }[keyof T &
  string];

/** Every code of `T` in words. What comes back has its types erased: a code is only ever told with the evidence that it came with. */
export const told = <T extends Coded>(
  texts: {
    readonly [K in keyof T]: (evidence: T[K], words: Words) => string;
  },
): Readonly<Record<string, (evidence: Evidence, words: Words) => string>> => texts as Record<keyof T, never>;
