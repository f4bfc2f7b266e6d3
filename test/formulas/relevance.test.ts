import { describe, expect, it } from 'vitest';
import { ADFIT } from '../../src/formulas/ADFIT.ts';
import { RELEVANTCPM } from '../../src/formulas/RELEVANTCPM.ts';
import { call, column } from './call.ts';

describe('RELEVANTCPM', () => {
  // 60,000 for a reach of 90,000, of which 5 % live in the city and 60 % of those are of the age: 2,700 people.
  it('is the price per 1,000 people who fit', () => {
    expect(call(RELEVANTCPM, 60_000, 90_000, 0.05, 0.6)).toBeCloseTo(60_000 / 2.7, 6);
  });
  it('is the price per 1,000 reached where everybody fits, and dearer by what does not', () => {
    const everybody = Number(call(RELEVANTCPM, 5000, 20_000, 1, 1));
    expect(everybody).toBe(250);
    expect(call(RELEVANTCPM, 5000, 20_000, 0.5, 0.4, 0.8)).toBeCloseTo(everybody / Number(call(ADFIT, 0.5, 0.4, 0.8)), 9);
  });
  it('leaves a row blank where something is not known', () => {
    expect(call(RELEVANTCPM, column(5000, ''), column(20_000, 20_000), column(1, 1), column(1, 1))).toEqual(column(250, ''));
  });
});
