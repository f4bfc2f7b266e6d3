import { formulas } from '../addon/entry/formulas.ts';

const calls = new RegExp(`(?<![\\p{L}\\p{N}_.])(${formulas.map(({ name }) => name).join('|')})\\(`, 'iu');

/** Whether a cell's formula calls a function of the add-on. */
export const usesCustomFunction = (formula: string): boolean => calls.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
