import { describe, expect, it } from 'vitest';
import { agesIn, overlapOf } from '../../../src/table/vocabulary/ages.ts';

describe('ages in a text', () => {
  it.each<[string, readonly string[]]>([
    ['18–24', ['18-24']],
    ['18-24, %', ['18-24']],
    ['25 — 45 лет', ['25-45']],
    ['от 25 до 45', ['25-45']],
    ['25 to 45', ['25-45']],
    ['18+', ['18-65']],
    ['старше 30', ['30-65']],
    ['до 18', ['13-18']],
    ['Москва, 13–17', ['13-17']],
    ['25–34 и 35–44', ['25-34', '35-44']],
    ['женщины', []],
    ['2026', []],
    ['01.03–05.03.2026', []],
    ['45-25', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(agesIn(text).map(({ from, to }) => `${from}-${to}`)).toEqual(expected);
  });

  it('measures what part of an audience lies in the wanted ages', () => {
    const wanted = { from: 25, to: 45 };
    expect(overlapOf({ from: 13, to: 17 }, wanted)).toBe(0);
    expect(overlapOf({ from: 30, to: 40 }, wanted)).toBe(1);
    expect(overlapOf({ from: 18, to: 24 }, wanted)).toBe(0);
    expect(overlapOf({ from: 16, to: 25 }, wanted)).toBe(0.1);
    expect(overlapOf({ from: 30, to: 65, isOpen: true }, wanted)).toBe(1);
    expect(overlapOf({ from: 50, to: 65, isOpen: true }, wanted)).toBe(0);
  });
});
