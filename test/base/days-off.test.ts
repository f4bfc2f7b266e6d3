import { describe, expect, it } from 'vitest';
import { isoDayOf, isoDaysIn } from '../../src/base/days-off.ts';

describe('a day as people write it', () => {
  it.each([
    ['12.06.2026', '2026-06-12'],
    ['1.6.2026', '2026-06-01'],
    ['2026-06-12', '2026-06-12'],
    // A date cell as it crosses from the sheet.
    ['2026-06-12T00:00:00', '2026-06-12'],
    ['2026-06-12T10:00:00', undefined],
    ['2026-02-30', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%j is %j', (text, day) => expect(isoDayOf(text)).toBe(day));
  it('several of them, without what is none', () => {
    expect(isoDaysIn('01.05.2026, 2026-05-09T00:00:00; later')).toEqual(['2026-05-01', '2026-05-09']);
  });
});
