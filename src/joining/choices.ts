/** What the user decided about joins. */
import { postKeys } from './match.ts';

export const joinChoices = ['on', 'off', ...postKeys] as const;
export type JoinChoice = (typeof joinChoices)[number];

/** Joins that the user decided on, by `joinName`: `off` undoes one, `on` makes one that is only offered, the name of a key makes it by that key. */
export type JoinChoices = Readonly<Record<string, JoinChoice>>;

export const joinName = ({ to, from }: { readonly to: string; readonly from: string }): string => `${to} ← ${from}`;
