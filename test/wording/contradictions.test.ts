import { afterAll, describe, expect } from 'vitest';
import type { Cell } from '../../src/base/cells.ts';
import { insightText, notCheckedText } from '../../src/wording/render.ts';
import { auditGrid } from '../audit/audit-table.ts';
import { fc, test as property } from '../base/property.ts';

const count = fc.integer({ min: 0, max: 5000 });
const row = fc.record({
  account: fc.constantFrom('north', 'south', 'west'),
  followers: count,
  likes: count,
  comments: fc.integer({ min: 0, max: 90 }),
  reach: count,
  decider: fc.constantFrom('smm', 'the director', ''),
  wait: fc.integer({ min: 1, max: 200 }),
});

/** `(3 …; 4 are needed)`, `(3, а нужно 4)`: what there is, and what would do. */
const needs = [/\((\d+)[^()]*; (\d+) are needed/, /\((?:самое большее )?(\d+)[^()]*, а нужно (?:по )?(\d+)/];

let stated = 0;
afterAll(() => expect(stated).toBeGreaterThan(50));

describe('no sentence about too few contradicts itself', () => {
  property([fc.array(row, { minLength: 1, maxLength: 14 })], 150)('what there is is less than what is needed', (rows) => {
    const cells = rows.map(({ account, followers, likes, comments, reach, decider, wait }, index): Cell[] => {
      const day = Date.UTC(2026, 4, 1 + index, 10, 5);
      const at = (hours: number) => new Date(day + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      return [account, at(wait + 1), at(0), at(wait), decider, followers, likes, comments, reach];
    });
    const headers = ['Account', 'Published', 'Sent for approval', 'Approved', 'Who decided', 'Followers', 'Likes', 'Comments', 'Reach'];
    const results = auditGrid([headers, ...cells]).sheets[0]?.results ?? [];
    for (const [language, pattern] of [
      ['en', needs[0]],
      ['ru', needs[1]],
    ] as const) {
      const said = results.flatMap((result) => [
        ...(result.outcome === 'not-checked' ? [notCheckedText(result, language)] : []),
        ...result.insights.map((insight) => insightText(result.signal, insight, language)),
      ]);
      for (const sentence of said) {
        const [, there, needed] = pattern?.exec(sentence) ?? [];
        if (needed !== undefined) {
          stated++;
          expect(Number(there), sentence).toBeLessThan(Number(needed));
        }
        // A sentence that states a need in another form would slip through.
        else expect(sentence).not.toMatch(/are needed|а нужно/);
      }
    }
  });
});
