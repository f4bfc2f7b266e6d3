import { describe, expect, it } from 'vitest';
import { ER } from '../../src/formulas/ER.ts';
import { ERR } from '../../src/formulas/ERR.ts';
import { ERV } from '../../src/formulas/ERV.ts';
import { parameterName } from '../../src/formulas/engine/parameter-names.ts';
import { call, callIn, column } from './call.ts';

describe.each([
  [ER, 'followers'],
  [ERR, 'reach'],
  [ERV, 'views'],
])('$name', (formula, denominator) => {
  it(`divides all engagements of a row by its ${denominator}`, () => {
    expect(call(formula, column(10, 20), column(5, ''), column(100, 200))).toEqual(column(0.15, 0.1));
  });
  it(`names ${denominator} where it cannot be divided by`, () => {
    expect(() => call(formula, 10, 0)).toThrow(`${formula.name} requires ${denominator} above 0, not "0"`);
    expect(() => callIn('ru_RU', formula, 10, 'много')).toThrow(
      `${formula.name}: в аргументе «${parameterName(denominator, 'ru')}» нужно число больше 0, а не «много»`,
    );
  });
  it('has its denominator as the last parameter', () => {
    expect(formula.params.map(({ name }) => name)).toEqual(['engagements', denominator]);
  });
});
