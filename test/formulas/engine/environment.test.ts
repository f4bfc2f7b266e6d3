import { describe, expect, it } from 'vitest';
import { dateOrderOf, decimalMarkOf, FormulaProblem, inOneSentence } from '../../../src/formulas/engine/environment.ts';
import { spreadsheet } from '../call.ts';

describe('a spreadsheet’s locale decides', () => {
  it.each([
    ['ru_RU', ','],
    ['de_DE', ','],
    ['en_US', '.'],
    ['en_GB', '.'],
    ['no locale at all', '.'],
  ])('the decimal mark: %s has "%s"', (locale, mark) => {
    expect(decimalMarkOf(locale)).toBe(mark);
  });

  it.each([
    ['en_US', 'month-first'],
    ['en-US', 'month-first'],
    ['en_PH', 'month-first'],
    ['fil_PH', 'month-first'],
    ['es_PA', 'month-first'],
    ['es-PA', 'month-first'],
    ['en', 'month-first'],
    ['en_GB', 'day-first'],
    ['es_ES', 'day-first'],
    ['ru_RU', 'day-first'],
    ['x_en_US', 'day-first'],
  ])('which comes first in 01/02/2026: %s is %s', (locale, order) => {
    expect(dateOrderOf(locale)).toBe(order);
  });
});

describe('what goes wrong', () => {
  const failing = (problem: Error) => () =>
    inOneSentence(spreadsheet('ru_RU'), () => {
      throw problem;
    });

  it('becomes one sentence in the spreadsheet’s language where it is the user’s', () => {
    expect(failing(new FormulaProblem({ en: 'no', ru: 'нет' }))).toThrow(/^нет$/);
  });

  it('stays what it is where it is ours', () => {
    const fault = new RangeError('ours');
    expect(failing(fault)).toThrow(fault);
  });
});
