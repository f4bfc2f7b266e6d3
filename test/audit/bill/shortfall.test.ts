import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/audit/engine/judge.ts';
import { inputOf, now, zone } from '../audit-table.ts';

/** 40 posts of 1,000 followers and 100 likes; every fourth had six rounds of edits and so many likes. Made by hand. */
function posts(edited: (index: number) => number, count = 40) {
  const rows = Array.from({ length: count }, (_, index) => [
    `${String((index % 28) + 1).padStart(2, '0')}.0${3 + Math.floor(index / 28)}.2026`,
    index % 4 === 0 ? 6 : 1,
    index % 4 === 0 ? edited(index) : 100,
    1000,
  ]);
  return inputOf('Посты', [['Дата', 'Кругов правок', 'Лайки', 'Подписчики'], ...rows]);
}
const engagementLine = (input: ReturnType<typeof posts>) =>
  audit([input], {}, { zone, now }).bill.find(({ unit }) => unit === 'engagements');

describe('engagements below the usual level', () => {
  it('are the distances from neighbouring posts over the rows in which something was found', () => {
    const line = engagementLine(posts(() => 40));
    expect(line?.parts.length).toBe(10);
    // One like is added on both sides of the comparison, so that 101 against 41 is a distance of 60.
    expect(line?.amount).toBeCloseTo(600, 6);
  });

  it('sum both signs: a post above the usual level counts against them', () => {
    expect(engagementLine(posts((index) => (index % 8 === 0 ? 40 : 80)))?.amount).toBeCloseTo(5 * 60 + 5 * 20, 6);
    expect(engagementLine(posts((index) => (index % 8 === 0 ? 40 : 130)))?.amount).toBeCloseTo(5 * 60 - 5 * 30, 6);
    expect(engagementLine(posts(() => 130))).toBeUndefined();
  });

  it('are not shown when they rest on fewer than eight posts', () => {
    expect(engagementLine(posts(() => 40, 28))).toBeUndefined();
  });
});
