import { describe, expect, it } from 'vitest';
import { roleByWords } from '../../src/patterns/shared/people.ts';

describe('roleByWords', () => {
  it.each(['Kim Son', 'Mark Friend', 'Anna M. Cousin', 'Иван Друг', 'Олег Кум'])('takes %j for a name, not for kin', (cell) => {
    expect(roleByWords(cell)).toBe('unknown');
  });
  it.each([
    ['Son', 'relative'],
    ['жена', 'relative'],
    ['Client’s Wife', 'relative'],
    ['Director Friend', 'friend'],
    ['Her Brother', 'relative'],
    ['Anna (friend)', 'friend'],
    ['Anna, friend of the owner', 'friend'],
    ['Mom Anna', 'relative'],
    ['брат Иван', 'relative'],
    ['Жена директора', 'relative'],
    ['знакомая маркетолог', 'friend'],
  ])('%j is %s', (cell, role) => {
    expect(roleByWords(cell)).toBe(role);
  });
});
