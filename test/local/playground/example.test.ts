import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/addon/entry/formulas.ts';
import { exampleArguments } from '../../../src/local/playground/page/example.ts';

describe('exampleArguments', () => {
  it('puts ranges beside each other where the formula’s own example ends', () => {
    const formula = formulas.find(({ name }) => name === 'BOTRISK');
    expect(formula && exampleArguments(formula)).toEqual(['B2:B13', 'C2:D13', 'E2:E13', 'F2:F13', 'G2:G13']);
  });

  it('has one for every parameter of every formula, and no call inside a call', () => {
    for (const formula of formulas) {
      const shown = exampleArguments(formula);
      expect(shown.length).toBe(formula.params.length);
      for (const argument of shown) expect(argument).toMatch(/^("[^"]*"|[^=]+)$/);
    }
  });
});
