import { describe, expect, it } from 'vitest';
import { approvalNotLogged } from '../../../src/patterns/over-editing/approval-not-logged.ts';
import { runSignal } from '../run-signal.ts';

const headers = ['Тема', 'Отправлено на согласование', 'Согласовано', 'Опубликовано'];

describe('approval-not-logged', () => {
  it('is one remark about the table', () => {
    const result = runSignal(approvalNotLogged, headers, [
      ['a', '01.06.2026 10:00', '', '02.06.2026 10:00'],
      ['b', '01.06.2026 10:00', '', '03.06.2026 10:00'],
      ['c', '01.06.2026 10:00', '01.06.2026 12:00', '04.06.2026 10:00'],
    ]);
    expect(result.findings).toEqual([{ row: null, severity: 'minor', evidence: { unlogged: 2, published: 3 } }]);
  });
  it('says nothing of posts that wait, are planned, or were never sent', () => {
    const result = runSignal(approvalNotLogged, headers, [
      ['waits', '01.06.2026 10:00', '', ''],
      ['planned for later', '01.06.2026 10:00', '', '20.06.2026 10:00'],
      ['never sent', '', '', '04.06.2026 10:00'],
      ['logged', '01.06.2026 10:00', '01.06.2026 12:00', '04.06.2026 10:00'],
    ]);
    expect(result.outcome).toBe('clear');
  });
});
