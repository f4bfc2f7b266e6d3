import { expect, it } from 'vitest';
import { ownValue } from '../../src/base/records.ts';

it.each([
  ['likes', 5],
  ['blank', undefined],
  ['saves', undefined],
  ['constructor', undefined],
  ['toString', undefined],
  ['__proto__', undefined],
])('what is stored under %j is %j', (key, expected) => {
  const record: Readonly<Record<string, number | undefined>> = { likes: 5, blank: undefined };
  expect(ownValue(record, key)).toBe(expected);
});

it('names that every object inherits can be keys of their own', () => {
  expect(ownValue({ constructor: 7 }, 'constructor')).toBe(7);
  expect(ownValue(JSON.parse('{"__proto__": 7}'), '__proto__')).toBe(7);
});
