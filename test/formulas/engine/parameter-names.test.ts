import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/addon/entry/formulas.ts';
import type { Formula } from '../../../src/formulas/engine/define.ts';
import { parameterName } from '../../../src/formulas/engine/parameter-names.ts';
import { callIn } from '../call.ts';

const names = [...new Set(formulas.flatMap(({ params }) => params.map(({ name }) => name)))];

describe('parameterName', () => {
  it.each(names)('%s has a Russian name, and its own in English', (name) => {
    expect(parameterName(name, 'ru'), 'give it one in src/formulas/engine/parameter-names.ts').toMatch(/^[а-яё_]+$/);
    expect(parameterName(name, 'en')).toBe(name);
  });
});

/** What does for a parameter of each kind, and what does for none. */
const doing = { number: 5, share: 0.5, date: '2026-06-01', text: 'Mon-Fri 10:00-19:00', range: [['Likes'], [1], [2]] } as const;
const unfit: readonly unknown[] = [
  'gibberish',
  [
    [1, 2],
    [3, 4],
  ],
];

/** All that a formula says of one argument after the other that will not do, and of none at all. */
function complaints(formula: Formula, locale: string): readonly string[] {
  const calls = formula.params.flatMap((_, place) =>
    unfit.map((wrong) => formula.params.map(({ kind, isSum }, index) => (index !== place ? doing[kind] : isSum ? 'gibberish' : wrong))),
  );
  return [[], ...calls].map((args) => {
    try {
      return String(callIn(locale, formula, ...args));
    } catch (problem) {
      return problem instanceof Error ? problem.message : '';
    }
  });
}

describe('the sentences of a formula', () => {
  const named = new RegExp(`(?<![\\w_])(${names.join('|')})(?![\\w_])`);

  it.each(formulas)('of $name call parameters by their Russian names in Russian', (formula) => {
    const [english, russian] = [complaints(formula, 'en_US'), complaints(formula, 'ru_RU')];
    expect(english.some((sentence) => named.test(sentence))).toBe(true);
    expect(russian.filter((sentence) => named.test(sentence))).toEqual([]);
    expect(russian.filter((sentence) => /«[а-яё_]+»/.test(sentence)).length).toBeGreaterThan(0);
  });
});
