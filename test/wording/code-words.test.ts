import { expect, it } from 'vitest';
import { cleanFinding, cleanResult, cleanSum } from '../../src/wording/code-words.ts';

const evidence = {
  ...{ rows: 3, open: true, role: 'friend', currency: 'RUB' },
  ...{ name: 'Olga Petrova', phone: '+7 900 123-45-67', russian: 'подруга', long: 'a'.repeat(25) },
};
const kept = { rows: 3, open: true, role: 'friend', currency: 'RUB' };

it('of texts only our own words go on: no name, no phone, nothing that a cell spells', () => {
  expect(cleanFinding({ evidence })).toEqual({ evidence: kept });
  expect(cleanFinding({ evidence: { currency: 'friend' } })).toEqual({ evidence: {} });
  expect(cleanResult({ notJudged: { reason: 'too-few', evidence } })).toEqual({ notJudged: { reason: 'too-few', evidence: kept } });
  const sum = { signal: 'budget-swallowed', unit: 'money', amount: 9, rows: 1 } as const;
  expect([cleanSum({ ...sum, currency: 'EUR' }), cleanSum({ ...sum, currency: 'Olga’s' })]).toEqual([{ ...sum, currency: 'EUR' }, sum]);
});
