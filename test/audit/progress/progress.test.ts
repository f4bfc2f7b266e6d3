import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../src/audit/progress/progress.ts';
import type { AuditSettings } from '../../../src/audit/settings.ts';
import { progressText } from '../../../src/wording/client-report/progress-text.ts';
import { tab } from '../../addon/full-book.ts';
import { at, openHost, postsBook, scanAndAudit } from '../../addon/open-book.ts';

/** Forty posts, one a day from 2 March 2026, every fifth of them two weeks in approval. */
async function progressIn(settings: AuditSettings, change: (book: ReturnType<typeof postsBook>) => void = () => undefined) {
  const book = postsBook(40);
  change(book);
  const { prepared } = await scanAndAudit(openHost(book), settings);
  return progressOf(prepared, settings);
}

const agreement = { signal: 'approval-lag', from: '2026-03-22', limits: { plannedDays: 2, plannedSeriousDays: 5 } };
const agreed = { agreements: [agreement] };

describe('how an agreement goes', () => {
  it('counts the rows before its day and since, each found by the limits of the agreement', async () => {
    expect(await progressIn(agreed)).toEqual([{ agreement, before: { rows: 4, of: 20 }, since: { rows: 4, of: 20 } }]);
    const loose = { ...agreement, limits: { plannedDays: 20, plannedSeriousDays: 20 } };
    const [progress] = await progressIn({ agreements: [loose] });
    expect([progress?.before, progress?.since]).toEqual([
      { rows: 0, of: 20 },
      { rows: 0, of: 20 },
    ]);
  });

  it('looks at all rows, whatever period is chosen, and whatever the limits in force are', async () => {
    const period = { kind: 'between', from: '2026-04-01', to: '2026-04-10' } as const;
    const thresholds = { 'approval-lag': { plannedDays: 9 } };
    expect(await progressIn({ ...agreed, period, thresholds })).toEqual(await progressIn(agreed));
  });

  it('leaves out rows that cannot be judged', async () => {
    const [progress] = await progressIn(agreed, (book) => tab(book).setValue(4, 3, at('2026-01-01 10:00')));
    expect(progress?.before).toEqual({ rows: 3, of: 19 });
  });

  it('knows nothing of a signal that is no longer there', async () => {
    expect(await progressIn({ agreements: [{ ...agreement, signal: 'gone' }] })).toEqual([]);
  });
});

describe('how it reads', () => {
  const progress = { agreement, before: { rows: 11, of: 58 }, since: { rows: 3, of: 19 } };
  it.each([
    ['en', 'Since 22 March 2026: 3 of 19 posts waited for approval longer than 2 working days. Before: 11 of 58.'],
    ['ru', 'С 22 марта 2026: 3 из 19 постов ждали согласования дольше 2 рабочих дней. До этого: 11 из 58.'],
  ] as const)('names both sides with their numbers (%s)', (language, text) => {
    expect(progressText(progress, language)).toBe(text);
  });

  it('says when it is too early, and who took it on', () => {
    const early = { ...progress, agreement: { ...agreement, who: 'Olga' }, since: { rows: 1, of: 4 } };
    expect(progressText(early, 'en')).toMatch(/^Olga\. Since .* Too early to say\.$/);
    expect(progressText({ ...progress, since: { rows: 0, of: 0 } }, 'en')).toContain('nothing to judge yet');
  });
});
